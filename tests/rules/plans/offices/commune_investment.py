"""A commune's public investment: a list of people before the plan, two header rows, start and end in two columns."""

from tests.rules.plans.offices.paper import Paper, plan, task

YEAR = ("period", "2026-01-01", "2026-12-31")
A = "CHUẨN BỊ ĐẦU TƯ"
B = "THỰC HIỆN ĐẦU TƯ"
B1 = "Công trình chuyển tiếp"
B2 = "Công trình khởi công mới"


def build() -> bytes:
    paper = Paper("ỦY BAN NHÂN DÂN\nXÃ VĨNH HẢI", "Vĩnh Hải, ngày 09 tháng 01 năm 2026", "Số: 15/KH-UBND")
    paper.say(
        "KẾ HOẠCH",
        "Thực hiện đầu tư công năm 2026 trên địa bàn xã Vĩnh Hải",
        "Căn cứ Nghị quyết số 22/NQ-HĐND ngày 25/12/2025 của Hội đồng nhân dân xã về kế hoạch đầu tư công năm 2026;",
        "Ủy ban nhân dân xã Vĩnh Hải ban hành Kế hoạch thực hiện như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Bảo đảm giải ngân 100% kế hoạch vốn được giao trước ngày 31/01/2027.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Kinh tế",
        "- Tổng hợp tình hình giải ngân, báo cáo UBND xã trước ngày 20 hằng tháng.",
        "- Hoàn thành hồ sơ quyết toán các công trình chuyển tiếp trước ngày 30/6/2026.",
        "2. Các chủ đầu tư",
        "- Gửi báo cáo giám sát đầu tư về Phòng Kinh tế chậm nhất ngày 10/12/2026.",
        "Danh sách Tổ công tác đôn đốc giải ngân:",
    )
    paper.table(
        [
            ["STT", "Họ và tên", "Chức vụ", "Nhiệm vụ trong Tổ"],
            ["1", "Nguyễn Hữu Phước", "Chủ tịch UBND xã", "Tổ trưởng"],
            ["2", "Lê Thị Thu Hà", "Trưởng phòng Kinh tế", "Tổ phó"],
        ]
    )
    paper.say("PHỤ LỤC", "DANH MỤC NHIỆM VỤ")
    paper.table(
        [
            ["TT", "Danh mục nhiệm vụ", "Cơ quan thực hiện", "<", "Thời gian", "<", "Kết quả"],
            ["^", "^", "Chủ trì", "Phối hợp", "Bắt đầu", "Hoàn thành", "^"],
            ["A", A, "<", "<", "<", "<", "<"],
            ["1", "Lập báo cáo kinh tế - kỹ thuật đường liên thôn 3", "Phòng Kinh tế", "Thôn 3", "05/01/2026", "28/02/2026", "Báo cáo được duyệt"],
            ["2", "Đo đạc, kiểm đếm mặt bằng chợ trung tâm", "Phòng Kinh tế", "Chi nhánh Văn phòng Đăng ký đất đai", "01/02/2026", "15/3/2026", "Bản đồ, bảng kiểm đếm"],
            ["B", B, "<", "<", "<", "<", "<"],
            ["I", B1, "<", "<", "<", "<", "<"],
            ["3", "Trường Mầm non Hoa Mai", "Ban Quản lý dự án", "Trường Mầm non Hoa Mai", "Tháng 01/2026", "Tháng 5/2026", "Nghiệm thu, bàn giao"],
            ["4", "Kênh tiêu Bàu Sen", "Ban Quản lý dự án", "Phòng Kinh tế, Thôn 5", "", "Trước ngày 30/4/2026", "Nghiệm thu"],
            ["II", B2, "<", "<", "<", "<", "<"],
            ["5", "Trạm Y tế xã (cơ sở 2)", "Ban Quản lý dự án", "Trạm Y tế; Phòng Văn hóa - Xã hội", "Quý II/2026", "Quý IV/2026", "- Khởi công;\n- Hoàn thành phần thô"],
            ["6", "Hệ thống chiếu sáng đường Trần Hưng Đạo", "Phòng Kinh tế", "", "", "Trong năm 2026", "Công trình đưa vào sử dụng"],
            ["", "Tổng cộng: 06 nhiệm vụ", "<", "<", "<", "<", "<"],
        ]
    )  # fmt: skip
    paper.sign("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Hữu Phước")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("A.1", "Lập báo cáo kinh tế - kỹ thuật đường liên thôn 3", ["Phòng Kinh tế"], ["Thôn 3"], "05/01/2026 - 28/02/2026", ("period", "2026-01-05", "2026-02-28"), section=[A], product="Báo cáo được duyệt"),
        task("A.2", "Đo đạc, kiểm đếm mặt bằng chợ trung tâm", ["Phòng Kinh tế"], ["Chi nhánh Văn phòng Đăng ký đất đai"], "01/02/2026 - 15/3/2026", ("period", "2026-02-01", "2026-03-15"), section=[A], product="Bản đồ, bảng kiểm đếm"),
        task("B.I.3", "Trường Mầm non Hoa Mai", ["Ban Quản lý dự án"], ["Trường Mầm non Hoa Mai"], "Tháng 01/2026 - Tháng 5/2026", ("period", "2026-01-01", "2026-05-31"), section=[B, B1], product="Nghiệm thu, bàn giao"),
        task("B.I.4", "Kênh tiêu Bàu Sen", ["Ban Quản lý dự án"], ["Phòng Kinh tế", "Thôn 5"], "Trước ngày 30/4/2026", ("date", None, "2026-04-29"), section=[B, B1], product="Nghiệm thu"),
        task("B.II.5", "Trạm Y tế xã (cơ sở 2)", ["Ban Quản lý dự án"], ["Trạm Y tế", "Phòng Văn hóa - Xã hội"], "Quý II/2026 - Quý IV/2026", ("period", "2026-04-01", "2026-12-31"), section=[B, B2], product="- Khởi công;\n- Hoàn thành phần thô"),
        task("B.II.6", "Hệ thống chiếu sáng đường Trần Hưng Đạo", ["Phòng Kinh tế"], [], "Trong năm 2026", YEAR, section=[B, B2], product="Công trình đưa vào sử dụng"),
    ],
    title="Thực hiện đầu tư công năm 2026 trên địa bàn xã Vĩnh Hải",
    number="15/KH-UBND", issuer="Ủy ban nhân dân xã Vĩnh Hải", year=2026, issued_on="2026-01-09",
    signer={"name": "Nguyễn Hữu Phước", "title": "Chủ tịch"},
    stated_total={"n": 6},
    duties_in_prose=[
        {"text": "Tổng hợp tình hình giải ngân, báo cáo UBND xã trước ngày 20 hằng tháng.", "unit": "Phòng Kinh tế", "deadline": {"kind": "recurring", "start": None, "due": None}},
        {"text": "Hoàn thành hồ sơ quyết toán các công trình chuyển tiếp trước ngày 30/6/2026.", "unit": "Phòng Kinh tế", "deadline": {"kind": "date", "start": None, "due": "2026-06-29"}},
        {"text": "Gửi báo cáo giám sát đầu tư về Phòng Kinh tế chậm nhất ngày 10/12/2026.", "unit": "Các chủ đầu tư", "deadline": {"kind": "date", "start": None, "due": "2026-12-10"}},
    ],
    recurring=[{"text": "Tổng hợp tình hình giải ngân, báo cáo UBND xã trước ngày 20 hằng tháng.", "unit": "Phòng Kinh tế", "freq": "monthly", "quota": None}],
    left_out=3,
)  # fmt: skip
