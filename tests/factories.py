"""Rows for tests: functions with sensible defaults, so that a test names only what it is about.

Names, sentences and papers are invented.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.utils import timezone
from taggit.models import Tag

from articles.initials import initial_of
from articles.models import (
    Article,
    ArticleRegion,
    Credit,
    ImportItem,
    ImportRun,
    Issue,
    Mention,
    Page,
    Person,
    Proposal,
    Publication,
    Status,
    TagRule,
)
from regions.models import Region, RegionName

DAY = date(2026, 3, 2)
BODY = "本报讯 清江镇的早市上周搬进了新棚。\n## 摊位更宽了\n摊主们说,下雨天不用再收摊。"

_numbers = count(1)


def make_publication(name: str = "", **values: Any) -> Publication:
    """Store a newspaper; without a name each call makes another one."""
    number = next(_numbers)
    return Publication.objects.create(
        name=name or f"清江晚报{number}", slug=values.pop("slug", f"paper-{number}"), **values
    )


def make_issue(publication: Publication | None = None, **values: Any) -> Issue:
    """Store an issue, of a newspaper of its own unless `publication` is given."""
    values.setdefault("date", DAY)
    values.setdefault("date_basis", "given" if values["date"] else "unknown")
    return Issue.objects.create(publication=publication or make_publication(), **values)


def make_page(issue: Issue | None = None, **values: Any) -> Page:
    """Store a page, in an issue of its own unless `issue` is given."""
    number = next(_numbers)
    text = values.setdefault("source_text", f"第{number}块版面的原文。\n")
    defaults = {
        "encoding": "utf-8",
        "sha256": sha256(f"{number} {text}".encode()).hexdigest(),
        "file_name": f"page-{number}.txt",
        "importer_version": "test",
    }
    return Page.objects.create(issue=issue or make_issue(), **defaults | values)


def make_article(
    page: Page | None = None,
    *,
    named: Iterable[Person] = (),
    credited: Iterable[Person] = (),
    regions: Iterable[Region] = (),
    tags: Iterable[str] = (),
    **values: Any,
) -> Article:
    """Store an article, as imported unless a `status` is given.

    Without `page` it gets a page and an issue of its own; the first region is the primary one.
    """
    page = page or make_page()
    number = next(_numbers)
    regions = list(regions)
    published = values.get("status") in (Status.PUBLISHED, Status.WITHDRAWN)
    defaults: dict[str, Any] = {
        "title": f"早市搬进新棚之{number}",
        "body": BODY,
        "position": number,
        "published_at": timezone.now() if published else None,
        "primary_region": regions[0] if regions else None,
    }
    if page.issue.date:
        defaults["sort_date"] = page.issue.date
    article = Article.objects.create(page=page, issue=page.issue, **defaults | values)
    for person in named:
        Mention.objects.create(article=article, person=person, name=person.name)
    for order, person in enumerate(credited):
        Credit.objects.create(
            article=article, person=person, name=person.name, role="reporter", order=order
        )
    for region in regions:
        ArticleRegion.objects.create(article=article, region=region, primary=region is regions[0])
    article.tags.add(*tags)
    return article


def make_public_article(page: Page | None = None, **values: Any) -> Article:
    """Store a published article; the arguments are those of `make_article`."""
    return make_article(page, status=Status.PUBLISHED, **values)


def make_person(name: str = "", **values: Any) -> Person:
    """Store a person, not verified unless said so; without a name each call makes another one."""
    name = name or f"林晓{chr(0x4E00 + next(_numbers))}"
    values.setdefault("initial", initial_of(name))
    return Person.objects.create(name=name, **values)


def make_region(name: str = "清江省", parent: Region | None = None, **values: Any) -> Region:
    """Store a division with its names and number the tree anew; a root is a province."""
    levels = ["province", "prefecture", "county", "township"]
    level = levels[levels.index(parent.level) + 1] if parent else "province"
    defaults = {
        "code": f"{next(_numbers):09}" if level == "township" else f"{next(_numbers):06}",
        "level": level,
        "short_name": name[:-1],
        "path": f"{parent.path}/{name}" if parent else name,
    }
    region = Region.objects.create(name=name, parent=parent, **defaults | values)
    for kind, text in (("official", region.name), ("short", region.short_name)):
        RegionName.objects.create(region=region, kind=kind, name=text)
    _number_tree(Region.objects.filter(parent=None), 1)
    region.refresh_from_db()
    return region


def _number_tree(siblings: Iterable[Region], number: int) -> int:
    for region in siblings:
        left = number
        number = _number_tree(region.children.all(), number + 1)
        Region.objects.filter(pk=region.pk).update(tree_left=left, tree_right=number - 1)
    return number


def make_editor(*permissions: str, **values: Any) -> User:
    """Store somebody of the staff with the permissions, such as `publish_article`."""
    editor = User.objects.create_user(
        values.pop("username", f"editor-{next(_numbers)}"), is_staff=True, **values
    )
    editor.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return editor


def make_member(role: str) -> User:
    """Store somebody of the staff in a role of the newsroom, such as `Chief editor`."""
    member = make_editor()
    member.groups.add(Group.objects.get(name=role))
    return member


def make_import_item(**values: Any) -> ImportItem:
    """Store what an import did with a file; each is of a run of its own."""
    run = values.pop("run", None) or ImportRun.objects.create(importer_version="test")
    defaults = {"source": f"page-{next(_numbers)}.txt", "outcome": ImportItem.Outcome.NEW}
    return ImportItem.objects.create(run=run, **defaults | values)


def make_proposal(article: Article | None = None, **values: Any) -> Proposal:
    """Store a proposal of a new headline, for an article of its own unless one is given."""
    defaults = {"field": "title", "value": "早市新棚开张", "importer_version": "test"}
    return Proposal.objects.create(article=article or make_article(), **defaults | values)


def make_tag_rule(tag: str = "早市", *phrases: str, **values: Any) -> TagRule:
    """Store a rule for a tag; without phrases the tag's name is the phrase."""
    kept, _created = Tag.objects.get_or_create(name=tag)
    return TagRule.objects.create(tag=kept, phrases="\n".join(phrases or [tag]), **values)
