import argparse
import io
import json
from pathlib import Path

import pytest

from bot.commands.read_deadline import add_arguments, run


def _run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(words))


def test_one_phrase_as_json(capfd: pytest.CaptureFixture[str]) -> None:
    assert _run("Trước ngày 15/12/2025", "--on", "15/09/2025", "--json") == 0
    assert json.loads(capfd.readouterr().out) == {
        "kind": "date", "start": None, "due": "2025-12-14", "recurrence": None, "milestones": [],
        "matched": "Trước ngày 15/12/2025", "note": "",
    }  # fmt: skip


def test_one_phrase_in_words(capfd: pytest.CaptureFixture[str]) -> None:
    assert _run("Trong năm 2025", "--on", "2025-09-15") == 0
    assert "hạn 31/12/2025" in capfd.readouterr().out


def test_a_batch_answers_line_by_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "phrases.jsonl"
    lines = [{"phrase": "Thường xuyên", "on": "2025-09-15"}, {"phrase": "", "on": "2025-09-15"}]
    file.write_text("\ufeff" + "\r\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert _run("--batch", str(file)) == 0
    answers = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [answer["kind"] for answer in answers] == ["ongoing", "none"]


def test_a_batch_comes_from_standard_input(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"phrase": "Hằng quý", "on": "2025-09-15"}\n'))
    assert _run("--batch", "-") == 0
    assert json.loads(capfd.readouterr().out)["due"] == "2025-09-30"


def test_a_bad_line_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "phrases.jsonl"
    file.write_text('{"phrase": "Hằng quý", "on": "1/27"}\n', encoding="utf-8")
    assert _run("--batch", str(file)) == 2
    assert "Dòng 1" in capfd.readouterr().err


def test_a_phrase_without_its_day_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert _run("Hằng quý") == 2
    assert "--on" in capfd.readouterr().err
