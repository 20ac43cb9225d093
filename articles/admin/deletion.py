"""What may be deleted, and why not: what readers once saw keeps its address for good."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.admin.desk import DeskAdmin
from articles.models import Article, Issue, Page, Proposal


def why_not_deleted(record: Model) -> str:
    """Return why a record stays, in words for the editor; nothing where it may be deleted."""
    match record:
        case Article(published_at=None):
            return ""
        case Article():
            return _(
                "“%(record)s” is or was public: its address stays. Withdraw it to take it from "
                "the readers."
            ) % {"record": record}
        case Page() if record.articles.exclude(published_at=None).exists():
            return _(
                "“%(record)s” has articles that are or were public: their addresses stay. "
                "Withdraw them to take them from the readers."
            ) % {"record": record}
        case Issue() if record.pages.exists():
            return _("“%(record)s” has pages; delete them first.") % {"record": record}
    return ""


class Deletion(DeskAdmin):
    """The part of a record's admin that asks before a deletion, or says why there is none."""

    delete_confirmation_template = "admin/articles/delete_confirmation.html"
    delete_selected_confirmation_template = "admin/articles/delete_selected_confirmation.html"

    def get_deleted_objects(
        self, objs: Iterable[Any], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
        """Return what goes, how much of each kind, what the user may not delete, and why not."""
        records = list(objs)
        reasons = [reason for record in records if (reason := why_not_deleted(record))]
        if reasons:
            return [], {}, set(), reasons
        gone, counts, lacking, protected = self.collect_deleted(records, request)
        # Nobody deletes proposals by hand, but they go with their articles.
        lacking -= {Proposal._meta.verbose_name}
        return gone, counts, lacking, protected

    def collect_deleted(self, records: list[Any], request: HttpRequest) -> Any:
        """Return what Django finds to be deleted with the records."""
        return super().get_deleted_objects(records, request)


class DeletionOfPages(Deletion):
    """A page goes together with its articles, which nobody has seen."""

    def collect_deleted(self, records: list[Any], request: HttpRequest) -> Any:
        """Return the pages and all that goes with their articles."""
        articles = list(Article.objects.filter(page__in=records))
        gone, counts, lacking, protected = super().collect_deleted(articles, request)
        pages = {str(Page._meta.verbose_name_plural): len(records)}
        return [*map(str, records), gone], pages | counts, lacking, protected

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """Delete a page and its articles; each of them is noted."""
        for article in Article.objects.filter(page=obj.pk):
            super().delete_model(request, article)
        super().delete_model(request, obj)
