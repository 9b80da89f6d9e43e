"""A decision and the plan that it issues in one file; short names of units; a row of numbers under the header."""

from tests.rules.plans.offices.paper import ONGOING, Paper, by, duty, months, plan, quarters, rhythm, task

# fmt: off

def build() -> bytes:
    paper = Paper("ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN AN", "Tân An, ngày 12 tháng 01 năm 2026", "Số: 125/QĐ-UBND")
    paper.say(
        "QUYẾT ĐỊNH",
        "Về việc ban hành Kế hoạch chuyển đổi số năm 2026 của phường Tân An",
        "ỦY BAN NHÂN DÂN PHƯỜNG TÂN AN",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
        "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;",
        "Xét đề nghị của Trưởng phòng Văn hóa - Xã hội phường tại Tờ trình số 15/TTr-VHXH ngày 09/01/2026.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số năm 2026 của phường Tân An.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        "Điều 3. Chánh Văn phòng HĐND và UBND phường, Trưởng các phòng chuyên môn và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
    )
    paper.sign("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thanh Tùng")
    paper.table([["ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]])
    paper.say(
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026 của phường Tân An",
        "(Ban hành kèm theo Quyết định số 125/QĐ-UBND ngày 12/01/2026 của UBND phường Tân An)",
        "I. MỤC TIÊU",
        "Phấn đấu đến hết năm 2026, 100% hồ sơ được tiếp nhận trực tuyến.",
        "II. NHIỆM VỤ CỤ THỂ",
    )
    paper.table(
        [
            ["TT", "Tên nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian thực hiện", "Kết quả đầu ra"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            ["1", "Kiện toàn Tổ công nghệ số cộng đồng", "Phòng VH-XH", "VP HĐND&UBND; Đoàn TN", "Quý I", "Quyết định"],
            ["2", "Đào tạo kỹ năng số cho cán bộ, công chức", "Phòng VH-XH", "Các cơ quan, đơn vị", "Tháng 5 - tháng 8", "02 lớp"],
            ["3", "Số hóa hồ sơ lưu trữ còn hiệu lực", "VP HĐND&UBND", "TTPVHCC", "Hoàn thành trước 31/10", "100% hồ sơ"],
            ["4", "Vận hành nền tảng họp không giấy", "VP HĐND&UBND", "", "Thường xuyên", "Báo cáo hằng quý"],
        ]
    )
    paper.say(
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Văn hóa - Xã hội",
        "- Theo dõi, đôn đốc việc thực hiện Kế hoạch; định kỳ hằng quý báo cáo UBND phường.",
        "2. Văn phòng HĐND và UBND phường",
        "- Bảo đảm hạ tầng kỹ thuật, hoàn thành nâng cấp mạng nội bộ trước ngày 30/4/2026.",
    )
    return paper.as_bytes()


RIGHT = plan(
    [
        task("1", "Kiện toàn Tổ công nghệ số cộng đồng", ["Phòng VH-XH"], ["VP HĐND&UBND", "Đoàn TN"], "Quý I", quarters(2026, 1), product="Quyết định"),
        task("2", "Đào tạo kỹ năng số cho cán bộ, công chức", ["Phòng VH-XH"], ["Các cơ quan, đơn vị"], "Tháng 5 - tháng 8", months(2026, 5, 8), product="02 lớp"),
        task("3", "Số hóa hồ sơ lưu trữ còn hiệu lực", ["VP HĐND&UBND"], ["TTPVHCC"], "Hoàn thành trước 31/10", by("2026-10-30"), product="100% hồ sơ"),
        task("4", "Vận hành nền tảng họp không giấy", ["VP HĐND&UBND"], [], "Thường xuyên", ONGOING, product="Báo cáo hằng quý"),
    ],
    title="Chuyển đổi số năm 2026 của phường Tân An",
    number="125/QĐ-UBND",
    issuer="Ủy ban nhân dân phường Tân An",
    year=2026,
    issued_on="2026-01-12",
    signer={"name": "Lê Thanh Tùng", "title": "Phó Chủ tịch"},
    left_out=1,
    duties_in_prose=[
        duty("định kỳ hằng quý báo cáo UBND phường.", "Phòng Văn hóa - Xã hội", "recurring"),
        duty("Bảo đảm hạ tầng kỹ thuật, hoàn thành nâng cấp mạng nội bộ trước ngày 30/4/2026.", "Văn phòng HĐND và UBND phường", "date", None, "2026-04-29"),
    ],
    recurring=[rhythm("định kỳ hằng quý báo cáo UBND phường.", "Phòng Văn hóa - Xã hội", "quarterly"), rhythm("Báo cáo hằng quý", "VP HĐND&UBND", "quarterly", required=False)],
)
