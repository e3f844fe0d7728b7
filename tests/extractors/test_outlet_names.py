"""Which names of outlets are read in a running text: those of the one list, with care for words of other meanings."""

from __future__ import annotations

import pytest

from reconcile.extractors._attribution import attribute
from reconcile.languages._outlets import outlets


def _sources(text: str, language: str) -> list[str]:
    told = attribute(text, language)
    return [
        source.source for stretch in told.stretches for source in told.chain_at(stretch.start, stretch.end)
    ]


@pytest.mark.parametrize("code", sorted(outlets()))
def test_every_outlet_of_the_list_is_known_beside_a_noun_for_its_medium(code: str) -> None:
    name = outlets()[code].name
    assert _sources(f'The news agency "{name}" reported that the road is closed.', "en")


@pytest.mark.parametrize(
    ("text", "language", "sources"),
    [
        ("AFP reported that the road is closed.", "en", ["AFP"]),
        ("Dawn reported that the road is closed.", "en", ["Dawn"]),
        ("The broadcaster Fox reported that the road is closed.", "en", ["Fox News"]),
        ("The road was closed at dawn, the minister of transport said.", "en", ["minister of transport"]),
        ('ذكرت صحيفة "دون" أن الطريق مغلق.', "ar", ["Dawn"]),
        ("قال الوزير دون تردد إن الطريق مغلق.", "ar", ["الوزير"]),
        ("דווח בסוכנות סאנא כי הדרך סגורה.", "he", ["SANA"]),
    ],
)
def test_a_name_that_is_another_word_too(text: str, language: str, sources: list[str]) -> None:
    assert _sources(text, language)[:1] == sources
