"""What was measured, beside its target, its floor and its peer: one table, and `build/bench.json`."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

BUILD = Path(__file__).parents[2] / "build"


@dataclass(frozen=True)
class Figure:
    """One line of `build/bench.json`. ratio_floor, ratio_peer: the value by the floor's, by the peer's."""

    name: str
    value: float
    unit: str
    target: float | None = None
    met: bool | None = None
    floor: float | None = None
    peer: float | None = None
    ratio_floor: float | None = None
    ratio_peer: float | None = None


class Figures:
    """Collects figures of one run; those of other files in an earlier run are kept."""

    def __init__(self, path: Path = BUILD / "bench.json") -> None:
        self._path = path
        self.taken: list[Figure] = []

    def add(
        self,
        name: str,
        value: float,
        unit: str,
        *,
        at_most: float | None = None,
        at_least: float | None = None,
        floor: float | None = None,
        peer: float | None = None,
        ratio_at_most: float | None = None,
    ) -> Figure:
        """Take a figure. `ratio_at_most` is its target too: how often the floor it may be."""
        held = [
            *([value <= at_most] if at_most is not None else []),
            *([value >= at_least] if at_least is not None else []),
            *([value <= ratio_at_most * floor] if ratio_at_most is not None and floor else []),
        ]
        bound = at_most if at_most is not None else at_least
        if bound is None and ratio_at_most is not None and floor:
            bound = ratio_at_most * floor
        figure = Figure(
            name, _short(value), unit, None if bound is None else _short(bound), all(held) if held else None,
            None if floor is None else _short(floor), None if peer is None else _short(peer),
            _short(value / floor) if floor else None, _short(value / peer) if peer else None,
        )  # fmt: skip
        self.taken.append(figure)
        return figure

    def write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        before = json.loads(self._path.read_text()) if self._path.exists() else []
        names = {figure.name for figure in self.taken}
        rows = [row for row in before if row["name"] not in names] + [asdict(figure) for figure in self.taken]
        self._path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")

    def table(self) -> str:
        head = (
            f"{'figure':<58}{'value':>12} {'unit':<9}{'target':>10}{'met':>5}{'floor':>10}{'×':>7}{'peer':>10}{'×':>8}"
        )
        return "\n".join([head, *(_line(figure) for figure in self.taken)])


def _line(figure: Figure) -> str:
    met = {True: "yes", False: "NO", None: ""}[figure.met]
    numbers = [f"{n:g}" if n is not None else "" for n in (figure.target, figure.floor, figure.ratio_floor)]
    peer = [f"{n:g}" if n is not None else "" for n in (figure.peer, figure.ratio_peer)]
    target, floor, times = numbers
    return (
        f"{figure.name:<58}{figure.value:>12g} {figure.unit:<9}{target:>10}{met:>5}{floor:>10}{times:>7}"
        f"{peer[0]:>10}{peer[1]:>8}"
    )


def _short(value: float) -> float:
    return float(f"{value:.4g}")
