"""From what was meant to what is done: one handler for each intent, each giving results without text."""

from sqlmodel import Session

from bot.asking import Option, WhichReading, on_yes, yes_or_no
from bot.handlers import (
    absence_acts,
    as_before_acts,
    date_acts,
    draft_acts,
    duty_acts,
    evidence_acts,
    hand_acts,
    join_acts,
    look_acts,
    news_acts,
    undo_acts,
    year_acts,
)
from bot.handlers.duty_acts import Done, Handler
from bot.permissions import ADMINS, ASKED, Right, Subject, hats, may
from bot.understanding.intents import Act, Intent, Slots
from bot.usecases import (
    bare_texts,
    bare_titles,
    bot_budget,
    calendar_days,
    give_result,
    group_text,
    help,
    indicators,
    name_office,
    new_task,
    news_renamed,
    own_settings,
    owners,
    proof,
    remind,
    remind_news,
    reminded,
    reminded_on,
    undo_meant,
    unit_people,
    views,
)
from bot.usecases.said import Said
from bot.usecases.which_duty import UnknownNumber
from jobs.rules.text import fold_words
from storage.queries import duties as duty_queries


def perform(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """Do one act; `duty_id` where an answer has fixed which duty is meant."""
    looked_at = LOOKS.intersection(ASKED[act.intent])
    if not all(may(said.who, right, Subject(said.agency_id)) for right in looked_at) or _of_work(said, act):
        return Done((help.NotForYou(),))
    if act.slots.unclear:
        return duty_acts.narrowing_unclear(session, said, act)
    whose = owners.of_person(session, said, act) if act.slots.of_person else act
    if not isinstance(whose, Act):
        return Done((whose,))
    act = whose
    handler = HANDLERS.get(act.intent)
    if handler is None:
        return Done((help.NotYet(help.examples(session, said)),))
    return handler(session, said, act, duty_id)


def _of_work(said: Said, act: Act) -> bool:
    """True for what somebody to whom no task is shown would do to one: not even its title is told in the refusal."""
    if hats(said.who) or ADMINS.intersection(ASKED[act.intent]):
        return False
    if act.intent in (Intent.undo_done, Intent.greeting_thanks):
        return bool(act.slots.task_ids)
    if act.intent is Intent.assign and act.slots.unit:
        return False  # what is left of a unit that was split
    return Right.SET_ABSENCE not in ASKED[act.intent] and bool(ASKED[act.intent])


def _calendar_day(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    result = calendar_days.change(session, said, act.slots)
    meant = isinstance(result, calendar_days.DaysOffMeant)
    return Done((result,), on_yes(act.with_slots(mode="off")) if meant else ())


def _new_task(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    result = new_task.new_task(session, said, act.slots)
    if isinstance(result, new_task.TaskUnclear):
        of = ((unit, act.with_slots(unit=unit.short_name, unit_full=unit.name, units=())) for unit in result.units)
        both = tuple(Option(word, act) for word in ("cả hai", "cả 2") if result.lead)  # which one leads is asked again
        return Done((result,), (*(Option(unit.short_name, one) for unit, one in of), *both))
    if not isinstance(result, new_task.TaskEchoed):
        return Done((result,))
    return Done((result,), yes_or_no(act, yes=("ghi",)))


def _who_was_reminded(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """Without a number a day, this morning where none is named."""
    if act.slots.own:
        return Done((reminded_on.own_told(session, said, act.slots.date),))
    if not act.slots.task_ids and (act.slots.date or act.slots.period):
        return Done((reminded_on.day_told(session, said, act.slots),))
    if not act.slots.task_ids:
        return Done((reminded.morning_told(session, said, act.slots),))
    found = (reminded.who_was_reminded(session, said, n) or UnknownNumber(n) for n in act.slots.task_ids)
    return Done(tuple(found))


def _remind(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    if act.slots.which == "news":
        return Done((remind_news.remind_of_news(session, said, act.slots),))
    result = remind.remind(session, said, act.slots)
    if isinstance(result, remind.HeldByOthers):
        numbers = tuple(dict.fromkeys(number for number, _person in result.held))
        return Done((result,), on_yes(Act(act.intent, Slots(task_ids=numbers))))
    if isinstance(result, remind.CarriesNoWords):
        return Done((result,), on_yes(act.with_slots(text=None)))
    return Done((result,))


def _help(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """What he wants help with, else the first page; "thêm" is the second."""
    if act.slots.mode == "more":
        return Done((help.full(session, said, more=True),))
    more = act.with_slots(mode="more", topic=None)
    return Done((help.full(session, said, topic=act.slots.topic),), tuple(Option(word, more) for word in help.MORE))


def _mend_text(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """ "Sửa 8: không thực hiện", and nothing of 8 waits for accents: perhaps its result is to be another."""
    result = bare_titles.mend(session, said, act.slots)
    slots = act.slots
    kept = fold_words(slots.text or "") in bare_texts.AS_IT_IS
    if isinstance(result, bare_titles.TitleNotMended) and slots.code and not result.still_bare and not kept:
        said_anew = Slots(code=slots.code, title=slots.text, mode=news_renamed.ASK)
        return news_acts.back(session, said, Act(Intent.news_back, said_anew), None)
    if not isinstance(result, bare_texts.NothingToMend):
        return Done((result,))
    told = Act(Intent.progress, Slots(task_ids=slots.task_ids, text=slots.text, statement=slots.text, instead=True))
    lines = duty_queries.lines_by_number(session, said.agency_id, result.number)
    if not any(x.duty.held_by(said.who.id) for x in lines):
        return Done((result,))
    return Done((WhichReading((told,)),), on_yes(told))


def _show_proof(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    number = act.slots.task_ids[0]
    return Done((proof.show(session, said, number) or UnknownNumber(number),))


def _answer(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """A bare answer to no question: a number shows its task, other words get help."""
    if act.slots.task_ids:
        return look_acts.card(session, said, act, duty_id)
    if act.slots.mode in ("yes", "no"):
        return Done()
    return Done((help.NotUnderstood(help.examples(session, said)),))


def _not_understood(session: Session, said: Said, act: Act, _duty: int | None) -> Done:
    """Also for small talk: in a chat of two, silence would leave a report in other words unanswered."""
    if act.slots.held:
        return duty_acts.left_alone(session, said, act)
    if act.slots.astray:
        return undo_acts.sent_astray(session, said)
    return Done((help.NotUnderstood(help.examples(session, said)),))


#: Rights that have to be there before anything is looked at; changes ask for theirs on the duty itself.
LOOKS = frozenset({Right.SEE_CARD, Right.SEE_COUNTS})
HANDLERS: dict[Intent, Handler] = {
    **draft_acts.HANDLERS,
    Intent.done: duty_acts.done,
    Intent.progress: as_before_acts.or_of_rest(date_acts.told),
    Intent.same_as_before: as_before_acts.same(give_result.AS_BEFORE),
    Intent.none_arose: as_before_acts.same(give_result.NONE_AROSE),
    Intent.waiting_for_signature: duty_acts.progress,
    Intent.evidence_only: evidence_acts.evidence,
    Intent.verdict_wish: duty_acts.verdict_wish,
    Intent.give_back: hand_acts.give_back,
    Intent.approve: date_acts.approve,
    Intent.reject: date_acts.reject,
    Intent.extend_request: date_acts.move,
    Intent.set_deadline: date_acts.move,
    Intent.explain: date_acts.give_reason,
    Intent.ask_explanation: date_acts.ask_for_reason,
    Intent.event_day: date_acts.begin_event,
    Intent.assign: hand_acts.assign,
    Intent.unit_contact: hand_acts.contact,
    Intent.bare_texts: lambda s, said, _act, _d: Done((bare_titles.show(s, said),)),
    Intent.mend_text: _mend_text,
    Intent.show_proof: _show_proof,
    Intent.plan_file: look_acts.plan_document,
    Intent.bot_budget: lambda s, said, _act, _d: Done((bot_budget.bot_budget(s, said),)),
    Intent.indicator_reading: lambda s, said, act, _d: Done((indicators.read(s, said, act.slots),)),
    Intent.indicators: lambda s, said, act, _d: Done((indicators.show(s, said, act.slots),)),
    Intent.change_unit: hand_acts.change_unit,
    Intent.name_office: lambda s, said, act, _d: Done((name_office.name_office(s, said, act.slots),)),
    Intent.move_people: lambda s, said, act, _d: Done((unit_people.move(s, said, act.slots),)),
    Intent.undo_done: undo_acts.undo_done,
    Intent.what_was_undone: lambda s, said, _act, _d: Done((undo_meant.last_dropped(s, said),)),
    Intent.new_task: _new_task,
    Intent.drop_task: hand_acts.drop_task,
    Intent.sort_year: year_acts.sort_year,
    Intent.close_year: year_acts.close_year,
    Intent.task_detail: look_acts.card,
    Intent.my_tasks: look_acts.own_list,
    Intent.whole_list: lambda s, said, _act, _d: Done((views.own_list(s, said),)),
    Intent.status_overall: look_acts.status,
    Intent.status_plan: look_acts.status,
    Intent.status_unit: look_acts.status_unit,
    Intent.overdue_list: look_acts.late,
    Intent.slipping_list: look_acts.slipping,
    Intent.stuck_list: look_acts.stuck,
    Intent.search: look_acts.search,
    Intent.report_request: look_acts.report,
    Intent.my_results: look_acts.my_results,
    Intent.preview_morning: look_acts.preview,
    Intent.six_clear: look_acts.six_clear,
    Intent.due_soon: look_acts.soon,
    Intent.unassigned_or_undated: look_acts.unowned,
    Intent.who_missed_results: look_acts.missing,
    Intent.who_was_reminded: _who_was_reminded,
    Intent.remind_unit: _remind,
    Intent.draft_group_reminder: lambda s, said, act, _d: Done((group_text.group_text(s, said, act.slots),)),
    Intent.submit_news: news_acts.sent,
    Intent.news_back: news_acts.back,
    Intent.news_status: news_acts.asked,
    Intent.snooze: duty_acts.snooze,
    Intent.settings_time: lambda s, said, act, _d: Done((own_settings.set_time(s, said, act.slots),)),
    Intent.settings_language: lambda s, said, act, _d: Done((own_settings.set_language(s, said, act.slots.language),)),
    Intent.help: _help,
    Intent("join"): join_acts.join_again,
    Intent.admit: join_acts.decide,
    Intent.not_joined: join_acts.not_joined,
    Intent.disconnect: join_acts.put_out,
    Intent.choose_channel: join_acts.by_channel,
    Intent.go_live: join_acts.live,
    Intent.calendar_day: _calendar_day,
    Intent.absence: absence_acts.go_away,
    Intent.back_at_work: absence_acts.come_back,
    Intent.who_is_away: absence_acts.who_is_away,
    Intent.answer: _answer,
    Intent.greeting_thanks: duty_acts.courtesy,
    Intent.smalltalk_other: _not_understood,
    Intent.not_understood: _not_understood,
}
