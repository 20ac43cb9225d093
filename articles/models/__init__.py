"""The records of the archive.

Models know the database and the regions, nothing above them: acts with a meaning are in
`articles.workflow`, the import writes through `articles.importing`.  Other code imports from this
package, never from its modules.
"""

from articles.models.articles import (
    SUBHEAD_MARK,
    UNDATED,
    Article,
    ArticleQuerySet,
    ArticleRegion,
    Kind,
    Status,
)
from articles.models.history import Event
from articles.models.imports import ImportItem, ImportRun, Proposal
from articles.models.people import (
    Credit,
    Distinction,
    Mention,
    Person,
    PersonName,
    PersonQuerySet,
    RejectedName,
)
from articles.models.publications import Issue, IssueQuerySet, Page, Publication
from articles.models.topics import (
    PhraseCount,
    TagDecision,
    TagRule,
    check_tag_name,
    folded,
    public_tags,
    with_article_counts,
)

__all__ = [
    "SUBHEAD_MARK",
    "UNDATED",
    "Article",
    "ArticleQuerySet",
    "ArticleRegion",
    "Credit",
    "Distinction",
    "Event",
    "ImportItem",
    "ImportRun",
    "Issue",
    "IssueQuerySet",
    "Kind",
    "Mention",
    "Page",
    "Person",
    "PersonName",
    "PersonQuerySet",
    "PhraseCount",
    "Proposal",
    "Publication",
    "RejectedName",
    "Status",
    "TagDecision",
    "TagRule",
    "check_tag_name",
    "folded",
    "public_tags",
    "with_article_counts",
]
