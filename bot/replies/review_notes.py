"""What is wrong or doubtful in an edited review, a line for each place; the same in chat and shell."""

from collections.abc import Iterator, Sequence

from jobs.plans.review import KINDS
from jobs.plans.review_check import NoteKind, ReviewNote
from locales.translate import Translator
from storage.documents.review_rows import COLUMNS

MOST_NAMED = 12


def note_lines(notes: Sequence[ReviewNote], _: Translator) -> Iterator[str]:
    """Cells first, each with its row and column; then rows that are gone and rows that were added."""
    for note in notes:
        if note.kind not in (NoteKind.MISSING, NoteKind.ADDED):
            yield f"- {_at(note, _)}: {_what(note, _)}"
    missing = [note.text for note in notes if note.kind is NoteKind.MISSING]
    if missing:
        yield _.plural(
            "- tệp không còn {n} dòng ({names}): bản nháp vẫn giữ nguyên, xóa hàng không bỏ việc.",
            "- tệp không còn {n} dòng ({names}): bản nháp vẫn giữ nguyên, xóa hàng không bỏ việc.",
            len(missing), names=_listed(missing),
        )  # fmt: skip
    added = [str(note.place) for note in notes if note.kind is NoteKind.ADDED]
    if added:
        yield _(
            "- hàng {rows} không có trong bản nháp nên không đưa vào được; muốn thêm việc thì ghi vào tệp kế hoạch rồi nộp lại tệp đó.",
            rows=_listed(added),
        )


def _at(note: ReviewNote, _: Translator) -> str:
    header = COLUMNS[note.field][0].partition(" (")[0]
    return _("hàng {row}, cột “{column}”", row=note.place, column=header)


def _what(note: ReviewNote, _: Translator) -> str:
    text = note.text[:60]
    match note.kind:
        case NoteKind.DATE:
            return _("“{text}” không phải ngày (ghi như 15/12/2025).", text=text)
        case NoteKind.PERSON:
            return _("chưa rõ “{text}” là ai (ghi đủ họ tên).", text=text)
        case NoteKind.KIND:
            return _("“{text}” không phải loại sản phẩm (ghi: {kinds}).", text=text, kinds=", ".join(KINDS.values()))
        case NoteKind.TITLE:
            return _("đang trống (việc nào cũng cần nội dung).")
        case NoteKind.TARGET:
            return _("mốc {day} sau ngày đến hạn.", day=text)
        case NoteKind.TWICE:
            return _("dòng {text} đã có ở hàng trên (giữ một hàng).", text=text)
        case NoteKind.MOVED:
            return _("số dòng đã đổi (ghi lại {text}).", text=text)
        case NoteKind.UNIT:
            return _("chưa rõ “{text}” là đơn vị nào.", text=text)
        case _:
            return _("ngày {day} đã qua.", day=text)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
