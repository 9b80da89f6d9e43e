"""From the cells of a filled form to an office, with what is wrong in single cells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jobs.rules.office_form import FormProblem, OfficeForm, PersonForm, UnitForm, honorific_of, role_of
from storage.documents import office_form as form
from storage.documents.office_form import FormCell, FormRow, FormRows
from storage.kinds import Role

_BETWEEN_ROLES = re.compile(r"[,;/+\n]")


def examples_left(rows: FormRows) -> list[FormProblem]:
    """The cells that still hold the empty form's example words."""
    return [FormProblem("example", cell.text, cell.place) for cell in rows.cells() if cell.is_example]


def office_of(rows: FormRows) -> OfficeForm:
    """The office as filled in; what cannot be understood is left out and told by `cell_problems`."""
    name, short, place = (_agency_text(rows, label) for label in form.AGENCY_ROWS)
    units = tuple(_unit(row) for row in rows.units if row[form.UNIT_NAME].text)
    people = tuple(_person(row) for row in rows.people if row[form.PERSON_NAME].text)
    return OfficeForm(name, short, place, units, people)


def _agency_text(rows: FormRows, label: str) -> str:
    return rows.agency[label].text if label in rows.agency else ""


def _unit(row: FormRow) -> UnitForm:
    name, others = row[form.UNIT_NAME].text, row[form.UNIT_OTHERS].text.split(";")
    return UnitForm(name, row[form.UNIT_SHORT].text or name, tuple(n.strip() for n in others if n.strip()))


def _person(row: FormRow) -> PersonForm:
    roles = dict.fromkeys(role for _, role in _roles(row) if role is not None)
    return PersonForm(
        full_name=row[form.PERSON_NAME].text,
        honorific=honorific_of(row[form.HONORIFIC].text) or "anh/chị",
        unit=row[form.UNIT].text or None,
        roles=tuple(roles),
        keeper=bool(row[form.KEEPER].text),
    )


def _roles(row: FormRow) -> list[tuple[str, Role | None]]:
    """The words of the role's cell and what each means; blank is staff where a unit is given."""
    words = [word.strip() for word in _BETWEEN_ROLES.split(row[form.ROLE].text) if word.strip()]
    if not words and row[form.UNIT].text:
        return [("", Role.STAFF)]
    return [(word, role_of(word)) for word in words]


def cell_problems(rows: FormRows) -> Iterator[FormProblem]:
    """Cells that must be filled, and words the form does not know."""
    for row in rows.units:
        yield from _blank(row[form.UNIT_NAME])
    for row in rows.people:
        yield from _blank(row[form.PERSON_NAME])
        roles, honorific = _roles(row), row[form.HONORIFIC]
        if not roles:
            yield FormProblem("no_role", row[form.PERSON_NAME].text, row[form.ROLE].place)
        yield from (FormProblem("unknown_role", word, row[form.ROLE].place) for word, role in roles if role is None)
        if honorific.text and honorific_of(honorific.text) is None:
            yield FormProblem("unknown_honorific", honorific.text, honorific.place)


def placed(problems: Iterable[FormProblem], rows: FormRows) -> Iterator[FormProblem]:
    """Problems of the office as a whole with the cells they come from, where these can be named."""
    for problem in problems:
        if problem.code == "unknown_unit":
            people = [
                row for row in rows.people if f"{row[form.PERSON_NAME].text}: {row[form.UNIT].text}" == problem.value
            ]
            yield replace(problem, place=people[0][form.UNIT].place if people else "")
        elif problem.code == "one_keeper":
            yield replace(problem, place="; ".join(r[form.KEEPER].place for r in rows.people if r[form.KEEPER].text))
        else:
            yield problem


def _blank(cell: FormCell) -> Iterator[FormProblem]:
    if not cell.text:
        yield FormProblem("blank", place=cell.place)
