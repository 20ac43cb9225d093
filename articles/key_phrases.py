"""What an article is about, in its own words: tags to suggest to an editor.

Words and pairs of neighbouring words are weighed by tf × idf: how often the article has them, and
how few articles of the archive do.  The archive's own frequencies are the table `PhraseCount`,
which `count_articles` writes; without it the article's frequencies decide alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from math import log

import rjieba
from django.db import transaction

from articles.models import Article, ArticleQuerySet, PhraseCount

HEADLINE_WEIGHT = 3
"""A word of the headline counts as often."""
PAIR_WEIGHT = 1.5
"""A pair says more than each of its words, and is rarer than both."""
LONGEST = 10
CANDIDATES = 300
"""How many different phrases of an article are weighed, the most frequent ones."""

NAMING = frozenset({"n", "nz", "nt", "vn", "j", "eng"})
"""Parts of speech, in jieba's notation, of words that can be a topic: not people and places."""
LEADING = NAMING | {"a", "b"}
"""Those of a pair's first word."""

COUNTED = 1_000_000
"""How many phrases are counted at a time; beyond, the rarest are dropped, rarer ones each time."""
KEPT = 200_000
"""How many phrases the table has at most, the most frequent ones."""


Words = tuple[str, ...]
"""A phrase as its words, one or two."""


def phrases_in(text: str) -> Iterator[Words]:
    """Yield each word and pair of neighbouring words that can be a topic, as often as it comes."""
    for line in text.split("\n"):
        tagged = rjieba.tag(line, True)
        for word, part in tagged:
            if part in NAMING and 2 <= len(word) <= LONGEST:
                yield (word,)
        for (first, leading), (second, part) in pairwise(tagged):
            fits = leading in LEADING and part in NAMING and "eng" not in (leading, part)
            if fits and min(len(first), len(second)) >= 2 and len(first + second) <= LONGEST:
                yield first, second


def key_phrases(article: Article, *, limit: int = 8) -> list[str]:
    """Return the phrases that tell the article from others, best first, with two queries.

    No two of them share a word, and none is the name of somebody the article mentions.
    """
    found: Counter[Words] = Counter()
    for text in (article.kicker, article.title, article.subtitle):
        for words in phrases_in(text):
            found[words] += HEADLINE_WEIGHT
    found.update(phrases_in("\n".join((article.abstract, article.body, article.captions))))
    candidates = found.most_common(CANDIDATES)
    names = set(article.mentions.values_list("name", flat=True))
    known = PhraseCount.objects.in_bulk(["".join(words) for words, _often in candidates])
    total = next((row.out_of for row in known.values()), 1)
    scores: dict[Words, float] = {}
    for words, often in candidates:
        phrase, pair = "".join(words), len(words) > 1
        articles = known[phrase].articles if phrase in known else 1
        # Any two words meet once; only a pair that is met again is a phrase.
        if phrase not in names and (not pair or often > 1 or phrase in known):
            rarity = log((total + 1) / (articles + 0.5))
            scores[words] = often * rarity * (PAIR_WEIGHT if pair else 1)
    best = sorted(scores, key=lambda words: (-scores[words], words))
    return ["".join(words) for words in islice(_apart(best), limit)]


def _apart(phrases: Iterable[Words]) -> Iterator[Words]:
    """Leave out phrases that share a word with a better one, or hold it, or are held by it."""
    chosen: list[Words] = []
    for words in phrases:
        if not any(a in b or b in a for a in words for other in chosen for b in other):
            chosen.append(words)
            yield words


def count_articles(articles: ArticleQuerySet) -> tuple[int, int]:
    """Count anew in how many articles each phrase stands; return how many of both.

    Memory is bounded by `COUNTED`: of an archive with more phrases, rare ones are counted low.
    """
    counts: Counter[str] = Counter()
    total = least = 0
    texts = articles.order_by().values_list("title", "abstract", "body", "captions")
    for parts in texts.iterator():
        total += 1
        counts.update({"".join(words) for words in phrases_in("\n".join(parts))})
        if len(counts) > COUNTED:
            least += 1
            counts = Counter({phrase: n for phrase, n in counts.items() if n > least})
    kept = [(phrase, n) for phrase, n in counts.most_common(KEPT) if n > 1]
    with transaction.atomic():
        PhraseCount.objects.all().delete()
        PhraseCount.objects.bulk_create(
            (PhraseCount(phrase=phrase, articles=n, out_of=total) for phrase, n in kept),
            batch_size=5000,
        )
    return total, len(kept)
