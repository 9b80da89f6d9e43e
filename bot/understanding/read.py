"""Chat text into acts: what is said, asked or ordered, and whether that is certain. Changes nothing, asks nobody."""

import re
from collections.abc import Callable
from datetime import date

from bot.understanding import rules_ask as ask
from bot.understanding import rules_assign as assign
from bot.understanding import rules_dates as dates
from bot.understanding import rules_decide as decide
from bot.understanding import rules_done as done
from bot.understanding import rules_draft as draft
from bot.understanding import rules_more_asked as more
from bot.understanding import rules_news as news
from bot.understanding import rules_prefer as prefer
from bot.understanding import rules_shown as shown
from bot.understanding import rules_small as small
from bot.understanding import rules_tell as tell
from bot.understanding.belonging import Found, first, read_parts, says_nothing
from bot.understanding.clause import Clause, Doubt
from bot.understanding.clauses import one_line, split_clauses, split_news
from bot.understanding.directory import Directory
from bot.understanding.for_whom import for_whom, wishes
from bot.understanding.hedged import hedged
from bot.understanding.held import held
from bot.understanding.intents import CHANGES, Act, Intent, Understanding
from bot.understanding.line import Line, read_line
from bot.understanding.others_did import told_of_others
from bot.understanding.rules_absence import away
from bot.understanding.rules_calendar import calendar_days
from bot.understanding.rules_hand_over import handed_over
from bot.understanding.rules_new_task import new_task
from bot.understanding.rules_plan import file_word, plan_version, unit_alias
from bot.understanding.rules_search import searched
from bot.understanding.rules_six_clear import six_clear
from bot.understanding.rules_take_back import taken_back
from bot.understanding.slash import read_slash
from jobs.rules.text import tidy
from jobs.rules.working_days import WorkingCalendar

#: The first rule that takes a clause decides it; what is narrow stands before what is wide.
RULES: tuple[Callable[[Clause], Act | Doubt | None], ...] = (
    ask.helped,
    news.item_mended,
    taken_back,
    tell.corrected,
    prefer.language,
    file_word,
    small.review_word,
    draft.spread_asked,
    draft.doubts_asked,
    small.answered,
    handed_over,
    news.news_asked,
    news.news_sent,
    more.slipping,
    more.my_results,
    more.week_summed,
    more.person_asked,
    searched,
    dates.explained,
    dates.happened,
    tell.as_before,
    more.preview,
    six_clear,
    ask.missing_results,
    prefer.lasting_time,
    prefer.later,
    prefer.others_reminded,
    ask.nobody_or_no_date,
    ask.awaited,
    decide.decided,
    shown.this_task,
    shown.list_asked,
    assign.handed_out,
    decide.dated,
    done.finished,
    done.nodded,
    tell.not_begun,
    ask.one_task,
    told_of_others,
    tell.in_progress,
    ask.paper_wanted,
    ask.late,
    more.soon_in,
    ask.soon,
    ask.plan_asked,
    ask.unit_asked,
    ask.mine,
    ask.overall,
    small.courtesy,
    tell.evidence_alone,
    tell.result_line,
    small.otherwise,
)
#: Said of one task in one breath: how it stands, why, and the time it still needs.
_AGREE = {Intent.progress, Intent.extend_request, Intent.explain, Intent.event_day}
_MENTION = re.compile(r"(?:^|(?<=\s))@\w+(?=\s|$)")
_CORRECTS = re.compile(
    r"\b(?:chu |ma )?khong phai (?:la )?(?:viec |so )?\d|\bkhong phai .* ma\b|\bnham\b.* moi (?:dung|phai)\b"
)


def read_message(
    text: str, *, role: str, context: str, on: date, directory: Directory, calendar: WorkingCalendar
) -> Understanding:
    """The acts of one message, in order. `context`: direct, reply_to_reminder (one task is implied), group."""
    role = "office_head" if role == "keeper" else role
    slash = read_slash(text)
    if isinstance(slash, Act):
        return Understanding((slash,), sure=slash.intent is not Intent.not_understood)
    spoken_to = bool(_MENTION.search(text))
    context = "direct" if spoken_to and context == "group" else context
    text = slash or _MENTION.sub(" ", text)
    if code := small.code_typed(text):
        return Understanding((code,))
    if small.by_itself(text):
        return Understanding((Act(Intent.smalltalk_other),))
    told = unit_alias(text, directory) or draft.group_said(text, directory) or draft.secret_line(text)
    if told := told or draft.line_date(text, on, calendar) or plan_version(text):
        return Understanding((told,))
    if days := calendar_days(text, on, calendar):
        return Understanding(days)
    if told := away(text, on, calendar, directory) or new_task(text, on, calendar, directory):
        return Understanding((told,))
    if not tidy(text):
        return Understanding((Act(Intent.smalltalk_other),))
    person, text = for_whom(text, directory, records=role != "staff")
    role = "staff" if person and wishes(text) else role

    def clause(line: Line) -> Clause:
        return Clause(line, role, context, on, directory, calendar)

    found = _found(text, lambda line: _decide(clause(line)))
    whole = _together(found, person)
    if _CORRECTS.search(read_line(text).norm) and not any(act.slots.instead for act in whole.acts):
        named = tuple(act for act in whole.acts if act.slots.task_ids) or whole.acts
        return Understanding(named, sure=False, readings=named)
    return whole


def _found(text: str, decide: Callable[[Line], Found]) -> list[Found]:
    """What each part of the message says, in order; news first, whose own words may look like anything."""
    news_text, rest = split_news(text)
    if news_text:
        item = first(decide(read_line(news_text.splitlines()[0])))
        return [item.with_slots(statement=tidy(news_text)), *(_found(rest, decide) if rest else [])]
    line = one_line(text)
    parts = split_clauses(line)
    found = read_parts(line, parts, decide) or [Act(Intent.smalltalk_other)]
    if len(found) > 1 and not _stands_apart(found):
        return [decide(read_line(re.sub(r"[;\n]+", ", ", text)))]
    return found


def _decide(c: Clause) -> Act | Doubt:
    for rule in RULES:
        if taken := rule(c):
            return hedged(c, held(c, taken))
    return Act(Intent.not_understood)


def _stands_apart(found: list[Found]) -> bool:
    """Every clause but courtesy says something of its own."""
    said = [first(f).intent for f in found if not says_nothing(first(f))]
    return bool(said) and not (Intent.not_understood in said and len(said) <= 1)


def _inherit(acts: list[Found]) -> list[Found]:
    """ "xong 2 KH 45, 3 KH 46" says xong twice; a number alone on its line belongs to the act before it."""
    out: list[Found] = []
    for each in acts:
        before = first(out[-1]) if out else None
        act = first(each)
        if before and before.intent is Intent.done and isinstance(each, Doubt) and act.intent is Intent.done:
            out.append(act)
        elif before and before.intent is Intent.undo_done and not before.slots.task_ids and _denies(act):
            out[-1] = before.with_slots(task_ids=act.slots.task_ids)
        elif before and before.intent is Intent.reject and act.intent is Intent.progress and act.slots.text:
            out.append(act.with_slots(text=None, reason=act.slots.text, statement=None))
            out[-1] = Act(Intent.reject, first(out[-1]).slots)
        else:
            out.append(each)
    return out


def _denies(act: Act) -> bool:
    """ "…, việc 20 chưa xong": which report is taken back, and no progress beside it."""
    return act.intent is Intent.progress and bool(
        re.fullmatch(r"(?:.* )?chua xong(?: .*)?", read_line(act.slots.statement or "").norm)
    )


def _together(found: list[Found], person: str | None) -> Understanding:
    kept = _inherit(found)
    said = [f for f in kept if not says_nothing(first(f))] or kept[:1]
    said = [f for i, f in enumerate(said) if not _said_better(i, said)]
    acts = [first(f) for f in said]
    if person:
        acts = [a.with_slots(person=person) for a in acts]
    doubts = [f for f in said if isinstance(f, Doubt)]
    readings = tuple(r for d in doubts for r in d.readings)
    clash = _contradict(acts)
    unclear = any(a.intent is Intent.not_understood for a in acts)
    return Understanding(
        tuple(acts), sure=not (doubts or clash or unclear), readings=readings or (tuple(acts) if clash else ())
    )


def _said_better(at: int, found: list[Found]) -> bool:
    """ "em báo nhầm, mở lại việc 4", "chưa đạt, trả 9": the first names no task, the second says the same of one."""
    act = first(found[at])
    return (
        not act.slots.task_ids
        and any(first(f).intent is act.intent and first(f).slots.task_ids and i != at for i, f in enumerate(found))
        and act.intent in (Intent.undo_done, Intent.reject)
    )


def _contradict(acts: list[Act]) -> bool:
    """Two changes of the same task in one message are asked about; progress and a wish for more time agree."""
    seen: dict[int, Intent] = {}
    for act in acts:
        if act.intent in CHANGES or act.intent is Intent.progress:
            for number in act.slots.task_ids:
                together = {seen.get(number, act.intent), act.intent}
                if number in seen and not (len(together) == 2 and together <= _AGREE):
                    return True
                seen[number] = act.intent
    return False
