"""An inspection plan without a table: rounds with a first and a last day, lettered duties, two dates in one sentence,
a period that is only looked into, a request at the end."""

from tests.rules.plans.offices.paper import Paper, plan


def build() -> bytes:
    paper = Paper("SỞ NỘI VỤ", "Khánh Hòa, ngày 10 tháng 02 năm 2026", "Số: 300/KH-SNV", "UBND TỈNH KHÁNH HÒA")
    paper.say(
        "KẾ HOẠCH",
        "Kiểm tra công tác cải cách hành chính năm 2026",
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của UBND tỉnh, Sở Nội vụ ban hành Kế hoạch như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "- Đánh giá tình hình thực hiện nhiệm vụ từ ngày 01/01/2025 đến thời điểm kiểm tra.",
        "II. NỘI DUNG, THỜI GIAN KIỂM TRA",
        "1. Thời gian kiểm tra",
        "- Đợt 1: từ ngày 15/4/2026 đến ngày 15/5/2026.",
        "- Đợt 2: trong tháng 9/2026.",
        "- Thời kỳ kiểm tra: từ ngày 01/01/2025 đến ngày 31/3/2026.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Cải cách hành chính",
        "a) Tham mưu thành lập Đoàn kiểm tra trước ngày 31/3/2026; thông báo lịch kiểm tra chậm nhất 05 ngày làm việc trước ngày kiểm tra.",
        "2. Các cơ quan, đơn vị được kiểm tra",
        "- Khắc phục các tồn tại, hạn chế trong vòng 30 ngày kể từ ngày có kết luận kiểm tra.",
        "3. Văn phòng Sở",
        "Bố trí phương tiện, kinh phí; mỗi tháng đăng ít nhất 02 tin, bài về công tác kiểm tra trên Cổng thông tin điện tử.",
        "Đề nghị các cơ quan, đơn vị triển khai thực hiện; trước ngày 20 hằng tháng báo cáo tiến độ về Sở Nội vụ./.",
    )
    return paper.sign("", "GIÁM ĐỐC", "Ngô Văn Bình").as_bytes()


def _duty(
    text: str, unit: str | None, kind: str, start: str | None = None, due: str | None = None
) -> dict[str, object]:
    return {"text": text, "unit": unit, "deadline": {"kind": kind, "start": start, "due": due}}


NEWS = "mỗi tháng đăng ít nhất 02 tin, bài về công tác kiểm tra trên Cổng thông tin điện tử."
REPORT = "trước ngày 20 hằng tháng báo cáo tiến độ về Sở Nội vụ./."
RIGHT = plan(
    title="Kiểm tra công tác cải cách hành chính năm 2026", number="300/KH-SNV", issuer="Sở Nội vụ", year=2026,
    issued_on="2026-02-10", signer={"name": "Ngô Văn Bình", "title": "Giám đốc"},
    duties_in_prose=[
        _duty("Đợt 1: từ ngày 15/4/2026 đến ngày 15/5/2026.", None, "period", "2026-04-15", "2026-05-15"),
        _duty("Đợt 2: trong tháng 9/2026.", None, "period", "2026-09-01", "2026-09-30"),
        _duty("Tham mưu thành lập Đoàn kiểm tra trước ngày 31/3/2026", "Phòng Cải cách hành chính", "date", None, "2026-03-30"),
        _duty("thông báo lịch kiểm tra chậm nhất 05 ngày làm việc trước ngày kiểm tra.", "Phòng Cải cách hành chính", "relative"),
        _duty("Khắc phục các tồn tại, hạn chế trong vòng 30 ngày kể từ ngày có kết luận kiểm tra.", "Các cơ quan, đơn vị được kiểm tra", "relative"),
        _duty(NEWS, "Văn phòng Sở", "recurring"),
        _duty(REPORT, "Các cơ quan, đơn vị", "recurring"),
    ],
    recurring=[
        {"text": NEWS, "unit": "Văn phòng Sở", "freq": "monthly", "quota": 2},
        {"text": REPORT, "unit": "Các cơ quan, đơn vị", "freq": "monthly", "quota": None},
    ],
    left_out=0,
)  # fmt: skip
