"""Which line of a newer version goes on as which: passes in order, and what only a person can say."""

import pytest

from jobs.rules.draft import first_number, next_numbers
from jobs.rules.versions import VersionLine, is_version_of, match_versions

VP, VHXH = frozenset({1}), frozenset({2})


def line(key: int, code: str, title: str, lead: frozenset[int] = VP, said: int | None = None) -> VersionLine:
    return VersionLine(key, code, title, lead, said)


OLD = [
    line(1, "A.1", "Ban hành kế hoạch cải cách hành chính"),
    line(2, "A.2", "Tổ chức tập huấn nghiệp vụ cho công chức"),
    line(3, "A.3", "Rà soát quy chế làm việc của cơ quan", VHXH),
]


def test_the_same_lines_go_on_as_they_are() -> None:
    new = [line(10 + one.key, one.code, one.title.upper(), one.lead) for one in OLD]
    found = match_versions(OLD, new)
    assert found.pairs == {11: 1, 12: 2, 13: 3}
    assert not (found.added or found.gone or found.unclear)


def test_a_line_moved_to_another_code_is_known_by_its_title() -> None:
    new = [line(11, "A.2", OLD[0].title), line(12, "A.3", OLD[1].title), line(13, "A.1", OLD[2].title, VHXH)]
    assert match_versions(OLD, new).pairs == {11: 1, 12: 2, 13: 3}


def test_a_title_worded_anew_is_known_by_code_and_lead() -> None:
    new = [
        line(11, "A.1", OLD[0].title),
        line(12, "A.2", "Tổ chức tập huấn nghiệp vụ cho cán bộ, công chức"),
        line(13, "A.3", OLD[2].title, VHXH),
    ]
    assert match_versions(OLD, new).pairs == {11: 1, 12: 2, 13: 3}


@pytest.mark.parametrize(
    "changed",
    [
        line(13, "A.3", "Rà soát quy chế làm việc và quy chế chi tiêu", VP),  # another unit leads
        line(13, "A.3", "Mua sắm trang thiết bị", VHXH),  # another thing altogether
        line(13, "A.9", "Rà soát quy chế làm việc, quy chế chi tiêu", VHXH),  # code and title both changed
    ],
)
def test_what_is_open_on_both_sides_is_asked(changed: VersionLine) -> None:
    new = [line(11, "A.1", OLD[0].title), line(12, "A.2", OLD[1].title), changed]
    found = match_versions(OLD, new)
    [asked] = found.unclear
    assert asked.new == 13
    assert asked.offered == (3,)
    assert found.added == found.gone == ()

    assert match_versions(OLD, [*new[:2], line(13, changed.code, changed.title, VP, said=3)]).pairs[13] == 3
    told_new = match_versions(OLD, [*new[:2], line(13, changed.code, changed.title, VP, said=0)])
    assert (told_new.added, told_new.gone) == ((13,), (3,))


def test_lines_with_one_title_go_by_order_only_when_both_sides_have_as_many() -> None:
    old = [line(1, "A.1", "Báo cáo"), line(2, "A.2", "Báo cáo")]
    assert match_versions(old, [line(11, "B.1", "Báo cáo"), line(12, "B.2", "Báo cáo")]).pairs == {11: 1, 12: 2}
    found = match_versions(old, [line(11, "B.1", "Báo cáo")])
    assert [(u.new, u.offered) for u in found.unclear] == [(11, (1, 2))]


def test_only_new_and_only_gone_need_no_question() -> None:
    assert match_versions(OLD, [line(10 + n.key, n.code, n.title, n.lead) for n in OLD[:2]]).gone == (3,)
    more = [line(10 + n.key, n.code, n.title, n.lead) for n in OLD] + [line(14, "A.4", "Việc mới")]
    assert match_versions(OLD, more).added == (14,)


def test_what_a_partial_version_does_not_name_is_not_gone() -> None:
    found = match_versions(OLD, [line(11, "A.1", OLD[0].title)], keeps_rest=True)
    assert found.pairs == {11: 1}
    assert found.gone == ()


KH45 = ("Kế hoạch cải cách hành chính năm 2025", "45/KH-UBND", 2025)


@pytest.mark.parametrize(
    "title, number, year",
    [
        ("Kế hoạch cải cách hành chính năm 2025", "45/KH-UBND", 2025),
        ("Kế hoạch cải cách hành chính", "45 /KH-UBND", None),
        ("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2025", None, 2025),
        ("Sửa đổi, bổ sung Kế hoạch số 45/KH-UBND ngày 10/02/2025", "120/KH-UBND", 2025),
        ("Về việc điều chỉnh một số nội dung tại Kế hoạch số 45/KH-UBND", "98/KH-UBND", 2025),
    ],
)
def test_a_newer_version_is_recognised(title: str, number: str | None, year: int | None) -> None:
    assert is_version_of((title, number, year), KH45)


@pytest.mark.parametrize(
    "title, number, year",
    [
        ("Kế hoạch cải cách hành chính năm 2026", "45/KH-UBND", 2026),
        ("Kế hoạch cải cách hành chính năm 2025", "52/KH-UBND", 2025),
        ("Thực hiện Kế hoạch số 45/KH-UBND về cải cách hành chính", "60/KH-UBND", 2025),
        ("Sửa đổi, bổ sung Kế hoạch số 145/KH-UBND", "61/KH-UBND", 2025),
        ("Kế hoạch chuyển đổi số", None, 2025),
    ],
)
def test_another_plan_is_no_version(title: str, number: str | None, year: int) -> None:
    assert not is_version_of((title, number, year), KH45)


@pytest.mark.parametrize(
    "own, taken, count, numbers",
    [
        ([1, 2, 59], 59, 2, [60, 61]),
        ([1, 59], 124, 1, [60]),
        ([1, 99], 124, 3, [100, 201, 202]),
        ([101, 124], 124, 1, [125]),
        ([], None, 2, [1, 2]),
    ],
)
def test_later_lines_take_the_next_numbers_of_the_plans_hundreds(
    own: list[int], taken: int | None, count: int, numbers: list[int]
) -> None:
    assert next_numbers(own, taken, count) == numbers


@pytest.mark.parametrize("taken, first", [(None, 1), (59, 101), (100, 101), (101, 201)])
def test_a_plan_begins_at_a_whole_hundred(taken: int | None, first: int) -> None:
    assert first_number(taken) == first
