"""Plans of many offices, each laid out in its own habits, are read as their papers say (see `offices`)."""

from types import ModuleType
from typing import Any

import pytest

from jobs.rules.plans.model import PlanReading, all_lines
from tests.accuracy import score
from tests.rules.plans.offices import (
    bare_days,
    board_codes,
    calendar_ticks,
    commune_investment,
    council_programme,
    decision_and_plan,
    department_digital,
    duties_by_unit,
    group_not_merged,
    health_centre,
    investment_list,
    merged_titles,
    months_ticked,
    next_year_stages,
    notice_of_tasks,
    numbers_in_titles,
    numbers_twice,
    party_office,
    prose_inspection,
    prose_only,
    school,
    school_year_months,
    several_years,
    short_headers,
    spoken_headers,
    tables_by_section,
    targets_two_years,
    tasks_as_paragraphs,
    three_time_columns,
    title_row_inside,
    unit_first,
    units_as_sections,
    units_ticked,
    units_two_sizes,
    ward_sentences,
    who_and_when,
)
from tests.rules.plans.plan_files import read

OFFICES = (
    bare_days, board_codes, calendar_ticks, commune_investment, council_programme, decision_and_plan,
    department_digital, duties_by_unit, group_not_merged, health_centre, investment_list, merged_titles,
    months_ticked, next_year_stages, notice_of_tasks, numbers_in_titles, numbers_twice, party_office,
    prose_inspection, prose_only, school, school_year_months, several_years, short_headers, spoken_headers,
    tables_by_section, targets_two_years, tasks_as_paragraphs, three_time_columns, title_row_inside, unit_first,
    units_as_sections, units_ticked, units_two_sizes, ward_sentences, who_and_when,
)  # fmt: skip


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office.__name__.rsplit(".", 1)[-1])
def test_a_plan_is_read_as_its_paper_says(office: ModuleType) -> None:
    right: dict[str, Any] = office.RIGHT
    reading = read(office.build())
    got = reading.as_json()
    got["signer"] = got["signer"] or {"name": None, "title": None}
    found = score(got, right)
    found.check("issued_on", got["issued_on"], right.get("issued_on"))
    found.check("left_out", len(reading.rows.left_out), right["left_out"])
    assert found.fields_right == found.fields, "\n".join(found.wrong)
    assert not [line for line in found.wrong if line.startswith("duties_in_prose beyond")]
    assert reading.rows.in_file == reading.rows.read + len(reading.rows.left_out)


def doubts(reading: PlanReading) -> dict[str, tuple[str, ...]]:
    return {line.code: line.doubts for line in all_lines(reading) if line.doubts}


def test_a_month_as_a_section_is_offered_as_the_date_and_said_so() -> None:
    reading = read(party_office.build())
    assert doubts(reading)["I.1"] == ("Thời hạn lấy theo tên mục “THÁNG 01/2026”.",)
    assert "Bảng không có cột thời hạn." in reading.doubts


def test_a_column_that_goes_into_no_task_is_named() -> None:
    assert read(health_centre.build()).doubts == ("Cột “Ghi chú” không đưa vào nhiệm vụ (1 dòng có chữ).",)
    assert "Cột “Người phụ trách” không đưa vào nhiệm vụ (7 dòng có chữ)." in read(school.build()).doubts


def test_of_two_years_targets_the_other_is_named() -> None:
    [doubt] = read(targets_two_years.build()).doubts
    assert doubt == "Có nhiều cột chỉ tiêu; đã lấy cột “Năm 2026”, không lấy “Năm 2025”."


def test_rows_left_out_say_where_and_why() -> None:
    left = {line.place: line.why for line in read(investment_list.build()).rows.left_out}
    assert left == {"Trang “Biểu 01”, dòng 5": "dòng cộng"}
    people = read(commune_investment.build()).rows.left_out
    assert {line.why for line in people} == {"bảng không có cột nhiệm vụ"}


def test_several_doers_without_a_lead_are_a_doubt() -> None:
    said = doubts(read(ward_sentences.build()))
    assert said == {"2.b": ("Nhiều đơn vị cùng thực hiện, chưa ghi đơn vị nào chủ trì.",)}
