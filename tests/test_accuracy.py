"""`make accuracy` scores whatever folder it is given, and says when it found nothing or a target is missed."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents.reader import read_document
from tests.accuracy.__main__ import main

HEAD = "TT,Nhiệm vụ,Thời gian,Chủ trì,Sản phẩm"
PLAN = f"""{HEAD}
1,Rà soát thủ tục hành chính,Trước ngày 15/12/2025,Văn phòng,Báo cáo
2,Tuyên truyền cải cách hành chính,Theo chỉ đạo của cấp trên,Phòng Văn hóa - Xã hội,Tin bài
"""


def right_reading() -> dict[str, Any]:
    read = read_plan(read_document(PLAN.encode(), "x.csv"), on=None, calendar=WEEKENDS_ONLY).as_json()
    assert [(line["title"], (line["deadline"] or {}).get("due")) for line in read["tasks"]] == [
        ("Rà soát thủ tục hành chính", "2025-12-14"),
        ("Tuyên truyền cải cách hành chính", None),
    ]
    right: dict[str, Any] = json.loads(json.dumps(read))
    return right


def given(folder: Path, name: str, reading: str, right: object, data: str = PLAN) -> None:
    (folder / name).write_text(data, encoding="utf-8")
    (folder / reading).write_text(json.dumps(right), encoding="utf-8")


@pytest.mark.parametrize("reading", ["phuong-a.json", "expected-phuong-a.json"])
def test_any_name_with_its_reading_beside_it_is_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reading: str
) -> None:
    (tmp_path / "sub").mkdir()
    given(tmp_path / "sub", "phuong-a.csv", reading, right_reading())
    assert main(tmp_path) == 0
    said = capsys.readouterr().out
    assert "phuong-a.csv: rows 2/2" in said and "Every target is reached." in said
    assert "CSV   1      2/2 100.0 %" in said


def _a_row_more(right: dict[str, Any]) -> None:
    right["tasks"].pop()


def _a_row_less(right: dict[str, Any]) -> None:
    right["tasks"].append(right["tasks"][-1] | {"code": "9"})


def _a_date_invented(right: dict[str, Any]) -> None:
    right["tasks"][0]["deadline"] = {"kind": "external", "start": None, "due": None}


def _an_indicator_less(right: dict[str, Any]) -> None:
    right["indicators"] = [
        {"code": "I.1", "name": "Tỷ lệ hồ sơ trực tuyến", "target_text": "80%", "lead": [], "coordinate": []}
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_a_row_more, "CSV: rows 1/2 50.0 %, wanted 100 %"),
        (_a_row_less, "CSV: rows 2/3 66.7 %, wanted 100 %"),
        (_a_date_invented, "CSV: dates invented 1, wanted none"),
        (_an_indicator_less, "CSV: indicators 0/1, wanted all"),
    ],
)
def test_a_missed_target_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Any, told: str) -> None:
    right = copy.deepcopy(right_reading())
    change(right)
    given(tmp_path, "plan-7.csv", "expected-7.json", right)
    assert main(tmp_path) == 1
    assert told in capsys.readouterr().out


def test_a_dated_duty_of_the_text_that_is_not_found_is_missed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    duty = {
        "text": "Văn phòng báo cáo trước ngày 20/12/2025.",
        "unit": "Văn phòng",
        "deadline": {"kind": "date", "start": None, "due": "2025-12-19"},
    }
    right = {"tasks": [], "duties_in_prose": [duty]}
    given(tmp_path, "chung.txt", "chung.json", right, "KẾ HOẠCH\nCải cách hành chính năm 2025\n")
    assert main(tmp_path) == 1
    assert "text: dated prose duties 0/1, wanted all" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_has_every_row_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given(tmp_path, "hong.docx", "hong.json", right_reading(), "not a Word file")
    assert main(tmp_path) == 1
    said = capsys.readouterr().out
    assert "cannot be read: broken" in said and "DOCX: rows 0/2 0.0 %, wanted 100 %" in said


def test_phrases_are_scored_with_their_second_readings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dated = {"phrase": "trước ngày 28/5", "on": "2025-05-25", "kind": "date", "start": None, "recurrence": None}
    phrases = [
        dated | {"due": "2025-05-27"},
        dated | {"due": "2025-05-28", "accept_due": ["2025-05-27"]},
        dated | {"kind": "unspecified", "due": None, "accept_kinds": ["date"]},
    ]
    (tmp_path / "deadlines.json").write_text(json.dumps(phrases), encoding="utf-8")
    assert main(tmp_path) == 0
    assert "phrases  1      3/3 100.0 %" in capsys.readouterr().out
    wrong = [*phrases, dated | {"kind": "external", "due": None}]
    (tmp_path / "deadlines.json").write_text(json.dumps(wrong), encoding="utf-8")
    assert main(tmp_path) == 1
    said = capsys.readouterr().out
    assert "phrases: rows 3/4 75.0 %, wanted 97 %" in said and "phrases: dates invented 1, wanted none" in said


@pytest.mark.parametrize("folder", ["missing", "empty"])
def test_nothing_to_score_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], folder: str) -> None:
    (tmp_path / "empty").mkdir()
    assert main(tmp_path / folder) == 1
    assert capsys.readouterr().out.startswith(f"Nothing to score in {tmp_path / folder}")


def test_a_reading_that_is_none_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given(tmp_path, "a.csv", "a.json", ["no", "plan"])
    assert main(tmp_path) == 1
    said = capsys.readouterr().out
    assert "a.json: left out" in said and "Nothing to score" in said
