"""PDF files damaged on their way or made to harm: each is read or says why not, soon, in little memory and in silence."""

import random
import re
import zlib
from collections.abc import Callable

import pytest

from storage.documents import pdf
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.reader import read_document
from tests.documents.pdf_files import SENTENCE, form, page_of, pdf_of
from tests.documents.test_pdf import PRINTED

MB = 1024 * 1024


def outcome(data: bytes) -> Reason | str:
    """The text of the file or why there is none; anything else that is raised fails the test."""
    try:
        document = read_document(data, "ke-hoach.pdf")
    except UnreadableFile as error:
        return error.reason
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


WHOLE = page_of(SENTENCE)
TEXT = "Ke hoach cong tac nam 2026 cua Van phong"


def test_the_whole_file_is_read() -> None:
    assert outcome(WHOLE) == TEXT


def deep_forms() -> bytes:
    """Every drawing shows the next one twice: 2 to the power of 40 sentences."""
    return page_of(b"/X Do", {**{n: form(b"/X Do /X Do", n + 1) for n in range(6, 46)}, 46: form(SENTENCE, 5)})


def page_tree(pages: int) -> bytes:
    kids = dict.fromkeys(range(10, 10 + pages), b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>")
    names = b" ".join(b"%d 0 R" % n for n in kids)
    return page_of(SENTENCE, {2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (names, pages), **kids})


def squares(side: int) -> bytes:
    """A grid of this many columns and rows on a page as large as a house."""
    upright = b"".join(b"%d 0 m %d 14000 l S\n" % (n * 14000 // side, n * 14000 // side) for n in range(side))
    level = b"".join(b"0 %d m 14000 %d l S\n" % (n * 14000 // side, n * 14000 // side) for n in range(side))
    return page_of(SENTENCE + upright + level, box=b"[0 0 14400 14400]")


HARMFUL: dict[str, tuple[Callable[[], bytes], Reason | str]] = {
    "a page tree that contains itself": (
        lambda: page_of(SENTENCE, {2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"}),
        Reason.BROKEN,
    ),
    "an older table of objects that is this one": (
        lambda: WHOLE.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % WHOLE.index(b"xref\n0 1")),
        Reason.BROKEN,
    ),
    "more pages said than there are": (
        lambda: page_of(SENTENCE, {2: b"<</Type/Pages/Kids[3 0 R]/Count 999999999>>"}),
        Reason.BROKEN,
    ),
    "thousands of pages": (lambda: page_tree(3000), Reason.TOO_LARGE),
    "a page of no size": (lambda: page_of(SENTENCE, box=b" null"), Reason.BROKEN),
    "a page with half a size": (lambda: page_of(SENTENCE, box=b"[0 0]"), Reason.BROKEN),
    "a page as wide as a word": (lambda: page_of(SENTENCE, box=b"[0 0 /A 842]"), Reason.BROKEN),
    "a page as large as a country": (lambda: page_of(SENTENCE, box=b"[0 0 100000000 100000000]"), TEXT),
    "a drawing inside itself": (lambda: page_of(SENTENCE + b"/X Do", {6: form(b"/X Do", 6)}), TEXT),
    "drawings that double": (deep_forms, Reason.TOO_LARGE),
    "a million squares": (lambda: squares(1000), Reason.TOO_LARGE),
    "much white packed twice": (lambda: page_of(b" ", {4: twice_packed(b" " * 200 * MB)}), Reason.SCANNED),
    "a page that unpacks to too much": (lambda: page_of(SENTENCE + b" " * 20 * MB), Reason.TOO_LARGE),
    "encrypted by an unknown program": (
        lambda: pdf_of({1: b"<</Type/Catalog>>"}, b"/Encrypt<</Filter/FoxitSTD>>/ID[(a)(b)]"),
        Reason.PASSWORD,
    ),
}


def twice_packed(content: bytes) -> bytes:
    packed = zlib.compress(zlib.compress(content, 9), 9)
    return b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(packed), packed)


#: They take seconds each; the first two are ended by the bound on computing.
SLOW = ("drawings that double", "a million squares", "much white packed twice")


@pytest.mark.parametrize("name", [pytest.param(n, marks=[pytest.mark.faults] if n in SLOW else []) for n in HARMFUL])
def test_what_would_harm_is_bounded(
    name: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make, expected = HARMFUL[name]
    if expected is Reason.TOO_LARGE:
        monkeypatch.setattr(pdf, "SECONDS_TO_OPEN", 3)  # the bound is the same rule, only sooner met
    assert outcome(make()) == expected
    assert capfd.readouterr().err == ""


CONTENTS = re.compile(rb"/Length \d+ 0 R/Filter/FlateDecode>>\r?\nstream\r?\n(.*?)\r?\nendstream", re.DOTALL)


@pytest.mark.parametrize("at", [0.1, 0.9])
def test_a_page_that_cannot_be_unpacked_to_its_end_is_told(at: float) -> None:
    """The parser alone keeps what it could unpack; rows would be missing without a word."""
    found = next(CONTENTS.finditer(PRINTED))
    place = found.start(1) + int(len(found[1]) * at)
    assert outcome(PRINTED[:place] + b"\0\0\0\0" + PRINTED[place + 4 :]) is Reason.BROKEN


def test_a_page_whose_length_is_lost_is_told() -> None:
    found = next(CONTENTS.finditer(PRINTED))
    length = re.search(rb"/Length (\d+) 0 R", found[0])
    assert length
    assert outcome(PRINTED.replace(b"\n%s 0 obj" % length[1], b"\n999 0 obj", 1)) is Reason.BROKEN


def test_an_empty_page_among_others_is_no_damage() -> None:
    pages = b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>"
    blank = {7: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 8 0 R>>", 8: b"<</Length 0>>stream\n\nendstream"}
    assert outcome(page_of(SENTENCE, {2: pages, **blank})) == TEXT


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def flip(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def lose(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice((1, 100, 20_000)) :]


def change_number(chance: random.Random, data: bytes) -> bytes:
    found = chance.choice(list(re.finditer(rb"(?<=[ \[])\d+(?= 0 R)|(?<=/Length )\d+|(?<=/Count )\d+", data)))
    return data[: found.start()] + chance.choice((b"0", b"2", b"99999999999", b"null")) + data[found.end() :]


@pytest.mark.parametrize("damage", [cut, flip, pytest.param(lose, marks=pytest.mark.faults), change_number])
def test_a_damaged_file_is_read_or_says_why_not(
    damage: Callable[[random.Random, bytes], bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    for seed in range(2):
        assert outcome(damage(random.Random(seed), PRINTED)) is not None, seed
    assert capfd.readouterr().err == ""
