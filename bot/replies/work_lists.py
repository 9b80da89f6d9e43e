"""Lists of open work: a head that says how many of what and whose, then at most ten lines."""

from functools import partial

from bot.replies.lists import class_words, list_line, own_parts, owned_line
from bot.replies.reader import Reader, Reply, addressed, task_title
from bot.replies.ten_lines import MOST_LINES, Part, fitted, some_numbers
from bot.usecases.person_work import PersonWork
from bot.usecases.scope import Scope, WhoIsMeant, WorkNotShown
from bot.usecases.work_lists import Listed, NothingComes, WorkList
from jobs.messages.phrases import shortened
from locales.formats import full_day, weekday_full_day
from storage.queries.duties import DutyLine

LONGEST_OBSTACLE = 80
"""In characters."""


def work_list(result: WorkList, reader: Reader) -> Reply:
    _ = reader.words
    if result.kind is Listed.NOBODY:
        return _without_owner_or_date(result, reader)
    if not result.lines:
        return Reply(_none(result, reader), polite=False)
    made = fitted(_by_unit(result, reader), MOST_LINES - 1, reader)
    return Reply("\n\n".join([_head(result, reader), *made.blocks]), tuple(x.duty.id for x in made.shown), polite=False)


def _head(result: WorkList, reader: Reader) -> str:
    _, n, whose = reader.words, len(result.lines), whose_work(result.scope, reader)
    if result.kind is Listed.LATE:
        return _.plural(
            "đến hôm nay {day} {whose} có {n} phần việc quá hạn:", "đến hôm nay {day} {whose} có {n} phần việc quá hạn:",
            n, day=full_day(reader.day), whose=whose,
        )  # fmt: skip
    if result.kind is Listed.SLIPPING:
        return _.plural(
            "{whose} có {n} phần việc chậm mốc nội bộ:", "{whose} có {n} phần việc chậm mốc nội bộ:", n, whose=whose
        )
    if result.kind is Listed.STUCK:
        return _.plural("{whose} có {n} phần việc đang vướng:", "{whose} có {n} phần việc đang vướng:", n, whose=whose)
    return _.plural(
        "{whose} có {n} phần việc sắp đến{when}:", "{whose} có {n} phần việc sắp đến{when}:", n,
        whose=whose, when=_when(result, reader),
    )  # fmt: skip


def _none(result: WorkList, reader: Reader) -> str:
    _, whose = reader.words, whose_work(result.scope, reader)
    if result.kind is Listed.LATE:
        return _("đến hôm nay {day} {whose} chưa có việc quá hạn.", day=full_day(reader.day), whose=whose)
    if result.kind is Listed.SLIPPING:
        return _("{whose} không có việc chậm mốc nội bộ.", whose=whose)
    if result.kind is Listed.STUCK:
        return _("{whose} chưa có việc nào báo vướng.", whose=whose)
    return _("{whose} không có việc nào sắp đến{when}.", whose=whose, when=_when(result, reader))


def nothing_comes(result: NothingComes, reader: Reader) -> Reply:
    """ "Hôm nay chị không có việc đến hạn. Chị đang giữ 5 việc; gần nhất: 7 – Tập huấn CCHC, thứ Tư 22/10." """
    _, own, days = reader.words, result.own, result.asked
    today = days.first == days.last == reader.day
    none = _none(days, reader)
    said = [_("hôm nay {call} không có việc đến hạn.", call=reader.call) if today else none]
    late = (
        (_("Quá hạn"), own.late),
        (_("Chậm mốc nội bộ"), own.slipping),
        (_("Xin ý kiến {call}", call=reader.call), own.to_decide),
    )
    said += [f"{title}: {some_numbers([x.number for x in lines], reader)}." for title, lines in late if lines]
    nearest = next(iter((*own.soon, *own.later)), None)
    if nearest:
        line = list_line(nearest, reader).replace(". ", " – ", 1)
        said.append(_("{Call} đang giữ {n} việc; gần nhất: {line}.", Call=reader.Call, n=own.total, line=line))
    return Reply(" ".join(said), tuple(x.duty.id for x in (*own.late, *own.slipping)), polite=False)


def _when(result: WorkList, reader: Reader) -> str:
    """ "" or " (đến hết thứ Sáu 17/10/2025)"."""
    if result.first is None or result.last is None:
        return ""
    _ = reader.words
    last = weekday_full_day(result.last, _.language)
    if result.last < reader.day:
        return _(" ({day} đã qua)", day=last)
    if result.first > reader.day:
        return _(" (từ {first} đến {last})", first=weekday_full_day(result.first, _.language), last=last)
    return _(" (từ hôm nay đến hết {day})", day=last)


def whose_work(scope: Scope, reader: Reader) -> str:
    """ "chị", "chị Hoa", "Phòng Văn hóa – Xã hội", "cơ quan", inside a sentence."""
    if scope.person:
        return reader.calls(scope.person)
    if scope.units:
        return ", ".join(unit.name for unit in scope.units)
    _ = reader.words
    return _("cơ quan")


def _by_unit(result: WorkList, reader: Reader) -> list[Part]:
    """One part a unit where several are spoken of, in the office's order."""
    text = partial(_LINES.get(result.kind, _line), result=result, reader=reader)
    units = {x.unit.id: x.unit for x in result.lines}
    if len(units) < 2:
        return [Part("", result.lines, text)]
    ordered = sorted(units.values(), key=lambda unit: (unit.position, unit.id))
    return [Part(u.short_name, tuple(x for x in result.lines if x.unit.id == u.id), text) for u in ordered]


def _line(line: DutyLine, result: WorkList, reader: Reader) -> str:
    return owned_line(line, result.owners, result.inside, reader)


def _late_line(line: DutyLine, result: WorkList, reader: Reader) -> str:
    """ "26. Quy chế quản lý tài sản công – hạn 30/09, quá 9 ngày làm việc, anh Vinh"."""
    _, days, due = reader.words, result.days_late[line.duty.id], line.duty.due_on or reader.day
    text = f"{line.number}. {task_title(line.task, reader)}"
    if days < 1:
        text += _(" – hạn {due} đã qua", due=reader.short(due))
    else:
        text += _.plural(
            " – hạn {due}, quá {n} ngày làm việc", " – hạn {due}, quá {n} ngày làm việc", days, due=reader.short(due)
        )
    owner = result.owners.get(line.duty.person_id or line.duty.recipient_id) if line.duty.id in result.inside else None
    return text + (_(", {who}", who=addressed(owner, reader)) if owner else "")


def _stuck_line(line: DutyLine, result: WorkList, reader: Reader) -> str:
    """ "26. Quy chế quản lý tài sản công – chờ Sở Tài chính, anh Vinh"."""
    _, obstacle = reader.words, shortened(result.obstacles[line.duty.id], LONGEST_OBSTACLE)
    owner = result.owners.get(line.duty.person_id or line.duty.recipient_id)
    text = f"{line.number}. {task_title(line.task, reader)} – {obstacle}"
    return text + (_(", {who}", who=addressed(owner, reader)) if owner else "")


_LINES = {Listed.LATE: _late_line, Listed.STUCK: _stuck_line}


def _without_owner_or_date(result: WorkList, reader: Reader) -> Reply:
    _, whose = reader.words, whose_work(result.scope, reader)
    if not result.lines and not result.undated:
        return Reply(_no_gap(result, whose, reader), polite=False)
    head = _gap_head(result, whose, reader)
    named = len({x.unit.id for x in (*result.lines, *result.undated)}) > 1

    def text(line: DutyLine) -> str:
        return list_line(line, reader, official=line.duty.id not in result.inside) + (
            f", {line.unit.short_name}" if named else ""
        )

    titles = ("", "") if result.only else (_("Chưa giao ai"), _("Chưa có thời hạn"))
    parts = [Part(titles[0], result.lines, text), Part(titles[1], result.undated, text)]
    made = fitted(parts, MOST_LINES - 2, reader)
    blocks = [head, *made.blocks]
    mine = [x for x in result.lines if x.unit.id in reader.person.heads]
    if mine:
        blocks.append(
            _('{Call} giao bằng cách nhắn, ví dụ: "giao {n} cho" kèm tên.', Call=reader.Call, n=mine[0].number)
        )
    return Reply("\n\n".join(blocks), tuple(x.duty.id for x in made.shown), polite=False)


def _no_gap(result: WorkList, whose: str, reader: Reader) -> str:
    _ = reader.words
    if result.only == "undated":
        return _("{whose}: việc nào cũng đã có thời hạn.", whose=whose)
    if result.only == "nobody":
        return _("{whose}: việc nào cũng đã có người phụ trách.", whose=whose)
    return _("{whose}: việc nào cũng đã có người phụ trách và có thời hạn.", whose=whose)


def _gap_head(result: WorkList, whose: str, reader: Reader) -> str:
    _, nobody, undated = reader.words, len(result.lines), len(result.undated)
    if result.only == "undated":
        return _("{whose} có {undated} phần việc chưa có thời hạn (kể cả thường xuyên).", whose=whose, undated=undated)
    if result.only == "nobody":
        return _("{whose} có {nobody} phần việc chưa giao ai.", whose=whose, nobody=nobody)
    return _(
        "{whose} có {nobody} phần việc chưa giao ai, {undated} phần việc chưa có thời hạn (kể cả thường xuyên).",
        whose=whose, nobody=nobody, undated=undated,
    )  # fmt: skip


def person_work(result: PersonWork, reader: Reader) -> Reply:
    _, who = reader.words, addressed(result.person, reader)
    if not result.work.total:
        return Reply(_("{who} hiện không phụ trách việc nào.", who=who), polite=False)
    head = _(
        "{who} đang giữ {n} phần việc: {classes}.",
        who=who, n=result.counts.total, classes=class_words(result.counts, reader, len(result.work.unsettled)),
    )  # fmt: skip
    parts = [Part(title, lines, partial(list_line, reader=reader)) for title, lines in own_parts(result.work, reader)]
    made = fitted(parts, MOST_LINES - 1, reader)
    return Reply("\n\n".join([head, *made.blocks]), tuple(x.duty.id for x in made.shown), polite=False)


def who_is_meant(result: WhoIsMeant, reader: Reader) -> Reply:
    _ = reader.words
    if not result.candidates:
        return Reply(
            _(
                "em không thấy ai tên {name} trong cơ quan; {call} nhắn đủ họ tên giúp em.",
                name=result.typed,
                call=reader.call,
            )
        )
    listed = _(" hay ").join(person.staff.full_name for person in result.candidates)
    return Reply(_("{call} muốn hỏi {listed} ạ?", call=reader.call, listed=listed))


def work_not_shown(result: WorkNotShown, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'việc của {who} em chỉ trả lời trưởng đơn vị, người theo dõi kế hoạch và lãnh đạo. {Call} xem việc của mình bằng cách nhắn "việc của tôi".',
        who=addressed(result.person, reader), Call=reader.Call,
    )  # fmt: skip
    return Reply(text)
