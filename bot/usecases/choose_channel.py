""" "Nhắc tôi qua Zalo": of several bots a person is connected by, the one his messages go to first."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases import chat_ledger, ledger
from bot.usecases.said import Said
from storage.kinds import ChannelKind, EventKind
from storage.models.events import Event
from storage.queries import joining
from storage.queries.agencies import connections_of


@dataclass(frozen=True)
class ChannelChosen:
    """`then`: the bots his messages go to when the chosen one fails; `changed` false where it was so already."""

    channel: ChannelKind
    then: tuple[ChannelKind, ...]
    changed: bool = True
    taken_back: bool = False


@dataclass(frozen=True)
class ChannelNotJoined:
    """He has no usable chat there. `offered`: the office has such a bot; `uses`: where he is written to now."""

    channel: ChannelKind
    offered: bool
    uses: ChannelKind | None


def choose_channel(session: Session, said: Said, channel: ChannelKind) -> ChannelChosen | ChannelNotJoined:
    rows = joining.chats_of(session, said.agency_id, [said.who.id])
    usable = [(chat, bot) for chat, bot in rows if chat.off_at is None and bot.stopped_reason is None]
    first = next((chat for chat, bot in usable if bot.channel is channel), None)
    if first is None:
        offered = any(bot.channel is channel for bot in connections_of(session, said.agency_id))
        return ChannelNotJoined(channel, offered, usable[0][1].channel if usable else None)
    then = tuple(dict.fromkeys(bot.channel for chat, bot in usable if chat.id != first.id))
    if usable[0][0].id == first.id:
        return ChannelChosen(channel, then, changed=False)
    before = chat_ledger.snapshot(chat for chat, _ in rows)
    for place, chat in enumerate([first, *(chat for chat, _ in rows if chat.id != first.id)]):
        chat.preference = place
        session.add(chat)
    ledger.write(session, said, EventKind.SETTINGS_SET, for_id=said.who.id, before=before)
    session.flush()
    return ChannelChosen(channel, then)


def take_back(session: Session, said: Said, event: Event) -> ChannelChosen:
    """The order of his bots is again what it was."""
    chat_ledger.put_back(session, said, event)
    rows = joining.chats_of(session, said.agency_id, [said.who.id])
    channels = list(dict.fromkeys(bot.channel for chat, bot in rows if chat.off_at is None)) or [ChannelKind.CONSOLE]
    return ChannelChosen(channels[0], tuple(channels[1:]), taken_back=True)
