"""Vietnamese syllables, and words typed with Telex or VNI left on: "vieejc", "rooif", "viec65".

A word is decoded only when it is no Vietnamese syllable itself and the decoded one is.
"""

import re
import unicodedata
from functools import lru_cache

from bot.understanding.listed import listed
from jobs.rules.text import fold

_ONSETS = listed("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
_RIMES = listed(
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et"
    " ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang"
    " oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong op oc ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ"
    " ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uô uôc uôi uôm uôn uông uôt uy uya uych"
    " uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươ ươc ươi ươm ươn ương ươp ươt ươu y ya yêm yên yêng yêt yêu"
)
_ONSET_SET = frozenset([*_ONSETS, ""])
_RIME_SET = frozenset(_RIMES)
_RIMES_FOLDED = frozenset(fold(r) for r in _RIMES)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TELEX_TONE = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
_VNI_TONE = {"2": "\u0300", "1": "\u0301", "4": "\u0303", "3": "\u0309", "5": "\u0323"}
_TELEX_MARKS = (
    ("dd", "đ"),
    ("aa", "â"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("uwow", "ươ"),
    ("uow", "ươ"),
    ("aw", "ă"),
    ("ow", "ơ"),
    ("uw", "ư"),
)
_VNI_MARKS = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}


_TELEX_TONE_KEY = re.compile(
    r"(?<=[aeiouyw])[fsrxj](?=[a-z]{0,2}$)|(?<=[aeiouyw][a-z])[fsrxj]$|(?<=[aeiouyw]n[gh])[fsrxj]$|(?<=[aeiouyw]ch)[fsrxj]$"
)


def _without_tone(word: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(c for c in parts if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)), tone


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """True for a well formed syllable in lower case; a word without any accent is judged by its folded rime."""
    plain, tone = _without_tone(word)
    accented = bool(tone) or not plain.isascii()
    rimes = _RIME_SET if accented else _RIMES_FOLDED
    for length in range(min(3, len(plain)), -1, -1):
        rime = plain[length:]
        if plain[:length] in _ONSET_SET and rime in rimes:
            closed = rime.endswith(("c", "p", "t", "ch"))
            return not (accented and closed and tone not in ("", "\u0301", "\u0323"))
    return False


def _put_tone(plain: str, tone: str) -> str:
    """The tone on the vowel that carries it: the marked one, else the last of a closed rime, else the first."""
    glide = 1 if len(plain) > 2 and plain[0] in "qg" else None
    vowels = [i for i, c in enumerate(plain) if fold(c) in "aeiouy" and i != glide]
    if not vowels or not tone:
        return plain
    marked = [i for i in vowels if not plain[i].isascii()]
    at = marked[-1] if marked else (vowels[-1] if plain[-1] not in "aeiouy" else vowels[0])
    return unicodedata.normalize("NFC", plain[: at + 1] + tone + plain[at + 1 :])


def _telex(word: str) -> str:
    tone = ""
    body = re.sub(r"([fsrxjw])\1+", r"\1", word)
    found = _TELEX_TONE_KEY.search(body)
    if found:
        tone = _TELEX_TONE[found.group()]
        body = body[: found.start()] + body[found.end() :]
    body = re.sub(r"(?<=[bcdghklmnprstvx])w(?=a$|ng$|u$|c$)", "uw", body)  # "chwa"
    body = re.sub(r"([aeo])([bcdghklmnptvy]{1,2})\1$", r"\1\1\2", body)
    body = re.sub(r"(?<!q)uaw$", "ưa", body)
    for typed, letter in _TELEX_MARKS:
        body = body.replace(typed, letter)
    return _put_tone(re.sub(r"u(?=ơ)", "ư", body), tone)


def _vni(word: str) -> str:
    tone = ""
    out: list[str] = []
    for char in word:
        if char in _VNI_TONE:
            tone = _VNI_TONE[char]
        elif char in _VNI_MARKS:
            marks = _VNI_MARKS[char]
            at = next((i for i in range(len(out) - 1, -1, -1) if out[i] in marks), None)
            if at is None:
                return word
            out[at] = marks[out[at]]
        else:
            out.append(char)
    return _put_tone(re.sub(r"uơ", "ươ", "".join(out)), tone)


def _swapped(word: str) -> list[str]:
    return [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)]


#: Words that decide a message, with two letters swapped: "xogn"; a swap that makes another syllable is left alone.
_SWAPS = {
    slip: word
    for word in listed("xong hoan thanh viec chua khong duyet dang nhiem")
    for slip in _swapped(word)
    if not is_syllable(slip)
}


def undo_slip(word: str) -> str:
    """The word meant by swapped letters or a zero for an "o", or the word itself. `word` is folded."""
    if "0" in word and is_syllable(letters := re.sub(r"(?<=[a-z])0(?=[a-z])", "o", word)):
        return letters
    return _SWAPS.get(word, word)


@lru_cache(maxsize=4096)
def undo_typing_mode(word: str) -> str:
    """The word meant by Telex or VNI keystrokes, or the word itself. `word` is lower case."""
    if len(word) < 2 or is_syllable(word):
        return word
    if not word.isascii():  # "rồif": the key of a tone that is there already
        return word[:-1] if word[-1] in _TELEX_TONE and is_syllable(word[:-1]) else word
    decoded = _vni(word) if any(c.isdigit() for c in word) else _telex(word)
    if any(c.isdigit() for c in decoded) or decoded == word or decoded.isascii():
        return word
    return decoded if is_syllable(decoded) else _with_its_tone_alone(decoded) or word


def _with_its_tone_alone(decoded: str) -> str:
    """ "viecj": the tone was typed and the hat was not, so it is read as if it were bare."""
    plain, tone = _without_tone(decoded)
    return plain if tone and plain.isascii() and is_syllable(plain) else ""
