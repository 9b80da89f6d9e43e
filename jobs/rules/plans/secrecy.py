"""Whether a document bears a mark of secrecy (Luật Bảo vệ bí mật nhà nước 2018, điều 8: Tuyệt mật, Tối mật, Mật)."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, islice

from storage.raw_document import Paragraph, RawDocument

#: The stamp stands alone in capitals, also letter-spaced or framed, or after "Độ mật:"; "bí mật" in the text is no mark.
_STAMP = re.compile(r"\W*(?:T ?U ?Y ?Ệ ?T ?|T ?Ố ?I ?)?M ?Ậ ?T\W*")
_NAMED = re.compile(r"độ mật\s*:\s*(?:tuyệt |tối )?mật\b", re.IGNORECASE)
_AT_TOP = 30  # lines and cells among which a letterhead and its stamps stand


def is_secret(document: RawDocument) -> bool:
    """True where a page header or one of the first lines is the stamp of a degree of secrecy."""
    printed = chain(chain.from_iterable(map(_lines, document.margins)), islice(_texts(document), _AT_TOP))
    return any(_STAMP.fullmatch(text) or _NAMED.search(text) for text in printed)


def _texts(document: RawDocument) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from _lines(block.text)
        else:
            for row in block.rows:
                for cell in row.cells:
                    if not cell.continued:
                        yield from _lines(cell.text)


def _lines(text: str) -> Iterator[str]:
    return (" ".join(line.split()) for line in unicodedata.normalize("NFC", text).splitlines() if line.strip())
