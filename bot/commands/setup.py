"""`nhacviec setup FILE.xlsx`: the first office, from the form that `--template` writes."""

import argparse
from pathlib import Path

from jobs.clock import SystemClock, office_day
from jobs.office import create_office
from jobs.rules.office_form import FormProblem, OfficeForm, PersonForm, UnitForm, problems_of
from locales.translate import translator
from storage.database import open_engine, transaction
from storage.documents.office_form import AGENCY_ROWS, ROLE_WORDS, FormRows, NotAForm, read_form, write_form
from storage.kinds import Role
from storage.migrate import migrate
from storage.queries.agencies import agency_by_name
from storage.settings import Settings

ROLES = dict(zip(ROLE_WORDS, (Role.STAFF, Role.UNIT_HEAD, Role.OFFICE_HEAD, Role.LEADER, Role.ADMIN), strict=True))
_ = translator("vi")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="tệp XLSX đã điền theo mẫu")
    parser.add_argument("--template", type=Path, metavar="FILE", help="ghi mẫu trống ra tệp này")


def run(args: argparse.Namespace) -> int:
    if args.template:
        args.template.write_bytes(write_form())
        print(_("Đã ghi mẫu ra {file}. Điền ba trang rồi chạy: nhacviec setup {file}", file=args.template))
        return 0
    if not args.file:
        print(_("Chưa có tệp. Lấy mẫu bằng: nhacviec setup --template mau.xlsx"))
        return 2
    try:
        form = form_of(read_form(args.file.read_bytes()))
    except FileNotFoundError:
        print(_("Không thấy tệp {file}; hãy kiểm tra lại đường dẫn.", file=args.file))
        return 2
    except NotAForm as error:
        print(_missing(error))
        return 2
    return _store(form)


def _missing(error: NotAForm) -> str:
    if error.missing:
        return _("Tệp thiếu trang “{sheet}”. Lấy mẫu bằng: nhacviec setup --template mau.xlsx", sheet=error.missing)
    return _("Tệp không phải XLSX đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi chạy lại.")


def form_of(rows: FormRows) -> OfficeForm:
    """The form's cells as an office; an unknown role becomes chuyên viên."""
    name, short, place = (rows.agency.get(label, "") for label in AGENCY_ROWS)
    units = tuple(
        UnitForm(row[0], _cell(row, 1) or row[0], tuple(n.strip() for n in _cell(row, 2).split(";") if n.strip()))
        for row in rows.units
        if row[0]
    )
    people = tuple(_person(row) for row in rows.people if row[0])
    return OfficeForm(name, short, place, units, people)


def _person(row: list[str]) -> PersonForm:
    roles = tuple(ROLES[word.strip().lower()] for word in _cell(row, 3).split(",") if word.strip().lower() in ROLES)
    return PersonForm(
        row[0], _cell(row, 1) or "anh/chị", _cell(row, 2) or None, roles or (Role.STAFF,), bool(_cell(row, 4))
    )


def _cell(row: list[str], index: int) -> str:
    return row[index] if len(row) > index else ""


def _store(form: OfficeForm) -> int:
    found = problems_of(form)
    if found:
        print(_("Chưa tạo gì. Cần sửa trong tệp:"))
        for problem in found:
            print(f"- {explain(problem)}")
        return 2
    engine = open_engine(Settings().database_url)
    migrate(engine)
    with transaction(engine) as session:
        if agency_by_name(session, form.name) is not None:
            print(_("Cơ quan “{name}” đã có, em không tạo lại và không thay đổi gì.", name=form.name))
            return 2
        create_office(session, form, office_day(SystemClock().now(), "Asia/Ho_Chi_Minh"))
    units, people = len(form.units), len(form.people)
    print(_("Đã tạo “{name}”: {units} đơn vị, {people} người.", name=form.name, units=units, people=people))
    print(_("Tiếp theo: nhacviec connection add telegram --secret env:TELEGRAM_TOKEN"))
    return 0


def explain(problem: FormProblem) -> str:
    """A form's problem in words that say what to do."""
    texts = {
        "no_name": _("Trang “Cơ quan”: chưa có tên cơ quan."),
        "no_units": _("Trang “Đơn vị”: chưa có đơn vị nào."),
        "name_of_two_units": _("“{value}” là tên của hai đơn vị; hãy bỏ bớt một.", value=problem.value),
        "unknown_unit": _("“{value}”: đơn vị chưa có trong trang “Đơn vị”.", value=problem.value),
        "one_keeper": _("Cột “Theo dõi kế hoạch” cần đúng một người đánh dấu x."),
        "same_name_twice": _("Có hai người cùng tên “{value}”; hãy thêm chữ để phân biệt.", value=problem.value),
    }
    return texts[problem.code]
