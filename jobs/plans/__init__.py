"""A plan from its file to work that is followed: draft, review, confirmation, corrected versions."""
