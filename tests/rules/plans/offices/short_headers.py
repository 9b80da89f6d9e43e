"""Headers in short forms, two annexes that number anew, dates without a year in a plan written the year before."""

from tests.rules.plans.offices.paper import Paper, by, months, plan, quarters, task

# fmt: off

def build() -> bytes:
    paper = Paper("ỦY BAN MTTQ VIỆT NAM\nXÃ VẠN NINH", "Vạn Ninh, ngày 10 tháng 12 năm 2025", "Số: 44/KH-MTTQ-BTT")
    paper.say("KẾ HOẠCH", "Phối hợp và thống nhất hành động năm 2026", "Ban Thường trực Ủy ban MTTQ Việt Nam xã Vạn Ninh xây dựng Kế hoạch phối hợp và thống nhất hành động năm 2026.", "PHỤ LỤC I", "HOẠT ĐỘNG CỦA ỦY BAN MTTQ VIỆT NAM XÃ")
    H = ["TT", "Hoạt động", "T/gian", "Đ/vị chủ trì", "Đ/vị PH"]
    paper.table(
        [
            H,
            ["1", "Giám sát việc thu, chi các khoản vận động", "Q2", "Ban Thường trực", "Hội Nông dân, Hội LHPN"],
            ["2", "Ngày hội Đại đoàn kết toàn dân tộc", "01-18/11", "Ban Công tác Mặt trận các thôn", "Ban Thường trực"],
            ["3", 'Quỹ "Vì người nghèo"', "T10-T11", "Ban Thường trực", "Các tổ chức thành viên"],
        ]
    )
    paper.say("PHỤ LỤC II", "HOẠT ĐỘNG CỦA CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI")
    paper.table([H, ["1", "Đại hội Chi hội Phụ nữ", "31/3", "Hội LHPN", "Ban Thường trực"], ["2", "Hỗ trợ vốn vay cho hội viên", "Cả năm", "Hội Nông dân", "Ngân hàng CSXH"]])
    paper.sign("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Võ Thành Nhân")
    return paper.as_bytes()


TASKS = [
    task("I.1", "Giám sát việc thu, chi các khoản vận động", ["Ban Thường trực"], ["Hội Nông dân", "Hội LHPN"], "Q2", quarters(2026, 2)),
    task("I.2", "Ngày hội Đại đoàn kết toàn dân tộc", ["Ban Công tác Mặt trận các thôn"], ["Ban Thường trực"], "01-18/11", ("period", "2026-11-01", "2026-11-18")),
    task("I.3", 'Quỹ "Vì người nghèo"', ["Ban Thường trực"], ["Các tổ chức thành viên"], "T10-T11", months(2026, 10, 11)),
    task("II.1", "Đại hội Chi hội Phụ nữ", ["Hội LHPN"], ["Ban Thường trực"], "31/3", by("2026-03-31")),
    task("II.2", "Hỗ trợ vốn vay cho hội viên", ["Hội Nông dân"], ["Ngân hàng CSXH"], "Cả năm", months(2026, 1, 12)),
]
RIGHT = plan(TASKS, title="Phối hợp và thống nhất hành động năm 2026", number="44/KH-MTTQ-BTT", issuer="Ủy ban MTTQ Việt Nam xã Vạn Ninh", year=2026, issued_on="2025-12-10", signer={"name": "Võ Thành Nhân", "title": "Chủ tịch"}, left_out=0)
