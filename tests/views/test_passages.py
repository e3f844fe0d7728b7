from dataclasses import replace

from reconcile.model import Claim, FindingValue, PlacedClaim, Span, TextValue
from reconcile.views import trace
from reconcile.views._passages import passage, raw_words
from tests.views.sample_report import sample

TEXT = "השיחות\nהן נפתחו ב-5 בדצמבר בעיר. איש לא נפגע.\nסוף"


def _span(quote: str, text: str = TEXT, **more: str) -> Span:
    start = text.index(quote)
    return Span.model_validate({"quote": quote, "start": start, "end": start + len(quote), **more})


def test_the_rest_of_the_sentence_stands_around_the_quote():
    found = passage(_span("5 בדצמבר"), TEXT)
    assert (found.before, found.quote, found.after) == ("הן נפתחו ב-", "5 בדצמבר", " בעיר.")


def test_a_long_sentence_is_cut_between_words():
    text = "aaaa " * 60 + "QUOTE" + " bbbb" * 60
    found = passage(_span("QUOTE", text), text)
    assert found.before.startswith("… aaaa ")
    assert found.after.endswith(" bbbb …")
    assert len(found.before) < 150


def test_a_quote_that_is_not_where_it_says_has_no_surroundings():
    assert passage(Span(quote="x", start=0, end=1), TEXT).before == ""
    assert passage(Span(quote="נפתחו"), TEXT).after == ""
    assert passage(_span("נפתחו"), None).after == ""


def test_controls_are_not_shown_and_offsets_still_hold():
    text = "a \u202eb QUOTE c"
    assert passage(_span("QUOTE", text), text).before == "a b "


def test_a_caption_is_marked():
    assert passage(_span("נפתחו", zone="caption"), TEXT).zone == "photo caption"
    assert passage(_span("נפתחו"), TEXT).zone is None


def test_a_quote_without_end_cannot_push_the_page_aside():
    assert len(passage(Span(quote="x" * 100_000), None).quote) < 700


def test_raw_words_are_told_where_no_quote_shows_them():
    shown = (passage(_span("ב-5 בדצמבר"), TEXT),)
    assert raw_words(TextValue(text="x", raw="5 בדצמבר"), shown) is None
    assert raw_words(TextValue(text="x", raw="5 בינואר"), shown) == "5 בינואר"


def test_quotes_out_of_one_sentence_are_told_together():
    value = {"kind": "text", "text": "דליה"}
    article = {"id": "a", "outlet": "השער", "language": "he", "text": "השתתפו דליה ועומר אתמול. סוף."}
    first, second, apart = (
        {"article": article, "attribute": "x.y", "value": value, "quote": quote,
         "start": article["text"].index(quote), "end": article["text"].index(quote) + len(quote)}
        for quote in ("דליה", "עומר", "סוף")
    )  # fmt: skip
    told = trace(_report([first, second, apart])).findings[0].sides[0].tellings
    assert [voice.quotes for voice in told] == [("דליה", "עומר"), ("סוף",)]
    assert told[0].passages[0].pieces == (
        (False, "השתתפו "), (True, "דליה"), (False, " ו"), (True, "עומר"), (False, " אתמול."))  # fmt: skip


def _report(lines):
    claims = tuple(PlacedClaim(claim, "e", claim.value) for claim in map(Claim.model_validate, lines))
    ids = tuple(claim.id for claim in claims)
    side = FindingValue(claims[0].value, ids, ("a",))
    finding = replace(sample().findings[0], values=(side,), claims=ids)
    return replace(sample(), articles=(claims[0].article,), claims=claims, findings=(finding,))
