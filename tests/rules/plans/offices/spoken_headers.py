"""Headers in spoken words, the date first, numbers before the titles, who leads and who helps in one cell."""

from tests.rules.plans.offices.paper import EXTERNAL, RECURRING, Paper, by, plan, rhythm, task

# fmt: off

T = "Phòng Tổ chức - Hành chính"


def build() -> bytes:
    paper = Paper("BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG\nCÁC CÔNG TRÌNH GIAO THÔNG", "Gia Lai, ngày 15 tháng 12 năm 2025", "Số: 2210/KH-BQLDA", "UBND TỈNH GIA LAI")
    paper.say("KẾ HOẠCH", "Phòng, chống tham nhũng, lãng phí, tiêu cực năm 2026", "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông xây dựng Kế hoạch như sau:")
    paper.table(
        [
            ["Khi nào xong", "Việc phải làm", "Ai làm, phối hợp với ai", "Căn cứ pháp lý", "Phải có gì"],
            [
                "Trước 10/3/2026",
                "1. Kê khai, công khai tài sản, thu nhập",
                "Phòng Tổ chức - Hành chính chủ trì, phối hợp các phòng hướng dẫn kê khai, tổng hợp gửi Thanh tra tỉnh.",
                "Nghị định số 130/2020/NĐ-CP ngày 30/10/2020",
                "Bản kê khai; báo cáo",
            ],
            ["Quý II, quý IV/2026", "2. Chuyển đổi vị trí công tác", "- Phòng Tổ chức - Hành chính: tham mưu;\n- Phòng Tài chính - Kế toán, Phòng Kỹ thuật - Thẩm định: phối hợp.", "Nghị định số 59/2019/NĐ-CP", "Quyết định"],
            ["Khi có yêu cầu của cấp có thẩm quyền", "3. Cung cấp hồ sơ phục vụ thanh tra, kiểm toán", "Các phòng liên quan", "", "Hồ sơ"],
            ["Ngày 15 của tháng cuối quý", "4. Báo cáo công tác phòng, chống tham nhũng", "Phòng Tổ chức - Hành chính (đầu mối); các phòng (phối hợp)", "Thông tư số 02/2021/TT-TTCP", "Báo cáo quý"],
        ]
    )
    paper.sign("", "GIÁM ĐỐC", "Trần Đình Nguyên")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("1", "Kê khai, công khai tài sản, thu nhập", [T], ["các phòng"], "Trước 10/3/2026", by("2026-03-09"), product="Bản kê khai; báo cáo"),
        task("2", "Chuyển đổi vị trí công tác", [T], ["Phòng Tài chính - Kế toán", "Phòng Kỹ thuật - Thẩm định"], "Quý II, quý IV/2026", ("period", "2026-04-01", "2026-12-31"), product="Quyết định"),
        task("3", "Cung cấp hồ sơ phục vụ thanh tra, kiểm toán", ["Các phòng liên quan"], [], "Khi có yêu cầu của cấp có thẩm quyền", EXTERNAL, product="Hồ sơ"),
        task("4", "Báo cáo công tác phòng, chống tham nhũng", [T], ["các phòng"], "Ngày 15 của tháng cuối quý", RECURRING, product="Báo cáo quý"),
    ],
    title="Phòng, chống tham nhũng, lãng phí, tiêu cực năm 2026",
    number="2210/KH-BQLDA",
    issuer="Ban Quản lý dự án đầu tư xây dựng các công trình giao thông",
    year=2026,
    issued_on="2025-12-15",
    signer={"name": "Trần Đình Nguyên", "title": "Giám đốc"},
    left_out=0,
    recurring=[rhythm("Báo cáo quý", T, "quarterly", required=False), rhythm("Báo cáo công tác phòng, chống tham nhũng", T, "quarterly", required=False)],
)
