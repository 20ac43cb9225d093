"""What each run of the importer did with each file."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One call of the importer."""

    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    finished_at = models.DateTimeField(
        _("finished"),
        null=True,
        blank=True,
        help_text=_("Empty while it runs or if it was broken off."),
    )
    importer_version = models.CharField(_("importer version"), max_length=20)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Empty for the command line."),
    )
    options = models.JSONField(_("options"), default=dict, blank=True)

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"#{self.pk} {timezone.localtime(self.started_at):%Y-%m-%d %H:%M}"


class ImportItem(models.Model):
    """What one run did with one file."""

    class Outcome(models.TextChoices):
        """What the import did; the values are those of the import report."""

        NEW = "new", _("new")
        UNCHANGED = "unchanged", _("unchanged")
        UPDATED = "updated", _("updated")
        CONFLICT = "conflict", _("in conflict")
        REFUSED = "refused", _("refused")

    run = models.ForeignKey(
        ImportRun, verbose_name=_("import run"), on_delete=models.CASCADE, related_name="items"
    )
    source = models.CharField(_("file"))
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    page = models.ForeignKey(
        "articles.Page",
        verbose_name=_("page"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_items",
    )
    article_count = models.PositiveIntegerField(_("articles"), default=0)
    flagged_count = models.PositiveIntegerField(_("flagged articles"), default=0)
    problems = models.JSONField(
        _("problems"), default=list, blank=True, help_text=_("Code, line and message of each.")
    )

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ["-run", "pk"]
        indexes = [models.Index(fields=["outcome", "-id"], name="import_item_by_outcome")]

    def __str__(self) -> str:
        return self.source


class Proposal(models.Model):
    """A new reading of a field that an editor has changed: it waits for a decision."""

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="proposals",
    )
    field = models.CharField(_("field"), max_length=50)
    value = models.JSONField(_("proposed value"), null=True)
    importer_version = models.CharField(_("importer version"), max_length=20)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "field"], name="proposal_one_a_field"),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.field}"
