"""What somebody unknown writes: a code, a name and unit, or anything else; and word to whoever decides about him."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot import menus
from bot.conversation.reading import office_directory
from bot.conversation.telling import NEWS_FOR, TOLD_PRIORITY, owe
from bot.replies import joining as words
from bot.replies.compose import compose
from bot.replies.people import stranger
from bot.replies.reader import Reader
from bot.understanding.directory import Directory
from bot.understanding.rules.join import Claim, claimed
from bot.understanding.rules.small import code_typed
from bot.usecases.admit import WISH_KEY, Admitted, Turned
from bot.usecases.ask_in import AskedIn, ask_in
from bot.usecases.join import Joined, StrangerTold, greet_stranger, join
from storage.kinds import NoticeKind
from storage.models.channels import Chat
from storage.models.messages import Inbox
from storage.models.organisation import Agency
from storage.notice_keys import reply_key, told_key
from storage.queries.inbox import bubble_before
from storage.queries.notices import enqueue
from storage.queries.reach import NOBODY, reach_of_all

#: How long after a name its unit may follow in a message of its own.
NAMED_IN_TWO = timedelta(minutes=10)


def handle_stranger(
    session: Session, inbox: Inbox, chat: Chat, agency: Agency, text: str, day: date, now: datetime
) -> None:
    """Every answer to a stranger is the one line of 30 days, except that he has joined."""
    menus.want(session, chat, None)
    code = invite_code(inbox.kind, text)
    if code:
        inbox.text = None  # a code that was not used up would lie readable in the table
        result = join(session, chat, code, day, now, inbox.id)
        if isinstance(result, Joined):
            menus.want(session, chat, result.who)
            answer = compose([result], Reader(result.who, day))
            body = answer.text if answer else ""
            about = answer.about if answer else ()
            owe(
                session, chat, reply_key(inbox.id, 1), NoticeKind.REPLY, body, day, now, staff_id=result.who.id,
                inbox_id=inbox.id, about=about,
            )  # fmt: skip
            return
        line, body = result, stranger(agency.language)
    elif claim := _claim_of(session, inbox, text, office_directory(session, agency, day)):
        asked = ask_in(session, chat, claim, day, now, inbox.id)
        tell_decider(session, asked, day, now)
        line, body = asked.line, words.to_asking(agency.language)
    else:
        line, body = greet_stranger(session, chat, day), stranger(agency.language)
    if isinstance(line, StrangerTold):
        owe(session, chat, reply_key(inbox.id, 1), NoticeKind.STRANGER, body, day, now, inbox_id=inbox.id)


def _claim_of(session: Session, inbox: Inbox, text: str, directory: Directory) -> Claim | None:
    """Name and unit, also in two messages, whichever comes first."""
    if alone := claimed(text, directory):
        return alone
    before = bubble_before(session, inbox.agency_id, inbox.id, NAMED_IN_TWO)
    earlier = (before.text or "") if before else ""
    if not earlier or claimed(earlier, directory):
        return None
    pieces = re.split(r"[,.;\n]+", earlier)
    both = (f"{earlier}, {text}", *(f"{text}, {piece.strip()}" for piece in pieces))
    return next((claim for words in both if (claim := claimed(words, directory)) and claim.units), None)


def invite_code(kind: str, text: str) -> str:
    """The invite code in a stranger's words: one token that could be one, a deep link, or "mã mời: …"."""
    said = text.removeprefix("/start").split()
    found = code_typed(text)
    if found and found.slots.code:
        return found.slots.code
    bare = said[0] if len(said) == 1 and said[0].replace("-", "").isalnum() and 6 <= len(said[0]) <= 24 else ""
    return bare if bare.isascii() or kind == "start" else ""


def tell_decider(session: Session, asked: AskedIn, day: date, now: datetime) -> None:
    """One message for a stranger's wish, however many people it could mean."""
    decider = asked.decider
    if decider is None or not asked.wishes:
        return
    reply = words.asked_of_decider(asked.wishes, asked.waiting, Reader(decider, day))
    at = reach_of_all(session, decider.agency.id, [decider.id]).get(decider.id, NOBODY)
    enqueue(
        session, agency_id=decider.agency.id, key=f"{WISH_KEY}{asked.wishes[0].request.number}/{decider.id}",
        kind=NoticeKind.TOLD, priority=TOLD_PRIORITY, staff_id=decider.id, chat_id=at.chat_id, day=day, body=reply.text,
        buttons=[[list(button) for button in row] for row in reply.buttons], created_at=now, expires_at=now + NEWS_FOR,
    )  # fmt: skip


def tell_newcomers(session: Session, results: Sequence[object], day: date, now: datetime) -> None:
    """Who was let in is greeted at once; who was not reads one line, and nothing of the office."""
    for result in results:
        if isinstance(result, Admitted):
            who = result.welcome.who
            answer = compose([result.welcome], Reader(who, day))
            if answer:
                key = told_key(result.event.id, who.id)
                owe(
                    session,
                    result.chat,
                    key,
                    NoticeKind.TOLD,
                    answer.text,
                    day,
                    now,
                    staff_id=who.id,
                    about=answer.about,
                )
        elif isinstance(result, Turned):
            body = words.to_turned_down(result.wish.person.agency.language)
            key = told_key(result.event.id, result.wish.person.id)
            owe(session, result.chat, key, NoticeKind.STRANGER, body, day, now)
