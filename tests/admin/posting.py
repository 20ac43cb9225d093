"""Post a form of the admin as a browser would: with everything that it shows."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.forms import Textarea
from django.test import Client


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def post_form(client: Client, url: str, **changes: Any) -> Any:
    """Open a form, change some of its values and save it; return the response."""
    return client.post(url, values_shown(client.get(url)) | changes)


def values_shown(response: Any) -> dict[str, Any]:
    """Return what the browser would send for the form as it was opened."""
    context = response.context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data: dict[str, Any] = {}
    for form in forms:
        for bound in form:
            value = bound.value()
            if bound.name == "tags":
                value = bound.field.widget.format_value(value)
            if isinstance(bound.field.widget, Textarea):
                value = (value or "").replace("\n", "\r\n")
            if not (value is None or value is False or value == ""):  # 0 is a value
                data[bound.html_name] = value
    return data
