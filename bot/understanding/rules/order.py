"""Which rule goes before which: the first that takes a clause decides it; what is narrow stands before what is wide."""

from collections.abc import Callable

from bot.understanding.clause import Clause, Doubt
from bot.understanding.errand import to_be_told
from bot.understanding.intents import Act
from bot.understanding.others_did import told_of_others
from bot.understanding.rules import ask, assign, dates, decide, done, draft, news, prefer, shown, small, tell
from bot.understanding.rules import ask_status as status
from bot.understanding.rules import join as joins
from bot.understanding.rules import more_asked as more
from bot.understanding.rules.absence import away_asked
from bot.understanding.rules.bare import bare_listed
from bot.understanding.rules.budget import budget_asked
from bot.understanding.rules.contact import contact_said
from bot.understanding.rules.correct import corrected
from bot.understanding.rules.drop_task import task_dropped
from bot.understanding.rules.everyday import everyday
from bot.understanding.rules.evidence import proof_wanted
from bot.understanding.rules.explain import explanation_asked, explanation_waived
from bot.understanding.rules.give_back import given_back, not_ours
from bot.understanding.rules.group_text import text_wanted
from bot.understanding.rules.hand_over import handed_over
from bot.understanding.rules.helper import helps_beside
from bot.understanding.rules.indicator import indicator_said
from bot.understanding.rules.language import language
from bot.understanding.rules.left_to import left_to, shared_out
from bot.understanding.rules.missing import missing_results
from bot.understanding.rules.move import dated
from bot.understanding.rules.news_back import news_taken_back
from bot.understanding.rules.news_later import news_later
from bot.understanding.rules.news_moved import news_of_other_unit
from bot.understanding.rules.other_day import other_day
from bot.understanding.rules.passed_on import letter_without_task
from bot.understanding.rules.plan import file_word
from bot.understanding.rules.plan_file import plan_file_wanted
from bot.understanding.rules.remind import others_reminded
from bot.understanding.rules.reminded import not_reminded
from bot.understanding.rules.rest import others_left
from bot.understanding.rules.search import searched
from bot.understanding.rules.shown_given import list_given, said_to_be_of, shown_given
from bot.understanding.rules.six_clear import six_clear
from bot.understanding.rules.take_back import taken_back
from bot.understanding.rules.taken_up import taken_up
from bot.understanding.rules.talk import everyday_talk
from bot.understanding.rules.titled import titled
from bot.understanding.rules.verdict_wish import heads_word, verdict_wished
from bot.understanding.rules.year_end import out_of_season
from bot.understanding.to_the_bot import to_the_bot

RULES: tuple[Callable[[Clause], Act | Doubt | None], ...] = (
    everyday_talk,
    others_left,
    letter_without_task,
    ask.helped,
    *joins.RULES,
    budget_asked,
    news_of_other_unit,
    news_taken_back,
    explanation_waived,
    task_dropped,
    taken_back,
    corrected,
    language,
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
    list_given,
    news.published,
    everyday,
    news_later,
    news.news_asked,
    news.news_sent,
    more.slipping,
    titled,
    more.stuck,
    more.result_asked,
    more.my_results,
    more.week_summed,
    more.person_asked,
    searched,
    explanation_asked,
    dates.explained,
    dates.happened,
    not_ours,
    left_to,
    shared_out,
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
    helps_beside,
    taken_up,
    assign.handed_out,
    shown_given,
    said_to_be_of,
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
