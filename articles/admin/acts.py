"""Buttons and bulk actions that take articles from state to state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles import edits, workflow
from articles.admin.desk import DeskAdmin, change_url, list_url, user_of
from articles.admin.queue import next_to_review
from articles.models import Article, ArticleQuerySet, Event, Proposal

Act = Event.Act

BUTTONS: Mapping[Event.Act, Any] = {
    Act.REVIEW: gettext_lazy("Take into review"),
    Act.SEND_BACK: gettext_lazy("Send back"),
    Act.PUBLISH: gettext_lazy("Publish"),
    Act.WITHDRAW: gettext_lazy("Withdraw"),
}

MOST_REFUSALS = 10
"""How many refusals of a bulk action are shown one by one."""


class ActsOnArticles(DeskAdmin):
    """The part of the article's admin that calls the acts of the workflow."""

    actions = ["review_selected", "send_back_selected", "publish_selected", "withdraw_selected"]

    def get_urls(self) -> list[URLPattern]:
        """Add the addresses of the buttons and of the next article to review."""
        protect = self.admin_site.admin_view
        own = [
            path("next/", protect(self.next_view), name="articles_article_next"),
            path("<int:pk>/act/", protect(self.act_view), name="articles_article_act"),
            path(
                "<int:pk>/proposals/<int:proposal>/",
                protect(self.proposal_view),
                name="articles_article_proposal",
            ),
        ]
        return own + super().get_urls()

    def next_view(self, request: HttpRequest) -> HttpResponse:
        """Lead to the next article that waits, after the one given as `after`."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        after = request.GET.get("after", "")
        current = Article.objects.filter(pk=after).first() if after.isdecimal() else None
        article = next_to_review(current)
        if article is None:
            self.message_user(request, _("No other article waits for review."), messages.INFO)
            return HttpResponseRedirect(change_url(current) if current else list_url(Article))
        return HttpResponseRedirect(change_url(article))

    @method_decorator(require_POST)
    def act_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do the act of the button that was pressed and say what came of it."""
        article = get_object_or_404(Article, pk=pk)
        act = request.POST.get("act", "")
        if act not in workflow.ACTS:
            raise Http404
        note = request.POST.get("note", "").strip()
        try:
            workflow.ACTS[Act(act)](article, acting_user=user_of(request), note=note)
        except workflow.StepNotAllowed as refusal:
            self.message_user(request, f"{article}: {refusal}", messages.WARNING)
            return HttpResponseRedirect(change_url(article))
        done = _("“%(article)s” is now %(status)s.")
        values = {"article": article, "status": article.get_status_display()}
        self.message_user(request, done % values, messages.SUCCESS)
        following = next_to_review(article) if request.POST.get("then") == "next" else None
        return HttpResponseRedirect(change_url(following or article))

    @method_decorator(require_POST)
    def proposal_view(self, request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
        """Apply or dismiss one proposal of the article."""
        decision = DECISIONS.get(request.POST.get("decision", ""))
        if decision is None:
            raise Http404
        decide, done = decision
        proposed = get_object_or_404(Proposal, pk=proposal, article=pk)
        decide(proposed, acting_user=user_of(request))
        self.message_user(request, done, messages.SUCCESS)
        return HttpResponseRedirect(change_url(proposed.article))

    def has_review_permission(self, request: HttpRequest) -> bool:
        """Whether the user may take articles into review and send them back."""
        return user_of(request).has_perm("articles.review_article")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the user may publish."""
        return user_of(request).has_perm("articles.publish_article")

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        """Whether the user may withdraw."""
        return user_of(request).has_perm("articles.withdraw_article")

    @admin.action(permissions=["review"], description=BUTTONS[Act.REVIEW])
    def review_selected(self, request: HttpRequest, queryset: ArticleQuerySet) -> None:
        """Take the selected articles into review."""
        self._act_on(request, queryset, Act.REVIEW)

    @admin.action(permissions=["review"], description=BUTTONS[Act.SEND_BACK])
    def send_back_selected(self, request: HttpRequest, queryset: ArticleQuerySet) -> None:
        """Send the selected articles back."""
        self._act_on(request, queryset, Act.SEND_BACK)

    @admin.action(permissions=["publish"], description=BUTTONS[Act.PUBLISH])
    def publish_selected(self, request: HttpRequest, queryset: ArticleQuerySet) -> None:
        """Publish the selected articles."""
        self._act_on(request, queryset, Act.PUBLISH)

    @admin.action(permissions=["withdraw"], description=BUTTONS[Act.WITHDRAW])
    def withdraw_selected(self, request: HttpRequest, queryset: ArticleQuerySet) -> None:
        """Withdraw the selected articles."""
        self._act_on(request, queryset, Act.WITHDRAW)

    def _act_on(self, request: HttpRequest, articles: ArticleQuerySet, act: Event.Act) -> None:
        """Do the act on each article; tell how many were done and which were refused."""
        done, refused = 0, []
        for article in articles:
            try:
                workflow.ACTS[act](article, acting_user=user_of(request))
            except workflow.StepNotAllowed as refusal:
                refused.append(f"{article}: {refusal}")
            else:
                done += 1
        told = ngettext("%(act)s: %(count)d article.", "%(act)s: %(count)d articles.", done)
        values = {"act": BUTTONS[act], "count": done}
        self.message_user(request, told % values, messages.SUCCESS if done else messages.INFO)
        for line in refused[:MOST_REFUSALS]:
            self.message_user(request, line, messages.WARNING)
        if (more := len(refused) - MOST_REFUSALS) > 0:
            told = ngettext("%d more was refused.", "%d more were refused.", more) % more
            self.message_user(request, told, messages.WARNING)


DECISIONS: Mapping[str, tuple[Any, Any]] = {
    "apply": (edits.apply_proposal, gettext_lazy("The proposed value is applied.")),
    "dismiss": (edits.dismiss_proposal, gettext_lazy("The proposal is dismissed.")),
}
"""What can be decided on a proposal, by the value of the button."""
