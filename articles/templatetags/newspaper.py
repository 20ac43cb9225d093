"""What the templates of the public pages need beyond Django's own tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import template
from django.core.paginator import Page, Paginator
from django.template.defaultfilters import stringfilter
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from articles.marking import Mark, linked
from articles.models import Article, Kind
from articles.overview import any_tags

register = template.Library()

BULLET = re.compile(r"\s*[-–—·•●○■□◆◇▲△★☆]+\s*")
LEADERS = re.compile(r"(?:[.…·．・⋯‥_]\s?){5,}")
"""The dots between an entry and its page; a pause in prose has at most two signs of three dots."""

OPENING_LENGTH = 90
SHADES = 4


@register.filter
@stringfilter
def lines(text: str) -> list[str]:
    """Return the lines of a text that are not blank."""
    return [line for line in text.split("\n") if line.strip()]


@register.filter
def opening(article: Article) -> str:
    """Return how the text of an article begins; empty where its headline says that already."""
    if not article.title:
        return ""
    texts = [text for kind, text in article.paragraphs if kind == "body"]
    text = LEADERS.sub("… ", BULLET.sub("", texts[0] if texts else article.captions))
    return Truncator(text.strip()).chars(OPENING_LENGTH, truncate="…")


@register.filter
def is_list(article: Article) -> bool:
    """Say whether the text is rather a list than prose: contents, or items with leaders."""
    texts = [text for _kind, text in article.paragraphs]
    items = sum(1 for text in texts if BULLET.match(text) or LEADERS.search(text))
    return article.kind == Kind.CONTENTS or (items > 1 and items * 2 > len(texts))


@register.filter
def contributors(article: Article) -> list[str]:
    """Return who is credited, each name once whatever the roles."""
    return list(dict.fromkeys(credit.name for credit in article.credits.all()))


@register.filter
def shade(count: int, counted: Iterable[Any]) -> int:
    """Return 0 for none, else 1 to 4: how near the count comes to the largest `article_count`."""
    return -(-count * SHADES // max(each.article_count for each in counted)) if count else 0


@register.simple_tag
def linked_text(
    text: str, marks: Mapping[str, tuple[Mark, ...]], beginning: str = ""
) -> SafeString:
    """Return a line of an article with its people and regions as links.

    The dateline that it may begin with is set off.
    """
    found = marks.get(text, ())
    if not beginning or not text.startswith(beginning):
        return _with_short_leaders(linked(text, found))
    size = len(beginning)
    after = [Mark(m.start - size, m.end - size, m.target) for m in found if m.start >= size]
    return format_html(
        '<span class="dateline">{}</span>{}',
        linked(beginning, [mark for mark in found if mark.end <= size]),
        linked(text[size:], after),
    )


def _with_short_leaders(markup: SafeString) -> SafeString:
    """Let the style sheet cut off leaders; no attribute of the markup holds any."""
    return mark_safe(LEADERS.sub(r'<span class="leaders">\g<0></span>', markup))  # noqa: S308


@register.simple_tag
def any_public_tags() -> bool:
    """Say whether there is anything to see among the tags."""
    return any_tags()


@register.simple_tag
def page_links(page: Page[Any]) -> Iterator[int | str]:
    """Return the numbers of the pages to link to, with the paginator's ellipsis for gaps."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)


@register.simple_tag
def ellipsis() -> str:
    """Return what stands for a gap among the page links."""
    return str(Paginator.ELLIPSIS)


@register.inclusion_tag("includes/nav_link.html", takes_context=True)
def nav_link(context: dict[str, Any], view_name: str, label: str) -> dict[str, Any]:
    """Link to a part of the site; says whether the reader is on that page or below it."""
    url = reverse(view_name)
    here = context["request"].path if "request" in context else ""
    current = "page" if here == url else "true" if here.startswith(url) else ""
    return {"url": url, "label": label, "current": current}
