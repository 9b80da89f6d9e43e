"""A plan in several tables: each has its heading above it as a paragraph and begins to number anew."""

from tests.rules.plans.offices.paper import Paper, plan, task

H1, H2 = "Công tác tuyên truyền, phổ biến pháp luật", "Công tác hòa giải ở cơ sở"
HEADER = ["STT", "Nội dung", "Thời gian", "Đơn vị thực hiện", "Đơn vị phối hợp"]


def build() -> bytes:
    paper = Paper("ỦY BAN NHÂN DÂN\nXÃ SUỐI DẦU", "Suối Dầu, ngày 20 tháng 01 năm 2026", "Số: 22/KH-UBND")
    paper.say(
        "KẾ HOẠCH",
        "Phổ biến, giáo dục pháp luật và hòa giải ở cơ sở năm 2026",
        "Ủy ban nhân dân xã Suối Dầu ban hành Kế hoạch như sau:",
        "A. MỤC ĐÍCH, YÊU CẦU",
        "- Bảo đảm đúng quy định.",
        "B. NỘI DUNG",
        f"I. {H1}",
    )
    paper.table(
        [
            HEADER,
            ["1", "Biên soạn tờ gấp pháp luật về đất đai", "Quý I/2026", "Văn phòng HĐND và UBND", "Phòng Kinh tế"],
            ["2", "Tổ chức phiên tòa giả định", "Tháng 5/2026", "Đoàn Thanh niên xã", "Công an xã, các trường học"],
        ]
    )
    paper.say(f"II. {H2}")
    paper.table(
        [
            HEADER,
            ["1", "Kiện toàn tổ hòa giải các thôn", "Trước ngày 31/3/2026", "Ủy ban MTTQ Việt Nam xã", "Các thôn"],
            ["2", "Tập huấn hòa giải viên", "Quý II/2026", "Văn phòng HĐND và UBND", "Ủy ban MTTQ Việt Nam xã"],
            ["3", "Thống kê, báo cáo", "Trước ngày 15/6 và 15/12 hằng năm", "Văn phòng HĐND và UBND", ""],
        ]
    )
    paper.sign("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Mang Văn Thới")
    return paper.as_bytes()


VP = "Văn phòng HĐND và UBND"
RIGHT = plan(
    [
        task("I.1", "Biên soạn tờ gấp pháp luật về đất đai", [VP], ["Phòng Kinh tế"], "Quý I/2026", ("period", "2026-01-01", "2026-03-31"), section=[H1]),
        task("I.2", "Tổ chức phiên tòa giả định", ["Đoàn Thanh niên xã"], ["Công an xã", "các trường học"], "Tháng 5/2026", ("period", "2026-05-01", "2026-05-31"), section=[H1]),
        task("II.1", "Kiện toàn tổ hòa giải các thôn", ["Ủy ban MTTQ Việt Nam xã"], ["Các thôn"], "Trước ngày 31/3/2026", ("date", None, "2026-03-30"), section=[H2]),
        task("II.2", "Tập huấn hòa giải viên", [VP], ["Ủy ban MTTQ Việt Nam xã"], "Quý II/2026", ("period", "2026-04-01", "2026-06-30"), section=[H2]),
        task("II.3", "Thống kê, báo cáo", [VP], [], "Trước ngày 15/6 và 15/12 hằng năm", ("recurring", None, None), section=[H2]),
    ],
    title="Phổ biến, giáo dục pháp luật và hòa giải ở cơ sở năm 2026", number="22/KH-UBND",
    issuer="Ủy ban nhân dân xã Suối Dầu", year=2026, issued_on="2026-01-20",
    signer={"name": "Mang Văn Thới", "title": "Chủ tịch"},
    recurring=[{"text": "Trước ngày 15/6 và 15/12 hằng năm", "unit": VP, "freq": "annual", "quota": None}],
    left_out=0,
)  # fmt: skip
