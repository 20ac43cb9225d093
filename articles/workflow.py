"""Every editorial act on an article.

The only writer of status: each act checks that the step is allowed, changes the record and writes
the history, all in one transaction.  Permissions are checked here too, so that no button, bulk
action or command can forget them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Event, Status

Act = Event.Act

STEPS: Mapping[Event.Act, tuple[Status, str]] = {
    Act.REVIEW: (Status.IN_REVIEW, "articles.review_article"),
    Act.SEND_BACK: (Status.IMPORTED, "articles.review_article"),
    Act.PUBLISH: (Status.PUBLISHED, "articles.publish_article"),
    Act.WITHDRAW: (Status.WITHDRAWN, "articles.withdraw_article"),
}
"""Where each act leads and the permission that it needs."""


class StepNotAllowed(Exception):  # noqa: N818  (the words of the newsroom)
    """An article can't go from its state to the wanted one; the message says so to the editor."""


def review(article: Article, *, acting_user: User, note: str = "") -> None:
    """Take an article into review."""
    _move(article, Act.REVIEW, acting_user=acting_user, note=note)


def send_back(article: Article, *, acting_user: User, note: str = "") -> None:
    """Put an article that is in review back among the imported ones."""
    _move(article, Act.SEND_BACK, acting_user=acting_user, note=note)


def publish(article: Article, *, acting_user: User, note: str = "") -> None:
    """Make an article public; its first publication time stays."""
    _move(article, Act.PUBLISH, acting_user=acting_user, note=note)


def withdraw(article: Article, *, acting_user: User, note: str = "") -> None:
    """Take a public article away from readers; its address then says that it was withdrawn."""
    _move(article, Act.WITHDRAW, acting_user=acting_user, note=note)


ACTS = {
    Act.REVIEW: review,
    Act.SEND_BACK: send_back,
    Act.PUBLISH: publish,
    Act.WITHDRAW: withdraw,
}


def acts_open_to(user: User, article: Article) -> list[Event.Act]:
    """Return the acts that the user may do on the article now."""
    return [
        act
        for act, (status, permission) in STEPS.items()
        if status in Status(article.status).next_steps and user.has_perm(permission)
    ]


@transaction.atomic
def _move(article: Article, act: Event.Act, *, acting_user: User, note: str) -> None:
    status, permission = STEPS[act]
    if not acting_user.has_perm(permission):
        raise PermissionDenied(_("You don't have the permission for this step."))
    stored = Article.objects.select_for_update().only("status", "published_at").get(pk=article.pk)
    old = Status(stored.status)
    if status not in old.next_steps:
        raise StepNotAllowed(
            _("An article that is %(old)s can't become %(new)s.")
            % {"old": old.label, "new": status.label}
        )
    article.status = status
    article.published_at = stored.published_at
    if status is Status.PUBLISHED and stored.published_at is None:
        article.published_at = timezone.now()
    article.save(update_fields=["status", "published_at", "updated_at"])
    record(
        article,
        act,
        acting_user=acting_user,
        changes={"status": [old.value, status.value]},
        note=note,
    )


@transaction.atomic
def publish_unflagged(articles: Iterable[Article]) -> list[Article]:
    """Publish those of newly imported articles that the importer vouches for; return them.

    Done by the importer on request of whoever runs it, without an acting user.
    """
    now = timezone.now()
    public = [a for a in articles if not a.flags and a.status == Status.IMPORTED]
    for article in public:
        article.status = Status.PUBLISHED
        article.published_at = article.published_at or now
    Article.objects.bulk_update(public, ["status", "published_at"])
    Event.objects.bulk_create(
        Event(
            act=Act.PUBLISH,
            record=article,
            changes={"status": [Status.IMPORTED.value, Status.PUBLISHED.value]},
        )
        for article in public
    )
    return public


def record(
    target: Model,
    act: Event.Act,
    *,
    acting_user: User | None,
    changes: dict[str, Any],
    note: str = "",
) -> Event:
    """Write one act into the history; `changes` holds old and new value by field."""
    return Event.objects.create(
        act=act, actor=acting_user, record=target, changes=changes, note=note
    )
