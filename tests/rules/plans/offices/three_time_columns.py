"""An inspectorate: three columns speak of time, one of them says when; the name of each inspection stands beside its content."""

from tests.rules.plans.offices.paper import Paper, months, plan, quarters, task

# fmt: off

A, B = "THANH TRA HÀNH CHÍNH", "THANH TRA CHUYÊN ĐỀ"


def build() -> bytes:
    paper = Paper("THANH TRA TỈNH", "Tây Ninh, ngày 05 tháng 01 năm 2026", "Số: 02/KH-TTT", "ỦY BAN NHÂN DÂN TỈNH TÂY NINH")
    paper.say("KẾ HOẠCH", "Công tác thanh tra năm 2026", "Thanh tra tỉnh ban hành Kế hoạch công tác thanh tra năm 2026 như sau:")
    paper.table(
        [
            ["TT", "Tên cuộc thanh tra", "Đối tượng thanh tra", "Nội dung thanh tra", "Thời kỳ thanh tra", "Thời hạn thanh tra", "Thời gian tiến hành", "Đơn vị chủ trì", "Đơn vị phối hợp"],
            ["I", "THANH TRA HÀNH CHÍNH", "<", "<", "<", "<", "<", "<", "<"],
            ["1", "Thanh tra việc quản lý, sử dụng ngân sách tại UBND xã Tân Biên", "UBND xã Tân Biên", "Thu, chi ngân sách", "Năm 2024, 2025", "45 ngày", "Quý I/2026", "Phòng Nghiệp vụ 1", "Sở Tài chính"],
            ["2", "Thanh tra công tác quản lý đất đai tại phường Tân Ninh", "UBND phường Tân Ninh", "Cấp giấy chứng nhận", "2023 - 2025", "30 ngày", "Tháng 5/2026", "Phòng Nghiệp vụ 2", "Sở Nông nghiệp và Môi trường"],
            ["II", "THANH TRA CHUYÊN ĐỀ", "<", "<", "<", "<", "<", "<", "<"],
            ["1", "Thanh tra việc mua sắm thiết bị y tế", "Sở Y tế", "Đấu thầu, mua sắm", "2024 - 2025", "45 ngày", "Quý III/2026", "Phòng Nghiệp vụ 3", ""],
        ]
    )
    paper.sign("", "CHÁNH THANH TRA", "Lê Hoàng Vũ")
    return paper.as_bytes()


TASKS = [
    task("I.1", "Thanh tra việc quản lý, sử dụng ngân sách tại UBND xã Tân Biên", ["Phòng Nghiệp vụ 1"], ["Sở Tài chính"], "", quarters(2026, 1), section=[A]),
    task("I.2", "Thanh tra công tác quản lý đất đai tại phường Tân Ninh", ["Phòng Nghiệp vụ 2"], ["Sở Nông nghiệp và Môi trường"], "", months(2026, 5), section=[A]),
    task("II.1", "Thanh tra việc mua sắm thiết bị y tế", ["Phòng Nghiệp vụ 3"], [], "", quarters(2026, 3), section=[B]),
]
for one in TASKS:
    del one["deadline_text"]  # of three columns
RIGHT = plan(TASKS, title="Công tác thanh tra năm 2026", number="02/KH-TTT", issuer="Thanh tra tỉnh", year=2026, issued_on="2026-01-05", signer={"name": "Lê Hoàng Vũ", "title": "Chánh Thanh tra"}, left_out=0)
