"""Whether a packed part of a PDF is all there: the parser takes what it can unpack and is silent about the rest."""

import zlib

from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1

from storage.documents.errors import Reason, UnreadableFile

_HEAD, _CHECKSUM = 2, 4  # bytes
_LARGEST = 16 * 1024 * 1024  # bytes; a page of text has some ten thousand
_AT_A_TIME = 1024 * 1024


def is_whole_stream(stream: PDFStream) -> bool:
    """Raises UnreadableFile where it unpacks to more than any page of a plan holds."""
    filters = stream.get_filters()
    packed = stream.rawdata
    if not packed:
        return bool(resolve1(stream.attrs.get("Length")) == 0)  # else its end was not where the file says
    if not filters or filters[0][0] not in LITERALS_FLATE_DECODE:
        return True
    if stream.decipher:
        packed = stream.decipher(stream.objid or 0, stream.genno or 0, packed, stream.attrs)
    return _unpacks(packed)


def _unpacks(packed: bytes) -> bool:
    """To its end, and to what its checksum says; some programs write none."""
    unpacker, waiting, checksum, size = zlib.decompressobj(-zlib.MAX_WBITS), packed[_HEAD:], 1, 0
    try:
        while waiting and not unpacker.eof:
            part = unpacker.decompress(waiting, _AT_A_TIME)
            checksum, size, waiting = zlib.adler32(part, checksum), size + len(part), unpacker.unconsumed_tail
            if size > _LARGEST:
                raise UnreadableFile(Reason.TOO_LARGE)
    except zlib.error:
        return False
    said = unpacker.unused_data[:_CHECKSUM]
    return unpacker.eof and (len(said) < _CHECKSUM or int.from_bytes(said) == checksum)
