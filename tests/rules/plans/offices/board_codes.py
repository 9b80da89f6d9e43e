"""A project board's sheet: codes of its own for tasks, the lead merged over several rows, who in persons, dates as dates,
a second sheet with other things."""

import datetime

from tests.rules.plans.offices.paper import plan, task, workbook

D = datetime.date


def build() -> bytes:
    return workbook(
        (
            "Nhiệm vụ",
            [
                ["BAN QUẢN LÝ DỰ ÁN CÁC CÔNG TRÌNH GIAO THÔNG", "", "", "", "", ""],
                ["BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2026", "<", "<", "<", "<", "<"],
                ["", "", "", "", "", ""],
                ["Mã NV", "Chủ trì", "Công việc phải làm", "Hạn", "Đầu ra", "Phối hợp"],
                ["GT-01", "Phòng Kỹ thuật - Thẩm định", "Trình thẩm định thiết kế cầu Sông Cái", D(2026, 3, 20), "Tờ trình", "Phòng Kế hoạch"],
                ["GT-02", "^", "Nghiệm thu khối lượng đợt 2", D(2026, 6, 15), "Biên bản", "Tư vấn giám sát"],
                ["GT-03", "^", "Kiểm tra hiện trường", "Hằng tuần", "Nhật ký", ""],
                ["GT-04", "Phòng Tài chính - Kế toán", "Lập báo cáo quyết toán dự án hoàn thành", D(2026, 9, 30), "Báo cáo quyết toán", "Các phòng"],
                ["GT-05", "Đ/c Trần Văn Khoa, Phó Giám đốc", "Giải phóng mặt bằng đoạn Km3 - Km5", "Trước 30/4/2026", "Mặt bằng sạch", "UBND xã Diên Điền; Trung tâm Phát triển quỹ đất"],
            ],
        ),
        ("Danh bạ", [["Họ tên", "Chức vụ", "Điện thoại", "Thư điện tử"], ["Trần Văn Khoa", "Phó Giám đốc", "0905123456", "khoa@example.vn"]]),
    )  # fmt: skip


RIGHT = plan(
    [
        task("GT-01", "Trình thẩm định thiết kế cầu Sông Cái", ["Phòng Kỹ thuật - Thẩm định"], ["Phòng Kế hoạch"], "20/03/2026", ("date", None, "2026-03-20"), product="Tờ trình"),
        task("GT-02", "Nghiệm thu khối lượng đợt 2", ["Phòng Kỹ thuật - Thẩm định"], ["Tư vấn giám sát"], "15/06/2026", ("date", None, "2026-06-15"), product="Biên bản"),
        task("GT-03", "Kiểm tra hiện trường", ["Phòng Kỹ thuật - Thẩm định"], [], "Hằng tuần", ("recurring", None, None), product="Nhật ký"),
        task("GT-04", "Lập báo cáo quyết toán dự án hoàn thành", ["Phòng Tài chính - Kế toán"], ["Các phòng"], "30/09/2026", ("date", None, "2026-09-30"), product="Báo cáo quyết toán"),
        task("GT-05", "Giải phóng mặt bằng đoạn Km3 - Km5", ["Đ/c Trần Văn Khoa, Phó Giám đốc"], ["UBND xã Diên Điền", "Trung tâm Phát triển quỹ đất"], "Trước 30/4/2026", ("date", None, "2026-04-29"), product="Mặt bằng sạch"),
    ],
    title="BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2026", issuer="BAN QUẢN LÝ DỰ ÁN CÁC CÔNG TRÌNH GIAO THÔNG", year=2026,
    signer={"name": None, "title": None},
    recurring=[{"text": "Hằng tuần", "unit": "Phòng Kỹ thuật - Thẩm định", "freq": "weekly", "quota": None}],
    left_out=2,
)  # fmt: skip
