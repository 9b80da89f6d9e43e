"""The header says "hoàn thành trước ngày", the cells only the day; a party committee, comrades."""

from tests.rules.plans.offices.paper import Paper, by, plan, task

# fmt: off

def build() -> bytes:
    paper = Paper("ĐẢNG ỦY XÃ TRÀ LINH", "Trà Linh, ngày 04 tháng 02 năm 2026", "Số 12-KH/ĐU", "ĐẢNG BỘ THÀNH PHỐ ĐÀ NẴNG")
    paper.say("KẾ HOẠCH", "kiểm tra, giám sát năm 2026", "-----", "Thực hiện Kế hoạch số 30-KH/TU ngày 10/01/2026 của Ban Thường vụ Thành ủy, Đảng ủy xã xây dựng Kế hoạch kiểm tra, giám sát năm 2026 như sau:")
    paper.table(
        [
            ["TT", "Nội dung kiểm tra, giám sát", "Đ/c phụ trách", "Đ/c tham gia, giúp việc", "Hoàn thành trước ngày", "Ghi chú"],
            ["1", "Kiểm tra Chi bộ thôn 1 về thu, nộp đảng phí", "Đ/c Hồ Văn Thể, Chủ nhiệm UBKT Đảng ủy", "Đ/c Nguyễn Thị Hiền", "15/4", "Chuyên đề"],
            ["2", "Giám sát Chi bộ Trường Tiểu học về nêu gương", "Đ/c Bí thư Đảng ủy", "Ban Xây dựng Đảng", "30/6", ""],
            ["3", "Kiểm tra việc thực hiện Nghị quyết đại hội", "Ban Thường vụ Đảng ủy", "Ủy ban Kiểm tra Đảng ủy, Văn phòng Đảng ủy", "31/10", ""],
        ]
    )
    paper.sign("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Nguyễn Thanh Bình")
    return paper.as_bytes()


RIGHT = plan(
    [
        task("1", "Kiểm tra Chi bộ thôn 1 về thu, nộp đảng phí", ["Đ/c Hồ Văn Thể, Chủ nhiệm UBKT Đảng ủy"], ["Đ/c Nguyễn Thị Hiền"], "15/4", by("2026-04-14")),
        task("2", "Giám sát Chi bộ Trường Tiểu học về nêu gương", ["Đ/c Bí thư Đảng ủy"], ["Ban Xây dựng Đảng"], "30/6", by("2026-06-29")),
        task("3", "Kiểm tra việc thực hiện Nghị quyết đại hội", ["Ban Thường vụ Đảng ủy"], ["Ủy ban Kiểm tra Đảng ủy", "Văn phòng Đảng ủy"], "31/10", by("2026-10-30")),
    ],
    title="kiểm tra, giám sát năm 2026",
    number="12-KH/ĐU",
    issuer="Đảng ủy xã Trà Linh",
    year=2026,
    issued_on="2026-02-04",
    signer={"name": "Nguyễn Thanh Bình", "title": "Phó Bí thư Thường trực"},
    left_out=0,
)
