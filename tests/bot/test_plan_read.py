"""`nhacviec plan read`."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from bot.cli import main
from bot.commands.plan_file import explain_unreadable
from storage.documents.errors import Reason, UnreadableFile
from tests.people import Ward

WARD = str(files("bot.demo_data").joinpath("plan-002.docx"))


def test_json_has_the_public_shape(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "read", WARD, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert list(said) == [
        "title", "number", "issuer", "year", "issued_on", "signer", "tasks", "indicators", "duties_in_prose", "recurring",
        "stated_total", "rows", "doubts",
    ]  # fmt: skip
    assert set(said["rows"]) == {"in_file", "read", "left_out"}


def test_people_see_counts_tasks_and_the_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "read", WARD]) == 0
    said = capsys.readouterr().out
    assert "39 nhiệm vụ, 59 dòng" in said
    assert "A.II.1     Ban hành Kế hoạch tuyên truyền CCHC năm 2025 – Phòng Văn hóa - Xã hội – Theo quy định" in said
    assert "để lại 0" in said


@pytest.mark.parametrize("data", [b"", b"khong phai van ban", b"PK\x03\x04"])
def test_a_bad_file_says_what_to_do_next(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(data)
    assert main(["plan", "read", str(path)]) == 2
    said = capsys.readouterr()
    assert "Hãy" in said.err
    assert not said.out


def test_a_missing_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "read", str(tmp_path / "khong-co.docx")]) == 2
    assert "đường dẫn" in capsys.readouterr().err


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_advice(reason: Reason) -> None:
    assert "Hãy" in explain_unreadable(UnreadableFile(reason))


def test_without_a_database_messages_are_read_with_the_demo_offices(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["read-message", "phòng KHĐT còn việc quá hạn không?", "--on", "2025-10-13", "--json"]) == 0
    assert "Phòng Kế hoạch – Đầu tư và Xúc tiến" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_with_a_database_they_are_read_with_its_units(
    capsys: pytest.CaptureFixture[str], ward: Ward, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert main(["read-message", "phòng KHĐT còn việc quá hạn không?", "--on", "2025-10-13", "--json"]) == 0
    assert "unit_full" not in capsys.readouterr().out
    assert main(["read-message", "phòng VHXH còn việc quá hạn không?", "--on", "2025-10-13", "--json"]) == 0
    assert "Phòng Văn hóa – Xã hội" in capsys.readouterr().out


def test_a_secret_plan_is_not_read_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text("UBND PHƯỜNG BA NGÒI\n\nMẬT\n\nKẾ HOẠCH\n\nBảo đảm an ninh\n", encoding="utf-8")
    assert main(["plan", "read", str(path)]) == 2
    assert "dấu độ mật" in capsys.readouterr().err
