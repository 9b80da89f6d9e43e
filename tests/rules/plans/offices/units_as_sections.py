"""The sections are the units that lead; a column only for those who help."""

from tests.rules.plans.offices.paper import RECURRING, Paper, by, months, plan, quarters, rhythm, task

# fmt: off

V, K, C = "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Công an xã"


def build() -> bytes:
    paper = Paper("UBND XÃ ĐỨC LINH", "Đức Linh, ngày 27 tháng 01 năm 2026", "Số: 19/KH-UBND")
    paper.say("KẾ HOẠCH", "Phân công thực hiện nhiệm vụ kinh tế - xã hội năm 2026", "UBND xã Đức Linh phân công nhiệm vụ năm 2026 như sau:")
    paper.table(
        [
            ["STT", "Nội dung công việc", "Thời gian hoàn thành", "Đơn vị phối hợp", "Kết quả"],
            ["I", "Văn phòng HĐND và UBND", "<", "<", "<"],
            ["1", "Tham mưu quy chế làm việc", "Tháng 02/2026", "Các phòng chuyên môn", "Quyết định"],
            ["2", "Tổng hợp báo cáo kinh tế - xã hội", "Trước ngày 18 hằng tháng", "Các phòng chuyên môn", "Báo cáo"],
            ["II", "Phòng Kinh tế", "<", "<", "<"],
            ["1", "Thu hồi đất dự án khu dân cư", "30/9/2026", "Ban Quản lý dự án", "Quyết định thu hồi"],
            ["III", "Công an xã", "<", "<", "<"],
            ["1", "Tổng kiểm tra phòng cháy, chữa cháy", "Quý II", "", "Biên bản"],
        ]
    )
    paper.sign("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Hữu Phước")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("I.1", "Tham mưu quy chế làm việc", [V], ["Các phòng chuyên môn"], "Tháng 02/2026", months(2026, 2), section=[V], product="Quyết định"),
        task("I.2", "Tổng hợp báo cáo kinh tế - xã hội", [V], ["Các phòng chuyên môn"], "Trước ngày 18 hằng tháng", RECURRING, section=[V], product="Báo cáo"),
        task("II.1", "Thu hồi đất dự án khu dân cư", [K], ["Ban Quản lý dự án"], "30/9/2026", by("2026-09-30"), section=[K], product="Quyết định thu hồi"),
        task("III.1", "Tổng kiểm tra phòng cháy, chữa cháy", [C], [], "Quý II", quarters(2026, 2), section=[C], product="Biên bản"),
    ],
    title="Phân công thực hiện nhiệm vụ kinh tế - xã hội năm 2026",
    number="19/KH-UBND",
    issuer="UBND xã Đức Linh",
    year=2026,
    issued_on="2026-01-27",
    signer={"name": "Nguyễn Hữu Phước", "title": "Chủ tịch"},
    left_out=0,
    recurring=[rhythm("Trước ngày 18 hằng tháng", V, "monthly", required=False)],
)
