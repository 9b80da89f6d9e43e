"""Why a file cannot be read and what to do next: one table for chat, upload page and shell."""

from locales.translate import Translator
from storage.documents.errors import Reason


def what_to_do(reason: Reason, _: Translator) -> str:
    """What is wrong with a file and what to do next."""
    told = {
        Reason.EMPTY: _("Tệp rỗng. Hãy lấy lại tệp từ nơi gửi rồi thử lại."),
        Reason.TOO_LARGE: _("Tệp lớn quá 20 MB. Hãy xóa bớt hình ảnh, chỉ giữ kế hoạch và phụ lục, rồi thử lại."),
        Reason.TOO_LONG: _(
            "Tệp có quá nhiều dòng hoặc ô, thường là dòng trống có kẻ khung. Hãy chép riêng phần kế hoạch sang tệp mới rồi gửi tệp đó."
        ),
        Reason.PASSWORD: _("Tệp có mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi thử lại."),
        Reason.OLD_FORMAT: _(
            "Đây là tệp Word hoặc Excel đời cũ (.doc, .xls). Hãy mở tệp, chọn Lưu thành dạng .docx (.xlsx) rồi thử lại."
        ),
        Reason.UNSUPPORTED: _(
            "Chưa đọc được loại tệp này. Hãy mở bằng Word hoặc Excel, chọn Lưu thành dạng .docx (.xlsx) rồi gửi bản đó."
        ),
        Reason.PICTURE: _(
            "Đây là tệp hình ảnh nên em không đọc được chữ. Hãy gửi bản Word (.docx), Excel (.xlsx) hoặc PDF có chữ của kế hoạch."
        ),
        Reason.SCANNED: _(
            "Tệp PDF này chỉ có ảnh chụp các trang, không có chữ. Hãy gửi bản Word (.docx) hoặc PDF xuất thẳng từ Word."
        ),
        Reason.FOREIGN: _(
            "Đây là tệp nén, không phải văn bản. Hãy giải nén rồi gửi chính tệp .docx, .xlsx hoặc .pdf của kế hoạch."
        ),
        Reason.BROKEN: _(
            "Tệp bị hỏng hoặc gửi thiếu. Hãy mở thử bằng Word hoặc Excel, lưu thành tệp mới rồi thử lại; không mở được thì lấy lại tệp từ nơi gửi."
        ),
        Reason.UNSAFE: _(
            "Tệp có cấu trúc không an toàn nên em không mở. Hãy mở bằng Word hoặc Excel, lưu thành tệp mới rồi thử lại."
        ),
    }
    return told[reason]


def secrecy(_: Translator) -> str:
    return _(
        "Văn bản có dấu độ mật nên em không đọc và không lưu: bí mật nhà nước không đưa lên Telegram, Zalo hay máy có mạng. "
        "Hãy theo dõi kế hoạch này theo quy định về bảo vệ bí mật nhà nước của cơ quan."
    )
