"""Acts of handing out: single tasks, all of somebody, a section, what is left; a date said with it is said too."""

from sqlmodel import Session

from bot.asking import Option, PersonUnknown, yes_or_no
from bot.handlers.duty_acts import Done, courtesy, on_duties
from bot.permissions import Right
from bot.understanding.intents import Act, Slots
from bot.usecases import assign as assigning
from bot.usecases import contacts, dates, hand_over, unit_people, units
from bot.usecases import drop_task as dropping
from bot.usecases.narrowed import narrowed
from bot.usecases.said import Said
from bot.usecases.which_duty import NotYours
from storage.kinds import OPEN_STATES, DateKind, Role

#: Minh, Em and Anh are names too.
_SELF = frozenset(("tôi", "toi", "tui", "mình", "em", "e"))


def assign(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    slots = act.slots
    if slots.mode == "contact":
        person = _name(said, slots.person)
        return Done((contacts.set_contact(session, said, act.with_slots(person=person).slots),))
    name = _name(said, slots.person)
    if slots.mode in ("all", "rest") and not slots.task_ids:
        return _many(session, said, slots, name)
    if not name and slots.unit:
        moved = unit_people.give_to_unit(session, said, slots.task_ids, slots.unit, slots.unit_full)
        if isinstance(moved, unit_people.WhichPart):
            of = (Option(u.short_name, act.with_slots(unit=u.name, unit_full=u.name)) for u in moved.parts)
            return Done((moved,), tuple(of))
        if moved:
            return Done((moved,))
        return Done((assigning.UnitNotChanged(slots.task_ids, slots.unit_full or slots.unit),))
    if slots.mode == "coordinate":
        return _helping(session, said, act, name)
    if not name:
        return Done((assigning.person_missing(session, said, slots.task_ids),))
    if name == said.who.staff.full_name and (taken := _for_himself(session, said, act, duty_id)):
        return taken
    done = on_duties(
        session, said, act.with_slots(unit_full=slots.of_unit), duty_id, Right.HAND_OUT,
        lambda line, _n: assigning.assign(session, said, line, name), OPEN_STATES,
    )  # fmt: skip
    results: list[object] = []
    for each in (_wished_where_his(session, said, each, name) for each in done.results):
        results.append(each)
        if slots.date and isinstance(each, assigning.Assigned):
            which = DateKind(slots.which) if slots.which else None
            results.append(dates.move(session, said, each.line, dates.Wish(slots.date, which)))
    if slots.partner:
        results.append(assigning.PartnerNotKept(slots.partner))
    return Done(tuple(results), done.options)


def _wished_where_his(session: Session, said: Said, result: object, name: str) -> object:
    """Who hands out nothing and orders it of his own work wants it handed over; of all other work he is refused."""
    if not isinstance(result, NotYours) or name == said.who.staff.full_name or Role.LEADER in said.who.roles:
        return result
    his = result.line.duty.held_by(said.who.id) and result.line.duty.state in OPEN_STATES
    return assigning.give_back(session, said, result.line, name) if his else result


def _many(session: Session, said: Said, slots: Slots, name: str | None) -> Done:
    spared = Slots(all_except=slots.all_except, but_people=slots.but_people, but_units=slots.but_units)
    but = narrowed(session, said, spared)
    if isinstance(but, PersonUnknown):
        return Done((but,))
    wanted = hand_over.Wanted(
        name or slots.unit or "",
        slots.from_person and _name(said, slots.from_person),
        slots.code,
        every=slots.mode == "all",
        of_unit=slots.of_unit,
        but=but,
    )
    return Done((hand_over.hand_over(session, said, wanted),))


def _helping(session: Session, said: Said, act: Act, name: str | None) -> Done:
    """Who only helps takes nothing over."""
    slots = act.slots
    helper = slots.partner or name or slots.unit or ""
    if len(slots.task_ids) != 1 or slots.unit:
        return Done((assigning.PartnerNotKept(helper),))
    owner = next(iter(slots.people), None)
    return Done((assigning.helped_by(session, said, helper, owner, slots.task_ids[0]),))


def _for_himself(session: Session, said: Said, act: Act, duty_id: int | None) -> Done | None:
    """Of who hands nothing out: what he has he only receives, what he has not he wishes for."""
    if said.behalf or duty_id is not None or not act.slots.task_ids:
        return None
    wished = {n: assigning.take_up(session, said, n) for n in act.slots.task_ids}
    his = tuple(n for n in wished if assigning.has_already(session, said, n))
    if not (his or any(wished.values())):
        return None
    received = courtesy(session, said, act.with_slots(received=True, task_ids=his), None) if his else Done()
    others = tuple(n for n, each in wished.items() if not each and n not in his)
    rest = act.with_slots(task_ids=others)
    refused = assign(session, said, rest, None) if others else Done()
    return Done((*received.results, *filter(None, wished.values()), *refused.results), received.options)


def give_back(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """What is given back changes hands by a head's word alone."""
    name = _name(said, act.slots.person)
    return on_duties(
        session, said, act, duty_id, Right.REPORT,
        lambda line, _n: assigning.give_back(session, said, line, name), OPEN_STATES,
    )  # fmt: skip


def contact(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """Taken away, or asked for."""
    do = contacts.remove_contact if act.slots.mode == "remove" else contacts.show_contacts
    return Done((do(session, said, act.slots),))


def change_unit(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    result = units.change_unit(session, said, act.slots)
    if not isinstance(result, units.UnitChangeEchoed):
        return Done((result,))
    return Done((result,), yes_or_no(act, yes=("ghi", "làm đi"), slot="part"))


def _name(said: Said, name: str | None) -> str | None:
    """ "Giao 57 cho tôi", "… cho chị" of who is called so: the sender by his full name."""
    himself = name in _SELF or (name and name == said.who.staff.honorific)
    return said.who.staff.full_name if himself else name


def drop_task(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """By number; without one the task the sender gave last today."""
    if act.slots.task_ids or duty_id is not None:
        return on_duties(
            session, said, act, duty_id, Right.ADD_TASK, lambda line, _n: dropping.drop_task(session, said, line)
        )
    line = dropping.last_given(session, said)
    return Done((line if isinstance(line, dropping.NothingToDrop) else dropping.drop_task(session, said, line),))
