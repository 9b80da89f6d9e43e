"""The two offices of the demo: the ward of plan 002 and the management board of plan 004, with invented people."""

from datetime import UTC, datetime

from jobs.rules.office_form import OfficeForm, PersonForm, UnitForm
from storage.kinds import Role

OPENS_AT = datetime(2025, 10, 6, 0, 0, tzinfo=UTC)  # 07:00 in Viet Nam
STAFF, HEAD = (Role.STAFF,), (Role.UNIT_HEAD,)

WARD = OfficeForm(
    name="UBND phường Ba Ngòi",
    short_name="UBND phường Ba Ngòi",
    place="Ba Ngòi",
    units=(
        UnitForm("Văn phòng HĐND và UBND", "VP", ("Văn phòng HĐND & UBND phường", "Văn phòng", "VP HĐND&UBND")),
        UnitForm("Phòng Văn hóa – Xã hội", "VHXH", ("Phòng VHXH", "VHXXH", "Văn hóa Xã hội")),
        UnitForm("Phòng Kinh tế, Hạ tầng và Đô thị", "KT-HT-ĐT", ("Phòng KT-HT-ĐT", "Phòng Kinh tế", "KTHTĐT")),
        UnitForm(
            "Trung tâm Phục vụ hành chính công", "TTPVHCC", ("Trung tâm Hành chính công", "TTHCC", "Trung tâm PVHCC")
        ),
    ),
    people=(
        PersonForm("Nguyễn Thị Lan", "chị", "VHXH", STAFF),
        PersonForm("Lê Anh Quân", "anh", "VHXH", STAFF, keeper=True),
        PersonForm("Trần Minh Tâm", "anh", "VHXH", HEAD),
        PersonForm("Phạm Thu Hà", "chị", "VP", (Role.UNIT_HEAD, Role.OFFICE_HEAD)),
        PersonForm("Ngô Thị Mai", "chị", "VP", STAFF),
        PersonForm("Võ Tiến Dũng", "anh", "TTPVHCC", HEAD),
        PersonForm("Đỗ Thị Hoa", "chị", "TTPVHCC", STAFF),
        PersonForm("Hồ Văn Phúc", "anh", "TTPVHCC", STAFF),
        PersonForm("Bùi Thị Thu", "chị", "KT-HT-ĐT", HEAD),
        PersonForm("Đặng Quang Vinh", "anh", "KT-HT-ĐT", STAFF),
        PersonForm("Trịnh Đình Khoa", "anh", "KT-HT-ĐT", STAFF),
        PersonForm("Phạm Thị Ngọc Ánh", "chị", None, (Role.LEADER,)),
    ),
)

BOARD = OfficeForm(
    name="Ban Quản lý Khu kinh tế và Khu công nghiệp",
    short_name="BQL KKT&KCN",
    place="Khánh Hòa",
    units=(
        UnitForm("Văn phòng", "VP", ("VP Ban",)),
        UnitForm("Phòng Kế hoạch – Đầu tư và Xúc tiến", "KHĐT", ("P.KH", "Phòng Kế hoạch", "Phòng Kế hoạch Đầu tư")),
        UnitForm("Phòng Doanh nghiệp – Giám sát đầu tư", "DN-GSĐT", ("Phòng Doanh nghiệp", "DNGSĐT")),
        UnitForm("Phòng Quy hoạch – Xây dựng và Môi trường", "QHXDMT", ("Phòng Quy hoạch", "QH-XD-MT")),
        UnitForm("Ban Quản lý dự án, hạ tầng", "BQLDA", ("Ban QLDA hạ tầng", "Ban Quản lý dự án")),
    ),
    people=(
        PersonForm("Nguyễn Văn Bình", "anh", "VP", (Role.UNIT_HEAD, Role.OFFICE_HEAD)),
        PersonForm("Lý Thị Ngân", "chị", "VP", STAFF, keeper=True),
        PersonForm("Cao Xuân Nam", "anh", "VP", STAFF),
        PersonForm("Trương Thị Hạnh", "chị", "KHĐT", HEAD),
        PersonForm("Phan Quốc Việt", "anh", "KHĐT", STAFF),
        PersonForm("Mai Đức Long", "anh", "DN-GSĐT", HEAD),
        PersonForm("Huỳnh Thị Yến", "chị", "DN-GSĐT", STAFF),
        PersonForm("Tô Hữu Sơn", "anh", "QHXDMT", HEAD),
        PersonForm("Dương Thị Thảo", "chị", "QHXDMT", STAFF),
        PersonForm("Kiều Văn Hải", "anh", "BQLDA", HEAD),
        PersonForm("Lê Hồng Phương", "anh", None, (Role.LEADER,)),
    ),
)
