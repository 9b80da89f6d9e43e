"""No number column: sections, numbers and letters stand before the words of the first column."""

from tests.rules.plans.offices.paper import Paper, plan, task

FIRST, SECOND = "Công tác tổ chức, cán bộ", "Công tác thi đua"
N1 = "Sắp xếp bộ máy"


def build() -> bytes:
    paper = Paper(
        "CHI CỤC KIỂM LÂM", "Khánh Hòa, ngày 06 tháng 02 năm 2026", "Số: 18/KH-CCKL", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
    )
    paper.say(
        "KẾ HOẠCH", "Công tác năm 2026 của Chi cục Kiểm lâm", "Chi cục Kiểm lâm ban hành Kế hoạch công tác như sau:"
    )
    paper.table(
        [
            ["Nhiệm vụ", "Kết quả đầu ra", "Đầu mối thực hiện", "Lộ trình"],
            [f"I. {FIRST}", "<", "<", "<"],
            [f"1. {N1}", "", "", ""],
            ["a) Đề án sắp xếp các hạt kiểm lâm", "Đề án", "Phòng Tổ chức, Hành chính", "Quý I/2026"],
            ["b) Điều động, bổ nhiệm", "Quyết định", "Phòng Tổ chức, Hành chính", "Quý II năm 2026"],
            ["2. Tuyển dụng công chức", "Danh sách trúng tuyển", "Phòng Tổ chức, Hành chính", "Theo kế hoạch của Sở"],
            [f"II. {SECOND}", "<", "<", "<"],
            ["3. Bình xét thi đua cuối năm", "Biên bản, tờ trình", "Hội đồng Thi đua", "Trước 30/11/2026"],
        ]
    )  # fmt: skip
    paper.sign("", "CHI CỤC TRƯỞNG", "Đặng Hữu Toàn")
    return paper.as_bytes()


P = "Phòng Tổ chức, Hành chính"
RIGHT = plan(
    [
        task("I.1.a", "Đề án sắp xếp các hạt kiểm lâm", [P], [], "Quý I/2026", ("period", "2026-01-01", "2026-03-31"), section=[FIRST, N1], product="Đề án"),
        task("I.1.b", "Điều động, bổ nhiệm", [P], [], "Quý II năm 2026", ("period", "2026-04-01", "2026-06-30"), section=[FIRST, N1], product="Quyết định"),
        task("I.2", "Tuyển dụng công chức", [P], [], "Theo kế hoạch của Sở", ("external", None, None), section=[FIRST], product="Danh sách trúng tuyển"),
        task("II.3", "Bình xét thi đua cuối năm", ["Hội đồng Thi đua"], [], "Trước 30/11/2026", ("date", None, "2026-11-29"), section=[SECOND], product="Biên bản, tờ trình"),
    ],
    title="Công tác năm 2026 của Chi cục Kiểm lâm", number="18/KH-CCKL", issuer="Chi cục Kiểm lâm", year=2026,
    issued_on="2026-02-06", signer={"name": "Đặng Hữu Toàn", "title": "Chi cục trưởng"},
    recurring=[{"text": "Bình xét thi đua cuối năm", "unit": "Hội đồng Thi đua", "freq": "annual", "quota": None, "required": False}],
    left_out=0,
)  # fmt: skip
