"""News handed in, and who has handed in how many."""

from bot.replies.bare_titles import note
from bot.replies.buttons import answer_row
from bot.replies.period_figures import span_words
from bot.replies.reader import Reader, Reply, addressed
from bot.usecases import news_back, news_renamed
from bot.usecases.news import (
    NewsCounts,
    NewsKnown,
    NewsLater,
    NewsNotYours,
    NewsShown,
    NewsTaken,
    TitleMissing,
    WhichNewsUnit,
)
from jobs.clock import office_day
from jobs.rules.spans import span_of
from jobs.rules.text import capital
from locales.formats import month_name, weekday_day


def taken(result: NewsTaken, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'em ghi {unit} đã gửi tin {month}: "{title}", {hour} ngày {day}, mã {code}.',
        unit=result.unit.name, month=month_name(result.item.month, _.language), title=result.item.title,
        hour=reader.hour(result.item.at), day=reader.short(reader.day), code=result.code,
    )  # fmt: skip
    if result.owed and result.count >= result.owed:
        more = result.count - result.owed
        enough = (
            _("Đơn vị đã có {count} tin, bài, vượt {more}.", count=result.count, more=more)
            if more
            else _("Đơn vị đã đủ {count}/{owed}, em không nhắc nữa.", count=result.count, owed=result.owed)
        )
        text += " " + enough
    elif result.owed:
        text += " " + _(
            "Đơn vị có {count}/{owed}, còn thiếu {missing}.",
            count=result.count,
            owed=result.owed,
            missing=result.owed - result.count,
        )
    return Reply(text + note(result.code, result.item.title, reader), undoable=True)


def known(result: NewsKnown, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            'tin "{title}" của {unit} em đã ghi rồi, mã {code}; em không ghi thêm.',
            title=result.item.title,
            unit=result.unit.name,
            code=result.code,
        )
    )


def title_missing(_result: TitleMissing, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            'em cần tên bài hoặc đường dẫn để ghi. {Call} nhắn, ví dụ: "tin: Tập huấn cải cách hành chính".',
            Call=reader.Call,
        )
    )


def which_unit(result: WhichNewsUnit, reader: Reader) -> Reply:
    _ = reader.words
    names = [u.short_name for u in result.units]
    text = _("em chưa ghi vì chưa rõ tin của đơn vị nào: {units} ạ?", units=", ".join(names))
    return Reply(text, buttons=answer_row(names))


def not_yours(result: NewsNotYours, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("tin của {unit} do đơn vị hoặc người theo dõi kế hoạch ghi; em chưa thay đổi gì.", unit=result.unit.name)
    )


def later(result: NewsLater, reader: Reader) -> Reply:
    _ = reader.words
    month, unit = month_name(result.month, _.language), result.unit
    how = _('Lúc gửi, {call} nhắn "tin {month}: <tên bài>".', call=reader.call, month=month)
    told = [_("em chưa ghi tin nào.")]
    if unit and result.owed:
        told.append(_("{unit} {month} có {count} tin, bài.", unit=unit.short_name, month=month,
                      count=f"{result.count}/{result.owed}"))  # fmt: skip
    if not unit or result.count < result.owed:
        told.append(_("Em vẫn nhắc đến khi có tin."))
    return Reply(" ".join((*told, how)))


MOST_TITLES = 8


def counts(result: NewsCounts, reader: Reader) -> Reply:
    _ = reader.words
    month = (
        month_name(result.span, _.language)
        if len(result.span) == 7 and result.span[5:].isdigit()
        else span_words(span_of(result.span), reader)
    )
    if not result.rows:
        return Reply(_("chưa có đơn vị nào được giao chỉ tiêu tin, bài."), polite=False)
    if len(result.rows) == 1:
        ((unit, count, owed),) = result.rows
        of_all = f"{count}/{owed}" if owed else str(count)
        lines = [_("{unit} {month} có {count} tin, bài.", unit=unit.short_name, month=month, count=of_all)]
    else:
        enough = sum(count >= owed for _unit, count, owed in result.rows)
        lacking = [f"{unit.short_name} {count}/{owed}" for unit, count, owed in result.rows if count < owed]
        done = [f"{unit.short_name} {count}/{owed}" for unit, count, owed in result.rows if count >= owed]
        lines = [_("tin, bài {month}: {n}/{all} đơn vị đã đủ.", month=month, n=enough, all=len(result.rows))]
        if lacking:
            lines.append(_("Còn thiếu: {units}", units=" · ".join(lacking)))
        if done:
            lines.append(_("Đã đủ: {units}", units=" · ".join(done)))
    if result.closes and any(count < owed for _unit, count, owed in result.rows):
        lines.append(_("Hạn gửi: {day}", day=weekday_day(result.closes, _.language)))
    lines += [f"{code} – {title}" for code, title in result.items[:MOST_TITLES]]
    if more := len(result.items) - MOST_TITLES:
        lines += [_("… và {n} tin khác", n=more)] if more > 0 else []
    return Reply("\n".join(lines), polite=False)


def shown(result: NewsShown, reader: Reader) -> Reply:
    _ = reader.words
    who = addressed(result.sender, reader) if result.sender else _("người khác")
    text = _('tin {code} – "{title}", {who} gửi cho {unit} ngày {day}.', code=result.code, title=result.item.title, who=who,
             unit=result.unit.short_name, day=reader.short(office_day(result.item.at, reader.person.agency.time_zone)))  # fmt: skip
    if result.decided:
        text += " " + _("Em chỉ đếm tin, bài đã gửi, không ghi phần duyệt và đăng.")
    return Reply(text)


def taken_back(result: news_back.NewsTakenBack, reader: Reader) -> Reply:
    _ = reader.words
    text = _('em đã bỏ tin {code} – "{title}" của {unit}.', code=result.code, title=result.item.title,
             unit=result.unit.short_name)  # fmt: skip
    if result.owed:
        text += " " + _("Đơn vị còn {count}/{owed}.", count=result.count, owed=result.owed)
    return Reply(text + " " + _('Cần ghi lại, {call} nhắn "tin: <tên bài>".', call=reader.call))


def told_to_sender(result: news_back.NewsTakenBack, by: Reader, reader: Reader) -> str:
    _ = reader.words
    who = addressed(by.person, reader)
    return _('{who} đã bỏ tin {code} – "{title}" {call} gửi.',
             who=capital(who), code=result.code, title=result.item.title, call=reader.call)  # fmt: skip


def of_another(result: news_back.NewsOfAnother, reader: Reader) -> Reply:
    _ = reader.words
    who = addressed(result.sender, reader) if result.sender else _("người khác")
    return Reply(
        _("tin {code} do {who} gửi; {who} hoặc người theo dõi kế hoạch sửa hoặc bỏ được. Em chưa thay đổi gì.",
          code=result.code, who=who)
    )  # fmt: skip


def unknown(result: news_back.NewsUnknown, reader: Reader) -> Reply:
    _ = reader.words
    if not result.code:
        return Reply(_("em không thấy tin nào {call} đã gửi nên chưa thay đổi gì.", call=reader.call))
    if result.withdrawn:
        return Reply(_("tin {code} đã bỏ từ trước, em giữ nguyên.", code=result.code))
    return Reply(
        _('em không thấy tin {code} nên chưa thay đổi gì. {Call} nhắn mã trong tin em báo đã ghi, ví dụ: "bỏ tin T10-03".',
          code=result.code, Call=reader.Call)
    )  # fmt: skip


def take_back_which(result: news_back.TakeBackWhich, reader: Reader) -> Reply:
    _ = reader.words
    text = _('em chưa bỏ gì. Bỏ tin {code} – "{title}", phải không ạ? Nếu phải, {call} nhắn "đúng".',
             code=result.code, title=result.item.title, call=reader.call)  # fmt: skip
    return Reply(text, buttons=answer_row((_("đúng"),)))


def by_code(result: news_back.TakeBackByCode, reader: Reader) -> Reply:
    _ = reader.words
    items = [f"{code} – {title}" for code, title in result.items[:MOST_TITLES]]
    text = _(
        'em chưa bỏ gì. {Call} nhắn kèm mã giúp em, ví dụ "bỏ tin {code}":', Call=reader.Call, code=result.items[0][0]
    )
    return Reply("\n".join((text, *items)))


def to_mend(result: news_back.NewsToMend, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _('em chưa thay đổi gì. Sai tên, {call} nhắn "sửa tên tin {code} thành <tên bài>"; sai chỗ khác, {call} nhắn "bỏ tin {code}" rồi gửi lại.',
          code=result.code, call=reader.call)
    )  # fmt: skip


def renamed(result: news_renamed.NewsRenamed, reader: Reader) -> Reply:
    _ = reader.words
    text = _('em đã sửa tên tin {code} thành "{title}" (trước là "{was}").',
             code=result.code, title=result.item.title, was=result.was)  # fmt: skip
    return Reply(text + note(result.code, result.item.title, reader), undoable=True)


def rename_which(result: news_renamed.RenameWhich, reader: Reader) -> Reply:
    _ = reader.words
    text = _('em chưa sửa gì. Sửa tên tin {code} – "{was}" thành "{title}", phải không ạ? Nếu phải, {call} nhắn "đúng".',
             code=result.code, was=result.item.title, title=result.title, call=reader.call)  # fmt: skip
    return Reply(text, buttons=answer_row((_("đúng"),)))


def decided(result: news_renamed.NewsDecided, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("tin {code} đã được duyệt nên em không tự sửa tên; em giữ nguyên.", code=result.code))
