"""What a call of the Bot API must look like, from a reduced copy of the public reference."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[1] / "data" / "telegram_bot_api.json"


@cache
def _schema() -> dict[str, Any]:
    return json.loads(_FILE.read_text(encoding="utf-8"))


def decode(method: str, fields: dict[str, str]) -> dict[str, Any]:
    """Form fields as values: everything but plain text travels as JSON."""
    known = _schema()["methods"].get(method, {})
    return {name: _decoded(known.get(name, {}).get("type", "String"), text) for name, text in fields.items()}


def _decoded(kind: str, text: str) -> Any:
    if kind == "String":
        return text
    if kind == "Integer or String":
        return int(text) if re.fullmatch(r"-?\d+", text) else text
    try:
        return json.loads(text)
    except ValueError:
        return text


def violations(method: str, values: dict[str, Any]) -> list[str]:
    """Why the Bot API would refuse the call; empty when it is as documented."""
    fields = _schema()["methods"].get(method)
    return [f"{method}: unknown method"] if fields is None else _fields(method, fields, values)


def type_violations(name: str, value: Any) -> list[str]:
    """The same for an object of a type, for instance an Update that a fake made."""
    return _object(name, name, value)


def _fields(where: str, fields: dict[str, Any], values: dict[str, Any]) -> list[str]:
    found = [f"{where}.{name}: unknown" for name in values if name not in fields]
    for name, rule in fields.items():
        if name in values:
            found += _value(f"{where}.{name}", rule["type"], values[name]) or _limits(
                f"{where}.{name}", rule, values[name]
            )
        elif rule["required"]:
            found.append(f"{where}.{name}: missing")
    return found + _one_action(where, values)


def _value(where: str, kind: str, value: Any) -> list[str]:
    if " or " in kind:
        tried = [_value(where, one, value) for one in kind.split(" or ")]
        return [] if any(not found for found in tried) else min(tried, key=_nearness)
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: not a list"]
        return [v for i, item in enumerate(value) for v in _value(f"{where}[{i}]", kind[9:], item)]
    simple = {"Integer": int, "String": str, "Boolean": bool, "True": bool, "Float": (int, float)}.get(kind)
    if simple is None:
        return _object(where, kind, value)
    fits = isinstance(value, simple) and (kind in ("Boolean", "True") or not isinstance(value, bool))
    return [] if fits else [f"{where}: not {kind}"]


def _nearness(found: list[str]) -> bool:
    return any("not in the reduced copy" in violation for violation in found)


def _object(where: str, kind: str, value: Any) -> list[str]:
    fields = _schema()["types"].get(kind)
    if fields is None:
        return [f"{where}: {kind} is not in the reduced copy"]
    if not isinstance(value, dict):
        return [f"{where}: not a {kind}"]
    return _fields(where, fields, value) if fields else []


def _limits(where: str, rule: dict[str, Any], value: Any) -> list[str]:
    if not isinstance(value, str):
        return []
    found = []
    for unit, size in (("chars", len(value)), ("bytes", len(value.encode()))):
        if unit in rule and not rule[unit][0] <= size <= rule[unit][1]:
            found.append(f"{where}: {size} {unit}, allowed are {rule[unit]}")
    if "pattern" in rule and not re.search(rule["pattern"], value):
        found.append(f"{where}: does not match {rule['pattern']}")
    return found


def _one_action(where: str, values: dict[str, Any]) -> list[str]:
    """Stated in prose only: an inline button has exactly one action."""
    if "inline_keyboard" not in where:
        return []
    actions = [name for name in values if name not in ("text", "style", "icon_custom_emoji_id")]
    return [] if len(actions) == 1 else [f"{where}: {len(actions)} actions, must be one"]
