"""`make messages`: collect the texts of the code into messages.pot and bring the English catalog up to date."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "locales" / "messages.pot"
ENGLISH = ROOT / "locales" / "en" / "LC_MESSAGES" / "messages.po"
KEYWORDS = {"_": None, "plural": (1, 2)}


def collected() -> Catalog:
    """Every text of bot and jobs, with the files it stands in."""
    catalog = Catalog(project="nhacviec", charset="utf-8")
    for package in ("bot", "jobs"):
        method_map = [("**.py", "python")]
        for name, _line, message, _comments, _context in extract_from_dir(
            str(ROOT / package), method_map, keywords=KEYWORDS
        ):
            catalog.add(message, None, [(f"{package}/{name}", 0)])
    return catalog


def as_bytes(catalog: Catalog) -> bytes:
    """A catalog as it is kept: sorted, without dates or line numbers, so that it changes only with the texts."""
    buffer = BytesIO()
    write_po(buffer, catalog, sort_output=True, omit_header=True, include_lineno=False, width=118)
    return buffer.getvalue()


def main() -> None:
    catalog = collected()
    TEMPLATE.write_bytes(as_bytes(catalog))
    english = read_english()
    english.update(catalog, no_fuzzy_matching=True)
    english.obsolete.clear()
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    ENGLISH.write_bytes(as_bytes(english))


def read_english() -> Catalog:
    """The English catalog, or an empty one."""
    if not ENGLISH.exists():
        return Catalog(locale="en", charset="utf-8")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


if __name__ == "__main__":
    main()
