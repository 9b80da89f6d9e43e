"""OpenDocument texts and spreadsheets, written as LibreOffice writes them."""

import pytest

from storage.documents.errors import Reason, UnreadableFile
from tests.documents.office_files import ods_holding, odt_holding, paragraphs, read, rows, texts

LISTS = """
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/>
  <text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="1" text:display-levels="2"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
"""


def p(text: str = "") -> str:
    return f"<text:p>{text}</text:p>"


def cell(text: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}>{text if text.startswith('<') else p(text)}</table:table-cell>"


def tr(*cells: str, more: str = "") -> str:
    inner = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row {more}>{inner}</table:table-row>"


def table(*inner: str, more: str = "") -> str:
    return f"<table:table {more}><table:table-column/>{''.join(inner)}</table:table>"


COVERED = "<table:covered-table-cell/>"


def test_paragraphs_headings_sections_and_white_space() -> None:
    one = p('Trước <text:span>ngày</text:span><text:s text:c="2"/>5/12<text:line-break/>hai')
    two = p("dòng\n   xuống")
    body = f'<text:h text:outline-level="1">KẾ HOẠCH</text:h><text:section>{one}</text:section>{two}'
    assert paragraphs(odt_holding(body)) == ["KẾ HOẠCH", "Trước ngày 5/12\nhai", "dòng xuống"]


def test_deleted_text_comments_and_notes_are_left_out() -> None:
    deleted = f"<text:tracked-changes><text:changed-region><text:deletion>{p('cũ')}</text:deletion></text:changed-region></text:tracked-changes>"
    comment = f"<office:annotation>{p('hỏi lại')}</office:annotation>"
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('chú')}</text:note-body></text:note>"
    )
    hidden = "<text:hidden-text>ẩn</text:hidden-text>"
    document = read(odt_holding(f"{deleted}{p(f'Báo{comment} cáo{note}{hidden}')}"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["Báo cáo"]
    assert [warning[:20] for warning in document.warnings] == ["Tệp còn sửa đổi chưa", "Tệp có chữ ẩn; phần "]


def test_cells_spread_over_rows_and_columns() -> None:
    body = table(
        f"<table:table-header-rows>{tr('STT', 'Nhiệm vụ', 'Chủ trì')}</table:table-header-rows>",
        tr(cell("A. CẢI CÁCH", 'table:number-columns-spanned="3"'), COVERED, COVERED),
        tr("1", "Báo cáo", cell("Văn phòng", 'table:number-rows-spanned="2"')),
        tr("2", "Hội nghị", COVERED),
        tr("3", "Tập huấn", "Phòng Kinh tế"),
    )
    [found] = read(odt_holding(body)).tables
    assert [(one.text, one.column, one.column_span) for one in found.rows[1].cells] == [("A. CẢI CÁCH", 0, 3)]
    shared = found.rows[3].cells[2]
    assert (shared.text, shared.column, shared.continued) == ("Văn phòng", 2, True)
    assert [one.continued for one in found.rows[4].cells] == [False, False, False]
    assert found.rows[2].place == "Bảng 1, dòng 3"


def test_lists_count_through_cells_and_levels() -> None:
    def item(*content: str, more: str = "") -> str:
        return f'<text:list text:style-name="L1" {more}><text:list-item>{"".join(content)}</text:list-item></text:list>'

    goes_on = 'text:continue-numbering="true"'
    inner = f"<text:list><text:list-item>{p('con')}</text:list-item></text:list>"
    bullet = f'<text:list text:style-name="L2"><text:list-item>{p("gạch")}</text:list-item></text:list>'
    body = (
        item(p("một"), inner)
        + bullet
        + table(tr(cell(item(p(), more=goes_on)), "a"), tr(cell(item(p(), more=goes_on)), "b"))
    )
    data = odt_holding(body, LISTS)
    assert paragraphs(data) == ["I. một", "I.1) con", "- gạch"]
    assert rows(data) == [["II.", "a"], ["III.", "b"]]
    assert paragraphs(odt_holding(item(p("x")) + item(p("y")), LISTS)) == ["I. x", "I. y"]


def test_boxes_frames_and_inner_tables() -> None:
    box = f"<draw:frame><draw:text-box>{p('trong hộp')}</draw:text-box></draw:frame>"
    inner = table(tr("a", "b"), tr("c", "d"))
    assert paragraphs(odt_holding(p(f"ngoài{box}"))) == ["ngoài", "trong hộp"]
    assert rows(odt_holding(table(tr("1", cell(p("gồm") + inner))))) == [["1", "gồm\na b\nc d"]]
    assert rows(odt_holding(table(tr(cell(inner))))) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    "bomb",
    [
        tr("1", "", more='table:number-rows-repeated="1000000000"'),
        tr(cell("1", 'table:number-columns-repeated="1000000000"'), "2"),
        tr(cell("", 'table:number-columns-repeated="99999999"'), more='table:number-rows-repeated="99999999"'),
        tr(cell("1", 'table:number-columns-spanned="99999999" table:number-rows-spanned="99999999"'), "2"),
    ],
)
def test_repeated_rows_and_columns_are_bounded(bomb: str) -> None:
    for data in (odt_holding(table(bomb, tr("1", "2"))), ods_holding(table(bomb, tr("1", "2")))):
        try:
            assert all(found.width < 20_000 for found in read(data).tables)
        except UnreadableFile as error:
            assert error.reason is Reason.TOO_LONG


def test_a_repeated_row_is_as_many_rows() -> None:
    again = tr("x", "y", "z", more='table:number-rows-repeated="3"')
    assert rows(odt_holding(table(again))) == rows(ods_holding(table(again))) == [["x", "y", "z"]] * 3


def test_a_spreadsheet_shows_texts_as_printed_and_dates_day_first() -> None:
    def valued(shown: str, kind: str, value: str) -> str:
        name = "date-value" if kind == "date" else "value"
        return cell(shown, f'office:value-type="{kind}" office:{name}="{value}"')

    body = table(
        tr("TT", "Nhiệm vụ", "Hạn", "Tỷ lệ"),
        tr(
            valued("1.10", "float", "1.1"),
            "Báo cáo",
            valued("12/05/25", "date", "2025-12-05"),
            valued("95,5%", "percentage", "0.955"),
        ),
        tr("", cell("", 'table:number-columns-repeated="1020"')),
        tr("2", "Hội nghị", valued("12/2025", "date", "2025-12-01"), ""),
        more='table:name="Phụ lục"',
    )
    [found] = read(ods_holding(body)).tables
    assert [texts(row) for row in found.rows[1:]] == [
        ["1.10", "Báo cáo", "05/12/2025", "95,5%"],
        ["2", "Hội nghị", "12/2025", ""],
    ]
    assert found.rows[2].place == "Trang “Phụ lục”, dòng 4"


def test_a_spreadsheet_tells_what_is_hidden_or_never_computed() -> None:
    hidden = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    body = table(
        tr("TT", "Nhiệm vụ", "Hạn"),
        tr("1", cell("<text:p/>", 'table:formula="of:=A1"'), cell("#REF!")),
        tr("2", "Báo cáo", "Quý I", more='table:visibility="filter"'),
        more='table:name="Một"',
    ) + table(tr("a", "b", "c"), more='table:name="Hai" table:style-name="ta2"')
    document = read(ods_holding(body, hidden))
    assert [warning.partition(": ")[2] or warning for warning in document.warnings] == [
        "Trang “Hai” đang ẩn nên không đọc.",
        "ô B2 là công thức chưa lưu kết quả nên không đọc được. Hãy mở tệp bằng Excel, lưu lại rồi gửi lại.",
        "ô C2 báo lỗi công thức nên em để trống.",
        "dòng 3 đang ẩn, em vẫn đọc.",
    ]
    assert len(list(document.tables)) == 1


def test_an_encrypted_text_asks_for_its_password() -> None:
    manifest = b'<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    with pytest.raises(UnreadableFile) as raised:
        read(odt_holding("", **{"META-INF/manifest.xml": manifest}))
    assert raised.value.reason is Reason.PASSWORD
