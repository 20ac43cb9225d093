"""Newspapers, their issues and the pages of an issue."""

from __future__ import annotations

from itertools import chain, count
from typing import Self

from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.scans import validate_scan


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Newspapers, as the site asks for them."""

    def published(self) -> Self:
        """Newspapers with at least one public article."""
        public = Issue.objects.published().filter(publication=models.OuterRef("pk"))
        return self.filter(models.Exists(public))


class Publication(models.Model):
    """A newspaper."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        allow_unicode=True,
        help_text=_("Used in addresses."),
    )
    place = models.ForeignKey(
        "regions.Region",
        verbose_name=_("place"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        help_text=_("Where the paper is at home; short place names are read from there."),
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def free_slug(cls, name: str) -> str:
        """Return a slug for the name that no other publication has."""
        wanted = slugify(name, allow_unicode=True)[:90] or "paper"
        taken = set(cls.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
        further = (f"{wanted}-{k}" for k in count(2))
        return next(slug for slug in chain([wanted], further) if slug not in taken)


class IssueQuerySet(models.QuerySet["Issue"]):
    """Issues, as the site and the admin ask for them."""

    def published(self) -> Self:
        """Issues with at least one public article."""
        from articles.models.articles import Article

        public = Article.objects.published().filter(issue=models.OuterRef("pk"))
        return self.filter(models.Exists(public))

    def with_counts(self) -> Self:
        """Add `article_count`, the number of public articles, and `page_count`, of stored pages."""
        from articles.models.articles import Article, Status

        articles = (
            Article.objects.filter(issue=models.OuterRef("pk"), status=Status.PUBLISHED)
            .order_by()
            .values("issue")
            .annotate(n=models.Count("pk"))
            .values("n")
        )
        pages = (
            Page.objects.filter(issue=models.OuterRef("pk"))
            .order_by()
            .values("issue")
            .annotate(n=models.Count("pk"))
            .values("n")
        )
        return self.annotate(
            article_count=Coalesce(models.Subquery(articles), 0),
            page_count=Coalesce(models.Subquery(pages), 0),
        )

    def newest_first(self) -> Self:
        """Order by date, the undated ones last."""
        return self.order_by(models.F("date").desc(nulls_last=True), "publication__name", "pk")

    def undated(self) -> Self:
        """Issues whose day isn't known."""
        return self.filter(date__isnull=True)

    def before(self, issue: Issue) -> Self:
        """Earlier issues of the same newspaper, the nearest first; none for an undated one."""
        return self._beside(issue, "lt").order_by("-date", "-pk")

    def after(self, issue: Issue) -> Self:
        """Later issues of the same newspaper, the nearest first; none for an undated one."""
        return self._beside(issue, "gt").order_by("date", "pk")

    def _beside(self, issue: Issue, comparison: str) -> Self:
        if issue.date is None:
            return self.none()
        other_day = models.Q(**{f"date__{comparison}": issue.date})
        same_day = models.Q(**{"date": issue.date, f"pk__{comparison}": issue.pk})
        return self.filter(other_day | same_day, publication=issue.publication_id)


class Issue(models.Model):
    """What a newspaper printed on one day."""

    class DateBasis(models.TextChoices):
        """How the date is known."""

        GIVEN = "given", _("given at the import")
        PRINTED = "printed", _("printed on the page")
        INFERRED = "inferred", _("inferred from the text")
        UNKNOWN = "unknown", _("unknown")

    publication = models.ForeignKey(
        Publication,
        verbose_name=_("publication"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="issues",
        help_text=_("Empty where nobody said which newspaper the pages are of."),
    )
    date = models.DateField(
        _("date"), null=True, blank=True, help_text=_("Empty where the text doesn't tell the day.")
    )
    date_basis = models.CharField(
        _("basis of the date"),
        max_length=10,
        choices=DateBasis.choices,
        default=DateBasis.UNKNOWN,
        help_text=_("An inferred date is a good guess; confirm it by choosing another basis."),
    )
    number = models.CharField(
        _("issue number"), max_length=20, blank=True, help_text=_("As printed in the masthead.")
    )
    edition = models.CharField(
        _("edition"),
        max_length=20,
        blank=True,
        help_text=_("Tells several issues of one day apart, such as a morning and an evening one."),
    )

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        ordering = [models.F("date").desc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                Coalesce("publication", 0),
                "date",
                "edition",
                condition=models.Q(date__isnull=False),
                name="issue_unique_publication_date_edition",
                violation_error_message=_("There is an issue of this day and edition already."),
            ),
            models.CheckConstraint(
                condition=models.Q(date__isnull=False) | models.Q(date_basis="unknown"),
                name="issue_without_date_has_unknown_basis",
                violation_error_message=_("An issue without a date has an unknown basis."),
            ),
        ]
        indexes = [models.Index("date", name="issue_by_date")]

    def __str__(self) -> str:
        name = self.publication.name if self.publication else gettext("Unknown newspaper")
        day = date_format(self.date) if self.date else gettext("undated")
        return " ".join(filter(None, (name, day, self.edition)))

    def get_absolute_url(self) -> str:
        """Return the address of the issue's public page."""
        return reverse("articles:issue", args=[self.pk])


class Page(models.Model):
    """One page (版) of an issue: its text as it came, never changed."""

    issue = models.ForeignKey(
        Issue, verbose_name=_("issue"), on_delete=models.PROTECT, related_name="pages"
    )
    number = models.PositiveSmallIntegerField(
        _("page number"), null=True, blank=True, help_text=_("Empty where it isn't known.")
    )
    name = models.CharField(
        _("page name"), max_length=50, blank=True, help_text=_("Such as 要闻 or 副刊.")
    )
    source_text = models.TextField(_("source text"), help_text=_("Exactly as it was imported."))
    encoding = models.CharField(_("encoding of the file"), max_length=20)
    sha256 = models.CharField(
        "SHA-256", max_length=64, unique=True, help_text=_("Of the bytes of the file.")
    )
    file_name = models.CharField(_("file name"))
    importer_version = models.CharField(
        _("importer version"), max_length=20, help_text=_("Which importer read the page last.")
    )
    unassigned = models.JSONField(
        _("unassigned text"),
        default=list,
        blank=True,
        help_text=_("Stretches of the source text that belong to no article."),
    )
    scan = models.FileField(
        _("scan"),
        upload_to="scans/",
        blank=True,
        validators=[validate_scan],
        help_text=_("An image or PDF of the page."),
    )

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["issue", models.F("number").asc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                "issue",
                "number",
                condition=models.Q(number__isnull=False),
                name="page_unique_issue_number",
                violation_error_message=_("The issue has a page of this number already."),
            ),
            models.CheckConstraint(
                condition=models.Q(number__isnull=True) | models.Q(number__gt=0),
                name="page_number_counts_from_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue} {self.label}"

    @property
    def label(self) -> str:
        """The page's name for people: its number and name, or its file."""
        if self.number is None:
            return self.name or self.file_name
        return " ".join(
            filter(None, (gettext("page %(number)d") % {"number": self.number}, self.name))
        )
