"""Word and Excel files of Office 97–2003, with a stand-in for LibreOffice that does what the test says."""

import os
import select
import sys
import time
from pathlib import Path

import pytest

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.old_doc import converted
from tests.documents.office_files import docx_of, paragraphs, read, rows, sheet_of

DOC, XLS = (
    bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + n.encode("utf-16-le") for n in ("WordDocument", "Workbook")
)
NEW = {
    "docx": docx_of(lambda document: document.add_paragraph("Kế hoạch")),
    "xlsx": sheet_of(("TT", "Nhiệm vụ", "Hạn")),
}

CONVERTS = """
import pathlib, sys
options = dict(zip(sys.argv, sys.argv[1:]))
source, kind = pathlib.Path(sys.argv[-1]), options["--convert-to"]
made = pathlib.Path(options["--outdir"], source.stem + "." + kind)
made.write_bytes(pathlib.Path("{folder}", "new." + kind).read_bytes())
pathlib.Path("{folder}", "asked").write_text("|".join([*sys.argv[1:], source.read_bytes().hex()]))
"""
WRITES_NOTHING = "import sys; sys.exit(0)"
HANGS = """
import os
os.execv("/bin/sh", ["sh", "-c", "/bin/sleep 60 & echo $! > {folder}/child; wait"])
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Installs a program that is found as `soffice`; none until it is called."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for kind, data in NEW.items():
        (tmp_path / f"new.{kind}").write_bytes(data)

    def install(program: str) -> Path:
        file = tmp_path / "soffice"
        file.write_text(f"#!{sys.executable}\n{program.replace('{folder}', str(tmp_path))}")
        file.chmod(0o755)
        return tmp_path

    return install


@pytest.mark.parametrize("data", [DOC, XLS])
def test_without_libreoffice_the_sender_is_asked_to_save_anew(office, data: bytes) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(data, "cu.doc")
    assert raised.value.reason is Reason.OLD_FORMAT


def test_with_libreoffice_they_are_read_like_new_ones(office) -> None:
    office(CONVERTS)
    assert paragraphs(DOC) == ["Kế hoạch"]
    assert rows(XLS) == [["TT", "Nhiệm vụ", "Hạn"]]


def test_libreoffice_works_in_a_folder_and_profile_of_its_own(office) -> None:
    folder = office(CONVERTS)
    read(DOC)
    *options, source, held = (folder / "asked").read_text().split("|")
    assert bytes.fromhex(held) == DOC
    assert {"--headless", "--infilter=MS Word 97"} < set(options)
    assert options[0].startswith("-env:UserInstallation=file:///")
    used = Path(source).parent
    assert str(used) in options[0]
    assert not used.exists()


def test_a_file_that_libreoffice_cannot_open_either(office) -> None:
    office(WRITES_NOTHING)
    with pytest.raises(UnreadableFile) as raised:
        read(DOC)
    assert raised.value.reason is Reason.OLD_FORMAT


def test_a_conversion_that_hangs_is_ended_with_all_it_started(office) -> None:
    folder = office(HANGS)
    start = time.monotonic()
    with pytest.raises(UnreadableFile) as raised:
        converted(DOC, "doc", seconds=2)
    assert raised.value.reason is Reason.OLD_FORMAT
    assert time.monotonic() - start < 10
    assert is_over(int((folder / "child").read_text()), within=10)


def is_over(pid: int, within: float) -> bool:
    """Whether a process ends in so many seconds; the system takes its time over a kill."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], within)[0])
    finally:
        os.close(handle)
