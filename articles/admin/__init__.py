"""The editors' desk: the records of the archive in Django's admin.

Nothing here changes a record by itself: acts go through `articles.workflow`, edits through
`articles.edits`.
"""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.articles import ArticleAdmin
from articles.admin.history import EventAdmin
from articles.admin.imports import ImportItemAdmin, ImportRunAdmin, ProposalAdmin
from articles.admin.people import PersonAdmin, RejectedNameAdmin
from articles.admin.publications import IssueAdmin, PageAdmin, PublicationAdmin
from articles.admin.tags import TagAdmin
from articles.admin.topics import TagRuleAdmin

__all__ = [
    "ArticleAdmin",
    "EventAdmin",
    "ImportItemAdmin",
    "ImportRunAdmin",
    "IssueAdmin",
    "PageAdmin",
    "PersonAdmin",
    "ProposalAdmin",
    "PublicationAdmin",
    "RejectedNameAdmin",
    "TagAdmin",
    "TagRuleAdmin",
]

admin.site.site_header = admin.site.site_title = _("Newsroom desk")
admin.site.index_title = _("The archive")
