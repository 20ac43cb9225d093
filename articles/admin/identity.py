"""Buttons for who is who: each act wants a reason, and the history can take it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles import evidence, identity
from articles.admin.choices import PersonChoices, PersonSelect
from articles.admin.desk import DeskAdmin, change_url, user_of
from articles.admin.history import acts_on
from articles.models import Credit, Event, Mention, Person, RejectedName

Act = Event.Act
Kind = evidence.Kind

BUTTONS: Mapping[Event.Act, Any] = {
    Act.VERIFY: gettext_lazy("One person: verify"),
    Act.SPLIT: gettext_lazy("Split off what is ticked"),
    Act.REJECT_NAME: gettext_lazy("Not a name: reject"),
    Act.CLOSE: gettext_lazy("Close the public page"),
}
"""The acts on one record; those on a pair stand at each suggestion."""

EVIDENCE: Mapping[str, Any] = {
    Kind.SAME_POST: gettext_lazy("same post"),
    Kind.SAME_ORGANISATION: gettext_lazy("same organisation"),
    Kind.SAME_PUBLICATION: gettext_lazy("same newspaper"),
    Kind.SAME_REGION: gettext_lazy("same region"),
    Kind.NAMED_TOGETHER: gettext_lazy("named together with"),
    Kind.SAME_YEARS: gettext_lazy("same years"),
}


CREDITS_STAY = gettext_lazy(
    "The credits of this name stay: bylines are kept as printed. Correct them in the articles."
)


class PersonActForm(forms.Form):
    """What the buttons send; which of the fields count depends on the act.

    Of a pair the other record is `another` if it was searched for, else the suggested `other`.
    """

    reason = forms.CharField(required=False)
    description = forms.CharField(required=False, max_length=200)
    other = forms.ModelChoiceField(Person.objects.current(), required=False)
    another = forms.ModelChoiceField(
        Person.objects.current(),
        required=False,
        label=gettext_lazy("Another record"),
        widget=PersonSelect(Person._meta.get_field("merged_into"), admin.site),
    )
    mentions = forms.ModelMultipleChoiceField(Mention.objects.none(), required=False)
    credits = forms.ModelMultipleChoiceField(Credit.objects.none(), required=False)
    event = forms.ModelChoiceField(Event.objects.none(), required=False)

    def __init__(self, person: Person, *args: Any) -> None:
        super().__init__(*args)
        for name, rows in {
            "mentions": Mention.objects.filter(person=person),
            "credits": Credit.objects.filter(person=person),
            "event": acts_on(person),
        }.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]


def acts_open_to(user: User, person: Person) -> list[tuple[str, Any]]:
    """Return the buttons that make sense for a record, with their labels."""
    if not user.has_perm(identity.PERMISSION) or person.merged_into_id:
        return []
    senseless = {
        Act.VERIFY: person.verified,
        Act.CLOSE: person.closed,
        Act.REJECT_NAME: rejection_of(person) is not None,
    }
    return [(act.value, label) for act, label in BUTTONS.items() if not senseless.get(act)]


def rejection_of(person: Person) -> RejectedName | None:
    """Return the entry that says that the record's name is none, if an editor has said so."""
    rejected = RejectedName.objects.filter(name=person.name).select_related("rejected_by")
    return rejected.first()


def suggestions_for(user: User, person: Person) -> list[tuple[Person, list[tuple[Any, str]]]]:
    """Return the records that may be the same person, each with the evidence in words."""
    if not user.has_perm(identity.PERMISSION) or person.merged_into_id:
        return []
    return [
        (found.person, [(EVIDENCE[e.kind], ", ".join(e.examples)) for e in found.evidence])
        for found in evidence.suggestions(person)
    ]


class ActsOnPeople(DeskAdmin):
    """The part of the person's admin that calls the acts on identity."""

    def get_urls(self) -> list[URLPattern]:
        """Add the addresses of the buttons and of the people that fields offer."""
        protect = self.admin_site.admin_view
        choices = PersonChoices.as_view(admin_site=self.admin_site)
        own = [
            path("<int:pk>/act/", protect(self.act_view), name="articles_person_act"),
            path("choices/", protect(choices), name="articles_person_choices"),
        ]
        return own + super().get_urls()

    @method_decorator(require_POST)
    def act_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do the act of the button that was pressed and say what came of it."""
        person = get_object_or_404(Person, pk=pk)
        act = DO.get(request.POST.get("act", ""))
        form = PersonActForm(person, request.POST)
        if act is None:
            raise Http404
        if not form.is_valid():
            told = _("What you chose is no longer there; choose again.")
            self.message_user(request, told, messages.WARNING)
            return HttpResponseRedirect(change_url(person))
        try:
            result = act(person, form.cleaned_data, user_of(request))
        except identity.ActNotAllowed as refusal:
            self.message_user(request, str(refusal), messages.WARNING)
        else:
            self.message_user(request, _("Done, and noted in the history."), messages.SUCCESS)
            if act is _reject_name and person.credits.exists():
                self.message_user(request, CREDITS_STAY, messages.INFO)
            person = result or person
        return HttpResponseRedirect(change_url(person))


Given = dict[str, Any]


def _verify(person: Person, given: Given, user: User) -> None:
    identity.verify(
        person, acting_user=user, reason=given["reason"], description=given["description"]
    )


def _split(person: Person, given: Given, user: User) -> Person:
    return identity.split(
        person,
        given["mentions"],
        given["credits"],
        acting_user=user,
        reason=given["reason"],
        description=given["description"],
    )


def _reject_name(person: Person, given: Given, user: User) -> None:
    identity.reject_name(person, acting_user=user, reason=given["reason"])


def _close(person: Person, given: Given, user: User) -> None:
    identity.close(person, acting_user=user, reason=given["reason"])


def _merge(person: Person, given: Given, user: User) -> Person:
    other = _other(given)
    identity.merge(person, other, acting_user=user, reason=given["reason"])
    return other


def _tell_apart(person: Person, given: Given, user: User) -> None:
    identity.tell_apart(person, _other(given), acting_user=user, reason=given["reason"])


def _undo(person: Person, given: Given, user: User) -> None:
    if given["event"] is None:
        raise Http404
    identity.undo(given["event"], acting_user=user, reason=given["reason"])


def _other(given: Given) -> Person:
    other: Person | None = given["another"] or given["other"]
    if other is None:
        raise identity.ActNotAllowed(_("Choose the other record, or search for it, first."))
    return other


DO: Mapping[str, Callable[[Person, Given, User], Person | None]] = {
    Act.VERIFY: _verify,
    Act.SPLIT: _split,
    Act.REJECT_NAME: _reject_name,
    Act.CLOSE: _close,
    Act.MERGE: _merge,
    Act.TELL_APART: _tell_apart,
    Act.UNDO: _undo,
}
"""What each button does; returns the record to show next, None for the same one."""
