"""PDF files written byte by byte, as no program would write them."""

import zlib
from collections.abc import Mapping

SENTENCE = b"BT /F1 12 Tf 72 700 Td (Ke hoach cong tac nam 2026 cua Van phong) Tj ET\n"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf_of(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of these objects by number; 1 is the catalog."""
    out, table = b"%PDF-1.5\n", b"xref\n0 1\n0000000000 65535 f \n"
    for number, body in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = b"trailer<</Size %d/Root 1 0 R%s>>\n" % (max(objects) + 1, trailer)
    return out + table + size + b"startxref\n%d\n%%%%EOF\n" % len(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), entries, packed)


def page_of(content: bytes, objects: Mapping[int, bytes] | None = None, box: bytes = b"[0 0 595 842]") -> bytes:
    """One page: 2 is the page tree, 3 the page, 4 its contents, 5 its font; `objects` are added or replace these."""
    whole = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>"
        % box,
        4: stream(content),
        5: FONT,
    }
    return pdf_of({**whole, **(objects or {})})


def form(content: bytes, inner: int) -> bytes:
    """A drawing that a page or another drawing shows as /X; its own /X is object `inner`."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>/Font<</F1 5 0 R>>>>"
    return stream(content, kind % inner)
