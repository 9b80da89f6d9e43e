"""The demo's offices are built once and kept for the next start, until the code or the demo's plans change."""

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from storage.database import open_engine

_ROOT = Path(__file__).parents[2]
_PACKAGES = ("bot", "jobs", "storage", "locales")
_SOURCES = {".py", ".docx", ".po"}


def lay_out(path: Path) -> None:
    """Put the demo as it opens at `path`: a copy of what an earlier start built, or built now."""
    kept = _folder() / f"demo-{_fingerprint()}.sqlite3"
    if kept.exists():
        shutil.copy(kept, path)
        return
    _build(path)
    with suppress(OSError):  # a start that can keep nothing is only slower
        _keep(path, kept)


def _build(path: Path) -> None:
    # Reading plans and migrating take most of a start, and of what it loads.
    from bot.demo.build import build
    from storage.migrate import migrate

    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    build(engine)
    engine.dispose()  # its log goes into the file


def _keep(path: Path, kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    for older in kept.parent.glob("demo-*"):
        older.unlink()
    half = kept.with_suffix(f".{os.getpid()}")
    shutil.copy(path, half)
    half.replace(kept)


def _folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nhacviec"


def _fingerprint() -> str:
    """Of every source file's name, size and time of change."""
    seen = hashlib.sha256()
    for package in _PACKAGES:
        for file in sorted((_ROOT / package).rglob("*")):
            if file.suffix in _SOURCES:
                stat = file.stat()
                seen.update(f"{file} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return seen.hexdigest()[:16]
