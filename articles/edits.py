"""Every edit of a record, and the decisions on what a new reading proposes.

An edit is one block of work on one record: `editing` looks at it before and after and writes the
difference into the history, so that no form can forget a field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Field, ForeignKey, Model
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import topics, workflow
from articles.initials import initial_of
from articles.models import (
    UNDATED,
    Article,
    ArticleRegion,
    Credit,
    Event,
    Issue,
    Mention,
    Page,
    Person,
    Proposal,
    RejectedName,
    Status,
)
from regions.models import Region

PUBLISHED_EDIT = "articles.publish_article"
"""The permission that an edit of a public article needs besides that to change it."""

INVISIBLE = frozenset({"flags", "confidence"})
"""Fields of an article that readers don't see: a change of them is no correction."""


def may_edit(user: User, record: Model) -> bool:
    """Whether the user may change the record; a public article needs the right to publish too."""
    if not user.has_perm(f"{record._meta.app_label}.change_{record._meta.model_name}"):
        return False
    public = isinstance(record, Article) and record.status == Status.PUBLISHED
    return not public or user.has_perm(PUBLISHED_EDIT)


@contextmanager
def editing(record: Model, *, acting_user: User, note: str = "") -> Iterator[None]:
    """Write what the block changes in the record and its rows into the history, in one act.

    The block saves the record; the values before and after are those in the database, and the
    record has them at the end, however old it was.  An edit of a public article is a correction
    and gets a time.  Raises `PermissionDenied` before the block is run.
    """
    with transaction.atomic():
        stored = type(record)._default_manager.select_for_update().get(pk=record.pk)
        if not may_edit(acting_user, stored):
            raise PermissionDenied(_("You don't have the permission to change this record."))
        before = values_of(stored)
        yield
        record.refresh_from_db()
        if isinstance(record, Article):
            _link_loose_names(record)
            _mark_primary_region(record, before)
        changes = difference(before, values_of(record))
        if changes:
            _follow(record, changes)
            workflow.record(
                record, Event.Act.EDIT, acting_user=acting_user, changes=changes, note=note
            )


def record_added(record: Model, *, acting_user: User) -> None:
    """Write into the history that somebody has added a record, with its values."""
    changes = {name: [None, value] for name, value in _told(record).items()}
    workflow.record(record, Event.Act.ADD, acting_user=acting_user, changes=changes)


@transaction.atomic
def delete(record: Model, *, acting_user: User) -> None:
    """Delete a record; the history keeps its values and, as the note, its name.

    Whether it may go is for the caller to say.
    """
    changes = {name: [value, None] for name, value in _told(record).items()}
    workflow.record(
        record, Event.Act.DELETE, acting_user=acting_user, changes=changes, note=str(record)
    )
    record.delete()


def _told(record: Model) -> dict[str, Any]:
    """Return the values of a record that say something."""
    return {name: value for name, value in values_of(record).items() if value not in (None, "", [])}


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return the old and the new value of each name whose value differs."""
    return {name: [before[name], after[name]] for name in before if before[name] != after[name]}


def values_of(record: Model) -> dict[str, Any]:
    """Return what an editor can change in a record, in the form that the history keeps.

    A foreign key is `{"id": …, "name": …}`; rows that belong to the record are lists.
    """
    values = {field.name: _value(field, record) for field in editable_fields(record)}
    linked = LINKED.get(type(record), {})
    return values | {name: rows(record) for name, rows in linked.items()}


def editable_fields(record: Model) -> list[Field[Any, Any]]:
    """Return the fields of the record's own row that a form may change."""
    return [f for f in record._meta.concrete_fields if f.editable and not f.primary_key]


def _value(field: Field[Any, Any], record: Model) -> Any:
    if isinstance(field, ForeignKey):
        other = getattr(record, field.name)
        return {"id": other.pk, "name": str(other)} if other else None
    value = field.value_from_object(record)
    return json.loads(json.dumps(field.get_prep_value(value), cls=DjangoJSONEncoder))


REGION = ("region__name", "region__code")


def _credits(article: Article) -> list[dict[str, Any]]:
    rows = Credit.objects.filter(article=article).order_by("order", "pk")
    return [{**row} for row in rows.values("name", "role", "person")]


def _people(article: Article) -> list[dict[str, Any]]:
    rows = Mention.objects.filter(article=article).order_by("pk")
    return [{**row} for row in rows.values("name", "description", "pseudonym", "person")]


def _regions(article: Article) -> list[dict[str, Any]]:
    rows = ArticleRegion.objects.filter(article=article).order_by("region__code")
    return [{"name": name, "code": code} for name, code in rows.values_list(*REGION)]


LINKED: Mapping[type[Model], Mapping[str, Callable[[Any], list[Any]]]] = {
    Article: {
        "tags": lambda article: sorted(article.tags.names()),
        "credits": _credits,
        "people": _people,
        "regions": _regions,
    },
    Person: {"names": lambda person: sorted(n.name for n in person.names.all())},
}
"""The rows that are edited together with a record, by the name the history gives them."""


def _link_loose_names(article: Article) -> None:
    """Give each new name in an article the record that gathers the mentions of the name."""
    for mention in article.mentions.filter(person=None, pseudonym=False):
        mention.person = _gatherer(mention.name)
        mention.save(update_fields=["person"])
    for credit in article.credits.filter(person=None).exclude(role=Credit.Role.AGENCY):
        credit.person = _gatherer(credit.name)
        credit.save(update_fields=["person"])


def _follow(record: Model, changes: Mapping[str, Any]) -> None:
    """Bring up to date what is derived from the changed values."""
    if isinstance(record, Article):
        if "tags" in changes:
            topics.keep_decision(record, *changes["tags"])
        if record.status == Status.PUBLISHED and set(changes) - INVISIBLE:
            record.corrected_at = timezone.now()
            record.save(update_fields=["corrected_at", "updated_at"])
    elif isinstance(record, Issue) and "date" in changes:
        Article.objects.filter(issue=record).update(sort_date=record.date or UNDATED)
    elif isinstance(record, Page) and "issue" in changes:
        day = record.issue.date or UNDATED
        Article.objects.filter(page=record).update(issue=record.issue, sort_date=day)
    elif isinstance(record, Person) and "name" in changes:
        record.initial = initial_of(record.name)
        record.save(update_fields=["initial"])


def _mark_primary_region(article: Article, before: Mapping[str, Any]) -> None:
    """Mark the primary region among the article's regions, of which `before` has the old values.

    One that was just chosen is added to them; one that was taken from them is primary no more.
    One that the importer took from elsewhere and never was among them stays.
    """
    region = article.primary_region
    if region and not article.region_links.filter(region=region).exists():
        old = before["primary_region"]
        if old is None or old["id"] != region.pk:
            article.region_links.create(region=region)
        elif any(row["code"] == region.code for row in before["regions"]):
            article.primary_region = region = None
            article.save(update_fields=["primary_region"])
    article.region_links.filter(primary=True).exclude(region=region).update(primary=False)
    article.region_links.filter(primary=False, region=region).update(primary=True)


@transaction.atomic
def apply_proposal(proposal: Proposal, *, acting_user: User) -> None:
    """Give the article's field the proposed value; the proposal is done then."""
    # Not `proposal.article`: another proposal of the same article may have just changed it.
    article = Article.objects.select_for_update().get(pk=proposal.article_id)
    with editing(article, acting_user=acting_user):
        replace = REPLACE.get(proposal.field)
        if replace is None:
            setattr(article, proposal.field, proposal.value)
            article.save(update_fields=[proposal.field, "updated_at"])
        else:
            replace(article, proposal.value)
        proposal.delete()


@transaction.atomic
def dismiss_proposal(proposal: Proposal, *, acting_user: User) -> None:
    """Keep the article's value and forget the proposal."""
    if not may_edit(acting_user, Article.objects.get(pk=proposal.article_id)):
        raise PermissionDenied(_("You don't have the permission to change this record."))
    proposal.delete()


def _replace_credits(article: Article, value: list[dict[str, str]]) -> None:
    known = {(c.name, c.role): c.person for c in article.credits.select_related("person")}
    article.credits.all().delete()
    for order, credit in enumerate(value):
        name, role = credit["name"], credit["role"]
        agency = role == Credit.Role.AGENCY
        person = None if agency else known.get((name, role)) or _gatherer(name)
        article.credits.create(name=name, role=role, person=person, order=order)


def _replace_people(article: Article, value: list[list[Any]]) -> None:
    known = {(m.name, m.pseudonym): m for m in article.mentions.select_related("person")}
    article.mentions.all().delete()
    rejected = set(RejectedName.objects.filter(name__in=[v[0] for v in value]).values_list("name"))
    for name, description, pseudonym in (v for v in value if (v[0],) not in rejected):
        old = known.get((name, pseudonym))
        article.mentions.create(
            name=name,
            description=description,
            pseudonym=pseudonym,
            person=None if pseudonym else (old and old.person) or _gatherer(name),
            spans=old.spans if old else _places(article, name),
        )


def _replace_regions(article: Article, value: list[str]) -> None:
    known = {link.region.code: link for link in article.region_links.select_related("region")}
    gone = [link.pk for code, link in known.items() if code not in value]
    article.region_links.filter(pk__in=gone).delete()
    for region in Region.objects.filter(code__in=set(value) - known.keys()):
        article.region_links.create(region=region)


def _replace_primary_region(article: Article, value: str | None) -> None:
    article.primary_region = Region.objects.filter(code=value).first() if value else None
    article.save(update_fields=["primary_region", "updated_at"])


REPLACE: Mapping[str, Callable[[Article, Any], None]] = {
    "credits": _replace_credits,
    "people": _replace_people,
    "regions": _replace_regions,
    "primary_region": _replace_primary_region,
}
"""How a proposed value is set that is not a text field of the article."""


def _gatherer(name: str) -> Person | None:
    """Return the unverified person that gathers the mentions of a name, a new one if need be.

    A name that an editor has rejected has none.
    """
    if RejectedName.objects.filter(name=name).exists():
        return None
    person, _created = Person.objects.current().get_or_create(
        name=name, verified=False, defaults={"initial": initial_of(name)}
    )
    return person


def _places(article: Article, name: str) -> list[list[int]]:
    """Return where the article's stretches of the source hold a name."""
    source = article.page.source_text
    found = []
    for start, end in (span for block in article.blocks for span in block["spans"]):
        at = source.find(name, start, end)
        while at >= 0:
            found.append([at, at + len(name)])
            at = source.find(name, at + len(name), end)
    return found


def proposable_values(article: Article) -> dict[str, Any]:
    """Return the article's values by the names that proposals have, in the form of the history."""
    region = article.primary_region
    return values_of(article) | {"primary_region": region.code if region else None}
