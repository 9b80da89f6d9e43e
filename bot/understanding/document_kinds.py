"""The kinds of administrative documents (nghị định 30/2020, phụ lục III) as people write them before a number, folded.

One table for every rule that meets a document's number. Letters that are another word as often ("da" is "đã" and "dạ", "cd" a
disc) count only where a sign follows the number ("CĐ 12/CĐ-UBND"), and names only there or before "số".
"""

#: By name, the letters of its sign.
KINDS = {
    "nghi quyet": "nq",
    "quyet dinh": "qd",
    "chi thi": "ct",
    "quy che": "qc",
    "quy dinh": "qyd",
    "thong cao": "tc",
    "thong bao": "tb",
    "huong dan": "hd",
    "chuong trinh": "ctr",
    "ke hoach": "kh",
    "phuong an": "pa",
    "de an": "đa",
    "du an": "da",
    "bao cao": "bc",
    "bien ban": "bb",
    "to trinh": "ttr",
    "hop dong": "hd",
    "cong dien": "cd",
    "ban ghi nho": "bgn",
    "ban thoa thuan": "btt",
    "giay uy quyen": "guq",
    "giay moi": "gm",
    "giay gioi thieu": "ggt",
    "giay nghi phep": "gnp",
    "phieu gui": "pg",
    "phieu chuyen": "pc",
    "phieu bao": "pb",
    # Beside the decree: without a sign of its own, of other bodies, or said of any.
    "cong van": "cv",
    "thong tu": "tt",
    "van ban": "vb",
}
_OTHER_WORDS = frozenset(("da", "cd", "tc", "pg", "pc", "pb"))
_NAMES_ALONE = (
    "cong van",
    "quyet dinh",
    "to trinh",
    "thong bao",
    "van ban",
    "nghi quyet",
    "bien ban",
    "chi thi",
    "giay moi",
)

#: Before a number with its sign: "HD 12/HD-UBND", "hướng dẫn số 12/HD-UBND".
SIGNED = "|".join(sorted({*KINDS, *KINDS.values()} - {"da"}, key=len, reverse=True))
#: Before a number alone: "BC 125", "công văn 88", "QC 3".
ALONE = "|".join(sorted((set(KINDS.values()) - _OTHER_WORDS) | set(_NAMES_ALONE), key=len, reverse=True))
#: Before "số" and a number: "hướng dẫn số 12".
NUMBERED = "|".join(sorted(set(KINDS) - set(_NAMES_ALONE), key=len, reverse=True))
