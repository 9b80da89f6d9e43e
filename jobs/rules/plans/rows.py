"""The rows of a plan's table as drafts of tasks under their sections, every row accounted for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobs.rules.plans.columns import Column, Columns, is_header_again
from jobs.rules.plans.dittos import Dittos
from jobs.rules.plans.lines import DATA, Line, numbering_of, read_line
from jobs.rules.plans.model import LeftOut
from jobs.rules.plans.sections import Kind, SectionPath, kind_of
from jobs.rules.plans.totals import is_subtotal, read_total
from jobs.rules.plans.units import clean_name
from jobs.rules.text import fold, tidy
from storage.raw_document import Row

_FIRST = {"1", "01", "1.1", "I", "A", "a"}
_WHEN_AND_WHO = (Column.DEADLINE, Column.LEAD, Column.ASSIGNED)
_SUM = re.compile(r"(?:tong|cong|tong (?:so|cong)|cong (?:tong|chung))(?: \(.*\)| [a-z+]{1,5})?\W*")
_REMARK = re.compile(r"(?:\(?\*+\)?\s*)?(?:ghi chu|luu y|chu thich|nguoi lap(?: bieu)?|noi nhan)\b\s*(?::|$)")


@dataclass
class Draft:
    """A task before its phrases are read. `section_number`: running number printed at its section."""

    line: Line
    code: str
    section: tuple[str, ...]
    section_code: str
    section_number: int | None
    heading: bool = False
    sub_drafts: list["Draft"] = field(default_factory=list)


@dataclass
class TableRows:
    """Drafts of one table and its ledger; `in_file`: every row below the headers, read or left out."""

    drafts: list[Draft] = field(default_factory=list)
    in_file: int = 0
    left_out: list[LeftOut] = field(default_factory=list)


class RowReader:
    """Reads the rows of one plan, table after table, since a section may go on in the next table.

    It ends where a table with a header of its own begins to number anew, or has other columns and no numbers.
    """

    def __init__(self) -> None:
        self.result = TableRows()
        self._lines: list[tuple[Line, tuple[str, str] | None, bool]] = []
        self._dittos = Dittos()
        self._columns: Columns | None = None
        self._path = SectionPath()
        self._codes: set[str] = set()
        self._after_section = False

    def read(self, rows: Sequence[Row], columns: Columns, heading: tuple[str, str] | None = None) -> None:
        """`heading`: label and text of the heading above the table, where the paper numbers each table anew."""
        own_header, another = self._columns is not columns, self._has_another_header(columns)
        self._columns = columns
        if another:
            self._dittos = Dittos()
        rows = [row for row in rows if row.text]
        numbering = numbering_of(rows, columns)
        for row in rows:
            self.result.in_file += 1
            if is_header_again(row, columns):
                self._leave_out(row, "dòng tiêu đề cột lặp lại")
            elif not read_total(row.text):
                line = read_line(row, columns, numbering)
                self._dittos.resolve(line)
                anew = own_header and (line.label in _FIRST if line.label else another)
                self._lines.append((line, heading, anew))
                heading, own_header = None, False

    def leave_table(self, rows: Sequence[Row], why: str) -> None:
        for row in rows:
            if row.text:
                self.result.in_file += 1
                self._leave_out(row, why)

    def finished(self) -> TableRows:
        """The drafts of all tables read; what a row is may depend on the first one of the next table."""
        lines, self._lines = self._lines, []
        for n, (line, heading, anew) in enumerate(lines):
            if heading:
                self._path.open_table(*heading)
            elif anew and not self._after_section:
                self._path.levels.clear()
            self._take(line, lines[n + 1][0] if n + 1 < len(lines) else None)
        return self.result

    def _has_another_header(self, columns: Columns) -> bool:
        before = self._columns
        return before is not None and before is not columns and before.header_texts != columns.header_texts

    def _leave_out(self, row: Row, why: str) -> None:
        self.result.left_out.append(LeftOut(row.place, tidy(row.text), why))

    def _take(self, line: Line, following: Line | None) -> None:
        section = False
        if why := _no_task(line):
            self.result.left_out.append(LeftOut(line.place, tidy(line.text), why))
        elif section := self._is_section(line, following):
            self._path.enter(line.label, tidy(line.title), line.running)
        elif line.label:
            self._add_task(line, line.label)
        elif self._is_part(line):
            line.title = line.values.get(Column.PRODUCT, "") or line.title
            self._add_sub_line(line)
        elif self._goes_on(line):
            _append(self._last_line(), line)
        elif self._owner() is not None:
            self._add_sub_line(line)
        elif line.title:
            self._add_task(line, "")
        else:
            self.result.left_out.append(LeftOut(line.place, tidy(line.text), "không có nội dung nhiệm vụ"))
        self._after_section = section

    def _is_section(self, line: Line, following: Line | None) -> bool:
        if line.has_data or not line.title:
            return False
        if not line.label:
            return line.wide or (line.title.isupper() and len(line.title) > 8)
        if kind_of(line.label) in (Kind.LETTER, Kind.ROMAN):
            return True
        if following is None:
            return False
        if following.label.startswith(line.label + "."):
            return True
        if following.label.islower() and not line.label.islower():
            return True
        if not following.label and following.has_data:
            return False  # unnumbered lines follow: the row is their heading
        return line.wide

    def _is_part(self, line: Line) -> bool:
        """Under a task merged downwards, a row with its own date or its own unit is a duty of its own."""
        last = self._owner()
        if last is None or not line.title_goes_on:
            return False
        mine, above = line.values, last.line.values
        return any(column in line.own and mine[column] != above.get(column) for column in _WHEN_AND_WHO)

    def _goes_on(self, line: Line) -> bool:
        """A row cut in two by a page or by a merged cell."""
        if not self.result.drafts or self._owner() is None:
            return False
        if line.title_goes_on or not line.title:
            return True
        starts_low = line.title[0].islower() and not line.values.get(Column.DEADLINE)
        leads = line.values.get(Column.LEAD) or line.values.get(Column.ASSIGNED)
        return starts_low and not leads

    def _owner(self) -> Draft | None:
        """The numbered task that an unnumbered line belongs to: the last one, in the section still open."""
        last = self.result.drafts[-1] if self.result.drafts else None
        return last if last and last.line.label and last.section == self._path.texts else None

    def _last_line(self) -> Line:
        last = self.result.drafts[-1]
        return last.sub_drafts[-1].line if last.sub_drafts else last.line

    def _add_task(self, line: Line, label: str) -> None:
        if label:
            self._path.leave_for(label)
            code = self._small_code(label) or self._path.code(label)
        else:
            code = self._unnumbered_code()
        if code in self._codes:
            line.doubts.append(f"Mã {code} có hai lần trong kế hoạch.")
        self._codes.add(code)
        self.result.drafts.append(self._draft(line, code))

    def _small_code(self, label: str) -> str:
        """Rows a), b) under a numbered row with a duty of its own carry its code before theirs."""
        if not label.islower() or any(level.label[:1].isdigit() for level in self._path.levels):
            return ""
        section = self._path.texts
        above = (d for d in reversed(self.result.drafts) if d.section == section and not d.line.label.islower())
        owner = next(above, None)
        return f"{owner.code}.{label}" if owner else ""

    def _unnumbered_code(self) -> str:
        above = self._path.own_code
        n = 1
        while (code := f"{above}/{n}" if above else str(n)) in self._codes:
            n += 1
        return code

    def _draft(self, line: Line, code: str) -> Draft:
        number = next((level.number for level in reversed(self._path.levels) if level.number), None)
        return Draft(line, code, self._path.texts, self._path.own_code, number)

    def _add_sub_line(self, line: Line) -> None:
        owner = self.result.drafts[-1]
        if not line.has_data:
            # A bullet of a row with a lead of its own: who and when stand above it.
            line.values = {column: owner.line.values.get(column, "") for column in DATA if column is not Column.PRODUCT}
            line.doubts.append("Đơn vị và thời hạn lấy theo dòng có số ở trên.")
        owner.heading = owner.heading or not owner.line.has_data
        owner.sub_drafts.append(self._draft(line, f"{owner.code}/{len(owner.sub_drafts) + 1}"))


def _no_task(line: Line) -> str:
    """Why a row is no task for certain; "" for any other."""
    title = fold(line.title or line.text)
    if _REMARK.match(title) and (line.wide or not line.has_data):
        return "dòng ghi chú"
    if (_SUM.fullmatch(title) or is_subtotal(title)) and not line.label:
        return "dòng cộng"
    return ""


def _append(line: Line, rest: Line) -> None:
    if rest.title and not rest.title_goes_on:
        line.title = (
            f"{line.title} {rest.title}" if re.match(r"[a-zà-ỹ]", rest.title) else f"{line.title}\n{rest.title}"
        )
    for column, text in rest.values.items():
        held = line.values.get(column, "")
        if text and clean_name(text) not in held:
            line.values[column] = f"{held}\n{text}".strip()
