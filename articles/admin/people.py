"""People: their names, where they are named and credited, and who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles import identity
from articles.admin.desk import BaseInline, ReadOnlyAdmin, link_to, user_of
from articles.admin.history import history_of
from articles.admin.identity import (
    CREDITS_STAY,
    ActsOnPeople,
    PersonActForm,
    acts_open_to,
    rejection_of,
    suggestions_for,
)
from articles.initials import initial_of
from articles.models import Person, PersonName, RejectedName

if TYPE_CHECKING:
    BaseForm = forms.ModelForm[Person]
else:
    BaseForm = forms.ModelForm

SHOWN_PLACES = 50
"""How many mentions and credits stand on a person's form, the newest first."""


class PersonForm(BaseForm):
    """Refuses a second unverified record of a name; an added record is not verified yet."""

    def clean_name(self) -> str:
        """Return the name; what it clashes with depends on fields that the form has not."""
        name: str = self.cleaned_data["name"]
        person = self.instance
        if not person.verified and person.merged_into_id is None:
            namesake = Person.objects.unverified([name]).get(name)
            if namesake not in (None, person):
                told = _("There is an unverified record of this name already.")
                raise forms.ValidationError(told)
        return name


class PersonNameInline(BaseInline):
    """Further names."""

    model = PersonName
    extra = 0


@admin.register(Person)
class PersonAdmin(ActsOnPeople):
    """The form changes names; who is who is said with the buttons, each with a reason."""

    form = PersonForm
    change_form_template = "admin/articles/person/change_form.html"
    list_display = ["name", "description", "state", "mention_total", "credit_total"]
    list_filter = ["verified", "closed", ("merged_into", admin.EmptyFieldListFilter), "initial"]
    search_fields = ["name__startswith", "names__name__startswith"]
    search_help_text = _("Beginning of a name")
    ordering = ["initial", "name", "pk"]
    sortable_by = ()
    fields = ["name", "initial", "description", "standing", "stands_for"]
    readonly_fields = ["initial", "standing", "stands_for"]
    inlines = [PersonNameInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        """Add in how many public articles each is named and credited."""
        return Person.objects.with_counts().select_related("merged_into")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Person], search_term: str
    ) -> tuple[QuerySet[Person], bool]:
        """Offer no merged records to a field that asks for a person."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if "field_name" in request.GET:
            found = found.filter(merged_into=None)
        return found, duplicates

    def has_delete_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        """Records are merged, split or rejected, each of which can be undone."""
        return False

    def save_model(
        self, request: HttpRequest, obj: Model, form: forms.ModelForm[Any], change: bool
    ) -> None:
        """Give a new record its place in the index."""
        if not change and isinstance(obj, Person):
            obj.initial = initial_of(obj.name)
        super().save_model(request, obj, form, change)

    @admin.display(description=_("named in articles"))
    def mention_total(self, person: Any) -> int:
        """How many public articles name the person."""
        return int(person.mention_count)

    @admin.display(description=_("credited in articles"))
    def credit_total(self, person: Any) -> int:
        """How many public articles credit the person."""
        return int(person.credit_count)

    @admin.display(description=_("state"))
    def state(self, person: Person) -> str:
        """What is said of the record: nothing where it only gathers a name."""
        said = {_("verified"): person.verified, _("closed"): person.closed}
        said[_("merged")] = person.merged_into_id is not None
        return " · ".join(str(words) for words, holds in said.items() if holds)

    @admin.display(description=_("state"))
    def standing(self, person: Person) -> SafeString | str:
        """The same for the form, with the rejection of the name."""
        said = self.state(person) or _("unverified")
        rejected = rejection_of(person)
        if rejected is None:
            return str(said)
        told = link_to(rejected, _("not a name: rejected"))
        credits = CREDITS_STAY if person.credits.exists() else ""
        return format_html("{} · {} {}<br>{}", said, told, rejected.reason, credits)

    @admin.display(description=_("merged into"))
    def stands_for(self, person: Person) -> SafeString | str:
        """The record that stands for this one."""
        return link_to(person.merged_into)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add what stands beside the form."""
        person = context["original"]
        if person is not None:
            act_form = PersonActForm(person)
            context |= {
                "act_form": act_form,
                "media": context["media"] + act_form.media,
                "acts": acts_open_to(user_of(request), person),
                "may_identify": user_of(request).has_perm(identity.PERMISSION),
                "suggestions": suggestions_for(user_of(request), person),
                "mentions": _latest(person.mentions.all()),
                "credits": _latest(person.credits.all()),
                "events": history_of(person),
            }
        return super().render_change_form(request, context, *args, **kwargs)


def _latest(places: QuerySet[Any]) -> QuerySet[Any]:
    """Return the newest mentions or credits with their articles."""
    articles = places.select_related("article__issue__publication").defer(
        "article__blocks", "article__imported_values", "article__flags"
    )
    return articles.order_by("-article__sort_date", "-article_id", "pk")[:SHOWN_PLACES]


@admin.register(RejectedName)
class RejectedNameAdmin(ReadOnlyAdmin):
    """Words that the importer must not take for names again.

    They come and go with the acts on people, which take the mentions away and bring them back.
    """

    list_display = ["name", "reason", "rejected_by", "rejected_at"]
    list_select_related = ["rejected_by"]
    search_fields = ["name__startswith"]
    ordering = ["name"]
    sortable_by = ["name"]
    fields = ["name", "reason", "rejected_by", "rejected_at"]
