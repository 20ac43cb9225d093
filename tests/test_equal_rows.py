"""Equal rows that are entered at once are refused by the form, not by the database."""

import pytest
from django.forms import inlineformset_factory

from articles.models import ArticleRegion, Credit, Mention, PersonName
from tests.factories import make_article, make_person, make_region

pytestmark = pytest.mark.django_db


def faults(parent, model, fields, row) -> list[str]:
    """What a form with the same new row twice says."""
    formset = inlineformset_factory(type(parent), model, fields=fields)
    prefix = formset.get_default_prefix()
    data = {f"{prefix}-TOTAL_FORMS": 2, f"{prefix}-INITIAL_FORMS": 0}
    data |= {f"{prefix}-{k}-{name}": value for k in range(2) for name, value in row.items()}
    return formset(data, instance=parent).non_form_errors()


def test_two_equal_credits():
    row = {"name": "林晓舟", "role": Credit.Role.REPORTER, "order": 0}
    assert faults(make_article(), Credit, ["name", "role", "order"], row)


def test_two_mentions_of_one_name():
    row = {"name": "林晓舟", "confidence": 1}
    assert faults(make_article(), Mention, ["name", "pseudonym", "confidence"], row)


def test_two_links_to_one_region():
    row = {"region": make_region().pk, "count": 1}
    assert faults(make_article(), ArticleRegion, ["region", "count"], row)


def test_two_equal_further_names():
    assert faults(make_person(), PersonName, ["name"], {"name": "晓舟"})
