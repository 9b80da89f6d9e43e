"""A plan without a table: duties in numbered paragraphs by unit, with dates, rhythms and quotas."""

from tests.rules.plans.offices.paper import Paper, plan


def build() -> bytes:
    paper = Paper("ỦY BAN NHÂN DÂN\nXÃ KHÁNH VĨNH", "Khánh Vĩnh, ngày     tháng 02 năm 2026", "Số:      /KH-UBND")
    paper.say(
        "KẾ HOẠCH",
        "Công tác văn thư, lưu trữ năm 2026 trên địa bàn xã Khánh Vĩnh",
        "Thực hiện Công văn số 512/SNV-VTLT ngày 22/01/2026 của Sở Nội vụ, UBND xã ban hành Kế hoạch như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "- Nâng cao chất lượng công tác văn thư, lưu trữ; phấn đấu đến năm 2030 số hóa toàn bộ tài liệu.",
        "II. NỘI DUNG",
        "1. Công tác văn thư",
        "- Ban hành Danh mục hồ sơ năm 2026, hoàn thành trước ngày 15/3/2026.",
        "- Cập nhật sổ đăng ký văn bản đi, đến thường xuyên.",
        "2. Công tác lưu trữ",
        "- Chỉnh lý dứt điểm tài liệu tồn đọng từ năm 2020 trở về trước trong quý III năm 2026.",
        "- Nộp hồ sơ, tài liệu đến hạn vào lưu trữ cơ quan chậm nhất ngày 30/11/2026.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng HĐND và UBND",
        "- Chủ trì tham mưu tổ chức thực hiện Kế hoạch; hằng quý kiểm tra việc lập hồ sơ công việc của các phòng.",
        "- Báo cáo Sở Nội vụ kết quả thực hiện trước ngày 10/12/2026.",
        "2. Phòng Văn hóa - Xã hội",
        "- Đăng tối thiểu 01 tin, bài/tháng về công tác lưu trữ trên Trang thông tin điện tử xã.",
        "3. Các phòng, đơn vị",
        "- Giao nộp danh mục hồ sơ dự kiến về Văn phòng HĐND và UBND trong thời hạn 10 ngày làm việc kể từ ngày ban hành Kế hoạch này.",
        "Trên đây là Kế hoạch công tác văn thư, lưu trữ năm 2026, đề nghị các cơ quan, đơn vị triển khai thực hiện./.",
    )
    paper.sign("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Cao Thị Mây")
    return paper.as_bytes()


def _duty(
    text: str, unit: str | None, kind: str, start: str | None = None, due: str | None = None, required: bool = True
) -> dict[str, object]:
    return {"text": text, "unit": unit, "deadline": {"kind": kind, "start": start, "due": due}, "required": required}


OFFICE = "Văn phòng HĐND và UBND"
RIGHT = plan(
    title="Công tác văn thư, lưu trữ năm 2026 trên địa bàn xã Khánh Vĩnh",
    issuer="Ủy ban nhân dân xã Khánh Vĩnh", year=2026, issued_on=None,
    signer={"name": "Cao Thị Mây", "title": "Chủ tịch"},
    duties_in_prose=[
        _duty("Ban hành Danh mục hồ sơ năm 2026, hoàn thành trước ngày 15/3/2026.", None, "date", None, "2026-03-14"),
        _duty("Cập nhật sổ đăng ký văn bản đi, đến thường xuyên.", None, "ongoing", required=False),
        _duty("Chỉnh lý dứt điểm tài liệu tồn đọng từ năm 2020 trở về trước trong quý III năm 2026.", None, "period", "2026-07-01", "2026-09-30"),
        _duty("Nộp hồ sơ, tài liệu đến hạn vào lưu trữ cơ quan chậm nhất ngày 30/11/2026.", None, "date", None, "2026-11-30"),
        _duty("hằng quý kiểm tra việc lập hồ sơ công việc của các phòng.", OFFICE, "recurring"),
        _duty("Báo cáo Sở Nội vụ kết quả thực hiện trước ngày 10/12/2026.", OFFICE, "date", None, "2026-12-09"),
        _duty("Đăng tối thiểu 01 tin, bài/tháng về công tác lưu trữ trên Trang thông tin điện tử xã.", "Phòng Văn hóa - Xã hội", "recurring"),
        _duty("Giao nộp danh mục hồ sơ dự kiến về Văn phòng HĐND và UBND trong thời hạn 10 ngày làm việc kể từ ngày ban hành Kế hoạch này.", "Các phòng, đơn vị", "relative"),
    ],
    recurring=[
        {"text": "hằng quý kiểm tra việc lập hồ sơ công việc của các phòng.", "unit": OFFICE, "freq": "quarterly", "quota": None},
        {"text": "Đăng tối thiểu 01 tin, bài/tháng về công tác lưu trữ trên Trang thông tin điện tử xã.", "unit": "Phòng Văn hóa - Xã hội", "freq": "monthly", "quota": 1},
    ],
    left_out=0,
)  # fmt: skip
