"""What others changed of somebody's duties or typed in his name, one line a change."""

from datetime import date

from jobs.changes import Change
from jobs.messages.layout import Row
from jobs.messages.phrases import called, shortened
from jobs.morning import Morning
from jobs.rules.items import ranges
from jobs.rules.text import capital
from locales.formats import short_day
from locales.translate import Translator
from storage.kinds import EventKind
from storage.models.events import Event
from storage.queries.people import Person

LONGEST_REASON = 60
MOST_CHANGES_ALONE = 2


def change_rows(_: Translator, facts: Morning, person: Person) -> list[Row]:
    """What others changed of his, one line a change; of more than two alike by one person one line with the numbers."""
    alike: dict[tuple[int, EventKind], list[Change]] = {}
    for change in facts.changes.get(person.id, []):
        alike.setdefault((change.event.by_id, change.event.kind), []).append(change)
    rows = []
    for (by_id, kind), changes in alike.items():
        who = _who(_, facts, by_id)
        if len(changes) > MOST_CHANGES_ALONE:
            numbers, of_plan = ranges([change.line.number for change in changes]), changes[0].event.plan_id is not None
            rows.append(Row(_changes(_, kind, who, numbers, of_plan=of_plan)))
        else:
            rows += [Row(_change_of(_, change, who, facts)) for change in changes]
    return rows + [Row(_news(_, facts, event)) for event in facts.news_typed.get(person.id, [])]


def _who(_: Translator, facts: Morning, staff_id: int) -> str:
    by = facts.person(staff_id)
    return capital(called(_, by)) if by else _("Văn phòng")


def _news(_: Translator, facts: Morning, event: Event) -> str:
    who, title = _who(_, facts, event.by_id), shortened(event.text, LONGEST_REASON)
    if event.kind is EventKind.UNDONE:
        return _("{who} đã bỏ tin, bài ghi hộ: {title}", who=who, title=title)
    return _("{who} ghi hộ tin, bài: {title}", who=who, title=title)


def _changes(_: Translator, kind: EventKind, who: str, numbers: str, *, of_plan: bool) -> str:
    match kind:
        case EventKind.ASSIGNED | EventKind.TASK_ADDED:
            return _("{who} giao các việc {numbers}", who=who, numbers=numbers)
        case EventKind.GIVEN_BACK:
            return _("{who} xin trả lại các việc {numbers}", who=who, numbers=numbers)
        case EventKind.TAKE_ASKED:
            return _("{who} xin nhận các việc {numbers}", who=who, numbers=numbers)
        case EventKind.ACCEPTED:
            return _("{who} đã duyệt các việc {numbers}", who=who, numbers=numbers)
        case EventKind.CANCELLED if not of_plan:
            return _("{who} đã hủy các việc {numbers}", who=who, numbers=numbers)
        case EventKind.CANCELLED:
            return _("Kế hoạch có bản mới: thôi các việc {numbers}", numbers=numbers)
        case EventKind.DUE_SET:
            return _("{who} đặt hạn mới cho các việc {numbers}", who=who, numbers=numbers)
        case EventKind.EXPLANATION_ASKED:
            return _("{who} đề nghị giải trình các việc {numbers}", who=who, numbers=numbers)
        case _other:
            return _("{who} đã ghi các việc {numbers}", who=who, numbers=numbers)


def _change_of(_: Translator, change: Change, who: str, facts: Morning) -> str:
    hidden = change.line.task.restricted
    number = change.line.number
    task = str(number) if hidden else f"{number} – {change.line.task.short_title}"
    text = "" if hidden else change.event.text
    if change.event.kind is EventKind.GIVEN_BACK:
        to = change.event.text or _("<tên>")
        return _("{who} xin trả lại việc {task} (nhắn: giao {n} cho {to})", who=who, task=task, n=number, to=to)
    if change.event.kind is EventKind.TAKE_ASKED:
        to = change.event.text
        return _("{who} xin nhận việc {task} (nhắn: giao {n} cho {to})", who=who, task=task, n=number, to=to)
    if change.event.kind in _OF_DATES or change.event.before.get("granted"):
        return _date_change(_, change, who, task, text, facts)
    return _change(_, change.event, who, task, text, facts)


_OF_DATES = (
    EventKind.TARGET_SET,
    EventKind.EXPLAINED,
    EventKind.EXPLANATION_ASKED,
    EventKind.EVENT_BEGUN,
    EventKind.DATE_REFUSED,
    EventKind.DATE_ASKED,
)


def _date_change(_: Translator, change: Change, who: str, task: str, text: str, facts: Morning) -> str:
    reason = f": {shortened(text, LONGEST_REASON)}" if text else ""
    duty, today = change.line.duty, facts.day.today
    granted = bool(change.event.before.get("granted"))
    match change.event.kind:
        case EventKind.TARGET_SET if granted and duty.target_on is not None:
            day = short_day(duty.target_on, today)
            return _("{who} đồng ý lùi mốc nội bộ việc {task} đến {day}", who=who, task=task, day=day)
        case EventKind.DUE_SET if duty.due_on is not None:
            day = short_day(duty.due_on, today)
            return _("{who} đồng ý lùi hạn việc {task} đến {day}", who=who, task=task, day=day)
        case EventKind.TARGET_SET if duty.target_on is not None:
            return _(
                "{who} đặt mốc nội bộ việc {task}: {day}", who=who, task=task, day=short_day(duty.target_on, today)
            )
        case EventKind.TARGET_SET:
            return _("{who} bỏ mốc nội bộ việc {task}", who=who, task=task)
        case EventKind.DATE_ASKED:
            return _("{who} xin lùi hộ việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.DATE_REFUSED:
            return _("{who} chưa đồng ý lùi việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.EVENT_BEGUN if duty.due_on is not None:
            due = short_day(duty.due_on, today)
            return _("{who} ghi việc {task}{reason}, hạn {day}", who=who, task=task, reason=reason, day=due)
        case EventKind.EXPLANATION_ASKED:
            return _("{who} đề nghị giải trình việc {task}", who=who, task=task)
        case _other:
            return _("{who} giải trình việc {task}{reason}", who=who, task=task, reason=reason)


def _change(_: Translator, event: Event, who: str, task: str, text: str, facts: Morning) -> str:
    reason = f": {shortened(text, LONGEST_REASON)}" if text else ""
    today = facts.day.today
    if event.plan_id is not None:
        return _of_newer_version(_, event, task, today)
    match event.kind:
        case EventKind.ASSIGNED | EventKind.TASK_ADDED:
            return _("{who} giao việc {task}", who=who, task=task)
        case EventKind.REPORTED:
            return _("{who} ghi việc {task}: đã xong", who=who, task=task)
        case EventKind.ACCEPTED:
            return _("{who} đã duyệt việc {task}", who=who, task=task)
        case EventKind.REOPEN_ASKED:
            return _("{who} xin mở lại việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.REOPEN_REFUSED:
            return _("{who} chưa đồng ý mở lại việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.RETURNED:
            return _("{who} trả lại việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.DUE_SET if event.to_due_on is not None:
            day = short_day(event.to_due_on, today)
            return _("{who} đặt hạn việc {task}: {day}", who=who, task=task, day=day)
        case EventKind.CANCELLED:
            return _("{who} đã hủy việc {task}", who=who, task=task)
        case EventKind.DUE_SET:
            return _("{who} bỏ hạn việc {task}", who=who, task=task)
        case EventKind.UNDONE:
            return _("{who} đã bỏ điều vừa ghi ở việc {task}", who=who, task=task)
        case _other:
            return _("{who} đã ghi việc {task}{reason}", who=who, task=task, reason=reason)


def _of_newer_version(_: Translator, event: Event, task: str, today: date) -> str:
    """What a newer version of the plan says of a task it changes or leaves out."""
    if event.kind is EventKind.CANCELLED:
        return _("Kế hoạch có bản mới: thôi việc {task}", task=task)
    if event.to_due_on is None:
        return _("Kế hoạch có bản mới: việc {task} không còn hạn", task=task)
    return _("Kế hoạch có bản mới: việc {task} – hạn {day}", task=task, day=short_day(event.to_due_on, today))
