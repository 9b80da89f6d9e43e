"""`nhacviec staff import FILE`: a newer staff list, in the form of `setup`; all of it or nothing."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlmodel import Session

from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.setup import checked, read_rows
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from bot.conversation.telling import tell_at_once
from bot.replies.reader import Reader
from bot.usecases.said import Said
from bot.usecases.staff_list import ListTaken, ListUnclear, PlaceChanged, take_list
from jobs.calendar import working_calendar
from jobs.clock import SystemClock, office_day
from jobs.rules.office_form import ROLES, OfficeForm
from jobs.rules.text import fold_words
from storage.models.organisation import Agency
from storage.queries.people import Person, agency_keeper, person

_WORD_OF = {role: word for word, role in ROLES.items()}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="tệp XLSX theo mẫu của lệnh setup, với danh sách nhân sự mới")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    form = checked(read_rows(args.file), "Chưa ghi gì.", whole=False)
    with open_office() as session:
        agency = the_agency(session, args.agency)
        if not args.agency and fold_words(form.name) not in (fold_words(agency.name), fold_words(agency.short_name)):
            raise CannotGoOn(
                f"Tệp ghi cơ quan “{form.name}”, ở đây đang có “{agency.name}”; em chưa ghi gì.\n"
                f'Nếu đúng tệp, hãy thêm vào cuối lệnh: --agency "{agency.name}"'
            )
        said = _as_keeper(session, agency)
        taken = take_list(session, said, form)
        if isinstance(taken, ListUnclear):
            raise CannotGoOn("\n".join(("Chưa ghi gì. Cần sửa trong tệp:", *_unclear(taken))))
        tell_at_once(session, taken.changed, Reader(said.who, said.day), said.now)
        print("\n".join(_told(agency, form, taken)))
    return 0


def _as_keeper(session: Session, agency: Agency) -> Said:
    """In whose name the list comes in; raises CannotGoOn where nobody keeps the office's plans."""
    now = SystemClock().now()
    today = office_day(now, agency.time_zone)
    try:
        keeper = person(session, agency.id, agency_keeper(session, agency.id) or 0, today)
    except LookupError as error:
        raise CannotGoOn("Người theo dõi kế hoạch không còn ở cơ quan; hãy nhờ quản trị ghi người khác.") from error
    return Said(keeper, now, today, working_calendar(session))


def _unclear(result: ListUnclear) -> Iterator[str]:
    for listed, known in result.alike:
        yield f"- “{listed}” gần giống “{known}” đang có; nếu là một người, hãy ghi đúng tên như đang có."
    for name in result.several:
        yield f"- Đang có nhiều người tên “{name}” nên không rõ là ai; hãy bỏ dòng này và sửa bằng tin nhắn."
    for name in result.units:
        yield f"- Đơn vị “{name}” đã nhập, tách hoặc trùng tên nhiều đơn vị; hãy ghi tên đơn vị đang dùng."


def _told(agency: Agency, form: OfficeForm, taken: ListTaken) -> Iterator[str]:
    yield f"Đã đọc danh sách {len(form.people)} người của “{agency.name}”; {taken.same} người giữ nguyên."
    if taken.units:
        yield f"Đơn vị mới ({len(taken.units)}): " + "; ".join(unit.name for unit in taken.units)
    if taken.new:
        yield f"Người mới ({len(taken.new)}):"
        yield from (f"- {who.staff.full_name}: {_places(who)}" for who in taken.new)
    if taken.changed:
        yield f"Đổi đơn vị, vai trò ({len(taken.changed)}):"
        yield from map(_change, taken.changed)
    if taken.called_anew:
        named = (f"{who.staff.honorific} {who.staff.full_name}" for who in taken.called_anew)
        yield f"Đổi cách xưng hô ({len(taken.called_anew)}): " + "; ".join(named)
    if taken.keeper:
        yield f"Người theo dõi kế hoạch mới: {taken.keeper.staff.full_name}; kế hoạch đang có vẫn do người cũ theo dõi."
    if taken.missing:
        yield f"Không có trong danh sách, em giữ nguyên ({len(taken.missing)}):"
        yield from (f"- {who.staff.full_name}: {_places(who)}" for who in taken.missing)
    if taken.new:
        yield f"Mời người mới: {typed('invite --slips phieu.docx')}"


def _change(change: PlaceChanged) -> str:
    text = f"- {change.person.staff.full_name}: {_places(change.was)} → {_places(change.person)}"
    numbers = ", ".join(str(n) for n in dict.fromkeys(line.number for line in change.stay))
    return f"{text}; việc {numbers} vẫn của đơn vị cũ đến khi giao lại" if numbers else text


def _places(who: Person) -> str:
    roles = _words(_WORD_OF[role] for role in ROLES.values() if role in who.roles)
    return ", ".join(part for part in (_words(unit.short_name for unit in who.units.values()), roles) if part)


def _words(words: Iterable[str]) -> str:
    return ", ".join(words)
