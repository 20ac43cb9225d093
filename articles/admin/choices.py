"""Fields that are filled by searching for a record, and what they offer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model
from django.utils.translation import gettext as _


class PersonChoices(AutocompleteJsonView):
    """The people found, each with what tells namesakes apart."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        """Return the person's key and text."""
        counts = {"named": obj.mention_count, "credited": obj.credit_count}
        told = [
            obj.name,
            obj.description,
            _("verified") if obj.verified else "",
            _("named in %(named)d, credited in %(credited)d") % counts,
        ]
        return {"id": str(getattr(obj, to_field_name)), "text": " · ".join(filter(None, told))}


class KnownSelect(AutocompleteSelect):
    """Shows a record that is in memory already, without a query for its name."""

    known: Model | None = None

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        """Return the chosen record as the only option."""
        if self.known is None or [str(pk) for pk in value] != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        chosen = self.create_option(name, self.known.pk, str(self.known), True, 1)
        return [(None, [*empty, chosen], 0)]


class PersonSelect(KnownSelect):
    """Offers people with what tells namesakes apart."""

    url_name = "%s:articles_person_choices"
