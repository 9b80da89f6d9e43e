"""Who leads, who helps and when, all in one column."""

from tests.rules.plans.offices.paper import ONGOING, Paper, by, months, plan, task

# fmt: off

def build() -> bytes:
    paper = Paper("CHI CỤC KIỂM LÂM", "Quảng Trị, ngày 14 tháng 01 năm 2026", "Số: 33/KH-CCKL", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG")
    paper.say("KẾ HOẠCH", "Bảo vệ rừng và phòng cháy, chữa cháy rừng năm 2026", "Chi cục Kiểm lâm xây dựng Kế hoạch bảo vệ rừng và phòng cháy, chữa cháy rừng năm 2026 như sau:")
    paper.table(
        [
            ["TT", "Nhiệm vụ, giải pháp", "Phân công thực hiện và thời gian hoàn thành"],
            ["1", "Rà soát, cập nhật bản đồ vùng trọng điểm cháy", "Chủ trì: Phòng Quản lý bảo vệ rừng. Phối hợp: các Hạt Kiểm lâm. Thời gian: trước ngày 28/02/2026"],
            ["2", "Tổ chức diễn tập chữa cháy rừng", "Hạt Kiểm lâm Hướng Hóa chủ trì, phối hợp với UBND các xã; hoàn thành trong tháng 4/2026"],
            ["3", "Tuần tra, truy quét khai thác rừng trái phép", "Các Hạt Kiểm lâm; thường xuyên"],
        ]
    )
    paper.sign("", "CHI CỤC TRƯỞNG", "ThS. Lê Đức Việt")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("1", "Rà soát, cập nhật bản đồ vùng trọng điểm cháy", ["Phòng Quản lý bảo vệ rừng"], ["các Hạt Kiểm lâm"], "", by("2026-02-27")),
        task("2", "Tổ chức diễn tập chữa cháy rừng", ["Hạt Kiểm lâm Hướng Hóa"], ["UBND các xã"], "", months(2026, 4)),
        task("3", "Tuần tra, truy quét khai thác rừng trái phép", ["Các Hạt Kiểm lâm"], [], "", ONGOING),
    ],
    title="Bảo vệ rừng và phòng cháy, chữa cháy rừng năm 2026",
    number="33/KH-CCKL",
    issuer="Chi cục Kiểm lâm",
    year=2026,
    issued_on="2026-01-14",
    signer={"name": "Lê Đức Việt", "title": "Chi cục trưởng"},
    left_out=0,
)
for one in RIGHT["tasks"]:
    del one["deadline_text"]  # the whole cell
