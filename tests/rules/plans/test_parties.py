"""Who leads and who coordinates."""

import pytest

from jobs.rules.plans.parties import assigned_parties, column_parties, subject_of
from jobs.rules.plans.units import Spelling, split_units, starts_unit

ASSIGNED = [
    ("- Văn phòng chủ trì.\n- Các phòng phối hợp thực hiện.", ("Văn phòng",), ("Các phòng",)),
    (
        "Văn phòng chủ trì, phối hợp các phòng, đơn vị trực thuộc thực hiện",
        ("Văn phòng",),
        ("các phòng, đơn vị trực thuộc",),
    ),
    ("Chủ trì: Văn phòng\nPhối hợp: Công an phường", ("Văn phòng",), ("Công an phường",)),
    ("Văn phòng (chủ trì), các phòng, đơn vị (phối hợp)", ("Văn phòng",), ("các phòng, đơn vị",)),
    (
        "Phòng Kinh tế chủ trì; Công an phường, Ban Chỉ huy Quân sự phối hợp",
        ("Phòng Kinh tế",),
        ("Công an phường", "Ban Chỉ huy Quân sự"),
    ),
    ("Giao Văn phòng chủ trì, các phòng phối hợp thực hiện", ("Văn phòng",), ("các phòng",)),
    ("Tổ kiểm tra CCHC thực hiện", ("Tổ kiểm tra CCHC",), ()),
    ("Phòng Văn hóa – Xã hội cung cấp thông tin.\nVăn phòng đăng bài.", ("Văn phòng",), ("Phòng Văn hóa – Xã hội",)),
    (
        "Phòng Văn hóa - Xã hội chủ trì, phối hợp với Văn phòng HĐND và UBND, Công an phường và các đơn vị liên quan tổ chức thực hiện",
        ("Phòng Văn hóa - Xã hội",),
        ("Văn phòng HĐND và UBND", "Công an phường", "các đơn vị liên quan"),
    ),
    ("Các phòng triển khai đến công chức, viên chức, người lao động", ("Các phòng",), ()),
    ("- Chủ trì: Văn phòng; - Phối hợp: các phòng", ("Văn phòng",), ("các phòng",)),
    ("Văn phòng; các phòng, đơn vị phối hợp", ("Văn phòng",), ("các phòng, đơn vị",)),
    ("CT: Văn phòng; PH: các phòng", ("Văn phòng",), ("các phòng",)),
    (
        "Văn phòng HĐND và UBND là cơ quan chủ trì; các phòng, ban, đơn vị là cơ quan phối hợp",
        ("Văn phòng HĐND và UBND",),
        ("các phòng, ban, đơn vị",),
    ),
    ("Văn phòng; Công an xã, Đoàn Thanh niên phối hợp", ("Văn phòng",), ("Công an xã", "Đoàn Thanh niên")),
    ("Ban Chấp hành Công đoàn chủ trì; Chi đoàn phối hợp", ("Ban Chấp hành Công đoàn",), ("Chi đoàn",)),
    ("Các phòng, đơn vị theo chức năng, nhiệm vụ", ("Các phòng, đơn vị",), ()),
    ("Đơn vị thực hiện: Trạm Y tế phường. Thời gian: Quý II", ("Trạm Y tế phường",), ()),
    ("Giáo viên chủ nhiệm phối hợp với Ban đại diện cha mẹ học sinh", ("Giáo viên chủ nhiệm",), ("Ban đại diện cha mẹ học sinh",)),
    ("Khoa Kiểm soát bệnh tật (BS. Trần Văn B)", ("Khoa Kiểm soát bệnh tật (BS. Trần Văn B)",), ()),
    ("Chi nhánh Văn phòng Đăng ký đất đai", ("Chi nhánh Văn phòng Đăng ký đất đai",), ()),
    ("Phòng Văn hóa -\nXã hội", ("Phòng Văn hóa - Xã hội",), ()),
    ("Trường Tiểu học\nTrần Phú\nVăn phòng", ("Trường Tiểu học Trần Phú", "Văn phòng"), ()),
    ("Các Hạt Kiểm lâm; thường xuyên", ("Các Hạt Kiểm lâm",), ()),
    ("Phòng Kinh tế (đầu mối); các phòng (phối hợp)", ("Phòng Kinh tế",), ("các phòng",)),
    ("Các bệnh viện công lập chủ trì, các trường ngoài công lập phối hợp", ("Các bệnh viện công lập",), ("các trường ngoài công lập",)),
    ("Phòng Kế hoạch tổng hợp", ("Phòng Kế hoạch tổng hợp",), ()),
    ("Phòng Kế hoạch tổng hợp chủ trì; Phòng Hành chính tổng hợp, Khoa Dược phối hợp", ("Phòng Kế hoạch tổng hợp",), ("Phòng Hành chính tổng hợp", "Khoa Dược")),
    ("Phòng Kế hoạch tổng hợp báo cáo của các khoa", ("Phòng Kế hoạch",), ()),
    ("", (), ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead", "coordinate"), ASSIGNED)
def test_one_column_says_who_leads_and_who_helps(text: str, lead: tuple[str, ...], coordinate: tuple[str, ...]) -> None:
    found = assigned_parties(text, Spelling(), ())
    assert (found.lead, found.coordinate) == (lead, coordinate)


LISTS = [
    (
        "Văn phòng, Phòng Kinh tế, Hạ tầng và Đô thị và các phòng",
        ["Văn phòng", "Phòng Kinh tế, Hạ tầng và Đô thị", "các phòng"],
    ),
    ("UBND các xã, phường; Sở Nội vụ", ["UBND các xã, phường", "Sở Nội vụ"]),
    ("Văn phòng (Bộ phận Kế toán, Văn thư)", ["Văn phòng (Bộ phận Kế toán, Văn thư)"]),
    ("Phòng Văn hóa, Khoa học và Thông tin", ["Phòng Văn hóa, Khoa học và Thông tin"]),
    ("Các phòng, trạm", ["Các phòng, trạm"]),
    ("Toàn thể cán bộ, giáo viên, nhân viên", ["Toàn thể cán bộ, giáo viên, nhân viên"]),
    ("các cấp hội, hội viên", ["các cấp hội, hội viên"]),
    ("Các phòng, chi cục", ["Các phòng, chi cục"]),
    (
        "các phòng, trạm Y tế, trung tâm Phục vụ hành chính công",
        ["các phòng", "trạm Y tế", "trung tâm Phục vụ hành chính công"],
    ),
    ("Các khoa, phòng, trung tâm trực thuộc", ["Các khoa, phòng, trung tâm trực thuộc"]),
    ("Văn phòng; các thôn, tổ dân phố", ["Văn phòng", "các thôn, tổ dân phố"]),
    ("Các phòng, ban, đơn vị", ["Các phòng, ban, đơn vị"]),
    (
        "Mặt trận Tổ quốc phường và các tổ chức chính trị - xã hội",
        ["Mặt trận Tổ quốc phường", "các tổ chức chính trị - xã hội"],
    ),
    ("Phòng Kinh tế, Thôn 5", ["Phòng Kinh tế", "Thôn 5"]),
    ("VP, P.VHXH, P.KTHTĐT", ["VP", "P.VHXH", "P.KTHTĐT"]),
    ("Đ/c Trần Văn Khoa, Phó Giám đốc", ["Đ/c Trần Văn Khoa, Phó Giám đốc"]),
    ("đ/c Hùng, đ/c Lan", ["đ/c Hùng", "đ/c Lan"]),
    ("Lê Thị Hoa, Trần Minh", ["Lê Thị Hoa", "Trần Minh"]),
    ("Cán bộ, công chức, viên chức", ["Cán bộ, công chức, viên chức"]),
    ("Phòng Quy hoạch – Xây dựng và Môi trường", ["Phòng Quy hoạch – Xây dựng và Môi trường"]),
    (
        "Sở Văn hóa, Thể thao và Du lịch, Sở Giáo dục và Đào tạo",
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo"],
    ),
]
NO_UNITS = (
    "Báo cáo kết quả",
    "Hội nghị sơ kết",
    "Môi trường",
    "Đổi mới phương pháp",
    "Khoa học và công nghệ",
    "Bộ tiêu chí",
    "Các báo cáo",
    "Trưởng thành",
)
NAMES = (
    "Ban Quản lý dự án đầu tư xây dựng",
    "Ban Quản lý dự án đầu tư xây dựng khu vực Cam Ranh",
    "Trung tâm Quy hoạch và Kiểm định xây dựng",
    "Chi cục Giám định xây dựng",
    "Phòng Quản lý đầu tư và xây dựng",
    "Ban Chỉ đạo xây dựng nông thôn mới",
    "Phòng Nghiên cứu tổng hợp",
    "Phòng Kế hoạch, tổng hợp",
    "Phòng Giám sát, đánh giá",
    "Phòng Thanh tra, kiểm tra",
    "Trung tâm Đào tạo, bồi dưỡng",
    "Trung tâm Giám sát, điều hành thông minh",
    "Tổ theo dõi thi hành pháp luật",
    "Bộ phận tiếp nhận và trả kết quả",
)
CLAUSES = [
    ("Chủ đầu tư xây dựng kế hoạch giải ngân", "Chủ đầu tư"),
    ("Ban Chỉ đạo xây dựng kế hoạch", "Ban Chỉ đạo"),
    ("Văn phòng, tổng hợp báo cáo", "Văn phòng"),
    ("Thanh tra Sở kiểm tra công vụ", "Thanh tra Sở"),
    ("Các phòng rà soát, đánh giá quy trình", "Các phòng"),
]
POSTS = ("Trưởng các phòng, đơn vị thuộc Sở", "Trưởng phòng Kinh tế", "Trưởng trạm Y tế", "Trưởng Ban Quản lý")


@pytest.mark.parametrize("text", NO_UNITS)
def test_words_that_only_sound_like_a_unit(text: str) -> None:
    assert not starts_unit(text)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_may_hold_a_word_that_elsewhere_is_a_verb(name: str) -> None:
    assert column_parties(name, "", Spelling(), ()).lead == (name,)
    found = assigned_parties(f"{name} chủ trì, các phòng phối hợp thực hiện", Spelling(), ())
    assert (found.lead, found.coordinate) == ((name,), ("các phòng",))


@pytest.mark.parametrize(("clause", "unit"), CLAUSES)
def test_what_a_unit_does_is_no_part_of_its_name(clause: str, unit: str) -> None:
    assert assigned_parties(clause, Spelling(), ()).lead == (unit,)


@pytest.mark.parametrize("post", POSTS)
def test_a_head_of_units_begins_a_sentence(post: str) -> None:
    assert subject_of(f"{post} báo cáo kết quả trước ngày 05/12", Spelling()) == post


@pytest.mark.parametrize(("text", "units"), LISTS)
def test_a_list_splits_between_units_and_never_inside_a_name(text: str, units: list[str]) -> None:
    assert split_units(text) == units


def test_two_columns_drop_what_a_unit_does_and_keep_one_spelling() -> None:
    names = Spelling()
    names.of("Phòng Văn hóa – Xã hội")
    found = column_parties(
        "- Trung tâm Hành chính công\n- Phòng Văn hoá - Xã hội cung cấp thông tin",
        "Các cơ quan, đơn vị phối hợp",
        names,
        (),
    )
    assert found.lead == ("Trung tâm Phục vụ hành chính công", "Phòng Văn hóa – Xã hội")
    assert found.coordinate == ("Các cơ quan, đơn vị",)
