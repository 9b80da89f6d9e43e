"""Scores readings of plan files against right readings.

    python -m tests.accuracy FOLDER

scores every `plan-NNN.docx`, `.xlsx`, `.pdf` or `.txt` in FOLDER that has an `expected-NNN.json` beside it. Texts are compared after
NFC without white space, bullets and the blanks inside quotation marks; `accept` lists other right readings.
"""

import json
import re
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents.reader import read_document

FIELDS = ("section", "title", "deadline_text", "product", "responsible_text", "heading", "number_printed", "counted_as")


@dataclass
class Score:
    rows: int = 0
    rows_right: int = 0
    fields: int = 0
    fields_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def check(self, where: str, got: object, expected: object, right: bool | None = None) -> bool:
        right = got == expected if right is None else right
        self.fields += 1
        self.fields_right += right
        if not right:
            self.wrong.append(f"{where}: {got!r} != {expected!r}")
        return right


def plain(value: object) -> object:
    if isinstance(value, list):
        return [plain(item) for item in value]
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value)
    text = "".join(line.strip().removeprefix("-").removeprefix("•") for line in text.splitlines())
    return re.sub(r"\s|(?<=\s)-(?=\s)|-", "", text)


def unit_names(expected: dict[str, Any]) -> dict[str, str]:
    """Every variant of a unit's name to its one name."""
    names: dict[str, str] = {}
    for unit in expected.get("units") or []:
        if isinstance(unit, dict):
            names |= {_key(variant): _key(unit["name"]) for variant in (*unit["variants"], unit["name"])}
    return names


def _key(name: str) -> str:
    return str(plain(name)).lower().replace("–", "").replace("-", "").replace("oá", "óa").replace("&", "và")


def score(got: dict[str, Any], expected: dict[str, Any], only_tables: bool = False) -> Score:
    """`only_tables`: the file holds the annex alone, so its head and text say nothing."""
    result = Score()
    names = unit_names(expected)
    _score_rows(result, got["tasks"], expected["tasks"], names)
    _score_indicators(result, got["indicators"], expected["indicators"], names)
    total = expected.get("stated_total")
    result.check("stated_total", (got["stated_total"] or {}).get("n"), (total or {}).get("n"))
    if not only_tables:
        for name in ("title", "number", "issuer", "year"):
            result.check(name, plain(got[name]), plain(expected[name]))
        for name in ("name", "title"):
            result.check(f"signer.{name}", (got["signer"] or {}).get(name), expected["signer"][name])
        for name in ("duties_in_prose", "recurring"):
            _score_texts(result, name, got[name], expected[name])
    return result


def _flat(tasks: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {line["code"]: line for task in tasks for line in (task, *task.get("sub_tasks", []))}


def _score_rows(
    result: Score, got: list[dict[str, Any]], expected: list[dict[str, Any]], names: dict[str, str]
) -> None:
    found, wanted = _flat(got), _flat(expected)
    result.check("codes in order", list(found), list(wanted))
    for code, right in wanted.items():
        result.rows += 1
        line = found.get(code)
        if line is None:
            result.wrong.append(f"{code}: missing")
            continue
        checks = [
            result.check(f"{code}.{name}", plain(line.get(name)), plain(right[name]))
            for name in FIELDS
            if name in right
        ]
        checks.append(_parties(result, code, line, right, names))
        checks.append(_deadline(result, code, line["deadline"], right.get("deadline")))
        result.rows_right += all(checks)


def _parties(result: Score, code: str, line: dict[str, Any], right: dict[str, Any], names: dict[str, str]) -> bool:
    def known(units: list[str]) -> set[str]:
        return {names.get(_key(unit), _key(unit)) for unit in units}

    allowed = [right, *(right.get("accept") or [])]
    fits = any(
        known(line["lead"]) == known(one["lead"]) and known(line["coordinate"]) == known(one["coordinate"])
        for one in allowed
    )
    says = (line["lead"], line["coordinate"])
    return result.check(f"{code}.parties", says, (right["lead"], right["coordinate"]), fits)


def _deadline(result: Score, code: str, got: dict[str, Any] | None, right: dict[str, Any] | None) -> bool:
    fits = (got or {}).get("kind") == (right or {}).get("kind")
    for name in ("start", "due"):
        fits &= (got or {}).get(name) == (right or {}).get(name)
    if right and right.get("milestones"):
        fits &= [m["due"] for m in (got or {}).get("milestones", [])] == [m["due"] for m in right["milestones"]]
    return result.check(f"{code}.deadline", got, right, fits)


def _score_indicators(
    result: Score, got: list[dict[str, Any]], expected: list[dict[str, Any]], names: dict[str, str]
) -> None:
    found = {line["code"]: line for line in got}
    result.check("indicators", list(found), [line["code"] for line in expected])
    for right in expected:
        result.rows += 1
        line = found.get(right["code"])
        if line is None:
            continue
        checks = [
            result.check(f"{right['code']}.{name}", plain(line[name]), plain(right[name]))
            for name in ("group", "name", "target_text", "target_percent", "basis_text", "responsible_text")
        ]
        checks.append(_parties(result, right["code"], line, right, names))
        result.rows_right += all(checks)


def _score_texts(result: Score, name: str, got: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    """Required ones must be found, with the same date or rhythm; what is found beyond the list is shown as wrong."""
    left = list(got)
    for right in expected:
        match = next((line for line in left if _alike(line["text"], right["text"])), None)
        if match is not None:
            left.remove(match)
        elif not right.get("required", True):
            continue
        result.check(f"{name} found", match and match["text"][:60], right["text"][:80], match is not None)
        if match is None:
            continue
        if "deadline" in right:
            _deadline(result, f"{name} {right['text'][:30]}", match["deadline"], right["deadline"])
        else:
            says = (match["freq"], match["quota"], match["where"])
            result.check(f"{name} {right['text'][:30]}", says[:2], (right["freq"], right["quota"]))
        result.check(f"{name} unit {right['text'][:30]}", match["unit"], right["unit"], _same_unit(match, right))
    for line in left:
        result.wrong.append(f"{name} beyond: {line['text'][:90]}")


def _same_unit(got: dict[str, Any], right: dict[str, Any]) -> bool:
    return _key(got["unit"] or "") == _key(right["unit"] or "")


def _alike(one: str, other: str) -> bool:
    a, b = str(plain(one)).lower().rstrip(".;/"), str(plain(other)).lower().rstrip(".;/")
    return a in b or b in a


def main(folder: str) -> int:
    failed = 0
    for path in sorted(Path(folder).glob("plan-*.*")):
        right = path.with_name(f"expected-{path.stem.removeprefix('plan-')}.json")
        if path.suffix not in (".docx", ".xlsx", ".pdf", ".txt") or not right.exists():
            continue
        document = read_document(path.read_bytes(), path.name)
        got = read_plan(document, on=None, calendar=WEEKENDS_ONLY).as_json()
        result = score(got, json.loads(right.read_text(encoding="utf-8")), only_tables=path.suffix == ".xlsx")
        print(f"{path.name}: rows {result.rows_right}/{result.rows}, fields {result.fields_right}/{result.fields}")
        print(*(f"  {line}" for line in result.wrong), sep="\n")
        failed += result.rows_right != result.rows
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
