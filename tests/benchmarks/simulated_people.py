"""What the people of the simulated office write in a day: how often, of what, in the forms the answers offer.

How often was counted by hand for an office of 40 with two plans: in an ordinary week 14 owners write 0.35 times a day,
all heads together 12 times a week, the head of office 10, the keeper 20, others and leaders 17, and 4 items of news come
in; in a week of check-in 24, 25 and 45, and everybody who is asked answers in one to four pieces. A finished task takes
2.3 messages.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jobs.messages.digest_year_end import year_end_example
from jobs.rules.digest import missing_result
from jobs.rules.items import Item
from jobs.rules.reporting_period import ReportingPeriod, is_asked, period_on
from jobs.rules.working_days import WorkingCalendar
from jobs.rules.year_end import asked, awaits_head, unsettled
from storage.kinds import ProductKind, Role
from storage.queries.people import Person

# Messages a working day, of all in such a place together, in an ordinary week and in one with days of check-in.
ORDINARY = {"keeper": 4.0, "office_head": 2.0, "heads": 2.4, "owners": 14 * 0.35, "others": 3.4}
CHECK_IN = ORDINARY | {"keeper": 9.0, "office_head": 5.0, "heads": 4.8}
NEWS_A_DAY = 0.8
ANSWERS_CHECK_IN, SORTS_LINES, A_PIECE = 0.5, 0.4, 4  # of those asked, each day; lines answered in one message
BESIDE_DONE = 0.8  # with half of the numbers sent after the word: 1.3 beside the first message

Line = tuple[str, str]  # what it is, and the words

ABOUT_ONESELF = (("own list", "việc của tôi"), ("card", "việc {n}"), ("help", "trợ giúp"), ("thanks", "cảm ơn em"))
ABOUT_OTHERS = (
    ("question", "tình hình"),
    ("question", "phòng nào còn việc quá hạn?"),
    ("question", "ai chưa nộp tin tháng này?"),
    ("question", "còn thiếu kết quả của ai"),
    ("question", "ai đã được nhắc việc {n}?"),
    ("card", "việc {n}"),
    ("help", "trợ giúp"),
)
OF_WORK = ("{n} đang thực hiện", "{n} vướng chờ Sở hướng dẫn", "{n} được {percent}%", "{n} đang lấy ý kiến các phòng")
OF_A_PERIOD = ("{n} như kỳ trước", "{n} đang thực hiện, đã họp {k} lần", "{n} không phát sinh", "{n} đăng {k} tin")


@dataclass(frozen=True)
class Desk:
    """What lies on everybody's desk this morning. `wishes`: numbers by who has to decide on another date."""

    today: date
    calendar: WorkingCalendar
    period: ReportingPeriod
    items: Sequence[Item]
    wishes: dict[int, list[int]]
    data_day: int

    @property
    def checking_in(self) -> bool:
        return is_asked(self.period, self.today)

    @property
    def week_of_check_in(self) -> bool:
        """True from Monday to Friday where results are asked for on one of these days."""
        monday = self.today - timedelta(days=self.today.weekday())
        days = [monday + timedelta(days=n) for n in range(5)]
        return any(is_asked(period_on(day, self.data_day, self.calendar), day) for day in days)


class People:
    """`talk`: how many times as much they write as counted."""

    def __init__(self, everybody: Sequence[Person], owners: set[int], talk: float, seed: int = 2025) -> None:
        self.everybody, self.owners, self.talk, self.random = everybody, owners, talk, random.Random(seed)
        self.places = Counter(map(self._place, everybody))

    def write(self, desk: Desk) -> Iterator[list[tuple[Person, Line]]]:
        """The day's messages in rounds: in each one everybody writes at most once, in the order of his messages."""
        lines = {person.id: self._of(person, desk) for person in self.everybody}
        for person in self.random.choices([p for p in self.everybody if p.heads], k=self._times(NEWS_A_DAY)):
            lines[person.id].append(("news", f"đã gửi tin: Hoạt động ngày {desk.today:%d/%m} số {self._number()}"))
        for n in range(max(map(len, lines.values()))):
            yield [(person, lines[person.id][n]) for person in self.everybody if n < len(lines[person.id])]

    def _of(self, person: Person, desk: Desk) -> list[Line]:
        own = [item for item in desk.items if item.recipient_id == person.id and item.open]
        lines = [*self._results(own, desk), *self._year_end(person, own, desk)]
        rates = CHECK_IN if desk.week_of_check_in else ORDINARY
        place = self._place(person)
        for _ in range(self._times(rates[place] / self.places[place])):
            said = self._one(person, own, desk)
            lines += said
            own = [item for item in own if not any(str(item.number) in words.split() for _, words in said)]
        return lines

    def _place(self, person: Person) -> str:
        if person.is_keeper():
            return "keeper"
        if Role.OFFICE_HEAD in person.roles:
            return "office_head"
        return "heads" if person.heads else "owners" if person.id in self.owners else "others"

    def _one(self, person: Person, own: list[Item], desk: Desk) -> list[Line]:
        """One message, with what a finished task takes beside it."""
        waiting = [item.number for item in desk.items if item.waits and item.decider_id == person.id]
        if (waiting or desk.wishes.get(person.id)) and self._happens(0.7):
            return [self._decision(waiting, desk.wishes.get(person.id, []))]
        near = [item for item in own if self._is_near(item, desk)]
        if near and self._happens(0.8):
            return self._of_near(self.random.choice(near), desk)
        if own and self._happens(0.5):
            return [("progress", self._filled(self.random.choice(OF_WORK), self.random.choice(own).number))]
        numbers = [item.number for item in own or desk.items]
        many = ABOUT_OTHERS if person.heads or person.roles & {Role.OFFICE_HEAD, Role.LEADER} else ABOUT_ONESELF
        kind, words = self.random.choice(ABOUT_OTHERS if person.is_keeper() else many)
        return [(kind, self._filled(words, self.random.choice(numbers) if numbers else 1))]

    def _decision(self, waiting: list[int], wishes: list[int]) -> Line:
        if waiting and self._happens(0.1):
            return "decision", f"trả {self.random.choice(waiting)} thiếu số liệu"
        if waiting:
            return "decision", "duyệt hết"
        return "decision", f"đồng ý {wishes[0]}" if self._happens(0.8) else f"không đồng ý {wishes[0]} vì cần sớm"

    def _of_near(self, item: Item, desk: Desk) -> list[Line]:
        if self._happens(0.25):
            later = desk.calendar.add(max(desk.today, item.target_on or item.due_on or desk.today), 8)
            return [("extension", f"xin lùi {item.number} đến {later:%d/%m} vì chờ góp ý")]
        if item.product_kind is ProductKind.STATE:
            return [("progress", f"{item.number} đang thực hiện, đã kiểm tra {self.random.randint(1, 5)} lần")]
        proof = f"BC {self._number()}/BC-UBND"
        if item.product_kind is not ProductKind.DOCUMENT:
            return [("done", f"xong {item.number}"), *self._beside(item)]
        if self._happens(0.5):
            return [("done", f"xong {item.number} {proof}"), *self._beside(item)]
        return [("done", f"xong {item.number}"), ("done", f"{item.number} {proof}"), *self._beside(item)]

    def _beside(self, item: Item) -> list[Line]:
        """Looked at again, until a finished task has taken its messages."""
        more = (("card", f"việc {item.number}"), ("own list", "việc của tôi"))
        return [self.random.choice(more)] if self._happens(BESIDE_DONE) else []

    def _results(self, own: list[Item], desk: Desk) -> Iterator[Line]:
        """Who is asked for the period's results answers in pieces, most on the first days."""
        missing = [item.number for item in own if missing_result(item, desk.period)]
        if not (desk.checking_in and missing and self._happens(ANSWERS_CHECK_IN)):
            return
        for start in range(0, len(missing), A_PIECE):
            said = [self._filled(self.random.choice(OF_A_PERIOD), n) for n in missing[start : start + A_PIECE]]
            yield "check-in", "; ".join(said)
            if start:  # the rest in one word
                return

    def _year_end(self, person: Person, own: list[Item], desk: Desk) -> Iterator[Line]:
        """Lines are sorted as the morning's example says; heads close them once they are asked to."""
        by_plan: dict[int | None, list[Item]] = defaultdict(list)
        for item in asked(own, desk.today, None, desk.calendar):
            by_plan[item.plan_id].append(item)
        for lines in by_plan.values():
            if self._happens(SORTS_LINES):
                yield "year end", year_end_example(lines, desk.today, desk.data_day, desk.calendar)
        of_units = [item for item in desk.items if item.unit_id in person.heads and item.closing]
        all_said = any(map(awaits_head, of_units)) and not any(unsettled(i, desk.today) for i in of_units)
        if all_said and self._happens(SORTS_LINES):
            yield from (("year end", "chốt năm"), ("year end", "chốt năm xác nhận"))

    def _is_near(self, item: Item, desk: Desk) -> bool:
        promised = item.sorting.expected_on if item.sorting else None
        wanted = promised or item.target_on or item.due_on
        return wanted is not None and not item.later_period and wanted <= desk.calendar.add(desk.today, 3)

    def _times(self, rate: float) -> int:
        rate *= self.talk
        return int(rate) + self._happens(rate % 1)

    def _happens(self, chance: float) -> bool:
        return self.random.random() < chance

    def _number(self) -> int:
        return self.random.randint(10, 400)

    def _filled(self, words: str, n: int) -> str:
        return words.format(n=n, k=self.random.randint(2, 12), percent=self.random.randint(2, 9) * 10)
