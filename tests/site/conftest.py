"""What the tests of the public pages share."""

import pytest
from django.test import Client


@pytest.fixture
def reader() -> Client:
    """Somebody without an account who reads English."""
    return Client(headers={"accept-language": "en"})
