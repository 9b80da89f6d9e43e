"""What a review of a draft holds, without the sheet it is kept in: that takes long to load and few need it."""

from dataclasses import dataclass
from datetime import date

SHEET, LISTS = "Nhiệm vụ", "Danh mục"
COLUMNS: dict[str, tuple[str, int]] = {  # field → header, width
    "position": ("Dòng", 7),
    "code": ("Mã", 12),
    "title": ("Nội dung", 60),
    "short_title": ("Tên ngắn", 32),
    "lead": ("Chủ trì (cách nhau bằng dấu ;)", 30),
    "coordinate": ("Phối hợp (cách nhau bằng dấu ;)", 30),
    "printed": ("Thời hạn in trong kế hoạch", 22),
    "due": ("Ngày đến hạn", 13),
    "product": ("Sản phẩm", 30),
    "kind": ("Loại sản phẩm", 14),
    "person": ("Người phụ trách", 24),
    "target": ("Mốc nội bộ", 13),
    "doubt": ("Cần xem lại (xóa chữ khi đã xem)", 44),
}
NEW = -1  # the position of a row somebody added, which is no line of the plan


class NotAReview(Exception):
    """The file is no review of a draft; `column` names the one a damaged review lacks, empty for another file."""

    def __init__(self, column: str = "") -> None:
        super().__init__(column)
        self.column = column


@dataclass(frozen=True)
class ReviewRow:
    """One task of a draft; `position` ties it to its line, several parties stand with ";" between them.

    `place`: the row of the sheet it was read from; a date stays text where it is none.
    """

    position: int
    code: str = ""
    title: str = ""
    short_title: str = ""
    lead: str = ""
    coordinate: str = ""
    printed: str = ""
    due: date | str | None = None
    product: str = ""
    kind: str = ""
    person: str = ""
    target: date | str | None = None
    doubt: str = ""
    place: int = 0
