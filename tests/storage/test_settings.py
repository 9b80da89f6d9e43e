"""What an installer sets wrong is told before anything starts, with what to do."""

import pytest

from storage.settings import Settings


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("PUBLIC_URL", "nhacviec.example", "S004"),
        ("PUBLIC_URL", "http://nhacviec.example", "S004"),
        ("PUBLIC_URL", "https://", "S004"),
        ("PUBLIC_URL", "https://a b.example", "S004"),
        ("PUBLIC_URL", "https://nhacviec.example:cổng", "S004"),
        ("PUBLIC_URL", "https://nhacviec.example/?a=1", "S004"),
        ("PORT", "0", "S005"),
        ("PORT", "65536", "S005"),
        ("PORT", "tám", "S005"),
    ],
)
def test_what_cannot_work_is_told(monkeypatch: pytest.MonkeyPatch, name: str, value: str, hint: str) -> None:
    monkeypatch.setenv(name, value)
    (told,) = Settings().problems()
    assert told.startswith(hint) and name in told and "hãy" in told


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("", ""),
        ("https://nhacviec.example/", "https://nhacviec.example"),
        ("https://ubnd.example/nhac-viec", "https://ubnd.example/nhac-viec"),
        ("http://192.168.1.20:8080", "http://192.168.1.20:8080"),
        ("http://localhost:8080/", "http://localhost:8080"),
    ],
)
def test_an_address_that_can_work_is_taken(monkeypatch: pytest.MonkeyPatch, url: str, root: str) -> None:
    monkeypatch.setenv("PUBLIC_URL", url)
    assert Settings().problems() == []
    assert Settings().public_root == root
