"""A list of projects in Excel: owner, years of building, money columns, groups A and I, sums of money in rows."""

from tests.rules.plans.offices.paper import plan, task, workbook

A, B, B1 = "DỰ ÁN CHUYỂN TIẾP", "DỰ ÁN KHỞI CÔNG MỚI", "Lĩnh vực giáo dục"


def build() -> bytes:
    return workbook(
        (
            "Biểu 01",
            [
                ["ỦY BAN NHÂN DÂN XÃ NINH AN", "", "", "", "", "", ""],
                ["DANH MỤC DỰ ÁN ĐẦU TƯ CÔNG NĂM 2026", "<", "<", "<", "<", "<", "<"],
                ["(Kèm theo Kế hoạch số 09/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân xã Ninh An)", "<", "<", "<", "<", "<", "<"],
                ["STT", "Tên dự án", "Chủ đầu tư", "Địa điểm", "Thời gian KC-HT", "Tổng mức đầu tư (triệu đồng)", "Kế hoạch vốn năm 2026"],
                ["", "TỔNG SỐ", "", "", "", 52300, 30100],
                ["A", A, "", "", "", 21000, 9000],
                ["1", "Đường liên xã Ninh An - Ninh Sơn", "Ban Quản lý dự án khu vực 3", "Ninh An", "2025-2026", 21000, 9000],
                ["B", B, "", "", "", 31300, 21100],
                ["I", B1, "", "", "", 31300, 21100],
                ["1", "Trường Tiểu học Ninh An (6 phòng học)", "Phòng Kinh tế", "Thôn Phong Phú", "2026", 12500, 10000],
                ["2", "Trường Mầm non Hoa Sen", "Phòng Kinh tế", "Thôn Lạc Hòa", "2026-2027", 18800, 11100],
            ],
        )
    )  # fmt: skip


RIGHT = plan(
    [
        task("A.1", "Đường liên xã Ninh An - Ninh Sơn", ["Ban Quản lý dự án khu vực 3"], [], "2025-2026", ("period", "2025-01-01", "2026-12-31"), section=[A]),
        task("B.I.1", "Trường Tiểu học Ninh An (6 phòng học)", ["Phòng Kinh tế"], [], "2026", ("period", "2026-01-01", "2026-12-31"), section=[B, B1]),
        task("B.I.2", "Trường Mầm non Hoa Sen", ["Phòng Kinh tế"], [], "2026-2027", ("period", "2026-01-01", "2027-12-31"), section=[B, B1]),
    ],
    title="DANH MỤC DỰ ÁN ĐẦU TƯ CÔNG NĂM 2026", number="09/KH-UBND", issuer="Ủy ban nhân dân xã Ninh An", year=2026, issued_on="2026-01-12",
    signer={"name": None, "title": None}, left_out=1,
)  # fmt: skip
