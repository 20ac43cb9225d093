"""Write down how the sample pages are read today: `python -m tests.record_corpus`."""

import json
import os

import django


def main() -> None:
    """Write today's differences from the expected readings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from tests import corpus

    found = {path.stem: corpus.differences(path) for path in corpus.pages()}
    text = json.dumps(found, ensure_ascii=False, indent=1)
    corpus.DIFFERENCES.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
