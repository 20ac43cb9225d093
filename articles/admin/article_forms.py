"""The form of an article and the rows under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from taggit.forms import TagField, TagWidget

from articles import identity
from articles.admin.choices import KnownSelect, PersonSelect
from articles.admin.desk import BaseInline
from articles.models import Article, ArticleRegion, Credit, Mention, Person, check_tag_name

if TYPE_CHECKING:
    BaseForm = forms.ModelForm[Article]
else:
    BaseForm = forms.ModelForm

ROWS = {"byline": 2, "abstract": 3, "body": 12, "captions": 4, "notes": 3}


class TypedTagField(TagField):  # type: ignore[misc]
    """Tags as they are typed in Chinese: the wide comma separates them too."""

    def clean(self, value: str | None) -> Any:
        """Return the list of tags; one that can have no page is refused."""
        tags = super().clean((value or "").replace("，", ",").replace("、", ","))
        for tag in tags:
            check_tag_name(tag)
        return tags


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


class LinkForm(forms.ModelForm):  # type: ignore[type-arg]
    """A row that links the article to a person or a region."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            select = getattr(field.widget, "widget", None)
            if isinstance(select, KnownSelect):
                select.known = getattr(self.instance, name, None)


class LinkInline(BaseInline):
    """Rows whose people or regions are fetched together with them."""

    form = LinkForm
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch what the rows lead to at once."""
        return super().get_queryset(request).select_related(*self.autocomplete_fields)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Use the select that knows the record."""
        if db_field.name in self.autocomplete_fields:
            select = PersonSelect if db_field.related_model is Person else KnownSelect
            kwargs["widget"] = select(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class PersonInline(LinkInline):
    """Rows that link to people; who is who is said only by those who may identify people."""

    autocomplete_fields = ["person"]

    def get_readonly_fields(self, request: HttpRequest, obj: object = None) -> tuple[str, ...]:
        """Show the person of each row to everybody else."""
        return () if request.user.has_perm(identity.PERMISSION) else ("person",)


class CreditInline(PersonInline):
    """Who made the article."""

    model = Credit
    fields = ["role", "name", "person", "order"]
    ordering = ["order", "pk"]


class MentionForm(LinkForm):
    """A mention; a pseudonym has no person, also where the form doesn't ask for the person."""

    def clean(self) -> dict[str, Any] | None:
        """Take the person from a pseudonym."""
        cleaned = super().clean()
        if cleaned and cleaned.get("pseudonym") and "person" not in self.fields:
            self.instance.person = None
        return cleaned


class MentionInline(PersonInline):
    """Who is named in the text."""

    form = MentionForm

    model = Mention
    fields = ["name", "description", "pseudonym", "person"]
    ordering = ["pk"]


class RegionInline(LinkInline):
    """Which regions the text names."""

    model = ArticleRegion
    fields = ["region", "count"]
    autocomplete_fields = ["region"]
    ordering = ["-primary", "-count", "pk"]
