"""A draft under review, confirmed, thrown away."""

from collections.abc import Iterator, Sequence

from bot.replies.doubts import line_name
from bot.replies.reader import Reader, Reply, addressed, task_title
from bot.replies.versions import difference
from bot.usecases.plan_review import (
    DraftDiscarded,
    DraftShown,
    HeadTold,
    LeftOut,
    NoDraft,
    PlanConfirmed,
    PlanWithdrawn,
    UnitNamed,
    WithdrawnTooLate,
)
from jobs.messages.phrases import shortened
from jobs.plans.doubts import Doubt
from jobs.plans.withdraw import TooLate
from jobs.rules.doubts import NO_LEAD, DoubtKind
from jobs.rules.items import ranges
from jobs.rules.text import capital
from locales.translate import Translator
from storage.queries.duties import DutyLine

MOST_DOUBTS = 8
MOST_BESIDE = 4
LONGEST_LEFT = 80
HOLD_MINUTES = 2  # a confirmation can be withdrawn until its first message leaves


def shown(result: DraftShown, reader: Reader) -> Reply:
    _ = reader.words
    plan = result.plan
    head = _("{plan}: em đọc được {n} dòng", plan=plan.short_title, n=result.lines)
    if plan.stated_total:
        head = _(
            "{plan}: kế hoạch ghi {total} nhiệm vụ, em đọc được {n} dòng",
            plan=plan.short_title,
            total=plan.stated_total,
            n=result.lines,
        )
    head += (
        _(', để lại {n} dòng không phải việc (nhắn "dòng để lại" để xem)', n=plan.lines_left_out)
        if plan.lines_left_out
        else _(", không bỏ sót dòng nào")
    )
    lines = [head + _("; {n} chỗ cần xem lại.", n=len(result.doubts))]
    if result.blocked:
        lines.insert(0, _("em chưa xác nhận được vì còn dòng chưa rõ là việc nào."))
    lines += _beside(result, reader)
    if result.refused:
        lines.insert(
            0,
            _("chưa thấy “{label}” trong bản mới hoặc trong kế hoạch, nên em chưa ghi gì.", label=result.refused.label),
        )
    if result.version:
        lines += difference(result.version, reader)
    lines += _of_names(result, reader)
    lines += _of_lines([doubt for doubt in result.doubts if not doubt.of_name], reader)
    if result.version and result.version.comparison.unclear:
        return Reply("\n".join(lines), polite=False, buttons=(((_("Bỏ"), "bỏ"),),))
    said = ["chỗ cần xem"] if result.doubts else ["rải việc"]
    lines.append(_("{Call} nhắn: {said}", Call=reader.Call, said=" · ".join([*said, "xác nhận", "bỏ"])))
    return Reply("\n".join(lines), polite=False, buttons=(((_("Xác nhận"), "xác nhận"), (_("Bỏ"), "bỏ")),))


def _beside(result: DraftShown, reader: Reader) -> Iterator[str]:
    """What the file holds beside the lines of work: nothing of it is passed over in silence."""
    _, beside = reader.words, result.beside
    if beside.get("replaces_draft"):
        yield _("Bản nháp trước của kế hoạch này được thay bằng tệp mới; sửa trong bản nháp đó không còn dùng.")
    doubts = [str(doubt) for doubt in beside.get("doubts") or []]
    yield from (f"- {doubt}" for doubt in doubts[:MOST_BESIDE])
    if len(doubts) > MOST_BESIDE:
        yield _("và {n} chỗ khác.", n=len(doubts) - MOST_BESIDE)
    if indicators := beside.get("indicators"):
        yield _.plural(
            "Kèm {n} chỉ tiêu, em giữ cùng kế hoạch.", "Kèm {n} chỉ tiêu, em giữ cùng kế hoạch.", len(indicators)
        )
    prose = [" ".join(str(one["text"]).split()) for one in beside.get("prose") or []]
    if prose:
        yield _.plural(
            "Ngoài bảng, lời văn còn {n} nội dung có thời hạn mà em chưa theo dõi, ví dụ “{first}”.",
            "Ngoài bảng, lời văn còn {n} nội dung có thời hạn mà em chưa theo dõi, ví dụ “{first}”.",
            len(prose), first=shortened(prose[0], LONGEST_LEFT),
        )  # fmt: skip


def _of_names(result: DraftShown, reader: Reader) -> Iterator[str]:
    """Names that are no unit, and groups nobody has defined, each with how to say it."""
    _ = reader.words
    unknown = [doubt for doubt in result.doubts if DoubtKind.PARTY in doubt.kinds]
    groups = [doubt for doubt in result.doubts if DoubtKind.GROUP in doubt.kinds]
    yield from (_unknown(doubt, _) for doubt in unknown)
    if unknown:
        yield _(
            'Đơn vị này có trong cơ quan thì {call} nhắn, ví dụ: "“{name}” là {unit}"',
            call=reader.call,
            name=unknown[0].text,
            unit=result.units[0],
        )
    for doubt in groups:
        yield _.plural(
            "- “{name}” ở {n} dòng gồm những đơn vị nào? Xác nhận bây giờ thì em hiểu là mọi đơn vị.",
            "- “{name}” ở {n} dòng gồm những đơn vị nào? Xác nhận bây giờ thì em hiểu là mọi đơn vị.",
            len(doubt.rows), name=doubt.text,
        )  # fmt: skip
    if groups:
        yield _(
            '{Call} nhắn một lần, ví dụ: "“{name}” gồm {units}"',
            Call=reader.Call,
            name=groups[0].text,
            units=", ".join(result.units[:2]),
        )


def _unknown(doubt: Doubt, _: Translator) -> str:
    leads = sum(doubt.text in row.reading["lead"] for row in doubt.rows)
    if not leads:
        return _.plural(
            "- Chưa rõ “{name}” phối hợp {n} dòng là đơn vị nào.",
            "- Chưa rõ “{name}” phối hợp {n} dòng là đơn vị nào.",
            len(doubt.rows), name=doubt.text,
        )  # fmt: skip
    return _.plural(
        "- Chưa rõ “{name}” chủ trì {n} dòng là đơn vị nào; xác nhận bây giờ thì dòng đó chưa có đơn vị thực hiện.",
        "- Chưa rõ “{name}” chủ trì {n} dòng là đơn vị nào; xác nhận bây giờ thì các dòng đó chưa có đơn vị thực hiện.",
        leads, name=doubt.text,
    )  # fmt: skip


def _of_lines(doubts: Sequence[Doubt], reader: Reader) -> Iterator[str]:
    """The first lines with a doubt of their own; lines without a lead and cut names only by their number."""
    _ = reader.words
    leaderless = sum(doubt.text == NO_LEAD for doubt in doubts)
    if leaderless:
        yield _.plural(
            "- {n} dòng chưa ghi đơn vị chủ trì; xác nhận bây giờ thì chưa có người nhận.",
            "- {n} dòng chưa ghi đơn vị chủ trì; xác nhận bây giờ thì chưa có người nhận.",
            leaderless,
        )
    cut = sum(DoubtKind.NAME in doubt.kinds for doubt in doubts)
    single = [doubt for doubt in doubts if doubt.text != NO_LEAD and DoubtKind.NAME not in doubt.kinds]
    for doubt in single[:MOST_DOUBTS]:
        yield _("- {line}: {why}", line=line_name(doubt.rows[0], _), why=doubt.text)
    if len(single) > MOST_DOUBTS:
        yield _("và {n} chỗ khác.", n=len(single) - MOST_DOUBTS)
    if cut:
        yield _.plural("- {n} tên ngắn bị cắt giữa câu.", "- {n} tên ngắn bị cắt giữa câu.", cut)


def unit_named(result: UnitNamed, reader: Reader) -> Reply:
    _ = reader.words
    if result.unit is None:
        return Reply(
            _("em chưa rõ “{alias}” là đơn vị nào nên chưa ghi gì; {call} nhắn tên đơn vị trong cơ quan giúp em.",
              alias=result.alias, call=reader.call)
        )  # fmt: skip
    text = _("từ nay em hiểu “{alias}” là {unit}.", alias=result.alias, unit=result.unit.name)
    if result.draft is None:
        return Reply(text)
    rest = shown(result.draft, reader)
    return Reply(f"{text}\n{capital(rest.text)}", buttons=rest.buttons)


def confirmed(result: PlanConfirmed, reader: Reader) -> Reply:
    _ = reader.words
    lines = [_("em đã đưa {plan} vào theo dõi: {n} dòng.", plan=result.plan.short_title, n=result.lines)]
    lines += [
        _("{unit}: chủ trì {lead}, phối hợp {other}", unit=u, lead=lead, other=other) for u, lead, other in result.units
    ]
    if result.unknown:
        lines.append(_("Chưa rõ là đơn vị nào: {names}", names="; ".join(result.unknown)))
    if result.everybody:
        names = "; ".join(f"“{name}”" for name in result.everybody)
        lines.append(_("{names} được hiểu là mọi đơn vị, vì chưa ai nói gồm những đơn vị nào.", names=names))
    if result.left:
        lines.append(
            _.plural("{n} chỗ cần xem được giữ như em đọc.", "{n} chỗ cần xem được giữ như em đọc.", result.left)
        )
    if result.without_lead:
        lines.append(
            _('Chưa có đơn vị nào thực hiện, nên em chưa nhắc ai: việc {numbers}. Muốn ghi đơn vị, {call} nhắn "bỏ xác nhận" rồi "chỗ cần xem".',
              numbers=ranges(result.without_lead), call=reader.call)
        )  # fmt: skip
    lines.append(
        _('Trưởng các đơn vị nhận tin sau {n} phút; trong lúc đó {call} còn bỏ được: "bỏ xác nhận".',
          n=HOLD_MINUTES, call=reader.call)
    )  # fmt: skip
    return Reply("\n".join(lines))


def discarded(result: DraftDiscarded, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("em đã bỏ bản nháp {plan}, không có gì thay đổi trong việc đang theo dõi.", plan=result.plan.short_title)
    )


def left_out(result: LeftOut, reader: Reader) -> Reply:
    _ = reader.words
    read = result.in_file - len(result.rows)
    head = _(
        "bảng trong tệp có {all} dòng: em đọc {read}, để lại {n}.", all=result.in_file, read=read, n=len(result.rows)
    )
    lines = [f"- {place}: {why} – {text[:LONGEST_LEFT]}" for place, text, why in result.rows[:MOST_DOUBTS]]
    if len(result.rows) > MOST_DOUBTS:
        lines.append(_("và {n} dòng khác.", n=len(result.rows) - MOST_DOUBTS))
    return Reply("\n".join([head, *lines]), polite=False)


def withdrawn(result: PlanWithdrawn, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _('em đã bỏ xác nhận {plan}, chưa ai nhận tin về kế hoạch này. Bản nháp vẫn còn: {call} nhắn "xem".',
          plan=result.plan.short_title, call=reader.call)
    )  # fmt: skip


def withdrawn_too_late(result: WithdrawnTooLate, reader: Reader) -> Reply:
    _ = reader.words
    if result.why is TooLate.UNDER_REVIEW:
        return Reply(
            _('đang có bản nháp của bản mới nên em chưa bỏ xác nhận {plan}. {call} nhắn "bỏ" để bỏ bản nháp đó, '
              'rồi nhắn "bỏ xác nhận" lần nữa.',
              plan=result.plan.short_title, call=reader.call)
        )  # fmt: skip
    if result.why is TooLate.CORRECTED:
        return Reply(
            _("bản mới của {plan} đã thay bản trước nên không bỏ xác nhận được, em chưa thay đổi gì. "
              "Nếu tệp chưa đúng, {call} đưa lại tệp đúng, em so với bản đang theo dõi.",
              plan=result.plan.short_title, call=reader.call)
        )  # fmt: skip
    if result.why is TooLate.ACTED:
        return Reply(
            _("{plan} đã có việc được ghi (giao việc, đặt ngày hoặc báo kết quả) nên không bỏ xác nhận được nữa, em chưa thay đổi gì. "
              "Kế hoạch có bản mới thì {call} đưa tệp mới vào, em so với bản đang theo dõi.",
              plan=result.plan.short_title, call=reader.call)
        )  # fmt: skip
    return Reply(
        _("{plan} đã có người nhận tin nhắc nên không bỏ xác nhận được nữa, em chưa thay đổi gì. "
          "Kế hoạch có bản mới thì {call} đưa tệp mới vào, em so với bản đang theo dõi.",
          plan=result.plan.short_title, call=reader.call)
    )  # fmt: skip


def no_draft(_result: NoDraft, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("hiện không có kế hoạch nào chờ {call} xem.", call=reader.call), polite=False)


def told_to_head(told: HeadTold, result: PlanConfirmed, reader: Reader) -> str:
    """What a head of a unit hears once when a plan begins."""
    _ = reader.words
    text = _(
        "Kính gửi {head}, {plan} đã đưa vào theo dõi: {unit} chủ trì {leads} việc, phối hợp {others} việc, chưa giao ai.",
        head=addressed(told.head, reader), plan=result.plan.short_title, unit=told.unit.name, leads=told.leads,
        others=told.coordinates,
    )  # fmt: skip
    lines = [text, *(_nearest(line, reader) for line in told.first)]
    if told.first and told.helper:
        lines.append(
            _('{Call} giao việc bằng một câu, ví dụ: "giao {n} cho {name}"',
              Call=reader.Call, n=told.first[0].number, name=told.helper)
        )  # fmt: skip
    return "\n".join(lines)


def _nearest(line: DutyLine, reader: Reader) -> str:
    _ = reader.words
    due = line.duty.target_on or line.duty.due_on
    named = f"{line.number}. {task_title(line.task, reader)}"
    return _("{task} – {day}", task=named, day=reader.short(due)) if due else named
