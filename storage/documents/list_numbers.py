"""Numbers of automatic lists as they are printed."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_HIGHEST_ROMAN = 3999
_LETTERS = 26


def written(n: int, form: str) -> str:
    """`form` as Word names it: decimal, decimalZero, lowerLetter, upperRoman, none…; unknown ones count in digits."""
    if form == "none" or n < 0:
        return ""
    if form in ("lowerLetter", "upperLetter") and n > 0:
        letter = chr(ord("a") + (n - 1) % _LETTERS) * ((n - 1) // _LETTERS % _LETTERS + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < n <= _HIGHEST_ROMAN:
        return _roman(n).lower() if form == "lowerRoman" else _roman(n)
    return f"{n:02d}" if form == "decimalZero" else str(n)


def _roman(n: int) -> str:
    roman = ""
    for value, sign in _ROMAN:
        roman += sign * (n // value)
        n %= value
    return roman
