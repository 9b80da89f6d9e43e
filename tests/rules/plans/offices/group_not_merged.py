"""A header over two columns that nobody merged, lettered rows under a number, a rank before the signer's name."""

from tests.rules.plans.offices.paper import ONGOING, Paper, by, months, plan, quarters, task

# fmt: off

A, B = "NHÓM TIỆN ÍCH PHỤC VỤ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", "NHÓM PHÁT TRIỂN CÔNG DÂN SỐ"
T = "Tổ Cảnh sát quản lý hành chính"


def build() -> bytes:
    paper = Paper("CÔNG AN XÃ CAM LÂM", "Cam Lâm, ngày 09 tháng 02 năm 2026", "Số: 31/KH-CAX", "CÔNG AN TỈNH KHÁNH HÒA")
    paper.say("KẾ HOẠCH", "Thực hiện Đề án 06 năm 2026 trên địa bàn xã Cam Lâm", "Công an xã Cam Lâm ban hành Kế hoạch thực hiện Đề án 06 năm 2026 như sau:")
    paper.table(
        [
            ["STT", "Nội dung nhiệm vụ", "Đơn vị thực hiện", "", "Thời hạn", "Kết quả cần đạt"],
            ["", "", "Chủ trì", "Phối hợp", "", ""],
            ["I", "NHÓM TIỆN ÍCH PHỤC VỤ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", "", "", "", ""],
            ["1", "Tiếp nhận hồ sơ cư trú trực tuyến:", "", "", "", ""],
            ["a", "Đăng ký thường trú", "Tổ Cảnh sát quản lý hành chính", "Trung tâm PVHCC", "Thường xuyên", "Đạt 95%"],
            ["b", "Thông báo lưu trú", "Tổ Cảnh sát quản lý hành chính", "Các cơ sở lưu trú", "Thường xuyên", "Đạt 100%"],
            ["2", "Cấp căn cước cho trẻ dưới 14 tuổi", "Tổ Cảnh sát quản lý hành chính", "Các trường học trên địa bàn xã", "Hoàn thành trước ngày 01/9/2026", "100% trẻ có nhu cầu"],
            ["", "- Lập danh sách", "Công chức tư pháp - hộ tịch", "", "Tháng 3/2026", "Danh sách"],
            ["II", "NHÓM PHÁT TRIỂN CÔNG DÂN SỐ", "", "", "", ""],
            ["3", "Kích hoạt tài khoản VNeID mức độ 2", "Tổ Đề án 06 thôn", "Đoàn Thanh niên xã", "Quý II/2026", "Đạt 90%"],
        ]
    )
    paper.sign("TL. TRƯỞNG CÔNG AN XÃ", "PHÓ TRƯỞNG CÔNG AN XÃ", "Đại úy Mai Xuân Thắng")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("I.1.a", "Đăng ký thường trú", [T], ["Trung tâm PVHCC"], "Thường xuyên", ONGOING, section=[A, "Tiếp nhận hồ sơ cư trú trực tuyến"], product="Đạt 95%"),
        task("I.1.b", "Thông báo lưu trú", [T], ["Các cơ sở lưu trú"], "Thường xuyên", ONGOING, section=[A, "Tiếp nhận hồ sơ cư trú trực tuyến"], product="Đạt 100%"),
        task(
            "I.2",
            "Cấp căn cước cho trẻ dưới 14 tuổi",
            [T],
            ["Các trường học trên địa bàn xã"],
            "Hoàn thành trước ngày 01/9/2026",
            by("2026-08-31"),
            section=[A],
            product="100% trẻ có nhu cầu",
            sub_tasks=[task("I.2/1", "- Lập danh sách", ["Công chức tư pháp - hộ tịch"], [], "Tháng 3/2026", months(2026, 3), product="Danh sách")],
        ),
        task("II.3", "Kích hoạt tài khoản VNeID mức độ 2", ["Tổ Đề án 06 thôn"], ["Đoàn Thanh niên xã"], "Quý II/2026", quarters(2026, 2), section=[B], product="Đạt 90%"),
    ],
    title="Thực hiện Đề án 06 năm 2026 trên địa bàn xã Cam Lâm",
    number="31/KH-CAX",
    issuer="Công an xã Cam Lâm",
    year=2026,
    issued_on="2026-02-09",
    signer={"name": "Mai Xuân Thắng", "title": "Phó Trưởng Công an xã"},
    left_out=0,
)
