"""Chat text into acts: what is said, asked or ordered, and whether that is certain. Changes nothing, asks nobody."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.understanding.absence_parts import away
from bot.understanding.belonging import Found, first, read_parts, says_nothing
from bot.understanding.clause import Clause, Doubt
from bot.understanding.clauses import one_line, split_clauses
from bot.understanding.directory import Directory
from bot.understanding.each_name import by_name, side_by_side
from bot.understanding.errand import to_be_told
from bot.understanding.for_whom import for_whom, wishes
from bot.understanding.guessed import NOTHING, weighed
from bot.understanding.held import held
from bot.understanding.help_topics import asked_to_explain
from bot.understanding.intents import CHANGES, Act, Intent, Understanding
from bot.understanding.line import Line, read_line
from bot.understanding.narrowing import asked_where_unread
from bot.understanding.news_text import items_told, split_news
from bot.understanding.not_meant import without_denied
from bot.understanding.of_period import counted_to, of_period
from bot.understanding.only_asked import only_asked
from bot.understanding.others_did import told_of_others
from bot.understanding.part_of import of_part, of_whole
from bot.understanding.point import to_the_point
from bot.understanding.reproach import without_reproach
from bot.understanding.rules import ask, assign, dates, decide, done, draft, news, prefer, shown, small, tell
from bot.understanding.rules import ask_status as status
from bot.understanding.rules import join as joins
from bot.understanding.rules import more_asked as more
from bot.understanding.rules.absence import away_asked
from bot.understanding.rules.back import back_at_work
from bot.understanding.rules.bare import accents_said, bare_listed
from bot.understanding.rules.budget import budget_asked
from bot.understanding.rules.calendar import calendar_days, off_for_all, whose_days
from bot.understanding.rules.contact import contact_said
from bot.understanding.rules.correct import corrected
from bot.understanding.rules.drop_task import task_dropped
from bot.understanding.rules.everyday import everyday
from bot.understanding.rules.evidence import document_mended, file_out, proof_wanted
from bot.understanding.rules.explain import explanation_asked
from bot.understanding.rules.give_back import given_back
from bot.understanding.rules.group_text import text_wanted
from bot.understanding.rules.hand_over import handed_over, of_who_leaves, without_rest_left
from bot.understanding.rules.indicator import indicator_said, several_said
from bot.understanding.rules.missing import missing_results
from bot.understanding.rules.move import dated
from bot.understanding.rules.new_task import new_task
from bot.understanding.rules.news_back import news_renamed, news_taken_back
from bot.understanding.rules.office_name import office_named
from bot.understanding.rules.other_day import other_day
from bot.understanding.rules.paper_number import number_behind
from bot.understanding.rules.passed_on import passed_on
from bot.understanding.rules.plan import file_word, plan_version, unit_alias
from bot.understanding.rules.plan_file import plan_file_wanted
from bot.understanding.rules.remind import others_reminded
from bot.understanding.rules.reminded import not_reminded
from bot.understanding.rules.search import searched
from bot.understanding.rules.six_clear import six_clear
from bot.understanding.rules.take_back import taken_back
from bot.understanding.rules.talk import everyday_talk, sent_astray
from bot.understanding.rules.task_given import task_given
from bot.understanding.rules.titled import titled
from bot.understanding.rules.units import units_changed
from bot.understanding.rules.verdict_wish import heads_word, verdict_wished
from bot.understanding.rules.year_end import out_of_season
from bot.understanding.said_anew import said_anew
from bot.understanding.slash import read_slash
from bot.understanding.slip_within import slip_within
from bot.understanding.slips import slipped
from bot.understanding.supposed import supposed
from bot.understanding.to_the_bot import to_the_bot
from bot.understanding.whole import asked, mended, together
from jobs.rules.text import tidy
from jobs.rules.working_days import WorkingCalendar

#: The first rule that takes a clause decides it; what is narrow stands before what is wide.
RULES: tuple[Callable[[Clause], Act | Doubt | None], ...] = (
    everyday_talk,
    ask.helped,
    *joins.RULES,
    budget_asked,
    news_taken_back,
    task_dropped,
    taken_back,
    corrected,
    prefer.language,
    away_asked,
    plan_file_wanted,
    file_word,
    not_reminded,
    text_wanted,
    small.review_word,
    draft.spread_asked,
    draft.doubts_asked,
    small.answered,
    contact_said,
    handed_over,
    news.published,
    everyday,
    news.news_later,
    news.news_asked,
    news.news_sent,
    more.slipping,
    titled,
    more.stuck,
    more.my_results,
    more.week_summed,
    more.person_asked,
    searched,
    explanation_asked,
    dates.explained,
    dates.happened,
    assign.left_to,
    tell.as_before,
    more.preview,
    six_clear,
    proof_wanted,
    indicator_said,
    bare_listed,
    missing_results,
    prefer.too_many,
    prefer.lasting_time,
    prefer.later,
    others_reminded,
    to_be_told,
    ask.nobody_or_no_date,
    ask.awaited,
    verdict_wished,
    heads_word,
    given_back,
    other_day,
    decide.decided,
    shown.this_task,
    shown.list_asked,
    assign.handed_out,
    dated,
    done.ok_said,
    done.ticked,
    done.finished,
    done.nodded,
    out_of_season,
    to_the_bot,
    tell.not_begun,
    ask.one_task,
    told_of_others,
    tell.in_progress,
    tell.named_behind,
    status.paper_sent,
    status.paper_due,
    status.paper_wanted,
    ask.late,
    more.soon_in,
    ask.soon,
    status.plan_asked,
    status.unit_asked,
    ask.mine,
    status.overall,
    small.courtesy,
    tell.evidence_alone,
    tell.result_line,
    small.otherwise,
)
#: What is said while thinking: "ờ việc 7 xong rồi ờ ghi giúp em"; alone it says yes.
_FILLER = re.compile(
    r"(?:(?<=^)|(?<=\s))(?:ờ+|ờm|ừm|ơ)[ ,.]+(?=\S+ \S+)|^à,? (?=(?:cho|chuyển|giao|nhắc|xem|mở) \S+ )|(?<=\d )à,? (?:mà )?(?:thôi,? )?(?=(?:để|giao|cho) )"
)
_MENTION = re.compile(r"(?:^|(?<=\s))@\w+(?=\s|$)")


@dataclass(frozen=True)
class _Setting:
    """Who speaks, where and when."""

    role: str
    context: str
    on: date
    directory: Directory
    calendar: WorkingCalendar

    def clause(self, line: Line) -> Clause:
        return Clause(line, self.role, self.context, self.on, self.directory, self.calendar)

    def read(self, text: str) -> Understanding:
        return _whole_message(text, self) or _of_parts(text, self)


def read_message(
    text: str, *, role: str, context: str, on: date, directory: Directory, calendar: WorkingCalendar
) -> Understanding:
    """The acts of one message, in order. `context`: direct, reply_to_reminder (one task is implied), group."""
    slash = read_slash(text)
    if isinstance(slash, Act):
        return Understanding((slash,), sure=slash.intent is not Intent.not_understood)
    context = "direct" if context == "group" and _MENTION.search(text) else context
    role = "office_head" if role == "keeper" else role
    return _Setting(role, context, on, directory, calendar).read(slash or _FILLER.sub("", _MENTION.sub(" ", text)))


def _whole_message(text: str, where: _Setting) -> Understanding | None:
    """What only a message as a whole can mean; None where its parts say what it does."""
    if told := _by_itself(text, where):
        return Understanding((first(told),), False, told.readings) if isinstance(told, Doubt) else Understanding(told)
    late = of_period(text, where.on) if where.context != "group" else None
    if late and (counted := counted_to(late, where.read(late.text))):
        return counted
    if anew := said_anew(text):
        return _asked_if_recorded(where.read(anew))
    if pointed := to_the_point(text, where.read):
        return pointed
    text = without_rest_left(of_who_leaves(text))
    whole = where.clause(one_line(text))
    if given := task_given(whole) or document_mended(whole) or file_out(whole) or asked_to_explain(whole):
        return Understanding((given,))
    if passed := passed_on(whole) or number_behind(whole):
        return Understanding((first(passed),), sure=isinstance(passed, Act), readings=getattr(passed, "readings", ()))
    several = len(each := items_told(text)) > 1 or len(each := by_name(text, whole)) > 1
    return side_by_side([where.read(one) for one in each]) if several else None


def _of_parts(text: str, where: _Setting) -> Understanding:
    text, directory = without_rest_left(of_who_leaves(text)), where.directory
    whose = for_whom(text, directory, records=where.role != "staff")
    if whose.slots.get("person") or (whose.name and wishes(whose.text)):
        where = replace(where, role="staff")  # the words are his: "52 xin lùi đến 5/12" is a wish

    def found_in(words: str) -> list[Found]:
        return _found(words, lambda line: of_part(line, directory, lambda said: _decide(where.clause(said))))

    whole = where.clause(one_line(whose.text))
    calm = without_reproach(whole)
    said, of_unit = of_whole(whose.text if calm is whole else calm.line.text, directory)
    if slip := slip_within(said, found_in):
        return asked(together([of_unit(each) for each in slip.found], one_line(slip.text), whose), slip.readings)
    found = [of_unit(each) for each in slipped(said, found_in) or found_in(said)]
    denied, meant = without_denied(whose.text)
    if denied and not any(first(f).slots.instead for f in found):
        return mended(found_in(meant), one_line(whose.text), denied)
    understood = together(found, one_line(whose.text), whose)
    taken = any(first(each).intent not in NOTHING for each in found)
    return understood if whose.slots else weighed(understood, calm, taken)


def _asked_if_recorded(meant: Understanding) -> Understanding:
    """What was set right within the message is answered at once, and asked about before it is recorded."""
    recorded = any(act.intent in CHANGES or act.intent is Intent.progress for act in meant.acts)
    return asked(meant, meant.acts[-1:]) if recorded else meant


def _by_itself(text: str, where: _Setting) -> tuple[Act, ...] | Doubt:
    """What is only ever a message of its own; the first rule that takes it decides."""
    role, on, directory, calendar = where.role, where.on, where.directory, where.calendar
    if told := small.code_typed(text) or joins.introduced(text, directory) or sent_astray(text):
        return (told,)
    if small.by_itself(text) or not tidy(text):
        return (Act(Intent.smalltalk_other),)
    told = unit_alias(text, directory) or draft.group_said(text, directory) or draft.secret_line(text)
    if told := told or draft.line_date(text, on, calendar) or plan_version(text):
        return (told,)
    if days := calendar_days(text, on, calendar):
        return whose_days(days, away(text, on, calendar, directory), role)
    if not (told := off_for_all(text, on, calendar)) and (units := units_changed(text, on, calendar, directory)):
        return units
    told = told or accents_said(text) or news_renamed(text) or several_said(text)
    told = told or office_named(text) or back_at_work(text, on, calendar, directory)
    told = told or away(text, on, calendar, directory) or new_task(text, on, calendar, directory)
    return (told,) if told else ()


def _found(text: str, decide: Callable[[Line], Found]) -> list[Found]:
    """What each part of the message says, in order; news first, whose own words may look like anything."""
    news_text, rest = split_news(text)
    if news_text:
        item = first(decide(read_line(news_text.splitlines()[0])))
        return [item.with_slots(statement=tidy(news_text)), *(_found(rest, decide) if rest else [])]
    line = one_line(text)
    found = read_parts(line, split_clauses(line), decide) or [Act(Intent.smalltalk_other)]
    if len(found) > 1 and not _stands_apart(found):
        return [decide(read_line(re.sub(r"[;\n]+", ", ", text)))]
    return found


def _decide(c: Clause) -> Act | Doubt:
    c = without_reproach(c)
    for rule in RULES:
        if taken := rule(c):
            return asked_where_unread(c, only_asked(c, supposed(c, held(c, taken))))
    return Act(Intent.not_understood)


def _stands_apart(found: list[Found]) -> bool:
    """Every clause but courtesy says something of its own."""
    said = [first(f).intent for f in found if not says_nothing(first(f))]
    return bool(said) and said != [Intent.not_understood]
