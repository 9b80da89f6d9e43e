"""One task over several merged rows, each with its own product, date and unit; numbers merged too."""

from tests.rules.plans.offices.paper import Paper, plan, task


def build() -> bytes:
    paper = Paper("SỞ TƯ PHÁP", "Khánh Hòa, ngày 28 tháng 01 năm 2026", "Số: 210/KH-STP", "UBND TỈNH KHÁNH HÒA")
    paper.say(
        "KẾ HOẠCH",
        "Triển khai công tác tư pháp năm 2026",
        "Sở Tư pháp ban hành Kế hoạch triển khai công tác tư pháp năm 2026 như sau:",
    )
    paper.table(
        [
            ["Số TT", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Chủ trì", "Phối hợp"],
            ["1", "Kiểm tra văn bản quy phạm pháp luật", "Kế hoạch kiểm tra", "Trước ngày 28/02/2026", "Phòng Xây dựng và Kiểm tra văn bản", "Văn phòng Sở"],
            ["^", "^", "Báo cáo kết quả kiểm tra", "Quý IV/2026", "Phòng Xây dựng và Kiểm tra văn bản", "Thanh tra Sở"],
            ["2", "Quản lý hộ tịch", "Văn bản hướng dẫn", "Khi có vướng mắc", "Phòng Hành chính tư pháp", ""],
            ["3", "Trợ giúp pháp lý", "- Đợt truyền thông tại xã", "Quý II, III/2026", "Trung tâm Trợ giúp pháp lý nhà nước", "UBND các xã, phường"],
            ["^", "^", "- Sơ kết", "Tháng 7/2026", "^", "^"],
        ]
    )  # fmt: skip
    paper.sign("", "GIÁM ĐỐC", "Nguyễn Lê Đình Hải")
    return paper.as_bytes()


PX, TT = "Phòng Xây dựng và Kiểm tra văn bản", "Trung tâm Trợ giúp pháp lý nhà nước"
RIGHT = plan(
    [
        task("1", "Kiểm tra văn bản quy phạm pháp luật", [PX], ["Văn phòng Sở"], "Trước ngày 28/02/2026", ("date", None, "2026-02-27"), product="Kế hoạch kiểm tra", sub_tasks=[
            task("1/1", "Báo cáo kết quả kiểm tra", [PX], ["Thanh tra Sở"], "Quý IV/2026", ("period", "2026-10-01", "2026-12-31"), product="Báo cáo kết quả kiểm tra"),
        ]),
        task("2", "Quản lý hộ tịch", ["Phòng Hành chính tư pháp"], [], "Khi có vướng mắc", ("relative", None, None), product="Văn bản hướng dẫn"),
        task("3", "Trợ giúp pháp lý", [TT], ["UBND các xã, phường"], "Quý II, III/2026", ("period", "2026-04-01", "2026-09-30"), product="- Đợt truyền thông tại xã", sub_tasks=[
            task("3/1", "- Sơ kết", [TT], ["UBND các xã, phường"], "Tháng 7/2026", ("period", "2026-07-01", "2026-07-31"), product="- Sơ kết"),
        ]),
    ],
    title="Triển khai công tác tư pháp năm 2026", number="210/KH-STP", issuer="Sở Tư pháp", year=2026,
    issued_on="2026-01-28", signer={"name": "Nguyễn Lê Đình Hải", "title": "Giám đốc"}, left_out=0,
)  # fmt: skip
