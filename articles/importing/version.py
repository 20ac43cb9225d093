"""The version of the importer; a page read by another one is read again at the next import."""

IMPORTER_VERSION = "0.9.0"
