"""Scores readings of plan files and deadline phrases against right readings: `python -m tests.accuracy [FOLDER]`."""

from tests.accuracy.score import Score, score

__all__ = ["Score", "score"]
