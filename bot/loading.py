"""How a process loads its modules: without looking for garbage meanwhile, and without what it never uses."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """No collection while modules load (a fifth of a start), and none of what they hold later on."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def without(*optional: str) -> Iterator[None]:
    """Packages that a library uses where it finds them are not found; those loaded before stay."""
    hidden = [name for name in optional if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None: as if it were not installed
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
