"""The history: who did what to which record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles import identity
from articles.admin.changes import Change, changes_in_words
from articles.admin.desk import NONE, ReadOnlyAdmin, link_to
from articles.models import Article, Event, Issue, Page, Person, Publication, TagRule

Act = Event.Act

SHOWN_EVENTS = 20
"""How much of a record's history stands under its form."""

WITHOUT_VALUES = {Act.MERGE, Act.SPLIT, Act.TELL_APART, Act.REJECT_NAME, Act.UNDO}


def acts_on(person: Person) -> QuerySet[Event]:
    """Return the acts on a record, and those that merged others into it with their undoing."""
    own = Event.objects.of(person)
    everybody = Event.objects.filter(content_type=ContentType.objects.get_for_model(person))
    merges = everybody.filter(act=Act.MERGE, changes__merged_into__1=person.pk)
    keys = [*merges.values_list("pk", flat=True)]
    return own | merges | everybody.filter(act=Act.UNDO, changes__event__in=keys)


@dataclass(frozen=True, slots=True)
class EventInWords:
    """One act with its changes in words."""

    event: Event
    changes: list[Change]
    can_be_undone: bool
    of: SafeString | str
    """A link to the record of the act where it is another one, merged into the one shown."""


def history_of(record: Model) -> list[EventInWords]:
    """Return the latest acts on a record; of a person also the merges of others into it."""
    acts = acts_on(record) if isinstance(record, Person) else Event.objects.of(record)
    events = list(acts.select_related("actor", "content_type")[:SHOWN_EVENTS])
    others = [event for event in events if event.object_id != record.pk]
    prefetch_related_objects(others, "record")
    undone = {event.changes.get("event") for event in events if event.act == Act.UNDO}
    return [
        EventInWords(
            event,
            changes_of(event),
            can_be_undone=event.act in identity.UNDO and event.pk not in undone,
            of=link_to(event.record) if event in others else "",
        )
        for event in events
    ]


def changes_of(event: Event) -> list[Change]:
    """Return what changed; acts on a pair of records keep what they need to be undone instead."""
    if event.act in WITHOUT_VALUES:
        return []
    return changes_in_words(event.content_type.model_class(), event.changes)


class KindFilter(admin.SimpleListFilter):
    """Acts on one kind of record; offers only the kinds that have a history."""

    title = _("kind of record")
    parameter_name = "record"
    MODELS = {m._meta.model_name: m for m in (Article, Person, Issue, Page, Publication)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer the kinds by their names."""
        return [(name, m._meta.verbose_name) for name, m in self.MODELS.items() if name]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the acts on the kind."""
        model = self.MODELS.get(self.value() or "")
        if model is None:
            return queryset
        return queryset.filter(content_type=ContentType.objects.get_for_model(model))


def _records() -> GenericPrefetch[Any]:
    """Fetch records with what their names are made of, and without their long columns."""
    return GenericPrefetch(
        "record",
        [
            Article.objects.defer("blocks", "imported_values", "flags"),
            Issue.objects.select_related("publication"),
            Page.objects.select_related("issue__publication").defer("source_text", "unassigned"),
            TagRule.objects.select_related("tag"),
        ],
    )


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    """Every act, newest first; nobody changes or deletes one."""

    list_display = ["act", "of_record", "actor", "at", "fields_changed", "note"]
    list_display_links = ["act"]
    list_filter = ["act", KindFilter, "actor"]
    list_select_related = ["actor", "content_type"]
    fields = ["act", "of_record", "actor", "at", "note", "what_changed"]
    readonly_fields = ["of_record", "what_changed"]
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        """Fetch the records of a list at once, one query for each kind."""
        return super().get_queryset(request).prefetch_related(_records())

    @admin.display(description=_("record"))
    def of_record(self, event: Event) -> SafeString | str:
        """The record that the act was done to."""
        return link_to(event.record)

    @admin.display(description=_("changes"))
    def fields_changed(self, event: Event) -> str:
        """Which fields changed."""
        labels = (change.label for change in changes_of(event))
        return ", ".join(labels) or NONE

    @admin.display(description=_("changes"))
    def what_changed(self, event: Event) -> SafeString:
        """What went and what came, field by field."""
        return render_to_string(
            "admin/articles/includes/changes.html", {"changes": changes_of(event)}
        )
