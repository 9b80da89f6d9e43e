"""The catalogs are complete, and other languages than Vietnamese write one and many differently."""

import re
import string

import pytest

from locales.check import problems
from locales.extract import ROOT, read_english
from locales.translate import translator

COUNTED = ("{Call} đang có {n} việc.", "{Call} đang có {n} việc.")
ONE_AND_MANY = [
    ("en", 0, "You have 0 tasks."),
    ("en", 1, "You have 1 task."),
    ("en", 5, "You have 5 tasks."),
    ("vi", 1, "Chị đang có 1 việc."),
    ("vi", 5, "Chị đang có 5 việc."),
]


def test_every_text_of_the_code_has_an_english_one() -> None:
    assert problems() == []


def test_every_text_stands_where_the_collector_sees_it() -> None:
    """It collects `_("…")` and `plural("…")`, and nothing inside the braces of an f-string."""
    unseen = re.compile(r"""\.words\(\s*["']|\{_\(""")
    files = (path for package in ("bot", "jobs") for path in (ROOT / package).rglob("*.py"))
    assert [path.name for path in files if unseen.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(("language", "n", "expected"), ONE_AND_MANY)
def test_a_count_is_written_in_the_form_of_its_number(language: str, n: int, expected: str) -> None:
    assert translator(language).plural(*COUNTED, n, Call="Chị") == expected


def test_every_english_plural_has_a_form_for_one_and_a_form_for_many() -> None:
    counted = [m for m in read_english() if isinstance(m.id, tuple | list)]
    assert counted
    for message in counted:
        assert isinstance(message.string, tuple | list)
        assert len(set(message.string)) == 2, message.id


def test_no_english_text_loses_a_number_or_a_name_of_a_task() -> None:
    """Pronouns may go; what a sentence is about may not."""
    kept = {"n", "number", "numbers", "what", "task", "title", "day", "due", "month", "unit", "reason"}
    for message in read_english():
        source = message.id if isinstance(message.id, str) else message.id[0]
        targets = [message.string] if isinstance(message.string, str) else message.string or []
        for target in targets if source else ():
            assert _names(source) & kept <= _names(target), source


def test_an_unknown_language_reads_vietnamese() -> None:
    assert translator("fr")("Quá hạn: {numbers}", numbers="2, 7") == "Quá hạn: 2, 7"
    assert translator(None)("Quá hạn: {numbers}", numbers="2, 7") == "Quá hạn: 2, 7"


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
