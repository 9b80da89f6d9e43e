"""Units side by side under their names alone: X leads, x helps."""

from tests.rules.plans.offices.paper import RECURRING, Paper, by, plan, rhythm, task

# fmt: off

V, H, K, C = "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Công an xã"


def build() -> bytes:
    paper = Paper("ỦY BAN NHÂN DÂN\nXÃ LA NGÂU", "La Ngâu, ngày 06 tháng 3 năm 2026", "Số: 58/KH-UBND")
    paper.say("KẾ HOẠCH", "Tuyên truyền, vận động nhân dân thực hiện nếp sống văn minh năm 2026", "Ủy ban nhân dân xã La Ngâu ban hành Kế hoạch như sau:", "Bảng phân công (X: chủ trì, x: phối hợp)")
    paper.table(
        [
            ["Stt", "Đầu việc", "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Công an xã", "Hạn"],
            ["1", "Ký cam kết với các hộ kinh doanh", "", "x", "X", "x", "31/3/2026"],
            ["2", "Phát thanh trên hệ thống truyền thanh cơ sở", "x", "X", "", "", "Hằng tuần"],
            ["3", "Kiểm tra việc chấp hành", "x", "x", "x", "X", "Quý II, III và IV"],
            ["4", "Sơ kết 6 tháng, tổng kết năm", "X", "x", "", "", "Trước 20/6 và trước 20/12"],
        ]
    )
    paper.sign("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Mang Thị Liễu")
    return paper.as_bytes()


TASKS = [
    task("1", "Ký cam kết với các hộ kinh doanh", [K], [H, C], "31/3/2026", by("2026-03-31")),
    task("2", "Phát thanh trên hệ thống truyền thanh cơ sở", [H], [V], "Hằng tuần", RECURRING),
    task("3", "Kiểm tra việc chấp hành", [C], [V, H, K], "Quý II, III và IV", ("period", "2026-04-01", "2026-12-31")),
    task("4", "Sơ kết 6 tháng, tổng kết năm", [V], [H], "Trước 20/6 và trước 20/12", by("2026-12-19")),
]
RIGHT = plan(
    TASKS,
    title="Tuyên truyền, vận động nhân dân thực hiện nếp sống văn minh năm 2026",
    number="58/KH-UBND",
    issuer="Ủy ban nhân dân xã La Ngâu",
    year=2026,
    issued_on="2026-03-06",
    signer={"name": "Mang Thị Liễu", "title": "Phó Chủ tịch"},
    left_out=0,
    recurring=[rhythm("Hằng tuần", H, "weekly", required=False)],
)
