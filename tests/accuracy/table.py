"""What was scored, summed by kind of file beside the targets of the product."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from tests.accuracy.score import Score

PHRASES = "phrases"
KINDS = {
    ".docx": "DOCX", ".doc": "DOCX", ".xlsx": "XLSX", ".xls": "XLSX", ".pdf": "PDF", ".txt": "text",
    ".odt": "ODT", ".ods": "ODS", ".csv": "CSV", ".tsv": "CSV",
}  # fmt: skip
ONLY_TABLES = ("XLSX", "ODS", "CSV")
# Per cent of rows and of fields that have to be right.
TARGETS = {"PDF": (100, 98), "text": (95, 90), PHRASES: (97, 97)}
OFFICE = (100, 99)


@dataclass
class Line:
    kind: str
    files: int = 0
    seconds: float = 0.0
    score: Score = field(default_factory=Score)

    def add(self, score: Score, seconds: float) -> None:
        self.files += 1
        self.seconds += seconds
        for part in fields(Score):
            setattr(self.score, part.name, getattr(self.score, part.name) + getattr(score, part.name))

    def missed(self) -> Iterator[str]:
        """The targets that are not reached."""
        of, (rows, names) = self.score, TARGETS.get(self.kind, OFFICE)
        if of.rows_right * 100 < of.rows * rows:
            yield f"rows {share(of.rows_right, of.rows)}, wanted {rows} %"
        if of.fields_right * 100 < of.fields * names:
            yield f"fields {share(of.fields_right, of.fields)}, wanted {names} %"
        if of.indicators_right < of.indicators:
            yield f"indicators {of.indicators_right}/{of.indicators}, wanted all"
        if of.dated_prose_right < of.dated_prose:
            yield f"dated prose duties {of.dated_prose_right}/{of.dated_prose}, wanted all"
        if of.invented:
            yield f"dates invented {of.invented}, wanted none"


def share(right: int, total: int) -> str:
    return f"{right}/{total} {100 * right / total:.1f} %" if total else "–"


def printed(lines: list[Line]) -> Iterator[str]:
    heads = ("kind", "files", "rows", "fields", "extra", "indicators", "dated prose", "invented", "seconds")
    rows = [heads, *(_cells(line) for line in lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(heads))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(line: Line) -> tuple[str, ...]:
    of = line.score
    return (
        line.kind,
        str(line.files),
        share(of.rows_right, of.rows),
        share(of.fields_right, of.fields),
        str(of.extra),
        f"{of.indicators_right}/{of.indicators}",
        f"{of.dated_prose_right}/{of.dated_prose}",
        str(of.invented),
        f"{line.seconds:.2f}",
    )
