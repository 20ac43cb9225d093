"""People and the places where they are named.

A mention is not a person: a name has one unverified record that gathers its mentions until an
editor, or strong evidence, makes verified persons of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class PersonQuerySet(models.QuerySet["Person"]):
    """People, as the site and the admin ask for them."""

    def current(self) -> Self:
        """Persons that have not been merged into another."""
        return self.filter(merged_into__isnull=True)

    def with_standing(self) -> Self:
        """Add the records that they were merged into, as far as merges usually go."""
        return self.select_related("merged_into__merged_into__merged_into")

    def unverified(self, names: Iterable[str]) -> dict[str, Person]:
        """Return by name the records that gather the mentions of unverified names."""
        found = self.current().filter(verified=False, name__in=list(names))
        return {person.name: person for person in found}

    def named(self, name: str) -> Self:
        """Persons who bear the name, as their own or as a further one."""
        further = PersonName.objects.filter(person=models.OuterRef("pk"), name=name)
        return self.filter(models.Q(name=name) | models.Exists(further))

    def with_name_containing(self, text: str) -> Self:
        """Persons one of whose names holds the text."""
        further = PersonName.objects.filter(person=models.OuterRef("pk"), name__icontains=text)
        return self.filter(models.Q(name__icontains=text) | models.Exists(further))

    def public(self) -> Self:
        """Persons with a page: current, not closed, and named or credited in a public article."""
        from articles.models.articles import Article

        public = Article.objects.published().filter(pk=models.OuterRef("article"))
        named = Mention.objects.filter(models.Exists(public), person=models.OuterRef("pk"))
        credited = Credit.objects.filter(models.Exists(public), person=models.OuterRef("pk"))
        return self.current().filter(models.Exists(named) | models.Exists(credited), closed=False)

    def initials(self) -> dict[str, int]:
        """Return how many of the persons stand under each letter, in the order of the index."""
        counted = self.order_by().values("initial").annotate(n=models.Count("pk"))
        return {row["initial"]: row["n"] for row in counted.order_by("initial")}

    def with_counts(self) -> Self:
        """Add `mention_count` and `credit_count`, the public articles that name or credit them."""
        from articles.models.articles import Status

        def count(model: type[models.Model]) -> models.Subquery:
            rows = model._default_manager.filter(
                person=models.OuterRef("pk"), article__status=Status.PUBLISHED
            )
            counted = rows.order_by().values("person")
            return models.Subquery(
                counted.annotate(n=models.Count("article", distinct=True)).values("n"),
                output_field=models.IntegerField(),
            )

        zero = models.Value(0)
        return self.annotate(
            mention_count=models.functions.Coalesce(count(Mention), zero),
            credit_count=models.functions.Coalesce(count(Credit), zero),
        )


class Person(models.Model):
    """A natural person, or, while not verified, everybody of one name."""

    name = models.CharField(_("name"))
    initial = models.CharField(
        _("initial"),
        max_length=1,
        blank=True,
        help_text=_("First letter of the name's pinyin, for the index; # for other scripts."),
    )
    verified = models.BooleanField(
        _("verified"),
        default=False,
        help_text=_("All mentions are of one person; else several namesakes may share the record."),
    )
    closed = models.BooleanField(
        _("closed"),
        default=False,
        help_text=_("The person has no public page (privacy); the text stays as printed."),
    )
    description = models.CharField(
        _("description"), max_length=200, blank=True, help_text=_("Tells namesakes apart.")
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        help_text=_("The record that stands for this one; the old address leads there."),
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]
        permissions = [("identify_person", _("Can verify, merge and split people"))]
        constraints = [
            models.UniqueConstraint(
                "name",
                condition=models.Q(verified=False, merged_into__isnull=True),
                name="person_one_unverified_record_a_name",
                violation_error_message=_("There is an unverified record of this name already."),
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True)
                | ~models.Q(merged_into=models.F("pk")),
                name="person_not_merged_into_itself",
            ),
        ]
        indexes = [
            models.Index("initial", "name", name="person_by_initial"),
            models.Index("name", name="person_by_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the person's public page."""
        return reverse("articles:person", args=[self.pk])

    @property
    def canonical(self) -> Person:
        """The record that stands for this one after all merges; some merged one of a circle.

        Costs no query where nothing was merged, and one for each merge that isn't selected with
        `with_standing`.
        """
        person, passed = self, {self.pk}
        while person.merged_into is not None and person.merged_into.pk not in passed:
            person = person.merged_into
            passed.add(person.pk)
        return person

    @property
    def has_page(self) -> bool:
        """Whether a public article may link to the person."""
        return not self.closed and self.merged_into_id is None


class PersonName(models.Model):
    """A further name of a person: a pen name, a former name, another spelling."""

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="names"
    )
    name = models.CharField(_("name"))

    class Meta:
        verbose_name = _("further name")
        verbose_name_plural = _("further names")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "name"],
                name="person_name_unique",
                violation_error_message=_("The person has this further name already."),
            )
        ]
        indexes = [models.Index("name", name="person_by_further_name")]

    def __str__(self) -> str:
        return self.name


class RejectedName(models.Model):
    """Something the importer takes for a name that an editor has said is none."""

    name = models.CharField(_("name"), unique=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    rejected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("rejected by"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    rejected_at = models.DateTimeField(_("rejected"), auto_now_add=True)

    class Meta:
        verbose_name = _("rejected name")
        verbose_name_plural = _("rejected names")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class DistinctionQuerySet(models.QuerySet["Distinction"]):
    """Pairs of people, in whichever order they are asked for."""

    def between(self, one: Person, other: Person) -> Self:
        """The row of a pair, if the two were told apart."""
        low, high = sorted((one.pk, other.pk))
        return self.filter(person=low, other=high)

    def tell_apart(self, one: Person, other: Person, *, by: User, reason: str) -> None:
        """Note that two records are different persons."""
        low, high = sorted((one.pk, other.pk))
        self.get_or_create(person_id=low, other_id=high, defaults={"reason": reason, "told_by": by})


class Distinction(models.Model):
    """That two records are not the same person, whatever speaks for it."""

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="distinctions"
    )
    other = models.ForeignKey(
        Person,
        verbose_name=_("other person"),
        on_delete=models.CASCADE,
        related_name="distinguished",
    )
    reason = models.TextField(_("reason"))
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("told apart by"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    told_at = models.DateTimeField(_("told apart"), auto_now_add=True)

    objects = DistinctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("distinction")
        verbose_name_plural = _("distinctions")
        ordering = ["person", "other"]
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="distinction_unique"),
            models.CheckConstraint(
                condition=models.Q(person__lt=models.F("other")), name="distinction_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ≠ {self.other}"


class Credit(models.Model):
    """Somebody's part in an article, as printed."""

    class Role(models.TextChoices):
        """What the person did; the values are those of the import report."""

        REPORTER = "reporter", _("reporter")
        CORRESPONDENT = "correspondent", _("correspondent")
        PHOTOGRAPHER = "photographer", _("photographer")
        AUTHOR = "author", _("author")
        AGENCY = "agency", _("news agency")

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="credits",
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        help_text=_("Empty for a news agency."),
    )
    name = models.CharField(_("name as printed"))
    role = models.CharField(_("role"), max_length=15, choices=Role.choices)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["article", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "name", "role"],
                name="credit_unique",
                violation_error_message=_("The article has this credit already."),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    role__in=["reporter", "correspondent", "photographer", "author", "agency"]
                ),
                name="credit_role_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.name}"


class Mention(models.Model):
    """That an article names a person in its text, as what and where."""

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="mentions",
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mentions",
        help_text=_("Empty for a pseudonym: it has no page."),
    )
    name = models.CharField(_("name as printed"))
    description = models.CharField(
        _("description as printed"), blank=True, help_text=_("职务 or 身份.")
    )
    pseudonym = models.BooleanField(_("pseudonym"), default=False, help_text=_("Printed as 化名."))
    spans = models.JSONField(
        _("places"), default=list, editable=False, help_text=_("Where in the source text.")
    )
    confidence = models.FloatField(_("confidence"), default=1.0)

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["article", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "name", "pseudonym"],
                name="mention_unique",
                violation_error_message=_("The article has a mention of this name already."),
            ),
            models.CheckConstraint(
                condition=models.Q(pseudonym=False) | models.Q(person__isnull=True),
                name="mention_pseudonym_has_no_person",
                violation_error_message=_("A pseudonym has no person."),
            ),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1),
                name="mention_confidence_between_0_and_1",
            ),
        ]

    def __str__(self) -> str:
        return self.name
