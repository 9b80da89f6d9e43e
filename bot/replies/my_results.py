"""One person's results of a month, ready to be copied into the monthly form."""

from bot.replies.given import says_percent
from bot.replies.period_figures import span_words
from bot.replies.reader import Reader, Reply, task_title
from bot.replies.ten_lines import MOST_LINES, Part, fitted
from bot.usecases.my_results import MyResults
from jobs.messages.phrases import proof_words, shortened
from storage.queries.duties import DutyLine

LONGEST_RESULT = 80


def my_results(result: MyResults, reader: Reader) -> Reply:
    _ = reader.words
    who = reader.calls(result.person)
    span = span_words(result.span, reader)
    if not (result.done or result.waiting or result.given or result.lacking):
        return Reply(_("{who} không có việc nào trong {span}.", who=who, span=span), polite=False)
    late = sum(_is_late(line) for line in result.done)
    head = _(
        "kết quả {span} của {who}: hoàn thành {done} (đúng hạn {on_time}, quá hạn {late}), đã báo xong chờ duyệt {waiting}, đang làm có kết quả {given}, chưa có kết quả {lacking}.",
        span=span, who=who, done=len(result.done), on_time=len(result.done) - late, late=late,
        waiting=len(result.waiting), given=len(result.given), lacking=len(result.lacking),
    )  # fmt: skip
    parts = [
        Part(_("Hoàn thành"), result.done, lambda line: _done(line, result, reader)),
        Part(_("Đã báo xong, chờ duyệt"), result.waiting, lambda line: _waiting(line, result, reader)),
        Part(_("Có kết quả"), result.given, lambda line: _given(line, result, reader)),
        Part(_("Chưa có kết quả"), result.lacking, lambda line: f"{line.number}. {task_title(line.task, reader)}"),
    ]
    made = fitted(parts, MOST_LINES - 1, reader)
    return Reply("\n\n".join([head, *made.blocks]), tuple(x.duty.id for x in made.shown), polite=False)


def _is_late(line: DutyLine) -> bool:
    due, reported = line.duty.due_on, line.duty.reported_on
    return due is not None and reported is not None and reported > due


def _done(line: DutyLine, result: MyResults, reader: Reader) -> str:
    """ "2. Kế hoạch kiểm tra CCHC – xong 13/10, đúng hạn (hạn 31/12), KH 45/KH-UBND"."""
    _, duty = reader.words, line.duty
    text = f"{line.number}. {task_title(line.task, reader)}" + _(
        " – xong {day}", day=reader.short(duty.reported_on or reader.day)
    )
    if duty.due_on:
        due = reader.short(duty.due_on)
        text += _(", quá hạn (hạn {due})", due=due) if _is_late(line) else _(", đúng hạn (hạn {due})", due=due)
    return text + _proof(line, result, reader)


def _waiting(line: DutyLine, result: MyResults, reader: Reader) -> str:
    """ "2. Kế hoạch kiểm tra CCHC – báo 13/10, KH 45/KH-UBND"; of the class nothing before it is accepted."""
    _ = reader.words
    text = f"{line.number}. {task_title(line.task, reader)}"
    text += _(" – báo {day}", day=reader.short(line.duty.reported_on or reader.day))
    return text + (_(", chờ bổ sung sản phẩm") if line.duty.waits_for_product else _proof(line, result, reader))


def _proof(line: DutyLine, result: MyResults, reader: Reader) -> str:
    proof = result.evidence.get(line.duty.id)
    return f", {proof_words(reader.words, proof)}" if proof and not line.task.restricted else ""


def _given(line: DutyLine, result: MyResults, reader: Reader) -> str:
    entry = result.entries[line.duty.id]
    text = f"{line.number}. {task_title(line.task, reader)}"
    if line.task.restricted:
        return text
    said_already = entry.percent is None or says_percent(entry.text, entry.percent)
    percent = "" if said_already else f"{entry.percent}%"
    said = " – ".join(x for x in (percent, shortened(entry.text or entry.obstacle, LONGEST_RESULT)) if x)
    return f"{text} – {said}" if said else text
