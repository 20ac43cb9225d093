"""Articles and the regions that they name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

if TYPE_CHECKING:
    from articles.models.people import Person
    from regions.models import Region

SUBHEAD_MARK = "## "
"""What a line of `Article.body` begins with that is a sub-headline."""


UNDATED = date.min
"""`Article.sort_date` of an article in an issue without a date: it sorts behind all others."""


class Kind(models.TextChoices):
    """What an article is; the values are those of the import report."""

    NEWS = "news", _("news report")
    FEATURE = "feature", _("feature")
    PHOTO = "photo", _("photo story")
    ESSAY = "essay", _("opinion")
    DOCUMENT = "document", _("document")
    CONTENTS = "contents", _("table of contents")
    OTHER = "other", _("other")


class Status(models.TextChoices):
    """Where an article stands on its way to the public."""

    IMPORTED = "imported", _("imported")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @property
    def next_steps(self) -> frozenset[Status]:
        """The states that an article in this one may go to."""
        return NEXT_STEPS[self]


NEXT_STEPS = {
    Status.IMPORTED: frozenset({Status.IN_REVIEW, Status.PUBLISHED}),
    Status.IN_REVIEW: frozenset({Status.IMPORTED, Status.PUBLISHED}),
    Status.PUBLISHED: frozenset({Status.WITHDRAWN}),
    Status.WITHDRAWN: frozenset({Status.IN_REVIEW, Status.PUBLISHED}),
}


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles, as the site and the admin ask for them."""

    def published(self) -> Self:
        """Articles that everybody may read."""
        return self.filter(status=Status.PUBLISHED)

    def withdrawn(self) -> Self:
        """Articles that were public once and are gone."""
        return self.filter(status=Status.WITHDRAWN)

    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Editors see every article, everybody else the published ones."""
        if getattr(user, "is_staff", False) and user.has_perm("articles.view_article"):  # type: ignore[union-attr]
            return self
        return self.published()

    def flagged(self) -> Self:
        """Articles with a doubt that an editor should look at."""
        return self.exclude(flags=[])

    def unflagged(self) -> Self:
        """Articles that the importer vouches for."""
        return self.filter(flags=[])

    def in_region(self, *regions: Region) -> Self:
        """Articles that name one of the regions or of their descendants."""
        within = models.Q(pk__in=[])
        for region in regions:
            within |= models.Q(
                region__tree_left__gte=region.tree_left, region__tree_left__lte=region.tree_right
            )
        named = ArticleRegion.objects.filter(within)
        # SQLite would walk all articles for an EXISTS; PostgreSQL plans both alike.
        return self.filter(pk__in=named.values("article"))

    def mentioning(self, *people: Person) -> Self:
        """Articles in whose text one of the people is named."""
        from articles.models.people import Mention

        return self.filter(pk__in=Mention.objects.filter(person__in=people).values("article"))

    def credited_to(self, *people: Person) -> Self:
        """Articles that one of the people wrote, photographed or contributed to."""
        from articles.models.people import Credit

        return self.filter(pk__in=Credit.objects.filter(person__in=people).values("article"))

    def naming(self, *people: Person) -> Self:
        """Articles that name one of the people in the text or credit them."""
        return self.mentioning(*people) | self.credited_to(*people)

    def containing(self, words: Iterable[str]) -> Self:
        """Articles with each of the words as a plain substring of headline or text."""
        found = self
        for word in words:
            found = found.filter(
                models.Q(title__icontains=word)
                | models.Q(kicker__icontains=word)
                | models.Q(subtitle__icontains=word)
                | models.Q(body__icontains=word)
                | models.Q(captions__icontains=word)
            )
        return found

    def since(self, day: date) -> Self:
        """Articles of issues of this day or a later one."""
        return self.filter(sort_date__gte=day)

    def until(self, day: date) -> Self:
        """Articles of issues of this day or an earlier one; the undated ones are neither."""
        return self.filter(sort_date__gt=UNDATED, sort_date__lte=day)

    def newest_first(self) -> Self:
        """Order by the day of the issue, within it as printed; the undated ones last."""
        # The plain ids: `issue` would order by the fields in the issue's Meta, past the index.
        return self.order_by("-sort_date", "issue_id", "page_id", "position")

    def in_print_order(self) -> Self:
        """Order the articles of an issue as it is leafed through."""
        return self.order_by(models.F("page__number").asc(nulls_last=True), "page_id", "position")

    def for_listing(self) -> Self:
        """Everything a row of a list shows, with a fixed number of queries."""
        return (
            self.select_related("issue__publication", "page", "primary_region")
            .defer("blocks", "imported_values", "page__source_text", "page__unassigned")
            .prefetch_related("credits")
        )


class Article(models.Model):
    """One article as readers see it, with the place of each block in the source."""

    issue = models.ForeignKey(
        "articles.Issue", verbose_name=_("issue"), on_delete=models.PROTECT, related_name="articles"
    )
    page = models.ForeignKey(
        "articles.Page", verbose_name=_("page"), on_delete=models.PROTECT, related_name="articles"
    )
    position = models.PositiveIntegerField(
        _("position"), help_text=_("Place on the page, counted from 1.")
    )
    sort_date = models.DateField(
        _("date for sorting"),
        default=UNDATED,
        editable=False,
        help_text=_("The day of the issue, kept here so that long lists stay fast."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.NEWS)
    section = models.CharField(
        _("section label"), blank=True, help_text=_("栏目, such as 新闻特写.")
    )
    kicker = models.CharField(
        _("kicker"), blank=True, help_text=_("引题, the line above the headline.")
    )
    title = models.CharField(
        _("headline"),
        blank=True,
        help_text=_("Empty where the page has none; readers then see the opening words."),
    )
    subtitle = models.CharField(
        _("subtitle"), blank=True, help_text=_("副题, the line below the headline.")
    )
    dateline = models.CharField(_("dateline"), blank=True, help_text=_("Such as 本报北京4月7日电."))
    byline = models.TextField(_("byline"), blank=True, help_text=_("As printed, one line a line."))
    abstract = models.TextField(
        _("abstract"), blank=True, help_text=_("阅读提示, one paragraph a line.")
    )
    body = models.TextField(
        _("text"),
        blank=True,
        help_text=_("One paragraph a line; a line that begins with “## ” is a sub-headline."),
    )
    captions = models.TextField(
        _("captions"), blank=True, help_text=_("Picture captions and their credits, one a line.")
    )
    notes = models.TextField(
        _("notes"),
        blank=True,
        help_text=_("What is printed beside the text: about the author, continued from, notices."),
    )
    blocks = models.JSONField(
        _("blocks"),
        default=list,
        editable=False,
        help_text=_("Type, text and place in the source of each block, as last imported."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.IMPORTED, editable=False
    )
    flags = models.JSONField(
        _("flags"),
        default=list,
        blank=True,
        help_text=_("Doubts of the importer: code, line and reason of each."),
    )
    confidence = models.FloatField(
        _("confidence"), default=1.0, help_text=_("0 to 1, that the article is right as imported.")
    )
    primary_region = models.ForeignKey(
        "regions.Region",
        verbose_name=_("primary region"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="primary_articles",
        help_text=_("The one place the story is about."),
    )
    regions = models.ManyToManyField(
        "regions.Region",
        verbose_name=_("regions"),
        through="ArticleRegion",
        related_name="articles",
    )
    imported_values: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        _("values as imported"),
        default=dict,
        editable=False,
        help_text=_("The fields as last imported, so that an edit is known field by field."),
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    corrected_at = models.DateTimeField(_("corrected"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    tags = TaggableManager(blank=True)
    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["issue", "page", "position"]
        permissions = [
            ("review_article", _("Can take articles into review and send them back")),
            ("publish_article", _("Can publish articles")),
            ("withdraw_article", _("Can withdraw published articles")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "position"],
                name="article_unique_page_position",
                violation_error_message=_("The page has an article at this position already."),
            ),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1),
                name="article_confidence_between_0_and_1",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="article_status_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="published") | models.Q(published_at__isnull=False),
                name="article_published_has_a_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-sort_date", "issue", "page", "position"], name="article_newest_first"
            ),
            models.Index(
                fields=["status", "-sort_date", "issue", "page", "position"],
                name="article_by_status",
            ),
            models.Index(fields=["issue", "status"], name="article_by_issue"),
            models.Index(fields=["kind", "status", "-sort_date"], name="article_by_kind"),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        """Return the address of the article; it never changes."""
        return reverse("articles:article", args=[self.pk])

    @property
    def headline(self) -> str:
        """The headline, or the opening words where the page has none."""
        if self.title:
            return self.title
        parts = (self.body, self.captions, self.abstract, self.notes, self.byline)
        lines = (
            line.removeprefix(SUBHEAD_MARK).strip() for part in parts for line in part.split("\n")
        )
        words = next(filter(None, lines), "")
        return Truncator(words).chars(24, truncate="…") or gettext("(without text)")

    @property
    def flag_codes(self) -> list[str]:
        """The codes of the flags, each once."""
        return list(dict.fromkeys(flag["code"] for flag in self.flags))

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """The body as pairs of a type, `subhead` or `body`, and the text."""
        return [
            ("subhead", line.removeprefix(SUBHEAD_MARK))
            if line.startswith(SUBHEAD_MARK)
            else ("body", line)
            for line in self.body.split("\n")
            if line.strip()
        ]


class ArticleRegion(models.Model):
    """That an article names a region, how often and where."""

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="region_links"
    )
    region = models.ForeignKey(
        "regions.Region", verbose_name=_("region"), on_delete=models.PROTECT, related_name="+"
    )
    count = models.PositiveIntegerField(
        _("count"),
        default=1,
        help_text=_("How often it is named; 0 if it only is what the story is about."),
    )
    spans = models.JSONField(
        _("places"), default=list, editable=False, help_text=_("Where in the source text.")
    )
    primary = models.BooleanField(_("primary"), default=False)

    class Meta:
        verbose_name = _("region of an article")
        verbose_name_plural = _("regions of an article")
        ordering = ["article", "-primary", "-count", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "region"],
                name="article_region_unique",
                violation_error_message=_("The article has this region already."),
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=models.Q(primary=True),
                name="article_region_one_primary",
                violation_error_message=_("An article has only one primary region."),
            ),
        ]
        indexes = [models.Index("region", "article", name="article_by_region")]

    def __str__(self) -> str:
        return str(self.region)
