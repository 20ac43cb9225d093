"""Compose sentences with known people: names drawn from the tables, the rest written here."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from articles.parsing.people import tables

LEADS = (
    """
|“设备修好了，心里才踏实。”|“这趟没白跑。”炉前班班长|市总工会副主席|县医院护士长|全国劳动模范、电焊工|据车间主任|近日，快递员|记者见到|在工友眼里，
夜色渐深，|那一年，19岁的|退休职工|养殖户|返乡青年|来自云南的|说起这些变化，|为此，|原来，|三天后，|项目经理|市人社局劳动监察科科长|货车司机|随后，|这天一早，|每到周末，|技术员
他的徒弟|工友|妻子|同事|队长|邻居|村支书|省劳模|首席技师|人大代表|党支部书记|客户经理|调解员|律师|裁判长|参赛选手|图为|上午9时，|作为班组的主心骨，|这位名叫
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

TAILS = (
    """
说，图纸改了三遍才定下来。|带了两个徒弟，手把手地教。|正蹲在管沟边测温。|头也不抬，手里的活一刻没停。|明确表示，将继续跟进。|家住河对岸，每天乘船上班。|把车停稳，跳下驾驶室。|一边翻账本一边念叨。
告诉记者，这是第三次改造。|介绍，全年培训了两千多人次。|笑着摆摆手。|摆摆手说：“应该的。”|出席会议并讲话。|主持签约仪式。|从包里掏出一沓票据。|在高空作业平台上紧固螺栓。|接过话筒，顿了顿。|负责整条线的调试。
和工友们一起吃了顿饺子。|与爱人商量后决定返乡。|深有感触。|回忆道，那时路还没有通。|是班里年纪最小的。|被评为年度标兵。|获得一等奖。|参加了这次比武。|来到车间，换上工装。|也报了名。|就站在人群里。|都看在眼里。
还记得第一次上井的情形。|终于松了一口气。|常说，质量是命根子。|又一次登上领奖台。|每天要走两万多步。|今年五十六岁。|最担心的是孩子没人管。|一家四口住进了新房。|夫妇守着灯塔。|的手上全是茧子。|的办法很管用。|，男，1978年生。|（左）正在演示。|（右二）与客户交谈。
：“我们等这一天很久了。”|等五人受到表彰。|有些腼腆。|拿着扳手，钻进设备底下。|顾不上喝水，又去了下一家。|当场拍板。|连夜赶到现场。|用半年时间啃下了这块硬骨头。|提出的建议被采纳。|组织大家学习。|带头签了字。|向记者展示了一枚奖章。|对数据了如指掌。|给老人剪完指甲。
没有退缩。|不善言辞。|曾在部队服役八年。|已经干了二十年。|刚下夜班。|先后攻克十余项难题。|立即启动预案。|代表企业发言。|坐在门槛上。|走上讲台。|学会了用手机卖货。|家里有两位老人。|手里攥着合同。|心里五味杂陈。|老家在贵州。|所在的班组被命名为先锋号。
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

ROWS = (
    "{P}、{P}、{P}等人参加。",
    "一等奖：{P}；二等奖：{P}、{P}。",
    "{P}和{P}搭班六年，零差错。",
    "电工{P}、钳工{P}、铣工{P}获奖。",
    "先进个人：{P} {P} {P} {P}",
    "市委副书记{P}、副市长{P}出席。",
    "{P}说完，{P}接过话头。",
    "{P}师从{P}，学艺八年。",
)

Labelled = tuple[str, frozenset[str]]


@dataclass
class Composer:
    """Draws sentences; the same seed gives the same ones."""

    seed: int
    two_characters: float = 0.25  # share of names with one given character
    flatness: float = 0.8  # below 1 rare characters come more often than in life

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.draws = {
            "surname": self._weights({s: c for s, c in tables.surnames().items() if c < 7}),
            **{
                place: self._weights({g: c for g, c in costs.items() if c < 8.5})
                for place, costs in enumerate(tables.given_characters())
            },
        }

    def _weights(self, costs: dict[str, float]) -> tuple[list[str], list[float]]:
        return list(costs), [math.exp(-cost * self.flatness) for cost in costs.values()]

    def draw(self, what: str | int) -> str:
        population, weights = self.draws[what]
        return self.random.choices(population, weights)[0]

    def name(self) -> str:
        """Draw a name that is no word, so that nobody could read it otherwise."""
        while True:
            alone = self.random.random() < self.two_characters
            given = self.draw(0) if alone else self.draw(1) + self.draw(2)
            name = self.draw("surname") + given
            if name not in tables.words() and name not in tables.listed("places"):
                return name

    def sentences(self, count: int) -> Iterator[Labelled]:
        """Yield `count` sentences with the names in them."""
        for _ in range(count):
            if self.random.random() < 0.25:
                text, names = self.random.choice(ROWS), []
                while "{P}" in text:
                    names.append(self.name())
                    text = text.replace("{P}", names[-1], 1)
            else:
                names = [self.name()]
                text = self.random.choice(LEADS) + names[0] + self.random.choice(TAILS)
            yield text, frozenset(names)
