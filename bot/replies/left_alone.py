"""Nothing was changed, because of how it was said: not yet, not at all."""

from bot.handlers.duty_acts import LeftAlone, NothingAsked, ReportsLater, StillOpen
from bot.replies.reader import Reader, Reply, addressed, named, numbers
from bot.usecases.rest_of import RestOfUnit
from bot.usecases.verdict_handed_on import DecidesHimself, NotReported
from jobs.rules.text import capital
from storage.kinds import WAITING_STATES


def still_open(result: StillOpen, reader: Reader) -> Reply:
    _ = reader.words
    n, duty = result.line.number, result.line.duty
    if duty.state in WAITING_STATES:
        text = _(
            '{what} đang chờ duyệt vì đã báo xong ngày {day}; em chưa thay đổi gì. Nếu báo nhầm, {call} nhắn "hoàn tác {n}".',
            what=named(result.line, reader), day=reader.short(duty.reported_on or reader.day), call=reader.call, n=n,
        )  # fmt: skip
        return Reply(text, (duty.id,))
    text = _(
        'em hiểu {what} chưa xong, em chưa thay đổi gì. Có vướng mắc {call} nhắn thêm, ví dụ: "{n} vướng chờ Sở hướng dẫn".',
        what=named(result.line, reader), call=reader.call, n=n,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def reports_later(result: ReportsLater, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'em chưa ghi gì cho {what}, em chờ {call} báo. Có kết quả {call} nhắn kèm số việc, ví dụ: "{n} đã làm được …".',
        what=named(result.line, reader), call=reader.call, n=result.line.number,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def left_alone(result: LeftAlone, reader: Reader) -> Reply:
    _ = reader.words
    if not result.lines:
        return Reply(_("em chưa thay đổi gì ạ."))
    listed = ", ".join(named(line, reader) for line in result.lines)
    return Reply(_("em giữ nguyên {what}, chưa thay đổi gì.", what=listed), tuple(x.duty.id for x in result.lines))


def not_reported(result: NotReported, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        '{what} chưa báo xong nên chưa có gì để duyệt; em chưa nhắn ai. Xong {call} nhắn "xong {n}", em trình duyệt ngay.',
        what=named(result.line, reader), call=reader.call, n=result.line.number,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def decides_himself(result: DecidesHimself, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        '{what} đang chờ {decider} duyệt; em chưa ghi gì. {Decider} nhắn em "duyệt {n}" hoặc "trả {n} vì …" giúp ạ.',
        what=named(result.line, reader), decider=addressed(result.decider, reader),
        Decider=capital(addressed(result.decider, reader)), n=result.line.number,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def nothing_asked(result: NothingAsked, reader: Reader) -> Reply:
    _ = reader.words
    if result.section:
        text = _(
            'chưa đến ngày hỏi kết quả kỳ này nên em chưa ghi mục {section}. {Call} nhắn kèm số việc giúp em, ví dụ: "7, 8 như kỳ trước".',
            section=result.section, Call=reader.Call,
        )  # fmt: skip
        return Reply(text)
    text = _(
        'phần "còn lại" em chưa ghi: chưa đến ngày hỏi kết quả kỳ này nên em chưa rõ là việc nào. {Call} nhắn kèm số việc giúp em, ví dụ: "7, 8 như kỳ trước".',
        Call=reader.Call,
    )  # fmt: skip
    return Reply(text)


def rest_of_unit(result: RestOfUnit, reader: Reader) -> Reply:
    _ = reader.words
    unit = result.unit.name
    if result.refused:
        return Reply(
            _("ghi hộ {name} là phần của trưởng đơn vị hoặc người theo dõi kế hoạch; em chưa ghi gì.", name=unit)
        )
    if not result.of:
        return Reply(_("em chưa ghi gì: {unit} không còn việc nào thiếu kết quả kỳ này.", unit=unit))
    owing = " · ".join(f"{addressed(person, reader)}: {numbers(own)}" for person, own in result.of)
    example = result.of[0][0].staff.full_name.split()[-1]
    text = _(
        'em chưa ghi gì: {unit} còn thiếu kết quả của {owing}. {Call} ghi hộ ai thì nhắn tên người đó, ví dụ: "{example}".',
        unit=unit, owing=owing, Call=reader.Call, example=example,
    )  # fmt: skip
    return Reply(text)
