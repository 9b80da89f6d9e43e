"""What a message can mean: the intents, what fills them, and the answer's public JSON shape (design, "read-message")."""

import datetime
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any


class Intent(StrEnum):
    done = "done"
    undo_done = "undo_done"
    progress = "progress"
    extend_request = "extend_request"
    snooze = "snooze"
    submit_news = "submit_news"
    news_status = "news_status"
    my_tasks = "my_tasks"
    task_detail = "task_detail"
    status_overall = "status_overall"
    status_unit = "status_unit"
    status_plan = "status_plan"
    overdue_list = "overdue_list"
    due_soon = "due_soon"
    unassigned_or_undated = "unassigned_or_undated"
    report_request = "report_request"
    approve = "approve"
    reject = "reject"
    assign = "assign"
    set_deadline = "set_deadline"
    remind_unit = "remind_unit"
    settings_language = "settings_language"
    settings_time = "settings_time"
    help = "help"
    greeting_thanks = "greeting_thanks"
    smalltalk_other = "smalltalk_other"
    # The product's own, beyond the labelled study.
    same_as_before = "same_as_before"
    none_arose = "none_arose"
    who_missed_results = "who_missed_results"
    who_was_reminded = "who_was_reminded"
    draft_group_reminder = "draft_group_reminder"
    whole_list = "whole_list"
    waiting_for_signature = "waiting_for_signature"
    evidence_only = "evidence_only"
    answer = "answer"
    show = "show"
    confirm = "confirm"
    discard = "discard"
    name_unit = "name_unit"
    plan_version = "plan_version"
    withdraw_plan = "withdraw_plan"
    left_out = "left_out"
    spread_work = "spread_work"
    hand_in = "hand_in"
    review_file = "review_file"
    take_changes = "take_changes"
    review_doubts = "review_doubts"
    answer_doubt = "answer_doubt"
    mark_secret = "mark_secret"
    set_line_target = "set_line_target"
    name_group = "name_group"
    calendar_day = "calendar_day"
    absence = "absence"
    back_at_work = "back_at_work"
    who_is_away = "who_is_away"
    explain = "explain"
    ask_explanation = "ask_explanation"
    event_day = "event_day"
    sort_year = "sort_year"
    close_year = "close_year"
    slipping_list = "slipping_list"
    stuck_list = "stuck_list"
    search = "search"
    my_results = "my_results"
    preview_morning = "preview_morning"
    new_task = "new_task"
    drop_task = "drop_task"
    six_clear = "six_clear"
    unit_contact = "unit_contact"
    change_unit = "change_unit"
    show_proof = "show_proof"
    what_was_undone = "what_was_undone"
    verdict_wish = "verdict_wish"
    give_back = "give_back"
    indicator_reading = "indicator_reading"
    indicators = "indicators"
    bare_texts = "bare_texts"
    mend_text = "mend_text"
    name_office = "name_office"
    move_people = "move_people"
    joining = "join"
    admit = "admit"
    not_joined = "not_joined"
    disconnect = "disconnect"
    choose_channel = "choose_channel"
    go_live = "go_live"
    plan_file = "plan_file"
    bot_budget = "bot_budget"
    news_back = "news_back"
    not_understood = "not_understood"


#: Acts that change something; they are never guessed.
CHANGES = frozenset(
    {
        Intent.done,
        Intent.undo_done,
        Intent.approve,
        Intent.reject,
        Intent.assign,
        Intent.set_deadline,
        Intent.extend_request,
        Intent.explain,
        Intent.ask_explanation,
        Intent.event_day,
        Intent.drop_task,
        Intent.same_as_before,
        Intent.none_arose,
        Intent.waiting_for_signature,
    }
)
#: A question about one of these orders nothing; "xin lùi 10 đến 15/12 được không", asked politely, is said all the same.
ORDERED = CHANGES - {Intent.extend_request, Intent.waiting_for_signature}
VERDICTS = (Intent.approve, Intent.reject)
#: Neither told, ordered nor asked.
NOTHING_SAID = frozenset({Intent.smalltalk_other, Intent.not_understood})
#: What a person may have typed for him; what he decides, and how he is written to, he says himself.
TYPED_FOR = frozenset(
    {
        Intent.done,
        Intent.progress,
        Intent.same_as_before,
        Intent.none_arose,
        Intent.evidence_only,
        Intent.submit_news,
        Intent.sort_year,
        Intent.waiting_for_signature,
        Intent.extend_request,
        Intent.explain,
        Intent.greeting_thanks,
    }
)


#: "Kỳ trước", "tháng trước" as a `period`: which month that is, the office's reporting day says.
PERIOD_BEFORE, MONTH_BEFORE = "period_before", "month_before"
#: As a `topic`: task by task, and not only the figures.
LISTED = "listed"
#: As a `mode`: the tasks of the list shown last.
SHOWN = "shown"
#: As a `topic` of whose results lack: what was told on a day.
TOLD = "told"


@dataclass(frozen=True)
class Slots:
    """What fills an act; empty ones are left out of the JSON.

    `date` is a day, `until` the last one of several, `period` one of 2025-11, 2025-Q4, 2025-H1, 2025-9M, 2025, 2025-W47, or one of the two below; `duration` is ISO 8601,
    `time` HH:MM; `of_unit`: whose part of a shared task is handed out;
    `but_people`, `but_units` (full names): whose work an order to many leaves out; `unclear`: words that narrow it and are not followed. `reason`, `title`, `evidence`, `text`, `unit`, `plan`, `person` are as typed. Not in the JSON:
    `but_codes`, sections left out; `statement`, all that was said, kept for the record (of progress without the task numbers); `reopens`, "mở lại" and no mere undo; `held`, a change
    denied or put off; `received`, "đã nhận" and no thanks; `greets`, a greeting that wants an answer; `own`, the sender's own list and nobody else's; `everybody`, said of all ("nhắc hết"), of each unit ("tình hình các phòng"), of no one's work in particular ("còn việc gì chưa xong");
    `to_decide`, of one's list only what waits for a decision; `topic`, what help is wanted with, which gap ("undated", "nobody") a list is of, the words a task is named by, to whom a paper should go; `brings`, the figures said beside "xong"; `instead`, a result that takes the place of those of its period; `goes_on`, the message whose result this
    one completes; `file_id`, the kept file an answer is about; `which`, the date of a move: "due", "target", "any" where no word said, of a report "week" where no week is named, and "news" of what a unit owes every month, "late" and "unanswered" of a reminder to nobody else; `text` of a reminder, what the bot should say; `of_person`, whose the task named is said to be; `shorts`, what the new `units` are called for short ("" where that is not said);
    `anew`, of a slip taken back and of the rest of a list: the tasks of which the message says something else, `finished` where that is "xong"; `later`, "lùi": to a later day, and no other; `of_period`, of "xong" that of one
    period only ("xong kỳ tháng 10"); `of_act`, the intent of the act that is taken back, where it is named: "duyệt nhầm"; `astray`, of small talk: the message before was meant for others.
    """

    task_ids: tuple[int, ...] = ()
    unit: str | None = None
    unit_full: str | None = None
    person: str | None = None
    from_person: str | None = None
    partner: str | None = None
    of_unit: str | None = None
    plan: str | None = None
    percent: int | None = None
    date: datetime.date | None = None
    until: datetime.date | None = None
    period: str | None = None
    duration: str | None = None
    duration_unit: str | None = None
    time: str | None = None
    part: str | None = None
    weekday: str | None = None
    reason: str | None = None
    title: str | None = None
    evidence: str | None = None
    text: str | None = None
    language: str | None = None
    mode: str | None = None
    recurrence: str | None = None
    news_ids: tuple[int, ...] = ()
    items: int | None = None
    all_except: tuple[int, ...] | None = None
    but_people: tuple[str, ...] = ()
    but_units: tuple[str, ...] = ()
    but_codes: tuple[str, ...] = field(default=(), metadata={"json": False})
    unclear: str | None = None
    code: str | None = None
    units: tuple[str, ...] = ()
    shorts: tuple[str, ...] = field(default=(), metadata={"json": False})
    channel: str | None = None
    people: tuple[str, ...] = ()
    statement: str | None = field(default=None, metadata={"json": False})
    reopens: bool = field(default=False, metadata={"json": False})
    held: bool = field(default=False, metadata={"json": False})
    received: bool = field(default=False, metadata={"json": False})
    greets: bool = field(default=False, metadata={"json": False})
    own: bool = field(default=False, metadata={"json": False})
    everybody: bool = field(default=False, metadata={"json": False})
    to_decide: bool = field(default=False, metadata={"json": False})
    topic: str | None = field(default=None, metadata={"json": False})
    brings: str | None = field(default=None, metadata={"json": False})
    instead: bool = field(default=False, metadata={"json": False})
    goes_on: int | None = field(default=None, metadata={"json": False})
    file_id: int | None = field(default=None, metadata={"json": False})
    which: str | None = field(default=None, metadata={"json": False})
    anew: tuple[int, ...] = field(default=(), metadata={"json": False})
    finished: bool = field(default=False, metadata={"json": False})
    later: bool = field(default=False, metadata={"json": False})
    of_period: bool = field(default=False, metadata={"json": False})
    of_person: str | None = field(default=None, metadata={"json": False})
    of_act: str | None = field(default=None, metadata={"json": False})
    astray: bool = field(default=False, metadata={"json": False})

    def as_json(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if each.metadata.get("json", True) and value is not None and (value != () or each.name == "all_except"):
                out[each.name] = _plain(value)
        return out


def _plain(value: object) -> object:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


#: What the bot keeps for itself of intents whose slots the study fixes: words for the record, how an order is carried out.
_NOT_OF_THE_STUDY = {
    Intent.progress: ("text", "mode"),
    Intent.set_deadline: ("mode",),
    Intent.done: ("mode",),
    Intent.approve: ("mode",),
    Intent.remind_unit: ("text",),
}


@dataclass(frozen=True)
class Act:
    """One thing the sender says, asks or orders; `also`: the same of others named in the same breath."""

    intent: Intent
    slots: Slots = Slots()
    also: tuple["Act", ...] = ()

    def with_slots(self, **changes: Any) -> "Act":
        if not changes:
            return self
        return replace(self, slots=replace(self.slots, **changes))

    def as_json(self) -> dict[str, Any]:
        slots = self.slots.as_json()
        for own in _NOT_OF_THE_STUDY.get(self.intent, ()):
            slots.pop(own, None)
        if self.intent is Intent.approve and not self.slots.all_except:
            slots.pop("all_except", None)
        return {"intent": self.intent.value, "slots": slots}


@dataclass(frozen=True)
class Understanding:
    """A whole message: its acts in order, whether that is certain, and the readings to ask about if not. `certain`: those of
    the acts that stand whatever the answer will be.
    """

    acts: tuple[Act, ...]
    sure: bool = True
    readings: tuple[Act, ...] = ()
    certain: tuple[Act, ...] = ()

    def says_only(self, intents: frozenset[Intent]) -> bool:
        """Whether all of it is of these, and of no task."""
        return all(act.intent in intents and not act.slots.task_ids for act in self.acts)

    def as_json(self) -> dict[str, Any]:
        first = self.acts[0].as_json()
        return {
            **first,
            "sure": self.sure,
            "readings": [r.as_json() for r in self.readings],
            "acts": [a.as_json() for a in self.acts],
        }
