"""Every act on who is who: verify, merge, split, tell apart, reject a name, close a page, undo.

The only writer of identity.  A mention is known by its article and name, a credit by its article,
name and role: a later import may write the rows anew, and the act must still be undone then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.initials import initial_of
from articles.models import Credit, Distinction, Event, Mention, Person, RejectedName

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


def _log(person: Person, act: Event.Act, acting_user: User, note: str, changes: Any) -> Event:
    return Event.objects.create(
        act=act, actor=acting_user, record=person, changes=changes, note=note
    )


@transaction.atomic
def verify(person: Person, *, acting_user: User, reason: str, description: str = "") -> Event:
    """Say that all mentions gathered under a name are of one person."""
    note = _begin(acting_user, reason)
    if person.verified:
        raise ActNotAllowed(_("%(person)s is verified already.") % {"person": person})
    changes = {"verified": [False, True], "description": [person.description, description]}
    _set(person, verified=True, description=description or person.description)
    return _log(person, Act.VERIFY, acting_user, note, changes)


@transaction.atomic
def merge(person: Person, into: Person, *, acting_user: User, reason: str) -> Event:
    """Say that two records are of one person: everything of the first goes to the second.

    The first keeps its row, so that its address can lead to the second.  Raises `ActNotAllowed`
    for a record that is merged already, for itself, and for two that were told apart.
    """
    note = _begin(acting_user, reason)
    if person.pk == into.pk or person.merged_into_id or into.merged_into_id:
        raise ActNotAllowed(_("Choose two different records that are not merged already."))
    if Distinction.objects.between(person, into).exists():
        raise ActNotAllowed(
            _("%(one)s and %(other)s were told apart; undo that first.")
            % {"one": person, "other": into}
        )
    changes = {
        "merged_into": [None, into.pk],
        "mentions": _mention_keys(person.mentions.all()),
        "credits": _credit_keys(person.credits.all()),
        "further_name": person.name if person.name != into.name else "",
    }
    person.mentions.update(person=into)
    person.credits.update(person=into)
    if changes["further_name"]:
        into.names.get_or_create(name=person.name)
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
    the two.
    """
    note = _begin(acting_user, reason)
    mentions = [m for m in mentions if m.person_id == person.pk]
    credits = [c for c in credits if c.person_id == person.pk]
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
    return other


@transaction.atomic
def tell_apart(person: Person, other: Person, *, acting_user: User, reason: str) -> Event:
    """Say that two records are not the same person; they are not suggested for a merge again."""
    note = _begin(acting_user, reason)
    if person.pk == other.pk:
        raise ActNotAllowed(_("Choose two different records that are not merged already."))
    Distinction.objects.tell_apart(person, other, by=acting_user, reason=note)
    return _log(person, Act.TELL_APART, acting_user, note, {"other": other.pk})


@transaction.atomic
def reject_name(person: Person, *, acting_user: User, reason: str) -> Event:
    """Say that something taken for a name is none: its mentions go and don't come back."""
    note = _begin(acting_user, reason)
    if person.merged_into_id:
        raise ActNotAllowed(_("Choose two different records that are not merged already."))
    names = [person.name]
    RejectedName.objects.get_or_create(
        name=person.name, defaults={"reason": note[:200], "rejected_by": acting_user}
    )
    gone = person.mentions.filter(name__in=names)
    fields = ("article_id", "name", "description", "pseudonym", "spans", "confidence")
    changes = {"rejected": names, "mentions_gone": list(gone.values(*fields))}
    gone.delete()
    return _log(person, Act.REJECT_NAME, acting_user, note, changes)


@transaction.atomic
def close(person: Person, *, acting_user: User, reason: str) -> Event:
    """Take a person's page away from readers; the text stays as printed, without the link."""
    note = _begin(acting_user, reason)
    if person.closed:
        raise ActNotAllowed(_("The page of %(person)s is closed already.") % {"person": person})
    _set(person, closed=True)
    return _log(person, Act.CLOSE, acting_user, note, {"closed": [False, True]})


@transaction.atomic
def undo(event: Event, *, acting_user: User, reason: str) -> Event:
    """Take an act on identity back; raises `ActNotAllowed` where it was undone or can't be."""
    note = _begin(acting_user, reason)
    back = UNDO.get(Act(event.act))
    if back is None or not isinstance(event.record, Person):
        raise ActNotAllowed(_("This act can't be undone."))
    if Event.objects.of(event.record).filter(act=Act.UNDO, changes__event=event.pk).exists():
        raise ActNotAllowed(_("This act was undone already."))
    back(event.record, event)
    return _log(event.record, Act.UNDO, acting_user, note, {"event": event.pk, "act": event.act})


def _undo_verify(person: Person, event: Event) -> None:
    others = Person.objects.unverified([person.name])
    if others:
        raise ActNotAllowed(_("There is an unverified record of this name already; merge them."))
    _set(person, verified=False, description=event.changes["description"][0])


def _undo_merge(person: Person, event: Event) -> None:
    into = Person.objects.get(pk=event.changes["merged_into"][1])
    if person.merged_into_id != into.pk or into.merged_into_id:
        raise ActNotAllowed(_("The records were merged again since; undo that first."))
    if not person.verified:
        # Mentions that came since have made a new unverified record of the name: take them back.
        for later in Person.objects.unverified([person.name]).values():
            _move_all(later, person)
            _set(later, merged_into=person)
    _move(event.changes, to=person, of=into)
    if event.changes["further_name"]:
        into.names.filter(name=event.changes["further_name"]).delete()
    _set(person, merged_into=None)


def _undo_split(person: Person, event: Event) -> None:
    origin = Person.objects.get(pk=event.changes["from"]).canonical
    Distinction.objects.between(origin, person).delete()
    _move_all(person, origin)
    _set(person, merged_into=origin)


def _undo_tell_apart(person: Person, event: Event) -> None:
    Distinction.objects.between(person, Person.objects.get(pk=event.changes["other"])).delete()


def _undo_reject_name(person: Person, event: Event) -> None:
    RejectedName.objects.filter(name__in=event.changes["rejected"]).delete()
    Mention.objects.bulk_create(
        (Mention(person=person, **values) for values in event.changes["mentions_gone"]),
        ignore_conflicts=True,  # a later import may have found the name again
    )


def _undo_close(person: Person, event: Event) -> None:
    _set(person, closed=False)


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


def _move_all(person: Person, into: Person) -> None:
    person.mentions.update(person=into)
    person.credits.update(person=into)
