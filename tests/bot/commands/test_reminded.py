"""The ledger of a task's reminders from the shell, and as a page to print."""

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from sqlmodel import select

from storage.database import transaction
from storage.models.messages import Notice
from tests.bot.commands.shell import Shell
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import Ward


@ON_BOTH
def test_the_ledger_of_a_task_is_printed(
    ward: Ward, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    shell = Shell(capsys)
    ward.link("Lan", "Tâm", "Quân")
    duty_id = ward.give(7, "Tập huấn CCHC", "VHXH", to="Lan", due=date(2025, 10, 15))
    for day in ("14/10/2025", "15/10/2025", "16/10/2025"):
        morning_of(ward, day)
    with transaction(ward.engine) as session:  # as the sender notes what a message listed
        for notice in session.exec(select(Notice).where(Notice.staff_id == ward.staff["Lan"])):
            notice.about = [duty_id]
    code, said = shell.type("reminded", "7")
    assert code == 0 and said.splitlines()[:2] == ["SỔ NHẮC VIỆC 7", "Việc 7: Tập huấn CCHC"]
    assert " · 07h30 14/10/2025 · Nguyễn Thị Lan · Console · đã gửi · chưa" in said

    code, said = shell.type("reminded", "7", str(tmp_path / "so.docx"))
    page = Document(io.BytesIO((tmp_path / "so.docx").read_bytes()))
    cells = [[cell.text for cell in row.cells] for row in page.tables[0].rows]
    assert code == 0 and f"{len(cells) - 1} lần nhắc" in said
    assert cells[0] == ["STT", "Thời điểm", "Người nhận", "Kênh", "Kết quả", "Trả lời"]
    assert ["1", "07h30 14/10/2025", "Nguyễn Thị Lan", "Console", "đã gửi", "chưa"] in cells
    assert page.paragraphs[0].text == "UBND phường Ba Ngòi"

    assert shell.type("reminded", "99") == (
        2,
        "Không thấy việc 99. Số việc có trong tin nhắc và trong tệp rà soát.\n",
    )
    code, said = shell.type("reminded", "7", str(tmp_path / "no" / "so.docx"))
    assert code == 2 and "Hãy chọn chỗ khác" in said
