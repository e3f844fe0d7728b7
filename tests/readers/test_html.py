"""What is read from web pages: the article's own words, and its date from markup or byline, never a guess."""

import json

import pytest

from reconcile.errors import InputError
from reconcile.model import Zone
from reconcile.readers import read
from reconcile.readers._head import head

PAGES = {
    "en": (
        "Harbour talks end in Geneva",
        "Published: 6 March 2025 10:30 PM",
        "Delegations from Norland and Sudland ended two days of talks in Geneva on Thursday without a final "
        "agreement, officials on both sides said after the meeting.",
        "Both sides agreed to meet again in April, a joint statement said, and named no place for the talks.",
        "More on this story",
        "Seven killed in ferry accident off the coast on 2 February 2025, rescue services say",
    ),
    "ar": (
        "انتهاء جولة المحادثات في جنيف",
        "نشر في: 6 مارس 2025 22:30",
        "انتهت في جنيف، اليوم الخميس، الجولة الثالثة من المحادثات بين مصر والسودان بوساطة سويسرية، بحسب ما "
        "أعلنت وزارة الخارجية في بيان صدر مساء اليوم.",
        "وقال المتحدث باسم الوزارة إن الطرفين اتفقا على عقد لقاء جديد في أبريل المقبل في المدينة نفسها.",
        "اقرأ أيضا",
        "مقتل سبعة أشخاص في حادث عبارة قبالة الساحل يوم 2 فبراير 2025",
    ),
    "he": (
        "השיחות בז'נבה הסתיימו ללא הסכם",
        "פורסם: 6 במרץ 2025, 22:30",
        "השיחות בין מצרים לסודאן הסתיימו היום (חמישי) בז'נבה ללא הסכם סופי, כך מסרו גורמים בשתי המשלחות "
        "לאחר הפגישה.",
        "הסבב השלישי של השיחות נערך בתיווך שווייץ, אמר דובר משרד החוץ, ושני הצדדים סיכמו להיפגש שוב באפריל.",
        "עוד בנושא",
        "שבעה הרוגים בתאונת מעבורת מול החוף ב-2 בפברואר 2025",
    ),
}
LINKED = {"@type": "NewsArticle", "datePublished": "2025-03-06T22:30:00+01:00"}


def data(*objects):
    return f'<script type="application/ld+json">{json.dumps({"@graph": list(objects)})}</script>'


def page(language, markup="", byline=True):
    title, when, first, last, more, other = PAGES[language]
    return f"""<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{markup}</head>
<body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>{f"<p>{when}</p>" if byline else ""}
<p>{first}</p><h2>{more}</h2><ul><li><a href="/1">{other}</a></li></ul><p>{last}</p></article>
<aside><h3>{more}</h3><p><a href="/2">{other}</a></p></aside><footer>© 2024</footer></body></html>"""


@pytest.fixture
def article(tmp_path):
    pytest.importorskip("trafilatura")

    def make(content):
        (tmp_path / "one.html").write_text(content, encoding="utf-8")
        return read(tmp_path).articles[0]

    return make


@pytest.mark.parametrize("language", PAGES)
def test_the_article_is_its_headline_and_its_paragraphs(article, language):
    title, _, first, last, _, _ = PAGES[language]
    found = article(page(language))
    parts = {
        zone: " ".join(found.text[span.start : span.end].strip() for span in found.zones if span.zone is zone)
        for zone in (Zone.HEADLINE, Zone.BODY)
    }
    assert (found.language, found.title, parts[Zone.HEADLINE]) == (language, title, title)
    assert first in parts[Zone.BODY]
    assert last in parts[Zone.BODY]


@pytest.mark.parametrize("language", PAGES)
def test_headlines_of_other_items_are_no_part_of_it(article, language):
    found = article(page(language))
    said = [found.text[span.start : span.end] for span in found.zones if span.zone.speaks]
    assert PAGES[language][-1] not in "\n".join(said)


@pytest.mark.parametrize("language", PAGES)
def test_the_date_of_linked_data_comes_first(article, language):
    stated = {**LINKED, "datePublished": "2025-03-07T08:00:00+01:00"}
    found = article(page(language, data(stated)))
    assert (found.published.isoformat(), found.published_zone) == ("2025-03-07T08:00:00", "+01:00")
    assert found.published_source == "given"


@pytest.mark.parametrize("language", PAGES)
def test_the_date_of_a_meta_tag(article, language):
    meta = '<meta content="2025-03-07T08:00:00Z" property="article:published_time"/>'
    assert article(page(language, meta)).published.isoformat() == "2025-03-07T08:00:00"


@pytest.mark.parametrize("language", PAGES)
def test_without_markup_the_byline_is_read(article, language):
    found = article(page(language))
    assert (found.published.isoformat(), found.published_source) == ("2025-03-06T22:30:00", "byline")


@pytest.mark.parametrize("language", PAGES)
def test_without_either_there_is_no_date(article, language):
    found = article(page(language, byline=False))
    assert (found.published, found.published_source) == (None, None)


def test_a_page_without_an_article_is_rejected(tmp_path):
    pytest.importorskip("trafilatura")
    (tmp_path / "one.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    with pytest.raises(InputError, match="no article was found in the page"):
        read(tmp_path)


# ---------------------------------------------------------------- what the markup states


def test_dates_of_listed_items_are_not_the_articles():
    other = {"@type": "NewsArticle", "datePublished": "2024-01-01"}
    listed = {"@type": "ItemList", "itemListElement": [{"item": other}]}
    assert head(data(listed, LINKED)).published == LINKED["datePublished"]


def test_two_articles_with_other_dates_state_none():
    assert head(data(LINKED, {**LINKED, "datePublished": "2024-01-01"})).published is None


def test_a_type_may_be_one_of_several():
    assert head(data({**LINKED, "@type": ["ReportageNewsArticle", "Thing"]})).published is not None


@pytest.mark.parametrize("text", ["yesterday", "", "06/03/2025", "{"])
def test_what_is_no_iso_time_is_not_stated(text):
    assert head(f'<meta name="pubdate" content="{text}">').published is None


def test_broken_linked_data_is_passed_over():
    page = '<script type="application/ld+json">{"@type": </script><meta name="pubdate" content="2025-03-06">'
    assert head(page).published == "2025-03-06"


def test_an_update_is_told_apart():
    stated = head(data({**LINKED, "dateModified": "2025-03-07"}))
    assert (stated.published, stated.modified) == (LINKED["datePublished"], "2025-03-07")


def test_a_time_element_counts_with_its_property_only():
    assert head('<time datetime="2025-03-06">Thu</time>').published is None
    assert head('<time itemprop="datePublished" datetime="2025-03-06">Thu</time>').published == "2025-03-06"


def test_scripts_and_menus_are_no_lines():
    assert (
        head("<nav>Home</nav><p>One <b>two</b></p><script>var a = 1</script><p>Three</p>").text
        == "One two\nThree"
    )


def test_a_line_that_is_only_a_link_is_known_with_what_heads_it():
    page = '<h3>More</h3><p><a href="/1">Other item</a></p><p>See <a href="/2">this</a></p>'
    assert head(page).links == {"More", "Other item"}
