"""What was answered for a period, in words: by whom where that was not who typed it, and what stays as its owner said it."""

import re

from bot.replies.reader import Reader, Reply, addressed, named
from bot.usecases.give_result import AS_BEFORE, NONE_AROSE, Given, OwnersAnswer, Recorded
from jobs.rules.text import fold_words


def given_words(given: Given, reader: Reader) -> str:
    _ = reader.words
    if given.text == AS_BEFORE:
        return _("như kỳ trước")
    if given.text == NONE_AROSE:
        return _("không phát sinh")
    parts = [given.text] if given.text else []
    if given.percent is not None and not says_percent(given.text, given.percent):
        parts.append(f"{given.percent}%")
    if fold_words(given.obstacle) in ("vuong", "vuong mac"):
        parts.append(_("có vướng mắc"))
    elif given.obstacle:
        parts.append(_("vướng: {obstacle}", obstacle=given.obstacle))
    return ", ".join(parts)


def says_percent(text: str, percent: int) -> bool:
    """Whether the words name the percentage already: "72,5%" says 72, "80 phần trăm" says 80."""
    return bool(re.search(rf"(?<![\d.,]){percent}(?:[.,]\d+)? ?(?:%|phần trăm|phan tram)", text, re.I))


def whose(result: Recorded, what: str, reader: Reader) -> str:
    """The task as said, with its owner where another typed it without naming him."""
    _ = reader.words
    return _("{what} (của {owner})", what=what, owner=addressed(result.owner, reader)) if result.owner else what


def owners_answer(result: OwnersAnswer, reader: Reader) -> Reply:
    _ = reader.words
    line, name = result.line, result.owner.staff.full_name
    given = _("đã nhận") if line.task.restricted else given_words(result.given, reader)
    example = f"ghi hộ {name}: {line.number} {result.wanted}"
    text = _(
        '{what} {owner} đã trả lời kỳ này: {given}, nên em chưa thay. Muốn thay, {call} nhắn "{example}".',
        what=named(line, reader), owner=addressed(result.owner, reader), given=given, call=reader.call, example=example,
    )  # fmt: skip
    return Reply(text, (line.duty.id,))
