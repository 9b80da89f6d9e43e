"""Given names people bear: in small letters a word behind "anh", "chị" is a name only where it is one of these or known."""

from bot.understanding.listed import listed
from jobs.rules.text import fold

_NAMES = frozenset(
    listed(
        "an anh ánh ân bảo bằng bích bình biên bích cẩm cảnh châu chi chiến chinh chính chung chương cúc cường danh diễm diệp diệu dũng dung duy duyên dương đại đào đạt đăng điệp "
        "đình định đoàn đông đức giang hà hạ hải hảo hạnh hân hằng hậu hiên hiền hiển hiếu hiệp hiệu hoa hoà hòa hoài hoàn hoàng hoan hồng hợp huân huệ hùng huy huyền hưng hương hường hữu "
        "kha khải khang khánh khiêm khoa khôi khương khuê kiên kiệt kiều kim kỳ lai lam lan lài lâm lãm lệ liên liễu linh loan long lộc lợi luân luận luyến lương lưu ly lý mai mạnh mẫn mến miên minh mơ my mỹ "
        "na nam nga ngà ngân nghi nghĩa nghị ngọc ngoan nguyên nguyệt nhàn nhân nhã nhật nhi nhiên nhung nhuận như nhựt ninh nữ oanh phát phi phong phú phúc phụng phương phượng phước quân quang quảng quế quốc quy quý quyên quyết quyền quỳnh "
        "sâm san sang sáng sen sinh sơn song sự sương tài tâm tân tấn tạo thạch thái thắm thắng thanh thành thảo thạnh thân thăng thế thi thiên thiện thiệu thịnh thoa thông thơ thơm thu thuận thuần thuý thúy thùy thuỳ thuyết thư thương thường thủy thuỷ thy "
        "tiên tiến tiệp tín tình tịnh toàn toản tố tới trà trâm trân trang trí triết triều trinh trình trọng trúc trung trường trưởng truyền tú tuấn tuân tuệ tùng tuyến tuyền tuyên tuyết tường tước uyên vân vấn văn viên viễn việt vinh vĩnh vũ vui vượng vương vy vỹ xuân xuyến ý yên yến"
    )
)
#: Without accents these are other words more often.
_BARE_WORDS = frozenset(
    listed(
        "an anh ban bao bien chi chien chinh chung dai danh dao dinh doan dong gia ha hao hau hien hieu hoan hop huu kha ky lai lam len long loi luan luu ly man men mo my na nam nga nghi nguyen nhan nhat nhu nu phat phi phong quan quang quy quyet quyen sang sau su sinh "
        "song tai tan tao thang than the thi thiet thien thong thu thuong thuyet tien tin tinh toan to toi tra tri trinh trinh trong trung truong truyen tu tuan tuyen tuong van vien viet vu vui y yen hoi hai ba bay tam chuong quoc dang dat thanh bang hang dung"
    )
)
_FOLDED = frozenset(map(fold, _NAMES))


def is_given_name(typed: str) -> bool:
    """Accents decide where they are typed: "vũ" is one, "vụ" is none."""
    word = typed.lower()
    return word in _NAMES if not word.isascii() else word in _FOLDED and word not in _BARE_WORDS
