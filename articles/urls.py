"""The public addresses of the archive."""

from django.urls import path, register_converter
from django.views.generic import TemplateView

from articles.converters import UnicodeSlugConverter
from articles.views import articles, issues, people, topics

register_converter(UnicodeSlugConverter, "unicode_slug")

app_name = "articles"

urlpatterns = [
    path("", issues.HomeView.as_view(), name="home"),
    path("issues/", issues.IssueYearView.as_view(), name="issues"),
    path("issues/year/<int:year>/", issues.IssueYearView.as_view(), name="issue-year"),
    path(
        "issues/day/<int:year>/<int:month>/<int:day>/",
        issues.IssueDayView.as_view(),
        name="issue-day",
    ),
    path("issues/<int:pk>/", issues.IssueView.as_view(), name="issue"),
    path("articles/", articles.ArticleListView.as_view(), name="articles"),
    path("articles/<int:pk>/", articles.ArticleView.as_view(), name="article"),
    path("articles/<int:pk>/source/", articles.ArticleSourceView.as_view(), name="article-source"),
    path("pages/<int:pk>/scan/", issues.page_scan, name="page-scan"),
    path("people/", people.PersonListView.as_view(), name="people"),
    path("people/<int:pk>/", people.PersonView.as_view(), name="person"),
    path("tags/", topics.TagListView.as_view(), name="tags"),
    path("tags/<unicode_slug:slug>/", topics.TagView.as_view(), name="tag"),
    path(
        "robots.txt",
        TemplateView.as_view(template_name="robots.txt", content_type="text/plain"),
        name="robots",
    ),
]
