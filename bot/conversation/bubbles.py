"""A message beside the ones before it: a thought in several bubbles, and words on the task that was shown last.

Nothing waits for a second bubble: the rows of the inbox say what stood before, so a kill between two loses nothing.
"""

import re
from datetime import date

from sqlmodel import Session

from bot.asking import AWAITED, REASON, open_options
from bot.conversation.named_before import ONE_BREATH, of_named_before
from bot.conversation.number_slips import Read, number_said_anew, one_told
from bot.conversation.own_numbers import told_of_first_number
from bot.understanding.intents import NOTHING_SAID, Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import COUNTED
from bot.understanding.percents import percent
from bot.understanding.rules.passed_on import handed_down
from bot.understanding.rules.tell import speaks_of_work
from bot.understanding.slip_within import numbers_instead
from bot.understanding.slips import Figure, day_anew, figure_anew
from bot.understanding.when import day_in
from bot.understanding.words import QUESTION_END
from bot.usecases.just_said import STILL_SPOKEN_OF, last_changes
from bot.usecases.said import Said
from storage.kinds import EventKind
from storage.models.duties import Evidence, ProgressEntry
from storage.models.events import Event
from storage.models.messages import Inbox
from storage.queries import conversation, duties, events, inbox

#: Counted things and nothing else: "2 bài", "với 1 video", "tháng này được 7 tin", "thu về 180".
_FIGURES = re.compile(
    rf"(?:(?:voi|va|them|cung|nua|thang nay|ky nay|duoc|da|đăng|dang|co|em|chi|anh|phat ra|thu ve|hai long|dat|lam|tong) )*(?:\d+ (?:{COUNTED})\b|(?:(?:thu ve|thu|phat|in|cat giam|giam|tang them|cap|gui|tang|ban|mua|trong|nhan|con(?: lai)?|du)(?: (?:ra|duoc|them))?) \d+(?! ?[%/])(?: nua)?(?: de (?:thang|ky|dot|nam) sau)?(?!\S)|hai long \d+ ?%)(?: (?:nua|a|nhe|em|roi|truyen thong|trong thang))*[ .!]*"
)
#: What a date was set or asked by, and which date an order moves.
_DATES = {
    EventKind.DATE_ASKED: (Intent.extend_request, None),
    EventKind.TARGET_SET: (Intent.extend_request, "target"),
    EventKind.DUE_SET: (Intent.extend_request, "due"),
    EventKind.SNOOZED: (Intent.snooze, None),
}
_DATED = frozenset({Intent.extend_request, Intent.set_deadline})
#: Who and what, and nothing said of it yet: "bên em", "cái này thì".
_BEGUN = re.compile(
    r"(?:(?:da|a|thi|la|ma|cai|viec|nay|do|no|em|toi|minh|chi|anh|ben|phong|cua|con|gio|hien|tai|lam)(?: |$))+"
)
_BESIDE_A_DAY = frozenset(listed("tu hoi luc vao ngay la co roi a nhe day em da xong lam"))
#: A number in front, or behind a word of recording, that counts nothing and is no day.
_OWN_NUMBER = re.compile(
    rf"(?:(?:da|em|anh|chi|a|xin|cho|giup|sua|ghi|bo sung|cap nhat|dinh chinh|dieu chinh|chinh|bao|lai|bu|ket qua|so lieu|cua|viec|nhiem vu|nv|so)[ :,]+)*#?(\d{{1,4}})\b(?!(?! (?:thang|ky|quy|tuan|hom|lan|dot) (?:truoc|roi|vua|no|kia)\b) ?(?:%|phan tram|(?:{COUNTED})\b|ngay|tuan|thang (?:nua|nay)|nguoi|trieu|ty|dong|h\b|gio)|[/.:,-]?\d)(?=[:,]? [^\W\d])"
)
_NAMES = re.compile(r"(?:(?:la|cua|cho|o) )?(?:viec |nhiem vu |nv |so |#)*\d{1,4}(?: (?:a|nhe|em|anh|chi))*")


def in_context(session: Session, said: Said, text: str, alone: Understanding, read: Read) -> Understanding:
    """What a message means here; `alone` where what stood before it says nothing of it."""
    if any(act.slots.astray for act in alone.acts):
        return alone
    day = day_anew(_day_of_awaited(session, said, text), said.day, said.calendar)
    if day and (mended := _day_mended(session, said, *day)):
        return mended
    if dated := _dated(session, said, text, alone, read):
        return dated
    of_task = any(act.slots.task_ids for act in alone.acts)
    owned = not alone.sure or alone.says_only(NOTHING_SAID)
    if mended := number_said_anew(session, said, text, owned, read):
        return mended
    figure = figure_anew(text)
    if figure and (figure.wrong or not of_task) and (mended := _figure_mended(session, said, figure, read)):
        return _either(session, said, mended, alone) if of_task else mended
    names, placeless = _names(text), alone.says_only(NOTHING_SAID) or _of_no_task(alone)
    of_another = placeless and not names and _of_another(session, said, text)
    if of_another or (owned and numbers_instead(text)):
        return _unplaced(alone) if of_another else alone
    if of_named := of_named_before(session, said, text, alone, read):
        return of_named
    if not (names or placeless or _FIGURES.fullmatch(read_line(text).norm)):
        return alone
    before = _before(session, said)
    joined = _joined(session, said, before, text, names, read) if before else None
    if joined or names:
        return joined or alone
    if shown := _of_what_was_shown(session, said, text, read):
        return shown
    if before and (_BEGUN.fullmatch(read_line(text).norm) or _day_alone(said, text)) and _just_shown(session, said):
        return Understanding((Act(Intent.greeting_thanks),))  # the rest of the thought is still being typed
    return _unplaced(alone)


def _unplaced(alone: Understanding) -> Understanding:
    return Understanding((Act(Intent.not_understood),), sure=False) if _of_no_task(alone) else alone


def _day_of_awaited(session: Session, said: Said, text: str) -> str:
    """ "48 đến 31/10" while the day of 48 is asked for: the day alone."""
    awaited = [o.act for o in open_options(session, said) if o.answer in (REASON, AWAITED) and o.act.intent in _DATED]
    line = read_line(text)
    found = re.match(r"(?:(?:da|thi|viec|nhiem vu|nv|so) )*(\d{1,4})[:,]? (?=\D{0,12}\d|[^\W\d])", line.norm)
    of_it = found and any(act.slots.task_ids == (int(found[1]),) for act in awaited)
    return line.part(found.end(), len(line.norm)).text if found and of_it else text


def _before(session: Session, said: Said) -> Inbox | None:
    return inbox.bubble_before(session, said.agency_id, said.inbox_id, ONE_BREATH) if said.inbox_id else None


def _dated(session: Session, said: Said, text: str, alone: Understanding, read: Read) -> Understanding | None:
    """ "Xong rồi" and then "hôm qua", or the other way round: done on that day."""
    told, day = one_told(alone), _day_alone(said, text)
    undated = told and told.intent is Intent.done and alone.sure and not told.slots.date
    before = _before(session, said) if undated or day else None
    if before is None:
        return None
    if told and undated:
        day = _day_alone(said, before.text or "")
        of_another = day and events.changed_by_message(session, said.agency_id, before.id)
        return Understanding((told.with_slots(date=day),)) if day and not of_another else None
    mine = events.changes_of(session, said.agency_id, said.who.id, said.day)
    last = [event for event in mine if event.inbox_id == before.id]
    lines = duties.lines_by_ids(session, said.agency_id, [event.duty_id for event in last if event.duty_id])
    reported = all(event.kind is EventKind.REPORTED for event in last)
    kept = [row for event in last for row in events.kept_by(session, event) if isinstance(row, Evidence)]
    if not lines or not reported or any(row.file_id for row in kept):
        return None
    if day == said.day or any(act.slots.date for act in read(before.text or "", "reply_to_reminder").acts):
        return Understanding((Act(Intent.greeting_thanks),))  # nothing new is said
    told = one_told(read(f"{before.text} {text}", "reply_to_reminder"))
    done = told if told and told.intent is Intent.done else Act(Intent.done)
    numbers = tuple(dict.fromkeys(line.number for line in lines))
    return Understanding((done.with_slots(task_ids=numbers, date=day, goes_on=before.id),))


def _day_alone(said: Said, text: str) -> date | None:
    """The day that has come, where nothing else is said."""
    norm = read_line(text).norm
    found = day_in(norm, said.day, said.calendar, future=False)
    if not found or found[0] > said.day or "?" in norm:
        return None
    rest = f"{norm[: found[1][0]]} {norm[found[1][1] :]}"
    return found[0] if set(re.findall(r"\w+", rest)) <= _BESIDE_A_DAY else None


def _just_shown(session: Session, said: Said) -> bool:
    """Whether the last message was about one task, a breath ago."""
    last = conversation.newest_notice(session, said.agency_id, said.chat_id) if said.chat_id else None
    return bool(last and len(last.about) == 1 and said.now - last.created_at <= 2 * ONE_BREATH)


def _names(text: str) -> bool:
    return bool(_NAMES.fullmatch(read_line(text).norm.strip(" .!")))


def _of_no_task(understood: Understanding) -> bool:
    """Work under way, and of which task is not said: "công việc đang trôi chảy". "Chưa ạ" keeps nothing anyway."""
    told = one_told(understood)
    if told is None or told.intent is not Intent.progress or told.slots.task_ids:
        return False
    return not re.match(r"(?:(?:da|em|van) )*(?:chua|khong)\b", read_line(told.slots.statement or "").norm)


def _joined(session: Session, said: Said, before: Inbox, text: str, names: bool, read: Read) -> Understanding | None:
    """Both bubbles as one thought: the second names the task of the first, or ends what the first began."""
    first = before.text or ""
    begun = events.results_of_message(session, said.agency_id, before.id)
    if begun and not names:
        of = duties.lines_by_ids(session, said.agency_id, [event.duty_id for event in begun if event.duty_id])
        numbers = tuple(dict.fromkeys(line.number for line in of))
        if _FIGURES.fullmatch(read_line(text).norm):
            return _further_figures(before, numbers, _words_of(session, begun[0]), text) if len(begun) == 1 else None
        return _completed(before, numbers, text, read)
    changed = events.changed_by_message(session, said.agency_id, before.id)
    if begun or changed or not read(first, "direct").says_only(NOTHING_SAID):
        return None
    number = re.search(r"\d+", text)
    whole = read(f"việc {number.group()}: {first}" if names and number else f"{first} {text}", "direct")
    told = one_told(whole)
    return whole if told and told.slots.task_ids else None


def _day_mended(session: Session, said: Said, day: date, owned: bool) -> Understanding | None:
    """ "Nhầm, 25/11" after a date was asked for, set or only spoken of: the same with this day. A day that was wanted
    needs no slip; where it is not plain which date is meant, that is asked.
    """
    wished = (o.act for o in open_options(session, said) if o.act.intent in _DATED and o.answer in (REASON, AWAITED))
    if wanted := next((act for act in wished if owned or act.slots.date is None), None):
        return Understanding((wanted.with_slots(date=day),))
    last = last_changes(session, said)
    whose = {event.for_id for event in last if event.kind in (EventKind.DATE_ASKED, EventKind.SNOOZED)}
    kinds = {event.kind for event in last}
    typed = all("dates" in event.before or event.kind is EventKind.SNOOZED for event in last)
    granted = any(event.before.get("granted") for event in last)
    if not (owned and typed and kinds <= _DATES.keys() and len(kinds) == 1) or granted or whose - {said.who.id, None}:
        return None
    (kind,) = kinds
    lines = duties.lines_by_ids(session, said.agency_id, [event.duty_id for event in last if event.duty_id])
    (intent, which), numbers = _DATES[kind], tuple(dict.fromkeys(line.number for line in lines))
    reason = last[0].text if kind is EventKind.DATE_ASKED else None
    told = Act(intent, Slots(task_ids=numbers, date=day, which=which, reason=reason))
    plain = len(numbers) == 1 and {line.duty.id for line in lines} & set(said.about)
    return Understanding((told,), sure=bool(plain), readings=() if plain else (told,))


def _figure_mended(session: Session, said: Said, figure: Figure, read: Read) -> Understanding | None:
    """The figure told last is replaced by the one said now, never joined to it; asked about where it is not plain."""
    last = last_changes(session, said)
    if figure.wrong and not _is_told(session, last, figure):
        return None
    ids = [event.duty_id for event in last if event.duty_id]
    numbers = tuple(dict.fromkeys(line.number for line in duties.lines_by_ids(session, said.agency_id, ids)))
    told = one_told(read(figure.text, "reply_to_reminder")) or Act(Intent.progress, Slots(text=figure.text))
    if not numbers or not {event.kind for event in last} <= {EventKind.RESULT, EventKind.REPORTED}:
        return _of_what_was_shown(session, said, figure.text, read) if figure.owned else None
    told = told.with_slots(instead=True, goes_on=last[0].inbox_id)
    if len(last) != 1:
        return Understanding((told,)) if figure.owned else None
    plain = not said.about or ids[0] in said.about
    if last[0].kind is EventKind.REPORTED:
        told = told.with_slots(task_ids=numbers, instead=False, goes_on=None)
        back = Act(Intent.undo_done, Slots(anew=numbers))
        return Understanding((back, told), sure=plain, readings=(told,)) if figure.owned else None
    words = figure.put_into(_words_of(session, last[0]))
    if not figure.owned and (words is None or not plain):
        return None
    told = told.with_slots(task_ids=numbers, text=words or figure.text, statement=words or figure.text)
    return Understanding((told,), sure=plain and figure.owned and bool(words), readings=(told,))


def _either(session: Session, said: Said, mended: Understanding, alone: Understanding) -> Understanding:
    """ "Sửa 8 thành 13 tin" of an "8 tin" told last, where 8 is also a task of his: which is meant is asked."""
    numbers = alone.acts[0].slots.task_ids
    lines = [line for n in numbers for line in duties.lines_by_number(session, said.agency_id, n)]
    if not any(line.duty.held_by(said.owner.id) for line in lines):
        return mended
    return Understanding(alone.acts, sure=False, readings=(mended.acts[0], *alone.acts))


def _is_told(session: Session, last: list[Event], figure: Figure) -> bool:
    results = [event.kind for event in last] == [EventKind.RESULT]
    return results and figure.put_into(_words_of(session, last[0])) is not None


def _words_of(session: Session, event: Event) -> str:
    """A result as one would type it, with what stands in the way."""
    kept = next((row for row in events.kept_by(session, event) if isinstance(row, ProgressEntry)), None)
    if kept is None:
        return event.text
    return ", ".join(filter(None, (kept.text, f"vướng {kept.obstacle}" if kept.obstacle else "")))


def _further_figures(before: Inbox, numbers: tuple[int, ...], told: str, text: str) -> Understanding:
    """ "8 9 tin", "2 bài", "với 1 video": all of it is one result."""
    whole = f"{told}, {text}"
    slots = Slots(
        task_ids=numbers, text=whole, statement=whole, goes_on=before.id, percent=percent(read_line(whole).norm)
    )
    return Understanding((Act(Intent.progress, slots),))


def _completed(before: Inbox, numbers: tuple[int, ...], text: str, read: Read) -> Understanding | None:
    """ "đang chờ Sở Nội vụ" was kept for a task; with "trả lời văn bản" the whole takes its place."""
    told = one_told(read(f"{before.text} {text}", "reply_to_reminder")) if speaks_of_work(text) else None
    if told is None or told.intent is not Intent.progress:
        return None
    return Understanding((told.with_slots(task_ids=numbers, goes_on=before.id),))


def _of_what_was_shown(session: Session, said: Said, text: str, read: Read) -> Understanding | None:
    """Words of work without a task: of the one shown last, for certain only while it is still spoken of."""
    meant = read(text, "reply_to_reminder")
    asks = QUESTION_END.search(read_line(text).norm) or handed_down(text)
    told = one_told(meant) if speaks_of_work(text) and not asks else None
    if told is None or told.slots.task_ids:
        return None
    lines = duties.lines_by_ids(session, said.agency_id, said.about)
    if len(lines) != 1:
        return Understanding((told,))
    last = conversation.newest_notice(session, said.agency_id, said.chat_id) if said.chat_id else None
    fresh = last and tuple(last.about) == said.about and said.now - last.created_at <= STILL_SPOKEN_OF
    asked = told.with_slots(task_ids=(lines[0].number,))
    other = told_of_first_number(session, said, text, read)
    if fresh and meant.sure and told.intent is not Intent.done and not other:
        return Understanding((told,))
    return Understanding((asked,), sure=False, readings=(asked, other) if other else (asked,))


def _of_another(session: Session, said: Said, text: str) -> bool:
    """ "Sửa 23 quý trước thành 67%": it holds the number of its own task, which is not the one shown."""
    found = _OWN_NUMBER.match(read_line(text).norm)
    lines = found and duties.lines_by_number(session, said.agency_id, int(found[1]))
    return bool(lines) and not {line.duty.id for line in lines or ()} & set(said.about)
