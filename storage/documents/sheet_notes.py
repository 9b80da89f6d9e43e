"""What people must know of the sheets that were read: cells without a value, rows and sheets that are hidden."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from openpyxl.utils.cell import get_column_letter

from storage.documents.sheet_blocks import Sheet

_NAMED = 8


def told(sheets: Sequence[Sheet], unread: Sequence[str]) -> Iterator[str]:
    """Sentences in Vietnamese; `unread` names the hidden sheets."""
    if unread:
        yield f"Trang {_named([f'“{name}”' for name in unread])} đang ẩn nên không đọc."
    for sheet in sheets:
        yield from (f"{sheet.place}: {said}" for said in _of(sheet))


def _of(sheet: Sheet) -> Iterator[str]:
    if sheet.without_value:
        yield (
            f"ô {_named(sheet.without_value)} là công thức chưa lưu kết quả nên không đọc được. "
            "Hãy mở tệp bằng Excel, lưu lại rồi gửi lại."
        )
    if sheet.errors:
        yield f"ô {_named(sheet.errors)} báo lỗi công thức nên em để trống."
    if sheet.hidden_rows:
        yield f"dòng {_stretches(sheet.hidden_rows)} đang ẩn, em vẫn đọc."
    used = {column for row in sheet.rows.values() for column in row}
    columns = sorted(column for column in used if any(column in hidden for hidden in sheet.hidden_columns))
    if columns:
        yield f"cột {_named([get_column_letter(column) for column in columns])} đang ẩn, em vẫn đọc."


def _named(names: Sequence[str]) -> str:
    more = f" và {len(names) - _NAMED} chỗ khác" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _stretches(numbers: Sequence[int]) -> str:
    """ "5–7, 9" of 5, 6, 7, 9."""
    groups = [[n for _, n in group] for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return _named([f"{group[0]}–{group[-1]}" if len(group) > 1 else str(group[0]) for group in groups])
