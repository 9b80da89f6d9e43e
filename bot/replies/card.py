"""One task in full: who leads it, when it is due, where each unit stands."""

from collections.abc import Sequence
from datetime import date

from bot.replies.buttons import task_rows
from bot.replies.given import given_words
from bot.replies.reader import Reader, Reply, addressed, numbers, task_title
from bot.replies.ten_lines import MOST_LINES, some_numbers
from bot.usecases.card import Card, Part, SeveralTasks
from bot.usecases.give_result import Given
from bot.usecases.views import PassedOn
from jobs.clock import office_day
from jobs.messages.phrases import proof_words, shortened
from jobs.rules.text import capital
from locales.formats import full_day, month_name
from storage.kinds import OPEN_STATES, WAITING_STATES, DateKind, DutyState, EventKind, PartyRole
from storage.models.duties import DateChange, ProgressEntry
from storage.models.events import Event

LONGEST_RESULT = 60
"""In characters, of a line among several."""


def card(result: Card, reader: Reader) -> Reply:
    _ = reader.words
    task = result.task
    about = tuple(p.line.duty.id for p in result.lead)
    if task.restricted:
        days = sorted({reader.short(p.line.duty.due_on) for p in result.lead if p.line.duty.due_on})
        due = ", ".join(days) or _("chưa có thời hạn")
        return Reply(_("{n}. Nội dung hạn chế. Thời hạn: {due}.", n=task.number, due=due), about, polite=False)
    lines = [f"{task.number}. {task.title}"]
    if task.dropped_on:
        lines.append(_("Thôi thực hiện theo bản mới của kế hoạch, từ ngày {day}.", day=reader.short(task.dropped_on)))
    where = ", ".join(
        x
        for x in (result.plan.short_title if result.plan else "", _("mục {code}", code=task.code) if task.code else "")
        if x
    )
    lines += [where] if where else []
    lines += _other_years(result, reader)
    lines.append(" · ".join(x for x in (_leads(result, reader), _coordinating(result, reader)) if x))
    lines.append(_deadline(result, reader))
    lines.append(_event_hint(result, reader))
    if task.product:
        lines.append(_("Sản phẩm: {product}", product=task.product))
    lines += dict.fromkeys(text for part in result.lead if (text := _part_state(part, result.lead, reader)))
    rows = task_rows([p.line for p in result.lead], reader)
    buttons = tuple(r[:1] for r in rows if len(r) > 1)
    if any(part.has_file for part in result.lead):
        buttons = (*buttons, ((_("Xem ảnh, tệp {n}", n=task.number), f"xem tệp {task.number}"),))
    return Reply("\n".join(x for x in lines if x), about, polite=False, buttons=buttons)


def passed_on(result: PassedOn, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'tin này là yêu cầu gửi đến nên em chưa ghi gì vào việc {numbers}. Có kết quả, {call} nhắn, ví dụ: "{n} được 60%", "xong {n}".',
        numbers=numbers(result.numbers), call=reader.call, n=result.numbers[0],
    )  # fmt: skip
    return Reply(text)


def _other_years(result: Card, reader: Reader) -> list[str]:
    _ = reader.words
    lines = []
    if result.carries:
        lines.append(_("Chuyển tiếp từ việc {n} của năm trước.", n=result.carries.number))
    if result.goes_on_as:
        lines.append(_("Năm sau làm tiếp ở việc {n}.", n=result.goes_on_as.number))
    return lines


def _leads(result: Card, reader: Reader) -> str:
    _ = reader.words
    names = []
    for part in result.lead:
        unit = part.line.unit.short_name
        owner = f"{unit} ({addressed(part.person, reader)})" if part.person else unit
        if owner not in names:
            names.append(owner)
    return _("Chủ trì: {names}", names=", ".join(names)) if names else ""


def _coordinating(result: Card, reader: Reader) -> str:
    _ = reader.words
    names = [p.text for p in result.parties if p.role is PartyRole.COORDINATE]
    return _("Phối hợp: {names}", names=", ".join(names)) if names else ""


def _deadline(result: Card, reader: Reader) -> str:
    """The plan's words and date, then another date that holds now, with who set it."""
    _ = reader.words
    planned = sorted({p.line.period.printed_due_on for p in result.lead if p.line.period.printed_due_on})
    days = ", ".join(full_day(d) for d in planned)
    printed = f'"{result.task.deadline_text}"' if result.task.deadline_text else ""
    holds = _holds_now(result, set(planned), reader)
    if printed and days:
        text = _("Thời hạn: {printed} ({days})", printed=printed, days=days)
    elif holds and not (printed or days):
        return _("Thời hạn: {when}", when=holds)
    else:
        text = _("Thời hạn: {when}", when=printed or days or _("chưa có thời hạn"))
    return text + (" · " + _("hạn hiện nay {days}", days=holds) if holds else "")


def _holds_now(result: Card, planned: set[date], reader: Reader) -> str:
    """ "05/12/2025 (chị Hà đặt ngày 13/10)", once for each date and its maker."""
    texts: dict[str, None] = {}
    for part in sorted(result.lead, key=lambda p: p.line.duty.due_on or date.max):
        due = part.line.duty.due_on
        if due and due not in planned:
            why = _moved_words(part, reader)
            texts[f"{full_day(due)} ({why})" if why else full_day(due)] = None
    return ", ".join(texts)


def _moved_words(part: Part, reader: Reader) -> str:
    """Who set the date, to eyes that may see persons; else that it is the office's."""
    _, move = reader.words, part.moved
    if move is None:
        return ""
    day = reader.short(office_day(move.at, reader.person.agency.time_zone))
    who = part.people.get(move.decided_by_id or 0)
    if move.asked_by_id is not None:
        if who is None:
            return _("cơ quan đồng ý lùi ngày {day}", day=day)
        return _("{who} đồng ý lùi ngày {day}", who=addressed(who, reader), day=day)
    if who is None:
        return _("cơ quan đặt ngày {day}", day=day)
    return _("{who} đặt ngày {day}", who=addressed(who, reader), day=day)


def _wish_words(part: Part, wish: DateChange, to_on: date, reader: Reader) -> str:
    """Who wishes which date moved, until when, and whose word it waits for."""
    _ = reader.words
    asker, decider = part.people.get(wish.asked_by_id or 0), part.people.get(wish.decider_id or 0)
    what = _("mốc nội bộ") if wish.which is DateKind.TARGET else _("hạn")
    text = _("xin lùi {what} đến {day}", what=what, day=reader.short(to_on))
    if asker:
        text = f"{addressed(asker, reader)} {text}"
    text += _(" (lý do: {reason})", reason=shortened(wish.reason, LONGEST_RESULT)) if wish.reason else ""
    if decider:
        return _("{wish}, chờ {decider} quyết định", wish=text, decider=addressed(decider, reader))
    return _("{wish}, chờ quyết định", wish=text)


def _event_hint(result: Card, reader: Reader) -> str:
    """How to say that the event came which the days are counted from, while none has."""
    _ = reader.words
    waits = [p for p in result.lead if p.inside and p.line.period.key == "once" and p.line.duty.closed_on is None]
    if not waits or not (result.task.deadline or {}).get("offset"):
        return ""
    example = f"việc {result.task.number} tính từ ngày {reader.short(reader.day)}"
    return _('Khi có ngày bắt đầu tính, {call} nhắn, ví dụ: "{example}"', call=reader.call, example=example)


def _part_state(part: Part, lead: Sequence[Part], reader: Reader) -> str:
    """Where one unit's part stands: state, internal date, document, last result; of two parts of a unit, which one."""
    _ = reader.words
    duty = part.line.duty
    texts = [_where_it_stands(part, reader)]
    if part.inside and duty.target_on and duty.closed_on is None:
        target = _("mốc nội bộ {day}", day=reader.short(duty.target_on))
        if part.slipping_days:
            target += ", " + _.plural("chậm {n} ngày làm việc", "chậm {n} ngày làm việc", part.slipping_days)
        texts.append(target)
    if part.returned:
        texts.append(_returned_words(part, part.returned, reader))
    if part.verdict:
        texts.append(_verdict_words(part, part.verdict, reader))
    if explained := _explained_words(part, reader):
        texts.append(explained)
    if part.asked and duty.closed_on is None:
        texts.append(_("chờ giải trình từ {day}", day=reader.short(part.asked.day)))
    if part.wish and part.wish.to_on:
        texts.append(_wish_words(part, part.wish, part.wish.to_on, reader))
    texts += _product_words(part, reader)
    if part.entry:
        month = month_name(part.entry.reporting_period, _.language)
        texts.append(_("kết quả {month}: {given}", month=month, given=_last_given(part.entry, reader)))
    if len(lead) == 1:
        return capital(" · ".join(texts))
    unit, due = part.line.unit, duty.due_on
    if due and sum(other.line.unit.id == unit.id for other in lead) > 1:
        until = _("hạn {day}", day=reader.short(due))
        return f"{unit.short_name}, {until}: {' · '.join(texts)}"
    return f"{unit.short_name}: {' · '.join(texts)}"


def _product_words(part: Part, reader: Reader) -> list[str]:
    """That its document is awaited; what there is of it."""
    _, duty = reader.words, part.line.duty
    awaited = duty.waits_for_product and duty.state in WAITING_STATES
    there = [proof_words(_, ", ".join(part.evidence))] if part.evidence else []
    return ([_("chờ bổ sung văn bản")] if awaited else []) + there


def _explained_words(part: Part, reader: Reader) -> str:
    """Why it is late, or that nobody has said so; nothing where somebody is asked and has not answered."""
    _ = reader.words
    if part.explanation:
        day = reader.short(part.explanation.day)
        return _("giải trình {day}: {reason}", day=day, reason=part.explanation.text)
    missing = part.inside and not part.asked and not part.unsettled and _is_late(part, reader)
    return _("chưa giải trình") if missing else ""


def _returned_words(part: Part, back: Event, reader: Reader) -> str:
    """ "anh Dũng trả lại 13/10: thiếu danh sách"."""
    _, by, day = reader.words, part.people.get(back.by_id or 0), reader.short(back.day)
    who = reader.calls(by) if by else part.line.unit.short_name
    return _("{who} trả lại {day}", who=who, day=day) + (f": {back.text}" if back.text else "")


def _verdict_words(part: Part, verdict: Event, reader: Reader) -> str:
    """ "anh Dũng chưa đồng ý lùi ngày 13/10: dân chờ lâu rồi"."""
    _, by, day = reader.words, part.people.get(verdict.by_id or 0), reader.short(verdict.day)
    who = reader.calls(by) if by else part.line.unit.short_name
    if verdict.kind == EventKind.ACCEPTED:
        return _("{who} duyệt ngày {day}", who=who, day=day)
    if verdict.kind == EventKind.TARGET_SET:
        return _("{who} đồng ý lùi ngày {day}", who=who, day=day)
    refused = _("{who} chưa đồng ý lùi ngày {day}", who=who, day=day)
    return f"{refused}: {verdict.text}" if verdict.text else refused


def _last_given(entry: ProgressEntry, reader: Reader) -> str:
    return given_words(Given(entry.text, entry.percent, entry.obstacle), reader)


def _where_it_stands(part: Part, reader: Reader) -> str:
    _, duty = reader.words, part.line.duty
    if _is_late(part, reader):
        return _("quá hạn, chưa chốt năm") if part.unsettled else _("quá hạn")
    if duty.state in WAITING_STATES and (decider := part.people.get(duty.decider_id or 0)):
        return _("chờ {who} duyệt", who=reader.calls(decider))
    return _state_words(duty.state, reader)


def _is_late(part: Part, reader: Reader) -> bool:
    duty = part.line.duty
    return duty.due_on is not None and duty.due_on < reader.day and duty.state in OPEN_STATES


def several_tasks(result: SeveralTasks, reader: Reader) -> Reply:
    """A line each, at most ten; then the numbers of the others, and those that no task has."""
    _, shown = reader.words, result.cards
    shown = shown[: MOST_LINES - 1] if len(shown) > MOST_LINES else shown
    lines = [_one_line(each, reader) for each in shown]
    if rest := [each.task.number or 0 for each in result.cards[len(shown) :]]:
        listed = some_numbers(rest, reader)
        lines.append(_.plural("và {n} việc khác: {numbers}", "và {n} việc khác: {numbers}", len(rest), numbers=listed))
    if result.unknown:
        lines.append(_("Em không thấy việc {numbers}.", numbers=some_numbers(result.unknown, reader)))
    if shown:
        lines.append(_('Xem kỹ một việc, {call} nhắn "việc {n}".', call=reader.call, n=shown[0].task.number))
    about = tuple(part.line.duty.id for each in shown for part in each.lead)
    return Reply("\n".join(lines), about, polite=False)


def _one_line(result: Card, reader: Reader) -> str:
    """ "2. Kế hoạch kiểm tra CCHC – VHXH (chị Lan), hạn 31/12, đang thực hiện: đạt 60%"; of several parts what each has."""
    head = f"{result.task.number}. {task_title(result.task, reader)}"
    parts = dict.fromkeys(_part_line(part, result.task.restricted, reader) for part in result.lead)
    return f"{head} – {'; '.join(parts)}" if parts else head


def _part_line(part: Part, restricted: bool, reader: Reader) -> str:
    _, due = reader.words, part.line.duty.due_on
    when = _("hạn {day}", day=reader.short(due)) if due else _("chưa có thời hạn")
    if restricted:
        return when
    if part.inside and part.line.duty.target_on and part.line.duty.closed_on is None:
        when = _("mốc nội bộ {day}", day=reader.short(part.line.duty.target_on)) + f", {when}"
    unit, state = part.line.unit.short_name, _where_it_stands(part, reader)
    if _is_late(part, reader) and (explained := _explained_words(part, reader)):
        state += f", {shortened(explained, LONGEST_RESULT)}"
    if part.entry:
        state += f": {shortened(_last_given(part.entry, reader), LONGEST_RESULT)}"
    return f"{f'{unit} ({addressed(part.person, reader)})' if part.person else unit}, {when}, {state}"


def _state_words(state: DutyState, reader: Reader) -> str:
    _ = reader.words
    return {
        DutyState.OPEN: _("chưa thực hiện"),
        DutyState.IN_PROGRESS: _("đang thực hiện"),
        DutyState.REPORTED: _("chờ duyệt"),
        DutyState.CHECKED: _("chờ duyệt"),
        DutyState.ACCEPTED: _("hoàn thành"),
        DutyState.NONE_AROSE: _("không phát sinh"),
        DutyState.CARRIED_OVER: _("chuyển năm sau"),
        DutyState.NOT_DONE: _("không thực hiện"),
        DutyState.MERGED: _("đã nhập vào việc khác"),
        DutyState.CANCELLED: _("đã hủy"),
    }[state]
