"""Administrative divisions: their tree, their names, and their recognition in texts."""
