"""Newspapers, their issues and pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.validators import FileExtensionValidator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.articles import status_tag
from articles.admin.deletion import Deletion, DeletionOfPages
from articles.admin.desk import NONE, DeskAdmin, ReadOnlyInline, link_to, list_url
from articles.admin.history import history_of
from articles.admin.source import Mark, source_lines
from articles.models import Article, Issue, Page, Publication

SCANS = ["pdf", "png", "jpg", "jpeg", "webp", "tif", "tiff"]
"""File types that may be attached to a page: none that a browser would run."""


@admin.register(Publication)
class PublicationAdmin(DeskAdmin):
    """Newspapers; `place` helps to read short place names."""

    list_display = ["name", "slug", "place", "issues"]
    list_select_related = ["place"]
    search_fields = ["name"]
    ordering = ["name"]
    autocomplete_fields = ["place"]
    prepopulated_fields = {"slug": ["name"]}

    @admin.display(description=_("issues"))
    def issues(self, publication: Publication) -> SafeString:
        """A link to the issues."""
        url = list_url(Issue, f"publication__id__exact={publication.pk}")
        return format_html('<a href="{}">{}</a>', url, _("issues"))


class PageInline(ReadOnlyInline):
    """The pages of an issue, each with a link to its form."""

    model = Page
    fields = ("number", "name", "file_name", "importer_version")
    readonly_fields = fields
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Page]:
        """Leave the texts in the database."""
        pages = super().get_queryset(request).select_related("issue__publication")
        return pages.defer("source_text", "unassigned")


@admin.register(Issue)
class IssueAdmin(Deletion):
    """Issues; a date that was inferred is confirmed here."""

    list_display = ["__str__", "date", "date_basis", "number", "pages", "published"]
    list_filter = ["date_basis", "publication"]
    list_select_related = ["publication"]
    search_fields = ["publication__name", "=date", "number"]
    search_help_text = _("Name of the newspaper, or a day such as 2026-03-02")
    ordering = ["-date", "pk"]
    sortable_by = ["date"]
    autocomplete_fields = ["publication"]
    fields = ["publication", "date", "date_basis", "number", "edition", "all_articles"]
    readonly_fields = ["all_articles"]
    inlines = [PageInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Issue]:
        """Add how many pages and public articles there are."""
        return Issue.objects.with_counts()

    @admin.display(description=_("pages"))
    def pages(self, issue: Any) -> int:
        """How many pages are stored."""
        return int(issue.page_count)

    @admin.display(description=_("public articles"))
    def published(self, issue: Any) -> SafeString:
        """How many articles are public, with a link to all."""
        url = list_url(Article, f"issue__id__exact={issue.pk}")
        return format_html('<a href="{}">{}</a>', url, issue.article_count)

    @admin.display(description=_("articles"))
    def all_articles(self, issue: Issue) -> SafeString | str:
        """A link to the articles of the issue."""
        if issue.pk is None:
            return NONE
        url = list_url(Article, f"issue__id__exact={issue.pk}")
        return format_html('<a href="{}">{}</a>', url, _("All articles of the issue"))


class ArticleInline(ReadOnlyInline):
    """The articles of a page, each with a link to its form."""

    model = Article
    fields = ("position", "to_article", "kind", "state")
    readonly_fields = fields
    ordering = ["position"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Leave the long columns in the database."""
        return super().get_queryset(request).defer("blocks", "imported_values", "flags")

    @admin.display(description=_("article"))
    def to_article(self, article: Article) -> SafeString | str:
        """The headline with a link."""
        return link_to(article)

    @admin.display(description=_("status"))
    def state(self, article: Article) -> SafeString:
        """The status as a coloured tag."""
        return status_tag(article)


@admin.register(Page)
class PageAdmin(DeletionOfPages):
    """Pages: the text stays as it came; issue, number and scan may be put right."""

    change_form_template = "admin/articles/page/change_form.html"
    list_display = ["__str__", "file_name", "left_over", "importer_version"]
    list_filter = ["issue__publication", "importer_version"]
    list_select_related = ["issue__publication"]
    search_fields = ["file_name", "=sha256", "=issue__date"]
    ordering = ["-pk"]
    sortable_by = ()
    autocomplete_fields = ["issue"]
    fields = [
        ("issue", "number", "name"),
        "scan",
        ("file_name", "encoding", "importer_version"),
        "sha256",
    ]
    readonly_fields = ["file_name", "encoding", "importer_version", "sha256"]
    inlines = [ArticleInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Pages come from the importer."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Page]:
        """Leave the texts in the database until a form shows one."""
        return super().get_queryset(request).defer("source_text")

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Take only images and PDF files as scans."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == "scan":
            field.validators = [*field.validators, FileExtensionValidator(SCANS)]
        return field

    @admin.display(description=_("unassigned characters"))
    def left_over(self, page: Page) -> str:
        """How much of the text belongs to no article."""
        return str(sum(end - start for start, end in page.unassigned) or NONE)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add the source text, with what belongs to no article marked."""
        page = context["original"]
        if page is not None:
            spans = enumerate(page.unassigned)
            marks = [Mark(start, end, "unassigned", number) for number, (start, end) in spans]
            context |= {
                "source_lines": source_lines(page.source_text, marks),
                "unassigned": len(marks),
                "events": history_of(page),
            }
        return super().render_change_form(request, context, *args, **kwargs)
