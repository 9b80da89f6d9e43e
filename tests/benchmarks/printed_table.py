"""A plan's table as a PDF of any length: five columns, drawn lines, three lines of text a cell."""

from collections.abc import Iterator

from tests.documents.pdf_files import FONT, pdf_of, stream

_EDGES = (40, 70, 270, 350, 440, 555)
_HEADER = ("TT", "Nhiem vu", "Tien do", "Chu tri", "San pham")
_HEIGHT, _ROWS = 42, 17


def printed_table(pages: int) -> bytes:
    """17 rows a page under a header that is repeated; some 2,000 characters a page, as in a printed plan."""
    numbers = range(10, 10 + 2 * pages, 2)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % n for n in numbers), pages),
        3: FONT,
    }
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
    for at, n in enumerate(numbers):
        objects |= {n: page % (n + 1), n + 1: stream("\n".join(_page(at * _ROWS)).encode())}
    return pdf_of(objects)


def _page(done: int) -> Iterator[str]:
    rows = [_HEADER, *(_row(done + n) for n in range(1, _ROWS + 1))]
    bottom = 800 - _HEIGHT * len(rows)
    yield from (f"{x} 800 m {x} {bottom} l S" for x in _EDGES)
    for n in range(len(rows) + 1):
        yield f"40 {800 - n * _HEIGHT} m 555 {800 - n * _HEIGHT} l S"
    for n, row in enumerate(rows):
        for x, text in zip(_EDGES, row, strict=False):
            for at, line in enumerate(text.split("\n")):
                yield f"BT /F1 10 Tf {x + 4} {800 - n * _HEIGHT - 12 - 12 * at} Td ({line}) Tj ET"


def _row(number: int) -> tuple[str, ...]:
    title = (
        f"Tham muu ban hanh van ban so {number} trien khai\ncong tac cai cach hanh chinh va chuyen doi so\ntren dia ban"
    )
    return str(number), title, "Trong nam\n2026", "Phong Van hoa\n- Xa hoi", "Bao cao ket qua\nthuc hien"
