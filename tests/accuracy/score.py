"""One reading of a plan against the right one.

Texts are compared after NFC without white space, bullets and the blanks inside quotation marks; `accept` lists other right readings.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

FIELDS = ("section", "title", "deadline_text", "product", "responsible_text", "heading", "number_printed", "counted_as")
INDICATOR_FIELDS = ("group", "name", "target_text", "target_percent", "basis_text", "responsible_text")


@dataclass
class Score:
    """`rows`: lines of the tables, indicators and the `extra` ones that the plan has not among them. `invented`: dates
    read where none is said. A line that is missing has all its fields wrong."""

    rows: int = 0
    rows_right: int = 0
    fields: int = 0
    fields_right: int = 0
    extra: int = 0
    indicators: int = 0
    indicators_right: int = 0
    dated_prose: int = 0
    dated_prose_right: int = 0
    invented: int = 0
    wrong: list[str] = field(default_factory=list)

    def check(self, where: str, got: object, expected: object, right: bool | None = None) -> bool:
        right = got == expected if right is None else right
        self.fields += 1
        self.fields_right += right
        if not right:
            self.wrong.append(f"{where}: {got!r} != {expected!r}")
        return right

    def missing(self, where: str, fields: int) -> None:
        self.fields += fields
        self.wrong.append(f"{where}: missing")

    def beyond(self, found: Iterable[str], wanted: Iterable[str]) -> None:
        more = sorted(set(found) - set(wanted))
        self.extra += len(more)
        self.rows += len(more)
        self.wrong += [f"{code}: not in the plan" for code in more]


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
    _score_indicators(result, got["indicators"], expected.get("indicators") or [], names)
    total = expected.get("stated_total")
    result.check("stated_total", (got["stated_total"] or {}).get("n"), (total or {}).get("n"))
    if not only_tables:
        _score_head(result, got, expected)
        for name in ("duties_in_prose", "recurring"):
            _score_texts(result, name, got[name], expected.get(name) or [])
    return result


def _score_head(result: Score, got: dict[str, Any], expected: dict[str, Any]) -> None:
    for name in ("title", "number", "issuer", "year"):
        if name in expected:
            result.check(name, plain(got[name]), plain(expected[name]))
    for name in ("name", "title"):
        if name in (expected.get("signer") or {}):
            result.check(f"signer.{name}", (got["signer"] or {}).get(name), expected["signer"][name])


def _flat(tasks: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {line["code"]: line for task in tasks for line in (task, *task.get("sub_tasks", []))}


def _score_rows(
    result: Score, got: list[dict[str, Any]], expected: list[dict[str, Any]], names: dict[str, str]
) -> None:
    found, wanted = _flat(got), _flat(expected)
    result.check("codes in order", list(found), list(wanted))
    result.beyond(found, wanted)
    for code, right in wanted.items():
        result.rows += 1
        line, named = found.get(code), [name for name in FIELDS if name in right]
        if line is None:
            result.missing(code, len(named) + 2)
            continue
        checks = [result.check(f"{code}.{name}", plain(line.get(name)), plain(right[name])) for name in named]
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
    says_a_date = bool(right and (right.get("due") or right.get("milestones")))
    result.invented += not says_a_date and bool((got or {}).get("due"))
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
    result.beyond(found, [line["code"] for line in expected])
    for right in expected:
        result.rows += 1
        result.indicators += 1
        line, named = found.get(right["code"]), [name for name in INDICATOR_FIELDS if name in right]
        if line is None:
            result.missing(right["code"], len(named) + 1)
            continue
        checks = [result.check(f"{right['code']}.{name}", plain(line[name]), plain(right[name])) for name in named]
        checks.append(_parties(result, right["code"], line, right, names))
        result.rows_right += all(checks)
        result.indicators_right += all(checks)


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
        dated = bool((right.get("deadline") or {}).get("due"))
        result.dated_prose += dated
        if match is None:
            continue
        if "deadline" in right:
            fits = _deadline(result, f"{name} {right['text'][:30]}", match["deadline"], right["deadline"])
            result.dated_prose_right += dated and fits
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
