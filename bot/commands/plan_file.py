"""A plan's file as typed in a shell: its bytes, and in Vietnamese why it cannot be read and what to do next."""

import sys
from pathlib import Path

from bot.commands.stopped import CannotGoOn
from jobs.rules.plans.secrecy import is_secret
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.package import MAX_BYTES
from storage.documents.reader import read_document
from storage.raw_document import RawDocument

KINDS_READ = "kế hoạch: .docx, .pdf (có chữ), .xlsx, .odt, .ods, .csv, .txt; dấu - là chữ dán vào từ bàn phím"
_WHAT_TO_DO = {
    Reason.EMPTY: "Tệp rỗng. Hãy lấy lại tệp từ nơi gửi rồi thử lại.",
    Reason.TOO_LARGE: "Tệp lớn quá 20 MB. Hãy xóa bớt hình ảnh, chỉ giữ kế hoạch và phụ lục, rồi thử lại.",
    Reason.TOO_LONG: "Tệp có quá nhiều dòng hoặc ô, thường là dòng trống có kẻ khung. Hãy chép riêng phần kế hoạch sang tệp mới rồi gửi tệp đó.",
    Reason.PASSWORD: "Tệp có mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi thử lại.",
    Reason.OLD_FORMAT: "Đây là tệp Word hoặc Excel đời cũ (.doc, .xls). Hãy mở tệp, chọn Lưu thành dạng .docx (.xlsx) rồi thử lại.",
    Reason.UNSUPPORTED: "Chưa đọc được loại tệp này. Hãy mở bằng Word hoặc Excel, chọn Lưu thành dạng .docx (.xlsx) rồi gửi bản đó.",
    Reason.PICTURE: "Đây là tệp hình ảnh nên em không đọc được chữ. Hãy gửi bản Word (.docx), Excel (.xlsx) hoặc PDF có chữ của kế hoạch.",
    Reason.SCANNED: "Tệp PDF này chỉ có ảnh chụp các trang, không có chữ. Hãy gửi bản Word (.docx) hoặc PDF xuất thẳng từ Word.",
    Reason.FOREIGN: "Đây là tệp nén, không phải văn bản. Hãy giải nén rồi gửi chính tệp .docx, .xlsx hoặc .pdf của kế hoạch.",
    Reason.BROKEN: "Tệp bị hỏng hoặc gửi thiếu. Hãy mở thử bằng Word hoặc Excel, lưu thành tệp mới rồi thử lại; không mở được thì lấy lại tệp từ nơi gửi.",
    Reason.UNSAFE: "Tệp có cấu trúc không an toàn nên em không mở. Hãy mở bằng Word hoặc Excel, lưu thành tệp mới rồi thử lại.",
}


def explain_unreadable(error: UnreadableFile) -> str:
    """What is wrong with the file and what to do next, in Vietnamese."""
    return _WHAT_TO_DO[error.reason]


def file_bytes(path: Path) -> bytes:
    """The file, or standard input for "-". Raises CannotGoOn, and UnreadableFile before a huge file is loaded."""
    if str(path) == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(Reason.TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise CannotGoOn(f"Không mở được tệp {path}; hãy kiểm tra lại đường dẫn.") from error


def read_plan_file(data: bytes, name: str) -> RawDocument:
    """Paragraphs and tables of a plan. Raises UnreadableFile, and CannotGoOn for a document marked as secret."""
    document = read_document(data, name)
    if is_secret(document):
        raise CannotGoOn(
            "Văn bản có dấu độ mật nên em không đọc và không lưu: bí mật nhà nước không đưa lên Telegram, Zalo hay máy có mạng. "
            "Hãy theo dõi kế hoạch này theo quy định về bảo vệ bí mật nhà nước của cơ quan."
        )
    return document
