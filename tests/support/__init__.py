"""What the tests stand on: the database server, the browser and the translation catalogue."""
