"""The addresses of the site: the public pages, the admin and what machines ask for."""

from django.contrib import admin
from django.urls import include, path

from newsroom.health import health

urlpatterns = [
    path("", include("articles.urls")),
    path("regions/", include("articles.region_urls")),
    path("admin/", admin.site.urls),
    path("language/", include("django.conf.urls.i18n")),
    path("health/", health, name="health"),
]
