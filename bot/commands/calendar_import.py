"""`nhacviec calendar import FILE`: days off and worked weekends from a table; all of it or nothing."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from bot.commands.office import open_office
from bot.commands.plan_file import file_bytes, readable
from bot.commands.stopped import CannotGoOn
from jobs.calendar import DayWanted, set_days
from jobs.rules.calendar_rows import BrokenRow, day_rows
from storage.documents.reader import read_document
from storage.raw_document import Cell, Paragraph, RawDocument, Row

_WRONG = {
    "day": "ngày “{text}” chưa rõ; hãy ghi như 02/01/2026",
    "kind": "loại “{text}” chưa rõ; hãy ghi nghỉ hoặc làm bù",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, help="tệp .csv, .xlsx hoặc .ods có ba cột: ngày, loại (nghỉ, làm bù), ghi chú"
    )


def run(args: argparse.Namespace) -> int:
    with readable():
        return _import(args.file)


def _import(path: Path) -> int:
    found = day_rows(_rows(read_document(file_bytes(path), path.name)))
    if broken := [row for row in found if isinstance(row, BrokenRow)]:
        lines = [f"- {row.place}: {_WRONG[row.what].format(text=row.text)}" for row in broken]
        raise CannotGoOn("\n".join(["Có dòng chưa rõ nên em chưa ghi ngày nào:", *lines]))
    wanted = [DayWanted(row.day, row.working, row.note) for row in found if not isinstance(row, BrokenRow)]
    if not wanted:
        raise CannotGoOn("Không thấy ngày nào trong tệp. Tệp cần ba cột: ngày, loại (nghỉ, làm bù), ghi chú.")
    with open_office() as session:
        changed = set_days(session, wanted)
    print(f"Đã ghi {len(changed)} ngày; {len(wanted) - len(changed)} ngày vốn đã như vậy.")
    return 0


def _rows(document: RawDocument) -> Iterator[Row]:
    """Rows of two columns are no table to the reader of files; their day stands first all the same."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            day, _, rest = block.text.partition(" ")
            if day[:1].isdigit():
                yield Row((Cell(day, 0), Cell(rest.strip(" |;,"), 1)), block.place)
        else:
            yield from block.rows
