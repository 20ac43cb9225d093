"""Say what an article is: report, feature, picture story, essay, document, contents or other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from articles.parsing import captions, contents, cues, documents
from articles.parsing.credits import form_of, is_signed_at_end, read_signatures
from articles.parsing.lexicon import labels
from articles.parsing.repair import fold
from articles.parsing.values import Block, BlockType, Credit, Kind, Role

LONGEST_PICTURE_STORY = 700
LONGEST_SIGNED_PICTURE_STORY = 320
LONGEST_SIGNED_REPORT = 400
"""Of the composed and hand-laid pieces under a byline 31 are news and 27 features that have 300 to
400 characters, 16 and 40 that have up to 500."""
LEAST_REPORT = 60
LEAST_ENTRIES = 2
LEAST_SPEECHES = 3
ARROWS = "▲▼△▽"
HEADLINE = (BlockType.SECTION, BlockType.KICKER, BlockType.TITLE, BlockType.SUBTITLE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the kind of an article depends on."""

    title: str
    section: str
    texts: tuple[str, ...]
    subheads: tuple[str, ...]
    entries: tuple[str, ...]
    counts: dict[BlockType, int]
    dateline: str
    roles: frozenset[Role]
    byline_roles: frozenset[Role]
    """Of the signatures over the text, or under it without brackets."""
    signed_by_house: bool
    signed_at_end: bool
    length: int

    @property
    def reported(self) -> bool:
        """Whether somebody signs it as a report."""
        return bool(self.byline_roles & {Role.REPORTER, Role.CORRESPONDENT})

    @property
    def signed(self) -> bool:
        """Whether somebody signs its text."""
        return self.reported or Role.AUTHOR in self.byline_roles

    def has(self, *types: BlockType) -> bool:
        """Say whether the article has a block of one of these types."""
        return any(self.counts.get(kind) for kind in types)


def kind_of(
    head: Sequence[Block], blocks: Sequence[Block], dateline: str, credits_: Sequence[Credit]
) -> Kind:
    """Return the kind of an article from its headline blocks, its other blocks and its credits."""
    facts = _facts(head, blocks, dateline, credits_)
    return next((kind for kind, fits in RULES if fits(facts)), Kind.OTHER)


def _facts(
    head: Sequence[Block], blocks: Sequence[Block], dateline: str, credits_: Sequence[Credit]
) -> Facts:
    signed = [block for block in head if block.type not in HEADLINE]
    forms = [(form_of(block), block) for block in (*signed, *blocks)]
    counts: dict[BlockType, int] = {}
    for form, _block in forms:
        counts[form] = counts.get(form, 0) + 1
    texts = tuple(
        block.text for form, block in forms if form in (BlockType.BODY, BlockType.CAPTION)
    )
    bylines, at_end = _signatures(forms)
    return Facts(
        title=" ".join(block.text for block in head if block.type in HEADLINE[1:]),
        section=_column(head),
        texts=texts,
        subheads=tuple(block.text for form, block in forms if form is BlockType.SUBHEAD),
        entries=tuple(block.text for form, block in forms if form is BlockType.LIST),
        counts=counts,
        dateline=dateline,
        roles=frozenset(credit.role for credit in credits_),
        byline_roles=frozenset(
            role for signature in read_signatures(bylines) for role in signature.roles
        ),
        signed_by_house=any(cues.is_byline(block.text) for block in bylines),
        signed_at_end=at_end or (bool(texts) and is_signed_at_end(texts[-1])),
        length=sum(map(len, texts)),
    )


def _column(head: Sequence[Block]) -> str:
    """Return the name of the column, which may be all that heads the article."""
    own = [block for block in head if block.type in HEADLINE]
    alone = len(own) == 1 and cues.is_section_label(own[0].text)
    return " ".join(b.text for b in own if alone or b.type is BlockType.SECTION)


def _signatures(forms: Sequence[tuple[BlockType, Block]]) -> tuple[list[Block], bool]:
    """Return the bylines, and whether there is also a signature in brackets under the text."""
    bylines: list[Block] = []
    at_end = under = False
    for form, block in forms:
        closing = form is BlockType.BYLINE or (
            form is BlockType.CREDIT_LINE and WRITTEN_TOO.search(block.text) is not None
        )
        if closing and under and block.text[0] in "(（":
            at_end = True
        elif form is BlockType.BYLINE:
            bylines.append(block)
        under = under or form is BlockType.BODY
    return bylines, at_end


def _is_contents(facts: Facts) -> bool:
    if contents.is_contents_title(facts.title) and not (facts.reported or facts.dateline):
        return True
    if len(facts.entries) < LEAST_ENTRIES or facts.has(BlockType.BODY):
        return False
    return any(
        contents.is_contents_entry(e) or contents.ends_with_page(fold(e)) for e in facts.entries
    )


def _is_document(facts: Facts) -> bool:
    """An official text: its title says so, or its parts are numbered like 一、 and （一）."""
    if Role.REPORTER in facts.byline_roles or _opens_as_report(facts):
        return False
    numbered = sum(map(cues.is_document_head, (*facts.texts, *facts.subheads)))
    titled = OFFICIAL_TITLE.search(fold(facts.title)) is not None
    if titled:
        about = "关于" in facts.title
        if numbered == 0 and Role.AUTHOR in facts.byline_roles:
            return False
        in_parts = facts.has(BlockType.SUBHEAD, BlockType.LIST)
        return about or numbered > 0 or in_parts or _is_official(facts)
    if Role.AUTHOR in facts.byline_roles:
        return False
    return numbered >= 3 and not facts.roles & {Role.REPORTER, Role.CORRESPONDENT}


def _is_official(facts: Facts) -> bool:
    return any(OFFICIAL_WORDS.search(text) for text in facts.texts)


def _opens_as_report(facts: Facts) -> bool:
    return any(cues.opens_report(text) for text in facts.texts) or (
        bool(facts.dateline) and Role.REPORTER in facts.roles
    )


def _is_notice(facts: Facts) -> bool:
    """更正, 讣告, 启事, 征稿 … neither a report nor signed."""
    label = fold(facts.title)
    section = fold(facts.section)
    word = NOTICE_TITLE.search(label) or NOTICE_TITLE.fullmatch(section)
    unsigned = not facts.signed_at_end and NOTICE_SECTION.search(section)
    return (
        (word is not None or bool(unsigned) or label in labels.SERVICE_NOTICES)
        and not facts.signed
        and not facts.dateline
    )


def _is_letter(facts: Facts) -> bool:
    """A reader's letter to the paper, or one question, mostly with its answer."""
    if any(LETTER_OPENING.match(text) for text in facts.texts[:2]):
        return True
    first, *rest = facts.texts or ("",)
    asked = sum(map(documents.asks, facts.texts))
    answered = asked == 1 and documents.asks(first) and any(map(documents.answers, rest))
    return answered and not facts.reported


def _is_dialogue(facts: Facts) -> bool:
    """Questions and answers, or what several say in turn."""
    return not facts.dateline and sum(map(documents.is_speech, facts.texts)) >= LEAST_SPEECHES


def _is_advice(facts: Facts) -> bool:
    """Readers who ask and somebody who knows, perhaps with who wrote it down in brackets."""
    return not facts.signed and _is_dialogue(facts)


def _is_interview(facts: Facts) -> bool:
    """A dialogue that is signed by who led it: 本报记者 甲, □甲, 文/甲."""
    return facts.signed and _is_dialogue(facts)


def _is_service_column(facts: Facts) -> bool:
    """Advice, hours, places, prices: a column of that name that no reporter signs."""
    if facts.signed or facts.signed_at_end or _opens_as_report(facts):
        return False
    return fold(facts.section).endswith(labels.SERVICES)


def _is_signed_report(facts: Facts) -> bool:
    """A report without its label, signed in brackets at its end."""
    if not facts.signed_at_end or facts.byline_roles or fold(facts.section) in labels.OPINIONS:
        return False
    if facts.has(BlockType.AUTHOR_NOTE, BlockType.ABSTRACT, BlockType.CAPTION):
        return False
    if facts.roles == {Role.PHOTOGRAPHER} or any(map(captions.is_caption, facts.texts)):
        return False
    return len(facts.texts) == 1 or any(TIME.search(text[:160]) for text in facts.texts[:2])


def _is_photo(facts: Facts) -> bool:
    """A stand-alone picture story: short, no dateline, a picture's credit or caption."""
    if facts.dateline or facts.has(BlockType.SUBHEAD, BlockType.AUTHOR_NOTE):
        return False
    captioned = facts.has(BlockType.CAPTION) and facts.roles and not facts.byline_roles
    if facts.has(BlockType.ABSTRACT) and not captioned:  # else another article's, strayed
        return False
    if facts.length > LONGEST_PICTURE_STORY or not facts.texts:
        return False
    if facts.byline_roles - {Role.PHOTOGRAPHER}:
        if Role.PHOTOGRAPHER not in facts.byline_roles:
            return False
        if facts.length > LONGEST_SIGNED_PICTURE_STORY:
            return False
    if any(cues.opens_report(text) for text in facts.texts):
        return False
    pictured = facts.has(BlockType.CAPTION) or any(map(captions.is_caption, _no_items(facts.texts)))
    return pictured or Role.PHOTOGRAPHER in facts.roles


def _no_items(texts: Sequence[str]) -> list[str]:
    """Return the texts but for the items of a column, which begin with one mark: ▲…, ▲…."""
    marks = [text[:1] for text in texts if text[:1] in ARROWS]
    return [text for text in texts if marks.count(text[:1]) < LEAST_ENTRIES]


def _is_short_report(facts: Facts) -> bool:
    """A reporter's few paragraphs, signed over the text."""
    if facts.has(BlockType.SUBHEAD, BlockType.ABSTRACT) or not facts.has(BlockType.BODY):
        return False
    return Role.REPORTER in facts.byline_roles and facts.length <= LONGEST_SIGNED_REPORT


def _is_essay(facts: Facts) -> bool:
    """Signed by an author, or by nobody under the label of an opinion column."""
    if facts.reported or facts.dateline:
        return False
    return (
        Role.AUTHOR in facts.byline_roles
        or (facts.signed_at_end and facts.roles == {Role.AUTHOR})
        or facts.has(BlockType.AUTHOR_NOTE)
        or fold(facts.section) in labels.OPINIONS
        or (facts.signed_by_house and not facts.byline_roles)
    )


def _is_news(facts: Facts) -> bool:
    if facts.reported:
        return False
    return bool(facts.dateline) or _opens_as_report(facts)


def _is_service(facts: Facts) -> bool:
    """Dates, prices, addresses: a list that nobody signs."""
    return len(facts.entries) >= LEAST_ENTRIES and not facts.byline_roles


def _is_feature(facts: Facts) -> bool:
    return facts.reported or facts.has(BlockType.SUBHEAD, BlockType.ABSTRACT)


def _is_unsigned_report(facts: Facts) -> bool:
    """What says when something happened, or goes on from another page."""
    told = any(NEWS_OPENING.match(text) for text in facts.texts)
    return told or (facts.has(BlockType.CONTINUATION) and facts.has(BlockType.BODY))


def _is_running_text(facts: Facts) -> bool:
    """Running text that no other rule claims; what is very short may be the weather."""
    return facts.has(BlockType.BODY) and facts.length >= LEAST_REPORT


OFFICIAL_TITLE = re.compile(
    rf"""
    (?: {"|".join(labels.OFFICIAL_TEXTS)} )
    (?: [(（《] [^)）]{{1,12}} [)）》] | 全文 | 摘要 | 摘登 | 要点 )* $
    """,
    re.VERBOSE,
)
OFFICIAL_WORDS = re.compile(
    "现(?:将|就).{2,40}(?:如下|通知|公告|通告|公示)|特此(?:通知|通告|公告|函告|公示)|经.{2,20}同意,?现|"
    "根据.{2,40}(?:有关)?规定|经.{2,20}政府批准.{2,60}(?:挂牌|出让|拍卖|招标)|本(?:意见|办法|规定|条例|通告|决定|规划|方案)自"
)
NOTICE_TITLE = re.compile(rf"(?: {'|'.join(labels.NOTICES)} ) $", re.VERBOSE)
NOTICE_SECTION = re.compile("(?:启事|更正|声明|招领|讣告)$")
WRITTEN_TOO = re.compile("文[/／并]?[图摄]")
LETTER_OPENING = re.compile("(?:尊敬的)?(?:编辑(?:同志|老师|部)?|律师)(?:同志)?[：:，,]|编辑同志")
TIME = re.compile(
    "近日|日前|连日|[昨今][日天]|[今去]年|[0-9]{1,2}月|[上中下]旬|入[春夏秋冬]|以来|截至"
)
NEWS_OPENING = re.compile(
    r"(?:本报)?记者.{0,20}从.{2,24}(?:获悉|了解到)|近日|日前|昨日|今日|[0-9]{1,2}月[0-9]{1,2}日"
)

# The first rule that fits decides.
RULES: tuple[tuple[Kind, Callable[[Facts], bool]], ...] = (
    (Kind.CONTENTS, _is_contents),
    (Kind.OTHER, _is_notice),
    (Kind.DOCUMENT, _is_document),
    (Kind.NEWS, _is_news),
    (Kind.OTHER, _is_letter),
    (Kind.OTHER, _is_advice),
    (Kind.FEATURE, _is_interview),
    (Kind.OTHER, _is_service_column),
    (Kind.NEWS, _is_signed_report),
    (Kind.PHOTO, _is_photo),
    (Kind.ESSAY, _is_essay),
    (Kind.OTHER, _is_service),
    (Kind.NEWS, _is_short_report),
    (Kind.FEATURE, _is_feature),
    (Kind.NEWS, _is_unsigned_report),
    (Kind.NEWS, _is_running_text),
)
