"""A school's year: the date stands first and is merged over several rows, nothing is numbered, people answer."""

from tests.rules.plans.offices.paper import Paper, plan, task


def build() -> bytes:
    paper = Paper(
        "TRƯỜNG TRUNG HỌC CƠ SỞ TRẦN PHÚ",
        "Ninh Hòa, ngày 20 tháng 8 năm 2025",
        "Số: 58/KH-THCSTP",
        "UBND PHƯỜNG NINH HÒA",
    )
    paper.say(
        "KẾ HOẠCH",
        "Nhiệm vụ năm học 2025-2026 của Trường Trung học cơ sở Trần Phú",
        "Căn cứ Công văn số 4210/SGDĐT-GDTrH ngày 12/8/2025 của Sở Giáo dục và Đào tạo, Trường Trung học cơ sở Trần Phú xây dựng kế hoạch như sau:",
    )
    paper.table(
        [
            ["Thời gian", "Nội dung công việc", "Người phụ trách", "Bộ phận thực hiện", "Kết quả cần đạt"],
            ["Tháng 9/2025", "Tổ chức lễ khai giảng", "Hiệu trưởng", "Toàn trường", "Lễ khai giảng ngày 05/9"],
            ["^", "Hội nghị viên chức, người lao động", "Hiệu trưởng", "Công đoàn", "Nghị quyết hội nghị"],
            ["^", "Kiểm tra hồ sơ sổ sách đầu năm", "Phó Hiệu trưởng", "Các tổ chuyên môn", "Biên bản kiểm tra"],
            ["Tháng 11/2025", "Hội giảng chào mừng ngày 20/11", "Phó Hiệu trưởng", "Các tổ chuyên môn", "20 tiết dạy"],
            ["^", "Kiểm tra giữa học kỳ I", "Phó Hiệu trưởng", "Tổ khảo thí", "Bảng điểm"],
            ["Từ 22/12/2025 đến 03/01/2026", "Kiểm tra cuối học kỳ I", "Hiệu trưởng", "Tổ khảo thí, Văn phòng", "Bảng điểm"],
            ["Cả năm", "Nền nếp, an toàn trường học", "Tổng phụ trách Đội", "Giáo viên chủ nhiệm", "Không có vi phạm"],
        ]
    )  # fmt: skip
    paper.sign("", "HIỆU TRƯỞNG", "Võ Thị Kim Ngân")
    return paper.as_bytes()


SEP, NOV = ("period", "2025-09-01", "2025-09-30"), ("period", "2025-11-01", "2025-11-30")
RIGHT = plan(
    [
        task("1", "Tổ chức lễ khai giảng", ["Toàn trường"], [], "Tháng 9/2025", SEP, product="Lễ khai giảng ngày 05/9", accept=[{"lead": ["Hiệu trưởng"], "coordinate": ["Toàn trường"]}]),
        task("2", "Hội nghị viên chức, người lao động", ["Công đoàn"], [], "Tháng 9/2025", SEP, product="Nghị quyết hội nghị", accept=[{"lead": ["Hiệu trưởng"], "coordinate": ["Công đoàn"]}]),
        task("3", "Kiểm tra hồ sơ sổ sách đầu năm", ["Các tổ chuyên môn"], [], "Tháng 9/2025", SEP, product="Biên bản kiểm tra", accept=[{"lead": ["Phó Hiệu trưởng"], "coordinate": ["Các tổ chuyên môn"]}]),
        task("4", "Hội giảng chào mừng ngày 20/11", ["Các tổ chuyên môn"], [], "Tháng 11/2025", NOV, product="20 tiết dạy", accept=[{"lead": ["Phó Hiệu trưởng"], "coordinate": ["Các tổ chuyên môn"]}]),
        task("5", "Kiểm tra giữa học kỳ I", ["Tổ khảo thí"], [], "Tháng 11/2025", NOV, product="Bảng điểm", accept=[{"lead": ["Phó Hiệu trưởng"], "coordinate": ["Tổ khảo thí"]}]),
        task("6", "Kiểm tra cuối học kỳ I", ["Tổ khảo thí", "Văn phòng"], [], "Từ 22/12/2025 đến 03/01/2026", ("period", "2025-12-22", "2026-01-03"), product="Bảng điểm", accept=[{"lead": ["Hiệu trưởng"], "coordinate": ["Tổ khảo thí", "Văn phòng"]}]),
        task("7", "Nền nếp, an toàn trường học", ["Giáo viên chủ nhiệm"], [], "Cả năm", ("period", "2025-01-01", "2025-12-31"), product="Không có vi phạm", accept=[{"lead": ["Tổng phụ trách Đội"], "coordinate": ["Giáo viên chủ nhiệm"]}]),
    ],
    title="Nhiệm vụ năm học 2025-2026 của Trường Trung học cơ sở Trần Phú",
    number="58/KH-THCSTP", issuer="Trường Trung học cơ sở Trần Phú", year=2025, issued_on="2025-08-20",
    signer={"name": "Võ Thị Kim Ngân", "title": "Hiệu trưởng"}, left_out=0,
)  # fmt: skip
