"""A newer version of a plan beside the old one: what changes, what is unclear, what each head is told."""

from collections.abc import Sequence

from bot.replies.reader import Reader, Reply, addressed, task_title
from bot.usecases.plan_versions import PlanCorrected, VersionShown
from jobs.messages.phrases import shortened
from jobs.plans.versions import LineChange, UnclearLine
from jobs.rules.items import ranges
from storage.models.organisation import Unit
from storage.models.plans import DraftRow, Task
from storage.queries.people import Person

MOST_LINES = 8
LONGEST_TITLE = 60
LONGEST_VALUE = 40


def difference(shown: VersionShown, reader: Reader) -> list[str]:
    """The lines of a review that say what the newer version changes."""
    _, found = reader.words, shown.comparison
    name = found.plan.short_title
    if found.changes_nothing and not shown.keeps_rest:
        return [_("Đây là bản mới của {plan}, không có dòng nào khác bản đang theo dõi.", plan=name)]
    lines = [
        _("Đây là bản mới của {plan}: giữ nguyên {same} việc, đổi {changed}, thêm {added}, thôi {gone}.",
          plan=name, same=found.same, changed=len(found.changed), added=len(found.added), gone=len(found.gone))
    ]  # fmt: skip
    lines += _block(_("Đổi"), [_changed(change, reader) for change in found.changed], reader)
    lines += _block(_("Thêm"), [f"- {shown.labels[row.position]} {_title(row, reader)}" for row in found.added], reader)
    lines += _block(_("Thôi"), [f"{task.number}. {task_title(task, reader)}" for task in found.gone], reader)
    lines += _block(_("Chưa rõ là việc nào"), [_unclear(line, shown, reader) for line in found.unclear], reader)
    return [*lines, *_hints(shown, reader)]


def _block(heading: str, rows: Sequence[str], reader: Reader) -> list[str]:
    if not rows:
        return []
    _, left = reader.words, len(rows) - MOST_LINES
    more = [_.plural("và {n} việc khác", "và {n} việc khác", left)] if left > 0 else []
    return [heading, *rows[:MOST_LINES], *more]


def _title(row: DraftRow, reader: Reader) -> str:
    if row.reading.get("restricted"):
        _ = reader.words
        return _("nội dung hạn chế")
    return shortened(str(row.reading["title"]), LONGEST_TITLE)


def _changed(change: LineChange, reader: Reader) -> str:
    _ = reader.words
    if change.task.restricted or change.row.reading.get("restricted"):
        hidden = _("nội dung hạn chế")
        return f"{change.task.number}. {hidden}"
    words = {
        "title": _("tên việc"),
        "deadline": _("thời hạn"),
        "product": _("sản phẩm"),
        "lead": _("chủ trì"),
        "coordinate": _("phối hợp"),
    }
    empty = _("không ghi")
    said = [
        f"{words[f.name]}: {shortened(f.before, LONGEST_VALUE) or empty} → {shortened(f.after, LONGEST_VALUE) or empty}"
        for f in change.fields
    ]
    return f"{change.task.number}. {change.task.short_title} – {'; '.join(said)}"


def _unclear(line: UnclearLine, shown: VersionShown, reader: Reader) -> str:
    _ = reader.words
    offered = ", ".join(
        f"{task.number} ({shortened(task_title(task, reader), LONGEST_VALUE)})" for task in line.offered
    )
    return _(
        "- {label} “{title}”: là việc {offered} hay việc mới?",
        label=shown.labels[line.row.position], title=_title(line.row, reader), offered=offered,
    )  # fmt: skip


def _hints(shown: VersionShown, reader: Reader) -> list[str]:
    _, found = reader.words, shown.comparison
    if found.unclear:
        first = found.unclear[0]
        label, number = shown.labels[first.row.position], first.offered[0].number
        return [
            _('{Call} trả lời từng dòng, ví dụ: "{same}" hoặc "{new}"; tất cả là việc mới thì nhắn "mới hết". Việc cũ không còn trong bản mới sẽ thôi.',
              Call=reader.Call, same=f"{label} là {number}", new=f"{label} mới")
        ]  # fmt: skip
    if shown.keeps_rest:
        return [
            _('Bản này chỉ nêu một số việc nên em giữ nguyên các việc khác; nếu thay cả kế hoạch, {call} nhắn "thay toàn bộ".',
              call=reader.call)
        ]  # fmt: skip
    other = _('Nếu đây là kế hoạch khác, {call} nhắn "kế hoạch khác".', call=reader.call)
    if not found.gone:
        return [other]
    return [_('Việc thôi sẽ được hủy; nếu vẫn làm các việc đó, {call} nhắn "giữ việc khác".', call=reader.call), other]


def corrected(result: PlanCorrected, reader: Reader) -> Reply:
    """What the keeper reads once a newer version stands."""
    _, done = reader.words, result.corrected
    text = _(
        "em đã lấy bản mới của {plan}: giữ nguyên {same} việc, đổi {changed}, thêm {added}, thôi {gone}; kết quả đã báo và hạn đã dời vẫn giữ.",
        plan=done.plan.short_title, same=done.comparison.same, changed=len(done.comparison.changed),
        added=len(done.comparison.added), gone=len(done.comparison.gone),
    )  # fmt: skip
    if done.numbers:
        text += " " + _("Số việc mới: {numbers}.", numbers=ranges(done.numbers))
    return Reply(text)


def told_of_correction(head: Person, unit: Unit, result: PlanCorrected, reader: Reader) -> str:
    """What a head of a unit hears once of a newer version: only what changed for that unit."""
    _, done = reader.words, result.corrected
    touched = done.touched
    added = [f"{_titled(task, reader)}" for task in touched.added.get(unit.id, [])]
    moved = [
        f"{_titled(task, reader)} – " + (_("hạn {day}", day=reader.short(day)) if day else _("không còn hạn"))
        for task, day in touched.moved.get(unit.id, {}).values()
    ]
    gone = [_titled(task, reader) for task in touched.gone.get(unit.id, [])]
    lines = [
        *_block(_("Thêm"), added, reader), *_block(_("Hạn mới"), moved, reader), *_block(_("Thôi thực hiện"), gone, reader)
    ]  # fmt: skip
    head_line = _("Kính gửi {head}, {plan} có bản mới; việc của {unit} thay đổi như sau:",
                  head=addressed(head, reader), plan=done.plan.short_title, unit=unit.name)  # fmt: skip
    return "\n".join([head_line, *lines, _("Các việc khác giữ nguyên.")])


def _titled(task: Task, reader: Reader) -> str:
    return f"{task.number}. {task_title(task, reader)}"
