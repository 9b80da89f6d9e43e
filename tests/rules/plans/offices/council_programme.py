"""A second table without a header under a heading of its own; persons with their posts lead."""

from tests.rules.plans.offices.paper import RECURRING, RELATIVE, Paper, duty, months, plan, quarters, rhythm, task

# fmt: off

a, b = "Bà Nguyễn Thị Thu Hà, Trưởng Ban Văn hóa - Xã hội", "Ông Trần Quốc Việt, Trưởng Ban Kinh tế - Ngân sách"

A, B = "GIÁM SÁT CHUYÊN ĐỀ", "GIÁM SÁT THƯỜNG XUYÊN"


def build() -> bytes:
    paper = Paper("HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG BẢO AN", "Bảo An, ngày 22 tháng 12 năm 2025", "Số: 09/CTr-HĐND")
    paper.say("CHƯƠNG TRÌNH", "Giám sát của Hội đồng nhân dân phường Bảo An năm 2026", "I. GIÁM SÁT CHUYÊN ĐỀ")
    paper.table(
        [
            ["STT", "Nội dung giám sát", "Chủ trì", "Thành phần tham gia", "Thời gian"],
            ["1", "Việc thực hiện các chương trình mục tiêu quốc gia", "Bà Nguyễn Thị Thu Hà, Trưởng Ban Văn hóa - Xã hội", "Thành viên Ban Văn hóa - Xã hội", "Quý I"],
            ["2", "Công tác quản lý đất công ích", "Ông Trần Quốc Việt, Trưởng Ban Kinh tế - Ngân sách", "Thành viên Ban Kinh tế - Ngân sách", "Tháng 9 - 10"],
        ]
    )
    paper.say("II. GIÁM SÁT THƯỜNG XUYÊN")
    paper.table([["1", "Giải quyết kiến nghị của cử tri", "Thường trực HĐND phường", "Các Ban của HĐND phường", "Sau mỗi kỳ họp"], ["2", "Tiếp công dân của đại biểu HĐND", "Các Tổ đại biểu HĐND", "", "Ngày 15 hằng tháng"]])
    paper.say(
        "III. TỔ CHỨC THỰC HIỆN", "1. Thường trực HĐND phường phân công, đôn đốc thực hiện; báo cáo kết quả giám sát tại kỳ họp cuối năm 2026.", "2. Văn phòng HĐND và UBND phường tham mưu ban hành kế hoạch giám sát chi tiết trước ngày 15/01/2026."
    )
    paper.sign("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH", "Phạm Văn Hậu")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("I.1", "Việc thực hiện các chương trình mục tiêu quốc gia", [a], ["Thành viên Ban Văn hóa - Xã hội"], "Quý I", quarters(2026, 1), section=[A]),
        task("I.2", "Công tác quản lý đất công ích", [b], ["Thành viên Ban Kinh tế - Ngân sách"], "Tháng 9 - 10", months(2026, 9, 10), section=[A]),
        task("II.1", "Giải quyết kiến nghị của cử tri", ["Thường trực HĐND phường"], ["Các Ban của HĐND phường"], "Sau mỗi kỳ họp", RELATIVE, section=[B]),
        task("II.2", "Tiếp công dân của đại biểu HĐND", ["Các Tổ đại biểu HĐND"], [], "Ngày 15 hằng tháng", RECURRING, section=[B]),
    ],
    title="Giám sát của Hội đồng nhân dân phường Bảo An năm 2026",
    number="09/CTr-HĐND",
    issuer="Hội đồng nhân dân phường Bảo An",
    year=2026,
    issued_on="2025-12-22",
    signer={"name": "Phạm Văn Hậu", "title": "Chủ tịch"},
    left_out=0,
    duties_in_prose=[duty("tham mưu ban hành kế hoạch giám sát chi tiết trước ngày 15/01/2026.", "Văn phòng HĐND và UBND phường", "date", None, "2026-01-14")],
    recurring=[rhythm("Ngày 15 hằng tháng", "Các Tổ đại biểu HĐND", "monthly", required=False)],
)
