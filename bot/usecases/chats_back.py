"""Taking back what changed whose a chat is, or which one is written to."""

from collections.abc import Callable

from sqlmodel import Session

from bot.usecases import admit, choose_channel, disconnect
from bot.usecases.admit import AdmissionUndone
from bot.usecases.choose_channel import ChannelChosen
from bot.usecases.disconnect import Reconnected
from bot.usecases.said import Said
from storage.kinds import EventKind
from storage.models.events import Event

ChatsBack = AdmissionUndone | Reconnected | ChannelChosen
_OF: dict[EventKind, Callable[[Session, Said, Event], ChatsBack]] = {
    EventKind.JOINED: admit.take_back,
    EventKind.JOIN_REFUSED: admit.take_back,
    EventKind.DISCONNECTED: disconnect.take_back,
    EventKind.SETTINGS_SET: choose_channel.take_back,
}


def take_back(session: Session, said: Said, event: Event) -> ChatsBack:
    return _OF[event.kind](session, said, event)
