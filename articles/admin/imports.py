"""What the importer did, and what its new readings propose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import edits
from articles.admin.changes import Change, change_in_words
from articles.admin.desk import NONE, ReadOnlyAdmin, link_to, list_url, user_of
from articles.admin.problems import explain_problem
from articles.models import Article, ImportItem, ImportRun, Proposal

Outcome = ImportItem.Outcome


def _items(*outcomes: ImportItem.Outcome) -> Coalesce:
    """Return how many files of a run had one of the outcomes; of none given, how many there are."""
    rows = ImportItem.objects.filter(run=OuterRef("pk"), outcome__in=outcomes or Outcome.values)
    counted = rows.order_by().values("run").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    """Runs of the importer; the files of a run are a list of their own."""

    list_display = ["__str__", "finished_at", "files", "stored", "failed", "started_by"]
    list_select_related = ["started_by"]
    list_filter = ["importer_version"]
    fields = ["started_at", "finished_at", "importer_version", "started_by", "options", "files"]
    readonly_fields = ["files"]
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportRun]:
        """Add how many files there were and what became of them."""
        return ImportRun.objects.annotate(
            item_count=_items(),
            stored_count=_items(Outcome.NEW, Outcome.UPDATED),
            failed_count=_items(Outcome.CONFLICT, Outcome.REFUSED),
        )

    @admin.display(description=_("files"))
    def files(self, run: Any) -> SafeString:
        """How many files there were, with a link to them."""
        url = list_url(ImportItem, f"run__id__exact={run.pk}")
        return format_html('<a href="{}">{}</a>', url, run.item_count)

    @admin.display(description=_("new or updated"))
    def stored(self, run: Any) -> int:
        """How many files brought something."""
        return int(run.stored_count)

    @admin.display(description=_("refused or in conflict"))
    def failed(self, run: Any) -> SafeString | str:
        """How many files were not stored."""
        if not run.failed_count:
            return NONE
        return format_html('<span class="desk-count">{}</span>', run.failed_count)


@admin.register(ImportItem)
class ImportItemAdmin(ReadOnlyAdmin):
    """Files with what the importer did with them and what it found wrong."""

    list_display = ["source", "outcome", "problem", "to_page", "article_count", "flagged", "run"]
    list_filter = ["outcome"]
    search_fields = ["source", "=sha256"]
    fields = [
        "run",
        "source",
        "sha256",
        "outcome",
        "to_page",
        "article_count",
        "flagged_count",
        "all_problems",
    ]
    readonly_fields = ["to_page", "all_problems"]
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportItem]:
        """Leave the page texts in the database."""
        rows = super().get_queryset(request).select_related("run", "page__issue__publication")
        return rows.defer("page__source_text", "page__unassigned")

    @admin.display(description=_("page"))
    def to_page(self, item: ImportItem) -> SafeString | str:
        """The page that the file was stored as."""
        return link_to(item.page)

    @admin.display(description=_("flagged"))
    def flagged(self, item: ImportItem) -> str:
        """How many of the articles have a doubt."""
        return str(item.flagged_count or NONE)

    @admin.display(description=_("problems"))
    def problem(self, item: ImportItem) -> str:
        """The first problem, and whether there are more."""
        if not item.problems:
            return NONE
        more = " …" if len(item.problems) > 1 else ""
        return f"{explain_problem(item.problems[0]['code'])}{more}"

    @admin.display(description=_("problems"))
    def all_problems(self, item: ImportItem) -> SafeString | str:
        """Every problem with its line, in words, and the message of the import."""
        if not item.problems:
            return NONE
        rows = ((p["line"] or "", explain_problem(p["code"]), p["message"]) for p in item.problems)
        row = '<tr><td class="desk-number">{}</td><td>{}</td><td lang="en">{}</td></tr>'
        return format_html(
            '<table class="desk-problems"><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead>'
            "<tbody>{}</tbody></table>",
            _("Line"),
            _("Problem"),
            _("Message"),
            format_html_join("", row, rows),
        )


@dataclass(frozen=True, slots=True)
class ProposalInWords:
    """A proposal with the change that it would bring."""

    proposal: Proposal
    change: Change


def proposals_in_words(article: Article) -> list[ProposalInWords]:
    """Return the open proposals for an article."""
    proposals = list(article.proposals.all())
    current = edits.proposable_values(article) if proposals else {}
    return [
        ProposalInWords(p, change_in_words(Article, p.field, current.get(p.field), p.value))
        for p in proposals
    ]


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    """New readings of fields that an editor has changed; each waits for a decision."""

    actions = ["apply_selected", "dismiss_selected"]
    list_display = ["field", "to_article", "proposed", "importer_version", "created_at"]
    list_filter = ["field", "importer_version"]
    list_select_related = ["article"]
    fields = ["to_article", "field", "proposed", "importer_version", "created_at"]
    readonly_fields = ["to_article", "proposed"]
    sortable_by = ()

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether the user may change articles."""
        return user_of(request).has_perm("articles.change_article")

    @admin.display(description=_("article"))
    def to_article(self, proposal: Proposal) -> SafeString | str:
        """The article, where the proposal can be compared and decided on."""
        return link_to(proposal.article)

    @admin.display(description=_("proposed value"))
    def proposed(self, proposal: Proposal) -> str:
        """The value as text."""
        return " / ".join(change_in_words(Article, proposal.field, None, proposal.value).added)

    @admin.action(permissions=["decide"], description=_("Apply the proposed values"))
    def apply_selected(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> None:
        """Apply the selected proposals."""
        self._decide(request, queryset, edits.apply_proposal)

    @admin.action(permissions=["decide"], description=_("Dismiss the proposals"))
    def dismiss_selected(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> None:
        """Dismiss the selected proposals."""
        self._decide(request, queryset, edits.dismiss_proposal)

    def _decide(self, request: HttpRequest, proposals: QuerySet[Proposal], decide: Any) -> None:
        done, refused = 0, []
        for proposal in proposals.select_related("article"):
            try:
                decide(proposal, acting_user=user_of(request))
            except PermissionDenied as refusal:
                refused.append(f"{proposal}: {refusal}")
            else:
                done += 1
        told = ngettext("%d proposal is decided.", "%d proposals are decided.", done) % done
        self.message_user(request, told, messages.SUCCESS if done else messages.INFO)
        for line in refused:
            self.message_user(request, line, messages.WARNING)
