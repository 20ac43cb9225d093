"""What all lists and forms of the desk share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Model, QuerySet, TextField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import edits

if TYPE_CHECKING:
    BaseAdmin = admin.ModelAdmin[Any]
    BaseInline = admin.TabularInline[Any, Any]
    BasePaginator = Paginator[Any]
else:
    BaseAdmin, BaseInline, BasePaginator = admin.ModelAdmin, admin.TabularInline, Paginator

COUNT_LIMIT = 10_000
"""Up to so many rows a list is counted and leafed through; beyond, filters lead further."""

NONE = "–"
"""What stands in a list where there is nothing."""


class LimitedPaginator(BasePaginator):
    """Counts at most one row more than `COUNT_LIMIT`, so that a long list costs no full count."""

    @cached_property
    def count(self) -> int:
        """The number of rows, `COUNT_LIMIT` + 1 where there are more."""
        rows = cast("QuerySet[Any]", self.object_list)
        return rows.order_by().values("pk")[: COUNT_LIMIT + 1].count()

    @property
    def count_in_words(self) -> str:
        """The number of rows, such as 10000+ where there are more."""
        return f"{COUNT_LIMIT}+" if self.count > COUNT_LIMIT else str(self.count)


def user_of(request: HttpRequest) -> User:
    """Return who is signed in; the admin lets nobody else in."""
    return cast(User, request.user)


def change_url(record: Model) -> str:
    """Return the address of a record's form."""
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
    return reverse(name, args=[record.pk])


def list_url(model: type[Model], query: str = "") -> str:
    """Return the address of a list, narrowed by a query such as `issue__id__exact=3`."""
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{url}?{query}" if query else url


def link_to(record: Model | None, text: object = None) -> SafeString | str:
    """Return a link to the form of a record, named by the text or by itself."""
    if record is None:
        return NONE
    return format_html('<a href="{}">{}</a>', change_url(record), text or record)


class LinesField(forms.CharField):
    """A text of several lines as it is stored: browsers end lines otherwise.

    Blanks at its ends stay, or a form that nobody touched would change the text.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "strip": False})

    def to_python(self, value: Any) -> Any:
        """Return the text with `\\n` at each end of a line."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if text else text


class DeskAdmin(BaseAdmin):
    """A record whose edits are written into the history, in a list that stays fast."""

    formfield_overrides = {TextField: {"form_class": LinesField}}
    paginator = LimitedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 0

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Model | None:
        """Find a record; the row of one that is posted is locked until the answer is made.

        So what a form is compared with before it is saved can't change meanwhile.
        """
        record: Model | None = super().get_object(request, object_id, from_field)
        if record is None or request.method != "POST":
            return record
        # A query of its own: that of a list may have joins and counts, which can't be locked.
        self.model._base_manager.select_for_update().filter(pk=record.pk).first()
        found: Model | None = super().get_object(request, object_id, from_field)
        return found

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whether the user may change the record in its present state."""
        if obj is None:
            return super().has_change_permission(request)
        return edits.may_edit(user_of(request), obj)

    def save_model(
        self, request: HttpRequest, obj: Model, form: forms.ModelForm[Any], change: bool
    ) -> None:
        """Save a new record; one that exists is saved together with its rows, as one edit."""
        if not change:
            obj.save(force_insert=True)

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm[Any], formsets: Any, change: bool
    ) -> None:
        """Save the rows that belong to the record, and with them the record that exists."""
        if not change:
            super().save_related(request, form, formsets, change)
            edits.record_added(form.instance, acting_user=user_of(request))
            return
        record = form.instance
        with edits.editing(record, acting_user=user_of(request)):
            names = {field.name for field in edits.editable_fields(record)}
            changed = names.intersection(form.changed_data)
            stamp = {"updated_at"} if hasattr(record, "updated_at") else set()
            if form.has_changed() or any(formset.has_changed() for formset in formsets):
                record.save(update_fields=changed | stamp)
            super().save_related(request, form, formsets, change)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """Delete a record and note it."""
        edits.delete(obj, acting_user=user_of(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete records and note each."""
        with transaction.atomic():
            for record in queryset:
                self.delete_model(request, record)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Lead to the history of the record, which also knows what the importer did."""
        from articles.models import Event

        kind = ContentType.objects.get_for_model(self.model)
        query = f"content_type__id__exact={kind.pk}&object_id={object_id}"
        return HttpResponseRedirect(list_url(Event, query))


class ReadOnly:
    """Rows that are looked at and never changed by hand."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody adds rows by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody changes rows by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody deletes rows by hand."""
        return False


class ReadOnlyAdmin(ReadOnly, DeskAdmin):
    """A list of rows that are looked at and never changed by hand."""


class ReadOnlyInline(ReadOnly, BaseInline):
    """Rows under a form that are looked at there and changed, if at all, elsewhere."""

    extra = 0
    max_num = 0
    can_delete = False
