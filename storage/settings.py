"""Settings from the environment or a `.env` file, read once and checked at start."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an installer can set. Secrets of bots stay in the environment under the names connections give."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8-sig", extra="ignore")

    database_url: str = "sqlite:///nhacviec.sqlite3"
    log_level: str = "INFO"
    heartbeat_url: str = ""

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
        return found

    def sqlite_path(self) -> str | None:
        """The SQLite file, or None on PostgreSQL."""
        prefix = "sqlite:///"
        return self.database_url[len(prefix) :] if self.database_url.startswith(prefix) else None
