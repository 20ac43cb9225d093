"""The editors' look at the divisions; the tables in regions/data are their source."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from regions.models import Region, RegionName


class FromTables:
    """Rows that only `load_regions` writes: editors may see them, nobody changes them here."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody adds rows by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody changes rows by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody deletes rows by hand."""
        return False


class RegionNameInline(FromTables, admin.TabularInline):  # type: ignore[type-arg]
    """All names of a region."""

    model = RegionName
    fields = ["name", "kind", "code", "start_year", "end_year"]
    extra = 0


@admin.register(Region)
class RegionAdmin(FromTables, admin.ModelAdmin):  # type: ignore[type-arg]
    """Search by the beginning of any name, by code or by path."""

    list_display = ["code", "name", "level", "path", "status", "start_year", "end_year"]
    list_filter = ["level", "status"]
    search_fields = ["code__startswith", "path"]
    search_help_text = "北京 · 110000 · 浙江省/嘉兴市"
    ordering = ["-status", "code"]  # those in force first
    inlines = [RegionNameInline]
    show_full_result_count = False
    list_per_page = 50

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Region], search_term: str
    ) -> tuple[QuerySet[Region], bool]:
        """Find regions by any of their names, former and short ones too."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if search_term:
            named = Region.objects.named_like(search_term.strip()).values("pk")
            found = found | queryset.filter(pk__in=named)
        return found, duplicates
