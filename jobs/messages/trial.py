"""What the keeper reads while the office is on trial: whose each message is, and how to begin."""

from jobs.messages.phrases import called, people_named
from jobs.trial import TrialMorning
from locales.translate import Translator
from storage.queries.people import Person

MOST_NAMED = 6


def whose_it_is(_: Translator, person: Person) -> str:
    """The line above a message that the keeper reads in somebody's place."""
    units = ", ".join(unit.short_name for unit in person.units.values())
    who = f"{called(_, person)} ({units})" if units else called(_, person)
    return _("[Chạy thử] Tin này sẽ gửi {who}:", who=who)


def trial_lines(_: Translator, found: TrialMorning) -> list[str]:
    """How the morning went: nobody was written to, and what ends the trial."""
    n = len(found.read)
    if not n:
        lines = [_("Chạy thử ngày thứ {day}: sáng nay không ai có việc đến ngày nhắc.", day=found.n)]
    else:
        lines = [
            _.plural(
                "Chạy thử ngày thứ {day}: {n} tin của người khác ở trên, em chưa gửi ai.",
                "Chạy thử ngày thứ {day}: {n} tin của người khác ở trên, em chưa gửi ai.",
                n,
                day=found.n,
            )
        ]
    if found.left_out:
        named = people_named(_, [called(_, person) for person in found.left_out], MOST_NAMED)
        lines.append(_("Còn tin của {named}: em gửi dần các sáng sau.", named=named))
    lines.append(_('Thấy đúng thì nhắn "cho chạy": từ sáng làm việc sau, mỗi người nhận tin của mình.'))
    return lines
