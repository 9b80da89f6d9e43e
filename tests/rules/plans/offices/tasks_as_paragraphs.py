"""Each task a numbered paragraph, below it lines that say who leads, who helps, when and what comes out."""

from tests.rules.plans.offices.paper import Paper, duty, months, plan, rhythm

# fmt: off

def build() -> bytes:
    paper = Paper("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Cà Mau, ngày 19 tháng 01 năm 2026", "Số: 07/KH-TTPVHCC", "ỦY BAN NHÂN DÂN XÃ TÂN THUẬN")
    paper.say(
        "KẾ HOẠCH",
        "Nâng cao chất lượng tiếp nhận, trả kết quả năm 2026",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích: phục vụ người dân tốt hơn.",
        "II. NHIỆM VỤ, GIẢI PHÁP",
        "1. Niêm yết công khai thủ tục hành chính bằng mã QR tại 12 thôn",
        "- Đơn vị chủ trì: Bộ phận Tiếp nhận và Trả kết quả",
        "- Đơn vị phối hợp: Các thôn",
        "- Thời gian hoàn thành: Trước ngày 15/3/2026",
        "- Sản phẩm: 12 bảng mã QR",
        "2. Khảo sát mức độ hài lòng của người dân",
        "- Đơn vị chủ trì: Văn phòng HĐND và UBND",
        "- Thời gian thực hiện: Quý II và quý IV năm 2026",
        "3. Tập huấn nghiệp vụ cho Tổ công nghệ số cộng đồng",
        "- Đơn vị chủ trì: Phòng Văn hóa - Xã hội",
        "- Thời gian thực hiện: Tháng 5/2026",
        "III. TỔ CHỨC THỰC HIỆN",
        "Các đơn vị báo cáo kết quả về Trung tâm trước ngày 10 hằng tháng để tổng hợp.",
    )
    paper.sign("", "GIÁM ĐỐC", "Đỗ Minh Khang")
    return paper.as_bytes()


RIGHT = plan(
    title="Nâng cao chất lượng tiếp nhận, trả kết quả năm 2026",
    number="07/KH-TTPVHCC",
    issuer="Trung tâm Phục vụ hành chính công",
    year=2026,
    issued_on="2026-01-19",
    signer={"name": "Đỗ Minh Khang", "title": "Giám đốc"},
    left_out=0,
    duties_in_prose=[
        duty("Niêm yết công khai thủ tục hành chính bằng mã QR tại 12 thôn", "Bộ phận Tiếp nhận và Trả kết quả", "date", None, "2026-03-14"),
        duty("Khảo sát mức độ hài lòng của người dân", "Văn phòng HĐND và UBND", *("period", "2026-04-01", "2026-12-31")),
        duty("Tập huấn nghiệp vụ cho Tổ công nghệ số cộng đồng", "Phòng Văn hóa - Xã hội", *months(2026, 5)),
        duty("Các đơn vị báo cáo kết quả về Trung tâm trước ngày 10 hằng tháng để tổng hợp.", "Các đơn vị", "recurring"),
    ],
    recurring=[rhythm("Các đơn vị báo cáo kết quả về Trung tâm trước ngày 10 hằng tháng để tổng hợp.", "Các đơn vị", "monthly")],
)
