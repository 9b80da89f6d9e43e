"""`nhacviec backup FILE`: everything into one file, while the bot goes on working."""

import argparse
from pathlib import Path

from bot.commands.office import ready_engine
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from storage.backup import back_up


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp sao lưu sẽ ghi, ví dụ sao-luu.nhacviec")
    parser.add_argument("--replace", action="store_true", help="ghi đè tệp đang có")


def run(args: argparse.Namespace) -> int:
    path: Path = args.file
    if path.exists() and not args.replace:
        raise CannotGoOn(f"Đã có {path}. Hãy chọn tên khác, hoặc thêm --replace để ghi đè.")
    if not path.parent.is_dir():
        raise CannotGoOn(f"Chưa có thư mục {path.parent}. Hãy tạo thư mục rồi chạy lại.")
    engine = ready_engine()
    try:
        counts = back_up(engine, path)
    except OSError as error:
        raise CannotGoOn(f"Không ghi được {path}: {error.strerror}. Hãy kiểm tra quyền ghi và chỗ trống.") from error
    finally:
        engine.dispose()
    size = path.stat().st_size / (1024 * 1024)
    print(f"Đã sao lưu {sum(counts.values())} dòng vào {path} ({size:.1f} MB); không có mã bot trong tệp.")
    print(f"Tệp có dữ liệu của cơ quan, hãy cất nơi an toàn. Khi cần: {typed('restore', path)}")
    return 0
