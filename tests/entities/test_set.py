"""The labelled sentences are well formed, and are counted as docs/evaluation.md says."""

import json
from collections import Counter, defaultdict
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.entity_evaluation import (
    Field,
    Found,
    Line,
    Outcome,
    Person,
    Reader,
    SetError,
    differences,
    read_line,
    read_lines,
    score,
)
from regions.gazetteer import Gazetteer
from tests.entities import markup
from tests.entities.compose import Composer
from tests.entities.places import PARTS

HERE = Path(__file__).parent
LEAST_LINES = 1500
LEAST_CATEGORIES = 20
LEAST_OF_A_CATEGORY = 10
SETS = {part: read_lines(HERE / f"{part}.jsonl") for part in PARTS}
EVERY = [line for lines in SETS.values() for line in lines]


@pytest.fixture(scope="module")
def paths() -> frozenset[str]:
    """Every official path, townships among them."""
    gazetteer = Gazetteer.load()
    above = {
        division.code: gazetteer.path(division.code) for division in gazetteer.divisions.values()
    }
    towns = [(*above[town.parent], town.name) for town in gazetteer.all_townships()]
    return frozenset("/".join(path) for path in (*above.values(), *towns))


@pytest.fixture(scope="module")
def finders() -> Reader:
    return Reader(Gazetteer.load())


class TestTheSet:
    def test_it_is_large_and_has_no_line_twice(self):
        assert len(EVERY) >= LEAST_LINES
        assert not [text for text, n in Counter(line.text for line in EVERY).items() if n > 1]
        for lines in SETS.values():
            assert len({line.id for line in lines}) == len(lines)

    def test_both_parts_have_all_categories(self):
        counts = {part: Counter(line.category for line in lines) for part, lines in SETS.items()}
        assert counts["development"].keys() == counts["held_out"].keys()
        assert len(counts["held_out"]) >= LEAST_CATEGORIES
        for counter in counts.values():
            assert min(counter.values()) >= LEAST_OF_A_CATEGORY

    def test_what_is_labelled_stands_in_the_text(self):
        for line in EVERY:
            bare = line.text.replace(" ", "").replace("\u3000", "")
            labels = [p.name for p in line.people] + [p.description for p in line.people]
            assert not [label for label in [*labels, *line.ambiguous] if label not in bare], line

    def test_paths_are_in_the_gazetteer(self, paths):
        named = {path for line in EVERY for path in (*line.regions, *line.page)}
        named |= {line.home for line in EVERY if line.home}
        assert named <= paths

    def test_no_name_is_in_both_parts(self):
        names = {part: {p.name for line in SETS[part] for p in line.people} for part in PARTS}
        assert not names["development"] & names["held_out"]

    def test_no_county_is_in_both_parts(self):
        def counties(part: str) -> set[str]:
            """Townships and counties; cities and provinces are too few to be divided."""
            named = {path for line in SETS[part] for path in line.regions}
            return {path for path in named if path.count("/") > 1}

        assert not counties("development") & counties("held_out")

    def test_no_template_is_in_both_parts(self):
        templates = {
            part: {
                template
                for template in (HERE / "templates" / f"{part}.txt").read_text().splitlines()
                if template and template[0] not in "#="
            }
            for part in PARTS
        }
        assert not templates["development"] & templates["held_out"]

    @pytest.mark.parametrize("part", PARTS)
    def test_it_is_what_the_templates_give(self, part):
        composed = [read_line(row) for row in Composer(part, Gazetteer.load()).lines()]
        assert composed == list(SETS[part])


class TestMarkup:
    def test_people_and_regions_are_read_and_printed(self):
        line = markup.read("<九江|江西省/九江市>的[班长|岳山]、[=班长|石 林]和[~安宁]（化名）⏎笑了")
        assert line["text"] == "九江的班长岳山、石 林和安宁（化名）\n笑了"
        assert line["regions"] == ["江西省/九江市"]
        assert [tuple(person.values()) for person in line["people"]] == [
            ("岳山", "班长", False),
            ("石林", "班长", False),
            ("安宁", "", True),
        ]
        assert "ambiguous" not in line

    def test_a_form_of_several_divisions_may_be_left_open(self):
        line = markup.read("<?鼓楼区|>和<?新华区|河北省/沧州市/新华区>")
        assert line["ambiguous"] == ["鼓楼区", "新华区"]
        assert line["regions"] == ["河北省/沧州市/新华区"]

    def test_a_mark_that_is_left_over_is_refused(self):
        with pytest.raises(ValueError, match="mark is left"):
            markup.read("[班长|岳山说")


def counted(line: Line, found: Found) -> tuple[dict[Field, tuple[int, int, int]], bool]:
    """Return right, found and labelled things of one line, and whether it has no fault."""
    _categories, total = score([(line, found)])
    tallies = {of: (t.right, t.found, t.labelled) for of, t in total.tallies.items()}
    return tallies, total.exact == 1


class TestScoring:
    def test_a_post_needs_name_and_description(self):
        line = Line("1", "post", "", (Person("岳山", "班长"), Person("石林", "站长")))
        found = Found((Person("岳山", "班长"), Person("石林", "长"), Person("时间")))
        tallies, exact = counted(line, found)
        assert tallies[Field.PEOPLE] == (2, 3, 2)
        assert tallies[Field.POSTS] == (1, 2, 2)
        assert not exact
        assert list(differences(line, found)) == [
            ("people false", "时间"),
            ("posts missed", ("石林", "站长")),
            ("posts false", ("石林", "长")),
        ]

    def test_a_pseudonym_is_a_person_and_counts_apart(self):
        line = Line("1", "pseudonym", "", (Person("岳山", pseudonym=True), Person("石林")))
        tallies, exact = counted(line, Found((Person("岳山"), Person("石林", pseudonym=True))))
        assert tallies[Field.PEOPLE] == (2, 2, 2)
        assert tallies[Field.PSEUDONYMS] == (0, 1, 1)
        assert not exact

    def test_divisions_above_are_understood(self):
        deep, city = "江苏省/南京市/鼓楼区", "江苏省/南京市"
        line = Line("1", "chain", "", regions=frozenset({deep, city}))
        assert counted(line, Found(regions=frozenset({deep}))) == (
            {**dict.fromkeys(Field, (0, 0, 0)), Field.REGIONS: (1, 1, 1)},
            True,
        )
        assert counted(line, Found(regions=frozenset({deep, city, "江苏省"})))[1]
        assert counted(line, Found(regions=frozenset({city})))[0][Field.REGIONS] == (0, 0, 1)

    def test_shares(self):
        line = Line("1", "post", "", (Person("岳山"), Person("石林")))
        _categories, total = score([(line, Found((Person("岳山"),)))])
        tally = total.tallies[Field.PEOPLE]
        assert (tally.precision, tally.recall) == (1.0, 0.5)
        assert tally.f1 == pytest.approx(2 / 3)
        empty = total.tallies[Field.REGIONS]
        assert (empty.precision, empty.recall, empty.f1) == (None, None, None)

    def test_categories_add_up(self):
        pairs = [(Line(str(n), f"c{n % 2}", "", (Person("岳山"),)), Found()) for n in range(3)]
        categories, total = score(pairs)
        assert {name: counts.lines for name, counts in categories.items()} == {"c0": 2, "c1": 1}
        assert total.tallies[Field.PEOPLE].labelled == 3


class TestOutcomes:
    """What becomes of a name that several divisions bear, read by the project's own resolver."""

    @pytest.mark.parametrize(
        ("home", "regions", "outcome"),
        [
            ("江苏省/徐州市", ["江苏省/徐州市/鼓楼区"], Outcome.RIGHT),
            ("江苏省/徐州市", ["福建省/福州市/鼓楼区"], Outcome.WRONG),
            ("江苏省/徐州市", [], Outcome.WRONG),
            ("", [], Outcome.FLAGGED),
        ],
    )
    def test_outcome(self, finders, home, regions, outcome):
        text = "鼓楼区的居民搬进新家。"
        line = Line("1", "", text, regions=frozenset(regions), ambiguous=("鼓楼区",), home=home)
        assert finders.read(line).outcomes == (("鼓楼区", outcome),)

    def test_a_form_that_nobody_read_is_missed(self, finders):
        line = Line("1", "", "无人在此。", ambiguous=("鼓楼区",))
        assert finders.read(line).outcomes == (("鼓楼区", Outcome.MISSED),)

    def test_only_a_flag_is_right_for_an_open_name(self):
        line = Line("1", "", "", ambiguous=("鼓楼区",))
        assert not list(differences(line, Found(outcomes=(("鼓楼区", Outcome.FLAGGED),))))
        assert list(differences(line, Found(outcomes=(("鼓楼区", Outcome.MISSED),))))


class TestReading:
    def test_context_is_read(self):
        row = {"id": "1", "category": "c", "text": "文", "people": [], "regions": []}
        line = read_line({**row, "context": {"home": "北京市", "date": "1998-05-01"}})
        assert (line.home, str(line.date), line.page) == ("北京市", "1998-05-01", ())

    def test_a_faulty_line_is_named(self, tmp_path):
        file = tmp_path / "set.jsonl"
        file.write_text('{"id": "1"}\n', encoding="utf-8")
        with pytest.raises(SetError, match=r"set\.jsonl, line 1: KeyError\('category'\)"):
            read_lines(file)


class TestCommand:
    @pytest.fixture(autouse=True)
    def small_set(self, settings, tmp_path):
        """Put three sentences in the place of the set."""
        folder = tmp_path / "tests" / "entities"
        folder.mkdir(parents=True)
        row = {"category": "post", "people": [], "regions": []}
        person = {"name": "岳文山", "description": "班长", "pseudonym": False}
        rows = [
            {**row, "id": "p1", "text": "“开工。”班长岳文山说。", "people": [person]},
            {**row, "id": "p2", "text": "工人们在开会。", "people": [{**person, "name": "会"}]},
            {**row, "id": "r1", "category": "chain", "text": "在江苏省南京市。"},
        ]
        text = "\n".join(json.dumps(one) for one in rows)
        for part in PARTS:
            (folder / f"{part}.jsonl").write_text(text, encoding="utf-8")
        settings.BASE_DIR = tmp_path

    def run(self, *options: str) -> str:
        out = StringIO()
        call_command("evaluate_entities", *options, stdout=out)
        return out.getvalue()

    def test_the_table(self):
        rows = defaultdict(list, {r.split()[0]: r.split() for r in self.run().splitlines()})
        assert rows["post"] == ["post", "2", "50.0", "100.0/50.0/66.7", "-", "100.0/50.0/66.7", "-"]
        assert rows["chain"] == ["chain", "1", "0.0", "-", "-", "-", "1", "false"]
        assert rows["all"][1:3] == ["3", "33.3"]

    def test_json(self):
        figures = json.loads(self.run("--json", "--part", "held_out"))
        assert figures["part"] == "held_out"
        assert figures["categories"]["post"]["people"]["recall"] == 0.5
        regions = figures["all"]["regions"]
        assert (regions["right"], regions["found"], regions["labelled"]) == (0, 1, 0)
        assert (regions["precision"], regions["recall"], regions["f1"]) == (0.0, None, 0.0)
        assert figures["speed"]["people"] > 0

    def test_errors_are_shown_for_development(self):
        assert "r1\tregions false\t江苏省/南京市\t在江苏省南京市。" in self.run("--errors")

    def test_held_out_sentences_are_not_shown(self):
        with pytest.raises(CommandError, match="stay unseen"):
            self.run("--errors", "--part", "held_out")

    def test_a_missing_set_is_named(self, settings, tmp_path):
        settings.BASE_DIR = tmp_path / "elsewhere"
        with pytest.raises(CommandError, match=r"development\.jsonl"):
            self.run()
