"""Whom a reminder reached, who was not reached and why."""

from collections import Counter
from collections.abc import Sequence

from bot.replies.reader import Reader, Reply, addressed, full_name, numbers
from bot.usecases.remind import CarriesNoWords, HeldByOthers, NothingPresses, Target, Urged
from bot.usecases.remind_asked import RemindNotYours, RemindOnTrial, RemindWhom
from jobs.clock import office_day
from jobs.messages.digest_keeper import reason
from jobs.messages.phrases import people_named
from jobs.rules.items import ranges
from storage.queries.people import Person

MOST_LINES = 4
"""Lines of one person each; more are told by unit."""
MOST_UNITS = 6
MOST_NAMED = 30


def urged(result: Urged, reader: Reader) -> Reply:
    """At most ten lines."""
    _ = reader.words
    lines = [_headline(result, reader), *_reached(result, reader)]
    if result.missed:
        why = [f"{_name(target, result, reader)}: {reason(_, at)}" for target, at in result.missed]
        if result.by_unit:
            why = _counted([target for target, _why in result.missed])
        lines.append(_("Chưa nhắc được: {named}.", named=people_named(_, why, MOST_NAMED, between="; ")))
    if result.already:
        names = (
            _counted(result.already) if result.by_unit else [_name(target, result, reader) for target in result.already]
        )
        day = reader.day if result.leaves is None else office_day(result.leaves, reader.person.agency.time_zone)
        named = people_named(_, names, MOST_NAMED)
        if day == reader.day:
            lines.append(_("Hôm nay đã nhắc rồi: {named}.", named=named))
        else:
            lines.append(_("Đã có tin nhắc {day}: {named}.", day=reader.day_words(day), named=named))
    if left := [*(unit.short_name for unit in result.spared_units), *(addressed(one, reader) for one in result.spared)]:
        lines.append(_("Không nhắc theo ý {call}: {named}.", call=reader.call, named=people_named(_, left, MOST_NAMED)))
    if result.own:
        lines.append(_("Việc của {call}: {numbers}.", call=reader.call, numbers=numbers(result.own)))
    if result.closed:
        closed = numbers(result.closed)
        lines.append(_("Em không nhắc việc {numbers}: không còn mở hoặc đang chờ duyệt.", numbers=closed))
    lines += [_held(held, reader) for held in result.elsewhere]
    if result.left is not None and result.left < 0:
        lines.append(_("Gói tin tháng này đã hết nên có thể có người chưa nhận được; xem: gói Zalo."))
    elif result.left is not None:
        lines.append(_("Gói tin tháng này còn {n}.", n=result.left))
    return Reply("\n".join(lines), polite=bool(result.reached))


def _held(held: tuple[int, Person], reader: Reader) -> str:
    _ = reader.words
    number, who = held
    return _('Việc {n} do {who} giữ; {call} nhắn "nhắc việc {n}" để nhắc {who}.', n=number, who=addressed(who, reader), call=reader.call)  # fmt: skip


def held_by_others(result: HeldByOthers, reader: Reader) -> Reply:
    _ = reader.words
    held = _("; ").join(_("việc {n} do {who} giữ", n=number, who=addressed(who, reader)) for number, who in result.held)
    names = _(", ").join(dict.fromkeys(addressed(who, reader) for _number, who in result.held))
    return Reply(
        _('em chưa nhắc ai: {held}. Muốn nhắc {names}, {call} nhắn "đúng".', held=held, names=names, call=reader.call)
    )


def _headline(result: Urged, reader: Reader) -> str:
    _ = reader.words
    n = len(result.reached)
    if not n:
        return _("em chưa nhắc thêm ai.")
    if result.leaves is None:
        return _.plural("em đã nhắc {n} người:", "em đã nhắc {n} người:", n)
    when = f"{reader.hour(result.leaves)} {reader.day_words(office_day(result.leaves, reader.person.agency.time_zone))}"
    return _.plural(
        "ngoài giờ làm việc nên {when} em mới gửi tin nhắc {n} người:",
        "ngoài giờ làm việc nên {when} em mới gửi tin nhắc {n} người:",
        n,
        when=when,
    )


def _reached(result: Urged, reader: Reader) -> list[str]:
    _ = reader.words
    if result.by_unit:
        return [" · ".join(_counted(result.reached))] if result.reached else []
    lines = [
        f"{target.unit.short_name} – {_name(target, result, reader)}: {ranges(target.numbers)}"
        for target in result.reached
    ]
    return lines if len(lines) <= MOST_LINES else _by_unit(result, reader)


def _by_unit(result: Urged, reader: Reader) -> list[str]:
    """A line a unit with everybody it reached; of very many units the last line says how many more."""
    _, units = reader.words, dict[str, list[str]]()
    for target in result.reached:
        units.setdefault(target.unit.short_name, []).append(
            f"{_name(target, result, reader)}: {ranges(target.numbers)}"
        )
    lines = [f"{unit} – {'; '.join(named)}" for unit, named in units.items()]
    if len(lines) <= MOST_UNITS:
        return lines
    n = sum(len(named) for named in list(units.values())[MOST_UNITS - 1 :])
    more = _("và {n} người ở {units} đơn vị khác", n=n, units=len(units) - MOST_UNITS + 1)
    return [*lines[: MOST_UNITS - 1], more]


def _counted(targets: Sequence[Target]) -> list[str]:
    """ "VHXH 2"."""
    return [f"{unit} {n}" for unit, n in Counter(target.unit.short_name for target in targets).items()]


def _name(target: Target, result: Urged, reader: Reader) -> str:
    """Given names twice in one answer are told apart by the full ones."""
    everybody = [*result.reached, *result.already, *(one for one, _why in result.missed)]
    alike = sum(addressed(one.person, reader) == addressed(target.person, reader) for one in everybody)
    return addressed(target.person, reader) if alike == 1 else full_name(target.person, reader)


def nothing_presses(result: NothingPresses, reader: Reader) -> Reply:
    _ = reader.words
    if result.numbers:
        return Reply(
            _("em chưa nhắc ai: việc {numbers} không còn mở hoặc đang chờ duyệt.", numbers=numbers(result.numbers))
        )
    unit = result.unit.short_name if result.unit else _("các đơn vị")
    whom = addressed(result.person, reader) if result.person else unit
    if result.only:
        more = "nhắc hết" if not (result.unit or result.person) else f"nhắc {whom}"
        text = (
            _('em chưa nhắc ai: {whom} không có việc quá hạn hay chậm mốc. Nhắc cả phần thiếu kết quả, {call} nhắn "{more}".',
              whom=whom, call=reader.call, more=more)
            if result.only == "late"
            else _('em chưa nhắc ai: {whom} đã trả lời đủ kỳ này. Nhắc cả việc quá hạn, chậm mốc, {call} nhắn "{more}".',
                   whom=whom, call=reader.call, more=more)
        )  # fmt: skip
        return Reply(text)
    return Reply(_("em chưa nhắc ai: {whom} không có việc quá hạn, chậm mốc hay thiếu kết quả.", whom=whom))


def carries_no_words(result: CarriesNoWords, reader: Reader) -> Reply:
    """What was to be said is said by the sender himself; the work that is kept may still be reminded of."""
    _ = reader.words
    whom = _(", ").join(result.whom) or _("mọi người")
    text = _(
        'em chưa nhắn ai: em chỉ nhắc việc đang theo dõi, không chuyển lời “{words}” được; {call} nhắn trực tiếp {whom} giúp em.',
        words=result.words, call=reader.call, whom=whom,
    )  # fmt: skip
    if len(result.whom) == 1:
        text += " " + _('Nếu là việc mới, {call} nhắn "giao {whom} <việc> trước <ngày>".', call=reader.call, whom=whom)
    return Reply(
        text + " " + _('Muốn em nhắc {whom} việc đang theo dõi ngay, {call} nhắn "đúng".', whom=whom, call=reader.call)
    )


def not_yours(result: RemindNotYours, reader: Reader) -> Reply:
    _ = reader.words
    if result.head:
        return Reply(_("{call} nhắc được người trong đơn vị mình; em chưa nhắc ai.", call=reader.call))
    return Reply(
        _("nhắc người khác là phần của trưởng đơn vị, người theo dõi kế hoạch, Văn phòng và lãnh đạo; em chưa nhắc ai.")
    )


def on_trial(_result: RemindOnTrial, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            'em chưa nhắc ai: cơ quan đang chạy thử. Người theo dõi kế hoạch nhắn "cho chạy" thì em mới gửi tin cho mọi người.'
        )
    )


def whom(result: RemindWhom, reader: Reader) -> Reply:
    _ = reader.words
    if not result.typed:
        return Reply(
            _(
                'em chưa rõ cần nhắc ai nên chưa nhắc. {Call} nhắn "nhắc hết" để nhắc mọi người còn việc, hoặc nhắc một đơn vị, một người theo tên.',
                Call=reader.Call,
            )
        )
    if not result.candidates:
        return Reply(
            _(
                "em chưa rõ {name} là ai nên chưa nhắc; {call} nhắn đủ họ tên giúp em.",
                name=result.typed,
                call=reader.call,
            )
        )
    names = " · ".join(f"nhắc {full_name(one, reader)}" for one in result.candidates[:MOST_NAMED])
    text = _("có nhiều người tên {name}. {Call} nhắn: {names}", name=result.typed, Call=reader.Call, names=names)
    return Reply(text)
