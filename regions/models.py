"""China's administrative divisions as a tree, with all their names.

The rows come from regions/data through `load_regions` and are not edited by hand.
"""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class RegionQuerySet(models.QuerySet["Region"]):
    """Questions asked of the tree of divisions."""

    def in_force(self) -> Self:
        """Return the divisions that exist today."""
        return self.filter(status=Region.Status.IN_FORCE)

    def provinces(self) -> Self:
        """Return the roots of the tree that exist today, in the order of their codes."""
        return self.in_force().filter(level=Region.Level.PROVINCE)

    def children_of(self, region: Region) -> Self:
        """Return the divisions directly under one, abolished ones too, in the order of codes."""
        return self.filter(parent=region)

    def descendants_of(self, region: Region, *, include_self: bool = True) -> Self:
        """Return all divisions under one: a single range of the tree's numbering."""
        first = region.tree_left if include_self else region.tree_left + 1
        return self.filter(tree_left__range=(first, region.tree_right))

    def ancestors_of(self, region: Region, *, include_self: bool = False) -> Self:
        """Return the divisions above one, the province first."""
        above = self.filter(tree_left__lte=region.tree_left, tree_right__gte=region.tree_right)
        if not include_self:
            above = above.exclude(pk=region.pk)
        return above.order_by("tree_left")

    def named_like(self, beginning: str) -> Self:
        """Return the divisions with a name, today's or former, that begins so."""
        named = RegionName.objects.filter(name__startswith=beginning).values("region")
        return self.filter(pk__in=named)


class Region(models.Model):
    """One administrative division; one that was only renamed or recoded stays the same region."""

    class Level(models.TextChoices):
        PROVINCE = "province", _("province")
        PREFECTURE = "prefecture", _("prefecture")
        COUNTY = "county", _("county")
        TOWNSHIP = "township", _("township")

    class Status(models.TextChoices):
        IN_FORCE = "in-force", _("in force")
        ABOLISHED = "abolished", _("abolished")

    code = models.CharField(
        _("code"),
        max_length=9,
        unique=True,
        help_text=_("Six digits after GB/T 2260, nine for a township."),
    )
    level = models.CharField(_("level"), max_length=10, choices=Level)
    name = models.CharField(_("name"), max_length=40, help_text=_("The official name in full."))
    short_name = models.CharField(
        _("short name"), max_length=40, help_text=_("The form that newspapers print.")
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text=_("Empty for a province; counties may stand directly under a province."),
    )
    path = models.CharField(
        _("path"),
        max_length=120,
        help_text=_("The official names from the province down, separated by slashes."),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.IN_FORCE)
    start_year = models.PositiveSmallIntegerField(
        _("first year"),
        null=True,
        blank=True,
        help_text=_("Since when it has its present name and code, as far as known (from 1981)."),
    )
    end_year = models.PositiveSmallIntegerField(
        _("last year"), null=True, blank=True, help_text=_("The year in which it was abolished.")
    )
    successors = models.ManyToManyField(
        "self",
        verbose_name=_("successors"),
        symmetrical=False,
        blank=True,
        related_name="predecessors",
        help_text=_("The divisions that took over its territory."),
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, help_text=_("Degrees east of a point inside it.")
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, help_text=_("Degrees north of a point inside it.")
    )
    tree_left = models.PositiveIntegerField(
        _("place in the tree"),
        default=0,
        db_index=True,
        help_text=_("Number in a walk of the tree, parents before their children."),
    )
    tree_right = models.PositiveIntegerField(
        _("end in the tree"), default=0, help_text=_("Number of the last division under it.")
    )

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["code"]
        indexes = [
            models.Index(fields=["status", "level", "code"], name="region_by_status_and_level"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(level="province", parent__isnull=True)
                | Q(~Q(level="province"), parent__isnull=False),
                name="region_only_province_has_no_parent",
            ),
            models.CheckConstraint(
                condition=Q(status="in-force", end_year__isnull=True) | Q(status="abolished"),
                name="region_in_force_has_no_end",
            ),
            models.CheckConstraint(
                condition=Q(end_year__isnull=True) | Q(end_year__gte=F("start_year")),
                name="region_ends_after_its_start",
            ),
            models.CheckConstraint(
                condition=Q(tree_right__gte=F("tree_left")), name="region_tree_in_order"
            ),
            models.CheckConstraint(
                condition=Q(longitude__isnull=True, latitude__isnull=True)
                | Q(
                    longitude__isnull=False,
                    latitude__isnull=False,
                    longitude__range=(70, 140),
                    latitude__range=(0, 60),
                ),
                name="region_centroid_in_china",
            ),
        ]

    def __str__(self) -> str:
        return self.path.replace("/", "")

    def get_absolute_url(self) -> str:
        """Return the address of the region's page."""
        return reverse("regions:region", args=[self.code])

    @property
    def path_names(self) -> list[str]:
        """The official names from the province down to this division; costs no query."""
        return self.path.split("/")

    def ancestors(self) -> RegionQuerySet:
        """Return the divisions above this one, the province first."""
        return Region.objects.ancestors_of(self)

    def descendants(self) -> RegionQuerySet:
        """Return the divisions under this one, without itself."""
        return Region.objects.descendants_of(self, include_self=False)


class RegionName(models.Model):
    """One name of a region: every name by which an editor may look for it is a row."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("official name")
        SHORT = "short", _("short form")
        MINORITY = "minority", _("short form of an autonomous division")
        FORMER = "former", _("former name or code")

    region = models.ForeignKey(
        Region, verbose_name=_("region"), on_delete=models.CASCADE, related_name="names"
    )
    name = models.CharField(_("name"), max_length=40, db_index=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    code = models.CharField(
        _("former code"),
        max_length=9,
        blank=True,
        help_text=_("The code which the division had under this name."),
    )
    start_year = models.PositiveSmallIntegerField(
        _("first year"), null=True, blank=True, help_text=_("Since when it had the name.")
    )
    end_year = models.PositiveSmallIntegerField(
        _("last year"), null=True, blank=True, help_text=_("The year in which it lost the name.")
    )

    class Meta:
        verbose_name = _("region name")
        verbose_name_plural = _("region names")
        ordering = ["region", "kind", "start_year", "pk"]
        constraints = [
            models.UniqueConstraint(
                "region",
                "name",
                "kind",
                "code",
                Coalesce("start_year", 0),
                name="region_name_once_a_kind_and_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name
