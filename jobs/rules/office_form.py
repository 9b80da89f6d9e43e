"""The form a first office is made from: agency, units with their other names, people with their roles; and its faults."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from jobs.rules.text import fold_words
from storage.kinds import Role

# The words the form offers; an office says the others of staff too.
ROLES = {
    "chuyên viên": Role.STAFF,
    "trưởng đơn vị": Role.UNIT_HEAD,
    "chánh văn phòng": Role.OFFICE_HEAD,
    "lãnh đạo": Role.LEADER,
    "quản trị": Role.ADMIN,
}
_ALSO_STAFF = ("nhân viên", "cán bộ", "công chức", "viên chức")
HONORIFICS = ("anh", "chị", "em", "ông", "bà", "cô", "chú", "bác", "đồng chí")

_ROLE_OF = {fold_words(word): role for word, role in (ROLES | dict.fromkeys(_ALSO_STAFF, Role.STAFF)).items()}
_HONORIFIC_OF = {fold_words(word): word for word in HONORIFICS}


def role_of(word: str) -> Role | None:
    """The role a word of the form means, accents and case forgiven; None for an unknown word."""
    return _ROLE_OF.get(fold_words(word))


def honorific_of(word: str) -> str | None:
    """The form of address as messages write it; None for an unknown one."""
    return _HONORIFIC_OF.get(fold_words(word))


@dataclass(frozen=True)
class UnitForm:
    name: str
    short_name: str
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonForm:
    """`unit` is a unit's name or short name; leaders, admins and the office head may have none."""

    full_name: str
    honorific: str
    unit: str | None
    roles: tuple[Role, ...]
    keeper: bool = False


@dataclass(frozen=True)
class OfficeForm:
    name: str
    short_name: str
    place: str
    units: tuple[UnitForm, ...]
    people: tuple[PersonForm, ...] = field(default=())


@dataclass(frozen=True)
class FormProblem:
    """What is wrong with a form: a code for the edge to word, the value it is about, and the cell where one is."""

    code: str
    value: str = ""
    place: str = ""


_IN_A_UNIT = {Role.STAFF, Role.UNIT_HEAD}


def problems_of(form: OfficeForm, *, whole: bool) -> list[FormProblem]:
    """What would make an office that cannot work; empty when it can be created. `whole`: no list of some people, beside
    whom the one who keeps the plans stays.
    """
    found = [FormProblem("no_name")] if not form.name else []
    found += [FormProblem("no_units")] if not form.units else []
    names = _unit_names(form.units)
    for unit in form.units:
        for name in (unit.name, unit.short_name, *unit.other_names):
            if names[fold_words(name)] is not unit:
                found.append(FormProblem("name_of_two_units", name))
    found += [
        FormProblem("unknown_unit", f"{p.full_name}: {p.unit}")
        for p in form.people
        if p.unit is not None and fold_words(p.unit) not in names
    ]
    found += [
        FormProblem("no_unit", p.full_name)
        for p in form.people
        if p.unit is None and (p.keeper or _IN_A_UNIT & {*p.roles})
    ]
    keepers = sum(p.keeper for p in form.people)
    if keepers > 1 or (whole and not keepers):
        found.append(FormProblem("one_keeper"))
    doubled = {p.full_name for p in form.people if sum(q.full_name == p.full_name for q in form.people) > 1}
    return found + [FormProblem("same_name_twice", name) for name in sorted(doubled)]


def led(form: OfficeForm, headed: Collection[str] = ()) -> OfficeForm:
    """The same; the Chánh Văn phòng heads the unit he is in where nobody else does. `headed`: names of units with a head whom the
    form leaves out.
    """
    others = {fold_words(name) for name in headed}
    headless = [unit for unit in without_head(form) if not others & set(map(fold_words, (unit.name, unit.short_name)))]
    names = _unit_names(form.units)

    def leads(person: PersonForm) -> bool:
        return Role.OFFICE_HEAD in person.roles and names.get(fold_words(person.unit or "")) in headless

    people = tuple(
        replace(person, roles=(Role.UNIT_HEAD, *person.roles)) if leads(person) else person for person in form.people
    )
    return replace(form, people=people)


def without_head(form: OfficeForm) -> list[UnitForm]:
    """Units of which nobody is head: what is theirs goes to whoever keeps the plan."""
    names = _unit_names(form.units)
    heads = [names.get(fold_words(p.unit or "")) for p in form.people if Role.UNIT_HEAD in p.roles]
    return [unit for unit in form.units if unit not in heads]


def _unit_names(units: Sequence[UnitForm]) -> dict[str, UnitForm]:
    names: dict[str, UnitForm] = {}
    for unit in units:
        for name in (unit.name, unit.short_name, *unit.other_names):
            names.setdefault(fold_words(name), unit)
    return names
