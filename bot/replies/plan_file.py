"""A plan's document handed back, or where it can be had."""

from bot.replies.buttons import answer_row
from bot.replies.reader import Reader, Reply, addressed
from bot.usecases.plan_file import NoPlanFile, NoPlanFollowed, PlanFileShown, WhichPlanFile
from storage.queries.people import Person


def shown(result: PlanFileShown, reader: Reader) -> Reply:
    _ = reader.words
    text = _("tệp {plan}: {name}.", plan=result.plan.short_title, name=result.name)
    if result.file_id:
        return Reply(text, polite=False, file_id=result.file_id)
    if result.link:
        return Reply(text + " " + _("Mở một lần tại: {link}", link=result.link), polite=False)
    return Reply(text + " " + _("Kênh này không gửi được tệp.") + _from(result.keeper, reader))


def none(result: NoPlanFile, reader: Reader) -> Reply:
    _ = reader.words
    plan = result.plan.short_title
    if result.restricted:
        text = _("{plan} có việc mật nên em không gửi tệp qua đây.", plan=plan)
    else:
        text = _("em không giữ tệp của {plan}.", plan=plan)
    work = _('Xem việc của kế hoạch, {call} nhắn "tình hình" hoặc "việc của tôi".', call=reader.call)
    return Reply(f"{text}{_from(result.keeper, reader)} {work}")


def _from(keeper: Person | None, reader: Reader) -> str:
    _ = reader.words
    if keeper is None:
        return ""
    who = addressed(keeper, reader)
    return " " + _("{Call} xin tệp ở {who}, người theo dõi kế hoạch.", Call=reader.Call, who=who)


def which(result: WhichPlanFile, reader: Reader) -> Reply:
    _ = reader.words
    names = [plan.short_title for plan in result.plans]
    listed = _(" hay ").join(names)
    if result.typed:
        text = _("em không theo dõi kế hoạch nào tên “{typed}”; {call} cần tệp của {plans} ạ?",
                 typed=result.typed, call=reader.call, plans=listed)  # fmt: skip
    else:
        text = _("{call} cần tệp của {plans} ạ?", call=reader.call, plans=listed)
    return Reply(text, buttons=answer_row(names))


def nothing(_result: NoPlanFollowed, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("cơ quan chưa có kế hoạch nào đang theo dõi."))
