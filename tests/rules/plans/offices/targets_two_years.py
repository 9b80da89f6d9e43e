"""Targets only: two years side by side under one group header, groups in rows across, unit of measure, basis."""

from tests.rules.plans.offices.paper import Paper, plan

G1, G2 = "Nhóm chỉ tiêu kinh tế", "Nhóm chỉ tiêu xã hội"


def build() -> bytes:
    paper = Paper("ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG HẢI", "Đông Hải, ngày 02 tháng 01 năm 2026", "Số: 01/KH-UBND")
    paper.say(
        "KẾ HOẠCH",
        "Thực hiện các chỉ tiêu phát triển kinh tế - xã hội năm 2026 của phường Đông Hải",
        "Thực hiện Nghị quyết số 31/NQ-HĐND ngày 19/12/2025 của HĐND phường, UBND phường ban hành Kế hoạch như sau:",
    )
    paper.table(
        [
            ["STT", "Tên chỉ tiêu", "Đơn vị tính", "Chỉ tiêu", "<", "Cơ quan chủ trì theo dõi", "Cơ quan phối hợp", "Căn cứ giao"],
            ["^", "^", "^", "Năm 2025", "Năm 2026", "^", "^", "^"],
            ["I", G1, "<", "<", "<", "<", "<", "<"],
            ["1", "Thu ngân sách trên địa bàn", "Tỷ đồng", "118", "130", "Phòng Kinh tế, Hạ tầng và Đô thị", "Thuế cơ sở 3", "NQ số 31/NQ-HĐND"],
            ["2", "Tỷ lệ giải ngân vốn đầu tư công", "%", "95", "100", "Phòng Kinh tế, Hạ tầng và Đô thị", "Các chủ đầu tư", "NQ số 31/NQ-HĐND"],
            ["II", G2, "<", "<", "<", "<", "<", "<"],
            ["3", "Tỷ lệ bao phủ bảo hiểm y tế", "%", "94,2", "95,5", "Phòng Văn hóa - Xã hội", "BHXH cơ sở Phan Rang", "QĐ số 12/QĐ-UBND"],
            ["4", "Số hộ nghèo giảm trong năm", "Hộ", "20", "25", "Phòng Văn hóa - Xã hội", "Ủy ban MTTQ Việt Nam phường", "QĐ số 12/QĐ-UBND"],
        ]
    )  # fmt: skip
    paper.sign("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đỗ Văn Hùng")
    return paper.as_bytes()


def _target(
    code: str, group: str, name: str, text: str, percent: float | None, lead: str, helps: str, basis: str
) -> dict[str, object]:
    return {
        "code": code, "group": group, "name": name, "target_text": text, "target_percent": percent, "lead": [lead],
        "coordinate": [helps], "responsible_text": lead, "basis_text": basis,
    }  # fmt: skip


RIGHT = plan(
    indicators=[
        _target("I.1", G1, "Thu ngân sách trên địa bàn", "130 Tỷ đồng", None, "Phòng Kinh tế, Hạ tầng và Đô thị", "Thuế cơ sở 3", "NQ số 31/NQ-HĐND"),
        _target("I.2", G1, "Tỷ lệ giải ngân vốn đầu tư công", "100 %", 100, "Phòng Kinh tế, Hạ tầng và Đô thị", "Các chủ đầu tư", "NQ số 31/NQ-HĐND"),
        _target("II.3", G2, "Tỷ lệ bao phủ bảo hiểm y tế", "95,5 %", 95.5, "Phòng Văn hóa - Xã hội", "BHXH cơ sở Phan Rang", "QĐ số 12/QĐ-UBND"),
        _target("II.4", G2, "Số hộ nghèo giảm trong năm", "25 Hộ", None, "Phòng Văn hóa - Xã hội", "Ủy ban MTTQ Việt Nam phường", "QĐ số 12/QĐ-UBND"),
    ],
    title="Thực hiện các chỉ tiêu phát triển kinh tế - xã hội năm 2026 của phường Đông Hải",
    number="01/KH-UBND", issuer="Ủy ban nhân dân phường Đông Hải", year=2026, issued_on="2026-01-02",
    signer={"name": "Đỗ Văn Hùng", "title": "Chủ tịch"}, left_out=0,
)  # fmt: skip
