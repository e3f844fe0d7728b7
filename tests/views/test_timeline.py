from dataclasses import replace

from reconcile.model import DateValue, PlacedClaim
from reconcile.views import trace
from reconcile.views.timeline import timeline, timelines
from tests.views.sample_report import CLAIMS, sample

(DATES,) = timelines(trace(sample()))
LINES = {line.voice.article: line for line in DATES.lines}


def _of(value: DateValue):
    """The timeline of a story in which the Hebrew page tells another date."""
    claim = CLAIMS["c01"].claim.model_copy(update={"value": value})
    placed = PlacedClaim(claim, CLAIMS["c01"].event, value)
    claims = tuple(placed if c.id == "c01" else c for c in sample().claims)
    (made,) = timelines(trace(replace(sample(), claims=claims, findings=())))
    return next(line for line in made.lines if line.voice.article == "he1")


def test_every_article_has_a_line_in_the_order_of_publication():
    assert [line.voice.article for line in DATES.lines] == ["en1", "ar1", "he1", "ar2"]


def test_two_days_are_twice_as_wide_as_one():
    one, two = LINES["en1"].bar, LINES["ar1"].bar
    assert one is not None
    assert two is not None
    assert abs(two.width - 2 * one.width) < 0.1
    assert one.start == two.start


def test_what_is_inferred_is_marked():
    assert (LINES["he1"].bar.inferred, LINES["en1"].bar.inferred) == (True, False)
    assert LINES["he1"].inferred == ("year",)


def test_a_slip_leads_to_where_the_other_side_begins():
    assert LINES["he1"].slip == (LINES["ar1"].bar.start, "month slip")
    assert LINES["ar1"].slip is None


def test_the_tick_of_publication_is_missing_where_there_is_no_date():
    assert LINES["ar2"].published is None
    assert LINES["he1"].published > LINES["ar1"].published


def test_an_open_date_reaches_the_edge():
    bar = _of(DateValue(value="2026-01-05/..", extent="since")).bar
    assert (bar.open_start, bar.open_end, bar.start + bar.width) == (False, True, 100.0)


def test_a_date_that_is_not_resolved_has_no_bar_and_says_why():
    line = _of(DateValue(raw="ביום שלישי", unresolved="no day to count from"))
    assert (line.bar, line.unresolved) == (None, "no day to count from")


def test_a_fact_that_is_disputed_is_marked_by_a_sign_and_a_word():
    assert (LINES["he1"].sign, LINES["he1"].status) == ("✗", "disputed")
    assert (LINES["en1"].sign, LINES["en1"].status) == ("≈", "less exactly")


def test_the_page_draws_with_attributes_alone():
    html = timeline(trace(sample())).html
    assert "style=" not in html
    assert html.count('class="bar"') == 4 + 2
    assert html.count('class="slip-name"') == 1


def test_the_table_and_the_terminal_tell_the_same():
    view = timeline(trace(sample()))
    assert [row["slip"] for row in view.rows] == [None, None, "month slip", None]
    assert "2025-12-05" in view.text
    assert "year inferred; perhaps a month slip" in view.text


def test_without_dates_the_view_says_so():
    assert str(timeline(trace(replace(sample(), claims=())))) == "No date is told."


def test_an_event_that_the_report_does_not_list_has_its_line_too():
    (made,) = timelines(trace(replace(sample(), events=())))
    assert (made.event, len(made.lines)) == (CLAIMS["c01"].event, 4)
