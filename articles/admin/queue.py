"""How many articles wait, and which one an editor looks at next."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise

from articles.admin.desk import LimitedPaginator, list_url
from articles.models import Article, ArticleQuerySet, Status


@dataclass(frozen=True, slots=True)
class Queue:
    """The articles of one state: how many they are, up to a limit, and where they are listed."""

    status: str
    label: str | Promise
    count: str
    url: str


def queues() -> list[Queue]:
    """Return the queues in the order in which articles go through them."""
    return [
        Queue(
            status.value,
            status.label,
            LimitedPaginator(Article.objects.filter(status=status), 1).count_in_words,
            list_url(Article, f"status__exact={status.value}"),
        )
        for status in Status
    ]


def next_to_review(after: Article | None = None) -> Article | None:
    """Return the next article that waits: those in review first, then the imported ones.

    They come in the order of the list; `after` is the one just seen, and after the last one it
    begins anew.  None where no other article waits.
    """
    return _next(Status.IN_REVIEW, after) or _next(Status.IMPORTED, after)


def _next(status: Status, after: Article | None) -> Article | None:
    waiting = Article.objects.filter(status=status).newest_first()
    if after is None:
        return waiting.first()
    return behind(waiting, after).first() or waiting.exclude(pk=after.pk).first()


def behind(articles: ArticleQuerySet, article: Article) -> ArticleQuerySet:
    """Keep the articles that stand behind one in the order of the list."""
    place = Q(page=article.page_id, position__gt=article.position)
    place |= Q(page_id__gt=article.page_id)
    place = Q(issue=article.issue_id) & place | Q(issue_id__gt=article.issue_id)
    place = Q(sort_date=article.sort_date) & place | Q(sort_date__lt=article.sort_date)
    return articles.filter(place)
