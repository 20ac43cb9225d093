"""Bring the rows of the database to what the tables in regions/data say.

Compare first, then write only the differences, so a second run writes nothing.  No query joins two
tables: in the transaction that fills them PostgreSQL still takes them for empty and would walk one
within the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from regions import names
from regions.gazetteer import Division, Gazetteer
from regions.models import Region, RegionName

BATCH = 2000
LEVELS = (
    Region.Level.PROVINCE,
    Region.Level.PREFECTURE,
    Region.Level.COUNTY,
    Region.Level.TOWNSHIP,
)
FIELDS = (
    "level",
    "name",
    "short_name",
    "path",
    "status",
    "start_year",
    "end_year",
    "longitude",
    "latitude",
    "tree_left",
    "tree_right",
)
NameKey = tuple[str, str, str, str, int | None, int | None]
"""Code of the region, name, kind, former code, first and last year."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """How many rows a run of `load_regions` wrote."""

    regions: int
    created: int
    updated: int
    retired: int
    names_created: int
    names_deleted: int

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(
            self.created or self.updated or self.retired or self.names_created or self.names_deleted
        )


@transaction.atomic
def load_regions(gazetteer: Gazetteer) -> LoadReport:
    """Make the regions and their names as the gazetteer has them; all or nothing.

    A region that the gazetteer no longer knows is kept and marked as abolished: articles may refer
    to it.
    """
    divisions = [*gazetteer.divisions.values(), *gazetteer.all_townships()]
    stored = {region.code: region for region in Region.objects.all()}
    lost = _lost_divisions(stored, {division.code for division in divisions})
    retired = sum(stored[code].status == Region.Status.IN_FORCE for code in lost)
    divisions += lost.values()
    keys = {code: region.pk for code, region in stored.items()}
    created, updated = _write_regions(divisions, _wanted_rows(divisions, set(lost)), stored, keys)
    _write_successors(divisions, keys)
    names_created, names_deleted = _write_names(_wanted_names(gazetteer, divisions), keys)
    report = LoadReport(
        len(divisions), created, updated - retired, retired, names_created, names_deleted
    )
    if report.changed:
        _count_rows()
    return report


def _count_rows() -> None:
    """Have PostgreSQL count the rows now: the plans of the queries to come rely on it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in (Region, RegionName, Region.successors.through):
                cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _lost_divisions(stored: Mapping[str, Region], known: set[str]) -> dict[str, Division]:
    """Return the stored regions that the tables no longer have."""
    codes = {region.pk: region.code for region in stored.values()}
    return {
        region.code: Division(
            region.code,
            region.name,
            region.short_name,
            region.level,
            codes[region.parent_id] if region.parent_id else "",
            region.start_year,
            region.end_year,
            region.longitude,
            region.latitude,
        )
        for region in stored.values()
        if region.code not in known
    }


def _wanted_rows(
    divisions: Iterable[Division], lost: Collection[str]
) -> dict[str, tuple[object, ...]]:
    """Return the values of `FIELDS` for each code."""
    children: dict[str, list[Division]] = defaultdict(list)
    for division in sorted(divisions, key=lambda d: d.code):
        children[division.parent].append(division)
    rows: dict[str, tuple[object, ...]] = {}
    for division, path, left, right in _walk(children, "", "", 1):
        gone = division.end is not None or division.code in lost
        rows[division.code] = (
            division.level,
            division.name,
            division.short,
            path,
            Region.Status.ABOLISHED if gone else Region.Status.IN_FORCE,
            division.start,
            division.end,
            division.longitude,
            division.latitude,
            left,
            right,
        )
    return rows


def _walk(
    children: Mapping[str, Sequence[Division]], parent: str, path: str, number: int
) -> Iterator[tuple[Division, str, int, int]]:
    """Yield each division with its path and its first and last number in the tree."""
    for division in children.get(parent, ()):
        below = list(_walk(children, division.code, f"{path}{division.name}/", number + 1))
        yield division, path + division.name, number, number + len(below)
        yield from below
        number += 1 + len(below)


def _write_regions(
    divisions: Iterable[Division],
    wanted: Mapping[str, tuple[object, ...]],
    stored: Mapping[str, Region],
    keys: dict[str, int],
) -> tuple[int, int]:
    """Create and update regions level by level; return the numbers of both.

    The keys of new regions are added to `keys`.
    """
    created = updated = 0
    by_level: dict[str, list[Division]] = defaultdict(list)
    for division in divisions:
        by_level[division.level].append(division)
    for level in LEVELS:
        new: list[Region] = []
        changed: list[Region] = []
        for division in by_level[level]:
            values = dict(zip(FIELDS, wanted[division.code], strict=True))
            values["parent_id"] = keys.get(division.parent)
            region = stored.get(division.code)
            if region is None:
                new.append(Region(code=division.code, **values))
            elif any(getattr(region, name) != value for name, value in values.items()):
                for name, value in values.items():
                    setattr(region, name, value)
                changed.append(region)
        for region in Region.objects.bulk_create(new, batch_size=BATCH):
            keys[region.code] = region.pk
        Region.objects.bulk_update(changed, [*FIELDS, "parent"], batch_size=BATCH)
        created += len(new)
        updated += len(changed)
    return created, updated


def _write_successors(divisions: Iterable[Division], keys: Mapping[str, int]) -> None:
    """Say which divisions took over from those abolished."""
    wanted = {(keys[d.code], keys[successor]) for d in divisions for successor in d.successors}
    link = Region.successors.through
    stored = set(link.objects.values_list("from_region_id", "to_region_id"))
    for old, new in stored - wanted:
        link.objects.filter(from_region_id=old, to_region_id=new).delete()
    link.objects.bulk_create(
        [link(from_region_id=old, to_region_id=new) for old, new in sorted(wanted - stored)],
        batch_size=BATCH,
    )


def _wanted_names(gazetteer: Gazetteer, divisions: Iterable[Division]) -> set[NameKey]:
    """Return all names of all divisions."""
    wanted: set[NameKey] = set()
    for division in divisions:
        years = division.start, division.end
        code, name = division.code, division.name
        wanted.add((code, name, RegionName.Kind.OFFICIAL, "", *years))
        if division.short != name:
            wanted.add((code, division.short, RegionName.Kind.SHORT, "", *years))
        for short in names.minority_short_names(name):
            if short not in (name, division.short):
                wanted.add((code, short, RegionName.Kind.MINORITY, "", *years))
    for former in gazetteer.former_names:
        key = former.code, former.name, RegionName.Kind.FORMER, former.former_code
        wanted.add((*key, former.start, former.end))
    return wanted


def _write_names(wanted: set[NameKey], keys: Mapping[str, int]) -> tuple[int, int]:
    """Create the names that are missing and delete those that are too many."""
    codes = {pk: code for code, pk in keys.items()}
    stored: dict[NameKey, int] = {
        (codes[region], name, kind, former, start, end): pk
        for pk, region, name, kind, former, start, end in RegionName.objects.order_by().values_list(
            "pk", "region_id", "name", "kind", "code", "start_year", "end_year"
        )
    }
    surplus = [pk for key, pk in stored.items() if key not in wanted]
    for start in range(0, len(surplus), BATCH):
        RegionName.objects.filter(pk__in=surplus[start : start + BATCH]).delete()
    missing = sorted(wanted - stored.keys(), key=lambda key: [v or "" for v in map(str, key)])
    RegionName.objects.bulk_create(
        [
            RegionName(
                region_id=keys[code],
                name=name,
                kind=kind,
                code=former,
                start_year=start,
                end_year=end,
            )
            for code, name, kind, former, start, end in missing
        ],
        batch_size=BATCH,
    )
    return len(missing), len(surplus)
