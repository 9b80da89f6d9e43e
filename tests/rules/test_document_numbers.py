"""Numbers of documents as they are written, whatever was typed."""

import pytest

from jobs.rules.document_symbols import in_capitals


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("kh 45/kh-ubnd", "KH 45/KH-UBND"),
        ("qd 9/qd-ubnd", "QĐ 9/QĐ-UBND"),
        ("qđ 12/2025/qđ-ubnd", "QĐ 12/2025/QĐ-UBND"),
        ("bc 125", "BC 125"),
        ("ttr 3/ttr-vhxh", "TTr 3/TTr-VHXH"),
        ("45/kh-ubnd", "45/KH-UBND"),
        ("KH 45/KH-UBND", "KH 45/KH-UBND"),
        ("đã ký, kh 45/kh-ubnd ngày 3/10", "đã ký, KH 45/KH-UBND ngày 3/10"),
        ("12/50 phiếu", "12/50 phiếu"),
        ("đăng 12 tin 3 bài", "đăng 12 tin 3 bài"),
        ("ngày 30/11/2025", "ngày 30/11/2025"),
        ("ct 5 người", "CT 5 người"),
    ],
)
def test_a_number_stands_in_capitals(typed: str, written: str) -> None:
    assert in_capitals(typed) == written
