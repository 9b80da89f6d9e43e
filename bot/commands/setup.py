"""`nhacviec setup FILE.xlsx`: an office, from the form that `--template` writes."""

import argparse
from pathlib import Path

from bot.commands.filled_form import cell_problems, examples_left, office_of, placed
from bot.commands.office import ADD_BOT, TEMPLATE, configured_engine
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from jobs.clock import SystemClock, office_day
from jobs.office import create_office
from jobs.rules.office_form import HONORIFICS, ROLES, FormProblem, OfficeForm, led, problems_of, without_head
from storage.database import transaction
from storage.documents.office_form import FormRows, NotAForm, read_form, write_form
from storage.migrate import migrate
from storage.queries.agencies import agency_by_name, all_agencies


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="tệp XLSX đã điền theo mẫu")
    parser.add_argument("--template", type=Path, metavar="FILE", help="ghi mẫu trống ra tệp này")


def run(args: argparse.Namespace) -> int:
    if args.template:
        _write_template(args.template)
    else:
        _set_up(args.file)
    return 0


def _write_template(path: Path) -> None:
    try:
        with path.open("xb") as file:
            file.write(write_form(tuple(ROLES), HONORIFICS))
    except FileExistsError as error:
        raise CannotGoOn(
            f"Tệp {path} đã có nên em không ghi đè. Nếu đã điền xong, hãy chạy: {typed('setup', path)}\n"
            "Nếu cần một mẫu trống khác, hãy đặt tên tệp khác."
        ) from error
    except OSError as error:
        raise CannotGoOn(f"Không ghi được tệp {path}; hãy chọn thư mục khác.") from error
    print(f"Đã ghi mẫu ra {path}. Hãy điền ba trang bằng Excel rồi chạy: {typed('setup', path)}")


def _set_up(path: Path | None) -> None:
    if path is None:
        raise CannotGoOn(f"Chưa có tệp. Lấy mẫu bằng: {typed(TEMPLATE)}")
    form = led(checked(read_rows(path), "Chưa tạo gì.", whole=True))
    engine = configured_engine()
    migrate(engine)
    with transaction(engine) as session:
        if agency_by_name(session, form.name) is not None:
            raise CannotGoOn(f"Cơ quan “{form.name}” đã có, em không tạo lại và không thay đổi gì.")
        create_office(session, form, office_day(SystemClock().now(), "Asia/Ho_Chi_Minh"))
        which = ("--agency", form.name) if len(all_agencies(session)) > 1 else ()
    engine.dispose()
    print(f"Đã tạo “{form.name}”: {len(form.units)} đơn vị, {len(form.people)} người.")
    if headless := without_head(form):
        names = ", ".join(unit.short_name for unit in headless)
        print(f"Chưa có trưởng đơn vị: {names}; việc chưa giao ai ở đó, em gửi người theo dõi kế hoạch.")
    print("Cơ quan bắt đầu bằng chạy thử: mọi tin nhắc gửi người theo dõi kế hoạch đến khi người đó nhắn “cho chạy”.")
    print(f"Tiếp theo: {typed(ADD_BOT, *which)}")


def read_rows(path: Path) -> FormRows:
    """The cells of a filled form; raises CannotGoOn."""
    try:
        return read_form(path.read_bytes())
    except OSError as error:
        raise CannotGoOn(f"Không mở được tệp {path}; hãy kiểm tra lại đường dẫn.") from error
    except NotAForm as error:
        raise CannotGoOn(_not_a_form(error)) from error


def _not_a_form(error: NotAForm) -> str:
    if not error.sheet:
        return "Tệp không phải XLSX đọc được. Hãy mở bằng Excel, bỏ mật khẩu nếu có, lưu lại dạng .xlsx rồi chạy lại."
    template = typed("setup --template mau-moi.xlsx")
    if not error.column:
        return f"Tệp thiếu trang “{error.sheet}”. Hãy thêm lại trang theo mẫu; xem mẫu bằng: {template}"
    return f"Trang “{error.sheet}” thiếu cột “{error.column}”. Hãy thêm lại cột theo mẫu; xem mẫu bằng: {template}"


def checked(rows: FormRows, nothing: str, *, whole: bool) -> OfficeForm:
    """The office, or some of its people, that was filled in; raises CannotGoOn with everything to mend, after `nothing` was done."""
    form = office_of(rows)
    found = examples_left(rows) or [*cell_problems(rows), *placed(problems_of(form, whole=whole), rows)]
    if found:
        raise CannotGoOn("\n".join((f"{nothing} Cần sửa trong tệp:", *(f"- {explain(p)}" for p in found))))
    return form


def explain(problem: FormProblem) -> str:
    """A form's problem in words that say what to do."""
    value, place = problem.value, problem.place
    texts = {
        "example": f"{place}: còn chữ mẫu “{value}”; hãy thay bằng chữ của cơ quan.",
        "blank": f"{place}: còn trống; hãy điền tên hoặc xóa cả dòng.",
        "no_role": f"{place}: “{value}” chưa có vai trò và đơn vị; hãy điền một trong: {', '.join(ROLES)}.",
        "unknown_role": f"{place}: chưa có vai trò “{value}”; hãy điền một trong: {', '.join(ROLES)}.",
        "unknown_honorific": f"{place}: chưa có cách xưng hô “{value}”; hãy điền một trong: {', '.join(HONORIFICS)}.",
        "no_name": "Trang “Cơ quan”: chưa có tên cơ quan.",
        "no_units": "Trang “Đơn vị”: chưa có đơn vị nào.",
        "name_of_two_units": f"“{value}” là tên của hai đơn vị; hãy bỏ bớt một.",
        "unknown_unit": f"{place}: “{value}”: đơn vị chưa có trong trang “Đơn vị”.",
        "no_unit": f"Trang “Nhân sự”: “{value}” chưa có đơn vị; hãy điền cột “Đơn vị”.",
        "one_keeper": "Trang “Nhân sự”: cột “Theo dõi kế hoạch” cần đúng một người đánh dấu x; "
        + (f"đang có x ở: {place}." if place else "chưa ô nào có x."),
        "same_name_twice": f"Có hai người cùng tên “{value}”; hãy thêm chữ để phân biệt.",
    }
    return texts[problem.code]
