"""A paragraph prepared for the search: its words, what they cost and what stands at each place."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.parsing.people import tables
from articles.parsing.people.cues import after_class, before_class, name_characters
from articles.parsing.repair import FULL_WIDTH

SINGLE = ("thing", "not_name")  # classes of single characters
ASPECTS = frozenset("着了过完起出住")  # after a verb of one character: 举着, 掀起
ONE_FORM: dict[int, str | int] = {**FULL_WIDTH, **str.maketrans("•・‧∙", "····")}
# The tags of the segmenter, coarsened; the others count by their first letter.
KINDS = {
    **dict.fromkeys(("nr", "nrt", "nrfg"), "name"),
    "ns": "place",
    "nt": "organisation",
    **dict.fromkeys(("n", "nz", "ng", "vn", "an", "j", "s"), "noun"),
    **dict.fromkeys(("v", "vg", "vi", "vq", "vd"), "verb"),
    **dict.fromkeys(("a", "ag", "b", "z"), "adjective"),
    **dict.fromkeys(("d", "ad", "df", "dg"), "adverb"),
    **dict.fromkeys(("p", "c"), "function"),
    **dict.fromkeys(("i", "l"), "phrase"),
    **dict.fromkeys(("r", "rr", "rz", "rg"), "pronoun"),
    **dict.fromkeys(("t", "tg", "f"), "time"),
    **dict.fromkeys(("m", "mq", "q", "mg"), "number"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph as printed and in ASCII widths, with its word boundaries.

    Word `i` is `text[edges[i]:edges[i + 1]]`, of kind `kinds[i]`; `costs[i]` is the cost of all
    words before it, and `words[place]` the word that the character at `place` belongs to.
    """

    index: int
    printed: str
    text: str
    edges: list[int]
    kinds: list[str]
    costs: list[float]
    words: list[int]
    boundaries: frozenset[int]
    befores: dict[int, str] = field(default_factory=dict)
    afters: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, index: int, paragraph: str) -> Reading:
        """Read one paragraph."""
        text = unify(paragraph)
        edges, kinds, costs, words = [0], [], [0.0], []
        end, cost, known = 0, 0.0, tables.words()
        for number, (word, tag) in enumerate(tables.tagged(text)):
            length = len(word)
            end += length
            cost += known.get(word) or tables.word_cost(word)
            edges.append(end)
            kinds.append(KINDS.get(tag, "other"))
            costs.append(cost)
            words += [number] * length
        return cls(index, paragraph, text, edges, kinds, costs, words, frozenset(edges))

    def cost(self, start: int, end: int) -> float:
        """Return the cost of the words of a stretch; of a word that it cuts, only its part."""
        first, last = self.words[start], self.words[end - 1] + 1
        edges, text = self.edges, self.text
        cost = self.costs[last] - self.costs[first]
        if edges[first] < start:
            cost -= tables.reading_cost(text[edges[first] : start])
        if edges[last] > end:
            cost -= tables.reading_cost(text[end : edges[last]])
        return cost

    def kind_of(self, start: int, end: int) -> str:
        """Return the kind of the word that is exactly this stretch, if one is."""
        at = self.words[start]
        exact = self.edges[at] == start and self.edges[at + 1] == end
        return self.kinds[at] if exact else ""

    def next_edge(self, end: int) -> int:
        """Return where the word after `end`, or after the word that `end` cuts, is over."""
        last = self.words[end - 1] + 2
        return self.edges[min(last, len(self.edges) - 1)]

    def before(self, start: int) -> str:
        """Return the class of what stands before `start`."""
        found = self.befores.get(start)
        if found is None:
            found = self.befores[start] = self._before(start)
        return found

    def _before(self, start: int) -> str:
        found = before_class(self.text, start)
        if found != "word":
            return found
        if start not in self.boundaries:
            return "cut word"
        at = self.words[start - 1]
        if start - self.edges[at] == 1 and self.text[start - 1] in name_characters():
            return "character"
        return f"some {self.kinds[at]}"

    def after(self, end: int) -> str:
        """Return the class of what stands after `end`."""
        found = self.afters.get(end)
        if found is None:
            found = self.afters[end] = self._after(end)
        return found

    def _after(self, end: int) -> str:
        found = after_class(self.text, end)
        at_edge = end in self.boundaries
        if found in SINGLE and at_edge and end + 1 not in self.boundaries:
            found = "word"  # 点 in 点点头 is no sign of 万小军点
        if found != "word":
            return found
        if self.text[end + 1 : end + 2] in ASPECTS:
            return "acting"
        if at_edge:
            at = self.words[end]
            if self.edges[at + 1] - end == 1 and self.text[end] in name_characters():
                return "character"
            return f"some {self.kinds[at]}"
        return self._after_cut(end)

    def _after_cut(self, end: int) -> str:
        """Return the kind of the word that begins inside a word: 陈晓·明确."""
        tagged = tables.tagged(self.text[end : self.next_edge(end)])
        if len(tagged) == 1 and len(tagged[0][0]) > 1:
            return f"some {KINDS.get(tagged[0][1], 'other')}"
        return "cut word"


def unify(paragraph: str) -> str:
    """Return the text with one form of each mark, of the same length."""
    return paragraph.translate(ONE_FORM)
