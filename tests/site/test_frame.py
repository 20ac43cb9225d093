"""What every page has around its content, and what the styles promise."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tests.factories import make_public_article

STYLES = Path(__file__).resolve().parents[2] / "static" / "site"
TOKEN = re.compile(r"(--[\w-]+):\s*(#[0-9a-f]{6})\b")
TEXT_PAIRS = [
    *product(("--ink", "--muted", "--accent"), ("--paper", "--sheet")),
    ("--ink", "--accent-soft"),
    ("--accent", "--accent-soft"),
    ("--ink", "--mark"),
    ("--paper", "--ink"),
    ("--paper", "--accent"),
    *(("--on-shade", f"--shade-{shade}") for shade in (1, 2, 3)),
    ("--on-shade-4", "--shade-4"),
]


def tokens(*, dark: bool) -> dict[str, str]:
    light, dark_part = (STYLES / "base.css").read_text(encoding="utf-8").split("@media", 2)[:2]
    return dict(TOKEN.findall(light)) | (dict(TOKEN.findall(dark_part)) if dark else {})


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(text, ground, dark):
    colours = tokens(dark=dark)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_edges_of_controls_can_be_seen(dark):
    colours = tokens(dark=dark)
    assert contrast(colours["--control"], colours["--sheet"]) >= 3


def test_contrast_is_measured_as_the_guidelines_say():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.django_db
def test_chinese_is_the_language_unless_the_browser_asks_for_english(client, reader):
    assert '<html lang="zh-hans">' in client.get(reverse("articles:home")).text
    assert '<html lang="en">' in reader.get(reverse("articles:home")).text


@pytest.mark.django_db
def test_the_language_is_switched_by_a_form_and_the_reader_stays_on_the_page():
    client = Client(enforce_csrf_checks=True)
    page = reverse("articles:articles") + "?q=x&page=1"
    text = client.get(page).text
    assert f'action="{reverse("set_language")}" method="post"' in text
    assert f'name="next" value="{escape(page)}"' in text
    answer = client.post(reverse("set_language"), {"next": page, "language": "en"})
    assert (answer.status_code, answer["Location"]) == (302, page)
    assert '<html lang="en">' in client.get(page).text


@pytest.mark.parametrize("language", ["", "fr", "en-us", "<b>"])
def test_a_language_that_the_site_does_not_speak_is_refused(client, language):
    answer = client.post(reverse("set_language"), {"language": language})
    assert (answer.status_code, answer.cookies) == (400, {})
    assert client.get(reverse("set_language"), {"language": "en"}).status_code == 405


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org", "javascript:x"])
def test_the_choice_of_a_language_leads_to_no_other_site(client, address):
    answer = client.post(reverse("set_language"), {"language": "en", "next": address})
    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.django_db
def test_the_part_of_the_site_where_the_reader_is_is_marked(client):
    article = make_public_article()
    articles, issues = reverse("articles:articles"), reverse("articles:issues")
    assert f'href="{articles}" aria-current="page"' in client.get(articles).text
    text = client.get(article.get_absolute_url()).text
    assert f'href="{articles}" aria-current="true"' in text
    assert f'href="{issues}" aria-current' not in text


@pytest.mark.django_db
def test_the_policy_allows_nothing_inline_and_no_third_party(client):
    policy = client.get(reverse("articles:home"))["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_robots_are_kept_out_of_the_admin_and_of_endless_filters(client):
    answer = client.get(reverse("articles:robots"))
    assert answer["Content-Type"].startswith("text/plain")
    assert f"Disallow: {reverse('admin:index')}\n" in answer.text
    assert f"Disallow: {reverse('articles:articles')}?\n" in answer.text
