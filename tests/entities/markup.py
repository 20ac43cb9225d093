"""Read annotated sentences: the text as printed, and the people and regions marked in it.

[post|name]        a person with the post printed before the name
[name]             a person without a post
[=post|name]       a person whose post stands elsewhere in the sentence
[post|~name]       a pseudonym
<form|path>        a division and its official path
<?form|path>       the same where several divisions bear the form
<?form|>           a form that nothing in the line decides
⏎                  the end of a paragraph
"""

import re
from typing import Any

MARK = re.compile(
    r"\[(?:(?P<elsewhere>=)?(?P<post>[^|\[\]]*)\|)?(?P<pseudonym>~)?(?P<name>[^|\[\]]+)\]"
    r"|<(?P<several>\?)?(?P<form>[^|<>]+)\|(?P<path>[^<>]*)>"
)


def read(marked: str) -> dict[str, Any]:
    """Return text, people, regions and forms that several divisions bear."""
    people: dict[str, dict[str, Any]] = {}
    regions: dict[str, None] = {}
    shared: dict[str, None] = {}

    def print_mark(match: re.Match[str]) -> str:
        if match["form"]:
            for path in filter(None, match["path"].split(";")):
                regions[path] = None
            if match["several"]:
                shared[match["form"]] = None
            return match["form"]
        name, post = match["name"], match["post"] or ""
        person = people.setdefault(
            name.replace(" ", "").replace("\u3000", ""),
            {"description": "", "pseudonym": False},
        )
        person["description"] = person["description"] or post
        person["pseudonym"] = person["pseudonym"] or bool(match["pseudonym"])
        return name if match["elsewhere"] else post + name

    text = MARK.sub(print_mark, marked).replace("⏎", "\n")
    if re.search(r"[\[\]<>{}|~]", text):
        raise ValueError(f"A mark is left in {text!r}.")
    line: dict[str, Any] = {
        "text": text,
        "people": [{"name": name, **about} for name, about in people.items()],
        "regions": list(regions),
    }
    if shared:
        line["ambiguous"] = list(shared)
    return line
