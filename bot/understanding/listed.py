"""Word tables are written as one string: twenty quotes a line would hide the words."""


def listed(words: str) -> list[str]:
    """The words of a table row, split at white space."""
    return words.split()
