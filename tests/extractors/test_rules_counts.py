"""Counts of people, votes and money, in sentences made for the test."""

from time import process_time

import pytest

from reconcile.extractors.rules import rules
from reconcile.model import Article


def counts(text: str, language: str) -> dict[str, list[tuple[float | None, float | None]]]:
    found: dict[str, list[tuple[float | None, float | None]]] = {}
    for claim in rules(Article(id="a", text=text, language=language, published="2024-05-10")):
        if claim.value.kind == "quantity" and claim.event is None:
            found.setdefault(claim.attribute, []).append((claim.value.min, claim.value.max))
    return found


CASUALTIES = [
    ("12 people were killed and 30 injured in the blast.", "en", {"killed": 12, "injured": 30}),
    ("The blast killed 12 people and injured 30.", "en", {"killed": 12, "injured": 30}),
    (
        "The death toll from the blast rose to 64, with 28 people still missing.",
        "en",
        {"killed": 64, "missing": 28},
    ),
    (
        "Police arrested 40 protesters and 300 people were displaced.",
        "en",
        {"arrested": 40, "displaced": 300},
    ),
    ("قُتل 12 شخصا وأصيب 30 آخرون في الانفجار.", "ar", {"killed": 12, "injured": 30}),
    ("أسفر الانفجار عن مقتل 12 شخصا وإصابة 30.", "ar", {"killed": 12, "injured": 30}),
    ("ارتفعت حصيلة ضحايا الانفجار إلى 64 قتيلا.", "ar", {"killed": 64}),
    ("بلغ عدد المفقودين 28 شخصا.", "ar", {"missing": 28}),
    ("12 בני אדם נהרגו ו-30 נפצעו בפיצוץ.", "he", {"killed": 12, "injured": 30}),
    ("בפיצוץ נהרגו 12 בני אדם ונפצעו 30.", "he", {"killed": 12, "injured": 30}),
    ("מספר ההרוגים בפיצוץ עלה ל-64.", "he", {"killed": 64}),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASUALTIES)
def test_a_number_belongs_to_the_closest_word_of_its_kind(
    text: str, language: str, expected: dict[str, int]
) -> None:
    wanted = {f"casualties.{name}": [(number, number)] for name, number in expected.items()}
    assert counts(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister, 54, said 20 buildings were hit and that it took 3 hours.", "en"),
        ("قال الوزير إن 20 مبنى تضررت وإن الأمر استغرق 3 ساعات.", "ar"),
        ("השר אמר כי 20 בניינים נפגעו.", "he"),
    ],
)
def test_numbers_of_other_things_are_no_people(text: str, language: str) -> None:
    assert not [attribute for attribute in counts(text, language) if attribute.startswith("casualties.")]


@pytest.mark.parametrize(
    ("text", "language", "killed"),
    [
        ("Twelve people, including three children, were killed when a bus overturned.", "en", 12),
        ("Twelve people, all of them from Vienna, were killed.", "en", 12),
        ("14 شخصا، بينهم طفلان، قتلوا في الحادث.", "ar", 14),
        ("שנים עשר בני אדם, בהם שלושה ילדים, נהרגו בתאונה.", "he", 12),
    ],
)
def test_what_is_said_by_the_way_does_not_part_a_number_from_its_word(
    text: str, language: str, killed: int
) -> None:
    assert counts(text, language) == {"casualties.killed": [(killed, killed)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A man aged 34 was killed in the fire.", "en"),
        ("قتل طفل عمره 6 أعوام في الحادث.", "ar"),
        ("ילדה כבת שמונה נהרגה בתאונה.", "he"),
    ],
)
def test_an_age_is_no_count(text: str, language: str) -> None:
    assert counts(text, language) == {"casualties.killed": [(1, 1)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Three children and 10 women were killed in the fire.", "en"),
        ("قتل 3 أطفال و10 نساء في الحريق.", "ar"),
        ("שלושה ילדים ו-10 נשים נהרגו בשריפה.", "he"),
    ],
)
def test_numbers_joined_by_and_share_their_word(text: str, language: str) -> None:
    assert counts(text, language) == {"casualties.killed": [(13, 13), (3, 3), (10, 10)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two adults and two teenagers were killed in the fire.", "en"),
        ("قتل شخصان وطفلان في الحريق.", "ar"),
        ("שני מבוגרים ושני ילדים נהרגו בשריפה.", "he"),
    ],
)
def test_a_list_of_victims_is_summed_and_whom_it_names_is_a_part(text: str, language: str) -> None:
    found = rules(Article(id="a", text=text, language=language, published="2024-05-10"))
    assert [(claim.value.value, dict(claim.qualifiers)) for claim in found] == [
        (4, {}),
        (2, {"group": "children"}),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A soldier was killed in the raid.", "en"),
        ("The raid killed a young soldier.", "en"),
        ("قتل جندي في الغارة.", "ar"),
        ("חייל נהרג בפשיטה.", "he"),
    ],
)
def test_a_victim_without_a_number_is_one_of_a_part(text: str, language: str) -> None:
    (claim,) = rules(Article(id="a", text=text, language=language, published="2024-05-10"))
    assert (claim.value.value, dict(claim.qualifiers)) == (1, {"group": "soldiers"})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The soldier was killed in the raid.", "en"),
        ("A soldier wounded the guards.", "en"),
        ("قتل الجندي في الغارة.", "ar"),
        ("החייל נהרג בפשיטה.", "he"),
    ],
)
def test_somebody_told_before_is_not_counted(text: str, language: str) -> None:
    assert counts(text, language) == {}


@pytest.mark.parametrize(
    ("text", "injured"),
    [("قتيلان و7 جرحى في الانفجار.", 7), ("قُتل شخصان وأصيب خمسة في الانفجار.", 5)],
)
def test_an_arabic_dual_is_two(text: str, injured: int) -> None:
    assert counts(text, "ar") == {"casualties.killed": [(2, 2)], "casualties.injured": [(injured, injured)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Twelve people in a Vienna suburb of 1,600 residents were killed.", "en"),
        ("At least a dozen people in Vienna were killed.", "en"),
    ],
)
def test_where_people_were_does_not_part_them_from_what_they_came_to(text: str, language: str) -> None:
    (found,) = counts(text, language)["casualties.killed"]
    assert found[0] == 12


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The fire hit a town of 1,600 people, killed by smoke.", "en"),
        ("Dozens were evacuated to hospital.", "en"),
        ("12 פצועים פונו לבית החולים.", "he"),
        ("نقل 12 شخصا بعد إجلائهم إلى المستشفى.", "ar"),
    ],
)
def test_nobody_is_displaced_who_lives_there_or_goes_to_hospital(text: str, language: str) -> None:
    assert not counts(text, language).keys() & {"casualties.killed", "casualties.displaced"}


def test_a_count_after_an_old_date_belongs_to_an_earlier_event() -> None:
    text = (
        "The quake killed 12 people. It was the worst since the quake of 17 August 1999, which killed 17,000."
    )
    assert counts(text, "en") == {"casualties.killed": [(12, 12)]}


VOTES = [
    (
        "14 countries voted in favour, 2 voted against and 3 abstained.",
        "en",
        {"for": 14, "against": 2, "abstained": 3},
    ),
    ("صوتت 14 دولة لصالح القرار وعارضته دولتان وامتنعت 3 دول عن التصويت.", "ar", {"for": 14, "abstained": 3}),
    ("14 מדינות הצביעו בעד, 2 הצביעו נגד ו-3 נמנעו.", "he", {"for": 14, "against": 2, "abstained": 3}),
]


@pytest.mark.parametrize(("text", "language", "expected"), VOTES)
def test_how_a_vote_went(text: str, language: str, expected: dict[str, int]) -> None:
    found = counts(text, language)
    assert {name: found.get(f"votes.{name}") for name in expected} == {
        name: [(number, number)] for name, number in expected.items()
    }


DEALS = [
    ("Firm A agreed to buy Firm B for $5 billion.", "en"),
    ("The deal, valued at $5 billion, was signed.", "en"),
    ("وافقت الشركة على شراء منافستها مقابل 5 مليارات دولار.", "ar"),
    ("أبرمت الشركة صفقة بقيمة 5 مليارات دولار.", "ar"),
    ("החברה חתמה על עסקה בהיקף של 5 מיליארד דולר.", "he"),
    ("החברה רכשה את המתחרה תמורת 5 מיליארד דולר.", "he"),
]


@pytest.mark.parametrize(("text", "language"), DEALS)
def test_what_a_deal_is_worth(text: str, language: str) -> None:
    assert counts(text, language) == {"agreement.value": [(5_000_000_000, 5_000_000_000)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Under the deal the firm pays $54.20 per share.", "en"),
        ("بموجب الصفقة تدفع الشركة 54 دولارا للسهم.", "ar"),
    ],
)
def test_a_price_per_share_is_no_value_of_a_deal(text: str, language: str) -> None:
    assert counts(text, language) == {}


PARTS = [
    ("The blast killed 4 children.", "en", {"group": "children"}),
    ("أسفر الانفجار عن مقتل 4 نساء.", "ar", {"group": "women"}),
    ("בפיצוץ נהרגו 4 חיילים.", "he", {"group": "soldiers"}),
    ("The blast killed 4 people.", "en", {}),
    ("In the blast 4 people were seriously injured.", "en", {"severity": "serious"}),
    ("בפיצוץ נפצעו 4 בני אדם באורח קל.", "he", {"severity": "light"}),
]


@pytest.mark.parametrize(("text", "language", "parts"), PARTS)
def test_of_whom_a_number_is(text: str, language: str, parts: dict[str, str]) -> None:
    found = [c for c in rules(Article(id="a", text=text, language=language)) if c.value.kind == "quantity"]
    assert [c.qualifiers for c in found] == [parts]


AREAS = [
    ("In Norway 12 people were killed. In Chile 30 people were killed.", "en"),
    ("قتل 12 شخصا في النرويج. وقتل 30 شخصا في تشيلي.", "ar"),
    ("בנורווגיה נהרגו 12 בני אדם. בצ'ילה נהרגו 30 בני אדם.", "he"),
]


@pytest.mark.parametrize(("text", "language"), AREAS)
def test_counts_for_several_places_bear_their_place(text: str, language: str) -> None:
    found = [c for c in rules(Article(id="a", text=text, language=language)) if c.value.kind == "quantity"]
    assert [(c.value.min, c.qualifiers) for c in found] == [(12, {"area": "Norway"}), (30, {"area": "Chile"})]


def area_of(text: str, language: str) -> list[str | None]:
    found = rules(Article(id="a", text=text, language=language))
    return [claim.qualifiers.get("area") for claim in found if claim.value.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In Norway 12 people were killed.", "en"),
        ("The storm killed 12 people in Bergen, Norway.", "en"),
        ("Twelve homes were destroyed in Norway.", "en"),
        ("قتل 12 شخصا في النرويج.", "ar"),
        ("دمر 12 منزلا في النرويج.", "ar"),
        ("בנורווגיה נהרגו 12 בני אדם.", "he"),
        ("12 בתים נהרסו בנורווגיה.", "he"),
    ],
)
def test_a_count_for_the_only_place_bears_it(text: str, language: str) -> None:
    assert area_of(text, language) in (["Norway"], ["Bergen"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Twelve people were killed in Norway when a bus overturned.", "en"),
        ("The earthquake in Norway killed 12 people.", "en"),
        ("Storm kills 12.\n\nThe storm killed 12 people in Norway.", "en"),
        ("قتل 12 شخصا في النرويج في انقلاب حافلة.", "ar"),
        ("12 בני אדם נהרגו בנורווגיה בתאונת אוטובוס.", "he"),
    ],
)
def test_where_the_news_is_from_is_no_area_of_its_count(text: str, language: str) -> None:
    assert set(area_of(text, language)) == {None}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lawmakers voted 64-53 to approve the bill.", "en"),
        ("The council adopted the resolution by a vote of 64 to 53.", "en"),
        ("The bill passed the house in a 64–53 vote.", "en"),
        ("ההצעה אושרה ברוב של 64 מול 53.", "he"),
        ("أقر البرلمان القانون بأغلبية 64 صوتا مقابل 53.", "ar"),
    ],
)
def test_the_numbers_of_a_score_are_for_and_against(text: str, language: str) -> None:
    assert counts(text, language) == {"votes.for": [(64, 64)], "votes.against": [(53, 53)]}


@pytest.mark.parametrize(
    "text",
    ["The council voted on 10-12 May on the bill.", "The bill approved 10-15 new posts."],
)
def test_days_and_ranges_are_no_scores(text: str) -> None:
    assert counts(text, "en") == {}


def test_no_one_is_nobody() -> None:
    assert counts("No one was killed, but five people were injured.", "en") == {
        "casualties.injured": [(5, 5)]
    }


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two police officers and a civilian died in the shootout.", "en"),
        ("قتل شرطيان ومدني في إطلاق نار.", "ar"),
        ("שני שוטרים ואזרח נהרגו בירי.", "he"),
    ],
)
def test_somebody_without_a_number_is_counted_in_a_list(text: str, language: str) -> None:
    assert counts(text, language) == {"casualties.killed": [(3, 3), (2, 2), (1, 1)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The death toll rose from 12 to 15.", "en"),
        ("ارتفع عدد القتلى من 12 إلى 15.", "ar"),
        ("מספר ההרוגים עלה מ-12 ל-15.", "he"),
    ],
)
def test_a_toll_is_what_it_rose_to(text: str, language: str) -> None:
    assert counts(text, language) == {"casualties.killed": [(15, 15)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Twelve cows were killed in the fire.", "en"),
        ("The raid led to 12 new arrests.", "en"),
        ("قتل أفراد عائلة واحدة.", "ar"),
        ("سجلت الوزارة 45 إصابة جديدة.", "ar"),
        ("200 פרות נהרגו בשריפה.", "he"),
    ],
)
def test_animals_additions_and_one_family_are_no_people(text: str, language: str) -> None:
    assert counts(text, language) == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Officials recorded 45 cases of measles.", "en"),
        ("سجلت الوزارة 45 حالة إصابة بالحصبة.", "ar"),
        ("נרשמו 45 מקרי הדבקה.", "he"),
    ],
)
def test_cases_of_a_disease_are_no_injuries(text: str, language: str) -> None:
    assert [attribute for attribute in counts(text, language) if attribute.startswith("casualties.")] == [
        "casualties.cases"
    ]


def test_a_dash_parts_a_list() -> None:
    text = "Four people were killed \u2014 among them a boy \u2014 and 35 others were hurt."
    assert counts(text, "en")["casualties.injured"] == [(35, 35)]


def test_a_sentence_of_hundreds_of_joined_numbers_is_read_in_time() -> None:
    text = " and ".join(f"{number} people" for number in range(11, 211)) + " were killed."
    begun = process_time()
    counts(text, "en")
    assert process_time() - begun < 3


@pytest.mark.parametrize(
    ("text", "language", "killed"),
    [
        ("A boy and his father were killed in the crash.", "en", 2),
        ("The crash killed a woman and her three children.", "en", 4),
        ("Two sisters and their brother drowned in a lake.", "en", 3),
        ("The strike killed a nurse, two patients and a guard.", "en", 4),
        ("ילד ואביו נהרגו בתאונה.", "he", 2),
        ("אב ובתו נהרגו בתאונה.", "he", 2),
        ("قتل طفل ووالده في الحادث.", "ar", 2),
        ("قتل أب وثلاثة من أبنائه في الحادث.", "ar", 4),
    ],
)
def test_members_of_a_family_are_summed(text: str, language: str, killed: int) -> None:
    found = rules(Article(id="a", text=text, language=language, published="2024-05-10"))
    assert [c.value.value for c in found if "group" not in c.qualifiers] == [killed]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It was the deadliest fire since 1999, when 32 people died.", "en"),
        ("Last year 32 people were killed in similar attacks.", "en"),
        ("Some 459 people were killed on the roads in 2019.", "en"),
        ("זו השריפה הקטלנית ביותר מאז 1999, אז נהרגו 32 בני אדם.", "he"),
        ("وهو أعنف زلزال منذ عام 1999 حين قتل 32 شخصا.", "ar"),
        ("قتل 32 شخصا في هجمات مماثلة العام الماضي.", "ar"),
        ("A magnitude 6 tremor was felt, but nobody died.", "en"),
        ("The quake struck 12 km from a city of 300,000 people.", "en"),
        ("The toll from the three-train collision shocked the country.", "en"),
    ],
)
def test_figures_of_earlier_events_and_names_are_no_counts_of_this_one(text: str, language: str) -> None:
    assert counts(text, language) == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12 of the 20 passengers aboard were killed.", "en"),
        ("12 מתוך 20 הנוסעים נהרגו.", "he"),
        ("قتل 12 من أصل 20 راكبا.", "ar"),
    ],
)
def test_some_of_so_many_were_killed(text: str, language: str) -> None:
    assert counts(text, language)["casualties.killed"] == [(12, 12)]


def test_all_who_were_killed_are_counted_and_not_those_of_them() -> None:
    assert counts("Four of the 27 people killed are minors.", "en")["casualties.killed"] == [(27, 27)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Twelve people died in Norway and seven in Sweden.", "en"),
        ("בנורווגיה נהרגו 12 בני אדם ובשבדיה 7.", "he"),
        ("قتل 12 شخصا في النرويج و7 في السويد.", "ar"),
    ],
)
def test_a_bare_number_elsewhere_is_of_the_same(text: str, language: str) -> None:
    found = rules(Article(id="a", text=text, language=language))
    assert [(c.value.value, c.qualifiers["area"]) for c in found] == [(12, "Norway"), (7, "Sweden")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The toll is expected to reach 300.", "en"),
        ("מספר ההרוגים צפוי להגיע ל-300.", "he"),
        ("قد يصل عدد القتلى إلى 300.", "ar"),
    ],
)
def test_a_forecast_is_none_that_is_asserted(text: str, language: str) -> None:
    found = list(rules(Article(id="a", text=text, language=language)))
    assert [c.value.max for c in found] == [300]
    assert found[0].certainty.value in ("planned", "possible", "probable")


def test_a_rise_and_what_it_rose_to() -> None:
    assert counts("The number of dead rose by 12 to 40.", "en") == {"casualties.killed": [(40, 40)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The storm cut power to 3.6 million households as the death toll rose to six.", "en"),
        ("תושבים דיווחו כי חמש רקטות נפלו, ומספר ההרוגים עלה ל-6.", "he"),
        ("Road deaths: 6, in a town of 12,000 people.", "en"),
    ],
)
def test_a_running_total_takes_the_number_behind_it(text: str, language: str) -> None:
    assert counts(text, language).get("casualties.killed", []) == [(6, 6)]


def test_where_people_came_to_harm_is_no_number_of_them() -> None:
    assert counts("Police said 1,200 protesters had been detained in 38 cities.", "en") == {
        "casualties.arrested": [(1200, 1200)]
    }


def test_a_count_that_passed_a_number_is_above_it() -> None:
    assert counts("تجاوز عدد القتلى 200.", "ar") == {"casualties.killed": [(200, None)]}
    assert counts("מספר ההרוגים חצה את 200.", "he") == {"casualties.killed": [(200, None)]}


def test_ages_between_commas_part_nobody_from_the_verb() -> None:
    assert counts("Two women, aged 34 and 41, were injured.", "en") == {"casualties.injured": [(2, 2)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Three passengers were killed when eight boats collided.", "en"),
        ("שלושה נוסעים נהרגו כאשר 8 סירות התנגשו.", "he"),
        ("قتل ثلاثة ركاب عندما اصطدمت 8 قوارب.", "ar"),
    ],
)
def test_what_happened_to_how_many_things_is_no_number_of_victims(text: str, language: str) -> None:
    assert counts(text, language) == {"casualties.killed": [(3, 3)]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The blaze killed or injured 450 people.", "en"),
        ("قتل وأصيب 450 شخصا في الحريق.", "ar"),
        ("سقط 450 شخصا بين قتيل وجريح.", "ar"),
        ("450 בני אדם נהרגו ונפצעו.", "he"),
    ],
)
def test_two_harms_counted_together_are_neither(text: str, language: str) -> None:
    assert counts(text, language) == {}


def test_who_does_a_deed_came_to_no_harm() -> None:
    assert counts("Six helicopters evacuated the injured.", "en") == {}


def test_the_highest_toll_is_of_a_part() -> None:
    assert counts("The province has the highest death toll (1,293).", "en") == {}


def test_what_most_of_them_are_is_no_group_of_all() -> None:
    text = "At least 151 people, mostly teenagers and young adults, died in the crush."
    found = rules(Article(id="a", text=text, language="en", published="2024-05-10"))
    assert [(c.value.min, c.qualifiers.get("group")) for c in found] == [(151, None)]


def test_a_place_that_no_list_knows_is_an_area_too() -> None:
    text = "The quake caused 1,293 deaths in Al Fooz, 452 in Barant and 15 in Quxville."
    found = rules(Article(id="a", text=text, language="en", published="2024-05-10"))
    assert [(c.value.min, c.qualifiers["area"]) for c in found][:1] == [(1293, "Al Fooz")]


def test_who_flees_a_home_does_nothing_to_it() -> None:
    assert counts("About 200,000 people fled their homes.", "en") == {
        "casualties.displaced": [(200000, 200000)]
    }


@pytest.mark.parametrize("place", ["Qux raids", "Barant County, the sheriff said"])
def test_a_lone_name_that_no_list_knows_is_no_area(place: str) -> None:
    assert area_of(f"Officials said 12 people were killed in {place}.", "en") == [None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("All but two of the 70 passengers are feared dead.", "en"),
        ("כל הנוסעים מלבד שניים נהרגו.", "he"),
        ("قتل جميع الركاب باستثناء اثنين.", "ar"),
    ],
)
def test_who_is_left_out_of_all_is_not_counted(text: str, language: str) -> None:
    assert counts(text, language) == {}


def test_some_among_those_missing_are_a_part_or_nothing() -> None:
    text = "Among the missing are 23 men and seven children, police said."
    found = rules(Article(id="a", text=text, language="en", published="2024-05-10"))
    assert [(c.value.min, c.qualifiers.get("group")) for c in found] == [(7, "children")]


def test_how_many_accidents_there_were_is_nobody() -> None:
    assert counts("כמה בני אדם נפצעו קל ב-26 תאונות.", "he") == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12 sailors drowned on Monday.\n\nMore than 23,500 migrants have died there since 2014.", "en"),
        ("12 מלחים טבעו למוות ביום שני.\n\nיותר מ-23,500 מהגרים מתו שם מאז 2014.", "he"),
        ("لقي 12 بحارا مصرعهم يوم الاثنين.\n\nتوفي هناك أكثر من 23500 مهاجر منذ عام 2014.", "ar"),
    ],
)
def test_a_sum_since_an_earlier_year_is_of_no_one_event(text: str, language: str) -> None:
    assert counts(text, language) == {"casualties.killed": [(12, 12)]}


def test_a_place_that_no_list_knows_before_where_is_an_area() -> None:
    text = "Most of the victims of the quake were in Quxian county, where 87 people were killed."
    assert area_of(text, "en") == ["Quxian"]


def test_some_of_those_whom_something_carried_are_counted() -> None:
    text = "76 of the ferry's 118 passengers were still missing."
    assert counts(text, "en")["casualties.missing"] == [(76, 76)]
