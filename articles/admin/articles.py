"""The list of articles and the form beside the source text."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles import workflow
from articles.admin.acts import BUTTONS, ActsOnArticles
from articles.admin.article_forms import ArticleForm, CreditInline, MentionInline, RegionInline
from articles.admin.blocks import blocks_in_words
from articles.admin.deletion import Deletion, why_not_deleted
from articles.admin.desk import NONE, user_of
from articles.admin.filters import ConfidenceFilter, FlagFilter, FlaggedFilter, YearFilter
from articles.admin.flags import explain, flags_in_words
from articles.admin.history import history_of
from articles.admin.imports import proposals_in_words
from articles.admin.queue import queues
from articles.admin.source import marks_of_blocks, source_lines
from articles.key_phrases import key_phrases
from articles.models import Article

SHOWN_FLAGS = 2
"""How many doubts stand in a row of the list."""


class ArticleChangeList(ChangeList):
    """Leaves the long columns in the database: the rows don't show them."""

    def get_queryset(self, request: HttpRequest, *args: Any, **kwargs: Any) -> QuerySet[Article]:
        """Return the rows of the list."""
        return (
            super()
            .get_queryset(request, *args, **kwargs)
            .defer("blocks", "imported_values", "notes", "page__source_text", "page__unassigned")
        )


@admin.register(Article)
class ArticleAdmin(Deletion, ActsOnArticles):
    """Articles come from the importer; the form corrects them, the buttons publish them."""

    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    change_list_template = "admin/articles/article/change_list.html"
    list_display = ["headline", "state", "doubts", "day", "place", "kind", "sureness"]
    list_filter = [
        "status",
        FlaggedFilter,
        FlagFilter,
        ConfidenceFilter,
        "kind",
        "issue__publication",
        YearFilter,
    ]
    list_select_related = ["issue__publication", "page"]
    ordering = ["-sort_date", "issue_id", "page_id", "position"]
    sortable_by = ["day"]
    search_fields = ["title", "kicker", "subtitle"]
    search_help_text = _("Words of the headline")
    autocomplete_fields = ["primary_region"]
    inlines = [CreditInline, MentionInline, RegionInline]
    fieldsets = [
        (
            _("Headline"),
            {"fields": [("section", "kind"), "kicker", "title", "subtitle"]},
        ),
        (
            _("Text"),
            {"fields": ["byline", "dateline", "abstract", "body", "captions", "notes"]},
        ),
        (_("Subject"), {"fields": ["tags", "suggested_tags", "primary_region"]}),
    ]
    readonly_fields = ["suggested_tags"]

    class Media:
        js = [Script("admin-newsroom/desk.js", defer=True)]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Use the list that leaves out long columns."""
        return ArticleChangeList

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show how many articles are in each state."""
        return super().changelist_view(request, {"queues": queues(), **(extra_context or {})})

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come from pages."""
        return False

    @admin.display(description=_("headline"))
    def headline(self, article: Article) -> str:
        """The headline, or the opening words."""
        return article.headline

    @admin.display(description=_("issue"), ordering="sort_date")
    def day(self, article: Article) -> str:
        """The newspaper and its day."""
        return str(article.issue)

    @admin.display(description=_("page and position"))
    def place(self, article: Article) -> str:
        """Number of the page, and place on it."""
        return f"{article.page.number or NONE} · {article.position}"

    @admin.display(description=_("status"))
    def state(self, article: Article) -> SafeString:
        """The status as a coloured tag."""
        return status_tag(article)

    @admin.display(description=_("doubts"))
    def doubts(self, article: Article) -> SafeString | str:
        """How many doubts there are, and the first of them."""
        codes = article.flag_codes
        if not codes:
            return NONE
        words = " · ".join(str(explain(code)) for code in codes[:SHOWN_FLAGS])
        more = "…" if len(codes) > SHOWN_FLAGS else ""
        return format_html(
            '<span class="desk-count">{}</span> {}{}', len(article.flags), words, more
        )

    @admin.display(description=_("confidence"))
    def sureness(self, article: Article) -> str:
        """The confidence as a percentage."""
        return f"{article.confidence:.0%}"

    @admin.display(description=_("suggested tags"))
    def suggested_tags(self, article: Article) -> SafeString | str:
        """Phrases that tell the article from others and are no tags yet; a click adds one."""
        tags = set(article.tags.values_list("name", flat=True))
        found = [phrase for phrase in key_phrases(article) if phrase not in tags]
        button = '<button type="button" class="desk-suggested" data-tag="{}">{}</button>'
        return format_html_join(" ", button, ((phrase, phrase) for phrase in found)) or NONE

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add what stands beside the form."""
        article = context["original"]
        if article is not None:
            context |= beside(article, request)
            context["show_delete"] = not why_not_deleted(article)
        return super().render_change_form(request, context, *args, **kwargs)


def status_tag(article: Article) -> SafeString:
    """Return the status as a tag whose class names it."""
    return format_html(
        '<span class="desk-status desk-status-{}">{}</span>',
        article.status,
        article.get_status_display(),
    )


def beside(article: Article, request: HttpRequest) -> dict[str, Any]:
    """Return what the form shows besides its fields: acts, doubts, proposals, source, history."""
    flags = flags_in_words(article.flags)
    lines = source_lines(
        article.page.source_text,
        marks_of_blocks(article.blocks),
        flagged=[flag.line for flag in flags],
    )
    acts = workflow.acts_open_to(user_of(request), article)
    return {
        "status_tag": status_tag(article),
        "acts": [(act.value, BUTTONS[act]) for act in acts],
        "flags": flags,
        "proposals": proposals_in_words(article),
        "blocks": blocks_in_words(article.blocks),
        "source_lines": lines,
        "events": history_of(article),
    }
