"""Tags, without the endless list of what bears them."""

from __future__ import annotations

from django.contrib import admin
from taggit.models import Tag

from articles.admin.desk import DeskAdmin

admin.site.unregister(Tag)


@admin.register(Tag)
class TagAdmin(DeskAdmin):
    """Rename a tag or remove it from all articles."""

    list_display = ["name", "slug"]
    search_fields = ["name__startswith"]
    ordering = ["name"]
    prepopulated_fields = {"slug": ["name"]}
