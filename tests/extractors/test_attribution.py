"""Who says what: invented sentences in three languages, each with words to look at and their chain."""

import itertools
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extractors._attribution import Attribution, attribute
from reconcile.model import Source, Zone, ZoneSpan


def chain(language: str, text: str, words: str) -> list[str]:
    """The chain of the first occurrence of ``words``, as ``type/side`` or the name of an outlet."""
    at = text.index(words)
    return [_short(source) for source in attribute(text, language).chain_at(at, at + len(words))]


def _short(source: Source) -> str:
    if source.type in ("outlet", "agency"):
        return source.source
    return f"{source.type}/{source.side}" if source.side else str(source.type)


ENGLISH = [
    ("The mayor was not at work. Twelve houses burned.", "Twelve", []),
    ("The ministry said on Friday that twelve houses burned.", "twelve", ["official_body"]),
    ("Twelve houses burned, the Norwegian ministry said.", "Twelve", ["official_body/Norway"]),
    ("Twelve houses burned, said Dana Holt, the mayor.", "Twelve", ["named_official"]),
    ("According to a joint statement, the sides met in Oslo.", "met in Oslo", ["official_statement/joint"]),
    ("The sides met in Oslo, according to two diplomats, and will meet again.", "again", ["anonymous_officials"]),
    ("A senior Kenyan official told Reuters that talks resume in May.", "resume", ["Reuters", "anonymous_officials/Kenya"]),
    ("Talks resume in May, a senior Kenyan official told Reuters.", "resume", ["Reuters", "anonymous_officials/Kenya"]),
    ("Axios reported, citing two Kenyan officials, that talks resume.", "resume", ["Axios", "anonymous_officials/Kenya"]),
    ("Reuters quoted a Kenyan official as saying that talks resume.", "resume", ["Reuters", "anonymous_officials/Kenya"]),
    ("A Kenyan official was quoted by Reuters as saying talks resume.", "talks", ["Reuters", "anonymous_officials/Kenya"]),
    ("Police said two were hurt. He added that one died.", "one died", ["official_body"]),
    ("Police said two were hurt. The road is closed.", "road", []),
    ("A Kenyan official told Reuters talks resume. The official said they were slow.", "slow", ["Reuters", "anonymous_officials/Kenya"]),
    ("“We won,” said Prime Minister Rolf Aas. “We will not stop.”", "We will not", ["named_official"]),
    ("Prime Minister Rolf Aas spoke in Oslo. Aas said the vote was fair.", "fair", ["named_official"]),
    ("Norwegian Prime Minister Rolf Aas said it was late. Later, Aas said the vote was fair.", "fair", ["named_official/Norway"]),
    ("It was reported that the bridge fell.", "bridge", ["anonymous_sources"]),
    ("As the ministry said two were hurt, the road was closed.", "the road", []),
    ("The ministry did not say how many were hurt.", "how many", []),
    ("The company declined to comment. Shares fell 5 percent.", "Shares", []),
    ("Oslo announced a new round of talks.", "new round", ["government/Norway"]),
    ("The talks were announced in March.", "March", []),
    ("The paper described the round as a failure.", "failure", ["paper"]),
    ("Police: two hurt in blast", "two hurt", ["official_body"]),
    ("Two hurt in blast, police say", "Two hurt", ["official_body"]),
    ("The envoy praised the talks, adding that a deal was near.", "deal", ["named_official"]),
    ("Witnesses said the roof fell, while the ministry said nobody was inside.", "nobody", ["official_body"]),
    ("Witnesses said the roof fell, while the ministry said nobody was inside.", "roof", ["anonymous_sources"]),
    ("The U.N. said in a report that 300 people fled.", "300", ["official_body"]),
    ("Four people have been confirmed dead since Monday.", "Four", []),
    ("Kenya's foreign minister, Amos Tek, told reporters that talks failed.", "failed", ["named_official/Kenya"]),
    ("The round was described by a source close to the talks as useful.", "useful", ["anonymous_sources"]),
    ("Two died, the ministry said, but the road stayed open.", "road", []),
    ("Two died, according to the ministry, while the road stayed open.", "road", []),
    ("Jane Roe, a spokeswoman for the Oslo police, told reporters that two died.", "two", ["named_official/Norway"]),
    ("The mayor, Jane Roe, was late. Two died, Roe said.", "Two", ["named_official"]),
    ("The council approved the plan. It also announced new rules.", "rules", []),
    ("Two died. This was reported by the mayor, Jane Roe, after the fire.", "Two", ["named_official"]),
    ("Rescuers continued the search and concluded it on Monday.", "Monday", []),
    ("According to Reuters, a Kenyan official said that two died.", "two", ["Reuters", "anonymous_officials/Kenya"]),
    ("Reuters reported a fire. He called for calm.", "calm", []),
    ("Quoting Amos Tek, head of the Kenyan rescue service, Reuters reported that two died.", "two", ["Reuters", "named_official/Kenya"]),
    ("Two died, Reuters reported on Friday, citing people familiar with the matter.", "Two", ["Reuters", "anonymous_sources"]),
    ("“Two died,” Amos Tek, the governor, wrote on social media.", "Two", ["named_official"]),
    ("On Monday, the ministry said two had died.", "two", ["official_body"]),
    ("He said Oslo was ready. Police said two were hurt.", "ready", []),
    ("Police said two were hurt. The army moved in. The army said three were hurt.", "three", ["official_body"]),
    ("Two died, according to the disaster and emergency agency.", "Two", ["official_body"]),
    ("According to the plan, talks resume in May.", "May", []),
    ("The statement by the Kenyan ministry read:\nTalks resume in May.\nIt rained.", "resume", ["official_statement/Kenya"]),
    ("The statement by the Kenyan ministry read:\nTalks resume in May.\nIt rained.", "rained", []),
    ("“Two died,” said Dr. Amos Tek, director of the clinic. “Three were hurt.”", "Three", ["named_official"]),
    ("Two of the victims were on their way home, said Amos Tek, dean of the school.", "home", ["person"]),
    ("“Two died,” minister Amos Tek said today on “This Morning.”", "Two", ["named_official"]),
    ("“Two died,” minister Amos Tek told reporters in Oslo, according to Reuters.", "Two", ["Reuters", "named_official"]),
    ("Amos Tek, head of the club, told the Oslo Daily News two had died.", "two", ["Oslo Daily News", "named_official"]),
    ("The envoy, who said talks had failed, left.", "failed", ["named_official"]),
]  # fmt: skip

ARABIC = [
    ("انتهت الجولة الثانية من المحادثات في أوسلو يوم الجمعة.", "أوسلو", []),
    ("أعلنت وزارة الصحة الكينية، مساء الجمعة، عن وفاة ثلاثة أشخاص.", "وفاة", ["official_body/Kenya"]),
    ("قال مسؤول كيني لوكالة \"رويترز\" إن المحادثات ستستأنف.", "ستستأنف", ["Reuters", "anonymous_officials/Kenya"]),
    ("نقلت وكالة رويترز عن مسؤول كيني قوله إن المحادثات ستستأنف.", "ستستأنف", ["Reuters", "anonymous_officials/Kenya"]),
    ("وبحسب بيان مشترك، فإن الطرفين اتفقا على لجنة.", "اتفقا", ["official_statement/joint"]),
    ("اتفق الطرفان على لجنة، وفق ما ذكرت وكالة الأناضول.", "لجنة", ["Anadolu"]),
    ("قال وزير الخارجية الكيني عاموس تيك في مؤتمر صحفي إن الجولة فشلت.", "فشلت", ["named_official/Kenya"]),
    ("قال وزير الخارجية الكيني عاموس تيك إن الجولة فشلت. وأضاف أن لجنة ستشكل.", "لجنة", ["named_official/Kenya"]),
    ("قال وزير الخارجية الكيني عاموس تيك إن الجولة فشلت. وانتهى اللقاء مساء.", "اللقاء", []),
    ("قال مسؤول كيني لرويترز إن الجولة فشلت.\n\nوأوضح المسؤول أن لجنة ستشكل.", "لجنة", ["Reuters", "anonymous_officials/Kenya"]),
    ("أفادت صحيفة \"السهم\" بأن الجولة فشلت.", "فشلت", ["السهم"]),
    ("وكانت القناة 12 ذكرت أمس، أن الجولة فشلت.", "الجولة", ["Channel 12"]),
    ("لم يذكر الوزير عدد الجرحى.", "الجرحى", []),
    ("الشرطة: إصابة شخصين في حريق", "إصابة", ["official_body"]),
    ("وترى نيروبي أن الاتفاق ناقص.", "ناقص", ["government/Kenya"]),
    ("بحث الوزير الكيني الملف مع نظيره، مؤكداً أن الاتفاق قريب.", "قريب", ["named_official/Kenya"]),
    ("تابع الوفد الكيني المحادثات في أوسلو.", "أوسلو", []),
    ("البيان الكيني أشار إلى أن لجنة ستشكل.", "لجنة", ["official_statement/Kenya"]),
    ("وصف المبعوث الكيني الجولة في أوسلو بأنها \"فاشلة\".", "فاشلة", ["named_official/Kenya"]),
    ("وصف المبعوث الكيني الجولة في أوسلو بأنها \"فاشلة\".", "أوسلو", []),
    ("وقال تيك: \"فشلنا\". وتابع: \"سنعود\".", "سنعود", ["person"]),
    ("وجاء في البيان المشترك أن لجنة ستشكل.", "لجنة", ["official_statement/joint"]),
    ("اندلع حريق في السوق، بحسب شهود عيان.", "حريق", ["anonymous_sources"]),
    ("نقلت وكالة رويترز، أمس الجمعة، عن مصدر كيني قوله: \"فشلت الجولة\".", "فشلت", ["Reuters", "anonymous_sources/Kenya"]),
    ("وقال تيك، في تصريح نقلته وكالة \"تاس\"، إن الجولة فشلت.", "فشلت", ["TASS", "person"]),
    ("ومن جانبه، أعلن الوزير الكيني، عاموس تيك، فشل الجولة.", "فشل", ["named_official/Kenya"]),
    ("قال عاموس تيك، المتحدث باسم الشرطة، إن شخصين أصيبا. وأضاف «تيك» أن حريقا اندلع.", "حريقا", ["named_official"]),
    ("أعلن مسؤول كيني مطلع على المحادثات، أنها فشلت.", "فشلت", ["anonymous_officials/Kenya"]),
    ("التقى الوزيران بين الجلستين أن أمكن ذلك.", "الجلستين", []),
    ("أكد المراسل أن الجولة فشلت، وفق قناة الجزيرة.", "فشلت", ["Al Jazeera", "person"]),
    ("اتفق الوزيران على لجنة. جاء ذلك بحسب بيان للوزارة الكينية.", "لجنة", ["official_statement/Kenya"]),
    ("قالت الشرطة إن شخصين أصيبا. وأكد الجيش أن ثلاثة أصيبوا.", "ثلاثة", ["official_body"]),
    ("وقال قائد الجيش إن الهدنة قائمة، فيما أكدت الشرطة أن شخصين أصيبا.", "شخصين", ["official_body"]),
    ("رفع البنك الكيني الفائدة، كما كان متوقعا على نطاق واسع.", "نطاق", []),
    ("وفقا للخطة، تبدأ الجولة في مايو.", "مايو", []),
]  # fmt: skip

HEBREW = [
    ("השיחות הסתיימו באוסלו ביום שישי.", "באוסלו", []),
    ("משרד הבריאות הקנייתי הודיע כי שלושה בני אדם מתו.", "שלושה", ["official_body/Kenya"]),
    ("גורמים בכירים בקניה מסרו כי השיחות יחודשו.", "השיחות", ["anonymous_officials/Kenya"]),
    ("גורמים בכירים בקניה מסרו כי השיחות יחודשו. לדבריהם, הפערים גדולים.", "הפערים", ["anonymous_officials/Kenya"]),
    ("גורמים בכירים בקניה מסרו כי השיחות יחודשו. עם זאת, הפערים גדולים.", "הפערים", []),
    ("גורם בכיר אמר לרויטרס כי השיחות יחודשו.", "יחודשו", ["Reuters", "anonymous_officials"]),
    ("לפי הודעה משותפת, הצדדים נפגשו באוסלו.", "נפגשו", ["official_statement/joint"]),
    ("השיחות נכשלו, כך דווח בערוץ 12.", "נכשלו", ["Channel 12"]),
    ("\"נחזור לשולחן\", אמר שר החוץ הקנייתי.", "נחזור", ["named_official/Kenya"]),
    ("מדוברות הצבא נמסר כי איש לא נפגע.", "איש", ["official_body"]),
    ("השר לא מסר כמה נפגעו.", "נפגעו", []),
    ("שר החוץ עמוס טק אמר שהשיחות נכשלו. הוא הוסיף כי תוקם ועדה.", "ועדה", ["named_official"]),
    ("המשטרה: שניים נפצעו בשריפה", "שניים", ["official_body"]),
    ("על פי מקורות בקניה, ההסכם קרוב.", "ההסכם", ["anonymous_sources/Kenya"]),
    ("עיתון \"החץ\" פרסם כי השיחות נכשלו.", "נכשלו", ["החץ"]),
    ("\"ניצחנו\", אמר עמוס טק, מפקד חיל הים לשעבר. \"לא נפסיק\".", "לא נפסיק", ["named_official"]),
    ("השיחות נכשלו, כך פורסם הערב (שלישי) בכאן חדשות.", "נכשלו", ["Kan"]),
    ("על פי הדיווח שפורסם ב'הארץ', השיחות נכשלו.", "נכשלו", ["Haaretz"]),
    ("מקור קנייתי ששוחח עם ynet אמר כי השיחות נכשלו.", "נכשלו", ["Ynet", "anonymous_sources/Kenya"]),
    ("המועצה אישרה את התקציב במאי.", "במאי", []),
    ("שר החוץ עמוס טק נפגש עם השליח. בתגובה אמר טק כי השיחות נכשלו.", "נכשלו", ["named_official"]),
    ("דוברת המשטרה, דנה טק, ציינה: \"שניים נפצעו\". היא הוסיפה כי אחד מת.", "אחד", ["named_official"]),
    ("כך שיו\"ר הוועדה הגיע באיחור, הדיון נדחה.", "הדיון", []),
    ("הצבא הגיע. מהמשטרה נמסר: \"שניים נפצעו\".", "שניים", ["official_body"]),
    ("השר לא מסר כמה נפגעו, אך גורם ביטחוני אמר לרויטרס כי שניים נפגעו.", "שניים", ["Reuters", "anonymous_officials"]),
    ("הערוץ הלבנוני \"אל-נור\" דיווח כי שניים נפצעו.", "שניים", ["אל-נור"]),
    ("\"לא נוותר\", כך שר החוץ הקנייתי.", "לא נוותר", ["named_official/Kenya"]),
    ("לפי שעה אין נפגעים.", "נפגעים", []),
    ("השליח העביר לנשיא מסר חריף בנוגע לשיחות.", "לשיחות", []),
    ("טק סיפר: \"הגענו מאוחר\".", "הגענו", ["person"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), ENGLISH)
def test_english(text: str, words: str, expected: list[str]) -> None:
    assert chain("en", text, words) == expected


@pytest.mark.parametrize(("text", "words", "expected"), ARABIC)
def test_arabic(text: str, words: str, expected: list[str]) -> None:
    assert chain("ar", text, words) == expected


@pytest.mark.parametrize(("text", "words", "expected"), HEBREW)
def test_hebrew(text: str, words: str, expected: list[str]) -> None:
    assert chain("he", text, words) == expected


def test_offsets_hold_in_a_text_with_vowel_points() -> None:
    text = "قالت الشُّرطةُ إنَّ شخصين أُصيبا."
    at = text.index("شخصين")
    assert [s.type for s in attribute(text, "ar").chain_at(at, at + 5)] == ["official_body"]


def test_a_source_keeps_its_printed_name_and_an_outlet_gets_its_own() -> None:
    found = attribute("נציגת ארגון הבריאות אמרה לרויטרס כי המגפה נעצרה.", "he").chain_at(38, 44)
    assert [source.source for source in found] == ["Reuters", "נציגת ארגון הבריאות"]


def test_nobody_in_a_teaser_speaks_in_the_body() -> None:
    text = "Police said two were hurt.\nHe added that one died."
    zones = [ZoneSpan(start=0, end=26, zone=Zone.RELATED)]
    assert attribute(text, "en", zones).chain_at(41, 49) == ()


def test_a_language_without_a_pack_has_no_sources() -> None:
    assert attribute("Polizei: zwei Verletzte", "xx") == Attribution()


@given(st.text(alphabet="ab said police, “”:.", max_size=80))
def test_stretches_lie_side_by_side(text: str) -> None:
    stretches = attribute(text, "en").stretches
    assert all(left.end <= right.start for left, right in itertools.pairwise(stretches))


def test_a_document_keeps_the_whole_chain_behind_it() -> None:
    text = "According to a joint statement, the ministry said talks had failed. The statement said they would resume."
    at = text.index("they")
    found = attribute(text, "en").chain_at(at, at + 4)
    assert [source.type for source in found] == ["official_statement", "official_body"]


@given(
    st.text(alphabet='abאבجد said, "“”:.\n أن قال כי אמר', max_size=80), st.sampled_from(["en", "ar", "he"])
)
def test_any_text_can_be_asked_at_any_place(text: str, language: str) -> None:
    found = attribute(text, language)
    assert all(isinstance(found.chain_at(at, at + 1), tuple) for at in range(len(text)))


SHARED = Path(__file__).parents[2].parent / "shared"
_KINDS = {
    "anonymous_official": "anonymous_officials",
    "agency": "outlet",
    "named_officials": "named_official",
}
_KINDS |= {"side_account": "anonymous_sources", "person": "named_official"}


def _agrees(gold: list[dict[str, str]], found: tuple[Source, ...]) -> bool:
    """Own voice against own voice; an outlet by its name; everybody else by kind and country."""
    if not gold or not found:
        return not gold and not found
    kind = _KINDS.get(gold[0]["type"], gold[0]["type"])
    if kind == "outlet":
        return found[0].source in gold[0]["source"]
    side = {"United States": "US"}.get(found[0].side or "", found[0].side)
    wanted = gold[0].get("side")
    return _KINDS.get(found[0].type or "", found[0].type) == kind and (
        side == wanted or "," in (wanted or "")
    )


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the shared seed articles are not here")
def test_the_outermost_source_of_the_gold_claims() -> None:
    rows = [json.loads(line) for line in (SHARED / "gold" / "seed_claims.jsonl").read_text().splitlines()]
    texts = {p.stem: p.read_bytes().decode() for p in (SHARED / "seeds").glob("*.txt")}
    read = {name: attribute(text, "he" if text.count("ה") > 50 else "ar") for name, text in texts.items()}
    hits: dict[bool, list[bool]] = {True: [], False: []}
    for row in rows:
        name = next(name for name in read if name.startswith(row["id"][:3]))
        found = read[name].chain_at(row["start"], row["end"])
        hits[bool(row["attribution"])].append(_agrees(row["attribution"], found))
    assert sum(hits[True]) / len(hits[True]) >= 0.95
    assert sum(hits[False]) / len(hits[False]) >= 0.95


def test_three_thousand_characters_take_few_milliseconds() -> None:
    text = "\n\n".join(text for text, _, _ in ENGLISH + ENGLISH)[:3000]
    attribute(text, "en")
    began = time.process_time()
    for _ in range(5):
        attribute(text, "en")
    assert (time.process_time() - began) / 5 < 0.1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأكد البيان في ختامه أن المحادثات ستستأنف.", "البيان"),
        ("وأشار بيان لوزارة الداخلية إلى أن المحادثات ستستأنف.", "بيان لوزارة الداخلية"),
    ],
)
def test_a_paper_is_named_without_what_it_is_about(text: str, name: str) -> None:
    assert [s.chain[0].source for s in attribute(text, "ar").stretches if s.chain] == [name]


def test_many_countries_are_no_source() -> None:
    text = "صوتت 153 دولة بينها تشيلي لصالح مشروع قرار نرويجي يطالب بوقف القتال."
    assert [s.chain for s in attribute(text, "ar").stretches if s.chain] == []
