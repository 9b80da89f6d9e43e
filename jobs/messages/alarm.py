"""What the auditor tells the admin: facts and messages of a morning disagree, whom it concerns, what to do."""

from collections.abc import Sequence
from datetime import date

from jobs.messages.phrases import called, people_named
from locales.formats import short_day
from locales.translate import Translator, translator
from storage.kinds import AuditKind
from storage.queries.people import Person

MOST_NAMED = 6


def alarm_text(to: Person, kind: AuditKind, named: Sequence[Person], day: date) -> str:
    _ = translator(to.language)
    what = _what(_, kind, short_day(day))
    if named:
        people = people_named(_, [called(_, who) for who in named], MOST_NAMED)
        what = _("{what}: {people}", what=what, people=people)
    return _("Kiểm tra tự động: {what}. Xin xem bằng lệnh: nhacviec doctor", what=what)


def _what(_: Translator, kind: AuditKind, day: str) -> str:
    match kind:
        case AuditKind.NO_MORNING:
            return _("sáng {day} máy chạy mà chưa xét nhắc ai", day=day)
        case AuditKind.MISSING:
            return _("sáng {day} lẽ ra phải nhắc mà không có tin", day=day)
        case AuditKind.UNSENT:
            return _("sáng {day} có tin nhắc mà chưa gửi đi được", day=day)
        case AuditKind.EXTRA:
            return _("sáng {day} đã nhắc mà theo số liệu thì không cần", day=day)
        case AuditKind.TWICE:
            return _("sáng {day} có nhiều hơn một tin nhắc cho một người", day=day)
