"""Tags: the rules that keep them, who decided on them, and counts by tag and by region."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.models.articles import ArticleRegion, Status

if TYPE_CHECKING:
    from regions.models import RegionQuerySet

SHORTEST_PHRASE = 2
"""How many characters a phrase of a rule has at least; a single one is in half of all articles."""


def folded(text: str) -> str:
    """Return the text as phrases are compared: width and case make no difference."""
    return unicodedata.normalize("NFKC", text).casefold()


def check_tag_name(name: str) -> None:
    """Raise `ValidationError` for a tag that has no letter or digit to make its address of."""
    if not Tag().slugify(name):
        raise ValidationError(
            _("“%(name)s” can't be a tag: it has no letter or digit."), params={"name": name}
        )


class TagRuleQuerySet(models.QuerySet["TagRule"]):
    """Rules, as the import and the admin ask for them."""

    def active(self) -> Self:
        """The rules in use, with their tags."""
        return self.filter(active=True).select_related("tag")

    def beside(self, rules: models.QuerySet[TagRule]) -> Self:
        """All rules of the tags that the given rules keep, these among them."""
        return self.filter(tag__in=rules.order_by().values("tag"))


class TagRule(models.Model):
    """Phrases that give an article a tag; a tag may have several rules."""

    class Where(models.TextChoices):
        """In which part of an article a phrase is looked for."""

        HEADLINE = "headline", _("headline only")
        TEXT = "text", _("headline and text")

    tag = models.ForeignKey(
        Tag,
        verbose_name=_("tag"),
        on_delete=models.CASCADE,
        related_name="rules",
        help_text=_("What the articles get. A tag that is renamed keeps its rules."),
    )
    phrases = models.TextField(
        _("phrases"),
        help_text=_(
            "One a line, two characters or more each; one of them is enough. Width and case make "
            "no difference, and a Latin word is found only as a whole."
        ),
    )
    where = models.CharField(
        _("where"),
        max_length=10,
        choices=Where.choices,
        default=Where.TEXT,
        help_text=_("The headline is section label, kicker, headline and subtitle."),
    )
    active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("An inactive rule gives no more tags; those it gave stay."),
    )

    objects = TagRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag rule")
        verbose_name_plural = _("tag rules")
        ordering = ["tag__name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(where__in=["headline", "text"]), name="tag_rule_where_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(phrases=""),
                name="tag_rule_has_phrases",
                violation_error_message=_("A rule needs a phrase."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tag}: {self.in_short}"

    @property
    def phrase_list(self) -> list[str]:
        """The phrases as typed, each once."""
        lines = (line.strip() for line in self.phrases.splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    @property
    def in_short(self) -> str:
        """The first phrases, for lists."""
        shown = self.phrase_list
        return "、".join(shown[:3]) + ("…" if shown[3:] else "")

    def clean(self) -> None:
        """Refuse phrases that are too short to mean something, and a tag without an address."""
        if self.tag_id and not self.tag.slug:
            raise ValidationError({"tag": _("This tag has no letter or digit.")})
        short = [p for p in self.phrase_list if len(folded(p)) < SHORTEST_PHRASE]
        if short:
            raise ValidationError(
                {"phrases": _("Too short: %(phrases)s") % {"phrases": "、".join(short)}}
            )


class TagDecision(models.Model):
    """Who decided whether an article has a tag.

    Where an editor did, the rules leave the tag alone.  Where the rules gave it, they may take it
    away again; if it is missing all the same, it was removed by hand and isn't given again.
    """

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="tag_decisions",
    )
    tag = models.ForeignKey(
        Tag, verbose_name=_("tag"), on_delete=models.CASCADE, related_name="decisions"
    )
    by_editor = models.BooleanField(_("by an editor"), default=False)

    class Meta:
        verbose_name = _("decision on a tag")
        verbose_name_plural = _("decisions on tags")
        ordering = ["article", "tag"]
        constraints = [
            models.UniqueConstraint(fields=["article", "tag"], name="tag_decision_unique")
        ]

    def __str__(self) -> str:
        return str(self.tag)


class PhraseCount(models.Model):
    """In how many articles of the archive a word or a pair of words stands.

    Written as a whole by `manage.py count_phrases`; phrases of a single article are left out.
    """

    phrase = models.CharField(_("phrase"), max_length=30, primary_key=True)
    articles = models.PositiveIntegerField(_("articles"))
    out_of = models.PositiveIntegerField(
        _("out of"), help_text=_("How many articles were counted, the same in all rows.")
    )

    class Meta:
        verbose_name = _("phrase count")
        verbose_name_plural = _("phrase counts")
        ordering = ["phrase"]

    def __str__(self) -> str:
        return self.phrase


def public_tags() -> models.QuerySet[Tag]:
    """Return the tags of public articles with `article_count`, the most used first.

    Those without a slug have no page.
    """
    tags: models.QuerySet[Tag] = (
        Tag.objects.filter(article__status=Status.PUBLISHED)
        .exclude(slug="")
        .annotate(article_count=models.Count("article", distinct=True))
        .order_by("-article_count", "name")
    )
    return tags


def with_article_counts(regions: RegionQuerySet) -> RegionQuerySet:
    """Add `article_count`, the public articles that name a region or one of its descendants."""
    below = ArticleRegion.objects.filter(
        region__tree_left__gte=models.OuterRef("tree_left"),
        region__tree_left__lte=models.OuterRef("tree_right"),
        article__status=Status.PUBLISHED,
    )
    counted = (
        below.order_by()
        .annotate(everything=models.Value(1))
        .values("everything")
        .annotate(n=models.Count("article", distinct=True))
        .values("n")
    )
    return regions.annotate(
        article_count=Coalesce(
            models.Subquery(counted, output_field=models.IntegerField()), models.Value(0)
        )
    )
