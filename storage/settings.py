"""Settings from the environment, into which `bot.cli` has read a `.env` file; checked at start."""

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import getproxies

from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.kinds import ChannelKind

CAN_POST = frozenset({ChannelKind.TELEGRAM, ChannelKind.ZALO})
_TELEGRAM_PORTS = (443, 80, 88, 8443)


class Settings(BaseSettings):
    """What an installer can set. Secrets of bots stay in the environment under the names connections give."""

    model_config = SettingsConfigDict(extra="ignore")

    database_url: str = "sqlite:///nhacviec.sqlite3"
    log_level: str = "INFO"
    heartbeat_url: str = ""
    public_url: str = ""
    port: str = "8080"
    webhook: str = ""

    def problems(self) -> list[str]:
        """What would stop the start, one Vietnamese sentence each saying what to do; empty when all is well."""
        found = []
        scheme = urlsplit(self.database_url).scheme.split("+")[0]
        if scheme not in {"sqlite", "postgresql", "postgres"}:
            found.append("S001 DATABASE_URL phải bắt đầu bằng sqlite:/// hoặc postgresql://; hãy sửa rồi chạy lại.")
        if scheme == "sqlite" and not Path(self.sqlite_path() or ".").parent.exists():
            found.append("S002 Thư mục của tệp SQLite trong DATABASE_URL chưa có; hãy tạo thư mục rồi chạy lại.")
        if self.log_level.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            found.append("S003 LOG_LEVEL chỉ nhận DEBUG, INFO, WARNING hoặc ERROR.")
        if self.public_url and not _is_address(self.public_url):
            found.append(
                "S004 PUBLIC_URL phải là địa chỉ công khai dạng https://ten-mien (http:// chỉ cho mạng nội bộ, không có dấu ? hay #); "
                "hãy sửa, hoặc bỏ trống nếu không dùng trang nộp tệp."
            )
        if not (self.port.isascii() and self.port.isdigit() and 1 <= int(self.port) <= 65535):
            found.append("S005 PORT phải là số từ 1 đến 65535, ví dụ 8080; hãy sửa rồi chạy lại.")
        if self.heartbeat_url and not self.heartbeat_url.startswith(("https://", "http://")):
            found.append("S007 HEARTBEAT_URL phải bắt đầu bằng https:// hoặc http://; hãy sửa, hoặc bỏ trống.")
        return found + self._webhook_problems() + _proxy_problems()

    def _webhook_problems(self) -> list[str]:
        known, words = sorted(CAN_POST), self._webhook_words()
        if not words <= CAN_POST:
            return [f"S008 WEBHOOK chỉ nhận {', '.join(known)}, cách nhau bằng dấu phẩy; hãy sửa, hoặc bỏ trống."]
        if words and not self.public_url.startswith("https://"):
            return [
                "S009 WEBHOOK cần PUBLIC_URL dạng https:// mà nền tảng gọi vào được; hãy đặt, hoặc bỏ trống WEBHOOK."
            ]
        if ChannelKind.TELEGRAM in words and _port_of(self.public_url) not in _TELEGRAM_PORTS:
            return [
                "S010 Telegram chỉ gọi vào cổng 443, 80, 88 hoặc 8443; hãy đổi PUBLIC_URL, hoặc bỏ telegram khỏi WEBHOOK."
            ]
        return []

    def _webhook_words(self) -> frozenset[str]:
        return frozenset(word.strip().lower() for word in self.webhook.split(",") if word.strip())

    @property
    def webhook_channels(self) -> frozenset[ChannelKind]:
        """Channels whose platform posts updates; the others are asked for them."""
        return frozenset(ChannelKind(word) for word in self._webhook_words() & CAN_POST)

    @property
    def public_root(self) -> str:
        """The public address without a slash at its end, "" where there is none."""
        return self.public_url.rstrip("/")

    def sqlite_path(self) -> str | None:
        """The SQLite file, or None on PostgreSQL."""
        prefix = "sqlite:///"
        return self.database_url[len(prefix) :] if self.database_url.startswith(prefix) else None


def _is_address(url: str) -> bool:
    """An https address; http only for a host of this machine or of a private network, as links carry secrets."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018, raises where it is no number
    except ValueError:
        return False
    if not host or parts.query or parts.fragment or parts.username or any(c.isspace() for c in url):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_near(host))


def _proxy_problems() -> list[str]:
    named = getproxies()
    proxy = named.get("https") or named.get("all") or ""
    if "://" in proxy and not proxy.startswith(("http://", "https://")):
        return [
            "S011 HTTPS_PROXY chỉ nhận máy chủ proxy dạng http://ten-may:cong (không nhận SOCKS); hãy sửa rồi chạy lại."
        ]
    return []


def _port_of(url: str) -> int | None:
    """The port of an address that `_is_address` let pass; of others None."""
    try:
        return urlsplit(url).port or 443
    except ValueError:
        return None


def _is_near(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith((".local", ".lan", ".internal"))
