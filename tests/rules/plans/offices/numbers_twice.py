"""A department's annex: a running column beside section numbers, section texts in ordinary cells, one row of bullets with
a lead for each, leads merged downwards, an annex title with its own number, a total that counts the running numbers."""

from tests.rules.plans.offices.paper import Paper, plan, task

A, A1, A2, B = "LĨNH VỰC NỘI VỤ", "Cải cách hành chính", "Thi đua, khen thưởng", "LĨNH VỰC TÀI CHÍNH"
YEAR = ("period", "2026-01-01", "2026-12-31")


def build() -> bytes:
    paper = Paper("ỦY BAN NHÂN DÂN\nĐẶC KHU TRƯỜNG SA", "Trường Sa, ngày 12 tháng 01 năm 2026", "Số: 04/KH-UBND", "")
    paper.say(
        "KẾ HOẠCH",
        "Công tác trọng tâm năm 2026 của đặc khu Trường Sa",
        "UBND đặc khu ban hành Kế hoạch công tác trọng tâm năm 2026 (có Phụ lục kèm theo)./.",
    )
    paper.sign("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hoàng Văn Thắng")
    paper.say(
        "PHỤ LỤC",
        "DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2026",
        "(Kèm theo Kế hoạch số 04/KH-UBND ngày 12/01/2026 của UBND đặc khu Trường Sa)",
    )
    paper.table(
        [
            ["Số TT", "<", "Nội dung công việc", "Cơ quan thực hiện", "Cơ quan phối hợp", "Thời gian hoàn thành", "Kết quả, sản phẩm"],
            ["(1)", "<", "(2)", "(3)", "(4)", "(5)", "(6)"],
            ["A", "", A, "", "", "", ""],
            ["I", "", A1, "", "", "", ""],
            ["1", "1", "Ban hành Kế hoạch cải cách hành chính năm 2026", "Văn phòng", "Các cơ quan, đơn vị", "Tháng 01/2026", "Kế hoạch"],
            ["2", "2", "Tự chấm điểm Chỉ số cải cách hành chính", "^", "Các cơ quan, đơn vị", "Theo hướng dẫn của Sở Nội vụ", "Báo cáo tự chấm điểm"],
            ["3", "3", "Đăng tin, bài cải cách hành chính", "Văn phòng", "", "Hằng tháng", "Ít nhất 01 tin, bài/tháng"],
            ["II", "", A2, "", "", "", ""],
            ["1", "4", "Phát động phong trào thi đua năm 2026", "Phòng Kinh tế - Xã hội", "Văn phòng", "Quý I/2026", "Kế hoạch; Hội nghị ký kết giao ước"],
            ["", "", "- Bình xét khen thưởng cuối năm", "Phòng Kinh tế - Xã hội", "Hội đồng Thi đua - Khen thưởng", "Trước ngày 05/12/2026", "Tờ trình, danh sách"],
            ["B", "", B, "", "", "", ""],
            ["1", "5", "Lập dự toán thu, chi ngân sách năm 2027", "Phòng Kinh tế - Xã hội", "Kho bạc Nhà nước", "Trước 15/7/2026", "Dự toán"],
            ["2", "6", "Công khai ngân sách", "Phòng Kinh tế - Xã hội", "", "Định kỳ hằng quý và năm", "Thông báo công khai"],
            ["Tổng cộng: 06 nhiệm vụ./.", "<", "<", "<", "<", "<", "<"],
        ]
    )  # fmt: skip
    return paper.as_bytes()


RIGHT = plan(
    [
        task("A.I.1", "Ban hành Kế hoạch cải cách hành chính năm 2026", ["Văn phòng"], ["Các cơ quan, đơn vị"], "Tháng 01/2026", ("period", "2026-01-01", "2026-01-31"), section=[A, A1], product="Kế hoạch", number_printed=1),
        task("A.I.2", "Tự chấm điểm Chỉ số cải cách hành chính", ["Văn phòng"], ["Các cơ quan, đơn vị"], "Theo hướng dẫn của Sở Nội vụ", ("external", None, None), section=[A, A1], product="Báo cáo tự chấm điểm", number_printed=2),
        task("A.I.3", "Đăng tin, bài cải cách hành chính", ["Văn phòng"], [], "Hằng tháng", ("recurring", None, None), section=[A, A1], product="Ít nhất 01 tin, bài/tháng", number_printed=3),
        task("A.II.1", "Phát động phong trào thi đua năm 2026", ["Phòng Kinh tế - Xã hội"], ["Văn phòng"], "Quý I/2026", ("period", "2026-01-01", "2026-03-31"), section=[A, A2], product="Kế hoạch; Hội nghị ký kết giao ước", number_printed=4, sub_tasks=[
            task("A.II.1/1", "- Bình xét khen thưởng cuối năm", ["Phòng Kinh tế - Xã hội"], ["Hội đồng Thi đua - Khen thưởng"], "Trước ngày 05/12/2026", ("date", None, "2026-12-04"), product="Tờ trình, danh sách"),
        ]),
        task("B.1", "Lập dự toán thu, chi ngân sách năm 2027", ["Phòng Kinh tế - Xã hội"], ["Kho bạc Nhà nước"], "Trước 15/7/2026", ("date", None, "2026-07-14"), section=[B], product="Dự toán", number_printed=5),
        task("B.2", "Công khai ngân sách", ["Phòng Kinh tế - Xã hội"], [], "Định kỳ hằng quý và năm", ("recurring", None, None), section=[B], product="Thông báo công khai", number_printed=6),
    ],
    title="Công tác trọng tâm năm 2026 của đặc khu Trường Sa",
    number="04/KH-UBND", issuer="Ủy ban nhân dân đặc khu Trường Sa", year=2026, issued_on="2026-01-12",
    signer={"name": "Hoàng Văn Thắng", "title": "Chủ tịch"}, stated_total={"n": 6},
    recurring=[
        {"text": "Ít nhất 01 tin, bài/tháng", "unit": "Văn phòng", "freq": "monthly", "quota": 1},
        {"text": "Định kỳ hằng quý và năm", "unit": "Phòng Kinh tế - Xã hội", "freq": "quarterly", "quota": None},
    ],
    left_out=1,
)  # fmt: skip
