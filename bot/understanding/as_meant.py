"""What is typed as it is meant: sounds of thinking left out, and a denial said behind its verb said in front of it.

"Ờ việc 7 xong rồi" is "việc 7 xong rồi", "17 đã xong đâu" is "17 chưa xong", "anh có duyệt 2 đâu" is "anh đâu có duyệt 2".
"""

import re

from bot.understanding.before_a_date import each_its_day

#: What leads on to further numbers, of which all is told: "còn 37 38 không có gì".
_AND_THESE = re.compile(
    r"(?:^(?:còn|con|riêng|rieng)|(?<=[,;] )(?:còn|con))(?: (?:việc|cái|viec|cai))? (?=\d{1,3}(?:(?:,|,? (?:và|với|va|voi))? \d{1,3}(?![\d%]))*(?: \d{1,3} ?%| (?:thì |thi |vẫn |van |cũng |cung )?(?:(?:không|khong|ko|chưa|chua)(?: có| co)?(?: gì| gi)?|(?:không|khong|chưa|chua) (?:phát sinh|phat sinh)|như (?:kỳ|tháng) trước|nhu (?:ky|thang) truoc|như cũ|nhu cu)(?: (?:ạ|nhé|nha|em|a|nhe))?[ .]*(?:$|[,;])))",
    re.I,
)
#: Said while thinking; alone it says yes.
_FILLER = re.compile(
    r"(?:(?<=^)|(?<=\s))(?:ờ+|ờm|ừm|ơ)[ ,.]+(?=\S+ \S+)|^à,? (?=(?:cho|chuyển|giao|nhắc|xem|mở) \S+ )"
    r"|^(?:à|á|ờ|ừ|ủa) mà,? (?=(?:việc |số |nv )?\d{1,4} [^\W\d])(?!.*\b(?:mới đúng|mới phải|chứ không phải))|(?<=\d )à,? (?:mà )?(?:thôi,? )?(?=(?:để|giao|cho) )",
    re.I,
)
#: Whose words they were said to be is only the denial's colour: "ai nói việc 22 xong đâu".
_WHO_SAID = re.compile(r"\bai (?:nói|bảo|biểu|đồn|dám nói)(?: là| rằng)? (?=[^,;.?!]{0,20}chưa )", re.I)
#: "Xong á? xong sao được khi máy chủ sập".
_HOW_COULD_IT = re.compile(
    r"(?:^xong (?:á|hả|à|gì|rồi á|rồi hả)[ ?.!,]+)?\b(?:xong (?:sao|thế nào|kiểu gì|làm sao)(?: mà)? (?:được|nổi)|(?:sao|làm sao|thế nào)(?: mà)? xong (?:được|nổi))(?= (?:khi|vì|tại|do|mà|đây)\b|[, ]+(?:máy|mạng|chưa)\b)",
    re.I,
)
#: The clause ends there, or only courtesy follows.
_CLOSES = r"(?= ?(?:$|[,.!;])| (?:nha|nhé|chứ|ạ|em|anh|chị|hỏi)\b)"
#: "17 đã nộp đâu", "2 xong đâu mà xong"; "9 nộp đâu ạ" asks where to.
_NOT_DONE = re.compile(
    r"(?<!chưa )(?<!không )(?<!chua )\b"
    r"(?:(?:đã |có )(?P<verb>xong|làm xong|ký|nộp|gửi|hoàn thành) đâu(?: mà(?: \w+)?)?"
    r"|(?P<done>xong|làm xong|hoàn thành) đâu(?: mà(?: \w+)?)?"
    rf"|(?P<bare>ký|nộp|gửi) đâu mà(?: \w+)?){_CLOSES}",
    re.I,
)
#: What is not asked for, and then what is: "không phải nhắc anh đâu, nhắc Văn phòng ấy".
_NOT_BUT = re.compile(
    r"^(?:không|ko|k|hông|hổng|hem|khong) phải (?:là )?(?:nhắc|tin|việc (?!của|bên|phòng|ban|em|anh|chị)|quá hạn|trễ|giờ|hỏi|xem|báo cáo|kế hoạch|số liệu)\b(?:[^,.:;?!\d]|(?<=tháng )\d{1,2}){0,40}[,.;:!] ?"
    r"(?:(?:mà|ý (?:em|anh|chị|tôi)) (?:là )?|(?:em|anh|chị|tôi) (?:hỏi|nói|muốn hỏi|cần) )?(?=\S+ \S+)",
    re.I,
)
#: What was thought before: "tưởng phải trả lại chứ hóa ra đủ rồi, duyệt việc 28".
_THOUGHT = re.compile(
    r"^(?:anh |chị |em |tôi )?(?:cứ )?tưởng [^,;.?!]{2,40}? (?:chứ|ai dè|ai ngờ|hoá ra|hóa ra|té ra)\b[^,;.?!\d]{0,30}, (?=(?:duyệt|trả|giao|nhắc|đồng ý|ký|xong|việc \d))",
    re.I,
)
#: "Y chang tháng trước", "giống hệt kỳ trước".
_JUST_AS = re.compile(
    r"\b(?:y (?:chang|hệt|het|như|nhu)|giống (?:hệt|y)|giong (?:het|y)|hệt)(?: như| nhu)? (?=(?:kỳ|ky|tháng|thang|quý|quy|lần|lan|đợt|dot|cũ|cu|trước|truoc|hồi|hoi)\b)",
    re.I,
)
#: Of somebody younger behind his back: "thằng Quân còn nợ gì không".
_FELLOW = re.compile(r"\b(?:[Tt]hằng(?: cu)?|[Cc]on nhỏ|[Nn]hỏ|[Cc]ậu) (?=[A-ZĐÂÁÀẢÃẠÔƠƯĂÊ]\w*\b)")
#: Where something is, "ở đâu", asks.
_DENIED_BEHIND = re.compile(
    r"\b(?<!chỉ )(?<!đã )có (?P<what>(?!mặt |ở |nơi )[^,.;?!]{2,60}?)(?<! ở)(?<! từ)(?<! đến)(?<! tới)(?<! về)(?<! đi)(?<! bắt)(?<! vướng) đâu"
    r"(?= ?(?:$|[,.!;])| (?:nha|nhé|nhe|mà|chứ|ạ|em|anh|chị|à|nghe|nghen|bot|á|hen)\b)",
    re.I,
)
#: Who has it already and keeps it: "51 để chị làm, 9 với 10 vẫn của Mai".
_STILL_HIS = re.compile(r"(?<=\d )(?:vẫn|van) (?:là |la |để |de )?(?:của|cua) (?=\w)", re.I)
#: Which one is meant, and no question of reminders: "việc 23 mà hôm trước bot nhắc em ấy".
_THE_ONE_REMINDED_OF = re.compile(
    r" mà (?:(?:hôm|bữa|sáng|chiều|tuần|lúc|hồi)[^,.;]{0,12}? )?(?:bot|em|hệ thống) (?:(?:đã|mới|vừa|cứ|có) )*nhắc(?: (?:em|tui|tôi|mình|anh|chị|hôm trước|hôm qua|bữa trước|hồi sáng|sáng nay|ấy|đó|á))*(?= (?:nhé|nha|nghe|nghen|ạ|rồi|xong)\b|[,.]|$)",
    re.I,
)
#: What he only tries: "cố xong 7".
_TRIES = re.compile(r"(?<!đã )\b(?:cố|ráng|rán|gắng|cố gắng) (?=(?:làm )?xong\b(?! (?:rồi|roi)))", re.I)
#: "Đâu có xong 10 đâu".
_NEVER_DONE = re.compile(
    r"\bđâu (?:có |đã |phải )+(?P<verb>(?:làm )?xong|hoàn thành)\b(?P<what>[^,.;?!]*?)(?: đâu\b)?(?=[ ,.!;]*(?:$|[,.!;]))",
    re.I,
)
#: Whom an order to remind spares, said behind him: "nhắc Hoa, Phúc thì thôi".
_SPARED_BEHIND = re.compile(
    r"(?P<order>\b(?:nhắc|nhac|giục|giuc|đôn đốc|don doc)\b[^;.?!\n]*?)(?:,? (?:còn|con|chứ|chu|riêng|rieng)(?: (?:còn|con|riêng|rieng))?|,) "
    r"(?!(?:à|a|ah|ủa|ấy|ay|thôi|thoi|khoan|không|khong|chưa|chua|có|co|nếu|neu|ai|xong|được|duoc|rồi|roi|hết|het|nữa|nua|thì|thi)\b)(?P<who>(?:[^\W\d]|[.-])+(?: (?:[^\W\d]|[.-])+){0,3}?)"
    r" (?:(?:thì|thi) (?:thôi|thoi|khỏi|khoi|không cần|khong can)|không cần|khong can|khỏi|khoi)(?: (?:nhắc|nhac|nữa|nua|nhé|nhe|nha|em|ạ|đâu|dau))*(?=[ .!]*(?:$|[;,\n]))",
    re.I,
)
_DAY = r"(?:ngày |ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
#: The day that is not meant, and then the one that is: "mốc 17 không phải 30/9 mà 30/10".
_NOT_THAT_DAY = re.compile(
    rf"\b(?:chứ |chu )?(?:không|khong|ko|đâu|dau|chẳng|chả) (?:phải|phai)(?: (?:là|la|đến|den|tới|toi))* {_DAY}(?:,? (?:mà|ma|nhưng|là|la)(?: (?:là|la|đến|den|tới|toi))*|,)? (?={_DAY})",
    re.I,
)
_SAID = (
    (_NEVER_DONE, r"chưa \g<verb>\g<what>"),
    (_SPARED_BEHIND, r"\g<order>, trừ \g<who>"),
    (_NOT_THAT_DAY, "đến "),
    (_THE_ONE_REMINDED_OF, ""),
    (_STILL_HIS, "để "),
    (_AND_THESE, ""),
    (_FILLER, ""),
    (_NOT_BUT, ""),
    (_THOUGHT, ""),
    (_FELLOW, "em "),
    (_JUST_AS, "như "),
    (_HOW_COULD_IT, "chưa xong được"),
    (_TRIES, "sẽ "),
)


def as_meant(text: str) -> str:
    """The text with these said in the order the rules read."""
    text = each_its_day(text)
    for pattern, meant in _SAID:
        text = pattern.sub(meant, text)
    if "đâu" not in text.lower():
        return text
    undone = _NOT_DONE.sub(lambda found: f"chưa {found['verb'] or found['done'] or found['bare']}", text)
    if undone != text:
        undone = _WHO_SAID.sub("", undone, count=1)
    return _DENIED_BEHIND.sub(r"đâu có \g<what>", undone)
