"""The few pages people see: plain HTML that works without scripts and reads well on a phone."""

from html import escape

from locales.translate import Translator

_FRAME = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>{title}</title>
<style>
body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 1.5rem; color: #1b1b1b; background: #fff }}
h1 {{ font-size: 1.4rem }}
input, button {{ font: inherit; max-width: 100% }}
button {{ padding: .7rem 1.6rem; border: 0; border-radius: .4rem; background: #1f5fa8; color: #fff }}
</style></head><body><h1>{title}</h1>
{body}
</body></html>
"""
_FORM = """<p>{told}</p>
<form method="post" enctype="multipart/form-data">
<p><input type="file" name="file" required aria-label="{label}"></p>
<p><button type="submit">{send}</button></p></form>"""
_TAKE = """<p>{told}</p><form method="post"><p><button type="submit">{take}</button></p></form>"""


def bring(_: Translator, agency: str, problem: str = "") -> str:
    """The form to hand a file in; `problem`: what was wrong with the try before."""
    told = _(
        "Chọn tệp kế hoạch (Word, PDF có chữ, Excel, ODT, CSV) hoặc tệp rà soát đã sửa, không quá 20 MB. Kết quả em nhắn vào cuộc trò chuyện."
    )
    body = _FORM.format(told=escape(told), label=escape(_("Tệp")), send=escape(_("Gửi tệp")))
    warning = f"<p><strong>{escape(problem)}</strong></p>\n" if problem else ""
    return _page(_, _("Nộp tệp – {agency}", agency=agency), warning + body)


def take(_: Translator, agency: str) -> str:
    told = _("Tệp rà soát tải về được một lần. Sửa bằng Excel rồi nộp lại.")
    return _page(
        _, _("Tệp rà soát – {agency}", agency=agency), _TAKE.format(told=escape(told), take=escape(_("Tải về")))
    )


def brought(_: Translator) -> str:
    return said(
        _, _("Đã nhận tệp"), _("Em đang đọc tệp và nhắn kết quả vào cuộc trò chuyện. Anh/chị có thể đóng trang này.")
    )


def gone(_: Translator) -> str:
    """One page for every link that cannot be used, so that a guess learns nothing."""
    return said(
        _,
        _("Liên kết này không còn dùng được"),
        _(
            "Mỗi liên kết dùng một lần, trong 24 giờ. Anh/chị nhắn cho trợ lý “nộp kế hoạch” hoặc “tệp rà soát” để lấy liên kết mới."
        ),
    )


def busy(_: Translator) -> str:
    return said(_, _("Máy chủ đang bận"), _("Anh/chị vui lòng thử lại sau một phút."))


def no_file(_: Translator) -> str:
    return _("Chưa có tệp nào được chọn.")


def said(_: Translator, title: str, text: str) -> str:
    return _page(_, title, f"<p>{escape(text)}</p>")


def _page(_: Translator, title: str, body: str) -> str:
    return _FRAME.format(lang=_.language, title=escape(title), body=body)
