"""The public addresses of the archive."""

from django.urls import URLPattern

app_name = "articles"

urlpatterns: list[URLPattern] = []
