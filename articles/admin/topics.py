"""The rules that keep tags, each with what it finds."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import topics
from articles.admin.desk import NONE, DeskAdmin, link_to, user_of
from articles.models import Article, TagRule

MOST_IN_A_REQUEST = 20_000
"""Up to so many articles rules are applied at a click; beyond, a command does it."""


@admin.register(TagRule)
class TagRuleAdmin(DeskAdmin):
    """Phrases by which articles get their tags; the form shows what a saved rule finds."""

    list_display = ["tag", "in_short", "where", "active"]
    list_filter = ["active", "where"]
    list_select_related = ["tag"]
    search_fields = ["tag__name__startswith", "phrases"]
    search_help_text = gettext_lazy("Beginning of a tag, or a phrase")
    sortable_by = ["tag"]
    autocomplete_fields = ["tag"]
    fields = ["tag", "phrases", "where", "active", "finds"]
    readonly_fields = ["finds"]
    actions = ["apply_to_all"]

    @admin.display(description=gettext_lazy("phrases"))
    def in_short(self, rule: TagRule) -> str:
        """The first phrases."""
        return rule.in_short

    @admin.display(description=gettext_lazy("finds"))
    def finds(self, rule: TagRule) -> SafeString | str:
        """In how many of the newest articles the rule finds a phrase, and the first of them."""
        if rule.pk is None:
            return NONE
        found = topics.preview(rule)
        told = ngettext(
            "%(count)d of the newest %(among)d articles has one of the phrases.",
            "%(count)d of the newest %(among)d articles have one of the phrases.",
            found.count,
        ) % {"count": found.count, "among": found.among}
        links = format_html_join("", "<li>{}</li>", ((link_to(a),) for a in found.examples))
        return format_html("{}<ul>{}</ul>", told, links)

    def has_apply_permission(self, request: HttpRequest) -> bool:
        """Whether the user may let rules tag articles."""
        return topics.may_apply(user_of(request))

    @admin.action(permissions=["apply"], description=gettext_lazy("Apply to all articles"))
    def apply_to_all(self, request: HttpRequest, queryset: QuerySet[TagRule]) -> None:
        """Bring the tags of the selected rules up to date in the whole archive."""
        everything = Article.objects.all()
        if everything.order_by()[: MOST_IN_A_REQUEST + 1].count() > MOST_IN_A_REQUEST:
            told = _("There are too many articles for one click; run manage.py apply_tag_rules.")
            self.message_user(request, told, messages.WARNING)
            return
        rules = TagRule.objects.active().beside(queryset)
        done = topics.apply(rules, everything, acting_user=user_of(request))
        told = ngettext(
            "%(articles)d article read: %(given)d tags given, %(taken)d taken away.",
            "%(articles)d articles read: %(given)d tags given, %(taken)d taken away.",
            done.articles,
        )
        values = {"articles": done.articles, "given": done.given, "taken": done.taken}
        self.message_user(request, told % values, messages.SUCCESS)
