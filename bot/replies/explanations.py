"""A reason asked for and given: what who asked, whose work it is, and who asked again read."""

from collections.abc import Sequence

from bot.replies.decisions import unreached
from bot.replies.reader import Reader, Reply, addressed, named, numbers, spoken_by
from bot.usecases.ask_explanation import (
    AskingNotYours,
    ExplanationAsked,
    ExplanationAwaited,
    ExplanationKnown,
    ExplanationsAsked,
    NothingToExplain,
    NotWithThem,
    OwnToExplain,
)
from bot.usecases.dates import SetAbove
from bot.usecases.explain import Explained, Kept
from jobs.rules.text import capital
from storage.queries.duties import DutyLine

EXAMPLE = "chờ văn bản của Sở"
_BY_TITLE = 5  # beyond, numbers alone


def who_reads(kept: Kept, reader: Reader) -> str:
    """Who hears of an explanation, and when; empty where nobody does."""
    _ = reader.words
    text = "".join(" " + _("Em báo {who} ngay.", who=addressed(who, reader)) for who in kept.askers)
    if kept.head:
        text += " " + _("Em báo {who} trong tin nhắn sáng tới.", who=addressed(kept.head, reader))
    return text


def asked(result: ExplanationAsked, reader: Reader) -> Reply:
    _ = reader.words
    what, to = named(result.line, reader, period=True), addressed(result.to, reader)
    if not result.reached:
        text = _("em đã ghi đề nghị {to} giải trình {what}.", to=to, what=what) + " " + unreached(result.to, reader)
    else:
        text = _("em đã chuyển {to} đề nghị giải trình {what}.", to=to, what=what)
        text += " " + _("Có giải trình em báo {call} ngay.", call=reader.call)
    return Reply(text, (result.line.duty.id,), undoable=True)


def asked_together(result: ExplanationsAsked, reader: Reader) -> Reply:
    """Whom, and of which numbers; one line a person."""
    _ = reader.words
    by_person: dict[int, list[ExplanationAsked]] = {}
    for one in result.asked:
        by_person.setdefault(one.to.id, []).append(one)
    lines = []
    for mine in by_person.values():
        n, to = numbers([one.line.number for one in mine]), addressed(mine[0].to, reader)
        missed = "" if mine[0].reached else " " + _("(chưa kết nối, {call} báo giúp em)", call=reader.call)
        lines.append(_("{to}: việc {n}", to=capital(to), n=n) + missed)
    text = _("em đã chuyển đề nghị giải trình:") + "\n" + "\n".join(lines) if lines else ""
    if result.awaited:
        lines = [text] if text else []
        text = "\n".join([*lines, _("đang chờ trả lời: việc {n}", n=numbers(result.awaited))])
    if result.own:
        lines = [text] if text else []
        text = "\n".join([*lines, _("việc {n} do {call} phụ trách.", n=numbers(result.own), call=reader.call)])
    if result.asked:
        text += "\n" + _("Có giải trình em báo {call} ngay.", call=reader.call)
    about = tuple(one.line.duty.id for one in result.asked)
    return Reply(text, about, undoable=bool(result.asked))


def asked_of_owner(results: Sequence[ExplanationAsked], by: Reader, reader: Reader) -> str:
    """The one message that whose work it is gets of all that one person asks of him."""
    _ = reader.words
    lines = [result.line for result in results]
    who = capital(addressed(by.person, reader))
    if len(lines) == 1:
        text = _(
            "{By} đề nghị {call} giải trình {what}{due}.",
            By=who,
            call=reader.call,
            what=named(lines[0], reader, period=True),
            due=_due(lines[0], reader),
        )
    elif len(lines) > _BY_TITLE:
        text = _(
            "{By} đề nghị {call} giải trình các việc {n}.",
            By=who,
            call=reader.call,
            n=numbers([x.number for x in lines]),
        )
    else:
        text = _("{By} đề nghị {call} giải trình:", By=who, call=reader.call)
        text += "".join("\n" + capital(named(x, reader, period=True)) + _due(x, reader) for x in lines) + "\n"
    example = f"giải trình {lines[0].number}: {EXAMPLE}"
    return (
        text.rstrip()
        + ("\n" if "\n" in text else " ")
        + _('{Call} nhắn, ví dụ: "{example}"', Call=reader.Call, example=example)
    )


def _due(line: DutyLine, reader: Reader) -> str:
    _ = reader.words
    due = line.duty.due_on
    return _(", hạn {day}", day=reader.short(due)) if due else ""


def given_to_asker(result: Explained | SetAbove, by: Reader, reader: Reader) -> str:
    """At once, to who asked for it; of a restricted task no reason."""
    _ = reader.words
    what, who = named(result.line, reader, period=True), capital(spoken_by(by, result.kept.given_by, reader))
    if result.line.task.restricted:
        return _("{By} đã giải trình {what}; nội dung hạn chế nên em không gửi qua tin nhắn.", By=who, what=what)
    text = _("{By} giải trình {what}: {reason}.", By=who, what=what, reason=result.kept.event.text.rstrip(" ."))
    again = f"đề nghị giải trình lại việc {result.line.number}"
    return text + " " + _('Cần rõ hơn, {call} nhắn "{again}".', call=reader.call, again=again)


def known(result: ExplanationKnown, reader: Reader) -> Reply:
    _ = reader.words
    line, event = result.line, result.event
    reason = _("nội dung hạn chế") if line.task.restricted else event.text.rstrip(" .")
    text = _(
        '{what}: {who} đã giải trình ngày {day}: {reason}. Cần rõ hơn, {call} nhắn "{again}".',
        what=named(line, reader, period=True), who=addressed(result.by, reader), day=reader.short(event.day), reason=reason,
        call=reader.call, again=f"đề nghị giải trình lại việc {line.number}",
    )  # fmt: skip
    return Reply(text, (line.duty.id,))


def awaited(result: ExplanationAwaited, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "{call} đã đề nghị giải trình {what} ngày {day}, em đang chờ trả lời; có là em báo ngay.",
        call=reader.call, what=named(result.line, reader, period=True), day=reader.short(result.event.day),
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def nothing_to_explain(result: NothingToExplain, reader: Reader) -> Reply:
    _ = reader.words
    if result.line is None:
        return Reply(_("không có việc quá hạn nào chưa giải trình nên em chưa hỏi ai."))
    text = _(
        "{what} đã báo xong ngày {day}, đang chờ duyệt nên em chưa hỏi ai.",
        what=named(result.line, reader, period=True), day=reader.short(result.line.duty.reported_on or reader.day),
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def own(result: OwnToExplain, reader: Reader) -> Reply:
    _ = reader.words
    n = result.line.number
    text = _(
        '{what} do {call} phụ trách nên em chưa hỏi ai; {call} nhắn, ví dụ: "{example}"',
        what=named(result.line, reader, period=True), call=reader.call, example=f"giải trình {n}: {EXAMPLE}",
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def not_with_them(result: NotWithThem, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        '{what} do {owner} phụ trách, không phải {typed}; em chưa hỏi ai. {Call} nhắn "{example}" để em hỏi {owner}.',
        what=named(result.line, reader, period=True), owner=addressed(result.owner, reader), typed=result.typed,
        Call=reader.Call, example=f"đề nghị giải trình việc {result.line.number}",
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def not_yours(_result: AskingNotYours, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'đề nghị giải trình là phần của trưởng đơn vị, người theo dõi kế hoạch và lãnh đạo; em chưa hỏi ai. Giải trình việc của mình, {call} nhắn, ví dụ: "{example}"',
        call=reader.call, example=f"giải trình 12: {EXAMPLE}",
    )  # fmt: skip
    return Reply(text)


def wish_taken_back(line: DutyLine, by: Reader, reader: Reader) -> str:
    """At once, to whose work it is, when who asked wants no reason any more."""
    _ = reader.words
    return _("{By} thôi đề nghị giải trình {what}.", By=capital(addressed(by.person, reader)), what=named(line, reader))


def explanation_taken_back(line: DutyLine, by: Reader, reader: Reader) -> str:
    """At once, to who asked for a reason and was told one that no longer stands."""
    _ = reader.words
    return _(
        "{By} đã bỏ giải trình vừa ghi của {what}.", By=capital(addressed(by.person, reader)), what=named(line, reader)
    )
