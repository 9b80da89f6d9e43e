"""A health centre's sheet: titles above the header, a column of targets beside the dates, real dates, who in person,
groups of rows merged downwards, a note column, numbers with a leading zero."""

import datetime

from tests.rules.plans.offices.paper import plan, task, workbook

G1, G2 = "CÔNG TÁC CHUYÊN MÔN", "CÔNG TÁC HÀNH CHÍNH"


def build() -> bytes:
    return workbook(
        (
            "KH 2026",
            [
                ["SỞ Y TẾ KHÁNH HÒA", "", "", "", "", "", ""],
                ["TRUNG TÂM Y TẾ DIÊN KHÁNH", "", "", "", "", "", ""],
                ["KẾ HOẠCH", "<", "<", "<", "<", "<", "<"],
                ["Công tác trọng tâm năm 2026 của Trung tâm Y tế Diên Khánh", "<", "<", "<", "<", "<", "<"],
                ["Số TT", "Hoạt động", "Chỉ tiêu", "Thời gian thực hiện", "Khoa/phòng chủ trì", "Khoa/phòng phối hợp", "Ghi chú"],
                ["I", G1, "<", "<", "<", "<", "<"],
                ["01", "Tiêm chủng mở rộng cho trẻ dưới 1 tuổi", ">= 95%", "Ngày 10 hằng tháng", "Khoa Kiểm soát bệnh tật", "Các trạm y tế", ""],
                ["02", "Khám sức khỏe người cao tuổi", "8.500 người", datetime.datetime(2026, 10, 31), "Khoa Khám bệnh", "Các trạm y tế", ""],
                ["03", "Giám sát dịch bệnh", "", "Thường xuyên", "Khoa Kiểm soát bệnh tật", "Phòng Kế hoạch - Nghiệp vụ; các trạm y tế", "Báo cáo tuần"],
                ["04", "Tập huấn hồ sơ bệnh án điện tử", "02 lớp", "Quý I, II/2026", "Phòng Kế hoạch - Nghiệp vụ", "", ""],
                ["II", G2, "<", "<", "<", "<", "<"],
                ["05", "Kiểm kê tài sản", "01 biên bản", datetime.date(2026, 12, 31), "Phòng Tài chính - Kế toán", "Phòng Tổ chức - Hành chính", ""],
                ["06", "Đánh giá, xếp loại viên chức", "100% viên chức", "Trước ngày 15/12/2026", "Phòng Tổ chức - Hành chính", "Các khoa, phòng", ""],
                ["", "Người lập biểu", "", "", "", "", ""],
            ],
        )
    )  # fmt: skip


RIGHT = plan(
    [
        task("I.01", "Tiêm chủng mở rộng cho trẻ dưới 1 tuổi", ["Khoa Kiểm soát bệnh tật"], ["Các trạm y tế"], "Ngày 10 hằng tháng", ("recurring", None, None), section=[G1], product=">= 95%"),
        task("I.02", "Khám sức khỏe người cao tuổi", ["Khoa Khám bệnh"], ["Các trạm y tế"], "31/10/2026", ("date", None, "2026-10-31"), section=[G1], product="8.500 người"),
        task("I.03", "Giám sát dịch bệnh", ["Khoa Kiểm soát bệnh tật"], ["Phòng Kế hoạch - Nghiệp vụ", "các trạm y tế"], "Thường xuyên", ("ongoing", None, None), section=[G1], product=""),
        task("I.04", "Tập huấn hồ sơ bệnh án điện tử", ["Phòng Kế hoạch - Nghiệp vụ"], [], "Quý I, II/2026", ("period", "2026-01-01", "2026-06-30"), section=[G1], product="02 lớp"),
        task("II.05", "Kiểm kê tài sản", ["Phòng Tài chính - Kế toán"], ["Phòng Tổ chức - Hành chính"], "31/12/2026", ("date", None, "2026-12-31"), section=[G2], product="01 biên bản"),
        task("II.06", "Đánh giá, xếp loại viên chức", ["Phòng Tổ chức - Hành chính"], ["Các khoa, phòng"], "Trước ngày 15/12/2026", ("date", None, "2026-12-14"), section=[G2], product="100% viên chức"),
    ],
    title="Công tác trọng tâm năm 2026 của Trung tâm Y tế Diên Khánh", issuer="Trung tâm Y tế Diên Khánh", year=2026,
    signer={"name": None, "title": None},
    recurring=[{"text": "Ngày 10 hằng tháng", "unit": "Khoa Kiểm soát bệnh tật", "freq": "monthly", "quota": None}],
    left_out=0,
)  # fmt: skip
