"""Lines and letters of a page to a table, where a program draws or cuts them in its own way."""

import pytest

from jobs.rules.plans.headers import Column, meaning
from storage.documents.pdf_edges import Edge
from storage.documents.pdf_flow import Column as TextColumn
from storage.documents.pdf_flow import goes_on, leading_of
from storage.documents.pdf_grid import Grid, GridCell, grids_of
from storage.documents.pdf_join import JoinedTable
from storage.documents.pdf_open import row_starts
from storage.documents.pdf_text import Line
from storage.documents.spaced_letters import put_together


def line(text: str, base: float, x0: float = 100) -> Line:
    return Line(text, x0, x0 + 6 * len(text), base - 10, base + 2, base, 12, False, 30)


def column(*texts: str, x0: float, top: float = 112, step: float = 15) -> list[Line]:
    return [line(text, top + n * step, x0) for n, text in enumerate(texts)]


def test_a_section_at_the_end_of_a_page_belongs_to_the_table_without_outer_lines() -> None:
    """No vertical line crosses the lowest line, since the section's row has none inside."""
    inner = [Edge(200, 100, 300), Edge(400, 100, 300)]
    [grid] = grids_of(inner, [Edge(y, 50, 550) for y in (100, 200, 300, 321)])
    assert [round(y) for y in grid.ys] == [100, 200, 300, 321]


def test_lines_under_every_row_of_a_table_without_columns_join_no_other_table() -> None:
    header = [Edge(50, 100, 130), Edge(200, 100, 130), Edge(550, 100, 130)]
    [grid] = grids_of(header, [Edge(y, 50, 550) for y in (100, 130, 160, 190, 220, 250)])
    assert grid.ys[-1] == 130


def test_a_cell_merged_down_a_whole_page_holds_the_table_together() -> None:
    upright = [Edge(x, 50, 800) for x in (50, 200, 300, 450)]
    level = [Edge(y, *ends) for y in (50, 400, 800) for ends in ((50, 200), (300, 450))]
    [grid] = grids_of(upright, level)
    assert [(cell.row, cell.row_span) for cell in grid.cells if cell.column == 1] == [(0, 2)]


def test_lines_of_a_sentence_in_fonts_of_unlike_height_are_one_paragraph() -> None:
    """Letters with two accents come from another font, which makes their lines higher."""
    bases = [100 + 13.5 * n + 3 * (n // 2) for n in range(20)]
    lines = [line("của các phòng, đơn vị", base) for base in bases]
    margins = TextColumn(100, 230, leading_of([lines]))
    assert goes_on(lines[:2], line("Ban Quản lý", bases[2]), margins)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [([("đ", 0.0), ("ộ", 3.0)], "độ"), ([("S", 0.0), ("ố", 3.0)], "Số"), ([("V", 0.0), ("I", 3.0)], "VI")],
)
def test_a_line_of_letters_set_apart_is_one_word(pieces: list[tuple[str, float]], text: str) -> None:
    assert put_together(pieces) == text


@pytest.mark.parametrize("header", ["Số T T", "S T T", "S.T.T.", "TT", "Số TT", "T T"])
def test_a_header_of_row_numbers_set_apart(header: str) -> None:
    assert meaning(header) is Column.NUMBER


def test_short_lines_of_a_narrow_column_begin_no_rows() -> None:
    cells = [
        GridCell(0, 0, 1, 1, lines=column("14", x0=50)),
        GridCell(0, 1, 1, 1, lines=column("Thường", "xuyên", "của Ban", "Tổ chức", "Tỉnh ủy", x0=80)),
        GridCell(0, 2, 1, 1, lines=column("Văn phòng chủ trì.", "- Các", "phòng phối hợp", x0=150)),
    ]
    assert row_starts(Grid([50, 80, 150, 300], [100, 200], cells)) == []


def rows_over_a_page(*cells: tuple[str, str]) -> int:
    """How many rows come of a table of which each page holds one, its cells side by side."""
    pages = []
    for n in (0, 1):
        inside = [GridCell(0, at, 1, 1, lines=[line(cell[n], 790, 50 + 150 * at)]) for at, cell in enumerate(cells)]
        pages.append(Grid([50 + 150 * at for at in range(len(cells) + 1)], [700, 800], inside))
    table = JoinedTable(pages[0], "Trang 1")
    assert table.take(pages[1], "Trang 2")
    return len(table.as_table().rows)


def test_what_repeats_the_cell_above_is_another_row() -> None:
    assert (
        rows_over_a_page(("Tổ chức đối thoại với người", "Tổ chức chuyên đề"), ("Trong năm 2025", "Trong năm 2025"))
        == 2
    )


def test_the_rest_of_a_sentence_is_the_same_row() -> None:
    assert rows_over_a_page(("Tổ chức đối thoại với người", "dân, doanh nghiệp"), ("Văn phòng", "chủ trì")) == 1
