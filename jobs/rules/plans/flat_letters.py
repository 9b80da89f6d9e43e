"""Letter-spaced words of a PDF ("h à n h c h í n h") put together again."""

import re

_SPACED = re.compile(r"(?:(?<=\s)|^)(?:[^\W\d_][ \u00a0]+){5,}[^\W\d_](?=[\s.,;:]|$)")
_VOWEL = "aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_SYLLABLE = re.compile(
    rf"(?:ngh|ng|nh|ch|gh|gi(?=[{_VOWEL}])|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?[{_VOWEL}]{{1,3}}(?:ng(?!h?[{_VOWEL}])|nh(?![{_VOWEL}])|ch(?![{_VOWEL}])|[cmnpt](?![{_VOWEL}h]))?",
    re.I,
)


def without_letter_spacing(text: str) -> str:
    """Runs of six single letters or more become words: cut at wider gaps, or where none are left, by syllables."""
    return _SPACED.sub(lambda found: _words(found[0]), text)


def _words(spaced: str) -> str:
    if re.search(r"[ \u00a0]{2,}", spaced):
        return " ".join(word.replace(" ", "").replace("\u00a0", "") for word in re.split(r"[ \u00a0]{2,}", spaced))
    letters = spaced.replace(" ", "").replace("\u00a0", "")
    found = _SYLLABLE.findall(letters)
    return " ".join(found) if "".join(found) == letters else letters
