"""`manage.py load_regions`: bring the tree of divisions up to date."""

from typing import Any

from django.core.management.base import BaseCommand

from regions.gazetteer import Gazetteer
from regions.loading import load_regions


class Command(BaseCommand):
    help = "Load China's administrative divisions and their names; a second run changes nothing."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        report = load_regions(Gazetteer.load())
        if verbosity >= 1:
            self.stdout.write(
                f"{report.regions} regions: {report.created} new, {report.updated} updated, "
                f"{report.retired} retired; names: {report.names_created} new, "
                f"{report.names_deleted} deleted"
            )
