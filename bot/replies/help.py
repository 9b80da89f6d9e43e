"""Help: what this person can type as it stands, by what it is for, on two short pages. The test of examples reads all back."""

from datetime import date, timedelta

from bot.permissions import Hat
from bot.replies.own_settings import summary
from bot.replies.reader import Reader, Reply
from bot.usecases.help import MORE, Beyond, Examples, Greeted, Help, NotUnderstood
from jobs.rules.text import capital
from locales.formats import full_day, short_day

MOST_ABOUT = 5
#: How the examples begin that answer a wish for help with something.
_TOPICS: dict[str, tuple[str, ...]] = {
    "hour": ("đổi giờ", "nhắc em", "tắt nhắc", "tiếng"),
    "time": ("xin lùi", "mốc", "hạn"),
    "reopen": ("mở lại", "hoàn tác"),
    "undo": ("hoàn tác", "mở lại"),
    "news": ("tin:", "ai chưa nộp tin"),
    "away": ("tôi nghỉ",),
    "new": ("việc phát sinh",),
    "hand": ("giao", "đầu mối", "việc phát sinh"),
    "decide": ("duyệt", "trả", "mở lại"),
    "behalf": ("ghi hộ",),
    "remind": ("nhắc", "soạn nhắc", "đổi giờ", "mai nhắc lại", "tắt nhắc"),
    "look": ("việc", "tình hình", "tìm việc"),
}
Group = tuple[str, list[str]]
"""What examples are for, and the examples."""


def help_(result: Help, reader: Reader) -> Reply:
    _ = reader.words
    if result.topic == "people":
        return Reply(
            _("thêm người, cấp lại mã mời hay đổi trưởng đơn vị do người quản trị làm trong danh sách cán bộ; em chưa đổi gì. Người mới cứ nhắn em họ tên và phòng, cơ quan xác nhận là dùng được.")
        )  # fmt: skip
    if result.topic == "units":
        return Reply(
            _('thêm hay giải thể đơn vị do người quản trị làm trong danh sách cán bộ; em chưa đổi gì. Nhập, tách, đổi tên thì Văn phòng nhắn được, ví dụ: "gộp phòng A với phòng B thành phòng C".')
        )  # fmt: skip
    if result.topic == "private":
        return Reply(_private(reader), polite=False)
    if result.topic and (said := _about(result.topic, result, reader)):
        return Reply(_topical(result, said, reader), polite=False)
    groups = [(label, said) for label, said in (_more if result.more else _first)(result, reader) if said]
    head = _("{Call} có thể nhắn, không cần dấu:", Call=reader.Call)
    lines = [head, *(f"{label}: {' · '.join(said)}" for label, said in groups)]
    if result.more:
        lines.append(capital(summary(result.settings, reader)))
        return Reply("\n".join(lines), polite=False)
    lines.append(_('Nhắn "{more}" để xem tiếp.', more=MORE[0]))
    return Reply("\n".join(lines), polite=False, buttons=(((_("Xem tiếp"), MORE[0]),),))


def _private(reader: Reader) -> str:
    """What is kept of a message, and whose eyes it reaches (`bot.permissions`, `storage.queries.inbox`)."""
    _ = reader.words
    return "\n".join(
        (
            _("Tin nhắn riêng với em lưu trên máy chủ của cơ quan, sau 30 ngày em xóa nguyên văn. Qua em không ai đọc được, lãnh đạo cũng vậy; chỉ người quản trị máy chủ mở được dữ liệu."),
            _("Kết quả, lý do, vướng mắc đã ghi vào việc thì người trong phòng, người theo dõi kế hoạch, Chánh Văn phòng và lãnh đạo xem được; phòng khác chỉ thấy tên việc, thời hạn, tình trạng và sản phẩm."),
            _("Trong nhóm, em chỉ đọc tin gọi tên em hoặc trả lời tin của em."),
        )
    )  # fmt: skip


def _first(result: Help, reader: Reader) -> list[Group]:
    """What is done every day."""
    _, of, beyond = reader.words, result.examples, result.beyond
    leads = of.hats & {Hat.KEEPER, Hat.OFFICE_HEAD, Hat.LEADER}
    heads = bool(leads) or Hat.UNIT_HEAD in of.hats
    shown = of.result or beyond.any
    decided = [f"duyệt {of.decide}", f"trả {of.decide} thiếu số liệu", "duyệt hết"] if of.decide else []
    draft = ["xem", "chỗ cần xem", "rải việc", "tệp rà soát", "xác nhận", "bỏ"] if of.has_draft else []
    looked = ["việc của tôi"] if beyond.holds or of.decide or not heads else []
    looked += [*([f"việc {shown}"] if shown else []), *(["tình hình"] if heads else [])]
    handed = [f"giao {of.hand_out} cho {of.to}"] if of.hand_out else []
    handed += [f"đầu mối của đơn vị là {of.to}"] if of.hand_out and Hat.UNIT_HEAD in of.hats else []
    if beyond.add_to:
        due = short_day(reader.day + timedelta(days=14), reader.day)
        handed.append(f"việc phát sinh: rà soát biển hiệu trước {due}, giao {beyond.add_to}")
    urged = ["phòng nào còn việc quá hạn?", "còn thiếu kết quả của ai?", "nhắc hết"] if heads else []
    urged += [f"nhắc {beyond.unit}"] if beyond.unit else []
    urged += [f"đề nghị giải trình việc {beyond.unexplained}"] if beyond.unexplained else []
    urged += ["soạn nhắc nhóm", "sáng nay đã nhắc ai?"] if leads else []
    summed = [f"báo cáo tháng {beyond.month}", "tổng hợp tuần"] if heads else []
    summed += [f"chỉ tiêu {beyond.indicator}: 85%"] if beyond.indicator else []
    return [
        (_("Chờ {call} duyệt", call=reader.call), decided),
        (_("Kế hoạch đang rà soát"), draft),
        (_("Xem"), looked if of.hats else []),
        (_("Báo"), _reported(of, reader.day)),
        (_("Giao việc"), handed),
        (_("Đôn đốc"), urged),
        (_("Số liệu"), summed),
        (_("Chạy thử"), ["cho chạy"] if of.on_trial and (Hat.KEEPER in of.hats or not of.hats) else []),
        (_("Lịch làm việc"), [] if of.hats else _calendar(beyond)),
        (_("Cơ quan"), [] if of.hats else _of_the_office(of, beyond, reader)),
        (_("Ghi nhầm"), ["hoàn tác"]),
    ]


def _reported(of: Examples, today: date) -> list[str]:
    said = [f"xong {of.document} {of.document_number}"] if of.document else []
    said += [f"{of.same} như kỳ trước"] if of.same else []
    said += [f"{of.result} vướng chờ Sở hướng dẫn"] if of.result else []
    if of.later and of.later_on:
        said.append(f"xin lùi {of.later} đến {short_day(of.later_on, today)} vì chờ hướng dẫn")
    said += [f"giải trình {of.late}: chờ văn bản của Sở"] if of.late else []
    return [*said, "tin: Tập huấn cải cách hành chính"] if of.hats - {Hat.LEADER} else said


def _topical(result: Help, said: list[str], reader: Reader) -> str:
    _ = reader.words
    text = _("{Call} nhắn, ví dụ: {said}", Call=reader.Call, said=" · ".join(said))
    if result.topic == "hour":
        text += "\n" + capital(summary(result.settings, reader))
    return text + "\n" + _('Cách nhắn khác: "trợ giúp".')


def _about(topic: str, result: Help, reader: Reader) -> list[str]:
    """Of all that he can say, what has to do with this; empty where nothing has."""
    of = result.examples
    if topic == "report":
        return [said for said in _reported(of, reader.day) if not said.startswith(("tin:", "xin lùi"))]
    if topic == "proof":
        return [f"xong {of.document} {of.document_number}"] if of.document else []
    groups = [*_first(result, reader), *_more(result, reader)]
    found = [said for _label, group in groups for said in group if said.startswith(_TOPICS[topic])]
    return list(dict.fromkeys(found))[:MOST_ABOUT]


def _more(result: Help, reader: Reader) -> list[Group]:
    """What is done now and then."""
    _, of, beyond = reader.words, result.examples, result.beyond
    shown, name = beyond.any, beyond.behalf[0]
    day = short_day(reader.day + timedelta(days=7), reader.day)
    found = [f"tìm việc {beyond.word}", f"việc {shown} đủ 6 rõ chưa", f"ai đã được nhắc việc {shown}?"] if shown else []
    found += [f"xem ảnh {beyond.photo}"] if beyond.photo else []
    mine = of.result and not of.hats & {Hat.LEADER}
    own = [f"kết quả của tôi tháng {beyond.month}"] if beyond.holds else []
    own += ["xem trước sáng mai"] if of.hats else []
    own += [f"mai nhắc lại việc {of.result}"] if mine else []
    dates = [f"mốc {beyond.target} {day}"] if beyond.target else []
    dates += [f"hạn {beyond.due} là {full_day(beyond.due_on)}"] if beyond.due and beyond.due_on else []
    heads = of.hats - {Hat.STAFF}
    listed = ["việc chậm mốc nội bộ", "việc chưa giao ai", "việc sắp đến hạn tuần này"] if heads else []
    plans = ["nộp kế hoạch", "chữ chưa dấu"] if of.hats & {Hat.KEEPER, Hat.OFFICE_HEAD} else []
    plans += ["ai chưa nộp tin tháng này?"] if heads else []
    return [
        (_("Tìm"), found),
        (_("Danh sách"), listed),
        (_("Của {call}", call=reader.call), own),
        (_("Ghi hộ"), [f"ghi hộ {name}: xong {beyond.behalf[1]}"] if name else []),
        (_("Đặt ngày"), dates),
        (_("Đã duyệt mà sai"), [f"mở lại {beyond.accepted} vì thiếu phụ lục"] if beyond.accepted else []),
        (_("Nghỉ"), [f"tôi nghỉ {day}, {beyond.stands_in} thay"] if beyond.stands_in else []),
        (_("Kế hoạch, tin bài"), plans),
        (_("Cơ quan"), _of_the_office(of, beyond, reader) if of.hats else []),
        (_("Cách nhắc"), ["đổi giờ nhắc sang 8h", "nhắc em thứ 2 hàng tuần", "tắt nhắc", _language(reader)]),
    ]


def _of_the_office(of: Examples, beyond: Beyond, reader: Reader) -> list[str]:
    said = _calendar(beyond) if of.hats else []
    said += ["ai chưa kết nối"] if beyond.sees_joined or of.hats - {Hat.STAFF} else []
    said += [f"ngắt kết nối của {beyond.connected}"] if beyond.connected else []
    said += [f"cơ quan xưng là {reader.person.agency.short_name}"] if beyond.renamed else []
    return said + ([f"đổi tên {beyond.renamed} thành Phòng Tổng hợp"] if beyond.renamed else [])


def _calendar(beyond: Beyond) -> list[str]:
    if beyond.day_off is None or beyond.extra_day is None:
        return []
    return [f"nghỉ {full_day(beyond.day_off)}", f"làm bù {full_day(beyond.extra_day)}"]


def _language(reader: Reader) -> str:
    return "tiếng Anh" if reader.words.language == "vi" else "tiếng Việt"


def greeted(result: Greeted, reader: Reader) -> Reply:
    _ = reader.words
    said = " · ".join(_briefly(result.examples))
    return Reply(
        _("em chào {call} {name}. {Call} có thể nhắn: {said}", call=reader.call, Call=reader.Call,
          name=reader.person.given_name, said=said)
    )  # fmt: skip


def not_understood(result: NotUnderstood, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "em chưa hiểu ý {call}, chưa thay đổi gì. {Call} có thể nhắn: {said}",
        call=reader.call, Call=reader.Call, said=" · ".join(_briefly(result.examples)),
    )  # fmt: skip
    return Reply(text, polite=False)


def rest_not_understood(reader: Reader) -> Reply:
    """Of a message of which something was recorded."""
    _ = reader.words
    text = _("Phần còn lại của tin em chưa hiểu nên chưa làm gì; {call} nhắn lại phần ấy giúp em.", call=reader.call)
    return Reply(text, polite=False)


def _briefly(examples: Examples) -> list[str]:
    number = examples.document or examples.result
    return [
        *(["xem", "chỗ cần xem"] if examples.has_draft else []),
        "việc của tôi",
        *([f"xong {number}"] if number else []),
        *([f"duyệt {examples.decide}"] if examples.decide else []),
        "trợ giúp",
    ]
