"""Plain text of a PDF and pasted lists, put back into tables."""

from collections.abc import Sequence

import pytest

from jobs.rules.plans.columns import Column
from jobs.rules.plans.flat_header import read_header
from jobs.rules.plans.flat_letters import without_letter_spacing
from jobs.rules.plans.flat_prose import PAGE_START
from jobs.rules.plans.flat_text import rebuild_tables
from jobs.rules.plans.flat_widths import width
from jobs.rules.plans.model import PlanReading, PlanTask, all_lines
from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents import plain_text
from storage.documents.docx import read_docx
from storage.documents.plain_text import text_document
from storage.raw_document import RawDocument, Row
from tests.accuracy import score
from tests.rules.plans.plan_files import demo_bytes, expected


def read(text: str) -> PlanReading:
    return read_plan(text_document(text), on=None, calendar=WEEKENDS_ONLY)


def said(task: PlanTask) -> tuple[str, str, tuple[str, ...], str, str]:
    return task.code, task.title, task.parties.lead, task.deadline_text, task.product


HEADER = "STT Nhiệm vụ Cơ quan chủ trì\nThời gian\nhoàn thành\nKết quả/\nsản phẩm"
PRINTED = f"""KẾ HOẠCH
Cải cách hành chính năm 2026
{HEADER}
I CẢI CÁCH THỂ CHẾ
1 Tiếp tục rà soát, tham mưu ban hành
các văn bản quy phạm pháp luật thuộc
thẩm quyền của phường
Phòng Văn hóa -
Xã hội
Trong năm
2026
- Kế hoạch;
- Báo cáo kết quả
rà soát gửi Sở Nội
vụ
2 Công khai thủ tục hành chính Trung tâm Phục
vụ hành chính
công
Thường xuyên
100% thủ tục được
12
{HEADER}
công khai đúng
quy định
3 Tổ chức đối thoại với người dân
Văn phòng
Trước ngày
15/12/2026
Hội nghị
Nơi nhận:
- Như trên;
"""


def test_cells_printed_one_after_another_become_rows_again() -> None:
    reading = read(PRINTED)
    assert list(map(said, reading.tasks)) == [
        (
            "I.1",
            "Tiếp tục rà soát, tham mưu ban hành các văn bản quy phạm pháp luật thuộc thẩm quyền của phường",
            ("Phòng Văn hóa - Xã hội",),
            "Trong năm 2026",
            "- Kế hoạch;\n- Báo cáo kết quả rà soát gửi Sở Nội vụ",
        ),
        (
            "I.2",
            "Công khai thủ tục hành chính",
            ("Trung tâm Phục vụ hành chính công",),
            "Thường xuyên",
            "100% thủ tục được công khai đúng quy định",
        ),
        ("I.3", "Tổ chức đối thoại với người dân", ("Văn phòng",), "Trước ngày 15/12/2026", "Hội nghị"),
    ]
    assert str(reading.tasks[2].deadline and reading.tasks[2].deadline.due) == "2026-12-14"
    assert any("đối chiếu" in doubt for doubt in reading.doubts)
    assert reading.head.title == "Cải cách hành chính năm 2026"


def test_lines_that_hold_several_columns_are_left_out_and_told() -> None:
    text = """STT Nhiệm vụ Cơ quan chủ trì Thời gian Kết quả
Xây dựng kế hoạch kiểm tra Văn phòng Trong năm Kế hoạch của
1 công tác cải cách hành chính HĐND và UBND 2026 phường
Tổ chức tập huấn nghiệp vụ Phòng Nội vụ Quý II/2026 Hội nghị
2 cho công chức
Báo cáo kết quả thực hiện Văn phòng Hàng quý Báo cáo
"""
    reading = read(text)
    assert not reading.tasks
    assert reading.rows.in_file == len(reading.rows.left_out) == 5
    assert any("tệp PDF hoặc Word" in doubt for doubt in reading.doubts)


def _wrapped(text: str, limit: float) -> list[str]:
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            if line and width(f"{line} {word}") > limit:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines += [line] if line else []
    return lines


def _printed(rows: Sequence[Row], widths: Sequence[float], per_page: int) -> str:
    """Cells of a row one after another; the header again on every page."""
    header = [
        line for cell, limit in zip(rows[0].cells, widths[1:], strict=True) for line in _wrapped(cell.text, limit)
    ]
    out: list[str] = []
    used = per_page
    for row in rows[1:]:
        if row.text == rows[0].text:
            continue
        cells = [[] if cell.continued else _wrapped(cell.text, _limit(cell.columns, widths)) for cell in row.cells]
        if used >= per_page:
            out += header
            used = 0
        numbers = [
            line for cell, lines in zip(row.cells, cells, strict=True) if cell.columns.stop <= 2 for line in lines
        ]
        rest = [line for cell, lines in zip(row.cells, cells, strict=True) if cell.columns.stop > 2 for line in lines]
        label = " ".join(numbers)
        out += [f"{label} {rest[0]}".strip(), *rest[1:]] if rest else [label]
        used += max(map(len, cells))
    return "\n".join(out)


def _limit(columns: range, widths: Sequence[float]) -> float:
    return sum(widths[column] for column in columns)


@pytest.mark.parametrize(("title", "per_page"), [pytest.param(1300, 30, marks=pytest.mark.faults), (1700, 45)])
def test_the_ward_s_plan_reads_alike_from_its_printed_lines(title: float, per_page: int) -> None:
    table = list(read_docx(demo_bytes("002")).tables)[-1]
    text = _printed(table.rows, (200, 200, title, 560, 720, 740, 1500), per_page)
    found = score(read(text).as_json(), expected("002"), only_tables=True)
    assert found.rows_right >= 0.95 * found.rows, "\n".join(found.wrong)
    assert found.fields_right >= 0.97 * found.fields, "\n".join(found.wrong)


TABBED = """Số TT\tNhiệm vụ cụ thể\tTiến độ\tCơ quan chủ trì\tKết quả/sản phẩm\t
\tA\tCHỈ SỐ CẢI CÁCH\t\t\t
1\t1\tBáo cáo quý\tHàng quý\tVăn phòng\t- Báo cáo - Tờ trình
Số TT\tNhiệm vụ cụ thể\tTiến độ\tCơ quan chủ trì\tKết quả/sản phẩm
II CẢI CÁCH THỂ CHẾ\t\t\t\t
2\t1\tMức độ hài lòng\t\t
1.1\tRà soát văn bản\tTrong năm 2026\tPhòng Nội vụ\tDanh mục
"""


def test_rows_that_are_shifted_stand_under_their_header_again() -> None:
    reading = read(TABBED)
    assert [said(line) for line in all_lines(reading)] == [
        ("A.1", "Báo cáo quý", ("Văn phòng",), "Hàng quý", "- Báo cáo\n- Tờ trình"),
        ("A.II.1.1", "Rà soát văn bản", ("Phòng Nội vụ",), "Trong năm 2026", "Danh mục"),
    ]
    assert reading.tasks[1].section == ("CHỈ SỐ CẢI CÁCH", "CẢI CÁCH THỂ CHẾ", "Mức độ hài lòng")
    assert [line.why for line in reading.rows.left_out] == ["dòng tiêu đề cột lặp lại"]


TYPED = [
    ("Ban hành kế hoạch – Văn phòng chủ trì – trước ngày 15/10/2025", ("Văn phòng",), "2025-10-14"),
    ("Kiểm tra công vụ - Phòng Văn hóa - Xã hội - 20/11/2025 - Báo cáo", ("Phòng Văn hóa - Xã hội",), "2025-11-20"),
    ("Rà soát thủ tục; Công an phường; tháng 11/2025", ("Công an phường",), "2025-11-30"),
    ("Hội nghị tổng kết (Văn phòng, quý IV/2025)", ("Văn phòng",), "2025-12-31"),
    ("Văn phòng: tổng hợp báo cáo tháng, hạn 25/10/2025", ("Văn phòng",), "2025-10-25"),
    ("Tổng hợp số liệu\nChủ trì: Văn phòng\nThời hạn: trước ngày 05/12/2025", ("Văn phòng",), "2025-12-04"),
    ("Đăng tin bài – Văn phòng – thường xuyên", ("Văn phòng",), "None"),
]


@pytest.mark.parametrize(("line", "lead", "due"), TYPED)
def test_a_typed_line_says_what_who_and_when(line: str, lead: tuple[str, ...], due: str) -> None:
    reading = read(f"Kế hoạch công tác năm 2025\n1. {line}\n2. Báo cáo năm – Văn phòng – 20/12/2025")
    assert len(reading.tasks) == 2
    task = reading.tasks[0]
    assert (task.parties.lead, str(task.deadline and task.deadline.due)) == (lead, due)


def test_numbered_prose_is_no_list_of_tasks() -> None:
    assert not read("KẾ HOẠCH\nCải cách năm 2025\n1. Mục đích\n2. Yêu cầu\n3. Nội dung thực hiện").tasks


HEADERS = [
    ("STT Nhiệm vụ Tiến độ Cơ quan chủ trì Cơ quan phối hợp Kết quả/sản phẩm", 6),
    ("TT NỘI DUNG CÔNG VIỆC ĐƠN VỊ CHỦ TRÌ ĐƠN VỊ PHỐI HỢP THỜI GIAN HOÀN THÀNH KẾT QUẢ GHI CHÚ", 7),
    ("Số TT Nhiệm vụ, giải pháp Cơ quan, Đơn vị chủ trì Lộ trình Kết quả đạt được", 5),
    ("STT Tên nhiệm vụ Phân công thực hiện Thời hạn Chủ trì Phối hợp", 5),
]


@pytest.mark.parametrize(("line", "columns"), HEADERS)
def test_names_of_columns_that_run_on_are_told_apart(line: str, columns: int) -> None:
    header = read_header([line])
    assert header is not None
    assert len(header.names) == columns
    assert header.meanings[:2] == (Column.NUMBER, Column.TITLE)


@pytest.mark.parametrize(
    ("spaced", "word"),
    [
        ("- N â n g c a o h i ệ u q u ả C ổ n g", "- Nâng cao hiệu quả Cổng"),
        ("của B a n   Q u ả n   l ý .", "của Ban Quản lý ."),
        ("mục a b c", "mục a b c"),
    ],
)
def test_letter_spaced_words_come_together(spaced: str, word: str) -> None:
    assert without_letter_spacing(spaced) == word


def test_running_text_is_joined_without_page_numbers_and_links() -> None:
    text = "\n".join(
        [
            "- Rà soát các chế độ báo cáo bảo đảm chỉ ban hành những chế độ báo cáo thật",
            "sự cần thiết; cắt giảm các chế độ báo cáo đã được thay thế bằng dữ liệu số có",
            "sẵn từ các hệ thống thông tin, cơ sở dữ liệu; triển khai báo cáo điện tử đối với",
            "https://khanhhoa.gov.vn/",
            "5",
            "các chế độ báo cáo trong nội bộ cơ quan; từng bước chuyển sang báo cáo tự động,",
            "dựa trên dữ liệu và theo thời gian thực, hoàn thành trong Quý III năm 2025 của",
            "cơ quan.",
            "- Thực hiện nghiêm việc gửi, nhận văn bản điện tử có ký số.",
        ]
    )
    first, second = [paragraph.text for paragraph in rebuild_tables(text_document(text)).paragraphs]
    assert first.endswith("điện tử đối với các chế độ báo cáo trong nội bộ cơ quan; từng bước chuyển sang báo cáo tự động, dựa trên dữ liệu và theo thời gian thực, hoàn thành trong Quý III năm 2025 của cơ quan.")  # fmt: skip
    assert second == "- Thực hiện nghiêm việc gửi, nhận văn bản điện tử có ký số."


def test_pages_are_marked_alike_on_both_sides() -> None:
    assert plain_text.PAGE_START == PAGE_START


@pytest.mark.parametrize(
    "line", ["và các đơn vị có liên quan", "Văn phòng", "1", "- Báo cáo", "2026", "Trong năm", "…"]
)
def test_a_table_of_one_line_over_and_over_is_survived(line: str) -> None:
    reading = read("\n".join([HEADER, "1 Rà soát văn bản", *[line] * 150]))
    assert reading.rows.in_file == reading.rows.read + len(reading.rows.left_out)


def test_an_empty_document_stays_empty() -> None:
    assert rebuild_tables(RawDocument((), "text")).blocks == ()
