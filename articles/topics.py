"""Tags that rules give and take, without ever overruling an editor.

A rule's tag follows the text: it comes when a phrase is there and goes when none is any more.
What an editor added or removed by hand is a `TagDecision` of the editor, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import add

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from taggit.models import Tag, TaggedItem

from articles.models import (
    Article,
    ArticleQuerySet,
    Event,
    Kind,
    TagDecision,
    TagRule,
    folded,
)

BATCH = 500
"""Articles that are read and tagged in one transaction."""

HEADLINE = ("section", "kicker", "title", "subtitle")
TEXT = ("abstract", "body", "captions")
READ = ("kind", *HEADLINE, *TEXT)

PERMISSIONS = ("articles.change_article", "articles.publish_article")
"""What an editor needs to apply rules: tags of public articles change too."""

LATIN = re.compile(r"[a-z0-9]")


@dataclass(slots=True)
class _Phrase:
    """A phrase of a rule; with a Latin letter or digit at an end, that is an end of a word."""

    text: str
    tag: int
    word: re.Pattern[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        first, last = (bool(LATIN.match(self.text[i])) for i in (0, -1))
        if first or last:
            before, after = "(?<![a-z0-9])" * first, "(?![a-z0-9])" * last
            self.word = re.compile(before + re.escape(self.text) + after)

    def is_in(self, text: str) -> bool:
        return self.text in text and (self.word is None or bool(self.word.search(text)))


class Rulebook:
    """The phrases of many rules, to be looked for in one pass over a text.

    Phrases are kept by their first two characters, so a text costs one look at its pairs of
    characters, however many rules there are.
    """

    def __init__(self, rules: Iterable[TagRule]) -> None:
        self.tags: dict[int, str] = {}
        """The names of the tags that the rules keep, by key."""
        self._in_headlines: dict[str, list[_Phrase]] = {}
        self._in_texts: dict[str, list[_Phrase]] = {}
        for rule in rules:
            self.tags[rule.tag_id] = rule.tag.name
            headline = rule.where == TagRule.Where.HEADLINE
            phrases = self._in_headlines if headline else self._in_texts
            for text in map(folded, rule.phrase_list):
                phrases.setdefault(text[:2], []).append(_Phrase(text, rule.tag_id))

    def tags_for(self, article: Article) -> set[int]:
        """Return the keys of the tags that the rules want for an article; asks no database.

        A table of contents gets none: it names what stands elsewhere.
        """
        if article.kind == Kind.CONTENTS:
            return set()
        headline = folded("\n".join(getattr(article, name) for name in HEADLINE))
        text = folded("\n".join(getattr(article, name) for name in TEXT))
        whole = f"{headline}\n{text}" if self._in_texts else ""
        return _found(headline, self._in_headlines) | _found(whole, self._in_texts)


def _found(text: str, phrases: dict[str, list[_Phrase]]) -> set[int]:
    pairs = set(map(add, text, text[1:]))
    found: set[int] = set()
    for pair in phrases.keys() & pairs:
        found.update(p.tag for p in phrases[pair] if p.tag not in found and p.is_in(text))
    return found


def tags_for(article: Article, rules: Iterable[TagRule]) -> set[str]:
    """Return the names of the tags that the rules want for one article."""
    book = Rulebook(rules)
    return {book.tags[tag] for tag in book.tags_for(article)}


@dataclass(frozen=True, slots=True)
class Preview:
    """In `count` of the `among` newest articles a rule finds a phrase; some of them."""

    count: int
    among: int
    examples: tuple[Article, ...]


def preview(rule: TagRule, *, among: int = 1000, examples: int = 8) -> Preview:
    """Try a rule, active or not, on the newest articles; changes nothing."""
    newest = list(Article.objects.newest_first().only(*READ)[:among])
    book = Rulebook([rule])
    found = [article for article in newest if book.tags_for(article)]
    return Preview(len(found), len(newest), tuple(found[:examples]))


@dataclass(slots=True)
class Applied:
    """How many articles were looked at, and how many tags given and taken."""

    articles: int = 0
    given: int = 0
    taken: int = 0


def may_apply(user: User) -> bool:
    """Whether the user may let rules tag articles."""
    return user.has_perms(PERMISSIONS)


def apply(
    rules: Iterable[TagRule],
    articles: ArticleQuerySet,
    *,
    acting_user: User | None,
    into_history: bool = True,
) -> Applied:
    """Bring the rules' tags of the articles up to date, batch by batch; a second time changes none.

    `rules` are all active rules of their tags: a tag of which no rule speaks is left as it is.
    Without an acting user it is the importer's work.  Raises `PermissionDenied`.
    """
    if acting_user and not may_apply(acting_user):
        raise PermissionDenied(_("You don't have the permission to tag articles by rules."))
    done = Applied()
    book = Rulebook(rules)
    last: int | None = 0 if book.tags else None
    while last is not None:
        with transaction.atomic():
            rows = articles.order_by("pk").filter(pk__gt=last).only(*READ)
            batch = list(rows.select_for_update(of=("self",))[:BATCH])
            changes = _changes(batch, book)
            _write(changes)
            if into_history:
                Event.objects.bulk_create(change.event(acting_user) for change in changes)
        done.articles += len(batch)
        done.given += sum(len(change.given) for change in changes)
        done.taken += sum(len(change.taken) for change in changes)
        last = batch[-1].pk if len(batch) == BATCH else None
    return done


@dataclass(frozen=True, slots=True)
class _Change:
    """The tags that an article gets and loses, as keys and names, and the names it had."""

    article: Article
    given: dict[int, str]
    taken: dict[int, str]
    before: frozenset[str]

    def event(self, actor: User | None) -> Event:
        after = self.before - set(self.taken.values()) | set(self.given.values())
        return Event(
            act=Event.Act.TAG,
            actor=actor,
            record=self.article,
            changes={"tags": [sorted(self.before), sorted(after)]},
        )


def _changes(articles: Sequence[Article], book: Rulebook) -> list[_Change]:
    """Return what the rules change in a few articles, with two queries."""
    held: dict[int, dict[int, str]] = {article.pk: {} for article in articles}
    items = TaggedItem.objects.filter(content_type=_kind(), object_id__in=held)
    for article, tag, name in items.values_list("object_id", "tag", "tag__name"):
        held[article][tag] = name
    decisions = TagDecision.objects.filter(article__in=held, tag__in=book.tags)
    by_editor = {
        (article, tag): decided
        for article, tag, decided in decisions.values_list("article", "tag", "by_editor")
    }
    changes = []
    for article in articles:
        wanted, has = book.tags_for(article), held[article.pk]
        given = {t for t in wanted - has.keys() if (article.pk, t) not in by_editor}
        taken = {t for t in has.keys() - wanted if by_editor.get((article.pk, t)) is False}
        if given or taken:
            change = _Change(
                article,
                {tag: book.tags[tag] for tag in given},
                {tag: has[tag] for tag in taken},
                frozenset(has.values()),
            )
            changes.append(change)
    return changes


def _write(changes: Sequence[_Change]) -> None:
    given = [(change.article.pk, tag) for change in changes for tag in change.given]
    TaggedItem.objects.bulk_create(
        (TaggedItem(content_type=_kind(), object_id=key, tag_id=tag) for key, tag in given),
        ignore_conflicts=True,
    )
    TagDecision.objects.bulk_create(TagDecision(article_id=key, tag_id=tag) for key, tag in given)
    losing: dict[int, list[int]] = {}
    for change in changes:
        for tag in change.taken:
            losing.setdefault(tag, []).append(change.article.pk)
    for tag, keys in losing.items():
        TaggedItem.objects.filter(content_type=_kind(), tag=tag, object_id__in=keys).delete()
        TagDecision.objects.filter(tag=tag, article__in=keys).delete()
    if changes:
        # A form that was opened before must notice that it is out of date.
        changed = Article.objects.filter(pk__in=[change.article.pk for change in changes])
        changed.update(updated_at=timezone.now())


def _kind() -> ContentType:
    return ContentType.objects.get_for_model(Article)


def keep_decision(article: Article, before: Iterable[str], after: Iterable[str]) -> None:
    """Note that an editor added and removed tags, so that no rule overrules it."""
    names = set(before) ^ set(after)
    TagDecision.objects.bulk_create(
        (
            TagDecision(article=article, tag=tag, by_editor=True)
            for tag in Tag.objects.filter(name__in=names)
        ),
        update_conflicts=True,
        unique_fields=["article", "tag"],
        update_fields=["by_editor"],
    )
