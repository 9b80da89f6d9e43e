"""The auditor: recomputes from the facts who should have been reminded, and compares with what was sent.

It shares no query and no rule with the morning it judges: `storage/queries/audited.py` reads whole tables,
and the files here say in plain Python over those rows what design §3 says of steps, check-ins and digests.

Judged: every step of a date by the ladder in force on the part's day, the quiet after a return, results asked and
followed up, a product that is missing, news, a report or a wish for another date that waits for somebody, changes by
others, lateness that climbs (the owner forewarned, head, office, leaders) and what stops it, a report left lying, a
missed internal date, the year's end of a plan, missing results, the keeper every working day, the head of office, the
quiet of who is away and what his substitute gets for him, and that nobody gets two.

Whose part it is is worked out anew, whoever the rows name. Taken from the rows as they stand: the decider of a report
while he stands above it in his own place, who is asked for another date, and a plan's state and last date, which the
tick of the year's end had set.

Left out: what a message says, and answers and words sent at once (nobody plans those). Who has to do with anything
that changed since the morning was looked at is not judged that day: the rows no longer show what it saw; nobody is
where an absence was taken back. A change of roles, units, the ladder or the calendar after 07:30 is not dated in the
rows and is judged as if it had stood.
"""
