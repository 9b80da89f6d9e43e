import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.commands import read_message as command
from bot.commands.known_office import demo_directory
from bot.understanding.intents import CHANGES, Intent, Understanding
from bot.understanding.read import read_message
from jobs.rules.working_days import WorkingCalendar

DATA = Path(__file__).parents[2] / "data"
CALENDAR = WorkingCalendar(frozenset(), frozenset())
ON = date(2025, 11, 20)


def rows(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return loaded


def read(text: str, role: str = "staff", context: str = "direct", on: date = ON) -> Understanding:
    return read_message(text, role=role, context=context, on=on, directory=demo_directory(), calendar=CALENDAR)


def told(understood: Understanding) -> list[tuple[str, dict[str, Any]]]:
    return [(act.intent.value, act.slots.as_json()) for act in understood.acts]


LABELLED = [*rows("utterances.json"), *rows("utterances_more.json")]


@pytest.mark.parametrize("intent", sorted({row["intent"] for row in LABELLED}))
def test_labelled_messages_are_read_as_labelled(intent: str) -> None:
    wrong = []
    for row in (row for row in LABELLED if row["intent"] == intent):
        understood = read(row["text"], row["role"], row["context"], date.fromisoformat(row["reference_date"]))
        if told(understood) != [(intent, row["slots"])] or not understood.sure:
            wrong.append((row["role"], row["text"], told(understood), understood.sure))
    assert not wrong


SEVERAL = [
    (
        "xong 2 KH 45/KH-UBND; 8 đăng 12 tin 3 bài; 18 như kỳ trước",
        [
            ("done", {"task_ids": [2], "evidence": "KH 45/KH-UBND"}),
            ("progress", {"task_ids": [8], "text": "đăng 12 tin 3 bài"}),
            ("same_as_before", {"task_ids": [18]}),
        ],
    ),
    (
        "8 dang 12 tin 3 bai, 17 vuong cho so huong dan, 18 nhu cu",
        [
            ("progress", {"task_ids": [8], "text": "dang 12 tin 3 bai"}),
            ("progress", {"task_ids": [17], "text": "vuong cho so huong dan"}),
            ("same_as_before", {"task_ids": [18]}),
        ],
    ),
    (
        "12 60%, 15 xong, 18 vướng chờ Sở",
        [
            ("progress", {"task_ids": [12], "percent": 60}),
            ("done", {"task_ids": [15]}),
            ("progress", {"task_ids": [18], "text": "vướng chờ Sở"}),
        ],
    ),
    (
        "xong 2 KH 45/KH-UBND, 3 KH 46/KH-UBND",
        [
            ("done", {"task_ids": [2], "evidence": "KH 45/KH-UBND"}),
            ("done", {"task_ids": [3], "evidence": "KH 46/KH-UBND"}),
        ],
    ),
    ("xong 7, 8, 9", [("done", {"task_ids": [7, 8, 9]})]),
    (
        "xong 7 và 8 còn 9 đang làm",
        [("done", {"task_ids": [7, 8]}), ("progress", {"task_ids": [9], "text": "đang làm"})],
    ),
    (
        "Em chào anh.\nEm báo cáo việc 12 đã xong.\nVăn bản số 125/BC-UBND",
        [("done", {"task_ids": [12], "evidence": "Văn bản số 125/BC-UBND"})],
    ),
    ("xong hộ Lan 7", [("done", {"task_ids": [7], "person": "Lan"})]),
    (
        "xong ho chi Lan 7 KH 45/KH-UBND",
        [("done", {"task_ids": [7], "person": "chi Lan", "evidence": "KH 45/KH-UBND"})],
    ),
    ("xong 7 thay anh Dũng", [("done", {"task_ids": [7], "person": "anh Dũng"})]),
    ("done 2 for Lan", [("done", {"task_ids": [2], "person": "Lan"})]),
    ("đã nhận 7", [("greeting_thanks", {"task_ids": [7]})]),
    ("da nhan 7, 8", [("greeting_thanks", {"task_ids": [7, 8]})]),
    ("ghi hộ Thảo: xong 7, BC 125", [("done", {"task_ids": [7], "person": "Thảo", "evidence": "BC 125"})]),
]
DECIDED = [
    (
        "duyệt 3,5; trả 9 thiếu số",
        [("approve", {"task_ids": [3, 5]}), ("reject", {"task_ids": [9], "reason": "thiếu số"})],
    ),
    (
        "duyệt 30 và 31, trả 32 thiếu chữ ký",
        [("approve", {"task_ids": [30, 31]}), ("reject", {"task_ids": [32], "reason": "thiếu chữ ký"})],
    ),
    (
        "đồng ý 17, không đồng ý 52 vì quá lâu",
        [("approve", {"task_ids": [17]}), ("reject", {"task_ids": [52], "reason": "quá lâu"})],
    ),
    ("trả 9, 10 thiếu số liệu", [("reject", {"task_ids": [9, 10], "reason": "thiếu số liệu"})]),
    (
        "ghi hộ chị Hoa: 3 như kỳ trước; 5 không phát sinh",
        [
            ("same_as_before", {"task_ids": [3], "person": "chị Hoa"}),
            ("none_arose", {"task_ids": [5], "person": "chị Hoa"}),
        ],
    ),
]


@pytest.mark.parametrize(("text", "acts"), SEVERAL)
def test_one_message_of_staff_holds_several_acts(text: str, acts: list[tuple[str, dict[str, Any]]]) -> None:
    understood = read(text)
    assert told(understood) == acts
    assert understood.sure


@pytest.mark.parametrize(("text", "acts"), DECIDED)
def test_one_message_of_a_head_holds_several_decisions(text: str, acts: list[tuple[str, dict[str, Any]]]) -> None:
    assert told(read(text, "unit_head")) == acts


NEVER_DONE = """chưa xong 7|việc 7 xong chưa?|viec 7 xong chua|xong dự thảo 7|mai xong 7|7 xong một nửa|xong cơm chưa|họp xong rồi
nếu xong 7 thì duyệt|khi nào xong việc 7 thì báo|việc 7 sắp xong|việc 7 gần xong rồi|xong việc 7 chưa em|việc 7 xong rồi đúng không?
việc 9 xong vào tuần sau|việc 9 xong rồi nhưng chưa ký|em hứa mai xong việc 9|việc 7 không xong|em chưa hoàn thành|xong phòng 2
nay xong 2 cuộc họp|chuwa xong vieejc 7|việc 5 cơ bản xong|việc 8 mới xong dự thảo|cố gắng tuần sau xong việc 4|xong bài|ăn xong rồi
việc 12 chưa xong, em bấm nhầm|hạn việc 10 là 5/12|4 giờ họp ở phòng 2|cách báo xong việc 7|làm sao để báo xong?|đã nhận việc 7""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize("context", ["direct", "group"])
@pytest.mark.parametrize("text", NEVER_DONE)
def test_what_is_not_finished_is_never_done(text: str, context: str) -> None:
    assert all(act.intent is not Intent.done for act in read(text, context=context).acts)


@pytest.mark.parametrize(
    "text", ["xong", "xong rồi", "duyệt", "ok duyệt", "5 xong", "xong hết rồi về thôi", "12 người đăng ký đi"]
)
def test_group_talk_without_a_named_task_changes_nothing(text: str) -> None:
    assert not {act.intent for act in read(text, "office_head", "group").acts} & CHANGES


@pytest.mark.parametrize(
    ("text", "role", "intents"),
    [
        ("việc 7 100%", "staff", {Intent.progress, Intent.done}),
        ("nhầm, xong 8 chứ không phải 7", "staff", {Intent.done}),
        ("duyệt 4 nhưng phải bổ sung", "office_head", {Intent.approve, Intent.reject}),
        ("ok 17", "office_head", {Intent.approve, Intent.greeting_thanks}),
    ],
)
def test_two_possible_readings_are_asked_about(text: str, role: str, intents: set[Intent]) -> None:
    understood = read(text, role)
    assert not understood.sure
    assert {reading.intent for reading in understood.readings} == intents


@pytest.mark.parametrize("text", ["việc 12 để em xem", "việc 99999 gì đó"])
def test_work_words_nobody_understands_are_not_sure(text: str) -> None:
    assert not {act.intent for act in read(text).acts} & CHANGES


@pytest.mark.parametrize(
    ("typed", "composed"), [("vie\u0302\u0323c 12 xong ro\u0302\u0300i", "việc 12 xong rồi"), ("XONG 12", "xong 12")]
)
def test_encoding_and_case_do_not_matter(typed: str, composed: str) -> None:
    assert told(read(typed)) == told(read(composed))


def test_reason_is_kept_as_typed_with_accents_and_case() -> None:
    act = read("trả 30 thiếu số liệu của Sở Nội vụ", "unit_head").acts[0]
    assert act.slots.reason == "thiếu số liệu của Sở Nội vụ"


def test_received_is_told_apart_from_thanks() -> None:
    assert read("em đã nhận việc 5").acts[0].slots.received
    assert not read("cảm ơn em").acts[0].slots.received


def test_keeper_is_read_like_the_head_of_office() -> None:
    assert told(read("gia hạn việc 12 đến 5/12", "keeper")) == told(read("gia hạn việc 12 đến 5/12", "office_head"))


def test_batch_prints_one_object_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch = tmp_path / "messages.jsonl"
    batch.write_text(
        '\ufeff{"text":"xong 7","role":"staff","context":"direct","on":"2025-11-20"}\n\n', encoding="utf-8"
    )
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    assert command.run(parser.parse_args(["--batch", str(batch)])) == 0
    out = json.loads(capsys.readouterr().out)
    assert out == {
        "intent": "done",
        "slots": {"task_ids": [7]},
        "sure": True,
        "readings": [],
        "acts": [{"intent": "done", "slots": {"task_ids": [7]}}],
    }
