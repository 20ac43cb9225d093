"""Tags, without the endless list of what bears them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import admin
from taggit.models import Tag

from articles.admin.desk import DeskAdmin
from articles.models import check_tag_name

if TYPE_CHECKING:
    BaseForm = forms.ModelForm[Tag]
else:
    BaseForm = forms.ModelForm

admin.site.unregister(Tag)


class TagForm(BaseForm):
    """Refuses names that say nothing."""

    def clean_name(self) -> str:
        """Return the name of a tag that can have a page."""
        name: str = self.cleaned_data["name"]
        check_tag_name(name)
        return name


@admin.register(Tag)
class TagAdmin(DeskAdmin):
    """Rename a tag or remove it from all articles."""

    form = TagForm
    list_display = ["name", "slug"]
    search_fields = ["name__startswith"]
    ordering = ["name"]
    prepopulated_fields = {"slug": ["name"]}
