"""`nhacviec staff import`: a newer list over an office that runs says who is new, who changed, who is missing."""

from datetime import date

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine
from sqlmodel import col, select

from bot.commands import staff_import
from storage.database import open_engine, transaction
from storage.kinds import EventKind, NoticeKind, Role
from storage.models.events import Event
from storage.models.messages import Notice
from storage.models.organisation import Membership, Staff, Unit
from tests.bot.commands.shell import PEOPLE, Fill, Shell, filled, put
from tests.people import CAST, OFFICE_HEAD, UNITS, Ward

KT = "Phòng Kinh tế, Hạ tầng và Đô thị"


def rows() -> dict[str, tuple[str, list[tuple[str | None, Role]]]]:
    """By name, the form of address and the units with roles in force."""
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    with transaction(engine) as session:
        units = {unit.id: unit.name for unit in session.exec(select(Unit))}
        found = {}
        for staff in session.exec(select(Staff)):
            members = session.exec(
                select(Membership).where(Membership.staff_id == staff.id, col(Membership.to_on).is_(None))
            )
            places = [(units.get(m.unit_id or 0), m.role) for m in members]
            found[staff.full_name] = (staff.honorific, sorted(places, key=str))
    engine.dispose()
    return found


def newer(*changes: Fill) -> None:
    filled("moi.xlsx", *changes)


def with_kt(book: Workbook) -> None:
    book["Đơn vị"].append([KT, "KT"])


def and_person(*cells: str | None) -> Fill:
    return lambda book: book["Nhân sự"].append(cells)


def without(name: str) -> Fill:
    def change(book: Workbook) -> None:
        sheet = book["Nhân sự"]
        sheet.delete_rows(next(row[0].row for row in sheet.iter_rows() if row[0].value == name))

    return change


def test_who_is_new_who_changed_and_who_is_missing(office: Shell) -> None:
    newer(
        with_kt, put("C3", KT), put("B2", "cô"), and_person("Bùi Thị Thu", "chị", "KT", "chuyên viên", None),
        without("Phạm Ngọc Ánh"),
    )  # fmt: skip
    code, said = office.type("staff", "import", "moi.xlsx")
    assert code == 0, said
    assert said.startswith("Đã đọc danh sách 3 người của “UBND phường Ba Ngòi”; 0 người giữ nguyên.\n")
    assert f"Đơn vị mới (1): {KT}" in said and "Người mới (1):\n- Bùi Thị Thu: KT, chuyên viên" in said
    assert "Đổi đơn vị, vai trò (1):\n- Trần Minh Tâm: VHXH, trưởng đơn vị → KT, trưởng đơn vị" in said
    assert "Đổi cách xưng hô (1): cô Nguyễn Thị Lan" in said
    assert "Không có trong danh sách, em giữ nguyên (1):\n- Phạm Ngọc Ánh: lãnh đạo" in said
    assert "invite --slips" in said
    now = rows()
    assert now["Trần Minh Tâm"] == ("anh", [(KT, Role.UNIT_HEAD)])
    assert now["Bùi Thị Thu"] == ("chị", [(KT, Role.STAFF)])
    assert now["Phạm Ngọc Ánh"] == ("chị", [(None, Role.LEADER)])
    again = office.type("staff", "import", "moi.xlsx")
    assert again[0] == 0 and "3 người giữ nguyên" in again[1] and rows() == now
    assert "Người mới" not in again[1] and "Đổi" not in again[1] and "Đơn vị mới" not in again[1]


def test_the_same_list_changes_nothing(office: Shell) -> None:
    before = rows()
    code, said = office.type("staff", "import", "mau.xlsx")
    assert (code, rows()) == (0, before)
    assert said == f"Đã đọc danh sách {len(PEOPLE)} người của “UBND phường Ba Ngòi”; {len(PEOPLE)} người giữ nguyên.\n"


@pytest.mark.parametrize("head_stays", [True, False])
def test_the_office_head_leads_the_unit_he_is_in_only_where_nobody_else_does(office: Shell, head_stays: bool) -> None:
    """A list of only some people leaves out a head who is still there."""
    gone = without("Trần Minh Tâm") if head_stays else put("D3", "chuyên viên")
    newer(gone, and_person("Lê Văn Dũng", "anh", "VHXH", "Chánh Văn phòng", None))
    assert office.type("staff", "import", "moi.xlsx")[0] == 0
    leads = [name for name, (_, places) in rows().items() if Role.UNIT_HEAD in {role for _, role in places}]
    assert leads == (["Trần Minh Tâm"] if head_stays else ["Lê Văn Dũng"])


def test_a_list_of_newcomers_alone_leaves_the_keeper(office: Shell) -> None:
    newer(*(without(name) for name, *_ in PEOPLE), and_person("Bùi Thị Thu", "chị", "VHXH", "chuyên viên", None))
    code, said = office.type("staff", "import", "moi.xlsx")
    assert code == 0 and "theo dõi kế hoạch mới" not in said and "Người mới (1)" in said
    newer(put("E3", "x"))
    assert "cần đúng một người" in office.type("staff", "import", "moi.xlsx")[1]  # two of them


def test_another_keeper_is_marked(office: Shell) -> None:
    newer(put("E2", None), put("E3", "x"))
    assert "Người theo dõi kế hoạch mới: Trần Minh Tâm" in office.type("staff", "import", "moi.xlsx")[1]
    assert "theo dõi kế hoạch mới" not in office.type("staff", "import", "moi.xlsx")[1]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("A2", "Nguyen Thi Lan"), "“Nguyen Thi Lan” gần giống “Nguyễn Thị Lan” đang có"),
        (put("D2", "thư ký"), "Chưa ghi gì. Cần sửa trong tệp:\n- Trang “Nhân sự”, ô D2: chưa có vai trò “thư ký”"),
        (put("B1", "UBND phường khác", "Cơ quan"), "Tệp ghi cơ quan “UBND phường khác”"),
    ],
)
def test_where_something_is_unclear_nothing_is_written(office: Shell, change: Fill, said: str) -> None:
    before = rows()
    newer(change, and_person("Bùi Thị Thu", "chị", "VHXH", "chuyên viên", None))
    code, answer = office.type("staff", "import", "moi.xlsx")
    assert code == 2 and said in answer and rows() == before


def test_without_an_office_there_is_nothing_to_bring_a_list_into(shell: Shell) -> None:
    newer()
    code, said = shell.type("staff", "import", "moi.xlsx")
    assert code == 2 and "setup --template" in said


def list_of(ward: Ward, **units: str) -> None:
    """The ward's own list, with some people in other units."""

    def fill(book: Workbook) -> None:
        book["Đơn vị"].delete_rows(2)
        book["Nhân sự"].delete_rows(2, 10)
        for short, full in UNITS.items():
            book["Đơn vị"].append([full, short])
        words = {Role.STAFF: "chuyên viên", Role.UNIT_HEAD: "trưởng đơn vị", Role.LEADER: "lãnh đạo"}
        for given, full, honorific, unit, role in CAST:
            role_word = words[role] + (", chánh văn phòng" if given == OFFICE_HEAD[0] else "")
            keeper = "x" if given == "Quân" else None
            book["Nhân sự"].append([full, honorific, units.get(given, unit), role_word, keeper])

    filled("moi.xlsx", fill)


def test_work_stays_and_who_moved_hears_of_it(
    shell: Shell, ward: Ward, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over an office with work: one word of the keeper would take each change back."""
    ward.link("Lan", "Quân")
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2030, 12, 31))
    monkeypatch.setattr(staff_import, "open_office", lambda: transaction(engine))
    list_of(ward, Lan="KT-HT-ĐT")
    code, said = shell.type("staff", "import", "moi.xlsx")
    assert code == 0 and "9 người giữ nguyên" in said
    assert "- Nguyễn Thị Lan: VHXH, chuyên viên → KT-HT-ĐT, chuyên viên; việc 2 vẫn của đơn vị cũ" in said
    with transaction(engine) as session:
        told = session.exec(select(Notice).where(Notice.kind == NoticeKind.TOLD)).one()
        event = session.exec(select(Event)).one()
    assert told.staff_id == ward.staff["Lan"] and told.body == (
        f"Theo danh sách nhân sự mới, từ hôm nay chị thuộc {KT}. Việc 2 vẫn của đơn vị cũ, chị giữ đến khi giao lại."
    )
    assert (event.kind, event.by_id) == (EventKind.UNIT_CHANGED, ward.staff["Quân"])
