"""The auditor: recomputes from the facts who should have been reminded, and compares with what was sent.

It shares no query and no rule with the morning it judges: `storage/queries/audited.py` reads whole tables,
and the files here say in plain Python over those rows what design §3 says of steps, check-ins and digests.

Judged: every step of a date, the quiet after a return, results asked and followed up, a product that is missing,
news, something to decide, changes by others, a head's late work and missing results, the keeper every working
day, the head of office, the leaders' weekly message, and that nobody gets two.

Left out: what a message says, and answers and words sent at once (nobody plans those). Who has to do with anything
that changed since the morning was looked at is not judged that day: the rows no longer show what it saw. A change of
roles, units or the calendar after 07:30 is not dated in the rows and is judged as if it had stood.
"""
