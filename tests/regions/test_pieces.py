"""The resolver on the development pieces, as a guard against steps back."""

from functools import cache

from tests.regions.pieces import Piece, read_pieces


@cache
def pieces() -> list[Piece]:
    return list(read_pieces())


def test_there_are_pieces():
    assert len(pieces()) > 100


def test_regions():
    right = sum(len(piece.found & piece.regions) for piece in pieces())
    found = sum(len(piece.found) for piece in pieces())
    labelled = sum(len(piece.regions) for piece in pieces())
    assert right / found >= 0.985
    assert right / labelled >= 0.985


def test_primary_regions():
    right = sum(piece.primary in piece.primaries for piece in pieces())
    assert right / len(pieces()) >= 0.96
