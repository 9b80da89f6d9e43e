"""Plans of the same kinds that no sample shows: other headers, other numbering, rows cut in two."""

import pytest

from jobs.rules.plans.model import PlanReading, all_lines
from storage.raw_document import Cell, Paragraph, Row, Table
from tests.rules.plans.plan_files import decomposed, reading_of, table_of

HEADER = ("STT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Sản phẩm")


def lines(reading: PlanReading) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(line.code, line.title, line.parties.lead) for line in all_lines(reading)]


def test_sections_in_plain_rows_and_dotted_numbers() -> None:
    reading = reading_of(
        table_of(
            HEADER,
            ("I", "CẢI CÁCH THỂ CHẾ", "", "", "", ""),
            ("1", "Rà soát văn bản", "", "", "", ""),
            ("1.1", "Lập danh mục", "Văn phòng", "", "Quý I/2026", "Danh mục"),
            ("1.2", "Báo cáo kết quả", "Phòng Kinh tế", "Văn phòng", "Trước ngày 15/12/2026", "Báo cáo"),
            ("II", "CHUYỂN ĐỔI SỐ", "", "", "", ""),
            ("2", "Số hóa hồ sơ", "Trung tâm Phục vụ hành chính công", "", "Thường xuyên", ""),
        )
    )
    assert [task.code for task in reading.tasks] == ["I.1.1", "I.1.2", "II.2"]
    assert reading.tasks[0].section == ("CẢI CÁCH THỂ CHẾ", "Rà soát văn bản")
    assert reading.tasks[1].deadline is not None
    assert str(reading.tasks[1].deadline.due) == "2026-12-14"
    assert reading.tasks[2].section == ("CHUYỂN ĐỔI SỐ",)


def test_two_header_rows_repeated_headers_and_column_numbers() -> None:
    wide = Row((Cell("TT", 0), Cell("Nhiệm vụ", 1), Cell("Phân công thực hiện", 2, 2), Cell("Thời hạn", 4)), "dòng 1")
    parts = Row(
        (
            Cell("TT", 0, 1, True),
            Cell("Nhiệm vụ", 1, 1, True),
            Cell("Chủ trì", 2),
            Cell("Phối hợp", 3),
            Cell("Thời hạn", 4, 1, True),
        ),
        "dòng 2",
    )
    rest = table_of(
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        ("1", "Báo cáo quý", "Văn phòng", "Công an phường", "Hàng quý"),
        ("1", "2", "3", "4", "5"),
        ("2", "Hội nghị", "Phòng Kinh tế", "", "Quý II/2026"),
    )
    reading = reading_of(Table((wide, parts, *rest.rows)))
    assert lines(reading) == [("1", "Báo cáo quý", ("Văn phòng",)), ("2", "Hội nghị", ("Phòng Kinh tế",))]
    assert reading.tasks[0].parties.coordinate == ("Công an phường",)
    assert reading.tasks[0].as_json()["deadline"]["due"] is None
    assert reading.rows.in_file == 4
    assert reading.rows.read + len(reading.rows.left_out) == reading.rows.in_file


def test_a_row_cut_in_two_is_one_task() -> None:
    reading = reading_of(
        table_of(
            HEADER,
            ("1", "Xây dựng kế hoạch kiểm tra", "Văn phòng", "", "Quý I/2026", "- Kế hoạch"),
            ("", "công vụ năm 2026", "", "", "", "- Quyết định"),
            ("2", "Tập huấn", "Phòng Văn hóa – Xã hội", "", "Quý II/2026", "Hội nghị"),
        )
    )
    assert [task.title for task in reading.tasks] == ["Xây dựng kế hoạch kiểm tra công vụ năm 2026", "Tập huấn"]
    assert reading.tasks[0].product == "- Kế hoạch\n- Quyết định"


def test_unnumbered_lines_belong_to_the_numbered_row_above() -> None:
    reading = reading_of(
        table_of(
            HEADER,
            ("1", "Đối thoại với người dân", "", "", "", ""),
            ("", "- Tổ chức hội nghị", "Văn phòng", "", "Tháng 6/2026", "Hội nghị"),
            ("", "- Công khai kết quả", "Phòng Kinh tế", "", "Tháng 7/2026", "Thông báo"),
        )
    )
    assert lines(reading) == [
        ("1", "Đối thoại với người dân", ()),
        ("1/1", "- Tổ chức hội nghị", ("Văn phòng",)),
        ("1/2", "- Công khai kết quả", ("Phòng Kinh tế",)),
    ]
    assert reading.tasks[0].heading


def test_a_table_that_goes_on_after_a_page_keeps_columns_and_section() -> None:
    reading = reading_of(
        table_of(HEADER, ("A", "CHỈ SỐ", "", "", "", ""), ("1", "Báo cáo", "Văn phòng", "", "Năm 2026", "")),
        Paragraph(""),
        table_of(("2", "Kiểm tra", "Công an phường", "", "Năm 2026", "")),
    )
    assert [task.code for task in reading.tasks] == ["A.1", "A.2"]


def test_decomposed_letters_and_hard_spaces_read_alike() -> None:
    rows = [
        HEADER,
        (
            "1",
            "Báo cáo kết quả",
            "Văn phòng,\xa0Phòng Kinh\xa0tế, Hạ tầng và Đô thị",
            "",
            "Trong\xa0năm 2026",
            "Báo cáo",
        ),
    ]
    reading = reading_of(table_of(*[tuple(decomposed(text) for text in row) for row in rows]))
    assert reading.tasks[0].parties.lead == ("Văn phòng", "Phòng Kinh tế, Hạ tầng và Đô thị")
    assert reading.tasks[0].deadline_text == "Trong năm 2026"


def test_missing_columns_are_told_and_invent_nothing() -> None:
    reading = reading_of(table_of(("STT", "Nhiệm vụ", "Đơn vị thực hiện"), ("1", "Báo cáo", "Văn phòng")))
    assert reading.tasks[0].deadline is None
    assert "Bảng không có cột thời hạn." in reading.doubts


def test_a_file_without_a_task_table_says_so() -> None:
    reading = reading_of(Paragraph("KẾ HOẠCH"), Paragraph("Kiểm tra công vụ năm 2026"))
    assert reading.head.title == "Kiểm tra công vụ năm 2026"
    assert reading.head.year == 2026
    assert reading.doubts == ("Không thấy bảng nhiệm vụ nào trong tệp.",)


def test_a_stated_total_that_differs_is_a_doubt() -> None:
    reading = reading_of(
        table_of(HEADER, ("1", "Báo cáo", "Văn phòng", "", "2026", "")), Paragraph("Tổng cộng: 3 nhiệm vụ./.")
    )
    assert any("3 nhiệm vụ" in doubt for doubt in reading.doubts)


@pytest.mark.parametrize("subtotal", ["Cộng A: 01 nhiệm vụ", "Cộng mục I: 01 nhiệm vụ", "Tổng phần B (01 nhiệm vụ)"])
def test_the_sum_of_a_part_is_not_the_plan_s_total(subtotal: str) -> None:
    rows = table_of(HEADER, ("1", "Báo cáo", "Văn phòng", "", "2026", ""), ("", subtotal, "", "", "", ""))
    assert reading_of(rows).stated_total is None
    total = reading_of(rows, Paragraph("Tổng cộng: 1 nhiệm vụ./.")).stated_total
    assert total and total.n == 1


@pytest.mark.parametrize(
    "header", ["Đầu việc", "Nội dung công việc", "Nhiệm vụ, giải pháp", "Các hoạt động", "Tên nhiệm vụ"]
)
def test_the_task_column_goes_by_many_names(header: str) -> None:
    reading = reading_of(
        table_of(("TT", header, "Cơ quan thực hiện", "Thời hạn"), ("1", "Báo cáo", "Văn phòng", "2026"))
    )
    assert lines(reading) == [("1", "Báo cáo", ("Văn phòng",))]


def test_lettered_rows_stand_under_their_number() -> None:
    reading = reading_of(
        table_of(
            HEADER,
            ("1", "Công tác kiểm tra", "", "", "", ""),
            ("a)", "Báo cáo", "Văn phòng", "", "2026", ""),
            ("b)", "Kiểm tra", "Phòng Kinh tế", "", "2026", ""),
            ("2", "Hội nghị", "Văn phòng", "", "2026", ""),
        )
    )
    assert [task.code for task in reading.tasks] == ["1.a", "1.b", "2"]


def test_a_table_of_targets_gives_indicators() -> None:
    header = ("STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu năm 2026 (%)", "Đơn vị chủ trì")
    reading = reading_of(table_of(header, ("1", "Tỷ lệ hồ sơ đúng hạn", "%", "95", "Văn phòng")))
    [indicator] = reading.indicators
    assert (indicator.name, indicator.target_percent, indicator.parties.lead) == (
        "Tỷ lệ hồ sơ đúng hạn",
        95,
        ("Văn phòng",),
    )


def test_a_date_without_a_year_is_of_the_year_planned_for() -> None:
    table = table_of(HEADER, ("1", "Rà soát văn bản", "Văn phòng", "", "Quý I", ""))
    head = [Paragraph("Nha Trang, ngày 10 tháng 12 năm 2025"), Paragraph("KẾ HOẠCH")]
    [task] = reading_of(*head, Paragraph("Công tác năm 2026"), table).tasks
    assert task.deadline is not None
    assert str(task.deadline.due) == "2026-03-31"


def test_no_year_anywhere_is_no_date() -> None:
    [task] = reading_of(table_of(HEADER, ("1", "Rà soát văn bản", "Văn phòng", "", "Quý I", ""))).tasks
    assert task.deadline is not None
    assert (task.deadline.kind, task.deadline.due) == ("unspecified", None)
    assert task.doubts == ("Thời hạn “Quý I”: kế hoạch không ghi năm.",)


def test_the_second_half_of_a_school_year() -> None:
    rows = [("1", "Khai giảng", "Văn phòng", "", "Tháng 9", ""), ("2", "Tổng kết", "Văn phòng", "", "Tháng 5", "")]
    reading = reading_of(Paragraph("KẾ HOẠCH NĂM HỌC 2025 - 2026"), table_of(HEADER, *rows))
    assert [str(task.deadline.due) for task in reading.tasks if task.deadline] == ["2025-09-30", "2026-05-31"]


def test_a_heading_above_a_table_that_is_a_unit_leads_its_rows() -> None:
    header = ("STT", "Nội dung", "Thời hạn", "Kết quả")
    reading = reading_of(
        Paragraph("KẾ HOẠCH NĂM 2026"),
        Paragraph("ĐƠN VỊ: VĂN PHÒNG"),
        table_of(header, ("1", "Mua sắm thiết bị", "Quý II", "Biên bản")),
        Paragraph("ĐƠN VỊ: PHÒNG KINH TẾ"),
        table_of(header, ("1", "Kiểm kê đất đai", "Tháng 8", "Báo cáo")),
    )
    assert [task.parties.lead for task in reading.tasks] == [("Văn phòng",), ("Phòng kinh tế",)]
    assert "Đơn vị chủ trì lấy theo tên mục “Văn phòng”." in reading.tasks[0].doubts


def test_sections_that_only_sound_like_units_do_not_lead() -> None:
    header = ("STT", "Nội dung", "Thời hạn", "Kết quả")
    rows = [
        ("I", "PHÒNG, CHỐNG THIÊN TAI", "", ""),
        ("1", "Lập phương án", "Quý II", "Phương án"),
        ("II", "CÔNG TÁC VĂN PHÒNG", "", ""),
        ("1", "Chỉnh lý tài liệu", "Quý III", "Hồ sơ"),
    ]
    reading = reading_of(Paragraph("KẾ HOẠCH NĂM 2026"), table_of(header, *rows))
    assert [task.parties.lead for task in reading.tasks] == [(), ()]


def test_persons_side_by_side_are_marked_as_leading_and_helping() -> None:
    header = ("TT", "Công việc", "BS. Lan", "CN. Hùng", "ĐD. Mai", "Thời hạn")
    rows = [("1", "Khám sức khỏe", "CT", "PH", "", "Quý II"), ("2", "Kiểm kê", "PH", "", "CT", "Quý IV")]
    reading = reading_of(Paragraph("KẾ HOẠCH NĂM 2026"), table_of(header, *rows))
    found = [(task.parties.lead, task.parties.coordinate) for task in reading.tasks]
    assert found == [(("BS. Lan",), ("CN. Hùng",)), (("ĐD. Mai",), ("BS. Lan",))]


@pytest.mark.parametrize(
    "person", ["Người chịu trách nhiệm", "Cán bộ thực hiện", "Chuyên viên phụ trách", "Người thực hiện"]
)
def test_a_person_named_beside_the_units_neither_leads_nor_coordinates(person: str) -> None:
    header = ("STT", "Nội dung", "Đơn vị chủ trì", "Phối hợp", person, "Thời hạn")
    reading = reading_of(
        table_of(header, ("1", "Số hóa hồ sơ", "Văn phòng", "Phòng Kinh tế", "Bà Lê Mỹ Duyên", "Quý II/2026"))
    )
    [task] = reading.tasks
    assert (task.parties.lead, task.parties.coordinate) == (("Văn phòng",), ("Phòng Kinh tế",))
    assert f"Cột “{person}” không đưa vào nhiệm vụ (1 dòng có chữ)." in reading.doubts


def test_where_only_a_person_is_named_that_person_leads() -> None:
    header = ("STT", "Nội dung", "Người thực hiện", "Thời hạn")
    [task] = reading_of(table_of(header, ("1", "Số hóa hồ sơ", "Bà Lê Mỹ Duyên", "Quý II/2026"))).tasks
    assert task.parties.lead == ("Bà Lê Mỹ Duyên",)


@pytest.mark.parametrize("header", ["Chủ trì/Phối hợp", "Đơn vị chủ trì/ đơn vị phối hợp"])
def test_a_stroke_parts_who_leads_from_who_helps(header: str) -> None:
    reading = reading_of(
        table_of(
            ("STT", "Nội dung", header, "Thời hạn"),
            ("1", "Rút ngắn thời gian khám bệnh", "Phòng Điều dưỡng/ Các khoa, phòng", "Quý I/2026"),
            ("2", "Đăng ký khám từ xa", "Phòng Điều dưỡng", "Quý II/2026"),
            ("3", "Hội nghị", "Văn phòng HĐND/UBND chủ trì", "Quý II/2026"),
        )
    )
    assert [(task.parties.lead, task.parties.coordinate) for task in reading.tasks] == [
        (("Phòng Điều dưỡng",), ("Các khoa, phòng",)),
        (("Phòng Điều dưỡng",), ()),
        (("Văn phòng HĐND/UBND",), ()),
    ]


@pytest.mark.parametrize("other", ["Cơ quan trình", "Cấp trình", "Người giao", "Cơ quan thẩm tra", "Cấp phê duyệt"])
def test_who_submits_examines_or_gives_the_task_is_no_party(other: str) -> None:
    header = ("STT", "Tên nghị quyết", other, "Cơ quan chủ trì soạn thảo", "Cơ quan phối hợp", "Thời gian trình")
    rows = table_of(header, ("1", "Nghị quyết về ngân sách", "UBND xã", "Phòng Kinh tế", "Văn phòng", "Tháng 6/2026"))
    reading = reading_of(rows)
    [task] = reading.tasks
    assert (task.parties.lead, task.parties.coordinate) == (("Phòng Kinh tế",), ("Văn phòng",))
    assert f"Cột “{other}” không đưa vào nhiệm vụ (1 dòng có chữ)." in reading.doubts


@pytest.mark.parametrize("group", ["Nhóm nhiệm vụ", "Lĩnh vực công việc", "Nhóm công việc"])
@pytest.mark.parametrize("lead", ["Đơn vị xử lý chính", "Đơn vị thực hiện chính"])
def test_a_column_of_groups_beside_the_tasks(group: str, lead: str) -> None:
    header = ("STT", group, "Nội dung công việc", "Người giao", "Ngày giao", lead, "Đơn vị hỗ trợ", "Hạn xử lý")
    row = ("1", "Đầu tư", "Giải ngân vốn", "Trưởng ban", "03/02/2026", "Phòng Kinh tế", "Văn phòng", "31/12/2026")
    [task] = reading_of(table_of(header, row)).tasks
    assert (task.title, task.deadline_text) == ("Giải ngân vốn", "31/12/2026")
    assert (task.parties.lead, task.parties.coordinate) == (("Phòng Kinh tế",), ("Văn phòng",))


def test_a_column_of_groups_alone_names_the_tasks() -> None:
    header = ("STT", "Nhóm nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Thời hạn")
    [task] = reading_of(table_of(header, ("1", "Rà soát thể chế", "Văn phòng", "Quý I/2026"))).tasks
    assert task.title == "Rà soát thể chế"


def test_a_total_of_targets_and_tasks_counts_the_tasks() -> None:
    total = reading_of(Paragraph("Tổng cộng: 02 chỉ tiêu, 03 nhiệm vụ./.")).stated_total
    assert total and total.n == 3
