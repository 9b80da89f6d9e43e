"""The one route of a message: chat, person, acts, use cases, one answer. The caller commits and marks it done."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot import asking, menus, pressed
from bot.channels.factory import CARRY_FILES
from bot.conversation import after_refusal, reading, reasons
from bot.conversation.asked_before import asked_again
from bot.conversation.carried_out import to_ask
from bot.conversation.files_in_chat import (
    files_of_which,
    give_up_upload,
    handed_in,
    is_proof,
    kept_with,
    pasted_plan,
    proved,
    wanted,
    with_files_before,
    without_words,
)
from bot.conversation.rest_told import with_rest
from bot.conversation.say_back import are_parts, say_back
from bot.conversation.sender import sender_of
from bot.conversation.sparing import is_spared
from bot.conversation.speaking_for import speaking_for
from bot.conversation.strangers import handle_stranger, tell_newcomers
from bot.conversation.task_drafts import draft_of, is_of_draft, just_read_back, keep_draft, said_of_draft
from bot.conversation.telling import owe, tell_at_once
from bot.conversation.wish_because import wish_because
from bot.file_worker import Brought, FileParts
from bot.handlers import reopen_acts
from bot.handlers.acts import perform
from bot.handlers.duty_acts import Done, LeftAlone
from bot.replies.compose import Answer, compose
from bot.replies.reader import Reader
from bot.understanding import agreed
from bot.understanding.intents import Act, Intent, Understanding
from bot.understanding.rules.small import by_itself, only_a_sign
from bot.understanding.rules.units import speaks_of_a_part
from bot.usecases import file_reading, help, proof
from bot.usecases.join import welcome
from bot.usecases.said import Said, TypedFor
from jobs.calendar import working_calendar
from jobs.clock import office_day
from storage.database import unavailable
from storage.kinds import NoticeKind
from storage.models.channels import Chat
from storage.models.messages import Inbox
from storage.models.organisation import Agency
from storage.notice_keys import reply_key
from storage.queries import conversation
from storage.queries.connections import channel_of
from storage.queries.people import Person

_log = logging.getLogger(__name__)

LONGEST_OUTAGE = timedelta(days=7)  # a clock that is further off is not believed


def handle(
    session: Session, inbox: Inbox, now: datetime, brought: Brought | None = None, *, public_url: str = ""
) -> None:
    """Handle one stored message: its effect, its events and its answers, in the caller's transaction.

    brought: the file that came with it, where `wants_file` wanted it. public_url: where links lead, "" for none.
    """
    sender = sender_of(session, inbox, now)
    if sender is None:
        return
    agency, day, chat, who = sender
    text = (inbox.text or "").strip()
    if chat.off_at is not None:  # whoever writes can be written to again
        chat.off_at = chat.off_reason = None
        session.add(chat)
    if who is None:
        handle_stranger(session, inbox, chat, agency, text, day, now)
        return
    said, replying = _said(session, inbox, chat, who, _sent_day(inbox, agency, now), now)
    said = replace(said, public_url=public_url, files=channel_of(session, chat) in CARRY_FILES)
    if brought is not None and is_proof(session, said, inbox, replying, brought):
        results = proved(
            session, said, brought, text, lambda setting: _results(session, setting, inbox, text, replying)
        )
    elif brought is not None:
        results = handed_in(session, said, brought)
    else:
        results = _results(session, said, inbox, text, replying)
    give_up_upload(session, inbox, results)
    pressed.take_off(session, inbox, results)
    answer = compose(with_rest(session, said, results), Reader(who, day))
    if answer and not is_spared(session, inbox, chat, results, day, said.calendar):
        _reply(session, inbox, chat, who, answer, day, now)
    tell_at_once(session, results, Reader(who, day), now)
    tell_newcomers(session, results, day, now)


def parked(session: Session, inbox: Inbox, now: datetime) -> None:
    """A message that failed three times: its sender hears that nothing was recorded."""
    sender = sender_of(session, inbox, now)
    if sender is None or sender.who is None:
        return
    if answer := compose([asking.WentWrong()], Reader(sender.who, sender.day)):
        _reply(session, inbox, sender.chat, sender.who, answer, sender.day, now)


def wants_file(session: Session, inbox: Inbox, now: datetime) -> file_reading.Setting | file_reading.AsProof | None:
    """How the file of a message is to be had; None where it is left alone."""
    sender = sender_of(session, inbox, now)
    if sender is None or sender.who is None:
        return None
    said, replying = _said(session, inbox, sender.chat, sender.who, sender.day, now)
    return wanted(session, said, inbox, replying)


def _sent_day(inbox: Inbox, agency: Agency, now: datetime) -> date:
    """The office's day on which it was written: what waited while the machine was off still counts for that day."""
    return office_day(max(min(inbox.sent_at, now), now - LONGEST_OUTAGE), agency.time_zone)


def _said(session: Session, inbox: Inbox, chat: Chat, who: Person, day: date, now: datetime) -> tuple[Said, bool]:
    """The setting of a message, and whether it answers one of ours."""
    agency_id = inbox.agency_id
    replied = conversation.about_of_message(session, agency_id, chat.id, inbox.reply_to) if inbox.reply_to else None
    about = replied if replied is not None else conversation.last_about(session, agency_id, chat.id, day)
    shown = conversation.last_about(session, agency_id, chat.id)
    said = Said(
        who, now, day, working_calendar(session), inbox.id, about=tuple(about), shown=tuple(shown),
        replied=bool(replied), chat_id=chat.id,
    )  # fmt: skip
    return said, bool(replied)


def _results(session: Session, said: Said, inbox: Inbox, text: str, replying: bool) -> list[object]:
    if inbox.kind == "start":
        return [welcome(session, said.who)]
    if not text and inbox.kind == "file":
        return [without_words(session, said, inbox)]
    if not text and inbox.kind == "media":
        return [help.OnlyWords()]
    if not text or inbox.kind == "unsupported" or by_itself(text) or only_a_sign(text):
        return []
    options = asking.open_options(session, said)
    if picked := _picked(session, said, options, text) or kept_with(session, said, text):
        results = _run(session, said, [(option.act, option.duty_id) for option in picked])
        return [*results, *([] if any(map(is_of_draft, picked)) else keep_draft(session, said, options))]
    if options and (answered := _answered(session, said, options, text)):
        return answered
    if not options and (again := asked_again(session, said, text)):
        return [again]
    if pasted := pasted_plan(session, said, text, replying):
        if isinstance(pasted.read, file_reading.SecretFile):
            inbox.text = None  # it must not lie in the table
        return handed_in(session, said, pasted)
    offered = draft_of(options)
    understood = wish_because(options, text) or after_refusal.argued(session, said, text)
    understood = understood or reopen_acts.decided(session, said, text)
    understood = understood or reading.read(session, said, text, replying)
    if of_draft := said_of_draft(session, said, text, understood, options):
        return _run(session, said, [(of_draft, None)])
    if said.chat_id and not (offered and reading.says_nothing(understood)):
        # What is said in between may be about other tasks, so that a number typed later would be a guess.
        asking.drop(session, said.agency_id, said.chat_id, said.now)
    results = _understood(session, said, understood, text)
    return [*results, *keep_draft(session, said, options, results, text)]


def _answered(session: Session, said: Said, options: tuple[asking.Option, ...], text: str) -> list[object]:
    """What a message does to the open question where it picks none of its answers: completes, mends, puts off or drops it."""
    if neither := asking.which_letter(options, text):
        return [neither]
    if lacking := asking.still_lacking(options, text):
        return _run(session, said, [(option.act, option.duty_id) for option in lacking])
    if agreed.puts_off(text):  # it waits on
        return [LeftAlone(())]
    if agreed.declines(text, whole=True):
        asking.close(session, said.agency_id, said.chat_id or 0, said.now)
        return [LeftAlone(())]
    if speaks_of_a_part(text, options[0].act):  # once the unit is split, as it is read back again
        return _run(session, said, [(options[0].act.with_slots(part="later"), None)])
    offered = draft_of(options)
    if mended := offered and just_read_back(options) and reading.task_mended_by(session, said, text, offered):
        return _run(session, said, [(mended, None)])
    awaited = asking.awaited(options)
    if completed := awaited and reading.completed_by(session, said, text, awaited):
        asking.close(session, said.agency_id, said.chat_id or 0, said.now)
        return [*_run(session, said, [(act, None) for act in completed]), *keep_draft(session, said, options)]
    return []


def _understood(session: Session, said: Said, understood: Understanding, text: str) -> list[object]:
    readings, instead = to_ask(session, said, understood, text)
    if instead:
        return [instead]
    if any(act.intent is not Intent.smalltalk_other for act in readings):  # nothing to record is nothing to ask
        done = _settled(session, said, understood.certain)
        parts = are_parts(understood, readings)
        asked = say_back(session, said, readings, beside=bool(done), parts=parts)
        return [*done, *(_run(session, said, [(readings[0], None)]) if asked is None else [asked])]
    return _run(session, said, [(act, None) for act in understood.acts])


def _run(session: Session, said: Said, acts: Sequence[tuple[Act, int | None]]) -> list[object]:
    """Every act in order; the first question one of them asks is kept."""
    results, options = _performed(session, said, acts)
    if options and said.chat_id:
        asking.ask(session, said.agency_id, said.chat_id, said.inbox_id, options, said.now)
    return results


def _settled(session: Session, said: Said, acts: Sequence[Act]) -> list[object]:
    """What is certain beside a doubt; nothing of it where it asks too, for a chat has one open question."""
    attempt = session.begin_nested()
    results, options = _performed(session, said, [(act, None) for act in acts])
    if options:
        attempt.rollback()
        return []
    attempt.commit()
    return results


def _performed(
    session: Session, said: Said, acts: Sequence[tuple[Act, int | None]]
) -> tuple[list[object], tuple[asking.Option, ...]]:
    results: list[object] = []
    options: tuple[asking.Option, ...] = ()
    said = with_files_before(session, said, acts)
    for act, duty_id in acts:
        speaking = speaking_for(session, said, act)
        if isinstance(speaking, asking.PersonUnknown):
            results.append(speaking)
            continue
        done = _perform(session, speaking, act, duty_id)
        results += [*([TypedFor(speaking.behalf)] if speaking.behalf else []), *done.results]
        options = options or done.options or reasons.wanted(act, done.results)
    which = files_of_which(session, said, acts)
    return [*results, *which.results, *proof.spent_on_news(session, said, results)], options or which.options


def _picked(session: Session, said: Said, options: tuple[asking.Option, ...], text: str) -> tuple[asking.Option, ...]:
    """Those of the open question that this message picks; the question is closed then."""
    picked = asking.chosen(options, text) or reading.named_unit(session, said, options, text)
    picked = reading.unless_ordered(session, said, picked, text)
    if picked and said.chat_id:
        asking.close(session, said.agency_id, said.chat_id, said.now)
    return picked


def _perform(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """One act on its own savepoint, so that its failure loses none of the others."""
    try:
        with session.begin_nested():
            return perform(session, said, act, duty_id)
    except Exception as error:
        if unavailable(error):
            raise  # tried again with the whole message
        _log.exception("an act of message %s failed: %s", said.inbox_id, act.intent)
        return Done((asking.WentWrong(),))


def _reply(session: Session, inbox: Inbox, chat: Chat, who: Person, answer: Answer, day: date, now: datetime) -> None:
    buttons = [[list(button) for button in row] for row in answer.buttons]
    menus.want(session, chat, who)
    owe(
        session, chat, reply_key(inbox.id, 1), NoticeKind.REPLY, answer.text, day, now, staff_id=who.id,
        inbox_id=inbox.id, about=list(answer.about), buttons=buttons, file_id=answer.file_id,
    )  # fmt: skip


FILES = FileParts(wants_file, handle, parked)
