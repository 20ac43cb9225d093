"""What the tests of the public pages share."""

import pytest
from django.core.cache import cache
from django.test import Client


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """Let no test see the counts that another one left."""
    cache.clear()


@pytest.fixture
def reader() -> Client:
    """Somebody without an account who reads English."""
    return Client(headers={"accept-language": "en"})
