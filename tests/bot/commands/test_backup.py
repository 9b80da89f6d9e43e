"""`nhacviec backup` and `restore` as typed: nothing is overwritten unasked, and what is replaced is kept."""

from pathlib import Path

import pytest
from sqlmodel import select

from jobs.clock import SystemClock
from storage.database import open_engine, transaction
from storage.models.organisation import Agency
from tests.bot.commands.shell import Shell
from tests.jobs.mornings import run_all


def names(path: str = "nhacviec.sqlite3") -> list[str]:
    engine = open_engine(f"sqlite:///{path}")
    with transaction(engine) as session:
        found = list(session.exec(select(Agency.name)))
    engine.dispose()
    return found


def test_an_office_is_saved_and_moved_to_another_machine(
    office: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = office.type("backup", "luu.nhacviec")
    assert code == 0 and "Khi cần: nhacviec restore luu.nhacviec" in said
    assert office.type("backup", "luu.nhacviec")[0] == 2 and office.type("backup", "luu.nhacviec", "--replace")[0] == 0
    assert "Hãy tạo thư mục" in office.type("backup", "khong/co/luu")[1]

    monkeypatch.setenv("DATABASE_URL", "sqlite:///moi.sqlite3")
    code, said = office.type("restore", "luu.nhacviec")
    assert code == 0 and "Đã khôi phục từ luu.nhacviec: 1 cơ quan, 3 người, 0 kế hoạch, 0 nhiệm vụ (" in said
    assert "tin đang chờ" not in said and "Chạy lại: nhacviec run; kiểm tra: nhacviec doctor" in said
    assert names("moi.sqlite3") == ["UBND phường Ba Ngòi"]

    engine = open_engine("sqlite:///moi.sqlite3")
    with transaction(engine) as session:
        session.exec(select(Agency)).one().name = "Tên mới"
    refused = office.type("restore", "luu.nhacviec")[1]
    assert "dữ liệu của Tên mới" in refused and "thêm --replace" in refused and names("moi.sqlite3") == ["Tên mới"]
    run_all(engine, SystemClock())
    assert "đang chạy" in office.type("restore", "luu.nhacviec", "--replace")[1]
    with transaction(engine) as session:
        session.connection().exec_driver_sql("DELETE FROM tick")
    engine.dispose()
    code, said = office.type("restore", "luu.nhacviec", "--replace")
    (kept,) = tmp_path.glob("truoc-khoi-phuc-*")
    assert code == 0 and kept.name in said
    assert names("moi.sqlite3") == ["UBND phường Ba Ngòi"] and names(kept.name) == ["Tên mới"]
    Path("hong").write_text("x")
    assert "không phải tệp sao lưu" in office.type("restore", "hong", "--replace")[1]
