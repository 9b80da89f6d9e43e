"""What Excel shows of a stored number. Left the value and the format, right what a person sees, days first."""

import pytest
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from storage.documents.xlsx_numbers import shown

DAY = "45996"  # 5 December 2025

NUMBERS = [
    ("1", "General", "1"),
    ("1.1000000000000001", "General", "1.1"),
    ("0.30000000000000004", "General", "0.3"),
    ("2.0", "General", "2"),
    ("1E+3", "General", "1000"),
    ("1.1", "0.00", "1.10"),
    ("1.1", "0.0", "1.1"),
    ("1.25", "0.0", "1.3"),
    ("2.5", "0", "3"),
    ("7", "00", "07"),
    ("1.5", "#,##0.##", "1.5"),
    ("1000", "#,##0", "1000"),
    ("3", "@", "3"),
    ("2", '"Quý "0', "Quý 2"),
    ("4", '0"."', "4."),
    ("4", "0\\)", "4)"),
    ("5", '_-* #,##0_-;-* #,##0_-;_-* "-"_-', "5"),
    ("-5", "0;(0)", "(5)"),
    ("-5", "0", "-5"),
    ("0", '0;-0;"không"', "0"),
    ("0.8", "0%", "80%"),
    ("0.955", "0%", "95.5%"),
    ("1", "0.00%", "100%"),
    ("12", '0" nhiệm vụ"', "12 nhiệm vụ"),
    ("1.5", "# ?/?", "1.5"),
    ("1234.5", "0.00E+00", "1234.5"),
]
DATES = [
    ("dd/mm/yyyy", "05/12/2025"),
    ("mm-dd-yy", "05/12/2025"),
    ("[$-42A]d mmmm yyyy;@", "05/12/2025"),
    ("d-mmm", "05/12"),
    ("dd.mm", "05/12"),
    ("mm/yyyy", "12/2025"),
    ("mmm-yy", "12/2025"),
    ("yyyy", "2025"),
    ("mmmm", "tháng 12"),
    ('"Trước ngày "dd/mm/yyyy', "Trước ngày 05/12/2025"),
    ('"ngày" dd "tháng" mm "năm" yyyy', "ngày 05/12/2025"),
    ("dd/mm/yyyy hh:mm", "05/12/2025"),
]


@pytest.mark.parametrize(("value", "form", "seen"), NUMBERS)
def test_numbers(value: str, form: str, seen: str) -> None:
    assert shown(value, form, WINDOWS_EPOCH) == seen


@pytest.mark.parametrize(("form", "seen"), DATES)
def test_dates(form: str, seen: str) -> None:
    assert shown(DAY, form, WINDOWS_EPOCH) == seen


def test_an_hour_is_shown_where_there_is_one() -> None:
    assert shown("45996.6875", "dd/mm/yyyy hh:mm", WINDOWS_EPOCH) == "05/12/2025 16:30"
    assert shown("0.6875", "hh:mm", WINDOWS_EPOCH) == "16:30"


def test_files_of_old_macs_count_from_1904() -> None:
    assert shown("44534", "dd/mm/yyyy", MAC_EPOCH) == "05/12/2025"


@pytest.mark.parametrize(("value", "form"), [("abc", "0"), ("1e999", "0.00"), ("99999999999", "dd/mm/yyyy")])
def test_what_is_no_number_or_day_raises(value: str, form: str) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        shown(value, form, WINDOWS_EPOCH)
