"""What was found by words."""

from bot.replies.buttons import task_rows
from bot.replies.reader import Reader, Reply, task_title
from bot.replies.ten_lines import MOST_LINES, Part, fitted
from bot.usecases.search import Found
from storage.queries.duties import DutyLine


def found(result: Found, reader: Reader) -> Reply:
    _ = reader.words
    n = len(result.open) + len(result.closed)
    if not n:
        text = _(
            'em không thấy việc nào có "{words}"; {call} thử nhắn ít chữ hơn, ví dụ: "tìm việc {word}"',
            words=result.words, call=reader.call, word=result.words.split()[0],
        )  # fmt: skip
        return Reply(text, polite=False)
    head = _.plural('có {n} việc về "{words}":', 'có {n} việc về "{words}":', n, words=result.words)

    def text_of(line: DutyLine) -> str:
        title = f"{line.number}. {task_title(line.task, reader)}"
        due = _(", hạn {day}", day=reader.day_words(line.duty.due_on)) if line.duty.due_on else ""
        return f"{title} – {line.unit.short_name}{due}"

    parts = [Part("", result.open, text_of), Part(_("Đã kết thúc"), result.closed, text_of)]
    made = fitted(parts, MOST_LINES - 2, reader)
    blocks = [head + "\n" + made.blocks[0], *made.blocks[1:]]
    if made.shown:
        blocks.append(_('Xem kỹ một việc, {call} nhắn "việc {n}".', call=reader.call, n=made.shown[0].number))
    return Reply(
        "\n\n".join(blocks), tuple(x.duty.id for x in made.shown), polite=False, buttons=task_rows(made.shown, reader)
    )
