"""Who may do what: one table (design: "Who sees and does what"); use cases ask `may` and nothing else."""

from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.intents import Intent
from storage.kinds import Role
from storage.models.duties import Duty
from storage.models.plans import Plan
from storage.queries.people import Person


class Right(StrEnum):
    SEE_CARD = "see_card"
    SEE_PERSONS = "see_persons"  # names, reasons and internal dates
    SEE_WORK_OF = "see_work_of"  # all that one person holds
    REPORT = "report"  # done, result, evidence, received, explained, an event's day
    ASK_TIME = "ask_time"  # another date wished for; who decides it himself orders it
    MOVE_TARGET = "move_target"  # internal dates
    MOVE_DUE = "move_due"  # official dates that the office set
    DATE_UNDATED = "date_undated"  # the first date of what has none
    DECIDE = "decide"  # accept and return
    REOPEN = "reopen"  # what was accepted, with a reason
    HAND_OUT = "hand_out"
    CHANGE_UNITS = "change_units"  # their names, which there are, who is in them
    READ_INDICATOR = "read_indicator"  # say how far a figure of the plan stands
    SET_CONTACT = "set_contact"  # who answers for a unit where nobody has the work
    ADD_TASK = "add_task"  # outside any plan, for a unit
    ASK_EXPLANATION = "ask_explanation"  # have somebody say why work is late
    REMIND = "remind"  # have others reminded
    SEND_NEWS = "send_news"
    SEE_COUNTS = "see_counts"
    REVIEW_PLAN = "review_plan"
    SPREAD_WORK = "spread_work"  # internal dates for a whole plan
    SET_CALENDAR = "set_calendar"  # days off and worked
    SET_ABSENCE = "set_absence"  # who is away, and who stands in
    SORT_YEAR = "sort_year"  # say of a line what becomes of it at the year's end
    CLOSE_YEAR = "close_year"  # carry over and close what the owners of a unit sorted
    ADMIT = "admit"  # let somebody unknown in under the name of a person
    SEE_JOINED = "see_joined"  # who is connected and who is not
    SEE_BUDGET = "see_budget"  # what the bots may still send
    DISCONNECT = "disconnect"  # make a person's chats a stranger's again
    GO_LIVE = "go_live"  # end the trial of the office


class Hat(StrEnum):
    """A role, or the keeping of a plan, which is no membership."""

    STAFF = "staff"
    UNIT_HEAD = "unit_head"
    KEEPER = "keeper"
    OFFICE_HEAD = "office_head"
    LEADER = "leader"


class Reach(StrEnum):
    """How far a hat carries a right."""

    OWN = "own"  # what waits for this very person: recipient, or decider where something is decided
    UNIT = "unit"
    PLAN = "plan"  # plans he keeps; the agency's keeper also what belongs to no plan
    AGENCY = "agency"


TABLE: dict[Right, dict[Hat, Reach]] = {
    Right.SEE_CARD: dict.fromkeys(Hat, Reach.AGENCY),
    Right.SEE_COUNTS: dict.fromkeys(Hat, Reach.AGENCY),
    Right.SEE_PERSONS: {
        Hat.STAFF: Reach.UNIT,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.PLAN,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.AGENCY,
    },
    Right.SEE_WORK_OF: {
        Hat.STAFF: Reach.OWN,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.AGENCY,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.AGENCY,
    },
    Right.REPORT: {
        Hat.STAFF: Reach.OWN,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.PLAN,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.OWN,
    },
    Right.ASK_TIME: {
        Hat.STAFF: Reach.OWN,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.PLAN,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.AGENCY,
    },
    Right.MOVE_TARGET: {Hat.UNIT_HEAD: Reach.UNIT, Hat.KEEPER: Reach.PLAN, Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.MOVE_DUE: {Hat.OFFICE_HEAD: Reach.AGENCY, Hat.LEADER: Reach.AGENCY},
    Right.DATE_UNDATED: {Hat.KEEPER: Reach.PLAN, Hat.OFFICE_HEAD: Reach.AGENCY, Hat.LEADER: Reach.AGENCY},
    Right.DECIDE: {
        Hat.STAFF: Reach.OWN,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.OWN,
        Hat.OFFICE_HEAD: Reach.OWN,
        Hat.LEADER: Reach.OWN,
    },
    Right.REOPEN: {
        Hat.STAFF: Reach.OWN,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.PLAN,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.OWN,
    },
    Right.HAND_OUT: {Hat.UNIT_HEAD: Reach.UNIT, Hat.KEEPER: Reach.PLAN, Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.READ_INDICATOR: {
        Hat.STAFF: Reach.UNIT,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.PLAN,
        Hat.OFFICE_HEAD: Reach.AGENCY,
    },
    Right.CHANGE_UNITS: {Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.SET_CONTACT: {Hat.UNIT_HEAD: Reach.UNIT, Hat.KEEPER: Reach.PLAN, Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.ADD_TASK: {
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.AGENCY,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.AGENCY,
    },
    Right.REMIND: {
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.PLAN,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.AGENCY,
    },
    Right.ASK_EXPLANATION: {
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.PLAN,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.AGENCY,
    },
    Right.SEND_NEWS: {
        Hat.STAFF: Reach.UNIT,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.AGENCY,
        Hat.OFFICE_HEAD: Reach.AGENCY,
    },
    Right.REVIEW_PLAN: {Hat.KEEPER: Reach.PLAN, Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.SPREAD_WORK: {Hat.KEEPER: Reach.PLAN, Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.SET_CALENDAR: {Hat.KEEPER: Reach.AGENCY, Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.SET_ABSENCE: {
        Hat.STAFF: Reach.OWN,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.AGENCY,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.OWN,
    },
    Right.SORT_YEAR: {
        Hat.STAFF: Reach.OWN,
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.PLAN,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.OWN,
    },
    Right.CLOSE_YEAR: {Hat.UNIT_HEAD: Reach.UNIT, Hat.KEEPER: Reach.PLAN, Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.ADMIT: {Hat.UNIT_HEAD: Reach.UNIT, Hat.KEEPER: Reach.PLAN, Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.SEE_JOINED: {
        Hat.UNIT_HEAD: Reach.UNIT,
        Hat.KEEPER: Reach.AGENCY,
        Hat.OFFICE_HEAD: Reach.AGENCY,
        Hat.LEADER: Reach.AGENCY,
    },
    Right.SEE_BUDGET: {Hat.KEEPER: Reach.AGENCY, Hat.OFFICE_HEAD: Reach.AGENCY},
    Right.DISCONNECT: {Hat.KEEPER: Reach.PLAN},  # the agency's keeper: it belongs to no plan
    Right.GO_LIVE: {Hat.KEEPER: Reach.PLAN},
}
#: What each intent asks for, of the subject it is about: one of these rights at least. Empty ones are open to everybody
#: who is known here: of oneself, of the sender's own last change, or an answer to what was asked of him.
ASKED: dict[Intent, tuple[Right, ...]] = {
    **dict.fromkeys(
        (
            Intent.done, Intent.progress, Intent.same_as_before, Intent.none_arose, Intent.waiting_for_signature,
            Intent.evidence_only, Intent.explain, Intent.event_day, Intent.greeting_thanks, Intent.snooze,
            Intent.bare_texts, Intent.mend_text, Intent.verdict_wish, Intent.give_back,
        ),
        (Right.REPORT,),
    ),
    Intent.undo_done: (Right.REOPEN, Right.REPORT),
    Intent.extend_request: (Right.ASK_TIME,),
    Intent.set_deadline: (Right.MOVE_TARGET, Right.MOVE_DUE, Right.DATE_UNDATED, Right.ASK_TIME),
    Intent.approve: (Right.DECIDE, Right.MOVE_TARGET, Right.MOVE_DUE),
    Intent.reject: (Right.DECIDE, Right.MOVE_TARGET, Right.MOVE_DUE),
    Intent.assign: (Right.HAND_OUT, Right.SET_CONTACT),
    Intent.new_task: (Right.ADD_TASK,),
    Intent.drop_task: (Right.ADD_TASK,),
    **dict.fromkeys((Intent.submit_news, Intent.news_back), (Right.SEND_NEWS,)),
    **dict.fromkeys((Intent.remind_unit, Intent.draft_group_reminder), (Right.REMIND,)),
    **dict.fromkeys(
        (
            Intent.status_overall, Intent.status_plan, Intent.status_unit, Intent.report_request,
            Intent.who_missed_results, Intent.news_status, Intent.indicators,
        ),
        (Right.SEE_COUNTS,),
    ),
    **dict.fromkeys(
        (
            Intent.task_detail, Intent.overdue_list, Intent.slipping_list, Intent.stuck_list, Intent.search,
            Intent.six_clear, Intent.due_soon, Intent.unassigned_or_undated, Intent.who_was_reminded, Intent.my_results,
            Intent.preview_morning, Intent.unit_contact, Intent.show_proof, Intent.plan_file,
        ),
        (Right.SEE_CARD,),
    ),
    **dict.fromkeys(
        (
            Intent.show, Intent.confirm, Intent.discard, Intent.name_unit, Intent.plan_version, Intent.withdraw_plan,
            Intent.left_out, Intent.hand_in, Intent.review_file, Intent.take_changes, Intent.review_doubts,
            Intent.answer_doubt, Intent.mark_secret, Intent.set_line_target, Intent.name_group,
        ),
        (Right.REVIEW_PLAN,),
    ),
    Intent.spread_work: (Right.SPREAD_WORK,),
    Intent.ask_explanation: (Right.ASK_EXPLANATION,),
    Intent.indicator_reading: (Right.READ_INDICATOR,),
    **dict.fromkeys((Intent.change_unit, Intent.move_people, Intent.name_office), (Right.CHANGE_UNITS,)),
    Intent.admit: (Right.ADMIT,),
    Intent.not_joined: (Right.SEE_JOINED,),
    Intent.bot_budget: (Right.SEE_BUDGET,),
    Intent.disconnect: (Right.DISCONNECT,),
    Intent.go_live: (Right.GO_LIVE,),
    Intent.calendar_day: (Right.SET_CALENDAR,),
    **dict.fromkeys((Intent.absence, Intent.back_at_work), (Right.SET_ABSENCE,)),
    Intent.who_is_away: (),
    Intent.sort_year: (Right.SORT_YEAR,),
    Intent.close_year: (Right.CLOSE_YEAR,),
    **dict.fromkeys(
        (
            Intent.my_tasks, Intent.whole_list, Intent.settings_time, Intent.settings_language, Intent.help,
            Intent.joining, Intent.choose_channel, Intent.answer, Intent.what_was_undone, Intent.smalltalk_other, Intent.not_understood,
        ),
        (),
    ),
}  # fmt: skip
#: What an admin may without a role that opens tasks.
ADMINS = frozenset(
    {
        Right.SET_CALENDAR,
        Right.CHANGE_UNITS,
        Right.ADMIT,
        Right.SEE_JOINED,
        Right.SEE_BUDGET,
        Right.DISCONNECT,
        Right.GO_LIVE,
    }
)


@dataclass(frozen=True)
class Subject:
    """What a right is asked for; `owners` are the people whose own it is."""

    agency_id: int
    unit_id: int | None = None
    plan_id: int | None = None
    owners: frozenset[int] = frozenset()


def of_duty(duty: Duty, plan: Plan | None, right: Right) -> Subject:
    owners = {duty.decider_id} if right in (Right.DECIDE, Right.REOPEN) else {duty.recipient_id, duty.person_id}
    if right in (Right.MOVE_TARGET, Right.MOVE_DUE, Right.DATE_UNDATED):  # no owner decides his own date
        owners = set()
    return Subject(duty.agency_id, duty.unit_id, plan.id if plan else None, frozenset(o for o in owners if o))


def hats(who: Person) -> frozenset[Hat]:
    """What this person wears; an admin alone wears nothing that opens tasks."""
    worn = {Hat(role.value) for role in who.roles if role is not Role.ADMIN}
    if who.is_keeper():
        worn.add(Hat.KEEPER)
    return frozenset(worn)


def may(who: Person, right: Right, subject: Subject) -> bool:
    """True where one of the person's hats carries the right as far as the subject; never across agencies."""
    if subject.agency_id != who.agency.id:
        return False
    if right in ADMINS and Role.ADMIN in who.roles:
        return True
    row = TABLE[right]
    return any(hat in row and _reaches(who, hat, row[hat], subject) for hat in hats(who))


def _reaches(who: Person, hat: Hat, reach: Reach, subject: Subject) -> bool:
    if reach is Reach.AGENCY or who.id in subject.owners:
        return True
    if reach is Reach.UNIT:
        return subject.unit_id in (who.heads if hat is Hat.UNIT_HEAD else who.unit_ids)
    if reach is Reach.PLAN:
        return subject.plan_id in who.keeps or (subject.plan_id is None and who.keeps_agency)
    return False
