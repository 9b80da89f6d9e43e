"""Chat text into acts: what is said, asked or ordered, and whether that is certain. Changes nothing, asks nobody."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from bot.understanding.absence_parts import away, leave_asked
from bot.understanding.agreed import answers_later
from bot.understanding.as_meant import as_meant
from bot.understanding.before_a_date import day_or_task
from bot.understanding.belonging import Found, first, is_courtesy, read_parts
from bot.understanding.called_last import without_called
from bot.understanding.clause import Clause, Doubt
from bot.understanding.clauses import one_line, split_clauses
from bot.understanding.directory import Directory
from bot.understanding.each_name import by_name, side_by_side
from bot.understanding.for_whom import for_whom, wishes
from bot.understanding.guessed import weighed
from bot.understanding.held import held
from bot.understanding.help_topics import asked_to_explain
from bot.understanding.intents import CHANGES, NOTHING_SAID, Act, Intent, Understanding
from bot.understanding.line import Line, read_line
from bot.understanding.list_form import with_colons
from bot.understanding.narrowing import asked_where_unread
from bot.understanding.news_text import items_told, split_news
from bot.understanding.not_meant import without_denied
from bot.understanding.nothing_told import as_told
from bot.understanding.of_period import counted_to, of_period, two_months
from bot.understanding.only_asked import only_asked
from bot.understanding.part_of import of_part, of_whole
from bot.understanding.perhaps_no_task import perhaps_no_task
from bot.understanding.point import to_the_point
from bot.understanding.reproach import without_reproach
from bot.understanding.rules import draft, small
from bot.understanding.rules import join as joins
from bot.understanding.rules.back import back_at_work
from bot.understanding.rules.bare import accents_said
from bot.understanding.rules.calendar import calendar_days, off_for_all, whose_days
from bot.understanding.rules.evidence import document_mended, file_out
from bot.understanding.rules.hand_over import of_who_leaves, without_rest_left
from bot.understanding.rules.indicator import several_said
from bot.understanding.rules.new_task import new_task
from bot.understanding.rules.news_back import news_renamed
from bot.understanding.rules.office_name import office_named
from bot.understanding.rules.order import RULES
from bot.understanding.rules.paper_number import number_behind
from bot.understanding.rules.passed_on import passed_on
from bot.understanding.rules.plan import plan_version, unit_alias
from bot.understanding.rules.rest import all_of_his
from bot.understanding.rules.talk import sent_astray
from bot.understanding.rules.task_given import task_given
from bot.understanding.rules.units import units_changed
from bot.understanding.rules.verdict_wish import limited
from bot.understanding.said_anew import said_anew
from bot.understanding.slash import read_slash
from bot.understanding.slip_within import slip_within
from bot.understanding.slips import slipped
from bot.understanding.supposed import supposed
from bot.understanding.turned import in_earnest
from bot.understanding.whole import asked, mended, together
from jobs.rules.text import tidy
from jobs.rules.working_days import WorkingCalendar

_MENTION = re.compile(r"(?:^|(?<=\s))@\w+(?=\s|$)")


@dataclass(frozen=True)
class _Setting:
    """Who speaks, where and when."""

    role: str
    context: str
    on: date
    directory: Directory
    calendar: WorkingCalendar
    clauses: dict[Line, Clause] = field(default_factory=dict, init=False, repr=False, compare=False)

    def clause(self, line: Line) -> Clause:
        """One for the same words, with all that a rule of the message before has worked out of them."""
        if line not in self.clauses:
            self.clauses[line] = Clause(line, self.role, self.context, self.on, self.directory, self.calendar)
        return self.clauses[line]

    def read(self, text: str) -> Understanding:
        return _whole_message(text, self) or _of_parts(text, self)


def read_message(
    text: str, *, role: str, context: str, on: date, directory: Directory, calendar: WorkingCalendar
) -> Understanding:
    """The acts of one message, in order. `context`: direct, reply_to_reminder (one task is implied), group."""
    text = text.strip()  # read once, whatever stands around it
    slash = read_slash(text)
    if isinstance(slash, Act):
        return Understanding((slash,), sure=slash.intent is not Intent.not_understood)
    context = "direct" if context == "group" and _MENTION.search(text) else context
    role = "office_head" if role == "keeper" else role
    where = _Setting(role, context, on, directory, calendar)
    said = slash or as_meant(without_called(with_colons(_MENTION.sub(" ", text) if "@" in text else text), directory))
    return in_earnest(where.read(said), said, where.read, lambda words: where.clause(one_line(words)))


def _whole_message(text: str, where: _Setting) -> Understanding | None:
    """What only a message as a whole can mean; None where its parts say what it does."""
    if told := _by_itself(text, where):
        return Understanding((first(told),), False, told.readings) if isinstance(told, Doubt) else Understanding(told)
    if months := two_months(text, where.on) if where.context != "group" else None:
        of_each = [where.read(one) for one in months]
        if all(one.sure and one.acts[0].intent is Intent.progress for one in of_each):
            return Understanding(tuple(act for one in of_each for act in one.acts))
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
    if passed := passed_on(whole) or number_behind(whole) or limited(whole):
        return Understanding((first(passed),), sure=isinstance(passed, Act), readings=getattr(passed, "readings", ()))
    if parts := day_or_task(text):
        both = side_by_side([where.read(one) for one in parts])
        if all(act.intent in (Intent.progress, Intent.done) for act in both.acts):
            return Understanding(both.acts, sure=False, readings=both.acts)
    several = len(each := items_told(text)) > 1 or len(each := by_name(text, whole)) > 1
    if several:
        return side_by_side([where.read(one) for one in each])
    return _asked_if_recorded(where.read(each[0])) if each != [text] else None


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
    if whose.slots and where.context != "reply_to_reminder":
        found = all_of_his(whose.text, found)
    denied, meant = without_denied(whose.text)
    if denied and not any(first(f).slots.instead for f in found):
        return mended(found_in(meant), one_line(whose.text), denied)
    understood = together(found, one_line(whose.text), whose)
    taken = any(first(each).intent not in NOTHING_SAID for each in found)
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
    if answers_later(text):
        return (Act(Intent.greeting_thanks),)
    if small.by_itself(text) or not tidy(text):
        return (Act(Intent.smalltalk_other),)
    told = unit_alias(text, directory) or draft.group_said(text, directory) or draft.secret_line(text)
    if told := told or draft.line_date(text, on, calendar) or plan_version(text):
        return (told,)
    if days := calendar_days(text, on, calendar):
        return whose_days(days, away(text, on, calendar, directory), role)
    if not (told := off_for_all(text, on, calendar)) and (units := units_changed(text, on, calendar, directory)):
        return units
    if not told and (leave := leave_asked(text, on, calendar, directory)):
        return Doubt((leave,))
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
            meant = perhaps_no_task(c, supposed(c, held(c, as_told(c, taken))))
            return asked_where_unread(c, only_asked(c, meant))
    return Act(Intent.not_understood)


def _stands_apart(found: list[Found]) -> bool:
    """Every clause but courtesy says something of its own."""
    said = [first(f).intent for f in found if not is_courtesy(first(f))]
    return bool(said) and said != [Intent.not_understood]
