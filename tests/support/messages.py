"""Collect and compile the translations: `python -m tests.support.messages`.

Does what `makemessages` and `compilemessages` do, without GNU gettext. New messages are added
untranslated, those that nothing uses any more are dropped, and nothing is guessed.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOG = ROOT / "newsroom" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
FOLDERS = ("articles", "newsroom", "regions", "templates")
ONE, PLURAL = None, (1, 2)
IN_CONTEXT, PLURAL_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": ONE,
    "gettext": ONE,
    "gettext_lazy": ONE,
    "gettext_noop": ONE,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "npgettext": PLURAL_IN_CONTEXT,
    "npgettext_lazy": PLURAL_IN_CONTEXT,
    "pgettext": IN_CONTEXT,
    "pgettext_lazy": IN_CONTEXT,
}


def collect() -> Catalog:
    """Return the messages of the code and the templates, without translations."""
    catalog = Catalog()
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix == ".py" or (path.is_file() and "templates" in path.parts):
                place = path.relative_to(ROOT).as_posix()
                for message, context in messages_in(path.read_text(encoding="utf-8"), place):
                    catalog.add(message, locations=[(place, 0)], context=context)
    return catalog


def messages_in(source: str, place: str) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Yield each message of a Python module or a template (singular and plural) and its context."""
    if not place.endswith(".py"):
        lines = templatize(source, origin=place).splitlines()
        # What remains of the markup keeps its indentation, which no tokenizer takes for Python.
        source = "\n".join(line.lstrip() for line in lines)
    for _, message, _, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
        yield message, context


def read_catalog() -> Catalog:
    """Return the translations as they are kept."""
    with CATALOG.open("rb") as file:
        return read_po(file, locale="zh_Hans")


def compiled(catalog: Catalog) -> bytes:
    """Return what Django loads."""
    output = io.BytesIO()
    write_mo(output, catalog)
    return output.getvalue()


def update() -> list[str]:
    """Bring the kept translations up to the code; return what is still to be translated."""
    catalog, template = read_catalog(), collect()
    template.creation_date = catalog.creation_date  # else every run would change the file
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    with CATALOG.open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, include_lineno=False)
    CATALOG.with_suffix(".mo").write_bytes(compiled(catalog))
    return [str(message.id) for message in catalog if message.id and not is_translated(message)]


def is_translated(message: object) -> bool:
    """Say whether every form of the message has a text."""
    text = message.string
    return bool(text) and all(text if isinstance(text, tuple) else (text,))


if __name__ == "__main__":
    untranslated = update()
    for message in untranslated:
        print(f"Not translated: {message}")
    sys.exit(bool(untranslated))
