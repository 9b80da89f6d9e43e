"""The annex's title is the table's first row, the header its second; a note runs across at the end; dates of every kind."""

from tests.rules.plans.offices.paper import Paper, plan, task


def build() -> bytes:
    paper = Paper(
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\nPHƯỜNG BẮC CAM RANH",
        "Bắc Cam Ranh, ngày     tháng 3 năm 2026",
        "Số:    /KH-TTPVHCC",
        "UBND PHƯỜNG BẮC CAM RANH",
    )
    paper.say(
        "KẾ HOẠCH",
        "Nâng cao chất lượng phục vụ năm 2026",
        "Trung tâm Phục vụ hành chính công phường Bắc Cam Ranh xây dựng Kế hoạch như sau:",
    )
    paper.table(
        [
            ["PHÂN CÔNG NHIỆM VỤ CỤ THỂ", "<", "<", "<", "<"],
            ["TT", "Công việc", "Cơ quan, đơn vị thực hiện", "Thời gian", "Kết quả"],
            ["1", "Niêm yết thủ tục hành chính", "Bộ phận Một cửa (chủ trì), các phòng chuyên môn (phối hợp)", "Xong trước 15/4", "100% thủ tục được niêm yết"],
            ["2", "Khảo sát mức độ hài lòng", "Bộ phận Một cửa", "2 tháng/lần", "Báo cáo khảo sát"],
            ["3", "Ngày hội chuyển đổi số", "Trung tâm; Đoàn Thanh niên phường và Tổ công nghệ số cộng đồng phối hợp", "15-20/6/2026", "01 ngày hội"],
            ["4", "Cập nhật bộ thủ tục hành chính mới", "Bộ phận Một cửa", "Sau khi có Quyết định công bố của UBND tỉnh", ""],
            ["5", "Báo cáo kết quả giải quyết hồ sơ", "Đ/c Nguyễn Thị Bích Liên", "Hằng tháng (trước ngày 25)", "Báo cáo"],
            ["6", "Số hóa hồ sơ", "Tất cả công chức, viên chức của Trung tâm", "Thường xuyên", "Đạt 80% trở lên"],
            ["Ghi chú: Các nhiệm vụ phát sinh do Giám đốc Trung tâm phân công.", "<", "<", "<", "<"],
        ]
    )  # fmt: skip
    paper.sign("", "GIÁM ĐỐC", "Trương Quang Vinh")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("1", "Niêm yết thủ tục hành chính", ["Bộ phận Một cửa"], ["các phòng chuyên môn"], "Xong trước 15/4", ("date", None, "2026-04-14"), product="100% thủ tục được niêm yết"),
        task("2", "Khảo sát mức độ hài lòng", ["Bộ phận Một cửa"], [], "2 tháng/lần", ("recurring", None, None), product="Báo cáo khảo sát"),
        task("3", "Ngày hội chuyển đổi số", ["Trung tâm"], ["Đoàn Thanh niên phường", "Tổ công nghệ số cộng đồng"], "15-20/6/2026", ("period", "2026-06-15", "2026-06-20"), product="01 ngày hội"),
        task("4", "Cập nhật bộ thủ tục hành chính mới", ["Bộ phận Một cửa"], [], "Sau khi có Quyết định công bố của UBND tỉnh", ("relative", None, None), product=""),
        task("5", "Báo cáo kết quả giải quyết hồ sơ", ["Đ/c Nguyễn Thị Bích Liên"], [], "Hằng tháng (trước ngày 25)", ("recurring", None, None), product="Báo cáo"),
        task("6", "Số hóa hồ sơ", ["Tất cả công chức, viên chức của Trung tâm"], [], "Thường xuyên", ("ongoing", None, None), product="Đạt 80% trở lên"),
    ],
    title="Nâng cao chất lượng phục vụ năm 2026", issuer="Trung tâm Phục vụ hành chính công phường Bắc Cam Ranh",
    year=2026, issued_on=None, signer={"name": "Trương Quang Vinh", "title": "Giám đốc"},
    recurring=[
        {"text": "2 tháng/lần", "unit": "Bộ phận Một cửa", "freq": "monthly", "quota": None},
        {"text": "Hằng tháng (trước ngày 25)", "unit": "Đ/c Nguyễn Thị Bích Liên", "freq": "monthly", "quota": None},
    ],
    left_out=1,
)  # fmt: skip
