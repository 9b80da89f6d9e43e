"""A plan that is only a list: under each unit lettered duties, short ones too, with a day or a rhythm."""

from tests.rules.plans.offices.paper import Paper, duty, plan, quarters, rhythm

# fmt: off

def build() -> bytes:
    paper = Paper("BẢO HIỂM XÃ HỘI\nCƠ SỞ NHA TRANG", "Nha Trang, ngày 05 tháng 01 năm 2026", "Số: 18/KH-BHXH", "BẢO HIỂM XÃ HỘI TỈNH KHÁNH HÒA")
    paper.say(
        "KẾ HOẠCH",
        "Công tác kiểm tra, giám sát năm 2026 của Bảo hiểm xã hội cơ sở Nha Trang",
        "I. YÊU CẦU",
        "Kiểm tra đúng nội dung, đúng thời gian.",
        "II. PHÂN CÔNG NHIỆM VỤ",
        "1. Văn phòng:",
        "a) Tham mưu thành lập Đoàn kiểm tra trước ngày 15/3/2026;",
        "b) Bố trí phương tiện, kinh phí cho Đoàn kiểm tra;",
        "c) Tổng hợp kết quả kiểm tra, báo cáo Giám đốc chậm nhất ngày 20/11/2026.",
        "2. Bộ phận Quản lý thu:",
        "a) Rà soát, lập danh sách đơn vị chậm đóng từ 03 tháng trở lên, gửi Văn phòng trước ngày 28/02/2026;",
        "b) Hằng tháng đối chiếu số thu với cơ quan Thuế;",
        "c) Hoàn thành chuyển hồ sơ khởi kiện trong Quý III/2026.",
        "3. Bộ phận Giám định:",
        "Kiểm tra công tác giám định tại 06 cơ sở khám chữa bệnh, mỗi quý kiểm tra ít nhất 01 cơ sở.",
        "Trên đây là Kế hoạch công tác kiểm tra, giám sát năm 2026./.",
    )
    paper.sign("", "GIÁM ĐỐC", "Ngô Thị Mỹ Hạnh")
    return paper.as_bytes()


RIGHT = plan(
    title="Công tác kiểm tra, giám sát năm 2026 của Bảo hiểm xã hội cơ sở Nha Trang",
    number="18/KH-BHXH",
    issuer="Bảo hiểm xã hội cơ sở Nha Trang",
    year=2026,
    issued_on="2026-01-05",
    signer={"name": "Ngô Thị Mỹ Hạnh", "title": "Giám đốc"},
    left_out=0,
    duties_in_prose=[
        duty("Tham mưu thành lập Đoàn kiểm tra trước ngày 15/3/2026;", "Văn phòng", "date", None, "2026-03-14"),
        duty("Tổng hợp kết quả kiểm tra, báo cáo Giám đốc chậm nhất ngày 20/11/2026.", "Văn phòng", "date", None, "2026-11-20"),
        duty("Rà soát, lập danh sách đơn vị chậm đóng từ 03 tháng trở lên, gửi Văn phòng trước ngày 28/02/2026;", "Bộ phận Quản lý thu", "date", None, "2026-02-27"),
        duty("Hằng tháng đối chiếu số thu với cơ quan Thuế;", "Bộ phận Quản lý thu", "recurring"),
        duty("Hoàn thành chuyển hồ sơ khởi kiện trong Quý III/2026.", "Bộ phận Quản lý thu", *quarters(2026, 3)),
        duty("Kiểm tra công tác giám định tại 06 cơ sở khám chữa bệnh, mỗi quý kiểm tra ít nhất 01 cơ sở.", "Bộ phận Giám định", "recurring"),
    ],
    recurring=[rhythm("Hằng tháng đối chiếu số thu với cơ quan Thuế;", "Bộ phận Quản lý thu", "monthly"), rhythm("Kiểm tra công tác giám định tại 06 cơ sở khám chữa bệnh, mỗi quý kiểm tra ít nhất 01 cơ sở.", "Bộ phận Giám định", "quarterly", 1)],
)
