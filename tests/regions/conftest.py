"""What the tests of regions share."""

from collections.abc import Callable, Sequence

import pytest

from regions.gazetteer import Gazetteer
from regions.resolver import Resolution, resolve

Read = Callable[..., Resolution]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="session")
def places(gazetteer: Gazetteer) -> Callable[..., list[str]]:
    """Return the paths that a text names, without those that only lead to a deeper one."""

    def places_of(*paragraphs: str, **known: object) -> list[str]:
        resolution = resolve(paragraphs, gazetteer=gazetteer, **known)
        found = (m.code for m in resolution.mentions if not m.above)
        return sorted({"/".join(gazetteer.path(code)) for code in found})

    return places_of


@pytest.fixture(scope="session")
def primary(gazetteer: Gazetteer) -> Callable[..., str | None]:
    """Return the path of the division that an article is about."""

    def primary_of(head: Sequence[str], *body: str, opinion: bool = False) -> str | None:
        paragraphs = [*head, *body]
        resolution = resolve(paragraphs, gazetteer=gazetteer, headline=len(head), opinion=opinion)
        return "/".join(gazetteer.path(resolution.primary)) if resolution.primary else None

    return primary_of
