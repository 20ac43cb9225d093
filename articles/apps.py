"""The application that holds issues, articles and people."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Issues, articles and people, their import, their editing and their public pages."""

    name = "articles"
    verbose_name = _("Archive")
