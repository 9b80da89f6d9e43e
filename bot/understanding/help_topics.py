"""What somebody wants help with, by the words of his question; the first that fits."""

from bot.understanding.clause import Clause

TOPICS = (
    ("hour", r"gio nhac|lich nhac|(?:doi|chuyen|dat|chinh|cai|sua) (?:lai )?(?:gio|lich)|nhac (?:luc|vao|som|muon)|(?:tat|bat|ngung|dung) (?:\w+ )?(?:nhac|thong bao)|tieng (?:anh|viet)|ngon ngu"),
    ("time", r"lui(?: han| ngay| moc)?|gia han|them thoi gian|doi han|them ngay|gian han"),
    ("reopen", r"mo lai"),
    ("undo", r"hoan tac|undo|(?:sua|go|xoa|rut|bo|huy|thu hoi|lay lai) (?:\w+ ){0,4}(?:ket qua|bao|nham|da bao|xong|phan|viec da)|nham|lo bao"),
    ("news", r"tin bai|(?:nop|gui|dang|viet) (?:\w+ )?(?:tin|bai)(?! nhan)|tin tuc|bai viet"),
    ("proof", r"minh chung|hinh anh|dinh kem|(?:gui|nop|them|kem) (?:\w+ )?(?:ảnh|anh|hinh|file|tep|van ban)"),
    ("away", r"nghi phep|xin nghi|bao nghi|vang mat|nguoi thay|lam thay|nghi om|nghi"),
    ("new", r"(?:them|tao|lap) (?:\w+ )?(?:viec|nhiem vu)|viec phat sinh|viec moi|nhiem vu moi"),
    ("hand", r"giao|phan cong|chuyen (?:viec|nhiem vu|\d)"),
    ("decide", r"duyet|tra lai|phe duyet|chap nhan"),
    ("behalf", r"ghi ho|bao ho|bao thay|nop ho"),
    ("remind", r"nhac|don doc"),
    ("report", r"bao (?:xong|cao viec|ket qua|hoan thanh|tien do|viec|vuong|nhu the nao|the nao|sao)|bao$|nop (?:ket qua|bao cao|san pham)|cap nhat|ghi (?:ket qua|nhan)|hoan thanh|xong|vuong|ket qua|tien do"),
    ("look", r"xem|tim|tra cuu|danh sach|tinh hinh"),
)  # fmt: skip


def topic_of(c: Clause) -> str | None:
    return next((topic for topic, words in TOPICS if c.has(words)), None)
