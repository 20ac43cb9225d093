"""The records of the archive.

Models know the database and the regions, nothing above them: acts with a meaning are in
`articles.workflow`, the import writes through `articles.importing`.  Other code imports from this
package, never from its modules.
"""

from articles.models.articles import Article, ArticleQuerySet, ArticleRegion
from articles.models.history import Event
from articles.models.imports import ImportItem, ImportRun, Proposal
from articles.models.people import Credit, Mention, Person, PersonName, RejectedName
from articles.models.publications import Issue, Page, Publication

__all__ = [
    "Article",
    "ArticleQuerySet",
    "ArticleRegion",
    "Credit",
    "Event",
    "ImportItem",
    "ImportRun",
    "Issue",
    "Mention",
    "Page",
    "Person",
    "PersonName",
    "Proposal",
    "Publication",
    "RejectedName",
]
