"""Which faults a page has, and how often each occurs."""

from tests.composer.blocks import Page, Sheet
from tests.composer.damage import drop_blank_lines, duplicate, latin_word, lose_beginning
from tests.composer.moves import (
    Fault,
    headline_inside,
    interleave,
    into_text,
    stray_paragraph,
    swap_columns,
    to_the_end,
)

far_abstract = into_text("abs", "far abstract")
middle_abstract = into_text("abs", "abstract in the middle", own=True)
story_inside = into_text("photo", "photo story inside", cut=True)
caption_inside = into_text("pic", "caption inside", own=True, cut=True)
contents_inside = into_text("contents", "contents inside")
torn_off_tail = to_the_end("tail", "torn-off tail")

HEAVY: dict[Fault, float] = {
    interleave: 3,
    swap_columns: 3,
    duplicate: 4,
    story_inside: 2,
    caption_inside: 3,
    far_abstract: 4,
    headline_inside: 6,
    stray_paragraph: 3,
    lose_beginning: 3,
    torn_off_tail: 2,
    latin_word: 2,
    contents_inside: 2,
    drop_blank_lines: 1,
}
"""How often they occur on mixed pages, relative to each other."""
MILD: dict[Fault, float] = {
    middle_abstract: 0.35,
    story_inside: 0.2,
    caption_inside: 0.2,
    drop_blank_lines: 0.4,
    swap_columns: 0.12,
    duplicate: 0.15,
    torn_off_tail: 0.1,
    latin_word: 0.1,
    lose_beginning: 0.08,
}
"""The share of the pages in paragraphs that have them."""


def spoil_mildly(page: Page, sheet: Sheet) -> None:
    """Give a page in paragraphs the faults that such pages have."""
    for fault, chance in MILD.items():
        if sheet.happens(chance):
            what = fault(page, sheet.rng)
            if what:
                sheet.quirks.append(what)


def spoil(page: Page, sheet: Sheet) -> None:
    """Give a mixed page three to six faults, the same one again less often."""
    wanted, left = sheet.rng.randint(3, 6), dict(HEAVY)
    while left and wanted:
        fault = sheet.rng.choices(list(left), list(left.values()))[0]
        what = fault(page, sheet.rng)
        if what:
            sheet.quirks.append(what)
            wanted -= 1
            left[fault] -= 1.5
        if not what or left[fault] <= 0:
            del left[fault]
