"""Turn the text of newspaper pages into values. Nothing here imports Django."""
