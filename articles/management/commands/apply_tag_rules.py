"""Bring the tags that rules keep up to date in the whole archive."""

from typing import Any

from django.core.management.base import BaseCommand

from articles import topics
from articles.models import Article, TagRule


class Command(BaseCommand):
    help = "Apply all active tag rules to all articles; what editors decided on tags stays."

    def handle(self, **options: Any) -> None:
        done = topics.apply(TagRule.objects.active(), Article.objects.all(), acting_user=None)
        self.stdout.write(
            f"{done.articles} articles read: {done.given} tags given, {done.taken} taken away."
        )
