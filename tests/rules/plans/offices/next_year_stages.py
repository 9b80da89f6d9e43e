"""A programme for the coming year: two stages under one header, units merged downwards, a letter-spaced letterhead."""

from tests.rules.plans.offices.paper import months, plan, quarters, task, workbook

# fmt: off

A, B = "TRÌNH HỘI ĐỒNG NHÂN DÂN", "TRÌNH ỦY BAN NHÂN DÂN"
V = "Văn phòng HĐND và UBND"
dn = ["Các thôn", "Đồn Biên phòng Phú Quý"]


def build() -> bytes:
    g = [
        ["ỦY BAN NHÂN DÂN", "<", "<", "<", "C Ộ N G  H Ò A  X Ã  H Ộ I  C H Ủ  N G H Ĩ A  V I Ệ T  N A M", "<", "<"],
        ["ĐẶC KHU PHÚ QUÝ", "<", "<", "<", "Độc lập - Tự do - Hạnh phúc", "<", "<"],
        ["", "", "", "", "", "", ""],
        ["CHƯƠNG TRÌNH CÔNG TÁC NĂM 2027", "<", "<", "<", "<", "<", "<"],
        ["Số TT", "Nội dung", "Tiến độ thực hiện", "<", "Cơ quan chủ trì", "Cơ quan phối hợp", "Cấp trình"],
        ["^", "^", "Trình lần đầu", "Trình thông qua", "^", "^", "^"],
        ["A", "TRÌNH HỘI ĐỒNG NHÂN DÂN", "<", "<", "<", "<", "<"],
        ["1", "Nghị quyết về dự toán thu, chi ngân sách năm 2028", "10/11/2027", "05/12/2027", "Phòng Kinh tế", "Văn phòng HĐND và UBND", "HĐND đặc khu"],
        ["2", "Nghị quyết đặt tên đường", "Tháng 5", "Tháng 7", "Phòng Văn hóa - Xã hội", "^", "^"],
        ["B", "TRÌNH ỦY BAN NHÂN DÂN", "<", "<", "<", "<", "<"],
        ["I", "Phòng Kinh tế", "<", "<", "<", "<", "<"],
        ["1", "Kế hoạch phòng, chống thiên tai", "", "Quý I/2027", "Phòng Kinh tế", "Các thôn, Đồn Biên phòng Phú Quý", "Chủ tịch UBND"],
        ["2", "Đề án phát triển nuôi biển", "Quý II", "Quý III/2027", "^", "^", "^"],
        ["II", "Văn phòng", "<", "<", "<", "<", "<"],
        ["1", "Quy chế làm việc sửa đổi", "", "Tháng 02/2027", "Văn phòng HĐND và UBND", "", "UBND"],
    ]
    return workbook(("CTCT", g))


TASKS = [
    task("A.1", "Nghị quyết về dự toán thu, chi ngân sách năm 2028", ["Phòng Kinh tế"], [V], "", None, section=[A]),
    task("A.2", "Nghị quyết đặt tên đường", ["Phòng Văn hóa - Xã hội"], [V], "", None, section=[A]),
    task("B.I.1", "Kế hoạch phòng, chống thiên tai", ["Phòng Kinh tế"], dn, "", quarters(2027, 1), section=[B, "Phòng Kinh tế"]),
    task("B.I.2", "Đề án phát triển nuôi biển", ["Phòng Kinh tế"], dn, "", None, section=[B, "Phòng Kinh tế"]),
    task("B.II.1", "Quy chế làm việc sửa đổi", [V], [], "", months(2027, 2), section=[B, "Văn phòng"]),
]
TASKS[0]["deadline"] = {"kind": "date", "start": None, "due": "2027-12-05"}
TASKS[1]["deadline"] = {"kind": "date", "start": None, "due": "2027-07-31"}
TASKS[3]["deadline"] = {"kind": "date", "start": None, "due": "2027-09-30"}
for one in TASKS:
    del one["deadline_text"]  # the paper only ticks or splits it
RIGHT = plan(TASKS, title="CHƯƠNG TRÌNH CÔNG TÁC NĂM 2027", issuer="Ủy ban nhân dân đặc khu Phú Quý", year=2027, signer={"name": None, "title": None}, left_out=0)
