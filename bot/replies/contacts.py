"""Who answers for a unit's work that nobody has: set, taken away, shown."""

from bot.replies.decisions import unreached
from bot.replies.reader import Reader, Reply, addressed
from bot.usecases.contacts import (
    ContactNotYours,
    ContactRemoved,
    Contacts,
    ContactSet,
    ContactUnclear,
    ContactUndone,
    NoContact,
    Place,
)
from jobs.rules.items import ranges
from jobs.rules.text import capital
from storage.models.organisation import Unit

_MOST_ROWS = 9  # an answer of ten lines


def _of(place: Place, reader: Reader) -> str:
    """ "đầu mối Phòng VHXH, KH CCHC 2025"."""
    _ = reader.words
    if place.news:
        return _("đầu mối tin, bài của {unit}", unit=place.unit.name)
    if place.plan:
        return _("đầu mối {unit}, {plan}", unit=place.unit.name, plan=place.plan.short_title)
    return _("đầu mối {unit}", unit=place.unit.name)


def contact_set(result: ContactSet, reader: Reader) -> Reply:
    _ = reader.words
    who, of = addressed(result.person, reader), _of(result.place, reader)
    about = tuple(x.duty.id for x in result.lines)
    if result.again:
        return Reply(_("{of} đã là {who}, em giữ nguyên.", of=of, who=who), about)
    text = _("em đã ghi {of}: {who}.", of=of, who=who)
    if result.before and result.before.id != result.person.id:
        text += " " + _("Trước đó là {who}.", who=addressed(result.before, reader))
    if result.place.news:
        text += " " + _("Em nhắc tin, bài cho {who}.", who=who)
    elif result.lines:
        listed = ranges(sorted({x.number for x in result.lines}))
        text += " " + _("Việc chưa giao ai em nhắc {who}: {n}.", who=who, n=listed)
    else:
        text += " " + _("Việc nào chưa giao ai em nhắc {who}.", who=who)
    if not result.reached:
        text += " " + unreached(result.person, reader)
    elif result.person.id != reader.person.id:
        text += " " + _("Em báo {who} ngay.", who=who)
    return Reply(text, about, undoable=True)


def told_to_contact(result: ContactSet, by: Reader, reader: Reader) -> str:
    """The message the contact gets at once."""
    _ = reader.words
    text = _(
        "{By} cử {call} làm {of}.",
        By=capital(addressed(by.person, reader)),
        call=reader.call,
        of=_of(result.place, reader),
    )
    if result.place.news:
        return text + " " + _('Gửi tin xong {call} nhắn, ví dụ: "tin: Tập huấn cải cách hành chính"', call=reader.call)
    if result.lines:
        listed = ranges(sorted({x.number for x in result.lines}))
        text += " " + _("Việc chưa giao ai của đơn vị em nhắc {call}: {n}.", call=reader.call, n=listed)
    return text + " " + _('Xem việc, {call} nhắn "việc của tôi".', call=reader.call)


def contact_removed(result: ContactRemoved, reader: Reader) -> Reply:
    _ = reader.words
    text = _("em đã ghi {who} thôi làm {of}.", who=addressed(result.person, reader), of=_of(result.place, reader))
    if result.to:
        text += " " + _("Việc chưa giao ai từ nay em nhắc {who}.", who=addressed(result.to, reader))
    return Reply(text, undoable=True)


def no_contact(result: NoContact, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("chưa có {of} nên em chưa thay đổi gì.", of=_of(result.place, reader)))


def unclear(result: ContactUnclear, reader: Reader) -> Reply:
    _ = reader.words
    names = (*result.fits, *(addressed(person, reader) for person in result.people))
    fits = " · ".join(names[:_MOST_ROWS])
    if result.what == "person":
        text = _("em chưa rõ {name} là ai trong đơn vị nên chưa ghi đầu mối ({fits}).", name=result.typed, fits=fits)
    elif result.what == "plan":
        text = _(
            'em chưa rõ kế hoạch "{name}" là kế hoạch nào nên chưa ghi đầu mối ({fits}).', name=result.typed, fits=fits
        )
    else:
        text = _("em chưa rõ đơn vị nào nên chưa ghi đầu mối ({fits}).", fits=fits)
    return Reply(text + " " + _('{Call} nhắn, ví dụ: "đầu mối phòng VHXH là chị Lan"', Call=reader.Call))


def not_yours(result: ContactNotYours, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            "cử {of} là phần của trưởng đơn vị, người theo dõi kế hoạch ấy và Chánh Văn phòng; em chưa ghi gì.",
            of=_of(result.place, reader),
        )
    )


def shown(result: Contacts, reader: Reader) -> Reply:
    _ = reader.words
    lines = [
        capital(f"{_of(place, reader)}: {addressed(person, reader)}") for place, person in result.rows[:_MOST_ROWS]
    ]
    if len(result.rows) > _MOST_ROWS:
        lines.append(_("và {n} đầu mối khác.", n=len(result.rows) - _MOST_ROWS))
    of = {place.unit.id for place, _who in result.rows}
    without = [_headed(unit, result, reader) for unit in result.units if unit.id not in of]
    if without and len(lines) < _MOST_ROWS:
        lines.append(_("Chưa cử đầu mối (em nhắc trưởng đơn vị): {units}", units=", ".join(without)))
    if not lines:
        return Reply(_("đầu mối của đơn vị khác em chỉ cho người của đơn vị ấy và Văn phòng xem."))
    return Reply("\n".join(lines), polite=False)


def _headed(unit: Unit, result: Contacts, reader: Reader) -> str:
    head = result.heads.get(unit.id)
    return f"{unit.short_name} ({addressed(head, reader)})" if head else unit.short_name


def undone(result: ContactUndone, reader: Reader) -> Reply:
    _ = reader.words
    of = _of(result.place, reader)
    if result.person:
        return Reply(_("em đã bỏ điều vừa ghi; {of} lại là {who}.", of=of, who=addressed(result.person, reader)))
    return Reply(_("em đã bỏ điều vừa ghi; lại chưa có {of}.", of=of))
