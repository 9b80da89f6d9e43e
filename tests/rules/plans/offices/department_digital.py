"""A department's digital transformation: product before deadline, a table cut into three with a row cut in two,
headers repeated, section rows inside the title cell, running numbers through the sections."""

from tests.rules.plans.offices.paper import Paper, plan, task

S1, S2 = "Hạ tầng số", "Dữ liệu số và dịch vụ số"
HEADER = ["STT", "Nội dung nhiệm vụ", "Sản phẩm", "Thời hạn hoàn thành", "Đơn vị chủ trì", "Đơn vị phối hợp", "Ghi chú"]


def build() -> bytes:
    paper = Paper(
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "Khánh Hòa, ngày      tháng 02 năm 2026",
        "Số:      /KH-SKHCN",
        "UBND TỈNH KHÁNH HÒA",
    )
    paper.say(
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026 của Sở Khoa học và Công nghệ",
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Sở Khoa học và Công nghệ ban hành Kế hoạch chuyển đổi số năm 2026 như sau:",
        "I. MỤC TIÊU",
        "- 100% hồ sơ công việc được xử lý trên môi trường mạng.",
        "II. NHIỆM VỤ",
        "(Chi tiết tại bảng dưới đây)",
    )
    paper.table(
        [
            HEADER,
            ["I", S1, "", "", "", "", ""],
            [
                "1",
                "Nâng cấp mạng nội bộ của Sở",
                "Hệ thống mạng đạt chuẩn",
                "Quý II/2026",
                "Văn phòng Sở",
                "Trung tâm Công nghệ thông tin",
                "",
            ],
            [
                "2",
                "Trang bị chữ ký số cho công chức chưa được cấp",
                "100% công chức có chữ ký số",
                "Trước ngày 31/3/2026",
                "Phòng Chuyển đổi số",
                "Các phòng, đơn vị thuộc Sở",
                "",
            ],
            ["II", S2, "", "", "", "", ""],
            [
                "3",
                "Xây dựng danh mục dữ liệu dùng chung của ngành, bảo đảm",
                "Quyết định ban hành danh mục",
                "30/6/2026",
                "Phòng Chuyển đổi số",
                "Các phòng",
                "",
            ],
        ]
    )
    paper.table(
        [
            ["", "khả năng chia sẻ qua trục tích hợp của tỉnh", "", "", "", "", ""],
            [
                "4",
                "Số hóa hồ sơ nhiệm vụ khoa học giai đoạn 2016-2020",
                "- Đến 30/9/2026: số hóa 50%\n- Đến 31/12/2026: số hóa 100%",
                "Trong năm 2026",
                "Phòng Quản lý khoa học",
                "Văn phòng Sở (bộ phận Lưu trữ)",
                "Kinh phí sự nghiệp",
            ],
        ]
    )
    paper.table(
        [
            HEADER,
            ["5", "Rà soát, tái cấu trúc quy trình dịch vụ công trực tuyến toàn trình", "Tờ trình, quy trình được phê duyệt", "Theo tiến độ của Văn phòng UBND tỉnh", "Các phòng chuyên môn", "Văn phòng Sở", ""],
            ["6", "Bồi dưỡng kỹ năng số, sử dụng trí tuệ nhân tạo", "02 lớp", "Tháng 4, 9/2026", "Văn phòng Sở", "Phòng Chuyển đổi số, Trung tâm Công nghệ thông tin", ""],
            ["7", "Báo cáo kết quả chuyển đổi số", "Báo cáo", "Hằng quý, trước ngày 15 của tháng cuối quý", "Phòng Chuyển đổi số", "Các phòng, đơn vị thuộc Sở", ""],
        ]
    )  # fmt: skip
    paper.sign("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Quốc Bảo")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("I.1", "Nâng cấp mạng nội bộ của Sở", ["Văn phòng Sở"], ["Trung tâm Công nghệ thông tin"], "Quý II/2026", ("period", "2026-04-01", "2026-06-30"), section=[S1], product="Hệ thống mạng đạt chuẩn"),
        task("I.2", "Trang bị chữ ký số cho công chức chưa được cấp", ["Phòng Chuyển đổi số"], ["Các phòng, đơn vị thuộc Sở"], "Trước ngày 31/3/2026", ("date", None, "2026-03-30"), section=[S1], product="100% công chức có chữ ký số"),
        task("II.3", "Xây dựng danh mục dữ liệu dùng chung của ngành, bảo đảm khả năng chia sẻ qua trục tích hợp của tỉnh", ["Phòng Chuyển đổi số"], ["Các phòng"], "30/6/2026", ("date", None, "2026-06-30"), section=[S2], product="Quyết định ban hành danh mục"),
        task("II.4", "Số hóa hồ sơ nhiệm vụ khoa học giai đoạn 2016-2020", ["Phòng Quản lý khoa học"], ["Văn phòng Sở (bộ phận Lưu trữ)"], "Trong năm 2026", ("period", "2026-01-01", "2026-12-31"), section=[S2]),
        task("II.5", "Rà soát, tái cấu trúc quy trình dịch vụ công trực tuyến toàn trình", ["Các phòng chuyên môn"], ["Văn phòng Sở"], "Theo tiến độ của Văn phòng UBND tỉnh", ("external", None, None), section=[S2], product="Tờ trình, quy trình được phê duyệt"),
        task("II.6", "Bồi dưỡng kỹ năng số, sử dụng trí tuệ nhân tạo", ["Văn phòng Sở"], ["Phòng Chuyển đổi số", "Trung tâm Công nghệ thông tin"], "Tháng 4, 9/2026", ("period", "2026-04-01", "2026-09-30"), section=[S2], product="02 lớp"),
        task("II.7", "Báo cáo kết quả chuyển đổi số", ["Phòng Chuyển đổi số"], ["Các phòng, đơn vị thuộc Sở"], "Hằng quý, trước ngày 15 của tháng cuối quý", ("recurring", None, None), section=[S2], product="Báo cáo"),
    ],
    title="Chuyển đổi số năm 2026 của Sở Khoa học và Công nghệ",
    issuer="Sở Khoa học và Công nghệ", year=2026, issued_on=None,
    signer={"name": "Trần Quốc Bảo", "title": "Phó Giám đốc"},
    recurring=[{"text": "Hằng quý, trước ngày 15 của tháng cuối quý", "unit": "Phòng Chuyển đổi số", "freq": "quarterly", "quota": None}],
    left_out=0,
)  # fmt: skip
RIGHT["tasks"][3]["deadline"]["milestones"] = [{"due": "2026-09-30"}, {"due": "2026-12-31"}]
