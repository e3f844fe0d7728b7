"""What holds for any two dates, any padding and any text."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Anchor, DateValue, DurationValue, QuantityValue, Schema
from reconcile.values import Context, compare, find, key, kind_of, show

ANY = Schema(pattern="*")
TUESDAY = Anchor(day=datetime(2026, 1, 6))
MIRROR = {"narrower": "wider", "wider": "narrower", "subset": "superset", "superset": "subset"}
PHRASES = [
    ("en", "5 January 2026"), ("en", "January 5-6, 2026"), ("en", "last Monday"), ("en", "yesterday evening"),
    ("en", "three weeks ago"), ("en", "from March to May 2024"), ("en", "the end of 2024"), ("en", "since 2011"),
    ("en", "the second quarter of 2024"), ("en", "Tuesday, 6 January"), ("en", "three days after 12 January 2024"),
    ("ar", "8 كانون الأول/ ديسمبر 2024"), ("ar", "الثلاثاء 6/1/2026"), ("ar", "أمس الاثنين"), ("ar", "قبل يومين"),
    ("ar", "الخامس من الشهر الجاري"), ("ar", "نهاية 2024"), ("ar", "من 5 إلى 6 يناير 2026"), ("ar", "عام 1974"),
    ("he", "5 בדצמבר"), ("he", "ביום שני שעבר"), ("he", "5 ו-6 בינואר 2026"), ("he", "לפני שבועיים"), ("he", "השנה"),
    ("he", "בשנת 1974"), ("he", "הערב"),
]  # fmt: skip
PADDING = st.text(alphabet=list(" ,;\n\u200fabcאבגدعق!?\"'()-–x"), max_size=12)
MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@st.composite
def dates(draw):
    start = draw(MOMENTS)
    grain = draw(st.sampled_from(["hour", "day", "week", "month", "year", "daypart"]))
    if grain != "hour":
        start = start.replace(hour=0, minute=0)
    days = draw(st.sampled_from([1, 1, 1, 2, 7, 31, 365]))
    end = start + (timedelta(hours=1) if grain == "hour" else timedelta(days=days))
    extent = draw(st.sampled_from(["within", "fills", "since", "until", "before", "after"]))
    return DateValue(
        start=None if extent in ("until", "before") else start, end=None if extent in ("since", "after") else end,
        grain=grain, extent=extent, approx=draw(st.booleans()), zone=draw(st.sampled_from([None, None, "+02:00"])),
        inferred=draw(st.sampled_from([(), ("year",), ("week",)])),
        modifier=draw(st.sampled_from([None, None, None, "end", "before", "after", "on_or_before"])),
    )  # fmt: skip


DURATIONS = st.builds(
    lambda low, more, unit, approx, vague: DurationValue(
        min=low, max=None if vague else low + more, unit=unit, approx=approx or vague, vague=vague
    ),
    st.integers(1, 500), st.integers(0, 20), st.sampled_from(["hour", "day", "week", "month", "year"]),
    st.booleans(), st.booleans(),
)  # fmt: skip
QUANTITIES = st.builds(
    lambda low, more, modifier, unit, approx: (
        QuantityValue(value=low, modifier=modifier, unit=unit, approx=approx)
        if modifier or not more
        else QuantityValue(min=low, max=low + more, unit=unit, approx=approx)
    ),
    st.one_of(st.integers(-5, 10**7), st.floats(0, 1000)), st.sampled_from([0, 0, 3]),
    st.sampled_from([None, "at_least", "up_to", "more_than", "about"]),
    st.sampled_from([None, None, "%", "km", "mile"]), st.booleans(),
)  # fmt: skip


@given(
    st.one_of(st.tuples(dates(), dates()), st.tuples(DURATIONS, DURATIONS), st.tuples(QUANTITIES, QUANTITIES))
)
def test_comparing_is_symmetric_up_to_direction(pair):
    left, right = pair
    there, back = compare(left, right, ANY), compare(right, left, ANY)
    assert there.outcome == MIRROR.get(back.outcome, back.outcome)


@given(st.one_of(dates(), DURATIONS, QUANTITIES))
def test_a_value_is_the_same_as_itself_and_as_its_copy(value):
    copy = value.model_copy(update={"raw": "other words"})
    assert key(value) == key(copy)
    assert compare(value, copy, ANY).outcome == "same"
    assert show(value)


@given(dates(), dates(), st.integers(-3000, 3000))
def test_a_common_shift_changes_nothing(left, right, days):
    def moved(value):
        by = timedelta(days=days)
        ends = {name: end + by for name in ("start", "end") if (end := getattr(value, name)) is not None}
        return value.model_copy(update=ends)

    # the calendar's own units (a whole January) and the year of an inferred date do not shift
    left, right = (value.model_copy(update={"inferred": (), "grain": "day"}) for value in (left, right))
    left, right = (
        v.model_copy(update={"extent": "within"}) if v.extent == "fills" else v for v in (left, right)
    )
    assert compare(left, right, ANY).outcome == compare(moved(left), moved(right), ANY).outcome


@given(MOMENTS, MOMENTS, st.integers(1, 60))
def test_a_wider_value_never_moves_towards_exclusive(one, other, days):
    left = DateValue(start=one, end=one + timedelta(days=1))
    right = DateValue(start=other, end=other + timedelta(days=1))
    wide = DateValue(start=other - timedelta(days=days), end=other + timedelta(days=1 + days))
    if compare(left, right, ANY).outcome not in ("exclusive", "near"):
        assert compare(left, wide, ANY).outcome not in ("exclusive", "near")


@given(st.sampled_from(PHRASES), PADDING, PADDING)
def test_a_phrase_is_found_at_its_place_in_any_padding(phrase, before, after):
    language, words = phrase
    text = f"{before} . {words}; {after}"
    context = Context(language, TUESDAY)
    (alone,) = find(words, "date", context)
    found = [item for item in find(text, "date", context) if item.value.raw == alone.value.raw]
    assert [text[item.start : item.end] for item in found] == [alone.value.raw]
    assert key(found[0].value) == key(alone.value)


@given(st.sampled_from(PHRASES))
def test_what_was_found_reads_the_same_when_parsed_alone(phrase):
    language, words = phrase
    context = Context(language, TUESDAY)
    (found,) = find(f"x {words} x", "date", context)
    again = kind_of("date").parse(found.value.raw, context)
    assert again is not None
    assert key(again) == key(found.value)
    assert (again.inferred, again.weekday) == (found.value.inferred, found.value.weekday)


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [
                "5",
                "6",
                "31",
                "13",
                "99",
                "2026",
                "0",
                "9999",
                "1.5",
                "12:30",
                "6/1/2026",
                "31/02/2026",
                "2026-13-45",
                "January",
                "of",
                "May",
                "the",
                "first",
                "last",
                "next",
                "week",
                "year",
                "days",
                "ago",
                "in",
                "-",
                "–",
                ",",
                ".",
                "(",
                ")",
                "to",
                "from",
                "between",
                "and",
                "early",
                "end",
                "since",
                "about",
                "يوم",
                "الثلاثاء",
                "يناير",
                "كانون",
                "الأول",
                "قبل",
                "من",
                "إلى",
                "ثلاثة",
                "عام",
                "نهاية",
                "ב",
                "5",
                "בינואר",
                "יום",
                "שני",
                "לפני",
                "שבועיים",
                "מ",
                "עד",
                "כ",
                "1990s",
                "q1",
                "half",
                "o'clock",
                "pm",
                "½",
                "%",
                "$",
            ]
        ),
        max_size=14,
    ),
    st.sampled_from(["en", "ar", "he", None]),
    st.sampled_from(["date", "duration", "quantity"]),
)
def test_no_text_raises_and_every_find_is_a_stretch_of_it(words, language, kind):
    text = " ".join(words)
    for anchor in (None, TUESDAY, Anchor(day=datetime(1, 1, 1)), Anchor(day=datetime(9999, 12, 31))):
        context = Context(language, anchor)
        kind_of(kind).parse(text, context)
        end = 0
        for found in find(text, kind, context):
            assert end <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.value.raw
            end = found.end
