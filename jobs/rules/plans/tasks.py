"""Drafts of rows with their phrases read: who, when, what must come out, and what is doubtful."""

from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.plans.columns import Column
from jobs.rules.plans.model import Parties, PlanTask
from jobs.rules.plans.phrases import Context
from jobs.rules.plans.rows import Draft
from jobs.rules.plans.units import starts_unit, unit_key
from jobs.rules.text import tidy


def as_task(draft: Draft, context: Context) -> PlanTask:
    line = draft.line
    value = line.values.get
    lead, coordinate, assigned = (value(column, "") for column in (Column.LEAD, Column.COORDINATE, Column.ASSIGNED))
    product = "\n".join(filter(None, (lines(value(column, "")) for column in (Column.PRODUCT, Column.TARGET))))
    printed = value(Column.DEADLINE, "")
    of_section = "" if tidy(printed) or draft.heading else context.section_time(draft.section)
    deadline_text = tidy(printed) or of_section
    deadline = context.deadline(line.when or of_section, product)
    lead_section = "" if tidy(lead + assigned) or draft.heading else context.section_unit(draft.section)
    parties = context.parties(lead or lead_section, coordinate, assigned)
    doubts = list(line.doubts)
    if not draft.heading:
        doubts += _doubts(parties, deadline_text, deadline, context)
    if of_section:
        doubts.append(f"Thời hạn lấy theo tên mục “{of_section}”.")
    if lead_section:
        doubts.append(f"Đơn vị chủ trì lấy theo tên mục “{lead_section}”.")
    return PlanTask(
        code=draft.code,
        section=draft.section,
        title=lines(line.title),
        parties=parties,
        responsible_text=lines(line.printed.get(Column.LEAD if lead else Column.ASSIGNED) or lead or assigned),
        deadline_text=deadline_text,
        deadline=deadline,
        product=product,
        place=line.place,
        heading=draft.heading,
        number_printed=line.running,
        sub_tasks=tuple(as_task(sub, context) for sub in draft.sub_drafts),
        doubts=tuple(doubts),
    )


def lines(text: str) -> str:
    """Tidy line by line, the breaks kept."""
    return "\n".join(line for line in map(tidy, text.splitlines()) if line)


def _doubts(parties: Parties, deadline_text: str, deadline: Deadline | None, context: Context) -> list[str]:
    doubts = list(parties.doubts)
    known = {unit_key(name) for name in context.known_units}
    if not parties.lead:
        doubts.append("Chưa ghi đơn vị chủ trì.")
    doubts += [
        f"“{name}” chưa rõ là đơn vị nào."
        for name in (*parties.lead, *parties.coordinate)
        if not starts_unit(name) and unit_key(name) not in known
    ]
    if deadline_text and deadline:
        unread = deadline.kind in (DeadlineKind.NONE, DeadlineKind.UNSPECIFIED)
        if deadline.to_confirm or (unread and deadline.note):
            doubts.append(f"Thời hạn “{deadline_text}”: {deadline.note}.")
        elif unread:
            doubts.append(f"Chưa đọc được thời hạn “{deadline_text}”.")
    if not deadline_text:
        doubts.append("Chưa ghi thời hạn.")
    return doubts
