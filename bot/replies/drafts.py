"""What is said of a draft as a whole: internal dates proposed, taken, left."""

from collections.abc import Iterable

from bot.replies.reader import Reader, Reply
from bot.usecases.draft_ledger import DraftUndone
from bot.usecases.spread import (
    NoPlanToSpread,
    NothingToSpread,
    SpreadLeft,
    SpreadProposed,
    SpreadTaken,
    WhichPlanToSpread,
)
from bot.usecases.undo import TargetsUndone
from jobs.plans.spread import Proposal
from locales.formats import full_day
from locales.translate import Translator
from storage.kinds import PlanState

MOST_UNITS = 8


def proposal_lines(proposal: Proposal, _: Translator) -> Iterable[str]:
    """How many dates, in which months and for whom; a paragraph a line."""
    n = len(proposal.dates)
    yield _.plural(
        "{plan}: em đề nghị đặt mốc nội bộ cho {n} dòng, từ {first} đến {last}.",
        "{plan}: em đề nghị đặt mốc nội bộ cho {n} dòng, từ {first} đến {last}.",
        n, plan=proposal.plan.short_title, first=full_day(min(proposal.dates.values())),
        last=full_day(max(proposal.dates.values())),
    )  # fmt: skip
    months = (f"{month:02}/{year} ({count})" for (year, month), count in proposal.by_month())
    yield _("Theo tháng: {months}", months=" · ".join(months))
    units = proposal.by_unit()
    named = [f"{unit.short_name} ({count})" for unit, count in units[:MOST_UNITS]]
    if len(units) > MOST_UNITS:
        named.append(_("và {n} đơn vị khác", n=len(units) - MOST_UNITS))
    unit, (year, month), most = proposal.busiest()
    yield _(
        "Theo đơn vị: {units}. Bận nhất: {unit}, tháng {month}, {n} mốc.",
        units=" · ".join(named), unit=unit.short_name, month=f"{month:02}/{year}", n=most,
    )  # fmt: skip
    if sum(count for _unit, count in units) > n:
        yield _("Dòng có nhiều đơn vị chủ trì được tính ở từng đơn vị.")
    if proposal.kept:
        yield _.plural(
            "{n} dòng đã có mốc, em giữ nguyên.", "{n} dòng đã có mốc, em giữ nguyên.", proposal.kept
        )  # fmt: skip
    if proposal.without:
        yield _.plural(
            "{n} dòng không đặt mốc: thường xuyên, định kỳ, duy trì cả năm, chưa có hạn hoặc hạn đã gần.",
            "{n} dòng không đặt mốc: thường xuyên, định kỳ, duy trì cả năm, chưa có hạn hoặc hạn đã gần.",
            proposal.without,
        )


def spread_proposed(result: SpreadProposed, reader: Reader) -> Reply:
    _ = reader.words
    lines = [*proposal_lines(result.proposal, _), _("Em chưa ghi gì. {Call} nhắn: nhận · thôi", Call=reader.Call)]
    return Reply("\n".join(lines), polite=False, buttons=(((_("Nhận"), "nhận"), (_("Thôi"), "thôi")),))


def spread_taken(result: SpreadTaken, reader: Reader) -> Reply:
    _ = reader.words
    proposal = result.proposal
    text = _.plural(
        "em đã đặt mốc nội bộ cho {n} dòng của {plan}.",
        "em đã đặt mốc nội bộ cho {n} dòng của {plan}.",
        len(proposal.dates), plan=proposal.plan.short_title,
    )  # fmt: skip
    if result.example:
        code, day = result.example
        text += " " + _(
            'Muốn sửa một mốc, {call} nhắn, ví dụ: "mốc dòng {code} là {day}", hoặc sửa cột “Mốc nội bộ” trong tệp rà soát.',
            call=reader.call, code=code, day=full_day(day),
        )  # fmt: skip
    elif proposal.plan.state is PlanState.DRAFT:
        text += " " + _("Muốn sửa một mốc, {call} sửa cột “Mốc nội bộ” trong tệp rà soát.", call=reader.call)
    else:
        text += " " + _("Hạn theo kế hoạch không đổi.")
    return Reply(text, undoable=True)


def spread_left(result: SpreadLeft, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em không đặt mốc nào cho {plan}, mọi việc giữ nguyên.", plan=result.plan.short_title))


def nothing_to_spread(result: NothingToSpread, reader: Reader) -> Reply:
    _ = reader.words
    text = _("{plan} không còn dòng nào cần đặt mốc nội bộ.", plan=result.proposal.plan.short_title)
    if result.proposal.kept:
        n = result.proposal.kept
        text += " " + _.plural("{n} dòng đã có mốc, em giữ nguyên.", "{n} dòng đã có mốc, em giữ nguyên.", n)
    return Reply(text, polite=False)


def which_plan_to_spread(result: WhichPlanToSpread, reader: Reader) -> Reply:
    _ = reader.words
    said = " · ".join(f"rải việc {_plan_words(plan.short_title)}" for plan in result.plans)
    return Reply(_("rải việc cho kế hoạch nào ạ? {Call} nhắn: {said}", Call=reader.Call, said=said), polite=False)


def _plan_words(title: str) -> str:
    return title if title.startswith("KH") else f"KH {title}"


def no_plan_to_spread(result: NoPlanToSpread, reader: Reader) -> Reply:
    _ = reader.words
    if result.others:
        return Reply(_("rải việc là phần của người theo dõi kế hoạch nên em chưa thay đổi gì."))
    return Reply(_("em chưa thấy kế hoạch nào như {call} nói để rải việc.", call=reader.call))


def targets_undone(result: TargetsUndone, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_.plural("em đã bỏ {n} mốc nội bộ vừa đặt.", "em đã bỏ {n} mốc nội bộ vừa đặt.", result.n))


def draft_undone(result: DraftUndone, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _.plural(
            "em đã bỏ điều vừa ghi ở {n} dòng của bản nháp {plan}.",
            "em đã bỏ điều vừa ghi ở {n} dòng của bản nháp {plan}.",
            result.n, plan=result.plan.short_title,
        )
    )  # fmt: skip
