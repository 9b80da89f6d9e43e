"""Papers wanted: a week's report without saying which is of this week; the plan's own file is no report."""

import pytest

from tests.bot.understanding.reading import bare, read, split

WEEK = """
báo cáo tuần | gửi tôi báo cáo tuần | cho tôi báo cáo tuần | báo cáo tuần cho tôi | báo cáo giao ban tuần | báo cáo tuần này | cho xem báo cáo tuần với
"""


@pytest.mark.parametrize("text", split(WEEK))
def test_a_week_not_named_is_this_one(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "leader").acts
        assert act.intent.value == "report_request" and (act.slots.which == "week" or act.slots.period), typed


@pytest.mark.parametrize(
    ("text", "period"),
    [("báo cáo tuần trước", "2025-W46"), ("báo cáo tuần 46", "2025-W46"), ("báo cáo tháng", None)],
)
def test_another_time_stays_what_it_is(text: str, period: str | None) -> None:
    (act,) = read(text, "leader").acts
    assert (act.intent.value, act.slots.period, act.slots.which) == ("report_request", period, None)


@pytest.mark.parametrize("text", split("file kế hoạch đâu | file kế hoạch CCHC đâu rồi | bản kế hoạch ở đâu"))
def test_where_the_plan_lies_asks_for_no_figures(text: str) -> None:
    for typed in (text, bare(text)):
        assert all(act.intent.value not in ("report_request", "status_overall") for act in read(typed, "staff").acts)
