"""Who asks to be let in, who is in and who is not, who was put out, and where somebody is written to."""

from collections.abc import Iterable

from bot.replies.reader import CHANNELS, Reader, Reply, addressed, full_name
from bot.usecases.admit import AdmissionUndone, Admitted, Turned, WishesWait
from bot.usecases.ask_in import Wish
from bot.usecases.choose_channel import ChannelChosen, ChannelNotJoined
from bot.usecases.disconnect import Disconnected, DisconnectRefused, DisconnectWhom, NotConnected, Reconnected
from bot.usecases.join import AnotherName
from bot.usecases.who_joined import JoinedNotForYou, WhoJoined
from jobs.messages.digest_keeper import reason
from jobs.messages.phrases import people_named, shortened
from jobs.rules.text import capital
from locales.translate import translator
from storage.kinds import ChannelKind
from storage.queries.people import Person

MOST_WISHES, MOST_UNITS, MOST_OF_A_UNIT, MOST_STRANGERS, MOST_QUOTED = 3, 4, 6, 4, 60


def full(person: Person, reader: Reader) -> str:
    """ "chị Nguyễn Thị Lan (VHXH)"."""
    units = ", ".join(unit.short_name for unit in person.units.values())
    name = full_name(person, reader)
    return f"{name} ({units})" if units else name


def wish_note(wish: Wish, reader: Reader) -> str:
    """What to think of before letting somebody in whose name is connected already; "" where it is not."""
    _, who, bot = reader.words, addressed(wish.person, reader), CHANNELS[wish.bot.channel]
    if wish.here_since:
        return _(
            "{who} đã kết nối {bot} từ {day}: chỉ nhận nếu đổi tài khoản, tài khoản cũ sẽ bị ngắt.",
            who=who, bot=bot, day=reader.short(wish.here_since),
        )  # fmt: skip
    if wish.elsewhere:
        other = ", ".join(dict.fromkeys(CHANNELS[one.channel] for one in wish.elsewhere))
        return _("{who} đang dùng {other}.", who=who, other=other)
    return ""


def wish_lines(wishes: Iterable[Wish], reader: Reader) -> list[str]:
    lines = []
    for wish in wishes:
        note = wish_note(wish, reader)
        line = f"{wish.request.number}. {full(wish.person, reader)}, {CHANNELS[wish.bot.channel]}"
        lines.append(f"{line} – {note.removesuffix('.')}" if note else line)
    return lines


def asked_of_decider(new: tuple[Wish, ...], waiting: tuple[Wish, ...], reader: Reader) -> Reply:
    """The one message a wish makes: who it is said to be, and the word that decides it."""
    _, wish = reader.words, new[0]
    head = _(
        "{Call} {name} ơi, có người vừa xin kết nối {bot}, nói là {who}.",
        Call=reader.Call, name=reader.person.given_name, bot=CHANNELS[wish.bot.channel], who=full(wish.person, reader),
    )  # fmt: skip
    if len(waiting) == 1:
        note = wish_note(wish, reader)
        ask = _('Đúng người thì {call} nhắn "nhận", không phải thì nhắn "không".', call=reader.call)
        text = " ".join(part for part in (head, capital(note), ask) if part)
    else:
        n = wish.request.number
        ask = _('Đúng người thì {call} nhắn "nhận {n}", không phải thì nhắn "không {n}".', call=reader.call, n=n)
        text = "\n".join([head, _("Đang chờ:"), *wish_lines(waiting[-MOST_WISHES:], reader), ask])
    return Reply(text, polite=False, buttons=_buttons(new, reader))


def _buttons(wishes: tuple[Wish, ...], reader: Reader) -> tuple[tuple[tuple[str, str], ...], ...]:
    _ = reader.words
    numbers = [wish.request.number for wish in wishes]
    return tuple(
        ((_("Nhận {n}", n=n), f"nhận kết nối {n}"), (_("Không {n}", n=n), f"từ chối kết nối {n}")) for n in numbers
    )


def wishes_wait(result: WishesWait, reader: Reader) -> Reply:
    _ = reader.words
    if not result.wishes:
        return Reply(_("hiện không ai xin kết nối."))
    n = result.wishes[0].request.number
    head = (
        _("em chưa rõ {call} nói về ai. Đang chờ:", call=reader.call) if result.which else _("còn người chờ kết nối:")
    )
    ask = _('{Call} nhắn "nhận {n}" hoặc "không {n}".', Call=reader.Call, n=n)
    lines = wish_lines(result.wishes[:MOST_WISHES], reader)
    more = len(result.wishes) - MOST_WISHES
    lines += [_("và {n} người khác", n=more)] if more > 0 else []
    return Reply("\n".join([head, *lines, ask]), polite=False, buttons=_buttons(result.wishes[:MOST_WISHES], reader))


def admitted(result: Admitted, reader: Reader) -> Reply:
    _, who = reader.words, result.wish.person
    bot = CHANNELS[result.wish.bot.channel]
    text = _("đã nhận {who}, em vừa nhắn chào trên {bot}.", who=full(who, reader), bot=bot)
    if result.replaced:
        text += " " + _("Tài khoản {bot} cũ của {who} đã ngắt.", bot=bot, who=addressed(who, reader))
    return Reply(text, undoable=True)


def turned(result: Turned, reader: Reader) -> Reply:
    _ = reader.words
    text = _("em không nhận người nói là {who} và đã báo lại người đó.", who=full(result.wish.person, reader))
    return Reply(text, undoable=True)


def admission_undone(result: AdmissionUndone, reader: Reader) -> Reply:
    _, who = reader.words, full(result.person, reader)
    if result.stands:
        return Reply(_("em không lấy lại được: tài khoản ấy nay đã là của người khác."))
    if result.admitted:
        return Reply(
            _("đã lấy lại: tài khoản vừa nhận cho {who} bị ngắt, lại chờ {call} quyết định.", who=who, call=reader.call)
        )
    return Reply(_("đã lấy lại: người nói là {who} lại chờ {call} quyết định.", who=who, call=reader.call))


def to_turned_down(language: str) -> str:
    """What somebody reads who was not let in: nothing of the office."""
    _ = translator(language)
    return _("Cơ quan chưa nhận kết nối này. Anh/chị vui lòng hỏi mã mời ở đơn vị mình rồi nhắn mã cho em.")


def to_asking(language: str) -> str:
    """What somebody reads who gave a name: the same whether it fits or not."""
    _ = translator(language)
    return _(
        "Em đã ghi họ tên và phòng. Khi cơ quan xác nhận, em nhắn lại ngay; sau một ngày chưa thấy, anh/chị kiểm tra lại họ tên, phòng hoặc hỏi mã mời."
    )  # fmt: skip


def another_name(result: AnotherName, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "tài khoản này là của {who}, em không đổi gì. {typed} vui lòng nhắn từ tài khoản của mình.",
        who=full(reader.person, reader), typed=result.typed,
    )  # fmt: skip
    return Reply(text)


def who_joined(result: WhoJoined, reader: Reader) -> Reply:
    """At most ten lines: how many, who is not, who asks, what to do."""
    _ = reader.words
    where = result.unit.short_name if result.unit else ""
    head = _("đã kết nối {n}/{total} người.", n=result.joined, total=result.total)
    lines = [f"{where}: {head}" if where else head]
    for unit, people in result.missing[:MOST_UNITS]:
        names = people_named(_, [addressed(one, reader) for one in people], MOST_OF_A_UNIT)
        lines.append(_("Chưa, {unit}: {names}", unit=unit.short_name if unit else _("lãnh đạo"), names=names))
    left = sum(len(people) for _unit, people in result.missing[MOST_UNITS:])
    if left:
        lines[-1] += _(" và {n} người khác", n=left)
    if result.lost:
        lost = people_named(
            _, [f"{addressed(one, reader)}: {reason(_, why)}" for one, why in result.lost], 3, between="; "
        )
        lines.append(_("Đã kết nối nhưng không nhắn được: {lost}", lost=lost))
    if result.wishes:
        lines += _asking(result, reader)
    if result.unmatched:
        typed = [f"“{shortened(each, MOST_QUOTED)}”" for each in result.unmatched]
        named = people_named(_, typed, MOST_STRANGERS)
        lines.append(_("Có người lạ nhắn {typed}, không khớp danh sách.", typed=named))
    if result.missing:
        lines.append(_what_to_do(result, reader))
    return Reply("\n".join(lines), polite=False, buttons=_buttons(result.wishes[:MOST_WISHES], reader))


def _asking(result: WhoJoined, reader: Reader) -> list[str]:
    _ = reader.words
    n, more = result.wishes[0].request.number, len(result.wishes) - 2
    names = "; ".join(wish_lines(result.wishes[:2], reader)) + (_(" và {n} người khác", n=more) if more > 0 else "")
    return [_('Xin kết nối: {names}. {Call} nhắn "nhận {n}" hoặc "không {n}".', names=names, Call=reader.Call, n=n)]


def _what_to_do(result: WhoJoined, reader: Reader) -> str:
    _ = reader.words
    if result.prints_slips:
        return _(
            "Cách mời: in phiếu bằng lệnh nhacviec invite --slips phieu.docx, hoặc mỗi người mở bot, nhắn họ tên và phòng."
        )
    return _("Cách kết nối: mở bot rồi nhắn mã trên phiếu mời, hoặc nhắn họ tên và phòng.")


def joined_not_for_you(_result: JoinedNotForYou, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("phần này em chỉ trả lời trưởng đơn vị về người của mình, lãnh đạo, văn phòng và người theo dõi kế hoạch.")
    )


def disconnected(result: Disconnected, reader: Reader) -> Reply:
    _, who = reader.words, result.person
    channels = ", ".join(CHANNELS[one] for one in result.channels)
    text = _(
        "đã ngắt {channels} của {who}: không nhận, không xem được gì nữa.", channels=channels, who=full(who, reader)
    )
    if result.still_has:
        text += " " + _.plural(
            "{n} việc vẫn đứng tên {who}.", "{n} việc vẫn đứng tên {who}.", result.still_has, who=addressed(who, reader)
        )
    if result.to:
        hand_over = f"giao hết việc của {addressed(who, reader)} cho {addressed(result.to, reader)}"
        text += " " + _('Nghỉ hẳn thì {call} nhắn "{example}".', call=reader.call, example=hand_over)
    return Reply(text, undoable=True)


def not_connected(result: NotConnected, reader: Reader) -> Reply:
    _, who = reader.words, full(result.person, reader)
    if result.codes:
        return Reply(_("{who} chưa kết nối; mã mời chưa dùng đã bị hủy.", who=who), polite=False)
    return Reply(_("{who} chưa kết nối, em không thay đổi gì.", who=who), polite=False)


def disconnect_whom(result: DisconnectWhom, reader: Reader) -> Reply:
    _ = reader.words
    if result.several:
        names = "; ".join(full(one, reader) for one in result.several)
        return Reply(
            _("{call} ngắt của ai: {names}? {Call} nhắn cả họ tên.", call=reader.call, Call=reader.Call, names=names)
        )
    return Reply(_("em không thấy ai tên “{typed}” trong danh sách, chưa thay đổi gì.", typed=result.typed))


def disconnect_refused(result: DisconnectRefused, reader: Reader) -> Reply:
    _ = reader.words
    if result.by is None:
        return Reply(
            _('em không ngắt kết nối của chính {call}; muốn tạm ngừng nhắc thì nhắn "tắt nhắc".', call=reader.call)
        )
    if result.own:
        return Reply(
            _("muốn tạm ngừng nhắc thì {call} nhắn \"tắt nhắc\"; muốn ngắt hẳn thì {call} nhờ {who}.", call=reader.call, who=addressed(result.by, reader))
        )  # fmt: skip
    return Reply(_("việc này do {who} hoặc quản trị làm, em chưa thay đổi gì.", who=addressed(result.by, reader)))


def reconnected(result: Reconnected, reader: Reader) -> Reply:
    _ = reader.words
    if result.stands:
        return Reply(_("em không nối lại được: tài khoản ấy nay đã là của người khác."))
    return Reply(_("đã nối lại cho {who}.", who=full(result.person, reader)))


def channel_chosen(result: ChannelChosen, reader: Reader) -> Reply:
    _, channel = reader.words, CHANNELS[result.channel]
    if result.taken_back:
        return Reply(_("đã lấy lại: em lại nhắn {call} qua {channel}.", call=reader.call, channel=channel))
    if not result.changed:
        return Reply(_("em vẫn đang nhắn {call} qua {channel}.", call=reader.call, channel=channel))
    text = _("từ tin sau, em nhắn {call} qua {channel}.", call=reader.call, channel=channel)
    if result.then:
        other = ", ".join(CHANNELS[one] for one in result.then)
        text += " " + _("Khi {channel} không gửi được, em nhắn qua {other}.", channel=channel, other=other)
    return Reply(text, undoable=True)


def channel_not_joined(result: ChannelNotJoined, reader: Reader) -> Reply:
    _, channel = reader.words, CHANNELS[result.channel]
    if not result.offered:
        text = _("cơ quan chưa có bot {channel}.", channel=channel)
    else:
        text = _(
            "{call} chưa kết nối {channel}: mở bot {channel} rồi nhắn họ tên và phòng.",
            call=reader.call,
            channel=channel,
        )
    if result.uses:
        text += " " + _("Em vẫn nhắn {call} qua {uses}.", call=reader.call, uses=CHANNELS[ChannelKind(result.uses)])
    return Reply(text)
