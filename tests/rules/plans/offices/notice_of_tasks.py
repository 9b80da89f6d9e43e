"""A notice that hands out tasks: the lead stands first and is merged downwards, an office under its council."""

from tests.rules.plans.offices.paper import ONGOING, RECURRING, RELATIVE, Paper, by, months, plan, rhythm, task

# fmt: off

def build() -> bytes:
    paper = Paper("VĂN PHÒNG", "Đắk Lắk, ngày 02 tháng 3 năm 2026", "Số: 512/TB-VPUB", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK")
    paper.say("THÔNG BÁO", "Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ tháng 02 năm 2026", "Văn phòng UBND tỉnh thông báo các nhiệm vụ giao tại phiên họp như sau (gồm 06 nhiệm vụ):")
    paper.table(
        [
            ["Cơ quan chủ trì", "TT", "Nhiệm vụ giao", "Thời hạn hoàn thành", "Lãnh đạo UBND tỉnh chỉ đạo"],
            ["Sở Tài chính", "1", "Tham mưu phương án phân bổ vốn đầu tư công đợt 2, trình UBND tỉnh", "10/3/2026", "PCT Nguyễn Thiên Văn"],
            ["^", "2", "Đôn đốc giải ngân vốn chương trình mục tiêu quốc gia", "Báo cáo trước ngày 25 hằng tháng", "^"],
            ["^", "3", "Rà soát tài sản công dôi dư sau sắp xếp", "Chậm nhất 30/4/2026", "^"],
            ["Sở Xây dựng;\nSở Nông nghiệp và Môi trường", "4", "Tháo gỡ vướng mắc mỏ vật liệu san lấp", "Trong tháng 3/2026", "PCT Trương Công Thái"],
            ["Thanh tra tỉnh", "5", "Báo cáo kết quả xử lý sau thanh tra", "15 ngày kể từ ngày ban hành Thông báo này", "Chủ tịch UBND tỉnh"],
            ["Các sở, ban, ngành; UBND các xã, phường", "6", "Nâng cao chỉ số PCI", "Thường xuyên", "^"],
        ]
    )
    paper.sign("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Nguyễn Thị Kim Yến")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("1", "Tham mưu phương án phân bổ vốn đầu tư công đợt 2, trình UBND tỉnh", ["Sở Tài chính"], [], "10/3/2026", by("2026-03-10")),
        task("2", "Đôn đốc giải ngân vốn chương trình mục tiêu quốc gia", ["Sở Tài chính"], [], "Báo cáo trước ngày 25 hằng tháng", RECURRING),
        task("3", "Rà soát tài sản công dôi dư sau sắp xếp", ["Sở Tài chính"], [], "Chậm nhất 30/4/2026", by("2026-04-30")),
        task("4", "Tháo gỡ vướng mắc mỏ vật liệu san lấp", ["Sở Xây dựng", "Sở Nông nghiệp và Môi trường"], [], "Trong tháng 3/2026", months(2026, 3)),
        task("5", "Báo cáo kết quả xử lý sau thanh tra", ["Thanh tra tỉnh"], [], "15 ngày kể từ ngày ban hành Thông báo này", RELATIVE),
        task("6", "Nâng cao chỉ số PCI", ["Các sở, ban, ngành", "UBND các xã, phường"], [], "Thường xuyên", ONGOING),
    ],
    title="Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ tháng 02 năm 2026",
    number="512/TB-VPUB",
    issuer="Văn phòng Ủy ban nhân dân tỉnh Đắk Lắk",
    year=2026,
    issued_on="2026-03-02",
    signer={"name": "Nguyễn Thị Kim Yến", "title": "Phó Chánh Văn phòng"},
    stated_total={"text": "", "n": 6},
    left_out=0,
    recurring=[rhythm("Báo cáo trước ngày 25 hằng tháng", "Sở Tài chính", "monthly", required=False), rhythm("Đôn đốc giải ngân vốn chương trình mục tiêu quốc gia", "Sở Tài chính", "monthly", required=False)],
)
