"""Find the people whom an article names in full.

Chinese names are candidates of surname and given name that a log-linear model weighs; names
written for their sound (买买提·玉素甫) are found by their characters.  Nothing here knows any
page: the tables are in `lexicon/people`, their sources in docs/data.md.
"""

from __future__ import annotations

from articles.parsing.people.finding import FoundPerson, PageNames, find_people

__all__ = ["FoundPerson", "PageNames", "find_people"]
