"""How one person's work stands, for those who answer for it."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.usecases import views
from bot.usecases.said import Said
from jobs.rules.classes import Counts, class_of, count_each
from storage.queries.people import Person


@dataclass(frozen=True)
class PersonWork:
    """What he holds that is not closed, in the official classes, and as his own list has it."""

    person: Person
    counts: Counts
    work: views.OwnList


def person_work(session: Session, said: Said, person: Person) -> PersonWork:
    work = views.own_list(session, replace(said, behalf=person))
    lines = (*work.late, *work.slipping, *work.soon, *work.later, *work.waiting)
    classes = (class_of(x.duty.state, x.duty.due_on, x.duty.reported_on, said.day) for x in lines)
    return PersonWork(person, count_each(classes), work)
