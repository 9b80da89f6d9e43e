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


@pytest.mark.parametrize(
    ("webhook", "public_url", "hint"),
    [
        ("viber", "https://nhacviec.example", "S008"),
        ("zalo; telegram", "https://nhacviec.example", "S008"),
        ("console", "https://nhacviec.example", "S008"),
        ("zalo", "", "S009"),
        ("zalo", "http://192.168.1.20:8080", "S009"),
        ("telegram", "https://nhacviec.example:8080", "S010"),
    ],
)
def test_a_webhook_that_no_platform_could_call_is_told(
    monkeypatch: pytest.MonkeyPatch, webhook: str, public_url: str, hint: str
) -> None:
    monkeypatch.setenv("WEBHOOK", webhook)
    monkeypatch.setenv("PUBLIC_URL", public_url)
    (told,) = Settings().problems()
    assert told.startswith(hint) and "WEBHOOK" in told and "hãy" in told


@pytest.mark.parametrize(
    ("webhook", "public_url", "channels"),
    [
        ("", "", set()),
        ("Zalo", "https://nhacviec.example:9443", {"zalo"}),
        ("zalo, telegram,", "https://ubnd.example:8443/nhac-viec", {"zalo", "telegram"}),
    ],
)
def test_the_channels_named_are_posted_to_us(
    monkeypatch: pytest.MonkeyPatch, webhook: str, public_url: str, channels: set[str]
) -> None:
    monkeypatch.setenv("WEBHOOK", webhook)
    monkeypatch.setenv("PUBLIC_URL", public_url)
    assert Settings().problems() == [] and Settings().webhook_channels == channels


@pytest.mark.parametrize(
    ("variables", "well"),
    [
        ({"HTTPS_PROXY": "http://proxy.lan:3128"}, True),
        ({"HTTPS_PROXY": "proxy.lan:3128"}, True),
        ({"HTTPS_PROXY": "http://proxy.lan:3128", "ALL_PROXY": "socks5://proxy.lan:1080"}, True),
        ({"HTTPS_PROXY": "socks5://proxy.lan:1080"}, False),
        ({"ALL_PROXY": "socks5h://proxy.lan:1080"}, False),
    ],
)
def test_a_proxy_that_cannot_be_used_is_told(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], well: bool
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    told = Settings().problems()
    assert told == [] if well else told[0].startswith("S011")
