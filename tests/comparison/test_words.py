"""What the words around a figure say of whom it counts: invented sentences in three languages."""

from __future__ import annotations

from typing import Any

import pytest

from reconcile.model import Claim, Relation, RelationKind
from tests.support import relations, said

R = RelationKind


def told(
    one: tuple[int, str],
    other: tuple[int, str],
    language: str,
    days: tuple[str, str] = ("2026-01-06", "2026-01-06"),
    attribute: str = "attack.killed",
    **keys: Any,
) -> Relation:
    """The relation of two figures by their quotes."""
    claims = [
        said(attribute, number, outlet, day, quote=quote, language=language, **keys)
        for (number, quote), outlet, day in zip((one, other), "ab", days, strict=True)
    ]
    (relation,) = relations(*claims)
    return relation


_SUMS = [
    ("en", (1, "A police officer and two civilians died."), (3, "Three dead in Oldford")),
    ("en", (25, "25 people died at the club; three others were trampled."), (28, "28 dead")),
    ("he", (3, "שלושה בני אדם נהרגו; שניים נוספים נרמסו"), (5, "חמישה הרוגים")),
    (
        "en",
        (2, "Two men and a 10-year-old girl were killed in Oldford."),
        (3, "Three people were killed in Oldford."),
    ),
    ("en", (3, "A woman, who was asleep, and three men were killed."), (4, "Four people died.")),
    ("en", (4, "Baby, 4 people killed in Oldford"), (5, "5 dead in Oldford")),
    ("en", (4, "The fire killed four members of their family and a family friend."), (5, "Five died.")),
    ("en", (2, "Two adults and two teenagers were killed."), (4, "Four people were killed.")),
    ("ar", (3, "مقتل ثلاثة رجال وامرأة في انفجار"), (4, "مقتل أربعة أشخاص في انفجار")),
    ("ar", (15, "قتل 15 طفلا وامرأتان في الغارة"), (17, "مقتل 17 شخصا في الغارة")),
    ("he", (2, "שני גברים ואישה נהרגו בפיצוץ"), (3, "שלושה בני אדם נהרגו בפיצוץ")),
    ("he", (3, "שלושה ילדים ושתי נשים נהרגו בתקיפה"), (5, "חמישה בני אדם נהרגו בתקיפה")),
    ("ar", (17, "قتل 17 طالبا ومعلمان"), (19, "قتل 19 شخصا")),
    ("en", (2, "Two men died at the scene and a third died in hospital."), (3, "Three men died.")),
    ("en", (3, "A couple and their 3 children were killed."), (5, "Five people were killed.")),
    ("en", (1, "Man, 2 women found slain in a duplex"), (3, "Three found slain in a duplex")),
    ("en", (3, "Three died at the scene; a fourth died in hospital."), (4, "Four people died.")),
    ("en", (1, "One person died at the scene and another died in hospital."), (2, "Two people died.")),
    ("he", (2, "שני גברים נהרגו ואדם שלישי מת בבית החולים"), (3, "שלושה הרוגים בירי")),
]


@pytest.mark.parametrize(("language", "part", "whole"), _SUMS)
def test_members_of_an_enumeration_add_up(
    language: str, part: tuple[int, str], whole: tuple[int, str]
) -> None:
    assert told(part, whole, language).relation is R.DERIVED


_INCLUSION = [
    ("en", (5, "Five dead in Oldford, himself included"), (4, "He killed four people.")),
    ("en", (4, "Four were killed, one of them a second suspect."), (3, "Three officers were killed.")),
    ("en", (5, "Five dead in Oldford, suspects included"), (3, "Three people died.")),
    ("en", (3, "The couple killed three and then themselves."), (5, "Five people were killed.")),
    ("he", (9, "תשעה הרוגים, בהם המחבלים"), (6, "שישה הרוגים בפיגוע")),
    ("ar", (9, "مقتل تسعة أشخاص بينهم المهاجمون"), (6, "مقتل ستة أشخاص في الهجوم")),
    ("en", (6, "Deputies found six bodies, the suspect's among them."), (5, "Five people were killed.")),
    ("en", (6, "Six dead after a worker's rampage, suicide"), (5, "Five people were killed.")),
    ("en", (5, "Five dead in Oldford; police kill gunman in a bar"), (4, "A man shot four people dead.")),
    ("en", (3, "He killed three people before taking his life."), (4, "Four dead in Oldford")),
    ("en", (7, "With the gunman's suicide, seven are dead"), (6, "Six people were killed.")),
    ("ar", (26, "مقتل 26 شخصا بينهم خمسة مهاجمين"), (21, "مقتل 21 شخصا في الهجوم")),
    ("he", (9, "תשעה הרוגים, בהם שני מחבלים"), (7, "שבעה הרוגים בפיגוע")),
    ("en", (2, "The gunman killed two people before killing himself."), (3, "3 dead at a cinema")),
    ("en", (5, "The blast killed five people and an unborn baby."), (6, "Six people died in the blast.")),
    ("en", (9, "Nine people died, including the attacker."), (8, "Eight people died.")),
    ("ar", (4, "مقتل أربعة أشخاص بمن فيهم المهاجم"), (3, "مقتل ثلاثة أشخاص في الهجوم")),
    ("he", (4, "ארבעה בני אדם נהרגו, כולל היורה"), (3, "שלושה בני אדם נהרגו")),
]


@pytest.mark.parametrize(("language", "one", "other"), _INCLUSION)
def test_who_did_it_may_be_counted_in(language: str, one: tuple[int, str], other: tuple[int, str]) -> None:
    assert told(one, other, language).relation is R.INCLUSION_DIFFERS


_DEAD_DOERS = [
    (4, "He killed four people before he died by his own hand."),
    (4, "Man kills 4, self in Oldford home"),
    (4, "Four killed in an ambush; suspect fatally shot"),
    (4, "A man who killed four relatives was found dead in a car."),
    (4, "Father kills four, takes own life"),
    (4, "A man shot four people dead before he was killed in a gunfight with officers."),
]


@pytest.mark.parametrize("told_of", _DEAD_DOERS)
def test_a_headline_tells_the_death_of_whoever_did_it_in_few_words(told_of: tuple[int, str]) -> None:
    assert told(told_of, (5, "Five dead in Oldford"), "en").relation is R.INCLUSION_DIFFERS


def test_the_dead_and_the_hurt_make_up_all_who_were_shot() -> None:
    hurt, shot = (7, "A man was killed and 7 wounded at a party."), (8, "Eight people were shot at a party.")
    assert told(hurt, shot, "en", attribute="attack.injured").relation is R.DERIVED


def test_a_place_in_a_count_is_of_the_stretch_that_is_counted() -> None:
    one, ninth = (1, "A cyclist was killed on Monday."), (9, "It was the ninth cyclist death this year.")
    assert told(one, ninth, "en").relation is R.SCOPE_DIFFERS


_NO_INCLUSION = [
    ("en", (4, "Four people were killed at a meeting."), (3, "Three dead at a meeting; gunman held")),
    ("en", (4, "Four dead in Oldford"), (3, "Three people died, including the shooter.")),
    ("he", (4, "ארבעה הרוגים בירי"), (3, "שלושה בני אדם נהרגו, כולל היורה")),
    ("en", (8, "A suspect was in jail after eight people were killed."), (7, "7 dead in Oldford")),
    (
        "en",
        (5, "Five people were killed; the gunman is at large."),
        (4, "Four people were killed, police said."),
    ),
    ("en", (6, "He is the gunman who killed six people."), (5, "Five people died before the gunman fled.")),
    ("en", (5, "Five died, including the gunman's former wife."), (4, "A man killed four people.")),
    ("en", (3, "Three men died in a suspected gang attack that wounded two."), (2, "Two men died.")),
]


@pytest.mark.parametrize(("language", "one", "other"), _NO_INCLUSION)
def test_whoever_lives_or_killed_them_is_none_of_them(
    language: str, one: tuple[int, str], other: tuple[int, str]
) -> None:
    assert told(one, other, language).relation is R.ATTRIBUTED_DISAGREEMENT


def test_several_who_did_it_are_no_more_than_a_few() -> None:
    many = (25, "25 dead in Oldford, suspects included")
    assert told(many, (19, "19 people died."), "en").relation is not R.INCLUSION_DIFFERS


def test_as_many_of_those_who_did_it_as_are_told_are_left_out() -> None:
    left_out = (9, "Nine people were killed, not counting the two bombers.")
    assert told(left_out, (11, "Eleven people were killed."), "en").relation is R.INCLUSION_DIFFERS


_SOME = [
    ("en", (3, "Of the eight killed, three were under ten years old."), (8, "Eight people were killed.")),
    ("en", (2, "Two teachers were among the seven people killed."), (7, "Seven people were killed.")),
    ("en", (12, "Twelve of those arrested are minors."), (80, "Eighty protesters were arrested.")),
    ("ar", (12, "بين المعتقلين 12 قاصرا"), (80, "اعتقلت الشرطة 80 متظاهرا")),
    ("he", (12, "בין העצורים 12 קטינים"), (80, "80 מפגינים נעצרו")),
]


@pytest.mark.parametrize(("language", "some", "whole"), _SOME)
def test_some_of_a_told_whole_are_a_part_of_it(
    language: str, some: tuple[int, str], whole: tuple[int, str]
) -> None:
    attribute = "attack.killed" if "killed" in whole[1] else "rally.arrested"
    assert told(some, whole, language, attribute=attribute).relation is R.SCOPE_DIFFERS


_OTHER_COUNTS = [
    ("en", (8, "Eight of the cases were in the capital."), (25, "The ministry reported 25 cases.")),
    ("en", (12, "The district reported 12 cases."), (480, "The country has recorded 480 cases.")),
    ("ar", (12, "سجلت المحافظة 12 إصابة"), (480, "بلغ إجمالي الإصابات في البلاد 480 إصابة")),
    ("he", (12, "במחוז אותרו 12 חולים"), (480, "בסך הכול אותרו במדינה 480 חולים")),
]


@pytest.mark.parametrize(("language", "part", "whole"), _OTHER_COUNTS)
def test_counts_of_no_harm_have_parts_and_areas_too(
    language: str, part: tuple[int, str], whole: tuple[int, str]
) -> None:
    assert told(part, whole, language, attribute="fever.cases").relation is R.SCOPE_DIFFERS


def test_an_age_counts_nobody() -> None:
    one, other = (25, "Of the four Dana Lev, 25, died."), (27, "Dana Lev, 27, died.")
    assert told(one, other, "en", attribute="person.age_at_death").relation is R.CONTRADICTS


def test_of_a_handful_two_more_are_no_rise() -> None:
    one, other = (4, "Four people were killed in a bar."), (2, "Two people were killed in a bar.")
    assert told(one, other, "en").relation is R.ATTRIBUTED_DISAGREEMENT


_SEVERAL = [
    (
        "en",
        (55, "The storm has killed 55 people along the coast."),
        (18, "The storm killed 18 in the capital."),
    ),
    ("en", (12, "Oldford's long holiday weekend: 12 dead"), (4, "Four were killed at a club.")),
    ("he", (55, "55 הרוגים בסופה לאורך החוף"), (18, "18 הרוגים בסופה בעיר")),
    ("ar", (55, "مقتل 55 شخصا على طول الساحل"), (18, "مقتل 18 شخصا في العاصفة")),
    ("en", (60, "The week of heavy snow killed 60 people."), (4, "Four died when a bus slid off a road.")),
    ("ar", (11, "مقتل 11 شخصا في غارات على عدة بلدات"), (4, "مقتل أربعة في غارة على منزل")),
    ("ar", (37, "مقتل 37 متظاهرا في خمسة أيام"), (2, "مقتل متظاهرين اثنين")),
    ("en", (63, "Gunmen have killed 63 people in seven months."), (5, "Five people were killed in a hall.")),
    ("en", (9, "Nine people were killed between Friday and Sunday."), (3, "Three were killed on a porch.")),
    ("en", (62, "62 died in mass shootings in the country in 2015."), (14, "14 people died at the hall.")),
    ("he", (29, "29 הרוגים בשני אירועי ירי"), (20, "20 הרוגים בירי בחנות")),
    ("he", (101, "101 הרוגים ברחבי סודאן בשלושה ימים"), (9, "תשעה מפגינים נהרגו בכיכר")),
    ("en", (22, "The weekend's gunfire killed 22 people."), (15, "15 people were killed at a club.")),
    ("en", (17, "17 died on roads in the first ten weeks of the year."), (2, "Two people died on a street.")),
    ("en", (13, "Thanksgiving weekend in the city: 13 dead"), (1, "One man was killed at a barbecue.")),
    ("en", (3, "Three people were killed in two counties."), (2, "Two deputies were killed by a road.")),
    ("ar", (29, "29 قتيلا في حادثي إطلاق نار"), (20, "مقتل 20 شخصا في متجر")),
    ("ar", (101, "101 قتيل في أنحاء السودان"), (9, "مقتل 9 متظاهرين")),
    ("he", (9, "תשעה הרוגים בשני אירועים נפרדים"), (2, "שני הרוגים בירי במסעדה")),
    (
        "en",
        (2, "Two people were killed in a shooting on Elm Road."),
        (5, "Five killed in weekend shootings in Oldford"),
    ),
    (
        "en",
        (1, "One man was killed on Friday."),
        (9, "Nine people have been killed in Oldford so far this year."),
    ),
    ("ar", (3, "مقتل ثلاثة أشخاص في المدينة"), (90, "مقتل 90 شخصا منذ بداية العام")),
    ("he", (2, "שני בני אדם נהרגו בדרום"), (31, "31 בני אדם נהרגו מתחילת השנה")),
]


@pytest.mark.parametrize(("language", "one", "several"), _SEVERAL)
def test_several_happenings_counted_together_are_another_scope(
    language: str, one: tuple[int, str], several: tuple[int, str]
) -> None:
    relation = told(several, one, language, ("2026-01-06", "2026-01-07"))
    assert relation.relation is R.SCOPE_DIFFERS
    assert relation.evidence.scope.details["words"] == "aggregate"


_ELSEWHERE = [
    ("en", (2, "Two were also injured at a park across town."), (5, "Five were wounded on a corner.")),
    (
        "en",
        (6, "Six people were shot in a parking lot."),
        (3, "Three were hurt in another shooting, by a river."),
    ),
    ("en", (2, "Two men were injured in an unrelated attack."), (5, "Five wounded at a bar")),
    (
        "en",
        (2, "Two people were injured at a bar."),
        (5, "In a separate shooting, five people were injured."),
    ),
    ("he", (3, "שלושה בני אדם נפצעו באירוע אחר בצפון"), (6, "שישה פצועים בירי במסעדה")),
    ("ar", (3, "أصيب ثلاثة أشخاص في حادث منفصل"), (6, "إصابة ستة أشخاص في إطلاق نار")),
]


@pytest.mark.parametrize(("language", "one", "other"), _ELSEWHERE)
@pytest.mark.parametrize("days", [("2026-01-06", "2026-01-06"), ("2026-01-06", "2026-01-07")])
def test_figures_of_another_happening_are_no_rivals(
    language: str, one: tuple[int, str], other: tuple[int, str], days: tuple[str, str]
) -> None:
    relation = told(one, other, language, days, "attack.injured")
    assert relation.evidence is not None
    assert relation.evidence.scope.details["words"] == "elsewhere"


def test_another_happening_beside_another_figure_is_not_that_of_the_first() -> None:
    first = (5, "Five people were killed at a bar and two in another shooting.")
    assert told(first, (4, "Four people were killed."), "en").relation is R.ATTRIBUTED_DISAGREEMENT


_PARTS = [
    ("en", (1, "The dead include a 16-year-old."), (4, "A car held four people dead."), "attack.killed"),
    ("en", (1, "The pastor, a state senator, was killed."), (9, "Nine people died."), "attack.killed"),
    ("en", (3, "Three victims were in surgery."), (6, "Six people were wounded."), "attack.injured"),
    ("en", (1, "A great-grandmother, 84, was killed."), (5, "Five people were killed."), "attack.killed"),
    ("en", (1, "A boy at the school was wounded."), (9, "Nine people were wounded."), "attack.injured"),
    (
        "en",
        (2, "Two brothers were among those found dead."),
        (4, "The bodies of four people were found."),
        "attack.killed",
    ),
    (
        "en",
        (3, "Three people were slain at the first house."),
        (8, "Eight people were slain."),
        "attack.killed",
    ),
    (
        "en",
        (2, "The two boys, cousins of a pupil, are in serious condition."),
        (4, "Four students were hurt."),
        "attack.injured",
    ),
    ("en", (2, "Two were critically injured."), (4, "Four people were injured."), "attack.injured"),
    (
        "en",
        (28, "28 civilians were killed, monitors said."),
        (54, "54 people, including 28 civilians, died."),
        "attack.killed",
    ),
    ("ar", (28, "قتل 28 مدنيا في الغارة"), (54, "قتل 54 شخصا، بينهم 28 مدنيا، في الغارة"), "attack.killed"),
    ("he", (3, "שלושה בני אדם נפצעו באורח קשה"), (10, "עשרה בני אדם נפצעו"), "attack.injured"),
    ("he", (4, "ארבעה אזרחים נהרגו"), (9, "תשעה בני אדם נהרגו, בהם 4 אזרחים"), "attack.killed"),
]


@pytest.mark.parametrize(("language", "part", "whole", "attribute"), _PARTS)
def test_a_figure_of_some_among_more_is_a_part(
    language: str, part: tuple[int, str], whole: tuple[int, str], attribute: str
) -> None:
    relation = told(whole, part, language, ("2026-01-06", "2026-01-07"), attribute)
    assert relation.relation is R.SCOPE_DIFFERS
    assert relation.evidence.scope.outcome in ("narrower", "wider")


_FALLS = [
    ("en", (12, "Twelve people were killed."), (11, "Eleven people were killed and 30 others were wounded.")),
    ("ar", (12, "مقتل 12 شخصا في تفجير"), (11, "مقتل 11 شخصا وإصابة 30 آخرين في تفجير")),
    ("ar", (632, "632 قتيلا و329 مصابا في الزلزال"), (517, "517 قتيلا و329 مصابا في الزلزال")),
    ("he", (12, "12 בני אדם נהרגו בפיצוץ"), (11, "11 בני אדם נהרגו ו-30 נפצעו בפיצוץ")),
]


@pytest.mark.parametrize(("language", "early", "late"), _FALLS)
def test_figures_of_another_harm_are_no_members_and_a_fall_stays_one(
    language: str, early: tuple[int, str], late: tuple[int, str]
) -> None:
    assert told(early, late, language, ("2026-01-06", "2026-01-07")).relation is R.CONTRADICTS


_BOUNDS = [
    ("en", (10, "Ten people were killed."), (9, "At least nine people were killed.")),
    ("ar", (10, "مقتل 10 أشخاص"), (9, "مقتل ما لا يقل عن تسعة أشخاص")),
    ("he", (10, "עשרה בני אדם נהרגו"), (9, "לפחות תשעה בני אדם נהרגו")),
]


@pytest.mark.parametrize(("language", "exact", "bound"), _BOUNDS)
def test_a_bound_in_the_words_keeps_a_fall_from_being_one(
    language: str, exact: tuple[int, str], bound: tuple[int, str]
) -> None:
    assert told(exact, bound, language, ("2026-01-06", "2026-01-07")).relation is R.WITHIN_BOUND


def test_equal_figures_never_part_over_a_turn_of_phrase() -> None:
    claims = [
        said("attack.killed", 3, outlet, quote=quote, language="en")
        for outlet, quote in (
            ("a", "Three men and a boy were killed."),
            ("b", "3 killed in weekend shootings"),
        )
    ]
    assert relations(*claims) == ()


def test_two_exact_figures_of_one_day_rival_each_other() -> None:
    assert (
        told((8, "Eight people were killed."), (10, "Ten people died."), "en").relation
        is R.ATTRIBUTED_DISAGREEMENT
    )


@pytest.mark.parametrize("high", ["The toll rose to ten people killed.", "At least ten people were killed."])
def test_a_rise_or_a_bound_of_one_day_is_an_update(high: str) -> None:
    assert told((8, "Eight people were killed."), (10, high), "en").relation is R.SUPERSEDES


def test_who_dies_of_a_wound_leaves_the_count_of_the_hurt() -> None:
    early, late = (4, "Four people hurt in Oldford"), (3, "The attack left one dead and three injured.")
    assert told(early, late, "en", ("2026-01-06", "2026-01-08"), "attack.injured").relation is R.SUPERSEDES


def test_what_both_date_long_ago_grows_no_more() -> None:
    early = (11, "The attack of December 2016 killed 11 people in Oldford.")
    late = (12, "In December 2016 he killed 12 people in Oldford.")
    days = ("2018-04-08", "2018-04-09")
    assert told(early, late, "en", days).relation is R.CONTRADICTS
    assert told((11, "11 people died."), (12, "12 people died."), "en", days).relation is R.SUPERSEDES


@pytest.mark.parametrize(
    "held",
    [
        "A man accused of the attack, which killed two people, is held.",
        "Held for the raid that killed two",
        "A man accused of opening fire at a meeting, killing two people, lost his land.",
    ],
)
def test_what_happened_is_more_than_what_somebody_is_charged_with(held: str) -> None:
    assert told((3, "Three people were killed."), (2, held), "en").relation is R.ATTRIBUTED_DISAGREEMENT


def test_one_of_the_counted_is_no_further_member() -> None:
    hurt = (11, "11 wounded, one of them a 3-year-old, in a park")
    relation = told(hurt, (13, "13 people were wounded in a park."), "en", attribute="attack.injured")
    assert relation.relation is R.ATTRIBUTED_DISAGREEMENT


def test_officers_behind_a_verb_of_time_are_not_those_whom_the_number_counts() -> None:
    four = (4, "A man wounded four before officers stopped him.")
    relation = told(four, (5, "Five people were wounded."), "en", attribute="attack.injured")
    assert relation.relation is R.ATTRIBUTED_DISAGREEMENT


@pytest.mark.parametrize(
    ("language", "high"),
    [("en", "Updated: 28 hurt"), ("he", "עדכון: 28 פצועים"), ("ar", "تحديث: 28 مصابا")],
)
def test_a_text_that_says_it_is_an_update_tells_a_rise(language: str, high: str) -> None:
    low = (17, {"en": "17 people hurt", "he": "17 פצועים", "ar": "17 مصابا"}[language])
    assert told(low, (28, high), language, attribute="attack.injured").relation is R.SUPERSEDES


def test_a_scope_of_the_caller_goes_before_the_words() -> None:
    one = said(
        "attack.killed",
        2,
        "a",
        quote="Two men and a girl were killed.",
        language="en",
        scope={"area": "Oldford"},
    )
    other = said("attack.killed", 3, "b", quote="Three people died.", language="en")
    (relation,) = relations(one, other)
    assert (relation.relation, relation.rule) == (R.SCOPE_DIFFERS, "gate.scope")


@pytest.mark.parametrize("number", [10**29, -5, 0])
def test_absurd_figures_are_compared_without_an_error(number: int) -> None:
    relation = told((number, f"{number} people were killed."), (3, "Three people were killed."), "en")
    assert relation.relation in set(R)


def test_a_number_of_a_thousand_digits_is_not_read_and_not_compared() -> None:
    claims = [said("attack.killed", number, outlet) for number, outlet in ((10**1000, "a"), (3, "b"))]
    assert relations(*claims) == ()


def test_words_that_do_not_hold_the_figure_say_nothing() -> None:
    relation = told(
        (7, "Two men and a girl were killed."), (3, "Three people died."), "en", ("2026-01-05", "2026-01-06")
    )
    assert relation.relation is R.CONTRADICTS


@pytest.mark.parametrize(("low", "high"), [(67, 70), (2, 12)])
def test_counts_of_many_and_counts_far_apart_have_grown_within_the_day(low: int, high: int) -> None:
    early, late = (low, f"{low} people were killed."), (high, f"{high} people died.")
    assert told(early, late, "en").relation is R.SUPERSEDES


def test_the_sentence_of_the_article_speaks_where_the_quote_is_short() -> None:
    text = "Fire in Oldford. Two men and a girl were killed. Police are there."
    page = {"id": "a", "outlet": "a", "published": "2026-01-06", "text": text, "language": "en"}
    claim = {
        "attribute": "attack.killed",
        "value": 2,
        "quote": "Two men",
        "start": 17,
        "end": 24,
        "language": "en",
    }
    one = Claim.model_validate({"article": page, **claim})
    (relation,) = relations(one, said("attack.killed", 3, "b", quote="Three people died.", language="en"))
    assert relation.relation is R.DERIVED


def test_a_count_of_no_harm_may_have_grown_that_day() -> None:
    one, other = (19, "Nineteen people were pulled out."), (18, "Eighteen people were pulled out.")
    assert told(one, other, "en", attribute="wreck.rescued").relation is R.SUPERSEDES


_SO_FAR = [
    ("en", (23, "23 people were killed on Tuesday."), (310, "So far 310 people have been killed.")),
    ("ar", (23, "قتل 23 شخصا هذا الأسبوع"), (310, "قتل 310 أشخاص حتى الآن")),
    ("he", (23, "23 בני אדם נהרגו ביממה"), (310, "עד כה נהרגו 310 בני אדם")),
]


@pytest.mark.parametrize(("language", "day", "total"), _SO_FAR)
def test_what_one_day_added_is_a_part_of_all_so_far(
    language: str, day: tuple[int, str], total: tuple[int, str]
) -> None:
    assert told(total, day, language, days=("2026-01-06", "2026-01-07")).relation is R.SCOPE_DIFFERS


def test_a_total_near_the_figure_of_a_day_is_none_of_many_days() -> None:
    day, total = (5, "Five people were killed on Tuesday."), (6, "So far six people have been killed.")
    assert told(total, day, "en", days=("2026-01-06", "2026-01-07")).relation is R.CONTRADICTS


_MARGIN = [
    ("en", (63, "It passed by 63 votes to 55."), (8, "It passed by a margin of 8 votes.")),
    ("ar", (63, "صوت 63 نائبا لصالح القانون"), (8, "أقر القانون بفارق 8 أصوات")),
    ("en", (61, "61 members voted for it."), (8, "The bill was passed by eight votes, he said.")),
    ("he", (63, "63 חברי כנסת תמכו"), (8, "החוק עבר בפער של 8 קולות")),
]


@pytest.mark.parametrize(("language", "votes", "margin"), _MARGIN)
def test_a_margin_is_no_count_of_votes(
    language: str, votes: tuple[int, str], margin: tuple[int, str]
) -> None:
    assert told(votes, margin, language, attribute="bill.votes_for").relation is R.SCOPE_DIFFERS


def test_one_of_two_figures_of_a_score_is_no_margin() -> None:
    votes, score = (64, "64 members voted for it."), (61, "It was passed by 61 votes to 53.")
    assert told(votes, score, "en", attribute="bill.votes_for").relation is R.CONTRADICTS


def test_a_number_goes_before_people_whom_none_counts_wherever_it_stands() -> None:
    one = (1, "A man died in a crash last week. On Monday at least one person was killed in Oldford.")
    two = (2, "Two people were killed in Oldford.")
    assert told(one, two, "en").relation is R.WITHIN_BOUND


_KINDS = [
    ("en", (2, "The two brothers were killed when the van overturned."), (5, "Five people died.")),
    ("en", (2, "Two children drowned in the river."), (3, "Raft accident leaves three dead")),
    ("he", (2, "שני אחים נהרגו בתאונה"), (4, "ארבעה הרוגים בתאונה")),
    ("ar", (12, "مقتل 12 من الحرس"), (24, "مقتل 24 في الهجوم")),
    ("ar", (3, "مقتل ثلاثة عمال في الانفجار"), (5, "مقتل خمسة أشخاص في الانفجار")),
    ("en", (2, "Two train enthusiasts died on its first run."), (3, "Three people died.")),
    ("en", (2, "Both sisters died at the hospital."), (3, "Three dead in Oldford")),
    ("en", (2, "In another shooting, at a club by the river, two died."), (22, "22 dead in Oldford")),
    ("en", (5, "Five were airlifted."), (14, "14 died as a deck gave way")),
    ("en", (2, "Two other factory workers died."), (6, "Six people were killed.")),
    ("en", (2, "At the second house, two were found dead."), (6, "Six people were killed.")),
    ("en", (33, "Of those killed in the warehouse, 33 have been named."), (36, "36 dead")),
    ("he", (2, "בזירה השנייה נהרגו שניים"), (6, "שישה הרוגים")),
    ("en", (8, "Eight people died at the scene, the chief said."), (9, "9 killed in a church")),
    ("he", (2, "שני בני אדם נהרגו במקום"), (3, "שלושה בני אדם נהרגו בתאונה")),
]


@pytest.mark.parametrize(("language", "some", "all_of_them"), _KINDS)
def test_people_of_whom_more_is_said_are_some_of_the_people(
    language: str, some: tuple[int, str], all_of_them: tuple[int, str]
) -> None:
    assert told(some, all_of_them, language).relation is R.SCOPE_DIFFERS


def test_figures_of_people_and_of_nobody_named_rival_each_other() -> None:
    one, other = (5, "Five people were killed in Oldford."), (4, "Four dead in Oldford")
    assert told(one, other, "en").relation is R.ATTRIBUTED_DISAGREEMENT


def test_of_several_who_did_it_none_is_taken_for_the_one_that_is_missing() -> None:
    one, other = (5, "Gunmen ambushed a cookout, killing five people."), (4, "Four people died.")
    assert told(one, other, "en").relation is R.ATTRIBUTED_DISAGREEMENT


def test_a_verb_before_the_number_tells_the_harm() -> None:
    hurt, shot = (14, "Three were killed and 14 others were shot."), (17, "He shot 17 people, three fatally.")
    assert told(hurt, shot, "en", attribute="attack.injured").relation is R.DERIVED
    hurt, more = (7, "Gunman kills nine, seven others injured"), (9, "Nine others were injured.")
    assert told(hurt, more, "en", attribute="attack.injured").relation is R.ATTRIBUTED_DISAGREEMENT


def test_whom_the_police_shot_may_be_among_the_hurt() -> None:
    four = (4, "A man wounded four before officers shot him in the leg.")
    relation = told(four, (5, "Five people were wounded."), "en", attribute="attack.injured")
    assert relation.relation is R.INCLUSION_DIFFERS


def test_who_shot_himself_may_be_among_the_hurt() -> None:
    one = (4, "A pupil wounded four classmates before he turned the gun on himself.")
    assert told(one, (5, "5 hurt in a cafeteria"), "en", attribute="attack.injured").relation is (
        R.INCLUSION_DIFFERS
    )


_ONLY = [
    ("en", (37, "Only 37 of the 42 workers were killed."), (42, "42 workers were killed.")),
    ("he", (17, "רק 17 מתוך 20 העובדים נהרגו"), (20, "20 עובדים נהרגו")),
]


@pytest.mark.parametrize(("language", "some", "all_of_them"), _ONLY)
def test_only_some_of_them_denies_it_of_all(
    language: str, some: tuple[int, str], all_of_them: tuple[int, str]
) -> None:
    days = ("2026-01-07", "2026-01-06")
    assert told(some, all_of_them, language, days).relation is R.CONTRADICTS


_NO_HARM = [
    ("bill.votes_for", (61, "61 lawmakers backed it."), (64, "It got 64 votes.")),
    ("rally.speakers", (9, "Nine poets spoke."), (12, "Twelve people spoke.")),
    ("swap.captives", (9, "Nine captives were released."), (12, "Twelve captives were freed.")),
    ("deal.amount", (400, "400 dollars were paid."), (500, "They paid 500.")),
]


@pytest.mark.parametrize(("attribute", "one", "other"), _NO_HARM)
def test_nouns_and_states_make_parts_of_harm_alone(
    attribute: str, one: tuple[int, str], other: tuple[int, str]
) -> None:
    assert told(one, other, "en", attribute=attribute).relation is R.CONTRADICTS


_ONE_PART = [
    ("en", ("Thirty-one dead in Sarvel County", {"area": "Sarvel County"}), "26 died, the Sarvel County sheriff said."),
    ("ar", ("مقتل 31 شخصا في الموصل", {"area": "Mosul"}), "قال قائد شرطة الموصل إن 26 شخصا قتلوا."),
    ("he", ("31 הרוגים בחיפה", {"area": "חיפה"}), 'לדברי ראש עיריית חיפה, 26 בני אדם נהרגו.'),
]  # fmt: skip


def _on_one_page(
    language: str, headline: tuple[str, dict[str, str]], text: str, body: int, page: str = "p"
) -> Relation:
    quote, scope = headline
    above = said("quake.killed", 31, "p", quote=quote, language=language, scope=scope, zone="headline")
    (relation,) = relations(above, said("quake.killed", body, page, quote=text, language=language))
    return relation


@pytest.mark.parametrize(("language", "headline", "text"), _ONE_PART)
def test_the_text_that_names_the_place_of_its_headline_speaks_of_it(
    language: str, headline: tuple[str, dict[str, str]], text: str
) -> None:
    assert _on_one_page(language, headline, text, 26).rule == "conflict.headline"


@pytest.mark.parametrize(
    ("text", "body", "page"),
    [
        ("26 people died in another town.", 26, "p"),
        ("35 died across the state, fewer in Sarvel County.", 35, "p"),
        ("26 died, the Sarvel County sheriff said.", 26, "q"),
    ],
)
def test_the_text_stays_another_scope(text: str, body: int, page: str) -> None:
    relation = _on_one_page("en", _ONE_PART[0][1], text, body, page)
    assert relation.rule != "conflict.headline"
    assert relation.evidence is not None
    assert relation.evidence.scope.outcome in ("narrower", "wider")
