"""The words kept in columns, one enum each; standard library only, so that rules may use them."""

from enum import StrEnum


class Role(StrEnum):
    """What a membership lets a person do (design: who sees and does what)."""

    STAFF = "staff"
    UNIT_HEAD = "unit_head"
    OFFICE_HEAD = "office_head"
    LEADER = "leader"
    ADMIN = "admin"


class ChannelKind(StrEnum):
    TELEGRAM = "telegram"
    ZALO = "zalo"
    CONSOLE = "console"


class Repeats(StrEnum):
    """What a bot sends once more, with a mark, when nobody can know whether it arrived."""

    USUAL = "usual"  # digests and answers
    NOTHING = "nothing"
    EVERYTHING = "everything"


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"


class PlanState(StrEnum):
    DRAFT = "draft"  # read, being reviewed; makes no duty
    ACTIVE = "active"  # confirmed, followed
    CLOSING = "closing"  # year-end sorting under way
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # a draft thrown away
    APPLIED = "applied"  # a newer version whose lines went into the plan it corrects


class Origin(StrEnum):
    ROW = "row"  # a line of the plan's table
    PROSE = "prose"  # a duty found in the plan's text
    TYPED = "typed"  # given by a person in chat


class ProductKind(StrEnum):
    """What proves a task done."""

    DOCUMENT = "document"  # a number and symbol
    FIGURE = "figure"  # a count or a percentage
    EVENT = "event"  # something that took place
    STATE = "state"  # kept up all year: "xong" is one period's result


class DueSetBy(StrEnum):
    AGENCY = "agency"  # its leaders may move the date
    ABOVE = "above"  # a higher level set it


class DateKind(StrEnum):
    """Which of a duty's two dates."""

    DUE = "due"  # hạn: the official one
    TARGET = "target"  # mốc nội bộ


class DateOutcome(StrEnum):
    """What became of a move of a date."""

    WAITING = "waiting"  # asked for, not decided
    GRANTED = "granted"
    REFUSED = "refused"
    ORDERED = "ordered"  # set without being asked for
    REPLACED = "replaced"  # another wish came before it was decided
    WITHDRAWN = "withdrawn"  # taken back


class PartyRole(StrEnum):
    LEAD = "lead"
    COORDINATE = "coordinate"


class PartyIs(StrEnum):
    UNIT = "unit"
    GROUP = "group"
    PERSON = "person"
    OUTSIDE = "outside"  # makes no duty, is shown
    UNKNOWN = "unknown"  # makes no duty, is asked about


class DutyState(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    REPORTED = "reported"
    CHECKED = "checked"
    ACCEPTED = "accepted"
    NONE_AROSE = "none_arose"
    CARRIED_OVER = "carried_over"
    NOT_DONE = "not_done"
    MERGED = "merged"
    CANCELLED = "cancelled"


class AcceptBy(StrEnum):
    NONE = "none"
    HEAD = "head"
    HEAD_THEN_COORDINATOR = "head_then_coordinator"


#: How a row of evidence names a photo, and a file without a name.
PICTURE, SOME_FILE = "ảnh", "tệp"


class EvidenceKind(StrEnum):
    DOCUMENT = "document"
    FIGURE = "figure"
    FILE = "file"


class EventKind(StrEnum):
    """What happened; the ledger is append-only."""

    PLAN_IMPORTED = "plan_imported"
    PLAN_DISCARDED = "plan_discarded"
    PLAN_CONFIRMED = "plan_confirmed"
    PLAN_WITHDRAWN = "plan_withdrawn"  # its confirmation taken back
    PLAN_CORRECTED = "plan_corrected"
    CANCELLED = "cancelled"
    RECEIVED = "received"  # "đã nhận"
    REPORTED = "reported"  # "xong"
    RESULT = "result"  # a result of the period
    NONE_AROSE = "none_arose"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REOPEN_ASKED = "reopen_asked"  # the owner wants an accepted report back
    REOPEN_REFUSED = "reopen_refused"
    ASSIGNED = "assigned"
    GIVEN_BACK = "given_back"  # its holder does not want it: who hands out is told, nothing changes hands
    TAKE_ASKED = "take_asked"  # somebody else of the unit wants it: the same
    TASK_ADDED = "task_added"  # given in chat, outside any plan
    TARGET_SET = "target_set"
    DUE_SET = "due_set"
    DATE_ASKED = "date_asked"  # xin lùi: waits for whoever decides that date
    DATE_REFUSED = "date_refused"
    EXPLAINED = "explained"  # giải trình
    EXPLANATION_ASKED = "explanation_asked"  # đề nghị giải trình: waits for whose work it is
    EVENT_BEGUN = "event_begun"  # a day was typed that a deadline counts from
    NEWS_SENT = "news_sent"
    UNDONE = "undone"
    JOINED = "joined"
    EVIDENCE_ADDED = "evidence_added"
    EVIDENCE_OUT = "evidence_out"  # a file that was sent by mistake
    DRAFT_CHANGED = "draft_changed"  # lines of a plan under review
    CALENDAR_SET = "calendar_set"  # a day off or worked
    URGED = "urged"  # somebody had others reminded
    SNOOZED = "snoozed"  # a line is left out of its reader's mornings until a day
    SETTINGS_SET = "settings_set"  # when and in which language somebody wants to be written to
    INDICATOR_READ = "indicator_read"  # how far a figure of the plan stands
    TEXT_MENDED = "text_mended"  # accents put into a result
    UNIT_CHANGED = "unit_changed"  # renamed, merged, split; people and work moved by it
    CONTACT_SET = "contact_set"  # who answers for a unit where nobody has the work
    AWAY_SET = "away_set"  # an absence, its substitute, its end
    WENT_LIVE = "went_live"  # "cho chạy": the trial of an office is over
    JOIN_REFUSED = "join_refused"  # somebody unknown asked to be let in under a name
    DISCONNECTED = "disconnected"  # a person's chats are a stranger's again
    YEAR_SORTED = "year_sorted"  # what its owner says of a line before the year ends
    YEAR_CLOSED = "year_closed"  # by "chốt năm": carried over, kept up to the end, or not done
    PLAN_CLOSING = "plan_closing"
    PLAN_CLOSED = "plan_closed"
    PLAN_REOPENED = "plan_reopened"


class SortedAs(StrEnum):
    """What an owner says of a line before its year ends."""

    EARLY = "early"  # done by a day before the last date
    LAST = "last"  # done by the last date, as an estimate
    CARRY = "carry"  # goes on next year
    KEEP = "keep"  # kept up all year, closes with it
    DROP = "drop"  # will not be done


class InboxState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    PARKED = "parked"  # failed three times; shown to the admin


class NoticeKind(StrEnum):
    DIGEST = "digest"
    WEEKLY = "weekly"
    REPLY = "reply"
    TOLD = "told"
    STRANGER = "stranger"
    TRIAL = "trial"  # somebody's morning message, which the keeper reads while the office is on trial
    URGED = "urged"  # a reminder that a person asked for
    ALARM = "alarm"  # the auditor disagrees with what was sent


class NoticeState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"  # claimed: owner, until and fence are set
    SENT = "sent"
    UNKNOWN = "unknown"  # may have arrived
    DROPPED = "dropped"  # no longer applied when its turn came
    EXPIRED = "expired"  # its day was over
    FAILED = "failed"  # given up; the keeper is told


class AuditKind(StrEnum):
    """How a morning's messages differ from what was owed; the first column of `Audit.differences`."""

    NO_MORNING = "no_morning"  # nobody was looked at
    MISSING = "missing"  # owed, and no message was made
    UNSENT = "unsent"  # owed and made, and it did not leave
    EXTRA = "extra"  # made without being owed
    TWICE = "twice"  # more than one a person and day


class DeliveryOutcome(StrEnum):
    SENT = "sent"
    LATER = "later"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class NewsState(StrEnum):
    SENT = "sent"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    PUBLISHED = "published"


class AbsenceState(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"  # recipients and deciders name the substitute
    OVER = "over"


class DayKind(StrEnum):
    OFF = "off"
    WORKING = "working"


PLANNED_KINDS = (NoticeKind.DIGEST, NoticeKind.WEEKLY)  # what the clock owes people, one a morning
MORNING_KINDS = (*PLANNED_KINDS, NoticeKind.TRIAL)  # and what stands for it while an office is on trial
FOLLOWED = (PlanState.ACTIVE, PlanState.CLOSING)  # people are reminded of their lines
BEGUN_PLANS = (*FOLLOWED, PlanState.CLOSED)  # confirmed once: they count in figures, also when over
OPEN_STATES = (DutyState.OPEN, DutyState.IN_PROGRESS)
WAITING_STATES = (DutyState.REPORTED, DutyState.CHECKED)
NOT_CLOSED = (*OPEN_STATES, *WAITING_STATES)
BY_THE_CLOCK = (EventKind.PLAN_CLOSING, EventKind.PLAN_CLOSED, EventKind.PLAN_REOPENED)  # nobody typed them
CLOSED_STATES = tuple(s for s in DutyState if s not in NOT_CLOSED)
GONE_STATES = (DutyState.CANCELLED, DutyState.MERGED)  # no part of the task any more
UNDER_WAY = (NoticeState.WAITING, NoticeState.SENDING)
