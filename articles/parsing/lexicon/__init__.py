"""Language knowledge as plain data: words and endings, no code."""
