"""Language knowledge as plain data: words and endings, no rules."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a list written with blanks between them."""
    return tuple(text.split())
