"""One doubt of a draft at a time: where it stands, what is unsure, how it was read, what can be answered."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.replies.reader import Reader, Reply
from bot.usecases.doubts import DoubtShown, Settled
from bot.usecases.draft_lines import GroupNamed, LinesMarked, NoSuchLine, TargetOfLine
from jobs.plans.doubts import Doubt
from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.doubts import DoubtKind
from jobs.rules.plans.short_titles import short_title
from jobs.rules.text import capital, tidy
from locales.formats import full_day
from locales.translate import Translator
from storage.models.organisation import Unit
from storage.models.plans import DraftRow

MOST_LINES = 6
LONGEST = 160


def shown(result: DoubtShown, reader: Reader) -> Reply:
    """What the answer before recorded, then the next doubt, or that none is left."""
    _ = reader.words
    lines = [*_before(result, reader)]
    if result.doubt is None:
        lines.append(_finished(result, reader))
        return Reply("\n".join(lines), polite=False)
    lines += _card(result, result.doubt, _)
    said = _answers(result, result.doubt, _)
    lines.append(_("{Call} nhắn: {said}", Call=reader.Call, said=" · ".join(said)))
    text = "\n".join(capital(line) for line in lines)
    buttons = (((_("Được"), "được"), (_("Bỏ qua"), "bỏ qua"), (_("Nhận hết"), "nhận hết")),)
    return Reply(text, polite=False, buttons=buttons)


def line_name(row: DraftRow, _: Translator) -> str:
    """Code and short title; of a line that is mật no word."""
    reading = row.reading
    title = reading.get("short_title") or short_title(reading["title"])[0]
    name = _("nội dung hạn chế") if reading.get("restricted") else title
    return f"{reading.get('code') or ''} {name}".strip()


def kind_words(kind: DoubtKind, n: int, _: Translator) -> str:
    names = {
        DoubtKind.PARTY: _("{n} tên chưa rõ là đơn vị nào", n=n),
        DoubtKind.GROUP: _("{n} nhóm đơn vị", n=n),
        DoubtKind.WHO: _("{n} về đơn vị", n=n),
        DoubtKind.WHEN: _("{n} về thời hạn", n=n),
        DoubtKind.SECRET: _("{n} về việc mật", n=n),
        DoubtKind.NAME: _("{n} tên ngắn bị cắt", n=n),
        DoubtKind.OTHER: _("{n} chỗ khác", n=n),
    }
    return names[kind]


def _undoable(settled: Settled) -> bool:
    """Names and groups are known to every plan from then on; they are said anew, not taken back."""
    return settled.how not in ("group", "alias")


def _before(result: DoubtShown, reader: Reader) -> Iterator[str]:
    _ = reader.words
    if result.settled:
        undo = _('Nếu nhầm, {call} nhắn "hoàn tác".', call=reader.call) if _undoable(result.settled) else ""
        yield f"{_recorded(result.settled, _)} {undo}".rstrip()
    if result.again:
        yield _("Em chưa ghi gì vì vừa nói chuyện khác; em đang hỏi chỗ này:")
    if result.candidates:
        listed = " · ".join(f"{chr(ord('A') + i)}. {name}" for i, name in enumerate(result.candidates))
        if not result.unclear:
            yield _("Em cần biết là đơn vị nào: {units}. {Call} nhắn A hoặc B giúp em.", units=listed, Call=reader.Call)
            return
        yield _("“{typed}” có thể là: {units}. {Call} nhắn A hoặc B giúp em.", typed=result.unclear, units=listed, Call=reader.Call)  # fmt: skip
    elif result.unclear:
        yield _("Em chưa rõ “{typed}” nên chưa ghi gì.", typed=result.unclear[:60])


def _recorded(settled: Settled, _: Translator) -> str:
    doubt, value = settled.doubt, settled.value
    what = f"“{doubt.text}”" if doubt.of_name else line_name(doubt.rows[0], _)
    match settled.how:
        case "all":
            kinds = ", ".join(kind_words(kind, n, _) for kind, n in settled.kinds)
            n = sum(n for _kind, n in settled.kinds)
            return _.plural("Em đã nhận {n} chỗ còn lại như em đọc: {kinds}.", "Em đã nhận {n} chỗ còn lại như em đọc: {kinds}.", n, kinds=kinds)  # fmt: skip
        case "due":
            return _("Em đã ghi {what}: {due}.", what=what, due=_due_words(value, _))
        case "no_due":
            return _("Em đã ghi {what}: không có hạn.", what=what)
        case "unit":
            return _("Em đã ghi {what}: {units} chủ trì.", what=what, units=_names(value))
        case "alias":
            return _("Từ nay em hiểu {what} là {unit}.", what=what, unit=value.name)
        case "group":
            return _("Từ nay em hiểu {what} gồm {units}.", what=what, units=_names(value))
        case "name":
            return _("Em đã ghi tên ngắn: {title}.", title=value)
        case "secret":
            return _("Em đã ghi {what} là việc mật: tin nhắn chỉ nêu số và ngày.", what=what)
        case "open":
            return _("Em đã ghi {what} không phải việc mật.", what=what)
        case _other:
            return _("Em đã ghi {what}: giữ như em đọc.", what=what)


def _finished(result: DoubtShown, reader: Reader) -> str:
    _ = reader.words
    if result.left:
        return _.plural(
            "Đã qua hết các chỗ; còn {n} chỗ {call} để lại. {Call} nhắn: chỗ cần xem · xác nhận",
            "Đã qua hết các chỗ; còn {n} chỗ {call} để lại. {Call} nhắn: chỗ cần xem · xác nhận",
            result.left, call=reader.call, Call=reader.Call,
        )  # fmt: skip
    return _("{plan} hết chỗ cần xem. {Call} nhắn: rải việc · xác nhận", plan=result.plan.short_title, Call=reader.Call)


def _card(result: DoubtShown, doubt: Doubt, _: Translator) -> Iterator[str]:
    if doubt.of_name:
        yield _("Chỗ {at}/{of} · “{name}”", at=result.at, of=result.of, name=doubt.text)
        yield _("Trong tệp: {lines}.", lines=_places(doubt.rows, _))
        yield _name_doubted(doubt, _)
        return
    row = doubt.rows[0]
    yield _("Chỗ {at}/{of} · {line}", at=result.at, of=result.of, line=line_name(row, _))
    yield _("Trong tệp: {lines}.", lines=_place(row, _))
    yield _("Chưa chắc: {why}", why=_why(doubt, _))
    yield _("Em đọc là: {reading}.", reading="; ".join(_read_as(doubt, row, _)))


def _name_doubted(doubt: Doubt, _: Translator) -> str:
    if DoubtKind.GROUP in doubt.kinds:
        return _("Chưa chắc: nhóm này gồm những đơn vị nào. Chưa ai nói thì em hiểu là mọi đơn vị.")
    return _("Chưa chắc: tên này là đơn vị nào. Em đọc là: chưa có đơn vị thực hiện.")


def _why(doubt: Doubt, _: Translator) -> str:
    if DoubtKind.NAME in doubt.kinds:
        return _("tên ngắn bị cắt giữa câu.")
    return doubt.text


def _places(rows: Sequence[DraftRow], _: Translator) -> str:
    codes = [str(row.reading.get("code") or row.position + 1) for row in rows]
    listed = ", ".join(codes[:MOST_LINES])
    if len(codes) > MOST_LINES:
        listed += _(" và {n} dòng khác", n=len(codes) - MOST_LINES)
    return _.plural("{n} dòng ({codes})", "{n} dòng ({codes})", len(codes), codes=listed)


def _place(row: DraftRow, _: Translator) -> str:
    section = [*(row.reading.get("section") or [])][-1:]
    if not section:
        return _("dòng thứ {n}", n=row.position + 1)
    return _("dòng thứ {n}, mục “{section}”", n=row.position + 1, section=_short(section[0]))


def _read_as(doubt: Doubt, row: DraftRow, _: Translator) -> Iterator[str]:
    reading, kinds = row.reading, doubt.kinds
    if kinds & {DoubtKind.WHO, DoubtKind.OTHER}:
        lead, coordinate = "; ".join(reading["lead"]), "; ".join(reading["coordinate"])
        yield _("{units} chủ trì", units=_short(lead)) if lead else _("chưa có đơn vị chủ trì")
        if coordinate:
            yield _("{units} phối hợp", units=_short(coordinate))
    if kinds & {DoubtKind.WHEN, DoubtKind.OTHER}:
        deadline = Deadline.from_json(reading["deadline"]) if reading.get("deadline") else None
        printed = tidy(reading.get("deadline_text") or "")
        yield _due_words(deadline, _) + (_(" (ghi trong tệp: “{text}”)", text=_short(printed)) if printed else "")
    if DoubtKind.NAME in kinds:
        yield _("tên ngắn “{title}”", title=doubt.text)
    if DoubtKind.SECRET in kinds:
        yield _("việc mật, tin nhắn chỉ nêu số và ngày")


def _due_words(deadline: Deadline | None, _: Translator) -> str:
    if deadline is None:
        return _("không có hạn")
    match deadline.kind:
        case DeadlineKind.DATE | DeadlineKind.PERIOD if deadline.due:
            if isinstance(deadline.start, date) and deadline.start != deadline.due:
                return _("từ {start} đến {due}", start=full_day(deadline.start), due=full_day(deadline.due))
            return _("hạn {due}", due=full_day(deadline.due))
        case DeadlineKind.RECURRING:
            return _("định kỳ, “{words}”", words=deadline.matched)
        case DeadlineKind.ONGOING:
            return _("thường xuyên")
        case _other:
            return _("chưa có ngày hạn")


def _answers(result: DoubtShown, doubt: Doubt, _: Translator) -> list[str]:
    """What can be typed as it stands, beginning with "được"."""
    unit = result.units[0].short_name if result.units else ""
    said = ["được"]
    if doubt.kinds & {DoubtKind.WHEN}:
        said += [f"hạn 15/12/{result.plan.year}", "không có hạn"]
    if doubt.kinds & {DoubtKind.WHO}:
        said.append(f"{unit} chủ trì")
    if DoubtKind.PARTY in doubt.kinds:
        said.append(f"là {unit}")
    if DoubtKind.GROUP in doubt.kinds:
        said.append("gồm " + ", ".join(u.short_name for u in result.units[:2]))
    if DoubtKind.NAME in doubt.kinds:
        said.append(f"tên: {_whole(doubt.text)}")
    if DoubtKind.SECRET in doubt.kinds:
        said.append("không mật")
    return [*said, "bỏ qua", "nhận hết"]


def _whole(cut: str) -> str:
    """A shorter name that ends at a word, as an example."""
    return " ".join(cut.rstrip("…").split()[:5]).rstrip(",;")


def _names(units: Sequence[Unit]) -> str:
    return ", ".join(unit.short_name for unit in units)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"


def lines_marked(result: LinesMarked, reader: Reader) -> Reply:
    _ = reader.words
    if result.secret:
        text = _.plural(
            "em đã ghi dòng {code} là việc mật ({n} dòng việc): tin nhắn chỉ nêu số và ngày.",
            "em đã ghi dòng {code} là việc mật ({n} dòng việc): tin nhắn chỉ nêu số và ngày.",
            result.lines, code=result.code,
        )  # fmt: skip
    else:
        text = _.plural(
            "em đã ghi dòng {code} không phải việc mật ({n} dòng việc).",
            "em đã ghi dòng {code} không phải việc mật ({n} dòng việc).",
            result.lines, code=result.code,
        )  # fmt: skip
    return Reply(text, undoable=True)


def no_such_line(result: NoSuchLine, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("em không thấy dòng {code} trong bản nháp {plan} nên chưa ghi gì.", code=result.code, plan=result.plan.short_title)
    )  # fmt: skip


def target_of_line(result: TargetOfLine, reader: Reader) -> Reply:
    _ = reader.words
    line, day = line_name(result.row, _), full_day(result.day)
    if result.due:
        return Reply(
            _("mốc {day} sau hạn {due} của {line} nên em chưa ghi gì.", day=day, due=full_day(result.due), line=line)
        )
    if result.past:
        return Reply(_("mốc {day} của {line} đã qua nên em chưa ghi gì.", day=day, line=line))
    return Reply(_("em đã đặt mốc nội bộ {line}: {day}.", line=line, day=day), undoable=True)


def group_named(result: GroupNamed, reader: Reader) -> Reply:
    _ = reader.words
    if result.unclear:
        return Reply(
            _("em chưa rõ “{typed}” là đơn vị nào nên chưa ghi gì; {call} nhắn tên hoặc tên gọi ngắn của từng đơn vị giúp em.",
              typed=result.unclear[:80], call=reader.call)
        )  # fmt: skip
    text = _("từ nay em hiểu “{name}” gồm {units}.", name=result.name, units=_names(result.units))
    return Reply(text + " " + _("Cần đổi, {call} nhắn lại câu này với các đơn vị đúng.", call=reader.call))
