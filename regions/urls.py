"""Addresses of the regions' pages."""

from django.urls import URLPattern

app_name = "regions"
urlpatterns: list[URLPattern] = []
