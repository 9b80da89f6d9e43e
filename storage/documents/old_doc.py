"""Word and Excel files of Office 97–2003, turned into today's by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from storage.documents.errors import Reason, UnreadableFile

_PROGRAMS = ("soffice", "libreoffice")
# Named, because LibreOffice takes a damaged file for plain text and would give its bytes as words.
_FILTERS = {"doc": "MS Word 97", "xls": "MS Excel 97"}
_SECONDS = 60.0
# A new profile runs no macro, and behind a proxy that nobody answers no linked picture is fetched.
_DEAD_PROXY = "".join(
    f"""<prop oor:name="ooInet{scheme}ProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInet{scheme}ProxyPort" oor:op="fuse"><value>9</value></prop>
"""
    for scheme in ("HTTP", "HTTPS", "FTP")
)
_SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop>
{_DEAD_PROXY}</item>
</oor:items>
"""


def converted(data: bytes, kind: str, seconds: float = _SECONDS) -> bytes:
    """The same document as .docx ("doc") or .xlsx ("xls"). Raises UnreadableFile(OLD_FORMAT) where that cannot be."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnreadableFile(Reason.OLD_FORMAT)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, made = Path(folder, f"in.{kind}"), Path(folder, f"in.{kind}x")
        source.write_bytes(data)
        settings = Path(folder, "profile", "user", "registrymodifications.xcu")
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        options = ["--headless", "--norestore", f"--infilter={_FILTERS[kind]}", "--convert-to", f"{kind}x"]
        _run([program, profile, *options, "--outdir", folder, str(source)], seconds)
        if not made.is_file():
            raise UnreadableFile(Reason.OLD_FORMAT)
        return made.read_bytes()


def _run(command: list[str], seconds: float) -> None:
    """`soffice` starts further processes, so all of its group end with it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(Reason.OLD_FORMAT) from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
