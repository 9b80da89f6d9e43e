"""Days and periods that belong to what is cited: "theo kết luận tại cuộc họp ngày 05/11/2025" (deadline study §3.9)."""

from jobs.rules.deadlines.words import compiled

DOCUMENT = (
    r"(?:quyet dinh|ke hoach|cong van|van ban|thong bao(?: ket luan)?|nghi quyet|nghi dinh|thong tu(?: lien tich)?|chi thi|to trinh|huong dan|"
    r"ket luan|cong dien|bao cao|luat|giay moi|thu moi|thu dien tu|bien ban(?: hop| lam viec)?|y kien(?: chi dao| ket luan)?|quy che|quy dinh|chi dao)"
)
_DAY = r"\d{1,2}\s*(?:[/.-]|thang)\s*\d{1,2}(?:\s*(?:[/.-]|(?:,\s*)?nam)\s*\d{2,4})?(?!\d)"
_YEARS = r"(?:19|20)\d\d\s*(?:-|den)\s*(?:nam\s+)?(?:19|20)\d\d"
_UNIT = r"(?:thang\s+\d{1,2}|quy\s+(?:iv|i{1,3}|[1-4]))(?:\s*(?:/|-|nam)\s*20\d\d|(?!\s*[-/,\d]))"
# What begins a clause of its own, which may well name the day that counts.
_UNIT_WORDS = r"(?=\s+(?:ngay|tuan|thang|quy|nam|vong|thoi|dau|cuoi|nay|\d))"
_OWN_CLAUSE = (
    rf"(?:(?:(?:trong|tu|hang|moi){_UNIT_WORDS}|(?:nam|thang|quy)(?=\s*(?:\d|[iv]+\b))|truoc|den|het|hoan thanh|cham nhat|muon nhat|xong|"
    r"vao|ke tu|sau khi|sau ngay|thoi han|han|nop|gui|ngay|to chuc|thuong xuyen|dinh ky|(?<!chuong )(?<!to )(?<!quy )trinh)\b)"
)
_WORDS = rf"(?:[^\s,;:.()]+\s+(?!{_OWN_CLAUSE})){{0,16}}?[^\s,;:.()]+"
_ISSUED = r"(?:(?:duoc\s+)?(?:ban hanh|sua doi|bo sung|ky|thong qua|phe duyet|cong bo)(?:,\s*bo sung)?\s+)"
_AFTER_THEO = r"(?:(?<=(?<!tiep )\btheo )(?!doi\b|dang ky\b)|(?<=\bcan cu ))"
_CARRIED_OUT = r"(?:(?<=\bthuc hien )|(?<=\btrien khai )|(?<=\bkem theo ))"

# What others have issued already; a plan or a report may be what has to be written.
_ISSUED_DOCUMENT = r"(?:cong van|quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|ket luan|cong dien|luat|giay moi|thong bao(?: ket luan)?|y kien(?: chi dao)?)"

CITATIONS = compiled(
    rf"{_AFTER_THEO}(?!{_OWN_CLAUSE}){_WORDS}\s*\(?(?:{_ISSUED}(?:ngay\s+)?|ngay\s+){_DAY}",
    rf"{_AFTER_THEO}(?!{_OWN_CLAUSE}){_WORDS}\s+(?:\(?{_YEARS}|{_UNIT})",
    rf"{_CARRIED_OUT}(?!bao cao\b){DOCUMENT}(?:\s+(?!{_OWN_CLAUSE}){_WORDS})?,?\s*\(?(?:{_ISSUED}(?:ngay\s+)?|ngay\s+){_DAY}",
    rf"\b{DOCUMENT}\s+(?:so\s+)?\d{{1,4}}\s*\(\s*{_DAY}\s*\)",
    rf"\b{DOCUMENT}\s+(?:so\s+)?\d{{1,4}},?\s*\(?(?:{_ISSUED}(?:ngay\s+)?|ngay\s+){_DAY}",
    rf"\b{DOCUMENT}\s+(?:so\s+\d+\s+)?ngay\s+{_DAY}(?=\s+(?:cua|ve|quy dinh)\b)",
    rf"#\s+cua\s+(?!{_OWN_CLAUSE}){_WORDS}\s+\(?(?:{_ISSUED})?ngay\s+{_DAY}",
    rf"(?:^\W*|\b(?:phuc dap|tra loi|tiep thu|chap hanh|quan triet)\s+){_ISSUED_DOCUMENT}(?:\s+(?!{_OWN_CLAUSE}){_WORDS})?\s+ngay\s+{_DAY}",
    rf"#(?:\s*(?:,|;|va)\s*(?!bao cao\b){DOCUMENT}\s+(?:cua\s+(?!{_OWN_CLAUSE}){_WORDS}\s+)?ngay\s+{_DAY})+",
)
