"""One table: what reading a file costs beside the library alone on the same bytes, each in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figures
from tests.benchmarks.printed_table import printed_table
from tests.documents.office_files import odt_holding, sheet_of

pytestmark = pytest.mark.bench

MB = 1024
_MEASURE = """
import json, resource, sys, time
from pathlib import Path
{imports}
data = Path(sys.argv[1]).read_bytes()
start = time.process_time()
{work}
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
child = used[1].ru_utime + used[1].ru_stime
print(json.dumps([time.process_time() - start + child, max(one.ru_maxrss for one in used)]))
"""
_OURS = "from storage.documents.reader import read_document"
_TASKS = """
from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
import storage.documents.docx, storage.documents.xlsx, storage.documents.odt, storage.documents.pdf
"""
_READ = "document = read_document(data, sys.argv[1])"
_ALONE = {
    "docx": (
        "from docx import Document\nfrom io import BytesIO",
        "[cell.text for table in Document(BytesIO(data)).tables for row in table.rows for cell in row.cells]",
    ),
    "xlsx": (
        "from openpyxl import load_workbook\nfrom io import BytesIO",
        "[row for sheet in load_workbook(BytesIO(data)) for row in sheet.iter_rows(values_only=True)]",
    ),
    "pdf": (
        "import pdfplumber\nfrom io import BytesIO",
        "[page.extract_tables() for page in pdfplumber.open(BytesIO(data)).pages]",
    ),
}


def rows(number: int) -> list[tuple[object, ...]]:
    tasks = [
        (n, f"Báo cáo kết quả thực hiện nhiệm vụ số {n}", "Trong năm 2026", "Văn phòng", "Báo cáo")
        for n in range(1, number + 1)
    ]
    return [("TT", "Nhiệm vụ", "Thời gian", "Chủ trì", "Sản phẩm"), *tasks]


def odt_table(number: int) -> bytes:
    def row(cells: tuple[object, ...]) -> str:
        inner = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    return odt_holding(f"<table:table table:name='a'>{''.join(map(row, rows(number)))}</table:table>")


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "DOCX, a plan of 61 rows": ("docx", lambda: files("bot.demo_data").joinpath("plan-002.docx").read_bytes()),
    "XLSX of 2,000 rows": ("xlsx", lambda: sheet_of(*rows(2000))),
    "ODT of 200 rows": ("odt", lambda: odt_table(200)),
    "PDF of 20 pages": ("pdf", lambda: printed_table(20)),
}
MOST_SECONDS = {"XLSX of 2,000 rows": 3.0, "PDF of 20 pages": 5.0}


def cost(path: Path, imports: str, work: str) -> tuple[float, float]:
    """(seconds of computing, peak memory in MB) of a new process; its imports are not counted in the seconds."""
    command = [sys.executable, "-c", _MEASURE.format(imports=imports, work=work), str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory / MB


def test_what_reading_a_file_costs(figures: Figures, tmp_path: Path) -> None:
    for name, (kind, make) in FILES.items():
        path = tmp_path / f"tep.{kind}"
        path.write_bytes(make())
        raw, _ = cost(path, _OURS + _TASKS, _READ)
        whole, peak = cost(path, _OURS + _TASKS, f"{_READ}\nread_plan(document, on=None, calendar=WEEKENDS_ONLY)")
        alone = cost(path, *_ALONE[kind])[0] if kind in _ALONE else None
        figures.add(f"rows of {name}", raw, "s", floor=alone)
        figures.add(f"tasks of {name}", whole, "s", at_most=MOST_SECONDS.get(name, 5.0), floor=alone, ratio_at_most=8.0)
        figures.add(f"peak memory of it, {name}", peak, "MB", at_most=400)
