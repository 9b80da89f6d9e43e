"""What the readers of Word files ask of an element."""

from functools import cache
from typing import Any

from docx.oxml.ns import qn

tag = cache(qn)


def child(element: Any, name: str) -> Any:
    """The first child of this name, such as "w:pPr", or None; `element` may be None itself."""
    return next(element.iterchildren(tag(name)), None) if element is not None else None


def value(element: Any, name: str, default: str = "") -> str:
    """What the child of this name says in its "w:val"; `default` where there is none."""
    found = child(element, name)
    return str(found.get(tag("w:val"), default)) if found is not None else default


def number(element: Any, name: str, default: int, highest: int) -> int:
    """The same as a number from 0 to `highest`."""
    said = value(element, name)
    return min(int(said), highest) if said.isdecimal() else default


def is_on(element: Any, name: str) -> bool:
    """A switch that is there is on, unless it says otherwise."""
    return value(element, name, "1" if child(element, name) is not None else "0") not in ("0", "false", "off")
