"""Scans of pages: what is taken for one, and how it is served."""

from contextlib import closing
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from articles.models import Page
from articles.scans import LARGEST, validate_scan
from tests.factories import make_article, make_editor, make_page, make_public_article

pytestmark = pytest.mark.django_db


def make_scanned_page(name: str = "scan.png") -> Page:
    return make_page(scan=ContentFile(b"the scan", name))


def address(page: Page) -> str:
    return reverse("articles:page-scan", args=[page.pk])


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("scan.png", "image/png"), ("scan.JPG", "image/jpeg"), ("scan.pdf", "application/pdf")],
)
def test_a_scan_is_served_as_what_its_name_says(name, content_type, client):
    page = make_public_article(make_scanned_page(name)).page
    answer = client.get(address(page))
    assert b"".join(answer.streaming_content) == b"the scan"
    assert answer["Content-Type"] == content_type
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("name", ["scan.html", "scan.svg", "scan", "scan.png.js"])
def test_no_other_file_is_served_or_taken(name, client):
    page = make_public_article(make_scanned_page(name)).page
    assert client.get(address(page)).status_code == 404
    with pytest.raises(ValidationError):
        page.clean_fields(exclude=["issue"])


def test_a_scan_that_is_too_large_is_not_taken():
    validate_scan(SimpleNamespace(name="scan.pdf", size=LARGEST))
    with pytest.raises(ValidationError, match="50"):
        validate_scan(SimpleNamespace(name="scan.pdf", size=LARGEST + 1))


def test_a_lost_scan_is_not_found_and_the_page_can_still_be_saved(client):
    page = make_public_article(make_scanned_page()).page
    page.scan.storage.delete(page.scan.name)
    assert client.get(address(page)).status_code == 404
    page.clean_fields()


def test_a_page_without_a_scan_has_none(client):
    article = make_public_article()
    assert client.get(address(article.page)).status_code == 404
    assert address(article.page) not in client.get(article.get_absolute_url()).text


def test_the_scan_of_an_unpublished_page_is_kept_by_no_cache(client):
    page = make_article(make_scanned_page()).page
    assert client.get(address(page)).status_code == 404
    client.force_login(make_editor("view_page"))
    with closing(client.get(address(page))) as answer:
        assert "no-store" in answer["Cache-Control"]


def test_the_pages_lead_to_the_scan(client):
    article = make_public_article(make_scanned_page())
    for url in (
        article.issue.get_absolute_url(),
        article.get_absolute_url(),
        reverse("articles:article-source", args=[article.pk]),
    ):
        assert f'href="{address(article.page)}"' in client.get(url).text
