"""The admin renames, merges and splits units in chat: read back first, people and open work follow, the past stays."""

from datetime import date

import pytest
from sqlmodel import select

from jobs.figures import figures
from jobs.ticks.periods import periods
from storage.database import transaction
from storage.kinds import DutyState, EventKind, PartyRole, Role
from storage.models.duties import Duty, Period, ProgressEntry
from storage.models.news import NewsQuota
from storage.models.organisation import Membership, Staff, Unit
from storage.models.plans import PlanContact, Task
from storage.queries.people import person
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.audits import audited
from tests.jobs.mornings import change, morning_of
from tests.people import SINCE, at

Duties = dict[int, int]


@pytest.fixture
def admin(talk: Talk, duties: Duties) -> Talk:
    """Minh runs the bot and holds no work; everybody has joined."""
    ward = talk.ward
    with transaction(ward.engine) as session:
        minh = Staff(agency_id=ward.agency_id, full_name="Vũ Đức Minh", honorific="anh")
        session.add(minh)
        session.flush()
        session.add(Membership(agency_id=ward.agency_id, staff_id=minh.id, role=Role.ADMIN, from_on=SINCE))
        ward.staff["Minh"] = minh.id
    ward.link("Minh", "Vinh")
    return talk


def in_unit(talk: Talk, *names: str) -> list[str]:
    with talk.session() as session:
        people = [person(session, talk.ward.agency_id, talk.ward.staff[name], talk.now.date()) for name in names]
        return ["/".join(sorted(unit.name for unit in who.units.values())) for who in people]


def unit_of(talk: Talk, duty_id: int) -> str:
    with talk.session() as session:
        return session.get_one(Unit, talk.duty(duty_id).unit_id).name


def everything(talk: Talk) -> list[tuple[object, ...]]:
    """The rows that a change of units may touch."""
    models = (Unit, Membership, Duty, NewsQuota, PlanContact, ProgressEntry)
    with talk.session() as session:
        return sorted(
            (model.__tablename__, row.id, repr(row.model_dump()))
            for model in models
            for row in session.exec(select(model))
        )


def test_a_unit_is_renamed_and_its_old_names_are_still_understood(admin: Talk) -> None:
    echo = admin.say("Minh", "đổi tên phòng VHXH thành phòng Văn hóa, Khoa học và Thông tin")
    assert (
        echo and 'đổi tên Phòng Văn hóa – Xã hội thành "Phòng Văn hóa, Khoa học và Thông tin", gọi tắt VHKHTT' in echo
    )
    assert admin.events() == [] and 'nhắn "đồng ý"' in echo
    done = admin.say("Minh", "đồng ý")
    assert done and "em đã đổi tên thành" in done and "hoàn tác" in done
    assert in_unit(admin, "Lan") == ["Phòng Văn hóa, Khoa học và Thông tin"]
    for name in ("phòng VHXH", "phòng Văn hóa – Xã hội", "VHKHTT", "phòng văn hóa khoa học"):
        assert "Văn hóa, Khoa học và Thông tin" in (admin.say("Ánh", f"tình hình {name}") or ""), name
    assert "như trước" in (admin.say("Minh", "hoàn tác") or "")
    assert in_unit(admin, "Lan") == ["Phòng Văn hóa – Xã hội"]


@ON_BOTH
def test_a_unit_goes_into_another_with_people_work_news_and_contact(admin: Talk, duties: Duties) -> None:
    ward = admin.ward
    with transaction(ward.engine) as session:
        session.add(NewsQuota(agency_id=ward.agency_id, unit_id=ward.units["KT-HT-ĐT"], per_month=2))
    closed = ward.give(27, "Quy chế chi tiêu nội bộ", "KT-HT-ĐT", to="Vinh")
    free = ward.give(28, "Rà soát vỉa hè", "KT-HT-ĐT", due=date(2025, 10, 15))
    change(ward, closed, state=DutyState.ACCEPTED, reported_on=date(2025, 9, 1), closed_on=date(2025, 9, 2))
    admin.say("Thu", "đầu mối của phòng mình là anh Vinh")
    before = everything(admin)
    echo = admin.say("Minh", "nhập phòng KT vào phòng VHXH")
    assert echo and "nhập Phòng Kinh tế, Hạ tầng và Đô thị vào Phòng Văn hóa – Xã hội" in echo
    assert (
        "chị Thu, anh Vinh; 2 phần việc đang mở" in echo
        and "chị Thu vẫn là lãnh đạo đơn vị" in echo
        and "tin, bài" in echo
    )
    done = admin.say("Minh", "đồng ý")
    assert done and "2 phần việc đang mở chuyển theo" in done
    assert in_unit(admin, "Thu", "Vinh", "Lan") == ["Phòng Văn hóa – Xã hội"] * 3
    assert [unit_of(admin, d) for d in (duties[26], free, closed)] == [
        "Phòng Văn hóa – Xã hội", "Phòng Văn hóa – Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị"
    ]  # fmt: skip
    assert admin.duty(duties[26]).recipient_id == admin.duty(free).recipient_id == ward.staff["Vinh"]
    assert "Kinh tế" not in (admin.say("Ánh", "phòng nào còn việc quá hạn?") or "")
    assert "26" in (admin.say("Tâm", "tình hình phòng KT") or "")
    assert "xong" in (admin.say("Tâm", "ghi hộ Vinh: 26 đang hoàn thiện, sắp xong") or "")
    admin.say("Tâm", "hoàn tác")
    morning = morning_of(ward, "14/10/2025")
    assert "26. Quy chế" in morning["Vinh"].text and audited(ward, at("14/10/2025 07:56")) == []
    assert "như trước" in (admin.say("Minh", "hoàn tác") or "")
    assert [row for row in everything(admin) if row[0] != "progress_entry"] == [
        row for row in before if row[0] != "progress_entry"
    ]


def test_what_both_units_had_a_part_in_goes_on_once_with_what_was_said_of_it(admin: Talk, duties: Duties) -> None:
    ward = admin.ward
    with transaction(ward.engine) as session:
        one = session.get_one(Duty, duties[7])
        other = Duty(
            agency_id=one.agency_id, period_id=one.period_id, unit_id=ward.units["KT-HT-ĐT"], role=PartyRole.LEAD,
            person_id=ward.staff["Vinh"], recipient_id=ward.staff["Vinh"],
        )  # fmt: skip
        session.add(other)
        session.flush()
        other_id = other.id
    admin.say("Vinh", "7 đã tập huấn 2 lớp")
    admin.say("Minh", "sáp nhập phòng KT vào phòng VHXH")
    done = admin.say("Minh", "đồng ý")
    assert done and "gộp làm một: việc 7" in done
    assert (admin.state(other_id), admin.state(duties[7])) == (DutyState.MERGED, DutyState.IN_PROGRESS)
    assert [entry.text for entry in admin.entries(duties[7])] == ["đã tập huấn 2 lớp"]
    admin.say("Minh", "hoàn tác")
    assert (admin.state(other_id), admin.state(duties[7])) == (DutyState.IN_PROGRESS, DutyState.OPEN)
    assert [entry.text for entry in admin.entries(other_id)] == ["đã tập huấn 2 lớp"]


def test_two_units_become_one_with_a_name_of_its_own(admin: Talk, duties: Duties) -> None:
    before = everything(admin)
    echo = admin.say("Minh", "hợp nhất phòng VHXH với phòng KT thành phòng Kinh tế – Xã hội")
    assert (
        echo
        and "nhập Phòng Văn hóa – Xã hội vào Phòng Kinh tế" in echo
        and 'Tên mới: "Phòng Kinh tế – Xã hội", gọi tắt KTXH.' in echo
    )
    admin.say("Minh", "đồng ý")
    assert in_unit(admin, "Lan", "Thu") == ["Phòng Kinh tế – Xã hội"] * 2
    for name in ("phòng VHXH", "phòng KTXH", "phòng Kinh tế, Hạ tầng và Đô thị"):
        assert "Kinh tế – Xã hội" in (admin.say("Ánh", f"tình hình {name}") or ""), name
    admin.say("Minh", "hoàn tác")
    assert everything(admin) == before


def test_past_figures_stay_with_the_unit_that_was(admin: Talk, duties: Duties) -> None:
    ward = admin.ward
    admin.now = at("13/11/2025 09:00")
    kt = [ward.units["KT-HT-ĐT"]]

    def of_kt(as_of: date, today: date) -> int:
        with admin.session() as session:
            return sum(figures(session, ward.agency_id, as_of, today, unit_ids=kt).agency.by_class.values())

    assert of_kt(date(2025, 10, 31), date(2025, 11, 13)) == 1
    admin.say("Minh", "nhập phòng KT vào phòng VHXH")
    admin.say("Minh", "đồng ý")
    assert of_kt(date(2025, 10, 31), date(2025, 11, 14)) == 1
    assert of_kt(date(2025, 11, 14), date(2025, 11, 14)) == 0


@ON_BOTH
def test_a_unit_is_split_and_work_follows_who_does_it(admin: Talk, duties: Duties) -> None:
    ward = admin.ward
    with transaction(ward.engine) as session:
        session.add(NewsQuota(agency_id=ward.agency_id, unit_id=ward.units["TTPVHCC"]))
    before = everything(admin)
    echo = admin.say("Minh", "tách trung tâm hành chính công thành Bộ phận Một cửa và Tổ Số hóa")
    assert echo and "Bộ phận Một cửa; Tổ Số hóa" in echo and "anh Dũng, chị Hoa, anh Phúc; 2 phần việc" in echo
    assert "Chưa giao ai: việc 57" in echo and "về đâu" not in echo
    for early in ("57 cho Tổ Số hóa", "Hoa sang Tổ Số hóa làm trưởng", "việc 57 về Bộ phận Một cửa"):
        assert "Em chưa ghi ai, việc nào về đâu; tách xong anh nhắn lại" in (admin.say("Minh", early) or "")
    done = admin.say("Minh", "đồng ý")
    assert done and 'ví dụ: "Dũng, Hoa sang Tổ Số hóa"' in done
    moved = admin.say("Minh", "Hoa sang Tổ Số hóa làm trưởng")
    assert moved and "chị Hoa về Tổ Số hóa, là trưởng đơn vị. Việc đi theo: 30." in moved
    assert "Chưa rõ về đâu: anh Dũng, anh Phúc. Chưa giao ai: việc 57" in moved
    assert unit_of(admin, duties[30]) == "Tổ Số hóa" and unit_of(admin, duties[57]) != "Tổ Số hóa"
    assert "57" in (admin.say("Dũng", "việc của tôi") or "")
    rest = admin.say("Minh", "Dũng, Phúc sang Bộ phận Một cửa")
    assert rest and "anh Dũng, anh Phúc về Bộ phận Một cửa" in rest and 'ví dụ: "giao 57 cho Bộ phận Một cửa"' in rest
    last = admin.say("Minh", "giao 57 cho Bộ phận Một cửa")
    assert last and "chuyển việc 57 sang Bộ phận Một cửa. Trung tâm Phục vụ hành chính công đã chia xong." in last
    assert unit_of(admin, duties[57]) == "Bộ phận Một cửa"
    assert in_unit(admin, "Hoa", "Dũng", "Phúc") == ["Tổ Số hóa", "Bộ phận Một cửa", "Bộ phận Một cửa"]
    assert admin.duty(duties[57]).recipient_id == ward.staff["Dũng"]
    morning = morning_of(ward, "14/10/2025")
    assert "57. Niêm yết" in morning["Dũng"].text and audited(ward, at("14/10/2025 07:56")) == []
    assert "đơn vị" in (admin.say("Ánh", "tình hình trung tâm phục vụ hành chính công") or "").lower()
    for _ in range(4):
        admin.say("Minh", "hoàn tác")
    assert everything(admin) == before
    kinds = [event.kind for event in admin.events()]
    assert kinds == [EventKind.UNIT_CHANGED] * 4 + [EventKind.UNDONE] * 4


@pytest.mark.parametrize(
    "text",
    ["việc 57 về Tổ Số hóa", "57 thuộc Bộ phận Một cửa", "57 là của tổ số hóa nhé", "giao 57 cho Tổ Số hóa", "57 của TSH", "57 Tổ Số hóa",
     "30, 57 về Tổ Số hóa, 28 về Bộ phận Một cửa", "Hoa về Tổ Số hóa"],
)  # fmt: skip
def test_work_named_before_the_split_is_done_waits_for_it(admin: Talk, duties: Duties, text: str) -> None:
    split = "tách trung tâm hành chính công thành Bộ phận Một cửa và Tổ Số hóa (viết tắt TSH)"
    echo, before = admin.say("Minh", split), everything(admin)
    said = admin.say("Minh", text) or ""
    assert said.replace("\nEm chưa ghi ai, việc nào về đâu; tách xong anh nhắn lại giúp em.", "") == echo != said
    assert everything(admin) == before
    assert "ví dụ" in (admin.say("Minh", "đồng ý") or "")


@pytest.mark.parametrize("text", ["57 xong chưa?", "57 về Tổ Số hóa à?", "57 về Tổ Thanh tra", "việc của tôi"])
def test_other_words_are_none_of_the_split(admin: Talk, duties: Duties, text: str) -> None:
    echo = admin.say("Minh", "tách trung tâm hành chính công thành Bộ phận Một cửa và Tổ Số hóa")
    assert admin.say("Minh", text) != echo


def test_a_short_name_said_with_the_split_places_people_and_work(admin: Talk, duties: Duties) -> None:
    echo = admin.say(
        "Minh", "tách TTPVHCC thành Trung tâm Hành chính (viết tắt TTHC) và Bộ phận Một cửa (viết tắt BPMC)"
    )
    assert echo and "Trung tâm Hành chính (TTHC); Bộ phận Một cửa (BPMC)." in echo
    admin.say("Minh", "đồng ý")
    assert "về Bộ phận Một cửa" in (admin.say("Minh", "Hoa, Phúc sang BPMC") or "")
    assert "về Trung tâm Hành chính" in (admin.say("Minh", "Dũng sang Trung tâm Hành chính") or "")
    assert unit_of(admin, duties[30]) == "Bộ phận Một cửa"


def test_the_next_occurrence_is_the_units_that_are_now(admin: Talk, duties: Duties) -> None:
    """One accepted part of each unit stays where it was; the month to come has one part, of the unit that is."""
    ward = admin.ward
    duty = ward.give(40, "Báo cáo tháng", "VHXH", to="Lan", due=date(2025, 10, 25), key="2025-10")
    with transaction(ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 40)).one()
        task.deadline = {"kind": "recurring", "recurrence": {"freq": "monthly", "day": 25}}
        one = session.get_one(Duty, duty)
        session.add(
            Duty(agency_id=one.agency_id, period_id=one.period_id, unit_id=ward.units["KT-HT-ĐT"], role=PartyRole.LEAD,
                 person_id=ward.staff["Vinh"], recipient_id=ward.staff["Vinh"], due_on=one.due_on, state=DutyState.ACCEPTED,
                 reported_on=date(2025, 10, 10), closed_on=date(2025, 10, 10))
        )  # fmt: skip
    change(ward, duty, state=DutyState.ACCEPTED, reported_on=date(2025, 10, 10), closed_on=date(2025, 10, 10))
    admin.say("Minh", "nhập phòng KT vào phòng VHXH")
    admin.say("Minh", "đồng ý")
    with transaction(ward.engine) as session:
        assert periods(session, at("27/10/2025 00:05")) == 1
        new = session.exec(select(Period).where(Period.key == "2025-11")).one()
        parts = session.exec(select(Duty).where(Duty.period_id == new.id)).all()
    assert [part.unit_id for part in parts] == [ward.units["VHXH"]]


@pytest.mark.parametrize(
    ("who", "text", "words"),
    [
        ("Lan", "đổi tên phòng VHXH thành phòng Văn xã", "do quản trị hoặc Chánh Văn phòng"),
        ("Tâm", "nhập phòng KT vào phòng VHXH", "do quản trị hoặc Chánh Văn phòng"),
        ("Ánh", "tách phòng KT thành phòng Kinh tế và phòng Hạ tầng", "do quản trị hoặc Chánh Văn phòng"),
        ("Minh", "doi ten phong VHXH thanh phong Van hoa", "cần đủ dấu"),
        ("Minh", "đổi tên phòng VHXH thành Phòng Kinh tế, Hạ tầng và Đô thị", "đã có đơn vị tên"),
        ("Minh", "tách phòng KT thành phòng Kinh tế và Văn phòng HĐND và UBND", "đã có đơn vị tên"),
        ("Lan", "anh Vinh sang phòng VHXH", "do quản trị hoặc Chánh Văn phòng"),
        ("Minh", "chị Lan sang phòng VHXH", "đang ở đơn vị ấy rồi"),
    ],
)
def test_what_is_not_the_sender_s_or_cannot_be_changes_nothing(admin: Talk, who: str, text: str, words: str) -> None:
    before = everything(admin)
    answer = admin.say(who, text)
    assert answer and words in answer, answer
    admin.say(who, "đồng ý")
    assert everything(admin) == before and admin.events() == []


def test_what_is_not_confirmed_does_not_happen(admin: Talk) -> None:
    before = everything(admin)
    admin.say("Minh", "nhập phòng KT vào phòng VHXH")
    assert "như cũ" in (admin.say("Minh", "thôi") or "")
    admin.say("Hà", "nhập phòng KT vào phòng VHXH")
    admin.say("Hà", "việc 7")
    admin.say("Hà", "đồng ý")
    assert everything(admin) == before


def test_somebody_who_changes_his_unit_keeps_his_work_until_it_is_handed_on(admin: Talk, duties: Duties) -> None:
    answer = admin.say("Minh", "chuyển chị Lan sang phòng KT")
    assert answer and "chị Lan về Phòng Kinh tế, Hạ tầng và Đô thị" in answer
    assert "Việc 2, 7, 8, 17, 18 vẫn của Phòng Văn hóa – Xã hội, chị Lan giữ đến khi giao lại" in answer
    assert in_unit(admin, "Lan") == ["Phòng Kinh tế, Hạ tầng và Đô thị"]
    assert admin.duty(duties[7]).recipient_id == admin.ward.staff["Lan"]
    admin.say("Minh", "hoàn tác")
    assert in_unit(admin, "Lan") == ["Phòng Văn hóa – Xã hội"]
