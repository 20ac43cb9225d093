"""The choice of a language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language


@csrf_exempt
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the `language` that a reader chose, and lead to the address `next` of this site.

    Without a CSRF token: its cookie would keep every public page out of shared caches, and the
    worst that another site can do here is to change the language.
    """
    if request.POST.get("language") not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest()
    return set_language(request)
