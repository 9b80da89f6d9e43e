"""A party committee's programme by months: no deadline column, the month is the section; who in one column, by name."""

from tests.rules.plans.offices.paper import Paper, plan, task

JAN, MAR, REGULAR = "THÁNG 01/2026", "THÁNG 3/2026", "CÔNG VIỆC THƯỜNG XUYÊN"


def build() -> bytes:
    paper = Paper(
        "ĐẢNG ỦY PHƯỜNG NAM NHA TRANG",
        "Nam Nha Trang, ngày 05 tháng 01 năm 2026",
        "Số: 03-CTr/ĐU",
        "ĐẢNG BỘ TỈNH KHÁNH HÒA",
    )
    paper.say(
        "CHƯƠNG TRÌNH",
        "Công tác năm 2026 của Ban Thường vụ Đảng ủy phường Nam Nha Trang",
        "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ phường nhiệm kỳ 2025-2030, Ban Thường vụ Đảng ủy xây dựng Chương trình công tác năm 2026 như sau:",
    )
    paper.table(
        [
            ["TT", "Nội dung công việc", "Cơ quan tham mưu", "Đồng chí phụ trách", "Hình thức"],
            ["I", JAN, "<", "<", "<"],
            ["1", "Hội nghị tổng kết công tác xây dựng Đảng năm 2025", "Văn phòng Đảng ủy", "đ/c Lê Minh Tâm - Bí thư", "Hội nghị"],
            ["2", "Kế hoạch kiểm tra, giám sát năm 2026", "Ủy ban Kiểm tra Đảng ủy", "đ/c Phan Thị Hồng", "Quyết định"],
            ["II", MAR, "<", "<", "<"],
            ["3", "Báo cáo sơ kết quý I", "Văn phòng Đảng ủy, Ban Xây dựng Đảng", "đ/c Lê Minh Tâm", "Báo cáo"],
            ["4", "Lớp bồi dưỡng nhận thức về Đảng (trước ngày 15/3)", "Ban Xây dựng Đảng phối hợp Trung tâm Chính trị", "đ/c Phan Thị Hồng", "Lớp học"],
            ["III", REGULAR, "<", "<", "<"],
            ["5", "Giao ban khối Đảng", "Văn phòng Đảng ủy", "đ/c Lê Minh Tâm", "Sáng thứ Hai hằng tuần"],
        ]
    )  # fmt: skip
    paper.sign("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Minh Tâm")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("I.1", "Hội nghị tổng kết công tác xây dựng Đảng năm 2025", ["Văn phòng Đảng ủy"], ["đ/c Lê Minh Tâm - Bí thư"], JAN, ("period", "2026-01-01", "2026-01-31"), section=[JAN], accept=[{"lead": ["Văn phòng Đảng ủy"], "coordinate": []}]),
        task("I.2", "Kế hoạch kiểm tra, giám sát năm 2026", ["Ủy ban Kiểm tra Đảng ủy"], ["đ/c Phan Thị Hồng"], JAN, ("period", "2026-01-01", "2026-01-31"), section=[JAN], accept=[{"lead": ["Ủy ban Kiểm tra Đảng ủy"], "coordinate": []}]),
        task("II.3", "Báo cáo sơ kết quý I", ["Văn phòng Đảng ủy", "Ban Xây dựng Đảng"], ["đ/c Lê Minh Tâm"], MAR, ("period", "2026-03-01", "2026-03-31"), section=[MAR], accept=[{"lead": ["Văn phòng Đảng ủy", "Ban Xây dựng Đảng"], "coordinate": []}]),
        task("II.4", "Lớp bồi dưỡng nhận thức về Đảng (trước ngày 15/3)", ["Ban Xây dựng Đảng"], ["Trung tâm Chính trị", "đ/c Phan Thị Hồng"], MAR, ("period", "2026-03-01", "2026-03-31"), section=[MAR], accept=[{"lead": ["Ban Xây dựng Đảng"], "coordinate": ["Trung tâm Chính trị"]}]),
        task("III.5", "Giao ban khối Đảng", ["Văn phòng Đảng ủy"], ["đ/c Lê Minh Tâm"], REGULAR, ("ongoing", None, None), section=[REGULAR], accept=[{"lead": ["Văn phòng Đảng ủy"], "coordinate": []}]),
    ],
    title="Công tác năm 2026 của Ban Thường vụ Đảng ủy phường Nam Nha Trang",
    number="03-CTr/ĐU", issuer="Đảng ủy phường Nam Nha Trang", year=2026, issued_on="2026-01-05",
    signer={"name": "Lê Minh Tâm", "title": "Bí thư"}, left_out=0,
    recurring=[{"text": "Sáng thứ Hai hằng tuần", "unit": "Văn phòng Đảng ủy", "freq": "weekly", "quota": None}],
)  # fmt: skip
