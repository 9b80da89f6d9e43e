"""A ward that writes who and how in one column of sentences, with lettered rows, lines of their own under a number,
and a total that counts numbers only."""

from tests.rules.plans.offices.paper import Paper, plan, task

YEAR = ("period", "2026-01-01", "2026-12-31")


def build() -> bytes:
    paper = Paper("ỦY BAN NHÂN DÂN\nPHƯỜNG CAM LINH", "Cam Linh, ngày 16 tháng 3 năm 2026", "Số: 87/KH-UBND")
    paper.say(
        "KẾ HOẠCH",
        "Phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026 trên địa bàn phường Cam Linh",
        "Ủy ban nhân dân phường ban hành Kế hoạch như sau:",
    )
    paper.table(
        [
            ["STT", "Nhiệm vụ, giải pháp", "Phân công thực hiện", "Tiến độ", "Sản phẩm"],
            ["1", "Kiện toàn Ban Chỉ huy phòng thủ dân sự phường", "Chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị; Phối hợp: Công an phường, Ban Chỉ huy Quân sự phường", "Trước ngày 15/4/2026", "Quyết định"],
            ["2", "Chuẩn bị vật tư, phương tiện", "", "", ""],
            ["a)", "Rà soát, mua sắm bổ sung áo phao, máy phát điện", "Văn phòng HĐND và UBND chủ trì, phối hợp với Ban Chỉ huy Quân sự phường thực hiện", "Quý II/2026", "Danh mục vật tư"],
            ["b)", "Ký hợp đồng nguyên tắc cung ứng lương thực", "- Phòng Kinh tế, Hạ tầng và Đô thị ký hợp đồng.\n- Văn phòng HĐND và UBND bố trí kinh phí.", "Trước mùa mưa bão", "Hợp đồng"],
            ["3", "Tuyên truyền, diễn tập", "", "", ""],
            ["", "- Tuyên truyền trên hệ thống truyền thanh, tối thiểu 02 tin, bài/tháng", "Phòng Văn hóa - Xã hội", "Từ tháng 6 đến tháng 12/2026", "Tin, bài"],
            ["", "- Diễn tập sơ tán dân khu vực xung yếu", "Ban Chỉ huy Quân sự phường chủ trì; Công an phường, Trạm Y tế phường, Tổ dân phố phối hợp", "Trong tháng 8/2026", "01 cuộc diễn tập"],
            ["4", "Trực ban, báo cáo nhanh", "Tất cả các phòng, đơn vị trực thuộc", "Ngay khi có tình huống", "Báo cáo nhanh"],
            ["5", "Đề nghị hỗ trợ lực lượng ứng cứu", "Chủ tịch UBND phường; Đồn Biên phòng Cam Ranh, Công ty Điện lực Cam Ranh phối hợp", "Khi có yêu cầu", ""],
            ["", "Tổng số: 05 nhiệm vụ", "", "", ""],
        ]
    )  # fmt: skip
    paper.sign("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Bùi Xuân Trường")
    return paper.as_bytes()


T2, T3 = "Chuẩn bị vật tư, phương tiện", "Tuyên truyền, diễn tập"
RIGHT = plan(
    [
        task("1", "Kiện toàn Ban Chỉ huy phòng thủ dân sự phường", ["Phòng Kinh tế, Hạ tầng và Đô thị"], ["Công an phường", "Ban Chỉ huy Quân sự phường"], "Trước ngày 15/4/2026", ("date", None, "2026-04-14"), product="Quyết định"),
        task("2.a", "Rà soát, mua sắm bổ sung áo phao, máy phát điện", ["Văn phòng HĐND và UBND"], ["Ban Chỉ huy Quân sự phường"], "Quý II/2026", ("period", "2026-04-01", "2026-06-30"), section=[T2], product="Danh mục vật tư"),
        task("2.b", "Ký hợp đồng nguyên tắc cung ứng lương thực", ["Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND"], [], "Trước mùa mưa bão", ("relative", None, None), section=[T2], product="Hợp đồng", accept=[{"lead": ["Phòng Kinh tế, Hạ tầng và Đô thị"], "coordinate": ["Văn phòng HĐND và UBND"]}]),
        task("3", T3, heading=True, product="", sub_tasks=[
            task("3/1", "- Tuyên truyền trên hệ thống truyền thanh, tối thiểu 02 tin, bài/tháng", ["Phòng Văn hóa - Xã hội"], [], "Từ tháng 6 đến tháng 12/2026", ("period", "2026-06-01", "2026-12-31"), product="Tin, bài"),
            task("3/2", "- Diễn tập sơ tán dân khu vực xung yếu", ["Ban Chỉ huy Quân sự phường"], ["Công an phường", "Trạm Y tế phường", "Tổ dân phố"], "Trong tháng 8/2026", ("period", "2026-08-01", "2026-08-31"), product="01 cuộc diễn tập"),
        ]),
        task("4", "Trực ban, báo cáo nhanh", ["Tất cả các phòng, đơn vị trực thuộc"], [], "Ngay khi có tình huống", ("relative", None, None), product="Báo cáo nhanh"),
        task("5", "Đề nghị hỗ trợ lực lượng ứng cứu", ["Chủ tịch UBND phường"], ["Đồn Biên phòng Cam Ranh", "Công ty Điện lực Cam Ranh"], "Khi có yêu cầu", ("external", None, None), product=""),
    ],
    title="Phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026 trên địa bàn phường Cam Linh",
    number="87/KH-UBND", issuer="Ủy ban nhân dân phường Cam Linh", year=2026, issued_on="2026-03-16",
    signer={"name": "Bùi Xuân Trường", "title": "Phó Chủ tịch"}, stated_total={"n": 5},
    recurring=[{"text": "Tuyên truyền trên hệ thống truyền thanh, tối thiểu 02 tin, bài/tháng", "unit": "Phòng Văn hóa - Xã hội", "freq": "monthly", "quota": 2}],
    left_out=0,
)  # fmt: skip
