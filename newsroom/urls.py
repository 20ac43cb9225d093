"""The addresses of the site: the public pages, the admin and what machines ask for."""

from django.contrib import admin
from django.urls import include, path

from newsroom.health import health
from newsroom.language import choose_language

urlpatterns = [
    path("", include("articles.urls")),
    path("regions/", include("articles.region_urls")),
    path("admin/", admin.site.urls),
    path("language/", choose_language, name="set_language"),
    path("health/", health, name="health"),
]
