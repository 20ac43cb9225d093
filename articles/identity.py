"""Every act on who is who: verify, merge, split, tell apart, reject a name, close a page, undo.

The only writer of identity.  A mention is known by its article and name, a credit by its article,
name and role: a later import may write the rows anew, and the act must still be undone then.
An act locks its records first and reads them again, so that nothing it decides on is out of date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.initials import initial_of
from articles.models import Article, Credit, Distinction, Event, Mention, Person, RejectedName

Act = Event.Act
PERMISSION = "articles.identify_person"


class ActNotAllowed(Exception):  # noqa: N818  (the words of the newsroom)
    """An act on identity that makes no sense or was ruled out; the message says why."""


def _begin(acting_user: User, reason: str) -> str:
    """Check what holds for every act; return the reason without blanks around it."""
    if not acting_user.has_perm(PERMISSION):
        raise PermissionDenied(_("You don't have the permission for this step."))
    if not reason.strip():
        raise ActNotAllowed(_("Say why: the reason is kept with the act."))
    return reason.strip()


def _lock(*persons: Person) -> None:
    """Keep the records as they are until the act is done; the instances get their values of now."""
    for person in sorted(persons, key=lambda person: person.pk):  # one order: no deadlocks
        person.refresh_from_db(from_queryset=Person.objects.select_for_update())


def _lock_current(person: Person) -> None:
    """Lock a record that must not be merged: what is done to one that is would have no effect."""
    _lock(person)
    if person.merged_into_id:
        raise ActNotAllowed(
            _("%(person)s was merged into another record; do this there.") % {"person": person}
        )


def _log(person: Person, act: Event.Act, acting_user: User, note: str, changes: Any) -> Event:
    return Event.objects.create(
        act=act, actor=acting_user, record=person, changes=changes, note=note
    )


@transaction.atomic
def verify(person: Person, *, acting_user: User, reason: str, description: str = "") -> Event:
    """Say that all mentions gathered under a name are of one person."""
    note = _begin(acting_user, reason)
    _lock_current(person)
    if person.verified:
        raise ActNotAllowed(_("%(person)s is verified already.") % {"person": person})
    description = description or person.description
    changes = {"verified": [False, True], "description": [person.description, description]}
    _set(person, verified=True, description=description)
    return _log(person, Act.VERIFY, acting_user, note, changes)


@transaction.atomic
def merge(person: Person, into: Person, *, acting_user: User, reason: str) -> Event:
    """Say that two records are of one person: everything of the first goes to the second.

    The first keeps its row, so that its address can lead to the second.  If the page of the first
    is closed, that of the second is from now on.  Raises `ActNotAllowed` for a record that is
    merged already, for itself, and for two that were told apart.
    """
    note = _begin(acting_user, reason)
    _lock(person, into)
    if person.pk == into.pk or person.merged_into_id or into.merged_into_id:
        raise ActNotAllowed(_("Choose two different records that are not merged already."))
    if Distinction.objects.between(person, into).exists():
        raise ActNotAllowed(
            _("%(one)s and %(other)s were told apart; undo that first.")
            % {"one": person, "other": into}
        )
    named_so = person.name == into.name or not into.names.get_or_create(name=person.name)[1]
    changes = {
        "merged_into": [None, into.pk],
        "mentions": _mention_keys(person.mentions.all()),
        "credits": _credit_keys(person.credits.all()),
        "further_name": "" if named_so else person.name,
        "closes": person.closed and not into.closed,
    }
    _move_all(person, into)
    _set(into, closed=person.closed or into.closed)
    _set(person, merged_into=into)
    return _log(person, Act.MERGE, acting_user, note, changes)


@transaction.atomic
def split(
    person: Person,
    mentions: Iterable[Mention],
    credits: Iterable[Credit],
    *,
    acting_user: User,
    reason: str,
    description: str = "",
) -> Person:
    """Say that some mentions and credits of a record are of somebody else; return that person.

    The new record is verified and told apart from the old one, so that nobody suggests to merge
    the two.  If the page of the old one is closed, that of the new one is too, by an act of its
    own that can be undone.
    """
    note = _begin(acting_user, reason)
    _lock_current(person)
    mentions = list(person.mentions.filter(pk__in=[m.pk for m in mentions]))
    credits = list(person.credits.filter(pk__in=[c.pk for c in credits]))
    if not mentions and not credits:
        raise ActNotAllowed(_("Choose at least one mention or credit of this person."))
    other = Person.objects.create(
        name=person.name,
        initial=person.initial or initial_of(person.name),
        verified=True,
        description=description,
    )
    Mention.objects.filter(pk__in=[m.pk for m in mentions]).update(person=other)
    Credit.objects.filter(pk__in=[c.pk for c in credits]).update(person=other)
    Distinction.objects.tell_apart(person, other, by=acting_user, reason=note)
    changes = {
        "from": person.pk,
        "mentions": _mention_keys(mentions),
        "credits": _credit_keys(credits),
    }
    _log(other, Act.SPLIT, acting_user, note, changes)
    if person.closed:
        close(other, acting_user=acting_user, reason=note)
    return other


@transaction.atomic
def tell_apart(person: Person, other: Person, *, acting_user: User, reason: str) -> Event:
    """Say that two records are not the same person; they are not suggested for a merge again."""
    note = _begin(acting_user, reason)
    _lock(person, other)
    if person.pk == other.pk or person.merged_into_id or other.merged_into_id:
        raise ActNotAllowed(_("Choose two different records that are not merged already."))
    Distinction.objects.tell_apart(person, other, by=acting_user, reason=note)
    return _log(person, Act.TELL_APART, acting_user, note, {"other": other.pk})


@transaction.atomic
def reject_name(person: Person, *, acting_user: User, reason: str) -> Event:
    """Say that something taken for a name is none: its mentions go and don't come back."""
    note = _begin(acting_user, reason)
    _lock_current(person)
    _row, is_new = RejectedName.objects.get_or_create(
        name=person.name, defaults={"reason": note[:200], "rejected_by": acting_user}
    )
    gone = person.mentions.filter(name=person.name)
    fields = ("article_id", "name", "description", "pseudonym", "spans", "confidence")
    changes = {
        "rejected": [person.name] if is_new else [],
        "mentions_gone": list(gone.values(*fields)),
    }
    gone.delete()
    return _log(person, Act.REJECT_NAME, acting_user, note, changes)


@transaction.atomic
def close(person: Person, *, acting_user: User, reason: str) -> Event:
    """Take a person's page away from readers; the text stays as printed, without the link."""
    note = _begin(acting_user, reason)
    _lock_current(person)
    if person.closed:
        raise ActNotAllowed(_("The page of %(person)s is closed already.") % {"person": person})
    _set(person, closed=True)
    return _log(person, Act.CLOSE, acting_user, note, {"closed": [False, True]})


@transaction.atomic
def undo(event: Event, *, acting_user: User, reason: str) -> Event:
    """Take an act on identity back; raises `ActNotAllowed` where it was undone or can't be."""
    note = _begin(acting_user, reason)
    back = UNDO.get(Act(event.act))
    person = event.record
    if back is None or not isinstance(person, Person):
        raise ActNotAllowed(_("This act can't be undone."))
    _lock(person, *_others_in(event, person))
    if Event.objects.of(person).filter(act=Act.UNDO, changes__event=event.pk).exists():
        raise ActNotAllowed(_("This act was undone already."))
    back(person, event)
    return _log(person, Act.UNDO, acting_user, note, {"event": event.pk, "act": event.act})


def _others_in(event: Event, person: Person) -> Iterable[Person]:
    """Return the other records that undoing the act changes or decides on."""
    changes = event.changes
    pks = [changes.get("from"), changes.get("other"), *changes.get("merged_into", ())]
    gathering = Q(name=person.name, verified=False, merged_into=None)
    others = Person.objects.filter(gathering | Q(pk__in=[pk for pk in pks if pk]))
    return others.exclude(pk=person.pk)


def _undo_verify(person: Person, event: Event) -> None:
    others = Person.objects.unverified([person.name])
    if others:
        raise ActNotAllowed(_("There is an unverified record of this name already; merge them."))
    _set(person, verified=False, description=event.changes["description"][0])


def _undo_merge(person: Person, event: Event) -> None:
    changes = event.changes
    into = Person.objects.get(pk=changes["merged_into"][1])
    if person.merged_into_id != into.pk:
        raise _merged_since()
    _must_be_current(into)
    if changes["closes"]:
        _must_have_no_closed(into, besides=person.pk)
        _set(into, closed=False)
    if not person.verified:
        # Mentions that came since have made a new unverified record of the name: take them back.
        for later in Person.objects.unverified([person.name]).values():
            _take_in(later, person)
    _move(changes, to=person, of=into)
    if not into.merged.filter(name=changes["further_name"]).exclude(pk=person.pk).exists():
        into.names.filter(name=changes["further_name"]).delete()
    _set(person, merged_into=None)


def _undo_split(person: Person, event: Event) -> None:
    origin = Person.objects.get(pk=event.changes["from"])
    _must_be_current(person, origin)
    Distinction.objects.between(origin, person).delete()
    _take_in(person, origin)


def _undo_tell_apart(person: Person, event: Event) -> None:
    Distinction.objects.between(person, Person.objects.get(pk=event.changes["other"])).delete()


def _undo_reject_name(person: Person, event: Event) -> None:
    _must_be_current(person)
    RejectedName.objects.filter(name__in=event.changes["rejected"]).delete()
    gone = event.changes["mentions_gone"]
    kept = Article.objects.in_bulk({values["article_id"] for values in gone})
    Mention.objects.bulk_create(
        (Mention(person=person, **values) for values in gone if values["article_id"] in kept),
        ignore_conflicts=True,  # a later import may have found the name again
    )


def _undo_close(person: Person, event: Event) -> None:
    _must_have_no_closed(person)
    _set(person, closed=False)


def _merged_since() -> ActNotAllowed:
    return ActNotAllowed(_("The records were merged again since; undo that first."))


def _must_be_current(*persons: Person) -> None:
    if any(person.merged_into_id for person in persons):
        raise _merged_since()


def _must_have_no_closed(person: Person, besides: int = 0) -> None:
    """Refuse to open a page that would show what belongs to a closed record merged into it."""
    if person.merged.filter(closed=True).exclude(pk=besides).exists():
        raise ActNotAllowed(
            _("A record whose page is closed was merged into %(person)s; undo that first.")
            % {"person": person}
        )


UNDO: dict[Event.Act, Callable[[Person, Event], None]] = {
    Act.VERIFY: _undo_verify,
    Act.MERGE: _undo_merge,
    Act.SPLIT: _undo_split,
    Act.TELL_APART: _undo_tell_apart,
    Act.REJECT_NAME: _undo_reject_name,
    Act.CLOSE: _undo_close,
}


def _set(person: Person, **values: Any) -> None:
    for name, value in values.items():
        setattr(person, name, value)
    person.save(update_fields=[*values])


def _mention_keys(mentions: Iterable[Mention]) -> list[list[Any]]:
    return [[m.article_id, m.name, m.pseudonym] for m in mentions]


def _credit_keys(credits: Iterable[Credit]) -> list[list[Any]]:
    return [[c.article_id, c.name, c.role] for c in credits]


def _move(changes: dict[str, Any], *, to: Person, of: Person) -> None:
    """Give a person back the mentions and credits that an act took."""
    for article, name, pseudonym in changes["mentions"]:
        of.mentions.filter(article=article, name=name, pseudonym=pseudonym).update(person=to)
    for article, name, role in changes["credits"]:
        of.credits.filter(article=article, name=name, role=role).update(person=to)


def _take_in(person: Person, into: Person) -> None:
    """Merge a record while something is undone; nothing would remember that it closes the other."""
    if person.closed and not into.closed:
        raise ActNotAllowed(
            _("The page of one of the two records is closed: close that of the other first.")
        )
    _move_all(person, into)
    _set(person, merged_into=into)


def _move_all(person: Person, into: Person) -> None:
    person.mentions.update(person=into)
    person.credits.update(person=into)
