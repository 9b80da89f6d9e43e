"""Results of one message into one answer: what was recorded, one next step, how to undo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot import asking
from bot.duty_acts import LeftAlone, StillOpen
from bot.replies import (
    absences,
    calendar,
    card,
    dates,
    decisions,
    doubts,
    drafts,
    events,
    files,
    group_text,
    handing,
    lists,
    news,
    own_settings,
    people,
    plans,
    problems,
    remind,
    snooze,
    tasks,
    versions,
    year_end,
)
from bot.replies import my_results as own_results
from bot.replies import new_task as typed
from bot.replies import next_morning as mornings
from bot.replies import period_figures as figures
from bot.replies import period_report as reports
from bot.replies import reminded as reminders
from bot.replies import search as finding
from bot.replies import six_clear as six
from bot.replies import weekly_summary as weekly
from bot.replies import work_lists as listed
from bot.replies.reader import Reader, Reply, capital, named
from bot.usecases import (
    absence,
    assign,
    calendar_days,
    decide,
    decide_dates,
    draft_ledger,
    draft_lines,
    event_day,
    explain,
    file_reading,
    give_result,
    hand_in,
    hand_over,
    help,
    join,
    missing_results,
    my_results,
    new_task,
    next_morning,
    period_figures,
    period_report,
    person_work,
    plan_review,
    plan_versions,
    reminded,
    reopen,
    report_done,
    review_sheet,
    scope,
    search,
    six_clear,
    spread,
    undo,
    views,
    weekly_summary,
    which_duty,
    work_lists,
    year_close,
)
from bot.usecases import dates as dating
from bot.usecases import doubts as doubting
from bot.usecases import group_text as grouping
from bot.usecases import news as newsroom
from bot.usecases import own_settings as setting
from bot.usecases import remind as urging
from bot.usecases import snooze as snoozing
from bot.usecases import year_end as sorting
from storage.kinds import WAITING_STATES

Row = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answer:
    """One finished message; `about`: duties in the order named."""

    text: str
    about: tuple[int, ...]
    buttons: tuple[Row, ...]
    file_id: int | None = None


def still_open(result: StillOpen, reader: Reader) -> Reply:
    _ = reader.words
    n, duty = result.line.number, result.line.duty
    if duty.state in WAITING_STATES:
        text = _(
            '{what} đang chờ duyệt vì đã báo xong ngày {day}; em chưa thay đổi gì. Nếu báo nhầm, {call} nhắn "hoàn tác {n}".',
            what=named(result.line, reader), day=reader.short(duty.reported_on or reader.day), call=reader.call, n=n,
        )  # fmt: skip
        return Reply(text, (duty.id,))
    text = _(
        'em hiểu {what} chưa xong, em chưa thay đổi gì. Có vướng mắc {call} nhắn thêm, ví dụ: "{n} vướng chờ Sở hướng dẫn".',
        what=named(result.line, reader), call=reader.call, n=n,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def left_alone(result: LeftAlone, reader: Reader) -> Reply:
    _ = reader.words
    if not result.lines:
        return Reply(_("em chưa thay đổi gì ạ."))
    listed = ", ".join(named(line, reader) for line in result.lines)
    return Reply(_("em giữ nguyên {what}, chưa thay đổi gì.", what=listed), tuple(x.duty.id for x in result.lines))


RENDER: dict[type, Callable[[Any, Reader], Reply]] = {
    report_done.Reported: tasks.reported,
    report_done.KeptUpAllYear: tasks.kept_up,
    report_done.AlreadyReported: tasks.already_reported,
    report_done.EvidenceAdded: tasks.evidence_added,
    report_done.NoReportWaits: tasks.no_report_waits,
    give_result.Closed: tasks.closed,
    give_result.Recorded: tasks.recorded,
    give_result.NoneArose: tasks.none_arose,
    give_result.Received: tasks.received,
    missing_results.StillMissing: tasks.still_missing,
    missing_results.MissingResults: lists.missing_results,
    StillOpen: still_open,
    LeftAlone: left_alone,
    undo.Undone: tasks.undone,
    undo.SomebodyActed: tasks.somebody_acted,
    undo.NotUndoable: tasks.not_undoable,
    undo.NothingToUndo: tasks.nothing_to_undo,
    decide.Accepted: decisions.accepted,
    decide.Returned: decisions.returned,
    reopen.Reopened: decisions.reopened,
    reopen.ReopenAsked: decisions.reopen_asked,
    reopen.ReopenReason: decisions.reopen_reason,
    decide.ReasonMissing: decisions.reason_missing,
    decide.NothingWaits: decisions.nothing_waits,
    decide.ProductsMissing: decisions.products_missing,
    decide.OwnReport: decisions.own_report,
    dating.DateAsked: dates.asked,
    dating.DateMoved: dates.moved,
    dating.DateStays: dates.stays,
    dating.DateUnclear: dates.unclear,
    dating.SetAbove: dates.set_above,
    dating.DateNotNeeded: dates.not_needed,
    dating.DateOfOthers: dates.of_others,
    decide_dates.DateRefused: dates.refused,
    decide_dates.RefusalUnclear: dates.refusal_unclear,
    decide_dates.NoWishWaits: dates.none_waits,
    explain.Explained: events.explained,
    explain.ExplanationMissing: events.explanation_missing,
    event_day.EventBegun: events.begun,
    event_day.WhichEvent: events.which_event,
    event_day.EventDayOdd: events.day_odd,
    assign.Assigned: decisions.assigned,
    assign.NoSuchPerson: decisions.no_such_person,
    assign.PersonMissing: decisions.person_missing,
    assign.NotOpen: decisions.not_open,
    assign.UnitNotChanged: handing.unit_not_changed,
    assign.PartnerNotKept: handing.partner_not_kept,
    hand_over.HandedOver: handing.handed_over,
    hand_over.NothingToHandOver: handing.nothing_to_hand_over,
    hand_over.ContactNotKept: handing.contact_not_kept,
    views.OwnList: lists.own_list,
    views.Card: card.card,
    views.Overview: lists.overview,
    views.UnitOverview: lists.unit_overview,
    views.UnknownUnit: lists.unknown_unit,
    views.LateByUnit: lists.late_by_unit,
    work_lists.WorkList: listed.work_list,
    person_work.PersonWork: listed.person_work,
    period_report.PeriodReport: reports.period_report,
    my_results.MyResults: own_results.my_results,
    weekly_summary.WeeklySummary: weekly.weekly_summary,
    next_morning.NextMorning: mornings.next_morning,
    new_task.TaskEchoed: typed.echoed,
    new_task.TaskAdded: typed.added,
    new_task.TaskLeft: typed.left,
    new_task.TaskUnclear: typed.unclear,
    new_task.TaskNotYours: typed.not_yours,
    six_clear.SixClear: six.six_clear,
    search.Found: finding.found,
    scope.WhoIsMeant: listed.who_is_meant,
    scope.WorkNotShown: listed.work_not_shown,
    period_figures.PeriodFigures: figures.period_figures,
    period_figures.PeriodToCome: figures.period_to_come,
    reminded.WhoReminded: reminders.who_reminded,
    reminded.MorningTold: reminders.morning,
    grouping.GroupText: group_text.group_text,
    snoozing.Snoozed: snooze.snoozed,
    snoozing.TooNear: snooze.too_near,
    snoozing.SnoozeNotYours: snooze.not_yours,
    snoozing.SnoozeUntilWhen: snooze.until_when,
    snoozing.SnoozeUndone: snooze.undone,
    setting.OwnSettings: own_settings.settings,
    setting.HourOutOfRange: own_settings.out_of_range,
    setting.AlwaysSo: own_settings.always_so,
    setting.NoMorningThen: own_settings.no_morning_then,
    setting.OfficeDecides: own_settings.office_decides,
    urging.Urged: remind.urged,
    urging.NothingPresses: remind.nothing_presses,
    urging.RemindNotYours: remind.not_yours,
    urging.RemindWhom: remind.whom,
    newsroom.NewsTaken: news.taken,
    newsroom.NewsKnown: news.known,
    newsroom.TitleMissing: news.title_missing,
    newsroom.WhichNewsUnit: news.which_unit,
    newsroom.NewsNotYours: news.not_yours,
    newsroom.NewsCounts: news.counts,
    join.Joined: people.joined,
    help.Help: people.help_,
    help.NotUnderstood: people.not_understood,
    help.NotForYou: people.not_for_you,
    help.OnlyWords: people.only_words,
    help.NotYet: people.not_yet,
    plan_review.DraftShown: plans.shown,
    plan_review.PlanConfirmed: plans.confirmed,
    plan_review.UnitNamed: plans.unit_named,
    plan_review.DraftDiscarded: plans.discarded,
    plan_review.LeftOut: plans.left_out,
    plan_review.PlanWithdrawn: plans.withdrawn,
    plan_review.WithdrawnTooLate: plans.withdrawn_too_late,
    plan_versions.PlanCorrected: versions.corrected,
    plan_review.NoDraft: plans.no_draft,
    doubting.DoubtShown: doubts.shown,
    draft_lines.LinesMarked: doubts.lines_marked,
    draft_lines.TargetOfLine: doubts.target_of_line,
    draft_lines.NoSuchLine: doubts.no_such_line,
    draft_lines.GroupNamed: doubts.group_named,
    spread.SpreadProposed: drafts.spread_proposed,
    spread.SpreadTaken: drafts.spread_taken,
    spread.SpreadLeft: drafts.spread_left,
    spread.NothingToSpread: drafts.nothing_to_spread,
    spread.WhichPlanToSpread: drafts.which_plan_to_spread,
    spread.NoPlanToSpread: drafts.no_plan_to_spread,
    file_reading.Unreadable: files.unreadable,
    file_reading.SecretFile: files.secret_file,
    file_reading.SetupForm: files.setup_form,
    file_reading.NoPlan: files.no_plan,
    file_reading.ReviewBroken: files.broken_sheet,
    file_reading.NotFetched: files.not_fetched,
    hand_in.FileNotForYou: files.not_for_you,
    hand_in.KeeperWithoutUnit: files.keeper_without_unit,
    hand_in.SameFile: files.same_file,
    hand_in.FileWelcome: files.welcome,
    review_sheet.SheetMade: files.sheet,
    review_sheet.ChangesShown: files.changes_shown,
    review_sheet.NothingChanged: files.nothing_changed,
    review_sheet.AnotherDraft: files.another_draft,
    review_sheet.SheetRefused: files.sheet_refused,
    review_sheet.ChangesTaken: files.changes_taken,
    review_sheet.ChangesLeft: files.changes_left,
    review_sheet.ChangesWaiting: files.changes_waiting,
    review_sheet.NothingToTake: files.nothing_to_take,
    sorting.YearSorted: year_end.sorted_,
    sorting.StillUnsorted: year_end.still_unsorted,
    sorting.NotSorted: year_end.not_sorted,
    sorting.NothingToSort: year_end.nothing_to_sort,
    year_close.YearShown: year_end.year_shown,
    year_close.YearClosed: year_end.year_closed,
    year_close.NoYearToClose: year_end.no_year,
    undo.YearUndone: year_end.year_undone,
    undo.TargetsUndone: drafts.targets_undone,
    draft_ledger.DraftUndone: drafts.draft_undone,
    which_duty.UnknownNumber: problems.unknown_number,
    which_duty.NotYours: problems.not_yours,
    which_duty.WhichUnit: problems.which_unit,
    which_duty.WhichNumber: problems.which_number,
    absence.AbsenceSet: absences.away,
    absence.AbsenceEnded: absences.back,
    absence.NotAway: absences.not_away,
    absence.SubstituteMissing: absences.substitute_missing,
    absence.SubstituteAway: absences.substitute_away,
    absence.LeavesForGood: absences.leaves,
    absence.AbsenceUnclear: absences.unclear,
    absence.AbsenceNotYours: absences.not_yours,
    absence.AbsenceUndone: absences.undone,
    calendar_days.DaysSet: calendar.days_set,
    calendar_days.DaysAsTheyWere: calendar.as_they_were,
    calendar_days.DayUnclear: calendar.unclear,
    calendar_days.TooManyDays: calendar.too_many,
    calendar_days.LongPast: calendar.long_past,
    calendar_days.CalendarNotYours: calendar.not_yours,
    calendar_days.CalendarUndone: calendar.undone,
    asking.WhichTask: problems.which_task,
    asking.NeedsNumber: problems.needs_number,
    asking.WhichReading: problems.which_reading,
    asking.PersonUnknown: problems.person_unknown,
    asking.WentWrong: problems.went_wrong,
}


def compose(results: Sequence[object], reader: Reader) -> Answer | None:
    """One message for all results; None where there is nothing to say."""
    replies = [RENDER[type(each)](each, reader) for each in _without_doubles(results)]
    together = [r for r in results if isinstance(r, give_result.Recorded)]
    if len(together) > 1:
        rest = [r for r in _without_doubles(results) if not isinstance(r, give_result.Recorded)]
        replies = [tasks.recorded_together(together, reader), *(RENDER[type(r)](r, reader) for r in rest)]
    if not replies:
        return None
    _ = reader.words
    texts = [capital(reply.text) for reply in replies]
    if replies[0].polite:
        texts[0] = _("Dạ, {text}", text=replies[0].text)
    if any(reply.undoable for reply in replies):
        texts[-1] += " " + _('Nếu nhầm, {call} nhắn "hoàn tác".', call=reader.call)
    about = tuple(dict.fromkeys(i for reply in replies for i in reply.about))
    rows = tuple(row for reply in replies for row in reply.buttons)
    file_id = next((reply.file_id for reply in replies if reply.file_id), None)
    return Answer("\n".join(texts), about, rows[:5], file_id)


def _without_doubles(results: Sequence[object]) -> list[object]:
    """The same help twice is said once; what is left to sort is told as it stands in the end."""
    kept: list[object] = []
    left = [each for each in results if isinstance(each, sorting.StillUnsorted)][-1:]
    results = [each for each in results if not isinstance(each, sorting.StillUnsorted)] + left
    for each in results:
        if isinstance(each, help.NotUnderstood | help.NotYet | asking.NeedsNumber | asking.WentWrong) and any(
            type(k) is type(each) for k in kept
        ):
            continue
        kept.append(each)
    return kept
