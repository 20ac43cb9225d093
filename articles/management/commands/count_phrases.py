"""Count the phrases of the archive, by which key phrases of an article are weighed."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.key_phrases import count_articles
from articles.models import Article


class Command(BaseCommand):
    help = "Count in how many articles each phrase stands; run it after large imports."

    def handle(self, **options: Any) -> None:
        articles, phrases = count_articles(Article.objects.all())
        self.stdout.write(f"{articles} articles read, {phrases} phrases kept.")
