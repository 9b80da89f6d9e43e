"""`nhacviec …`: one table of commands; only the chosen one is imported, so that each starts fast."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from bot.loading import loading

# Words typed → module of bot.commands, and one line of help.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "hai cơ quan mẫu, trò chuyện ngay trong cửa sổ này, không cần mã bot"),
    "setup": ("setup", "tạo cơ quan, đơn vị, nhân sự từ tệp XLSX (--template để lấy mẫu)"),
    "staff import": (
        "staff_import",
        "danh sách nhân sự mới, theo mẫu của setup: ai mới, ai đổi đơn vị, ai không còn tên",
    ),
    "connection add": ("connection_add", "thêm một bot Telegram hoặc Zalo"),
    "connection list": ("connection_list", "các bot đang có, số tin và số người của gói đã dùng"),
    "connection set": (
        "connection_set",
        "gói của một bot (số tin một tháng, số người); tin nào gửi lại khi không rõ đã đến",
    ),
    "invite": ("invite", "mã mời một người kết nối Zalo hoặc Telegram"),
    "plan read": ("plan_read", "đọc một kế hoạch và in ra, không thay đổi gì"),
    "plan import": ("plan_import", "đưa một kế hoạch vào bản nháp chờ xác nhận"),
    "plan review": ("plan_review", "bản nháp thành tệp XLSX để sửa, rồi đọc lại (--take)"),
    "plan confirm": ("plan_confirm", "bản nháp như người theo dõi kế hoạch thấy; --yes để xác nhận"),
    "plan spread": ("plan_spread", "đề nghị mốc nội bộ rải việc của bản nháp ra các tháng (--yes để ghi)"),
    "calendar list": ("calendar_list", "ngày nghỉ và ngày làm bù của một năm (--year)"),
    "calendar import": ("calendar_import", "ghi ngày nghỉ, ngày làm bù từ tệp CSV hoặc XLSX: ngày, loại, ghi chú"),
    "ladder": ("ladder", "sau bao nhiêu ngày làm việc thì việc quá hạn được báo lên bậc trên"),
    "run": ("run", "chạy bot và phần nhắc việc trong một tiến trình"),
    "bot": ("run_bot", "chỉ nhận và trả lời tin nhắn"),
    "jobs": ("run_jobs", "chỉ nhắc việc theo lịch và gửi tin"),
    "preview": ("preview", "những tuần tới ai sẽ được nhắc gì, không gửi tin nào"),
    "reminded": ("reminded", "ai đã được nhắc một việc, theo sổ gửi tin; ghi ra tệp Word để in"),
    "doctor": ("doctor", "kiểm tra mọi thứ, nói chỗ cần sửa; mã thoát 1 khi có"),
    "backup": ("backup", "sao lưu tất cả vào một tệp, cả khi bot đang chạy"),
    "restore": ("restore", "khôi phục từ tệp sao lưu; tin cũ không gửi lại"),
    "migrate": ("migrate", "tạo hoặc nâng cấp cơ sở dữ liệu"),
    "read-deadline": ("read_deadline", "cách hiểu một cụm từ thời hạn"),
    "read-message": ("read_message", "cách hiểu một tin nhắn"),
}


def chosen(words: list[str]) -> tuple[str, list[str]] | None:
    """The command typed and what follows it; two-word commands first."""
    for length in (2, 1):
        name = " ".join(words[:length])
        if name in COMMANDS:
            return name, words[length:]
    return None


def main(argv: list[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    if Path(".env").is_file():
        from dotenv import load_dotenv

        load_dotenv(".env", encoding="utf-8-sig")  # tokens and certificates too; what is exported stands
    found = chosen(words)
    if found is None:
        print_help()
        return 0 if not words or words[0] in {"-h", "--help", "help"} else 2
    name, rest = found
    with loading():
        module = import_module(f"bot.commands.{COMMANDS[name][0]}")
    parser = argparse.ArgumentParser(prog=typed(name), description=COMMANDS[name][1])
    module.add_arguments(parser)
    try:
        return int(module.run(parser.parse_args(rest)))
    except CannotGoOn as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # "| head" has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def print_help() -> None:
    print(f"{typed('‹lệnh›')}, ví dụ: {typed('demo')}\n")
    for name, (_, text) in COMMANDS.items():
        print(f"  {name:<16} {text}")
    print("\nThêm -h sau một lệnh để xem cách dùng.")


if __name__ == "__main__":
    sys.exit(main())
