"""An official letter that hands out work: the unit stands first and is merged over its tasks, nothing is numbered in the
table but the units."""

from tests.rules.plans.offices.paper import Paper, plan, task


def build() -> bytes:
    paper = Paper("ỦY BAN NHÂN DÂN\nPHƯỜNG TÂY NHA TRANG", "Tây Nha Trang, ngày 11 tháng 5 năm 2026", "Số: 641/UBND-VP")
    paper.say(
        "Kính gửi: Các phòng, đơn vị thuộc UBND phường",
        "Để chuẩn bị kỳ họp giữa năm của HĐND phường, UBND phường yêu cầu các đơn vị thực hiện các nội dung sau:",
    )
    paper.table(
        [
            ["TT", "Đơn vị", "Nội dung công việc", "Thời hạn gửi", "Ghi chú"],
            ["1", "Phòng Kinh tế, Hạ tầng và Đô thị", "Báo cáo kinh tế - xã hội 6 tháng đầu năm", "Trước 17h00 ngày 05/6/2026", ""],
            ["^", "^", "Tờ trình điều chỉnh kế hoạch đầu tư công", "10/6/2026", "Gửi kèm dự thảo Nghị quyết"],
            ["2", "Công an phường", "Báo cáo an ninh, trật tự", "Chậm nhất ngày 08/6/2026", ""],
            ["3", "Văn phòng HĐND và UBND", "Tổng hợp, trình Chủ tịch UBND phường", "Sau khi nhận đủ báo cáo của các đơn vị", ""],
        ]
    )  # fmt: skip
    paper.sign("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Phan Đình Quý")
    return paper.as_bytes()


KT = "Phòng Kinh tế, Hạ tầng và Đô thị"
RIGHT = plan(
    [
        task("1", "Báo cáo kinh tế - xã hội 6 tháng đầu năm", [KT], [], "Trước 17h00 ngày 05/6/2026", ("date", None, "2026-06-05"), sub_tasks=[
            task("1/1", "Tờ trình điều chỉnh kế hoạch đầu tư công", [KT], [], "10/6/2026", ("date", None, "2026-06-10")),
        ]),
        task("2", "Báo cáo an ninh, trật tự", ["Công an phường"], [], "Chậm nhất ngày 08/6/2026", ("date", None, "2026-06-08")),
        task("3", "Tổng hợp, trình Chủ tịch UBND phường", ["Văn phòng HĐND và UBND"], [], "Sau khi nhận đủ báo cáo của các đơn vị", ("relative", None, None)),
    ],
    title="Kính gửi: Các phòng, đơn vị thuộc UBND phường", number="641/UBND-VP",
    issuer="Ủy ban nhân dân phường Tây Nha Trang", year=2026, issued_on="2026-05-11",
    signer={"name": "Phan Đình Quý", "title": "Chánh Văn phòng"}, left_out=0,
)  # fmt: skip
