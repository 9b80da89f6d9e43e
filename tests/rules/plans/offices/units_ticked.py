"""A sheet with a column for each unit: X leads, PH coordinates."""

from tests.rules.plans.offices.paper import ONGOING, by, months, plan, quarters, task, workbook

# fmt: off

V, K, T, H = "Văn phòng", "Phòng Kế hoạch - Tài chính", "Phòng Tổ chức cán bộ", "Thanh tra"


def build() -> bytes:
    g = [
        ["PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"] + ["<"] * 8,
        ["(X: chủ trì; PH: phối hợp)"] + ["<"] * 8,
        ["STT", "Nhiệm vụ", "Thời hạn hoàn thành", "Đơn vị thực hiện", "<", "<", "<", "Sản phẩm", "Ghi chú"],
        ["^", "^", "^", "Văn phòng", "Phòng Kế hoạch - Tài chính", "Phòng Tổ chức cán bộ", "Thanh tra", "^", "^"],
        ["1", "Ban hành Kế hoạch CCHC năm 2027", "Trước ngày 30/11/2026", "X", "PH", "PH", "", "Kế hoạch", ""],
        ["2", "Thanh tra công vụ", "Quý III/2026", "", "", "PH", "X", "Kết luận thanh tra", ""],
        ["3", "Quyết toán ngân sách năm 2025", "31/3/2026", "PH", "X", "", "", "Báo cáo quyết toán", ""],
        ["4", "Tinh giản biên chế", "Trong năm 2026", "", "PH", "X", "", "Quyết định", ""],
        ["5", "Tuyên truyền CCHC", "Thường xuyên", "X", "X", "X", "X", "Tin, bài", ""],
    ]
    return workbook(("Phân công", g))


RIGHT = plan(
    [
        task("1", "Ban hành Kế hoạch CCHC năm 2027", [V], [K, T], "Trước ngày 30/11/2026", by("2026-11-29"), product="Kế hoạch"),
        task("2", "Thanh tra công vụ", [H], [T], "Quý III/2026", quarters(2026, 3), product="Kết luận thanh tra"),
        task("3", "Quyết toán ngân sách năm 2025", [K], [V], "31/3/2026", by("2026-03-31"), product="Báo cáo quyết toán"),
        task("4", "Tinh giản biên chế", [T], [K], "Trong năm 2026", months(2026, 1, 12), product="Quyết định"),
        task("5", "Tuyên truyền CCHC", [V, K, T, H], [], "Thường xuyên", ONGOING, product="Tin, bài"),
    ],
    title="PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", issuer=None, year=2026,
    signer={"name": None, "title": None},
    left_out=0,
    only_tables=True,
)
