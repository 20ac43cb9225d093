"""Who did what to which record, and when."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class EventQuerySet(models.QuerySet["Event"]):
    """The history, as the admin asks for it."""

    def of(self, record: models.Model) -> EventQuerySet:
        """What happened to one record, newest first."""
        return self.filter(
            content_type=ContentType.objects.get_for_model(record), object_id=record.pk
        )


class Event(models.Model):
    """One act on one record, with the values it changed."""

    class Act(models.TextChoices):
        """What was done; the labels are names of acts, as on buttons."""

        ADD = "add", _("add")
        EDIT = "edit", _("edit")
        DELETE = "delete", _("delete")
        REVIEW = "review", _("take into review")
        SEND_BACK = "send_back", _("send back")
        PUBLISH = "publish", _("publish")
        WITHDRAW = "withdraw", _("withdraw")
        IMPORT = "import", _("import again")
        TAG = "tag", _("tag by rules")
        VERIFY = "verify", _("verify")
        MERGE = "merge", _("merge")
        SPLIT = "split", _("split")
        TELL_APART = "tell_apart", _("tell apart")
        REJECT_NAME = "reject_name", _("reject name")
        CLOSE = "close", _("close page")
        UNDO = "undo", _("undo")

    act = models.CharField(_("act"), max_length=20, choices=Act.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Empty where the importer did it."),
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("content_type", "object_id")
    changes: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        _("changes"), default=dict, help_text=_("Old and new value of each field that changed.")
    )
    note = models.TextField(_("note"), blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("history")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "-at"], name="event_by_record"),
            models.Index(fields=["-at", "-id"], name="event_newest_first"),
        ]

    def __str__(self) -> str:
        return self.get_act_display()
