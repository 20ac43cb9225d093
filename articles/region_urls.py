"""The public addresses of the regions; their pages list articles, so they stand on this side."""

from django.urls import path, register_converter

from articles.converters import RegionCodeConverter
from articles.views import topics

register_converter(RegionCodeConverter, "region_code")

app_name = "regions"

urlpatterns = [
    path("", topics.RegionListView.as_view(), name="regions"),
    path("<region_code:code>/", topics.RegionView.as_view(), name="region"),
]
