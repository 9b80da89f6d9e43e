"""Lists of Word files that count by themselves: the numbers are those that Word prints."""

import pytest

from tests.documents.office_files import (
    docx_holding,
    docx_of,
    p,
    paragraphs,
    rows,
    tbl,
    tc,
    tr,
)


def test_an_automatic_list_is_written_out() -> None:
    def fill(document) -> None:
        for text, style in (("Một", "List Number"), ("Hai", "List Bullet"), ("Ba", "List Number"), ("Tư", None)):
            document.add_paragraph(text, style=style)

    assert paragraphs(docx_of(fill)) == ["1. Một", "- Hai", "2. Ba", "Tư"]


LIST = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def numbered(list_id: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'


@pytest.mark.parametrize(
    ("items", "printed"),
    [
        ([(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)], ["I.", "1.1", "1.2", "a)", "II.", "2.1"]),
        ([(1, 0), (2, 0), (1, 0)], ["I.", "II.", "III."]),  # lists of one family count on
        ([(1, 0), (3, 0), (3, 0)], ["I.", "V.", "VI."]),
        ([(0, 0), (1, 0), (9, 0)], ["", "I.", ""]),
        ([(1, 1)], ["1.1"]),  # nobody counted the level above
    ],
)
def test_numbers_of_lists_are_those_that_word_prints(items: list[tuple[int, int]], printed: list[str]) -> None:
    data = docx_holding(*(p("x", numbered(*item)) for item in items), numbering=LIST)
    assert paragraphs(data) == [f"{mark} x".strip() for mark in printed]


def test_a_number_column_that_counts_by_itself() -> None:
    counting = [tr(tc(p(properties=numbered(1))), title) for title in ("Báo cáo", "Hội nghị")]
    deleted = tr(tc(p(properties=numbered(1))), "Bỏ", properties="<w:del/>")
    assert rows(docx_holding(tbl(counting[0], deleted, counting[1]), numbering=LIST)) == [
        ["I.", "Báo cáo"],
        ["II.", "Hội nghị"],
    ]


def test_empty_bullets_print_nothing() -> None:
    bullets = LIST.replace("upperRoman", "bullet")
    assert rows(docx_holding(tbl(tr("1", tc(p(properties=numbered(1))))), numbering=bullets)) == [["1", ""]]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>',
    )

    def styled(name: str, more: str = "") -> str:
        return p("x", f'<w:pStyle w:val="{name}"/>{more}')

    plain = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (styled("Muc"), styled("MucCon"), styled("Muc", plain), styled("Muc"))
    data = docx_holding(*body, styles="".join(styles), numbering=LIST)
    assert paragraphs(data) == ["I. x", "II. x", "x", "III. x"]
