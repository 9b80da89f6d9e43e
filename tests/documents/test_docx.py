"""Word files as people send them: merged cells, tracked changes, text boxes, lists that count by themselves."""

import pytest
from docx.oxml import parse_xml

from storage.raw_document import Paragraph, Table
from tests.documents.office_files import (
    NAMESPACES,
    docx_holding,
    docx_of,
    p,
    paragraphs,
    parts_of,
    read,
    rows,
    tbl,
    tc,
    texts,
    tr,
    zip_of,
)
from tests.documents.test_docx_lists import LIST, numbered

BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_merged_cells_keep_their_grid_columns_and_a_vertical_merge_goes_on() -> None:
    def fill(document) -> None:
        table = document.add_table(rows=3, cols=3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Số TT"
        table.cell(1, 2).text = "Văn phòng"
        table.cell(1, 2).merge(table.cell(2, 2))
        table.cell(1, 0).text, table.cell(2, 0).text = "1", "2"

    [table] = read(docx_of(fill)).tables
    assert [(cell.column, cell.column_span) for cell in table.rows[0].cells] == [(0, 2), (2, 1)]
    assert table.rows[2].cells[2].continued
    assert table.rows[2].cells[2].text == "Văn phòng"
    assert table.rows[2].text == "2"
    assert table.rows[1].place == "Bảng 1, dòng 2"


def test_a_vertical_merge_that_restarts_is_another_cell() -> None:
    [table] = read(
        docx_holding(
            tbl(
                tr("1", tc("Văn phòng", properties=RESTART)),
                tr("2", tc(properties=GOES_ON)),
                tr("3", tc("Phòng Kinh tế", properties=RESTART)),
                tr("4", tc(properties=GOES_ON)),
            )
        )
    ).tables
    assert [texts(row)[1] for row in table.rows] == ["Văn phòng", "Văn phòng", "Phòng Kinh tế", "Phòng Kinh tế"]
    assert [row.cells[1].continued for row in table.rows] == [False, True, False, True]


def test_rows_that_begin_or_end_inside_the_grid() -> None:
    [table] = read(
        docx_holding(
            tbl(
                tr("STT", "Nhiệm vụ", "Thời hạn"),
                tr("Hội nghị", "Quý I", properties='<w:gridBefore w:val="1"/>'),
                tr("2", "Báo cáo", properties='<w:gridAfter w:val="1"/>'),
            )
        )
    ).tables
    assert [(cell.text, cell.column) for cell in table.rows[1].cells] == [("Hội nghị", 1), ("Quý I", 2)]
    assert [(cell.text, cell.column) for cell in table.rows[2].cells] == [("2", 0), ("Báo cáo", 1)]


def test_cells_merged_as_old_word_did_are_one() -> None:
    first, second = (tc(t, properties=f'<w:hMerge w:val="{m}"/>') for t, m in (("PHẦN I", "restart"), ("", "continue")))
    [table] = read(docx_holding(tbl(tr(first, second, "c"), tr("1", "2", "3")))).tables
    assert [(cell.text, cell.column, cell.column_span) for cell in table.rows[0].cells] == [
        ("PHẦN I", 0, 2),
        ("c", 2, 1),
    ]


@pytest.mark.parametrize("said", ["2000000000", "-3", "x", ""])
def test_a_false_width_of_a_cell_costs_nothing(said: str) -> None:
    [table] = read(docx_holding(tbl(tr(tc("1", properties=f'<w:gridSpan w:val="{said}"/>'), "2"), tr("3", "4")))).tables
    assert table.width < 100


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    document = read(
        docx_holding(
            f"<w:p>{run('Hạn ')}<w:del>{run('30/11').replace('w:t', 'w:delText')}</w:del>"
            f"<w:ins>{run('15/12')}</w:ins><w:moveTo>{run(' năm nay')}</w:moveTo><w:moveFrom>{run('cũ')}</w:moveFrom></w:p>",
            tbl(tr("1", "Giữ"), tr("2", "Bỏ", properties="<w:del/>"), tr("3", "Thêm", properties="<w:ins/>")),
        )
    )
    assert next(document.paragraphs).text == "Hạn 15/12 năm nay"
    assert [row.text for row in next(document.tables).rows] == ["1 | Giữ", "3 | Thêm"]
    assert any("sửa đổi" in warning for warning in document.warnings)


def test_hidden_text_is_left_out_and_told() -> None:
    hidden, shown = run("nháp", "<w:vanish/>"), run(" thật", '<w:vanish w:val="0"/>')
    document = read(docx_holding(f"<w:p>{run('Báo cáo')}{hidden}{shown}</w:p>"))
    assert next(document.paragraphs).text == "Báo cáo thật"
    assert any("ẩn" in warning for warning in document.warnings)


def test_comments_and_footnotes_stay_out_of_cells() -> None:
    marks = '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert rows(docx_holding(tbl(tr("1", tc(f"<w:p>{marks.format(run('Báo cáo'))}{note}</w:p>"))))) == [
        ["1", "Báo cáo"]
    ]


def test_fields_show_their_result_only() -> None:
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>DATE \\@ d/M</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>5/12</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    assert paragraphs(docx_holding(f"<w:p>{run('Trước ')}{field}</w:p>")) == ["Trước 5/12"]


def test_signs_that_people_do_not_see_are_left_out() -> None:
    before, after = run("Phòng\u00a0Văn  hóa thể\u00adthao\u200b"), run("UBND")
    odd = f"<w:p>{before}<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>{after}</w:p>"
    assert paragraphs(docx_holding(odd)) == ["Phòng Văn hóa thểthao-UBND"]


def test_tables_and_text_in_boxes_are_read_once() -> None:
    blocks = read(docx_holding(BOX.format(p("Đơn vị tính: %") + tbl(tr("1", "Báo cáo"), tr("2", "Hội nghị"))))).blocks
    [box, table] = [block for block in blocks if isinstance(block, Table) or block.text]
    assert isinstance(box, Paragraph)
    assert box.text == "Đơn vị tính: %"
    assert isinstance(table, Table)
    assert [row.text for row in table.rows] == ["1 | Báo cáo", "2 | Hội nghị"]


def test_a_box_in_a_cell_is_text_of_the_cell() -> None:
    assert rows(docx_holding(tbl(tr("1", tc("Báo cáo", BOX.format(p("(mật)"))))))) == [["1", "Báo cáo\n(mật)"]]


def test_content_controls_are_looked_through_unless_nobody_filled_them_in() -> None:
    def control(content: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    empty = control(run("Bấm để nhập"), "<w:showingPlcHdr/>")
    data = docx_holding(
        control(
            tbl(tr("1", control(tc("Báo cáo"))), control(tr("2", tc(f"<w:p>{control(run('Quý I'))}{empty}</w:p>"))))
        ),
    )
    assert rows(data) == [["1", "Báo cáo"], ["2", "Quý I"]]


def test_a_frame_around_the_whole_table_is_looked_through() -> None:
    inner = tbl(tr("STT", "Nhiệm vụ"), tr("1", "Báo cáo"))
    document = read(docx_holding(tbl(tr(tc(p("PHỤ LỤC"), inner, p())))))
    assert [row.text for row in next(document.tables).rows] == ["STT | Nhiệm vụ", "1 | Báo cáo"]
    assert next(document.paragraphs).text == "PHỤ LỤC"


def test_a_table_inside_a_cell_is_text_of_the_cell_once() -> None:
    deepest = tbl(tr("c", "d"))
    inner = tbl(tr("a", tc("b", deepest)), tr("e", "g"))
    assert rows(docx_holding(tbl(tr("1", tc("Gồm:", inner, p()))))) == [["1", "Gồm:\na b\nc d\ne g"]]


def test_pictures_and_embedded_files_are_told() -> None:
    document = read(docx_holding("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>", "<w:altChunk/>"))
    assert [warning.split(";")[0] for warning in document.warnings] == [
        "Tệp có hình ảnh",
        "Tệp chèn nguyên một tệp khác nên phần đó không đọc được",
    ]


def test_the_main_part_may_have_another_name() -> None:
    parts = parts_of(docx_holding(p("Kế hoạch")))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    parts = {name: data.replace(b"word/document.xml", b"word/document2.xml") for name, data in parts.items()}
    assert paragraphs(zip_of(parts)) == ["Kế hoạch"]


def test_a_strict_file_is_read_like_any_other() -> None:
    usual, strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    parts = parts_of(docx_holding(p("x", numbered(1)), numbering=LIST))
    assert paragraphs(zip_of({name: data.replace(usual, strict) for name, data in parts.items()})) == ["I. x"]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("K Ế  H O Ạ C H", "KẾ HOẠCH"),
        ("K Ế H O Ạ C H", "KẾ HOẠCH"),
        ("PHỤ LỤC I  D A N H  M Ụ C", "PHỤ LỤC I DANH MỤC"),
        ("Xếp loại A, B, C, D", "Xếp loại A, B, C, D"),
        ("Tổ A B C", "Tổ A B C"),
    ],
)
def test_letters_set_apart_are_words_again(printed: str, text: str) -> None:
    assert paragraphs(docx_of(lambda document: document.add_paragraph(printed))) == [text]


def test_page_headers_footers_and_watermarks_are_margins() -> None:
    mark = "<w:pict><v:shape><v:textpath string='TỐI MẬT'/></v:shape></w:pict>"

    def fill(document) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "MẬT"
        section.footer.add_table(1, 1, 914400).cell(0, 0).text = "Trang 1"
        section.header._element.append(parse_xml(f"<w:p {NAMESPACES}><w:r>{mark}</w:r></w:p>"))
        document.add_paragraph("Kế hoạch")

    found = read(docx_of(fill))
    assert sorted(found.margins) == ["MẬT", "Trang 1", "TỐI MẬT"]
    assert [paragraph.text for paragraph in found.paragraphs] == ["Kế hoạch"]
