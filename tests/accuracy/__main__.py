"""python -m tests.accuracy [FOLDER]

Scores every plan file in FOLDER and below that has its right reading beside it (`X.docx` with `X.json` or `expected-X.json`;
`plan-002.pdf` with `expected-002.json`), and the phrases of a `deadlines.json`. Without FOLDER: the plans and phrases of the tests
and the demo. Prints what is wrong file by file and a table by kind of file; ends with 1 when a target is not reached.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents.errors import UnreadableFile
from storage.documents.reader import read_document
from tests.accuracy.phrases import score_phrases
from tests.accuracy.score import Score, score
from tests.accuracy.table import KINDS, ONLY_TABLES, PHRASES, Line, printed

PRODUCT = Path(__file__).parents[2]
OWN = (PRODUCT / "tests" / "data", PRODUCT / "bot" / "demo_data")
OWN_READINGS = OWN[0] / "plans"
PHRASE_FILES = ("deadlines.json", "deadline_phrases.json")
NOTHING: dict[str, Any] = {name: [] for name in ("tasks", "indicators", "duties_in_prose", "recurring")}
NOTHING |= dict.fromkeys(("title", "number", "issuer", "year", "signer", "stated_total"))


def plans_in(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """Kind, file and right reading of every plan file that has one."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in KINDS and path.is_file():
            right = next((one for one in _readings(path) if one.is_file()), None)
            if right is not None:
                yield KINDS[path.suffix.lower()], path, right


def _readings(path: Path) -> Iterator[Path]:
    names = dict.fromkeys((path.stem, path.stem.removeprefix("plan-")))
    yield path.with_suffix(".json")
    for folder in [path.parent, OWN_READINGS] if path.parent in OWN else [path.parent]:
        yield from (folder / f"expected-{name}.json" for name in names)


def phrases_in(folder: Path) -> Iterator[Path]:
    return (path for name in PHRASE_FILES for path in sorted(folder.rglob(name)))


def right_of(path: Path, kind: str) -> Any:
    """The right readings a file holds; None, with a word about it, where it holds something else."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        found = None
    if isinstance(found, list) if kind == PHRASES else isinstance(found, dict) and "tasks" in found:
        return found
    print(f"{path}: left out, it is not a right reading in JSON (a plan's as `plan read --json` prints it)")
    return None


def score_file(path: Path, right: dict[str, Any], kind: str) -> Score:
    """A file that cannot be read has everything missing."""
    try:
        document = read_document(path.read_bytes(), path.name)
    except UnreadableFile as error:
        found = score(NOTHING, right, kind in ONLY_TABLES)
        found.wrong.insert(0, f"cannot be read: {error.reason}")
        return found
    return score(read_plan(document, on=None, calendar=WEEKENDS_ONLY).as_json(), right, kind in ONLY_TABLES)


def main(*folders: Path) -> int:
    plans = [plan for folder in folders for plan in plans_in(folder)]
    phrases = [(PHRASES, path, path) for folder in folders for path in phrases_in(folder)]
    lines: dict[str, Line] = {}
    for kind, path, reading in (*plans, *phrases):
        right = right_of(reading, kind)
        if right is None:
            continue
        began = time.perf_counter()
        found = score_phrases(right) if kind == PHRASES else score_file(path, right, kind)
        lines.setdefault(kind, Line(kind)).add(found, time.perf_counter() - began)
        print(f"{path.name}: rows {found.rows_right}/{found.rows}, fields {found.fields_right}/{found.fields}")
        print(*(f"  {line}\n" for line in found.wrong), sep="", end="")
    return _told(list(lines.values()), folders)


def _told(lines: list[Line], folders: tuple[Path, ...]) -> int:
    if not lines:
        where = ", ".join(str(folder) for folder in folders)
        print(f"Nothing to score in {where}: put X.json or expected-X.json beside a plan X.docx, or a deadlines.json.")
        return 1
    print("", *printed(lines), sep="\n")
    missed = [f"{line.kind}: {what}" for line in lines for what in line.missed()]
    print(*(missed or ["Every target is reached."]), sep="\n")
    return min(len(missed), 1)


if __name__ == "__main__":
    sys.exit(main(*(map(Path, sys.argv[1:]) if len(sys.argv) > 1 else OWN)))
