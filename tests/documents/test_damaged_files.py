"""Real files damaged at random, always the same way for the same seed: each is read or says why not, and soon."""

import random
import re
import time
from collections.abc import Callable
from importlib.resources import files

import pytest

from storage.documents.errors import UnreadableFile
from tests.documents.office_files import ods_holding, odt_holding, parts_of, read, sheet_of, zip_of

_CELLS = "<table:table-cell><text:p>Báo cáo</text:p></table:table-cell>" * 4
_ODF_TABLE = f"<table:table table:name='a'>{f'<table:table-row>{_CELLS}</table:table-row>' * 5}</table:table>"
WHOLE = {
    "docx": files("bot.demo_data").joinpath("plan-002.docx").read_bytes(),
    "xlsx": sheet_of(("TT", "Nhiệm vụ", "Chủ trì", "Hạn"), *[(n, "Báo cáo", "Văn phòng", 45996.5) for n in range(30)]),
    "odt": odt_holding(f"<text:p>KẾ HOẠCH</text:p>{_ODF_TABLE}"),
    "ods": ods_holding(_ODF_TABLE),
}
_VALUES = (b"0", b"-1", b"9" * 30, b"1048576", b"x", b"", b"1e308", b"A1:XFD1048576", b"\xff", b"&#0;")


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def flip(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def lose_parts(chance: random.Random, data: bytes) -> bytes:
    parts = parts_of(data)
    return zip_of({name: part for name, part in parts.items() if chance.random() > 1 / len(parts)})


def swap_parts(chance: random.Random, data: bytes) -> bytes:
    parts = parts_of(data)
    one, other = chance.sample(sorted(parts), 2)
    return zip_of({**parts, one: parts[other], other: parts[one]})


def spoil_part(chance: random.Random, data: bytes) -> bytes:
    """Bytes of one part changed; the zip around it is whole."""
    parts = parts_of(data)
    name = chance.choice([name for name in sorted(parts) if parts[name]])
    return zip_of({**parts, name: flip(chance, parts[name])})


def spoil_value(chance: random.Random, data: bytes) -> bytes:
    """An attribute says something that no program writes."""
    parts = parts_of(data)
    name = chance.choice([name for name in sorted(parts) if b'="' in parts[name]])
    found = chance.choice(list(re.finditer(rb'="([^"]*)"', parts[name])))
    spoiled = parts[name][: found.start(1)] + chance.choice(_VALUES) + parts[name][found.end(1) :]
    return zip_of({**parts, name: spoiled})


def lose_tag(chance: random.Random, data: bytes) -> bytes:
    parts = parts_of(data)
    name = chance.choice([name for name in sorted(parts) if b"<" in parts[name]])
    found = chance.choice(list(re.finditer(rb"<[^>]*>", parts[name])))
    return zip_of({**parts, name: parts[name][: found.start()] + parts[name][found.end() :]})


@pytest.mark.parametrize("damage", [cut, flip, lose_parts, swap_parts, spoil_part, spoil_value, lose_tag])
@pytest.mark.parametrize("kind", WHOLE)
def test_a_damaged_file_is_read_or_says_why_not(kind: str, damage: Callable[[random.Random, bytes], bytes]) -> None:
    for seed in range(12):
        data = damage(random.Random(seed), WHOLE[kind])
        start = time.process_time()
        try:
            assert read(data, f"tep.{kind}").kind
        except UnreadableFile as error:
            assert not isinstance(error.__cause__, RecursionError | MemoryError), seed
        assert time.process_time() - start < 20, seed
