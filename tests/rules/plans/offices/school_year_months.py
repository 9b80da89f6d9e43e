"""A school year: months of two years, each under its year, ticked."""

from tests.rules.plans.offices.paper import months, plan, rhythm, task, workbook

# fmt: off

SCHOOL_YEAR = [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6]


def x(*ticked: int) -> list[str]:
    return ["✓" if month in ticked else "" for month in SCHOOL_YEAR]


def build() -> bytes:
    w = ["<"] * 13
    g = [
        ["PHÒNG GIÁO DỤC"],
        ["TRƯỜNG TIỂU HỌC KIM ĐỒNG"],
        ["KẾ HOẠCH TRỌNG TÂM NĂM HỌC 2025 - 2026", *w],
        ["TT", "Nội dung hoạt động", "Năm 2025", "<", "<", "<", "<", "Năm 2026", "<", "<", "<", "<", "<", "Người phụ trách"],
        ["^", "^", *SCHOOL_YEAR, "^"],
        ["1", "Tựu trường, ổn định nền nếp", *x(8), "Hiệu trưởng"],
        ["2", "Hội thi giáo viên dạy giỏi cấp trường", *x(11, 12), "Phó Hiệu trưởng"],
        ["3", "Ôn tập, kiểm tra cuối năm", *x(4, 5), "Tổ trưởng chuyên môn"],
        ["4", "Xét hoàn thành chương trình lớp 5", *x(6), "Phó Hiệu trưởng"],
        ["5", "Giáo dục kỹ năng sống", *x(12, 1), "Tổng phụ trách Đội"],
    ]
    return workbook(("KH", g))


TASKS = [
    task("1", "Tựu trường, ổn định nền nếp", ["Hiệu trưởng"], [], "", months(2025, 8)),
    task("2", "Hội thi giáo viên dạy giỏi cấp trường", ["Phó Hiệu trưởng"], [], "", months(2025, 11, 12)),
    task("3", "Ôn tập, kiểm tra cuối năm", ["Tổ trưởng chuyên môn"], [], "", months(2026, 4, 5)),
    task("4", "Xét hoàn thành chương trình lớp 5", ["Phó Hiệu trưởng"], [], "", months(2026, 6)),
    task("5", "Giáo dục kỹ năng sống", ["Tổng phụ trách Đội"], [], "", ("period", "2025-12-01", "2026-01-31")),
]
for one in TASKS:
    del one["deadline_text"]  # the paper only ticks it
RIGHT = plan(TASKS, title="KẾ HOẠCH TRỌNG TÂM NĂM HỌC 2025 - 2026", issuer="TRƯỜNG TIỂU HỌC KIM ĐỒNG", year=2025, signer={"name": None, "title": None}, left_out=0, recurring=[rhythm("Ôn tập, kiểm tra cuối năm", "Tổ trưởng chuyên môn", "annual", required=False)])
