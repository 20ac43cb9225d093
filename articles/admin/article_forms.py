"""The form of an article and the rows under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from taggit.forms import TagField, TagWidget

from articles.admin.desk import BaseInline
from articles.models import Article, ArticleRegion, Credit, Mention

if TYPE_CHECKING:
    BaseForm = forms.ModelForm[Article]
else:
    BaseForm = forms.ModelForm

ROWS = {"byline": 2, "abstract": 3, "body": 24, "captions": 4, "notes": 3}


class TypedTagField(TagField):  # type: ignore[misc]
    """Tags as they are typed in Chinese: the wide comma separates them too."""

    def clean(self, value: str) -> Any:
        """Return the list of tags."""
        return super().clean(value.replace("，", ",").replace("、", ","))


class ArticleForm(BaseForm):
    """Refuses to overwrite what somebody else saved since the form was opened."""

    read_at = forms.CharField(widget=forms.HiddenInput, required=False)
    tags = TypedTagField(
        label=_("Tags"), required=False, widget=TagWidget, help_text=_("Separated by commas.")
    )

    class Meta:
        model = Article
        fields: list[str] = []
        widgets = {
            **{name: forms.Textarea(attrs={"rows": rows}) for name, rows in ROWS.items()},
            **{
                name: forms.TextInput(attrs={"class": "vLargeTextField"})
                for name in ("section", "kicker", "title", "subtitle", "dateline")
            },
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "read_at" in self.fields and self.instance.pk:
            self.initial["read_at"] = self.instance.updated_at.isoformat()

    def clean(self) -> dict[str, Any] | None:
        """Compare with what is stored now; a second save after the warning goes through."""
        cleaned = super().clean()
        stored = self.instance.updated_at.isoformat()
        if cleaned is not None and cleaned.get("read_at") not in ("", stored):
            self._refuse_stale(stored)
        return cleaned

    def _refuse_stale(self, stored: str) -> None:
        self.add_error(
            None,
            _(
                "Somebody has changed this article since you opened it. What is stored now stands "
                "at each field that differs. Save again to keep your version."
            ),
        )
        for name in self.changed_data:
            if name != "read_at" and isinstance(self.initial.get(name), str):
                told = _("Stored now: %(value)s") % {"value": self.initial[name] or "–"}
                self.add_error(name, told)
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data[self.add_prefix("read_at")] = stored  # type: ignore[index]


class CreditInline(BaseInline):
    """Who made the article."""

    model = Credit
    fields = ["role", "name", "person", "order"]
    autocomplete_fields = ["person"]
    extra = 0


class MentionInline(BaseInline):
    """Who is named in the text."""

    model = Mention
    fields = ["name", "description", "pseudonym", "person"]
    autocomplete_fields = ["person"]
    extra = 0


class RegionInline(BaseInline):
    """Which regions the text names."""

    model = ArticleRegion
    fields = ["region", "count"]
    autocomplete_fields = ["region"]
    extra = 0
