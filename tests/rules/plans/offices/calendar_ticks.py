"""A sheet with a calendar: rows are ticked under the quarters; the title and two rows of names stand above."""

from tests.rules.plans.offices.paper import plan, task, workbook

G = "ĐÀO TẠO, BỒI DƯỠNG"


def build() -> bytes:
    return workbook(
        (
            "Lịch",
            [
                ["KẾ HOẠCH", "<", "<", "<", "<", "<", "<", "<"],
                ["Đào tạo, bồi dưỡng cán bộ, công chức năm 2026 của Sở Xây dựng", "<", "<", "<", "<", "<", "<", "<"],
                ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian thực hiện", "<", "<", "<", "Kết quả"],
                ["^", "^", "^", "Quý I", "Quý II", "Quý III", "Quý IV", "^"],
                ["I", G, "", "", "", "", "", ""],
                ["1", "Khảo sát nhu cầu đào tạo", "Văn phòng Sở", "x", "", "", "", "Báo cáo khảo sát"],
                ["2", "Lớp bồi dưỡng chuyển đổi số", "Văn phòng Sở, Trung tâm Quy hoạch", "", "x", "x", "", "02 lớp"],
                ["3", "Tổng kết công tác đào tạo", "Phòng Tổ chức", "", "", "", "X", "Báo cáo tổng kết"],
            ],
        )
    )  # fmt: skip


RIGHT = plan(
    [
        task("I.1", "Khảo sát nhu cầu đào tạo", ["Văn phòng Sở"], [], "Quý I", ("period", "2026-01-01", "2026-03-31"), section=[G], product="Báo cáo khảo sát"),
        task("I.2", "Lớp bồi dưỡng chuyển đổi số", ["Văn phòng Sở", "Trung tâm Quy hoạch"], [], "Quý II, Quý III", ("period", "2026-04-01", "2026-09-30"), section=[G], product="02 lớp"),
        task("I.3", "Tổng kết công tác đào tạo", ["Phòng Tổ chức"], [], "Quý IV", ("period", "2026-10-01", "2026-12-31"), section=[G], product="Báo cáo tổng kết"),
    ],
    title="Đào tạo, bồi dưỡng cán bộ, công chức năm 2026 của Sở Xây dựng", issuer=None, year=2026,
    signer={"name": None, "title": None}, left_out=0,
)  # fmt: skip
