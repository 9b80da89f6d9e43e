"""What the machine can do at best over the product's own tables: statements written by hand, with the same branches."""

from datetime import date, datetime

from tests.benchmarks.scale import NOW, TODAY

#: Dates spoken of on TODAY, and the last day on which each was: worked out by hand, as a rule would have it.
STEPS = ("2026-11-30", "2026-11-23", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-16", "2026-11-13")
_DUE = " UNION ALL ".join(f"SELECT '{day}' AS day, '{TODAY}' AS step" for day in STEPS)
_OPEN = "d.role = 'lead' AND d.state IN ('open','in_progress') AND d.returned_on IS NULL"


def enqueue(engine: str) -> str:
    """Everybody with a plain open duty whose step was not served, a chat that is on, and no part in the last group."""
    due = f"SELECT CAST(day AS date) AS day, CAST(step AS date) AS step FROM ({_DUE}) x" if engine != "sqlite" else _DUE
    reaches = " UNION ".join(
        f"""SELECT d.recipient_id FROM spoken JOIN duty d ON d.{dated} = spoken.day
            JOIN period p ON p.agency_id = d.agency_id AND p.id = d.period_id
            JOIN task t ON t.agency_id = p.agency_id AND t.id = p.task_id
            LEFT JOIN plan ON plan.agency_id = t.agency_id AND plan.id = t.plan_id
            WHERE {_OPEN} AND {also} AND (p.start_on IS NULL OR p.start_on <= '{TODAY}')
              AND (plan.id IS NULL OR plan.state = 'active')
              AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.agency_id = d.agency_id AND n.staff_id = d.recipient_id
                AND n.day >= spoken.step AND n.day < '{TODAY}' AND n.kind IN ('digest','weekly')
                AND n.state IN ('sent','unknown'))"""
        for dated, also in (("due_on", "1=1"), ("target_on", f"(d.due_on IS NULL OR d.due_on >= '{TODAY}')"))
    )
    return f"""WITH spoken AS ({due}), reached AS ({reaches})
        INSERT INTO notice (agency_id, key, kind, priority, staff_id, chat_id, day, state, about, buttons, created_at,
                            expires_at, fence, tries, parts_sent)
        SELECT s.agency_id, 'digest/' || s.id || '/{TODAY}', 'digest', 5, s.id, c.id, '{TODAY}', 'waiting', '[]', '[]',
               '{_utc(NOW, engine)}', '{_utc(end_of(TODAY), engine)}', 0, 0, 0
        FROM staff s JOIN chat c ON c.agency_id = s.agency_id AND c.staff_id = s.id AND c.kind = 'private'
             AND c.off_at IS NULL
        JOIN connection b ON b.agency_id = c.agency_id AND b.id = c.connection_id AND b.stopped_reason IS NULL
        WHERE s.id IN (SELECT recipient_id FROM reached) AND (s.left_on IS NULL OR s.left_on > '{TODAY}')
          AND NOT s.keeps_agency
          AND NOT EXISTS (SELECT 1 FROM plan k WHERE k.agency_id = s.agency_id AND k.keeper_id = s.id)
          AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.agency_id = s.agency_id AND m.staff_id = s.id
                          AND m.role = 'office_head')
          AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.agency_id = s.agency_id AND s.id IN (a.staff_id, a.substitute_id)
                          AND a.from_on <= '{TODAY}' AND a.to_on >= '{TODAY}')
        ON CONFLICT (agency_id, key) DO NOTHING"""


def end_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 13, tzinfo=NOW.tzinfo)


def _utc(at: datetime, engine: str) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S.%f}" + ("" if engine == "sqlite" else "+00")
