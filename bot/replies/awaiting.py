"""What waits for the reader's word, and how he gives it."""

from functools import partial

from bot.replies.buttons import answer_row
from bot.replies.dates import REFUSAL_REASON
from bot.replies.lists import list_line
from bot.replies.reader import Reader, Reply, addressed
from bot.replies.ten_lines import MOST_LINES, Part, fitted
from bot.usecases.awaiting import Awaiting
from bot.usecases.decide_dates import WishesLeft
from jobs.messages.digest_changes import LONGEST_REASON
from jobs.messages.phrases import shortened
from jobs.rules.text import capital
from storage.queries.duties import DutyLine
from storage.queries.people import Person


def awaiting(result: Awaiting, reader: Reader) -> Reply:
    _ = reader.words
    plain = partial(list_line, reader=reader)
    if result.handed_in:
        head = _("không có việc nào chờ {call} duyệt. Việc {call} đã báo xong, đang chờ duyệt:", call=reader.call)
        made = fitted([Part("", result.handed_in, plain)], MOST_LINES - 1, reader)
        return Reply("\n".join([head, *made.blocks]), tuple(x.duty.id for x in made.shown), polite=False)
    if result.elsewhere:
        head = _("không có việc nào chờ {call} duyệt hay cho ý kiến. Đang chờ người khác duyệt:", call=reader.call)
        whose = {line.duty.id: decider for line, decider in result.elsewhere}
        line = partial(_waiting_line, result, whose=whose, reader=reader)
        made = fitted([Part("", tuple(x for x, _who in result.elsewhere), line)], MOST_LINES - 1, reader)
        return Reply("\n".join([head, *made.blocks]), tuple(x.duty.id for x in made.shown), polite=False)
    if not result.total and result.asker:
        who = capital(addressed(result.asker, reader))
        return Reply(_("{Who} hiện không có đề nghị nào đang chờ.", Who=who), polite=False)
    if not result.total and result.wishes_only:
        return Reply(_("hiện không có đề nghị lùi nào chờ {call} quyết định.", call=reader.call), polite=False)
    if not result.total:
        return Reply(_("hiện không có việc nào chờ {call} duyệt hay cho ý kiến.", call=reader.call), polite=False)
    head = _.plural("{n} việc đang chờ {call}:", "{n} việc đang chờ {call}:", result.total, call=reader.call)
    parts = [
        Part(_("Báo xong, chờ duyệt"), result.reports, plain),
        Part(_("Xin thêm thời gian"), result.wishes, partial(_wish, result, reader)),
        Part(_("Xin mở lại"), result.reopenings, plain),
        Part(_("Chờ {call} giải trình", call=reader.call), result.reasons, plain),
    ]
    made = fitted(parts, MOST_LINES - 2, reader)
    said = " · ".join(_answers(result))
    foot = _("{Call} nhắn, ví dụ: {said}", Call=reader.Call, said=said)
    return Reply("\n\n".join([head, *made.blocks, foot]), tuple(x.duty.id for x in made.shown), polite=False)


def wishes_left(result: WishesLeft, reader: Reader) -> Reply:
    _ = reader.words
    shown = tuple(each.line for each in result.waiting[:MOST_LINES])
    wished = {each.line.duty.id: each.change.to_on for each in result.waiting if each.change.to_on}
    why = {each.line.duty.id: each.change.reason or "" for each in result.waiting}
    asked = Awaiting((), shown, wished, why=why)
    n = len(result.waiting)
    head = _.plural("còn {n} đề nghị lùi em chưa ghi:", "còn {n} đề nghị lùi em chưa ghi:", n)
    first = shown[0].number
    said = [
        *(("đồng ý",) if n == 1 else ("đồng ý lùi hết", f"đồng ý lùi {first}")),
        f"không đồng ý {first} vì {REFUSAL_REASON}",
    ]
    foot = _("{Call} nhắn, ví dụ: {said}", Call=reader.Call, said=" · ".join(said))
    lines = [_wish(asked, reader, line) for line in shown]
    about = tuple(x.duty.id for x in shown)
    return Reply("\n".join([head, *lines, foot]), about, buttons=answer_row(("đồng ý",)))


def _waiting_line(result: Awaiting, line: DutyLine, whose: dict[int, Person | None], reader: Reader) -> str:
    """ "30. Số hóa hồ sơ – báo xong 03/10, anh Dũng"."""
    decider = whose[line.duty.id]
    return list_line(line, reader, result.wished) + (f", {addressed(decider, reader)}" if decider else "")


def _wish(result: Awaiting, reader: Reader, line: DutyLine) -> str:
    _ = reader.words
    text = list_line(line, reader, result.wished)
    why = "" if line.task.restricted else result.why.get(line.duty.id, "")
    return text + (_(", lý do: {reason}", reason=shortened(why, LONGEST_REASON)) if why else "")


def _answers(result: Awaiting) -> list[str]:
    said = (
        [f"duyệt {result.reports[0].number}", f"trả {result.reports[0].number} thiếu số liệu"] if result.reports else []
    )
    said += [f"đồng ý lùi {result.wishes[0].number}"] if result.wishes else []
    said += [f"mở lại {result.reopenings[0].number} vì thiếu phụ lục"] if result.reopenings else []
    return [*said, *([f"giải trình {result.reasons[0].number}: chờ văn bản của Sở"] if result.reasons else [])]
