"""Excel sheets as offices keep them: real dates, formulas, merged cells, hidden rows, several tables, stray cells."""

import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from storage.documents.errors import Reason, UnreadableFile
from storage.raw_document import Paragraph, Table
from tests.documents.office_files import paragraphs, read, rows, sheet_of, texts, with_part, xlsx_of

SHEET = "xl/worksheets/sheet1.xml"
HEADER = ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn")


def sheet_with(fill: Callable[[Any], None], *held: tuple[object, ...]) -> bytes:
    def whole(book: Any) -> None:
        for row in held:
            book.active.append(row)
        fill(book.active)

    return xlsx_of(whole)


def test_title_lines_a_table_and_closing_lines() -> None:
    def fill(sheet: Any) -> None:
        sheet["C5"].number_format = "0%"

    data = sheet_with(
        fill,
        ("KẾ HOẠCH",),
        (),
        ("TT", "Nhiệm vụ", "Thời hạn"),
        (1, "Báo cáo", date(2025, 12, 5)),
        (2, "Tỷ lệ", 0.8),
        (),
        ("Tổng cộng: 2 nhiệm vụ",),
    )
    first, table, last = read(data).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(table, Table)
    assert isinstance(last, Paragraph)
    assert [texts(row) for row in table.rows[1:]] == [["1", "Báo cáo", "05/12/2025"], ["2", "Tỷ lệ", "80%"]]
    assert (first.text, last.text) == ("KẾ HOẠCH", "Tổng cộng: 2 nhiệm vụ")
    assert table.rows[1].place == "Trang “Sheet”, dòng 4"


def test_a_row_number_that_excel_took_for_a_number_is_shown_by_its_format() -> None:
    def fill(sheet: Any) -> None:
        sheet["A2"].number_format = "0.00"

    data = sheet_with(fill, HEADER, (1.1, "Báo cáo", "VP", "Quý I"), ("1.10", "Hội nghị", "VP", "Quý II"))
    assert [row[0] for row in rows(data)] == ["TT", "1.10", "1.10"]


def test_line_ends_and_odd_blanks_inside_a_cell() -> None:
    data = sheet_of(HEADER, (1, "- Báo cáo\r\n\n-\u00a0Tờ  trình_x000D_", "VP", "Quý I"))
    assert rows(data)[1][1] == "- Báo cáo\n- Tờ trình"


def test_cells_merged_both_ways() -> None:
    def fill(sheet: Any) -> None:
        sheet.merge_cells("A2:D2")
        sheet.merge_cells("C3:C4")

    data = sheet_with(
        fill, HEADER, ("A. CẢI CÁCH",), (1, "Báo cáo", "Văn phòng", "Quý I"), (2, "Hội nghị", None, "Quý II")
    )
    [table] = read(data).tables
    assert [(cell.text, cell.column_span) for cell in table.rows[1].cells] == [("A. CẢI CÁCH", 4)]
    shared = table.rows[3].cells[2]
    assert (shared.text, shared.continued) == ("Văn phòng", True)
    assert table.rows[3].text == "2 | Hội nghị | Quý II"


def test_areas_merged_over_the_whole_sheet_cost_nothing() -> None:
    merged = '<mergeCells count="2"><mergeCell ref="A1:XFD1"/><mergeCell ref="C2:C1048576"/></mergeCells>'
    data = with_part(
        sheet_of(("KẾ HOẠCH",), HEADER, (1, "a", "Văn phòng", "Quý I"), (2, "b", "", "Quý II")),
        SHEET,
        lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merged.encode()),
    )
    [table] = read(data).tables
    assert table.width == 4


@pytest.mark.parametrize("area", ["A1:A1048576", "A1:B900"])
def test_areas_merged_over_each_other_many_times_are_refused(area: str) -> None:
    merged = f"<mergeCells>{2000 * '<mergeCell ref=#/>'}</mergeCells>".replace("#", f'"{area}"').encode()
    data = sheet_of(*([("a", "b", "c")] * 900))
    with pytest.raises(UnreadableFile) as raised:
        read(with_part(data, SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merged)))
    assert raised.value.reason is Reason.TOO_LONG


@pytest.mark.parametrize("cell", ["A1048576", "XFD1", "XFD1048576", "XFD3"])
def test_a_stray_cell_costs_neither_time_nor_columns(cell: str) -> None:
    def fill(sheet: Any) -> None:
        sheet[cell] = "x"

    data = sheet_with(fill, HEADER, (1, "Báo cáo", "VP", "Quý I"), (2, "Hội nghị", "VP", "Quý II"))
    start = time.process_time()
    document = read(data)
    assert time.process_time() - start < 10
    assert next(document.tables).width <= len(HEADER) + 1
    assert sum(row.text.startswith(("1", "2")) for row in next(document.tables).rows) == 2


def test_a_formula_gives_its_stored_value_and_is_told_where_it_has_none() -> None:
    def stored(xml: bytes) -> bytes:
        return xml.replace(b"<f>A2+1</f><v></v>", b"<f>A2+1</f><v>2</v>").replace(
            b"<f>A2+1</f><v />", b"<f>A2+1</f><v>2</v>"
        )

    data = sheet_of(HEADER, (1, "Báo cáo", "VP", "Quý I"), ("=A2+1", "Hội nghị", "=B1", "Quý II"))
    document = read(with_part(data, SHEET, stored))
    assert [texts(row)[0] for row in next(document.tables).rows] == ["TT", "1", "2"]
    [warning] = document.warnings
    assert warning.startswith("Trang “Sheet”: ô C3 là công thức chưa lưu kết quả")
    assert "Hãy mở tệp bằng Excel" in warning


def test_a_formula_that_gives_an_empty_text_is_no_fault() -> None:
    data = with_part(
        sheet_of(HEADER, (1, "Báo cáo", "VP", "Quý I")),
        SHEET,
        lambda xml: xml.replace(
            b"</row></sheetData>", b'<c r="E2" t="str"><f>IF(1,"")</f><v></v></c></row></sheetData>'
        ),
    )
    assert read(data).warnings == ()


def test_cells_that_show_an_error_are_left_empty_and_told() -> None:
    data = with_part(
        sheet_of(HEADER, (1, "Báo cáo", "#REF!", "Quý I")),
        SHEET,
        lambda xml: xml.replace(
            b'<c r="C2" t="inlineStr"><is><t>#REF!</t></is></c>', b'<c r="C2" t="e"><v>#REF!</v></c>'
        ),
    )
    document = read(data)
    assert texts(next(document.tables).rows[1]) == ["1", "Báo cáo", "", "Quý I"]
    assert document.warnings == ("Trang “Sheet”: ô C2 báo lỗi công thức nên em để trống.",)


def test_hidden_rows_and_columns_are_read_and_told_hidden_sheets_only_told() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet.title = "Phụ lục"
        for row in (
            HEADER,
            (1, "a", "VP", "Quý I"),
            (2, "b", "VP", "Quý I"),
            (3, "c", "VP", "Quý I"),
            (4, "d", "VP", "Quý I"),
        ):
            sheet.append(row)
        for n in (2, 3, 5, 99):
            sheet.row_dimensions[n].hidden = True
        sheet.column_dimensions["C"].hidden = True
        book.create_sheet("Danh mục").append(("không đọc",))
        book["Danh mục"].sheet_state = "hidden"

    document = read(xlsx_of(fill))
    assert len(next(document.tables).rows) == 5
    assert not paragraphs(xlsx_of(fill))
    assert document.warnings == (
        "Trang “Danh mục” đang ẩn nên không đọc.",
        "Trang “Phụ lục”: dòng 2–3, 5 đang ẩn, em vẫn đọc.",
        "Trang “Phụ lục”: cột C đang ẩn, em vẫn đọc.",
    )


def test_every_sheet_is_read_in_order() -> None:
    def fill(book: Any) -> None:
        book.active.append(HEADER)
        book.create_sheet("Trống")
        book.create_sheet("Hai").append(("TT", "Chỉ tiêu", "Tỷ lệ"))

    document = read(xlsx_of(fill))
    assert [(table.place, table.rows[0].place) for table in document.tables] == [
        ("Bảng 1", "Trang “Sheet”, dòng 1"),
        ("Bảng 2", "Trang “Hai”, dòng 1"),
    ]


def test_a_staff_list_above_the_plan_is_a_table_of_its_own() -> None:
    staff = [
        ("TT", "Họ và tên", "Chức vụ", "Điện thoại"),
        (1, "Nguyễn Văn A", "Trưởng phòng", "09"),
        (2, "Lê Thị B", "", ""),
    ]
    plan = [HEADER, (1, "Báo cáo", "Văn phòng", "Quý I"), (2, "Hội nghị", "Văn phòng", "Quý II")]
    document = read(sheet_of(*staff, (), ("DANH MỤC NHIỆM VỤ",), *plan))
    assert [[row.cells[1].text for row in table.rows] for table in document.tables] == [
        ["Họ và tên", "Nguyễn Văn A", "Lê Thị B"],
        ["Nhiệm vụ", "Báo cáo", "Hội nghị"],
    ]
    assert [paragraph.text for paragraph in document.paragraphs] == ["DANH MỤC NHIỆM VỤ"]


def test_an_empty_row_does_not_cut_a_table() -> None:
    plan = [
        (1, "Báo cáo", "Văn phòng", "Quý I"),
        (),
        ("II", "CHUYỂN ĐỔI SỐ"),
        ("", "- Hội nghị", "Văn phòng", "Quý II"),
    ]
    [table] = read(sheet_of(HEADER, *plan)).tables
    assert [row.place for row in table.rows] == [f"Trang “Sheet”, dòng {n}" for n in (1, 2, 4, 5)]


def test_narrow_rows_at_the_end_still_belong_to_the_table() -> None:
    [table] = read(sheet_of(HEADER, (1, "Báo cáo", "VP", "Quý I"), (2, "Hội nghị"))).tables
    assert table.rows[-1].text == "2 | Hội nghị"


def test_letterhead_and_signature_stay_side_by_side() -> None:
    data = sheet_of(
        ("UBND PHƯỜNG BA NGÒI", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số:    /KH-UBND", "", "", "Độc lập - Tự do - Hạnh phúc"),
        ("KẾ HOẠCH",),
        (),
        HEADER,
        (1, "Báo cáo", "VP", "Quý I"),
        (),
        ("Nơi nhận:", "", "", "CHỦ TỊCH"),
        ("- Như trên",),
        (),
        ("", "", "", "Nguyễn Văn A"),
    )
    head, plan, signed = read(data).tables
    assert [texts(row) for row in head.rows] == [
        ["UBND PHƯỜNG BA NGÒI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Số: /KH-UBND", "Độc lập - Tự do - Hạnh phúc"],
    ]
    assert "KẾ HOẠCH" in paragraphs(data)
    assert [[(cell.text, cell.column) for cell in row.cells] for row in signed.rows] == [
        [("Nơi nhận:", 0), ("CHỦ TỊCH", 1)],
        [("- Như trên", 0)],
        [("Nguyễn Văn A", 1)],
    ]
    assert len(plan.rows) == 2


@pytest.mark.parametrize(
    "fill",
    [
        lambda sheet: [sheet.cell(n, n, "x") for n in range(1, 1200)],
        lambda sheet: (
            [sheet.cell(n, c, "x") for n in range(1, 3) for c in range(1, 16000)] and sheet.cell(9, 16384, "x")
        ),
    ],
    ids=["a diagonal", "as wide as Excel goes"],
)
def test_a_grid_that_no_plan_has_is_too_long_or_bounded(fill: Callable[[Any], None]) -> None:
    start = time.process_time()
    try:
        read(sheet_with(fill))
    except UnreadableFile as error:
        assert error.reason is Reason.TOO_LONG
    assert time.process_time() - start < 20


def test_more_cells_than_any_plan_has_are_refused() -> None:
    cells = "<c><v>1</v></c>" * 100
    many = "".join(f'<row r="{n}">{cells}</row>' for n in range(1, 2100))
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{many}</sheetData></worksheet>'
    with pytest.raises(UnreadableFile) as raised:
        read(with_part(sheet_of(HEADER), SHEET, lambda xml: sheet.encode()))
    assert raised.value.reason is Reason.TOO_LONG


def test_cells_without_names_stand_one_after_another() -> None:
    row = "<row><c><v>1</v></c><c/><c t='inlineStr'><is><t>b</t></is></c><c r='E2'><v>5</v></c></row>"
    data = with_part(sheet_of(HEADER), SHEET, lambda xml: xml.replace(b"</sheetData>", f"{row}</sheetData>".encode()))
    assert rows(data)[1] == ["1", "", "b", "", "5"]
