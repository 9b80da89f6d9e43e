"""What is drawn on a PDF page to the lines of its tables: pieces and dots of one line joined."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import fmean
from typing import Any, NamedTuple

from storage.documents.pdf_text import turned

_THIN = 3.0  # points; a filled box thicker than this is shading, no line
_SNAP, _JOIN = 2.0, 4.0
_SHORTEST = 8.0
_MAX_EDGES = 20_000


class Edge(NamedTuple):
    """A line at `at` (x of a vertical one, y of a horizontal one) from `start` to `end`, in points from the top left."""

    at: float
    start: float
    end: float


def edges_of(page: Any, turn: int) -> tuple[list[Edge], list[Edge]]:
    """(vertical, horizontal) lines of the page, pieces and dots of one line joined; none for a page that is a drawing."""
    boxes = [box for drawn in (*page.lines, *page.rects, *page.curves) if _is_seen(drawn) for box in _thin_boxes(drawn)]
    if len(boxes) > _MAX_EDGES:
        return [], []
    upright: list[Edge] = []
    level: list[Edge] = []
    for x0, x1, top, bottom in (turned(box, turn, page) for box in boxes):
        if x1 - x0 <= _THIN:
            upright.append(Edge((x0 + x1) / 2, top, bottom))
        if bottom - top <= _THIN:
            level.append(Edge((top + bottom) / 2, x0, x1))
    return _joined(upright), _joined(level)


def _thin_boxes(drawn: dict[str, Any]) -> Iterator[tuple[float, float, float, float]]:
    """What is drawn as (x0, x1, top, bottom) boxes thin enough to be lines: itself, or its sides."""
    x0, x1, top, bottom = (float(drawn[side]) for side in ("x0", "x1", "top", "bottom"))
    if min(x1 - x0, bottom - top) <= _THIN:
        yield x0, x1, top, bottom
    elif drawn["stroke"] and drawn["object_type"] == "rect":
        yield from ((x0, x0, top, bottom), (x1, x1, top, bottom), (x0, x1, top, top), (x0, x1, bottom, bottom))
    elif drawn["stroke"]:
        for (ax, ay), (bx, by) in pairwise(drawn["pts"]):
            if min(abs(ax - bx), abs(ay - by)) <= _THIN:
                yield min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)


def _is_seen(drawn: dict[str, Any]) -> bool:
    """Not white; colours are shares of grey, red-green-blue or (reversed) cyan-magenta-yellow-black."""
    colour = drawn["stroking_color"] if drawn["stroke"] else drawn["non_stroking_color"]
    if not isinstance(colour, tuple) or not all(isinstance(part, int | float) for part in colour):
        return True
    white = 0.0 if len(colour) == 4 else 1.0
    return not colour or any(abs(part - white) > 0.02 for part in colour)


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """Edges that lie on one line and touch, as one. Dots are put in rows before rows are compared."""
    long = [edge for edge in _runs(edges, 0.5) if edge.end - edge.start >= _SHORTEST]
    return list(_runs(long, _SNAP))


def _runs(edges: Iterable[Edge], apart: float) -> Iterator[Edge]:
    lines: list[list[Edge]] = []
    for edge in sorted(edges):
        if lines and edge.at - lines[-1][-1].at <= apart:
            lines[-1].append(edge)
        else:
            lines.append([edge])
    for line in lines:
        at = fmean(edge.at for edge in line)
        first, *others = sorted(line, key=lambda edge: edge.start)
        start, end = first.start, first.end
        for edge in others:
            if edge.start > end + _JOIN:
                yield Edge(at, start, end)
                start = edge.start
            end = max(end, edge.end)
        yield Edge(at, start, end)
