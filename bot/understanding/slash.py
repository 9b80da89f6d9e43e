"""Slash commands, with or without @botname, as the sentence they stand for."""

import re

from bot.understanding.intents import Act, Intent, Slots

_COMMAND = re.compile(r"^/([A-Za-z_]+)(?:@\w+)?(?:\s+(.*))?$", re.S)
#: command -> the sentence in front of what follows it.
_SENTENCES = {
    **dict.fromkeys(("viec", "cuatoi", "vieccuatoi", "tasks", "mytasks"), "việc của tôi"),
    **dict.fromkeys(("xong", "done", "hoanthanh"), "xong"),
    **dict.fromkeys(("tinhhinh", "status", "tiendo"), "tình hình"),
    **dict.fromkeys(("quahan", "overdue", "tre"), "việc quá hạn"),
    **dict.fromkeys(("sapden", "saphan", "due"), "việc sắp đến hạn"),
    **dict.fromkeys(("tin", "news"), "tin:"),
    **dict.fromkeys(("hoantac", "undo"), "hoàn tác"),
    **dict.fromkeys(("trogiup", "help", "huongdan"), "trợ giúp"),
    **dict.fromkeys(("nhac", "remind"), "nhắc"),
    **dict.fromkeys(("duyet", "approve"), "duyệt"),
    **dict.fromkeys(("baocao", "report"), "xuất báo cáo"),
    **dict.fromkeys(("conthieu", "missing"), "còn thiếu của ai"),
}
_START = frozenset({"start", "batdau", "join"})


def read_slash(text: str) -> Act | str | None:
    """An act, or the sentence to read in its place; nothing when the text is no slash command."""
    found = _COMMAND.match(text.strip())
    if not found:
        return None
    name, rest = found[1].lower(), (found[2] or "").strip()
    if name in _START:
        return Act(Intent.joining, Slots(code=rest or None))
    if name not in _SENTENCES:
        return Act(Intent.not_understood)
    if name in ("viec", "tasks") and re.match(r"#?\d", rest):
        return f"việc {rest}"
    if name in ("tin", "news") and not rest:
        return "tình hình tin bài"
    return f"{_SENTENCES[name]} {rest}".strip()
