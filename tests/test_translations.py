"""The Chinese interface is complete, says what the English says, and is what Django loads."""

import re

import pytest
from django.utils.translation import gettext, override

from tests.support.messages import (
    CATALOG,
    collect,
    compiled,
    is_translated,
    messages_in,
    read_catalog,
)

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")


def keys(catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in catalog if message.id}


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def test_the_catalogue_has_the_messages_of_the_code_and_no_others():
    wanted, kept = keys(collect()), keys(read_catalog())
    assert (wanted - kept, kept - wanted) == (set(), set()), "run `make messages`"


def test_every_message_is_translated():
    assert not [
        message.id
        for message in read_catalog()
        if message.id and (message.fuzzy or not is_translated(message))
    ]


def test_translations_have_the_placeholders_of_their_message():
    """A singular may leave out the number, so a plural message is held to its plural."""
    wrong = [
        message.id
        for message in read_catalog()
        if message.id
        and any(
            sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(forms(message.id)[-1]))
            for text in forms(message.string)
        )
    ]
    assert not wrong


def test_django_loads_what_is_written_here():
    assert CATALOG.with_suffix(".mo").read_bytes() == compiled(read_catalog()), (
        "run `make messages`"
    )


def test_chinese_is_what_a_visitor_gets():
    message = next(
        message
        for message in read_catalog()
        if message.id and isinstance(message.id, str) and not message.context
    )
    with override("zh-hans"):
        assert gettext(message.id) == message.string


@pytest.mark.parametrize(
    ("place", "source", "found"),
    [
        ("a.py", "from x import gettext as _\nlabel = _('Issue')", [("Issue", None)]),
        ("a.py", "ngettext('%d page', '%d pages', n)", [(("%d page", "%d pages"), None)]),
        ("a.py", "pgettext_lazy('month', 'May')", [("May", "month")]),
        ("a.html", "<p>\n   {% translate 'Next' %}\n  </p>", [("Next", None)]),
        ("a.html", "{% translate 'May' context 'month' %}", [("May", "month")]),
        (
            "a.html",
            "{% if x %}\n    {% blocktranslate count n=n %}{{ n }} page{% plural %}{{ n }} pages"
            "{% endblocktranslate %}\n  {% endif %}",
            [(("%(n)s page", "%(n)s pages"), None)],
        ),
    ],
)
def test_messages_are_found(place, source, found):
    assert list(messages_in(source, place)) == found
