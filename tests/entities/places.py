"""Draw administrative divisions for the sentences; each part of the set has its own half."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from zlib import crc32

from regions.gazetteer import COUNTY, PREFECTURE, PROVINCE, Division, FormerName, Gazetteer

PARTS = ("development", "held_out")
MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})
AUTONOMOUS_REGIONS = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
}
FORMER_SINCE = 1993


def short(name: str) -> str:
    """Return the plain short form; only names with a stem of two characters or more have one."""
    if name in AUTONOMOUS_REGIONS:
        return AUTONOMOUS_REGIONS[name]
    if name.endswith("地区"):
        return name[:-2]
    if "自治" in name or name.endswith(("新区", "林区", "矿区")):
        return name
    return name[:-1] if len(name) > 2 and name[-1] in "省市县区" else name


@dataclass(frozen=True)
class Place:
    """A division as the templates speak of it: {county.city}{county.name}."""

    path: str
    year: str = ""
    old: str = ""

    def part(self, attribute: str) -> str:
        """Return `name`, `short`, `city`, `cityshort`, `citypath`, `province`, `full` …"""
        names = self.path.split("/")
        above = names[-2] if len(names) > 1 else ""
        return {
            "path": self.path,
            "name": names[-1],
            "short": short(names[-1]),
            "city": above,
            "cityshort": short(above),
            "citypath": "/".join(names[:-1]),
            "province": names[0],
            "provinceshort": short(names[0]),
            "full": "".join(names),
            "chain": "".join(short(name) for name in names[:-1]) + names[-1],
            "year": self.year,
            "old": self.old,
        }[attribute]


def is_of(part: str, name: str) -> bool:
    """Say whether a name is for this part: the same for all who bear it."""
    return PARTS[crc32(name.encode()) % 2] == part


class Places:
    """The divisions of one part of the set by kind, without the paths that are `taken`."""

    def __init__(self, part: str, gazetteer: Gazetteer, taken: frozenset[str]) -> None:
        self.part = part
        self.gazetteer = gazetteer
        self.taken = taken
        inforce = [d for d in gazetteer.divisions.values() if d.end is None]
        bearers = Counter(d.name for d in gazetteer.divisions.values())
        today = Counter(d.name for d in inforce)
        self.mine = [d for d in inforce if self._is_mine(d)]
        counties = self._of(COUNTY, lambda d: self._level_above(d) == PREFECTURE)
        self.kinds: dict[str, list[Place]] = {
            "county": [Place(self._path(d)) for d in counties if bearers[d.name] == 1],
            "twin": [
                Place(self._path(d))
                for d in counties
                if d.name[-1] == "区" and today[d.name] > 1 and len(d.name) > 2
            ],
            "municipal": self._places(COUNTY, lambda d: d.parent in MUNICIPALITIES),
            "prefecture": self._places(PREFECTURE, lambda d: d.name[-1] == "市"),
            "autonomous": self._places(PREFECTURE, lambda d: d.name.endswith("自治州")),
            "autonomouscounty": [
                Place(self._path(d)) for d in counties if d.name.endswith("自治县")
            ],
            "former": self._former(bearers),
        }
        self.rural = [d.code for d in counties if d.name[-1] == "县"]

    def draw(self, kind: str, rng: random.Random) -> Place:
        """Return a division of a kind."""
        if kind != "township":
            return rng.choice(self.kinds[kind])
        towns = [
            town
            for town in self.gazetteer.townships(rng.choice(self.rural)).values()
            if town.name[-1] in "镇乡" and len(town.name) > 2
        ]
        return Place(self._path(rng.choice(towns)))

    def _of(self, level: str, condition: Callable[[Division], bool]) -> list[Division]:
        return [d for d in self.mine if d.level == level and condition(d)]

    def _places(self, level: str, condition: Callable[[Division], bool]) -> list[Place]:
        return [Place(self._path(d)) for d in self._of(level, condition)]

    def _is_mine(self, division: Division) -> bool:
        return is_of(self.part, division.name) and self._path(division) not in self.taken

    def _level_above(self, division: Division) -> str:
        return self.gazetteer[division.parent].level if division.parent else PROVINCE

    def _path(self, division: Division) -> str:
        return "/".join(self.gazetteer.path(division.code))

    def _former(self, bearers: Counter[str]) -> list[Place]:
        """Return the lost names of counties that nothing else was ever called."""
        lost = Counter(former.name for former in self.gazetteer.former_names)
        return [
            Place(self._path(today), year=str(former.end - 2), old=former.name)
            for former in self.gazetteer.former_names
            if FORMER_SINCE <= former.end > former.start + 2
            and former.name not in bearers
            and lost[former.name] == 1
            and len(former.name) > 2
            and (today := self.gazetteer[former.code]).level == COUNTY
            and is_renamed(former, today)
            and self._is_mine(today)
        ]


def is_renamed(former: FormerName, today: Division) -> bool:
    """Say whether it is the same land: renamed in place, or a county that became a city."""
    raised = former.name[-1] == "县" and short(former.name) == short(today.name)
    return former.former_code == former.code or raised
