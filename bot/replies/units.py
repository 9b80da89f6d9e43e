"""Units that change: what would follow, what did, who and what still has to be placed."""

from collections.abc import Sequence
from itertools import zip_longest

from bot.replies.buttons import answer_row
from bot.replies.reader import Reader, Reply, addressed, numbers
from bot.usecases.staff_list import PlaceChanged
from bot.usecases.unit_people import AlreadyOfUnit, MoveUnclear, PeopleMoved, WhichPart, WorkMoved
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
from storage.kinds import PartyRole
from storage.models.organisation import Unit
from storage.queries.duties import DutyLine
from storage.queries.people import Person

_MOST = 12  # people by name; beyond, how many


def _people(people: Sequence[Person], reader: Reader) -> str:
    _ = reader.words
    if len(people) > _MOST:
        return _("{n} người", n=len(people))
    return ", ".join(addressed(person, reader) for person in people)


def _unowned(lines: Sequence[DutyLine]) -> str:
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
                people=_people(result.people, reader) or _("chưa có ai"),
                n=result.open_parts,
            )
        )
        if result.heads:
            lines.append(
                _("{heads} vẫn là lãnh đạo đơn vị, sau trưởng {into}.", heads=_people(result.heads, reader), into=into)
            )
        if result.owes_news:
            lines.append(_("Chỉ tiêu tin, bài và đầu mối chuyển theo."))
        lines.append(_("Việc đã khép lại và số liệu trước hôm nay vẫn của đơn vị cũ; tên cũ em vẫn hiểu."))
    else:
        lines = [_("em đọc là tách {old} thành {new}.", old=old, new="; ".join(_with_shorts(change)))]
        lines.append(
            _(
                "{people}; {n} phần việc đang mở: đi theo người giữ việc.",
                people=_people(result.people, reader) or _("chưa có ai"),
                n=result.open_parts,
            )
        )
        if result.unowned:
            lines.append(
                _(
                    "Chưa giao ai: việc {n}, sau đó {call} cho biết thuộc đơn vị nào.",
                    n=_unowned(result.unowned),
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


def people_moved(result: PeopleMoved, reader: Reader) -> Reply:
    _ = reader.words
    who = _people(result.people, reader)
    if result.heads:
        text = _("em đã ghi {who} về {unit}, là trưởng đơn vị.", who=who, unit=result.unit.name)
    else:
        text = _("em đã ghi {who} về {unit}.", who=who, unit=result.unit.name)
    if result.lines:
        text += " " + _("Việc đi theo: {n}.", n=_unowned(result.lines))
    if result.stay:
        text += " " + _(
            "Việc {n} vẫn của {source}, {who} giữ đến khi giao lại.", n=_unowned(result.stay), source=result.source.name, who=who
        )  # fmt: skip
    if result.splits:
        text += " " + _still(result.source, result.unit, result.people_left, result.unowned, result.ended, reader)
    return Reply(text, tuple(x.duty.id for x in result.lines), undoable=True)


def told_moved(result: PeopleMoved, by: Reader, reader: Reader) -> str:
    """The message that whoever changes his unit gets at once."""
    _ = reader.words
    who = capital(addressed(by.person, reader))
    text = _("{By} chuyển {call} sang {unit}.", By=who, call=reader.call, unit=result.unit.name)
    if result.heads:
        text += " " + _("{Call} là trưởng đơn vị.", Call=reader.Call)
    if mine := [x for x in result.lines if x.duty.person_id == reader.person.id]:
        text += " " + _("Việc đi theo: {n}.", n=_unowned(mine))
    if stay := [x for x in result.stay if x.duty.person_id == reader.person.id]:
        source, n = result.source.name, _unowned(stay)
        text += " " + _("Việc {n} vẫn của {source}, {call} giữ đến khi giao lại.", n=n, source=source, call=reader.call)
    return text


def told_placed(result: PlaceChanged, reader: Reader) -> str:
    """The message that whoever changes his unit by a newer staff list gets at once."""
    _ = reader.words
    units = sorted(result.person.units.values(), key=lambda unit: unit.position)
    text = _("Theo danh sách nhân sự mới, từ hôm nay {call} thuộc {units}.",
             call=reader.call, units=", ".join(unit.name for unit in units))  # fmt: skip
    if not units:
        text = _("Theo danh sách nhân sự mới, từ hôm nay {call} không thuộc phòng nào.", call=reader.call)
    if result.person.heads:
        text += " " + _("{Call} là trưởng đơn vị.", Call=reader.Call)
    if result.stay:
        n = _unowned(result.stay)
        text += " " + _("Việc {n} vẫn của đơn vị cũ, {call} giữ đến khi giao lại.", n=n, call=reader.call)
    return text


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


def work_moved(result: WorkMoved, reader: Reader) -> Reply:
    _ = reader.words
    led = [x for x in result.lines if x.duty.role is PartyRole.LEAD]
    helped = [x for x in result.lines if x not in led]
    unit, moved = result.unit.name, list[str]()
    if led:
        moved.append(_("em đã chuyển việc {n} sang {unit}.", n=_unowned(led), unit=unit))
    if helped:
        moved.append(_("em đã chuyển phần phối hợp việc {n} sang {unit}.", n=_unowned(helped), unit=unit))
    text = " ".join(moved)
    if result.left:
        text += " " + _("Việc {n} không phải phần đang tách nên giữ nguyên.", n=numbers(result.left))
    text += " " + _still(result.source, result.unit, result.people_left, result.unowned, result.ended, reader)
    return Reply(text.rstrip(), tuple(x.duty.id for x in result.lines), undoable=True)


def already_of_unit(result: AlreadyOfUnit, reader: Reader) -> Reply:
    _ = reader.words
    n, unit = _unowned(result.lines), result.unit.name
    text = _("việc {n} đang của {unit} rồi nên em giữ nguyên.", n=n, unit=unit)
    if result.people:
        example = f"giao {result.lines[0].number} cho {result.people[0].given_name}"
        text += " " + _(
            'Giao cho người trong đơn vị, {call} nhắn, ví dụ: "{example}"', call=reader.call, example=example
        )
    return Reply(text, tuple(x.duty.id for x in result.lines))


def which_part(result: WhichPart, reader: Reader) -> Reply:
    _ = reader.words
    n, parts = numbers(result.numbers), result.parts
    text = _(
        "{name} đã tách thành {parts}; em chưa chuyển việc {n}. {Call} chọn: {shorts}", name=capital(result.typed),
        parts="; ".join(unit.name for unit in parts), n=n, Call=reader.Call,
        shorts=" · ".join(unit.short_name for unit in parts),
    )  # fmt: skip
    return Reply(text)


def _still(
    source: Unit, unit: Unit, people: Sequence[Person], unowned: Sequence[DutyLine], ended: bool, reader: Reader
) -> str:
    """What of a split unit is to be placed yet, and how."""
    _ = reader.words
    if ended:
        return _("{source} đã chia xong.", source=source.name)
    parts = []
    if people:
        parts.append(_("Chưa rõ về đâu: {people}.", people=_people(people, reader)))
    if unowned:
        n = _unowned(unowned)
        parts.append(
            _(
                'Chưa giao ai: việc {n}; {call} nhắn, ví dụ: "giao {n} cho {unit}"',
                n=n,
                call=reader.call,
                unit=unit.name,
            )
        )
    return " ".join(parts)


def move_unclear(result: MoveUnclear, reader: Reader) -> Reply:
    _ = reader.words
    if result.there:
        return Reply(_("{name} đang ở đơn vị ấy rồi; em chưa thay đổi gì.", name=result.typed))
    if result.several:
        units = ", ".join(unit.name for unit in result.several)
        return Reply(
            _(
                "{name} đang ở các đơn vị khác nhau ({units}); {call} nhắn từng người giúp em.",
                name=result.typed,
                units=units,
                call=reader.call,
            )
        )
    return Reply(_("em chưa rõ {name}, hoặc người ấy chưa thuộc đơn vị nào; em chưa thay đổi gì.", name=result.typed))
