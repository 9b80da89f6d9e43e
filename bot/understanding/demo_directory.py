"""The units and people of both demo offices together, for trying messages without a database."""

from functools import lru_cache

from bot.understanding.directory import Directory, PersonNames, UnitNames

_BOARD = "Ban Quản lý Khu kinh tế và Khu công nghiệp"
_WARD = "UBND phường Ba Ngòi"


@lru_cache(maxsize=1)
def demo_directory() -> Directory:
    return Directory(
        units=(
            UnitNames("Văn phòng", ("VP", "Văn phòng Ban"), _BOARD),
            UnitNames(
                "Phòng Kế hoạch – Đầu tư và Xúc tiến",
                ("P.KH", "phòng KH", "KHĐT", "phòng KHĐT", "KHĐTXT", "KH-ĐT", "phòng Kế hoạch"),
                _BOARD,
            ),
            UnitNames(
                "Phòng Doanh nghiệp – Giám sát đầu tư", ("DN-GSĐT", "DNGSĐT", "P.DN", "GSĐT", "phòng Giám sát"), _BOARD
            ),
            UnitNames("Phòng Quy hoạch – Xây dựng và Môi trường", ("QHXDMT", "QH-XD-MT", "QHXD", "P.QH"), _BOARD),
            UnitNames(
                "Ban Quản lý dự án, hạ tầng", ("BQLDA", "QLDA", "Ban QLDA", "BQL dự án", "Ban quản lý dự án"), _BOARD
            ),
            UnitNames("Văn phòng HĐND và UBND", ("VP HĐND&UBND", "VP HĐND", "VP UBND", "VP HĐND-UBND"), _WARD),
            UnitNames("Phòng Văn hóa – Xã hội", ("VHXH", "VH-XH", "P.VHXH"), _WARD),
            UnitNames("Phòng Kinh tế, Hạ tầng và Đô thị", ("KT-HT-ĐT", "KTHTĐT", "KTHT", "KT-HT", "P.KT"), _WARD),
            UnitNames("Trung tâm Phục vụ hành chính công", ("TTPVHCC", "TTHCC", "PVHCC", "HCC"), _WARD),
        ),
        people=(
            PersonNames("Nguyễn Thị Lan", "chị", "Phòng Văn hóa – Xã hội"),
            PersonNames("Trần Minh Tâm", "anh", "Phòng Văn hóa – Xã hội"),
            PersonNames("Lê Văn Quân", "anh", "Phòng Văn hóa – Xã hội"),
            PersonNames("Phạm Quốc Vinh", "anh", "Phòng Kinh tế, Hạ tầng và Đô thị"),
            PersonNames("Võ Thị Thu", "chị", "Phòng Kinh tế, Hạ tầng và Đô thị"),
            PersonNames("Đặng Tiến Dũng", "anh", "Trung tâm Phục vụ hành chính công"),
            PersonNames("Bùi Thị Hoa", "chị", "Trung tâm Phục vụ hành chính công"),
            PersonNames("Hồ Văn Phúc", "anh", "Trung tâm Phục vụ hành chính công"),
            PersonNames("Đỗ Thu Hà", "chị", "Văn phòng HĐND và UBND"),
            PersonNames("Ngô Thị Thảo", "chị", "Văn phòng"),
            PersonNames("Phan Ngọc Ánh", "chị", ""),
        ),
    )
