"""Whose word a message is: "ghi hộ Thảo: …" is recorded for Thảo, where the sender may type for her."""

from dataclasses import replace

from sqlmodel import Session

from bot.asking import PersonUnknown
from bot.permissions import Right, Subject, may
from bot.understanding.intents import TYPED_FOR, Act
from bot.usecases.said import Said
from bot.usecases.who_is import named
from storage.queries.people import people


def speaking_for(session: Session, said: Said, act: Act) -> Said | PersonUnknown:
    """ "Ghi hộ Thảo: …": the same setting with the person it is recorded for."""
    name = act.slots.person
    if not name or act.intent not in TYPED_FOR:
        return said
    found = named(people(session, said.agency_id, said.day), name)
    if len(found) != 1:
        return PersonUnknown(name)
    if found[0].id == said.who.id:
        return said
    if not _may_record_for(said, found[0].unit_ids):
        return PersonUnknown(name, refused=True)
    return replace(said, behalf=found[0])


def _may_record_for(said: Said, unit_ids: frozenset[int]) -> bool:
    """Whether the sender may type for somebody of these units: a keeper for anybody, a head for his own."""
    if said.who.is_keeper() or may(said.who, Right.HAND_OUT, Subject(said.agency_id, unit_id=-1)):
        return True
    return bool(unit_ids & said.who.heads)
