"""One article under two ids is noticed: by its text, or by its address."""

import pytest

from reconcile.readers import read

TEXT = "Both delegations left the city on Friday without any statement, officials said."


def warned(*articles):
    known = [{"published": "2025-05-05", "language": "en", **article} for article in articles]
    return [f"{item.where}: {item.reason}" for item in read(known).warnings]


def test_one_text_under_two_ids():
    (warning,) = warned({"id": "a", "text": TEXT}, {"id": "b", "text": f"\n{TEXT}\n"})
    assert warning == "b: the same text as article 'a' (a): one witness, not two"


def test_every_copy_is_told_once():
    copies = [{"id": name, "text": TEXT, "url": "https://example.com/1"} for name in "abc"]
    assert [warning[:27] for warning in warned(*copies)] == [
        "b: the same text as article", "c: the same text as article"]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    ["https://example.com/news/1", "http://www.example.com/news/1/", "https://EXAMPLE.com/news/1#top"],
)
def test_one_address_under_two_ids(other):
    first = {"id": "a", "text": TEXT, "url": "https://example.com/news/1"}
    (warning,) = warned(first, {"id": "b", "text": f"{TEXT} They will meet again.", "url": other})
    assert "the same address as article 'a'" in warning


@pytest.mark.parametrize("other", ["https://example.com/news/2", "https://example.com/news/1?id=2", None])
def test_other_addresses_are_other_articles(other):
    first = {"id": "a", "text": TEXT, "url": "https://example.com/news/1"}
    assert warned(first, {"id": "b", "text": f"{TEXT} They will meet again.", "url": other}) == []


def test_a_front_page_is_no_address_of_an_article():
    first, second = ({"id": name, "url": "https://example.com/", "outlet": "X"} for name in "ab")
    assert warned(first, second) == []


def test_a_few_words_may_be_shared_by_chance():
    assert warned({"id": "a", "text": "Talks opened."}, {"id": "b", "text": "Talks opened."}) == []
