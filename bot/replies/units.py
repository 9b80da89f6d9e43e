"""Units that change: what would follow, what did, and who is told."""

from collections.abc import Sequence
from itertools import zip_longest

from bot.replies.buttons import answer_row
from bot.replies.reader import Reader, Reply, addressed, numbers
from bot.usecases.units import (
    UnitChange,
    UnitChanged,
    UnitChangeEchoed,
    UnitChangeLeft,
    UnitChangeUnclear,
    UnitsNotYours,
    UnitsUndone,
)
from jobs.rules.items import ranges
from jobs.rules.text import capital
from storage.queries.duties import DutyLine
from storage.queries.people import Person

_MOST = 12  # people by name; beyond, how many


def by_name(people: Sequence[Person], reader: Reader) -> str:
    _ = reader.words
    if len(people) > _MOST:
        return _("{n} người", n=len(people))
    return ", ".join(addressed(person, reader) for person in people)


def task_numbers(lines: Sequence[DutyLine]) -> str:
    return ranges(sorted({line.number for line in lines}))


def _with_shorts(change: UnitChange) -> list[str]:
    """ "Phòng Hạ tầng (PHT)" where a short name was said."""
    return [f"{name} ({short})" if short else name for name, short in zip_longest(change.names, change.shorts)]


def echoed(result: UnitChangeEchoed, reader: Reader) -> Reply:
    _ = reader.words
    change = result.change
    old = ", ".join(unit.name for unit in change.units)
    if change.kind == "rename":
        lines = [
            _(
                'em đọc là đổi tên {old} thành "{new}", gọi tắt {short}.',
                old=old,
                new=change.names[0],
                short=change.short,
            )
        ]
        lines.append(_("Người, việc, số liệu giữ nguyên; tên cũ em vẫn hiểu. Muốn gọi tắt khác: thêm (viết tắt …)."))
    elif change.kind == "merge":
        into = change.into.name if change.into else ""
        lines = [_("em đọc là nhập {old} vào {into}.", old=old, into=into)]
        if change.names:
            lines.append(_('Tên mới: "{new}", gọi tắt {short}.', new=change.names[0], short=change.short))
        lines.append(
            _(
                "Chuyển sang {into}: {people}; {n} phần việc đang mở.",
                into=into,
                people=by_name(result.people, reader) or _("chưa có ai"),
                n=result.open_parts,
            )
        )
        if result.heads:
            lines.append(
                _("{heads} vẫn là lãnh đạo đơn vị, sau trưởng {into}.", heads=by_name(result.heads, reader), into=into)
            )
        if result.owes_news:
            lines.append(_("Chỉ tiêu tin, bài và đầu mối chuyển theo."))
        lines.append(_("Việc đã khép lại và số liệu trước hôm nay vẫn của đơn vị cũ; tên cũ em vẫn hiểu."))
    else:
        lines = [_("em đọc là tách {old} thành {new}.", old=old, new="; ".join(_with_shorts(change)))]
        lines.append(
            _(
                "{people}; {n} phần việc đang mở: đi theo người giữ việc.",
                people=by_name(result.people, reader) or _("chưa có ai"),
                n=result.open_parts,
            )
        )
        if result.unowned:
            lines.append(
                _(
                    "Chưa giao ai: việc {n}, sau đó {call} cho biết thuộc đơn vị nào.",
                    n=task_numbers(result.unowned),
                    call=reader.call,
                )
            )
        lines.append(_("{old} còn đến khi chia xong; số liệu cũ vẫn của {old}.", old=old))
        if result.early:
            lines.append(_("Em chưa ghi ai, việc nào về đâu; tách xong {call} nhắn lại giúp em.", call=reader.call))
    lines.append(_('{Call} nhắn "đồng ý" để em làm, "thôi" để bỏ.', Call=reader.Call))
    return Reply("\n".join(lines), buttons=answer_row(["đồng ý", "thôi"]))


def changed(result: UnitChanged, reader: Reader) -> Reply:
    _ = reader.words
    change = result.change
    old = ", ".join(unit.name for unit in change.units)
    if change.kind == "rename":
        renamed = {"new": change.names[0], "short": change.short}
        text = _('em đã đổi tên thành "{new}", gọi tắt {short}. Tên cũ em vẫn hiểu.', **renamed)
    elif change.kind == "merge":
        into = change.into.name if change.into else ""
        text = _("em đã nhập {old} vào {into}, {n} phần việc đang mở chuyển theo.", old=old, into=into, n=result.moved)
        if result.joined:
            text += " " + _("Hai đơn vị cùng có phần nên gộp làm một: việc {n}.", n=numbers(result.joined))
        if result.left:
            text += " " + _(
                "{into} đã xong phần mình nên phần của {old} giữ riêng: việc {n}.",
                into=into,
                old=old,
                n=numbers(result.left),
            )
    else:
        text = _("em đã tách {old} thành {new}.", old=old, new="; ".join(_with_shorts(change)))
        if result.within:
            example = f"{', '.join(p.staff.full_name.split()[-1] for p in result.within[:2])} sang {change.names[-1]}"
            text += " " + _('{Call} cho biết ai về đâu, ví dụ: "{example}".', Call=reader.Call, example=example)
    return Reply(text, undoable=True)


def left(_result: UnitChangeLeft, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em giữ nguyên các đơn vị như cũ."))


def unclear(result: UnitChangeUnclear, reader: Reader) -> Reply:
    _ = reader.words
    if result.why == "taken":
        return Reply(_('đã có đơn vị tên "{name}" nên em chưa thay đổi gì.', name=result.typed))
    if result.why == "bare":
        return Reply(
            _(
                'tên đơn vị còn vào báo cáo nên cần đủ dấu: "{name}"; {call} nhắn lại cả câu có dấu giúp em.',
                name=result.typed,
                call=reader.call,
            )
        )
    if result.why == "same":
        return Reply(_('đơn vị đang tên là "{name}" nên em chưa thay đổi gì.', name=result.typed))
    if result.why == "splitting":
        return Reply(_("{name} đang được tách, hoặc các tên mới trùng nhau; em chưa thay đổi gì.", name=result.typed))
    units = " · ".join(unit.short_name for unit in result.units)
    return Reply(_('em chưa rõ đơn vị "{name}" ({units}) nên chưa thay đổi gì.', name=result.typed, units=units))


def not_yours(_result: UnitsNotYours, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("đơn vị và người của đơn vị do quản trị hoặc Chánh Văn phòng thay đổi; em chưa thay đổi gì."))


def undone(result: UnitsUndone, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em đã bỏ thay đổi {label}; đơn vị, người và việc lại như trước.", label=result.label))


def told_merged(result: UnitChanged, by: Reader, reader: Reader) -> str:
    """The message that everybody of a unit that went into another gets at once."""
    _ = reader.words
    old, into = ", ".join(unit.name for unit in result.change.units), result.change.into
    return _(
        "{By} nhập {old} vào {into}; từ hôm nay {call} thuộc {into}. Việc đang mở chuyển theo.",
        By=capital(addressed(by.person, reader)), old=old, into=into.name if into else "", call=reader.call,
    )  # fmt: skip


def told_undone(result: UnitsUndone, by: Reader, reader: Reader) -> str:
    _ = reader.words
    who = capital(addressed(by.person, reader))
    return _(
        "{By} đã bỏ thay đổi {label}; đơn vị của {call} lại như trước.", By=who, label=result.label, call=reader.call
    )
