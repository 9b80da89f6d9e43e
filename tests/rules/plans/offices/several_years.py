"""Three years under one header are ticked; the table's name is its first row, a sum its last, money under a group."""

from tests.rules.plans.offices.paper import Paper, months, plan, task

# fmt: off

N = "Phòng Nghiệp vụ"


def build() -> bytes:
    paper = Paper("BAN QUẢN LÝ KHU DU LỊCH", "Huế, ngày 11 tháng 02 năm 2026", "Số: 61/KH-BQL", "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ")
    paper.say("KẾ HOẠCH", "Phát triển du lịch cộng đồng giai đoạn 2026 - 2028", "Ban Quản lý Khu du lịch ban hành Kế hoạch phát triển du lịch cộng đồng giai đoạn 2026 - 2028 như sau:")
    w = ["<"] * 8
    paper.table(
        [
            ["BẢNG TỔNG HỢP NHIỆM VỤ", *w],
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Lộ trình thực hiện", "<", "<", "Kinh phí (triệu đồng)", "<", "Sản phẩm"],
            ["^", "^", "^", "2026", "2027", "2028", "NSNN", "Xã hội hóa", "^"],
            ["1", "Xây dựng 03 điểm du lịch cộng đồng", "Phòng Nghiệp vụ", "x", "x", "", "500", "200", "03 điểm"],
            ["2", "Đào tạo hướng dẫn viên tại chỗ", "Phòng Tổ chức - Hành chính", "x", "", "", "120", "", "30 người"],
            ["3", "Quảng bá, xúc tiến", "Phòng Nghiệp vụ", "x", "x", "x", "300", "100", "Ấn phẩm"],
            ["", "Tổng cộng", "", "", "", "", "920", "300", ""],
        ]
    )
    paper.sign("", "TRƯỞNG BAN", "Hoàng Trọng Nghĩa")
    return paper.as_bytes()


TASKS = [
    task("1", "Xây dựng 03 điểm du lịch cộng đồng", [N], [], "", ("period", "2026-01-01", "2027-12-31"), product="03 điểm"),
    task("2", "Đào tạo hướng dẫn viên tại chỗ", ["Phòng Tổ chức - Hành chính"], [], "", months(2026, 1, 12), product="30 người"),
    task("3", "Quảng bá, xúc tiến", [N], [], "", ("period", "2026-01-01", "2028-12-31"), product="Ấn phẩm"),
]
for one in TASKS:
    del one["deadline_text"]  # the paper only ticks it
RIGHT = plan(TASKS, title="Phát triển du lịch cộng đồng giai đoạn 2026 - 2028", number="61/KH-BQL", issuer="Ban Quản lý Khu du lịch", year=2026, issued_on="2026-02-11", signer={"name": "Hoàng Trọng Nghĩa", "title": "Trưởng Ban"}, left_out=1)
