"""The front page, the calendar of issues and the page of an issue."""

from datetime import date

import pytest
from django.urls import reverse

from articles.overview import Holdings
from tests.factories import (
    make_article,
    make_issue,
    make_page,
    make_public_article,
    make_publication,
)

pytestmark = pytest.mark.django_db


def make_public_issue(day: date | None, publication=None, articles: int = 1, **values):
    issue = make_issue(publication, date=day, **values)
    page = make_page(issue, number=1)
    for _ in range(articles):
        make_public_article(page)
    return issue


def test_the_front_page_of_an_empty_archive(reader):
    answer = reader.get(reverse("articles:home"))
    assert "Nothing has been published yet." in answer.text


def test_the_front_page_shows_the_newest_issue_and_counts_what_is_public(reader):
    paper = make_publication()
    old = make_public_issue(date(2026, 3, 1), paper)
    newest = make_public_issue(date(2026, 3, 2), paper, articles=2)
    undated = make_public_issue(None, paper)
    make_article(make_page(make_issue(date=date(2026, 3, 3))))
    context = reader.get(reverse("articles:home")).context
    assert context["newest_issue"] == newest
    assert [article.issue for article in context["leading_articles"]] == [newest, newest]
    assert context["recent_issues"] == [old, undated]
    assert context["holdings"] == Holdings(
        articles=4, issues=3, publications=1, first_day=old.date, last_day=newest.date
    )


def test_issues_without_a_year_are_those_of_the_newest_and_the_undated(reader):
    make_public_issue(date(2024, 5, 1))
    newest = make_public_issue(date(2026, 3, 2))
    undated = make_public_issue(None)
    context = reader.get(reverse("articles:issues")).context
    assert context["years"] == [2026, 2024]
    assert [list(month.issues) for month in context["months"]] == [[newest]]
    assert list(context["undated_issues"]) == [undated]
    context = reader.get(reverse("articles:issue-year", args=[2024])).context
    assert list(context["undated_issues"]) == []


def test_an_archive_of_undated_issues_alone(reader):
    undated = make_public_issue(None)
    answer = reader.get(reverse("articles:issues"))
    assert answer.status_code == 200
    assert undated.get_absolute_url() in answer.text


def test_a_day_with_one_issue_leads_to_it_and_a_day_with_two_to_the_choice(reader):
    alone = make_public_issue(date(2026, 3, 2))
    twins = [make_public_issue(date(2026, 3, 9)), make_public_issue(date(2026, 3, 9))]
    text = reader.get(reverse("articles:issues")).text
    table = text[text.index("<table") : text.index("</table")]
    assert alone.get_absolute_url() in table
    assert twins[0].get_absolute_url() not in table
    choice = reverse("articles:issue-day", args=[2026, 3, 9])
    assert choice in table
    assert set(reader.get(choice).context["object_list"]) == set(twins)


def test_an_issue_shows_its_pages_in_order_without_the_empty_ones(reader):
    issue = make_issue()
    second, first = make_page(issue, number=2), make_page(issue, number=1)
    make_article(make_page(issue, number=3))
    last = make_public_article(second)
    one, two = make_public_article(first), make_public_article(first)
    pages = reader.get(issue.get_absolute_url()).context["pages"]
    assert [(page, page.public_articles) for page in pages] == [
        (first, [one, two]),
        (second, [last]),
    ]


def test_neighbours_are_public_issues_of_the_same_newspaper(reader):
    paper = make_publication()
    before = make_public_issue(date(2026, 3, 1), paper)
    issue = make_public_issue(date(2026, 3, 5), paper)
    after = make_public_issue(date(2026, 3, 9), paper)
    make_public_issue(date(2026, 3, 4))
    make_article(make_page(make_issue(paper, date=date(2026, 3, 6))))
    context = reader.get(issue.get_absolute_url()).context
    assert (context["previous_issue"], context["next_issue"]) == (before, after)


def test_two_issues_of_one_day_are_neighbours(reader):
    paper = make_publication()
    morning = make_public_issue(date(2026, 3, 1), paper, edition="早")
    evening = make_public_issue(date(2026, 3, 1), paper, edition="晚")
    context = reader.get(morning.get_absolute_url()).context
    assert (context["previous_issue"], context["next_issue"]) == (None, evening)


def test_an_undated_issue_has_no_neighbours(reader):
    paper = make_publication()
    make_public_issue(date(2026, 3, 1), paper)
    context = reader.get(make_public_issue(None, paper).get_absolute_url()).context
    assert (context["previous_issue"], context["next_issue"]) == (None, None)


def test_an_inferred_date_is_called_so_wherever_it_is_said(reader):
    issue = make_public_issue(date(2026, 3, 1), date_basis="inferred")
    pages = [
        issue.get_absolute_url(),
        issue.articles.get().get_absolute_url(),
        reverse("articles:issue-day", args=[2026, 3, 1]),
        reverse("articles:articles"),
        reverse("articles:home"),
    ]
    for url in pages:
        assert "The date is inferred from the text." in reader.get(url).text
    issue.date_basis = "printed"
    issue.save()
    for url in pages:
        assert "inferred" not in reader.get(url).text
