"""People and work of a unit that changed: who and what is placed where, and what still has to be."""

from collections.abc import Sequence

from bot.replies.reader import Reader, Reply, addressed, numbers
from bot.replies.units import by_name, task_numbers
from bot.usecases.staff_list import PlaceChanged
from bot.usecases.unit_people import AlreadyOfUnit, MoveUnclear, PeopleMoved, WhichPart, WorkMoved
from jobs.rules.text import capital
from storage.kinds import PartyRole
from storage.models.organisation import Unit
from storage.queries.duties import DutyLine
from storage.queries.people import Person


def people_moved(result: PeopleMoved, reader: Reader) -> Reply:
    _ = reader.words
    who = by_name(result.people, reader)
    if result.heads:
        text = _("em đã ghi {who} về {unit}, là trưởng đơn vị.", who=who, unit=result.unit.name)
    else:
        text = _("em đã ghi {who} về {unit}.", who=who, unit=result.unit.name)
    if result.lines:
        text += " " + _("Việc đi theo: {n}.", n=task_numbers(result.lines))
    if result.stay:
        text += " " + _(
            "Việc {n} vẫn của {source}, {who} giữ đến khi giao lại.", n=task_numbers(result.stay), source=result.source.name, who=who
        )  # fmt: skip
    if result.splits:
        text += " " + _still(result.source, result.unit, result.people_left, result.unowned, result.ended, reader)
    return Reply(text, tuple(x.duty.id for x in result.lines), undoable=True)


def told_moved(result: PeopleMoved, by: Reader, reader: Reader) -> str:
    """The message that whoever changes his unit gets at once."""
    _ = reader.words
    who = capital(addressed(by.person, reader))
    text = _("{By} chuyển {call} sang {unit}.", By=who, call=reader.call, unit=result.unit.name)
    if result.heads:
        text += " " + _("{Call} là trưởng đơn vị.", Call=reader.Call)
    if mine := [x for x in result.lines if x.duty.person_id == reader.person.id]:
        text += " " + _("Việc đi theo: {n}.", n=task_numbers(mine))
    if stay := [x for x in result.stay if x.duty.person_id == reader.person.id]:
        source, n = result.source.name, task_numbers(stay)
        text += " " + _("Việc {n} vẫn của {source}, {call} giữ đến khi giao lại.", n=n, source=source, call=reader.call)
    return text


def told_placed(result: PlaceChanged, reader: Reader) -> str:
    """The message that whoever changes his unit by a newer staff list gets at once."""
    _ = reader.words
    units = sorted(result.person.units.values(), key=lambda unit: unit.position)
    text = _("Theo danh sách nhân sự mới, từ hôm nay {call} thuộc {units}.",
             call=reader.call, units=", ".join(unit.name for unit in units))  # fmt: skip
    if not units:
        text = _("Theo danh sách nhân sự mới, từ hôm nay {call} không thuộc phòng nào.", call=reader.call)
    if result.person.heads:
        text += " " + _("{Call} là trưởng đơn vị.", Call=reader.Call)
    if result.stay:
        n = task_numbers(result.stay)
        text += " " + _("Việc {n} vẫn của đơn vị cũ, {call} giữ đến khi giao lại.", n=n, call=reader.call)
    return text


def work_moved(result: WorkMoved, reader: Reader) -> Reply:
    _ = reader.words
    led = [x for x in result.lines if x.duty.role is PartyRole.LEAD]
    helped = [x for x in result.lines if x not in led]
    unit, moved = result.unit.name, list[str]()
    if led:
        moved.append(_("em đã chuyển việc {n} sang {unit}.", n=task_numbers(led), unit=unit))
    if helped:
        moved.append(_("em đã chuyển phần phối hợp việc {n} sang {unit}.", n=task_numbers(helped), unit=unit))
    text = " ".join(moved)
    if result.left:
        text += " " + _("Việc {n} không phải phần đang tách nên giữ nguyên.", n=numbers(result.left))
    text += " " + _still(result.source, result.unit, result.people_left, result.unowned, result.ended, reader)
    return Reply(text.rstrip(), tuple(x.duty.id for x in result.lines), undoable=True)


def already_of_unit(result: AlreadyOfUnit, reader: Reader) -> Reply:
    _ = reader.words
    n, unit = task_numbers(result.lines), result.unit.name
    text = _("việc {n} đang của {unit} rồi nên em giữ nguyên.", n=n, unit=unit)
    if result.people:
        example = f"giao {result.lines[0].number} cho {result.people[0].given_name}"
        text += " " + _(
            'Giao cho người trong đơn vị, {call} nhắn, ví dụ: "{example}"', call=reader.call, example=example
        )
    return Reply(text, tuple(x.duty.id for x in result.lines))


def which_part(result: WhichPart, reader: Reader) -> Reply:
    _ = reader.words
    n, parts = numbers(result.numbers), result.parts
    text = _(
        "{name} đã tách thành {parts}; em chưa chuyển việc {n}. {Call} chọn: {shorts}", name=capital(result.typed),
        parts="; ".join(unit.name for unit in parts), n=n, Call=reader.Call,
        shorts=" · ".join(unit.short_name for unit in parts),
    )  # fmt: skip
    return Reply(text)


def _still(
    source: Unit, unit: Unit, people: Sequence[Person], unowned: Sequence[DutyLine], ended: bool, reader: Reader
) -> str:
    """What of a split unit is to be placed yet, and how."""
    _ = reader.words
    if ended:
        return _("{source} đã chia xong.", source=source.name)
    parts = []
    if people:
        parts.append(_("Chưa rõ về đâu: {people}.", people=by_name(people, reader)))
    if unowned:
        n = task_numbers(unowned)
        parts.append(
            _(
                'Chưa giao ai: việc {n}; {call} nhắn, ví dụ: "giao {n} cho {unit}"',
                n=n,
                call=reader.call,
                unit=unit.name,
            )
        )
    return " ".join(parts)


def move_unclear(result: MoveUnclear, reader: Reader) -> Reply:
    _ = reader.words
    if result.there:
        return Reply(_("{name} đang ở đơn vị ấy rồi; em chưa thay đổi gì.", name=result.typed))
    if result.several:
        units = ", ".join(unit.name for unit in result.several)
        return Reply(
            _(
                "{name} đang ở các đơn vị khác nhau ({units}); {call} nhắn từng người giúp em.",
                name=result.typed,
                units=units,
                call=reader.call,
            )
        )
    return Reply(_("em chưa rõ {name}, hoặc người ấy chưa thuộc đơn vị nào; em chưa thay đổi gì.", name=result.typed))
