"""A sheet with a column for each month and nothing above them; the rows are ticked."""

from tests.rules.plans.offices.paper import months, plan, rhythm, task, workbook

# fmt: off

A, B = "Lĩnh vực trồng trọt", "Lĩnh vực môi trường"
c = "Chi cục Trồng trọt và Bảo vệ thực vật"


def x(*ticked: int) -> list[str]:
    return ["x" if n in ticked else "" for n in range(1, 13)]


def build() -> bytes:
    T = [f"T{n}" for n in range(1, 13)]
    w = ["<"] * 16
    g = [
        ["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", *[""] * 12],
        ["KẾ HOẠCH CÔNG TÁC NĂM 2026", *w],
        ["(Ban hành kèm theo Quyết định số 15/QĐ-SNNMT ngày 05/01/2026)", *w],
        ["TT", "Nhiệm vụ/công việc", "Bộ phận chủ trì", "Phối hợp", *T, "Ghi chú"],
        ["I", "Lĩnh vực trồng trọt", *[""] * 15],
        ["1", "Hướng dẫn lịch thời vụ vụ Hè Thu", "Chi cục Trồng trọt và Bảo vệ thực vật", "Các xã, phường", *x(3, 4), ""],
        ["2", "Dự báo sâu bệnh hằng tháng", "Chi cục Trồng trọt và Bảo vệ thực vật", "", *x(*range(1, 13)), ""],
        ["II", "Lĩnh vực môi trường", *[""] * 15],
        ["3", "Kiểm tra cơ sở xả thải", "Chi cục Bảo vệ môi trường", "Công an tỉnh", *x(6), "Đột xuất khi có yêu cầu"],
        ["4", "Quan trắc nước mặt", "Trung tâm Quan trắc", "Chi cục Bảo vệ môi trường", *x(3, 6, 9, 12), ""],
        ["5", "Tổng kết năm", "Văn phòng Sở", "Các phòng, đơn vị", *["" for _ in range(11)], "X", ""],
    ]
    return workbook(("KH 2026", g))


TASKS = [
    task("I.1", "Hướng dẫn lịch thời vụ vụ Hè Thu", [c], ["Các xã, phường"], "", months(2026, 3, 4), section=[A]),
    task("I.2", "Dự báo sâu bệnh hằng tháng", [c], [], "", ("period", "2026-01-01", "2026-12-31"), section=[A]),
    task("II.3", "Kiểm tra cơ sở xả thải", ["Chi cục Bảo vệ môi trường"], ["Công an tỉnh"], "", months(2026, 6), section=[B]),
    task("II.4", "Quan trắc nước mặt", ["Trung tâm Quan trắc"], ["Chi cục Bảo vệ môi trường"], "", ("period", "2026-03-01", "2026-12-31"), section=[B]),
    task("II.5", "Tổng kết năm", ["Văn phòng Sở"], ["Các phòng, đơn vị"], "", months(2026, 12), section=[B]),
]
for one in TASKS:
    del one["deadline_text"]  # the paper only ticks it
RIGHT = plan(TASKS, title="KẾ HOẠCH CÔNG TÁC NĂM 2026", number="15/QĐ-SNNMT", issuer="Sở Nông nghiệp và Môi trường", issued_on="2026-01-05", year=2026, signer={"name": None, "title": None}, left_out=0, recurring=[rhythm("Dự báo sâu bệnh hằng tháng", "Chi cục Trồng trọt và Bảo vệ thực vật", "monthly")])
