"""The demo ward's rows laid out again as other offices would."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.rules.plans.offices.paper import Paper, workbook

Line = dict[str, Any]


def two_columns(line: Line) -> str:
    raise NotImplementedError  # the layout has a column for each


def labelled(line: Line) -> str:
    parts = [("Chủ trì", line["lead"]), ("Phối hợp", line["coordinate"])]
    return "; ".join(f"{label}: {', '.join(units)}" for label, units in parts if units)


def sentence(line: Line) -> str:
    if not line["lead"]:
        return ""
    helpers = f", phối hợp với {', '.join(line['coordinate'])} thực hiện" if line["coordinate"] else ""
    return f"{', '.join(line['lead'])} chủ trì{helpers}."


def bracketed(line: Line) -> str:
    helpers = f"; {', '.join(line['coordinate'])} (phối hợp)" if line["coordinate"] else ""
    return ", ".join(f"{unit} (chủ trì)" for unit in line["lead"]) + helpers


def dashed(line: Line) -> str:
    parts = [(line["lead"], "chủ trì"), (line["coordinate"], "phối hợp")]
    return "\n".join(f"- {', '.join(units)} {does}" for units, does in parts if units)


@dataclass(frozen=True)
class Layout:
    """`columns`: (what, header) from left to right; `sections`: across, inside or cells; `cut`: rows of one table."""

    columns: tuple[tuple[str, str], ...]
    who: Callable[[Line], str] = two_columns
    sections: str = "across"
    cut: int = 0
    header_again: bool = False
    numbered_columns: bool = False
    typed: Callable[[str], str] = str
    excel: bool = False


def laid_out(right: dict[str, Any], layout: Layout) -> bytes:
    rows = [[layout.typed(cell) for cell in row] for row in _rows(right["tasks"], layout)]
    header = [[name for _, name in layout.columns]]
    if layout.numbered_columns:
        header.append([f"({n})" for n in range(1, len(layout.columns) + 1)])
    if layout.excel:
        wide = ["<"] * (len(layout.columns) - 1)
        return workbook(("Phụ lục", [["KẾ HOẠCH", *wide], [right["title"], *wide], *header, *rows]))
    paper = Paper("ỦY BAN NHÂN DÂN\nPHƯỜNG BA NGÒI", "Ba Ngòi, ngày   tháng 9 năm 2025", "Số:    /KH-UBND")
    paper.say("KẾ HOẠCH", right["title"], "Ủy ban nhân dân phường Ba Ngòi ban hành Kế hoạch như sau:")
    size = layout.cut or len(rows)
    for at in range(0, len(rows), size):
        paper.table([*(header if at == 0 or layout.header_again else []), *rows[at : at + size]])
    return paper.as_bytes()


def _rows(tasks: Sequence[Line], layout: Layout) -> list[list[str]]:
    rows: list[list[str]] = []
    open_sections: list[tuple[str, str]] = []
    for task in tasks:
        labels = task["code"].split(".")
        sections = list(zip(labels, task["section"], strict=False))
        for depth, section in enumerate(sections):
            if open_sections[depth : depth + 1] != [section]:
                open_sections = [*open_sections[:depth], section]
                rows.append(_section(*section, layout))
        open_sections = open_sections[: len(sections)]
        own = labels[len(sections) :]
        dotted = [sections[-1][0], *own] if sections[-1][0].isdigit() else own
        rows.append(_row(task, ".".join(dotted), layout))
        rows += [_row(line, "", layout) for line in task.get("sub_tasks", [])]
    return rows


def _section(label: str, text: str, layout: Layout) -> list[str]:
    places = [what for what, _ in layout.columns]
    if layout.sections == "cells":
        return [{"number": label, "title": text}.get(what, "") for what in places]
    if layout.sections == "across" and places[0] == "number":
        return [label, text, *["<"] * (len(places) - 2)]
    return [f"{label}. {text}", *["<"] * (len(places) - 1)]


def _row(line: Line, label: str, layout: Layout) -> list[str]:
    cells = {
        "number": lambda: label,
        "title": lambda: line["title"],
        "lead": lambda: ", ".join(line["lead"]),
        "coordinate": lambda: "; ".join(line["coordinate"]),
        "who": lambda: layout.who(line),
        "deadline": lambda: line["deadline_text"],
        "product": lambda: line["product"],
    }
    return [cells[what]() for what, _ in layout.columns]


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def hard_spaces(text: str) -> str:
    return text.replace(" ", "\xa0")
