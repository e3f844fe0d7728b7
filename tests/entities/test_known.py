"""What the user knows besides the articles: holders of offices with their days, and names that are two persons."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reconcile.entities import Holder, Known, read_known, resolve
from reconcile.errors import InputError
from reconcile.model import Alias, Article, Claim, PlacedClaim, RoleValue, Schema
from reconcile.values import compare

AMBASSADOR = RoleValue(title="ambassador", of="NO", to="US")
HOLDERS = (
    Holder("Karim Haddad", AMBASSADOR, date(2024, 1, 1), date(2025, 12, 31)),
    Holder("Ola Berg", AMBASSADOR, date(2026, 1, 1), None),
)


def person(
    article: str, name: str | None = None, *roles: str, published: str | None = None, **keys: Any
) -> PlacedClaim:
    value = {"kind": "person", "name": name, "roles": list(roles), **keys}
    told = Article.model_validate({"id": article, "published": published})
    claim = Claim.model_validate({"article": told, "attribute": "delegation.member", "value": value})
    return PlacedClaim(claim, "e", claim.value)


def entity(known: Known, *claims: PlacedClaim) -> list[str]:
    told, _ = resolve(claims, (), known)
    return [str(claim.value.entity) for claim in told]  # type: ignore[union-attr]


def test_nothing_is_known_unless_it_is_handed_over() -> None:
    office = person("a", None, "the Norwegian ambassador to the United States", published="2026-02-01")
    _, found = resolve([office], ())
    assert found[0].names == ()


@pytest.mark.parametrize(("day", "name"), [("2025-06-01", "Karim Haddad"), ("2026-02-01", "Ola Berg")])
def test_an_office_is_of_its_holder_on_the_day_of_the_article(day: str, name: str) -> None:
    office = person("a", None, "the Norwegian ambassador to the United States", published=day)
    _, found = resolve([office], (), Known(HOLDERS))
    assert found[0].names == (name,)
    assert found[0].aliases[0].article == "office holders"


def test_who_is_known_from_the_table_is_marked_as_inferred_and_said() -> None:
    claims = [
        person("a", "Ola Berg", published="2026-02-01"),
        person("b", None, "Norwegian ambassador to the United States", published="2026-02-01"),
    ]
    (named, office), _ = resolve(claims, (), Known(HOLDERS))
    assert (named.value.inferred, office.value.inferred) == ((), ("entity",))
    assert compare(named.value, office.value, Schema(pattern="*")).reason.endswith(
        "is Ola Berg by the table of office holders"
    )


def test_the_holder_is_the_person_whom_another_article_names() -> None:
    named, office = entity(
        Known(HOLDERS),
        person("a", "אולה ברג", published="2026-02-01"),
        person("b", None, "سفير النرويج لدى الولايات المتحدة", published="2026-02-02"),
    )
    assert named == office


def test_without_a_day_or_without_a_country_no_holder_is_taken() -> None:
    undated = person("a", None, "the Norwegian ambassador to the United States")
    bare = person("b", None, "the ambassador", published="2026-02-01")
    _, found = resolve([undated, bare], (), Known(HOLDERS))
    assert {one.names for one in found} == {()}


def test_what_an_article_says_goes_before_the_table() -> None:
    named, office = entity(
        Known(HOLDERS),
        person("a", "Salim Mansour", "Norwegian ambassador to the United States", published="2026-02-01"),
        person("b", None, "the Norwegian ambassador to the United States", published="2026-02-01"),
    )
    assert named == office


def test_a_learnt_name_tells_its_article_and_can_be_taken_back() -> None:
    claims = [person("a", "أحمد الحداد", aliases=["الجرحي"]), person("b", "אלג'רחי")]
    told, found = resolve(claims, ())
    assert told[0].value.entity == told[1].value.entity  # type: ignore[union-attr]
    assert found[0].aliases == (Alias("الجرحي", "أحمد الحداد", "a"),)
    apart = Known(apart=frozenset({frozenset({"احمد الحداد", "אלג'רחי"})}))
    assert len(set(entity(apart, *claims))) == 2


def body(article: str, name: str, *aliases: str) -> PlacedClaim:
    value = {"kind": "organisation", "name": name, "aliases": list(aliases)}
    claim = Claim.model_validate({"article": article, "attribute": "talks.parties", "value": value})
    return PlacedClaim(claim, "e", claim.value)


def test_a_learnt_name_of_a_body_serves_the_other_articles_and_can_be_taken_back() -> None:
    claims = [body("a", "Front for Reform", "Nur"), body("b", "Front for Reform"), body("c", "نور")]
    _, found = resolve(claims, ())
    assert [one.aliases for one in found] == [(Alias("Nur", "Front for Reform", "a"),)]
    apart = Known(apart=frozenset({frozenset({"front for reform", "نور"})}))
    assert len(set(entity(apart, *claims))) == 2


def test_a_file_tells_holders_and_names_apart(tmp_path: Path) -> None:
    path = tmp_path / "known.toml"
    path.write_text(
        '[[holder]]\nname = "Ola Berg"\nrole = "ambassador of Norway to the United States"\nfrom = 2026-01-01\n'
        '[[apart]]\nnames = ["Ola Berg", "Olav Berg"]\n',
        encoding="utf-8",
    )
    known = read_known(path)
    assert known.holders[0].role.title == "ambassador"
    assert known.holders[0].where == "known.toml:1"
    assert known.parts(["OLAV BERG"], ["Ola Berg"])


def test_names_kept_apart_are_two_persons_though_one_is_short_for_the_other() -> None:
    claims = [person("a", "Thomas Hansen"), person("b", "Tom Hansen")]
    apart = Known(apart=frozenset({frozenset({"thomas hansen", "tom hansen"})}))
    assert len(set(entity(Known(), *claims))) == 1
    assert len(set(entity(apart, *claims))) == 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[[holder]]\nname = 'x'", 1, "needs a role"),
        ("[[holder]]\nname = 'x'\nrole = 'blue'", 3, "no office that can be read: 'blue'"),
        ("[[holder]]\nname = 'x'\nrole = 'king'\n[[holder]]\nname = 'x'\nroles = 'y'", 6, "mean 'role'"),
        ("[[holder]]\nname = 'x'\nrole = 'king'\nfrom = 2025", 4, "from is a day"),
        (
            "[[holder]]\nname = 'x'\nrole = 'king'\nfrom = 2025-02-01\nuntil = 2025-01-01",
            4,
            "later than until",
        ),
        ("[[holders]]\nname = 'x'", 1, "Did you mean 'holder'"),
        ("[[apart]]\nnames = ['x']", 2, "two names or more"),
        ("[holder]\nname = 'x'", 1, "once for each"),
        ("x", 1, "not TOML"),
    ],
)
def test_a_file_of_another_form_says_what_is_wrong_and_where(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    path = tmp_path / "known.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words) as told:
        read_known(path)
    assert told.value.where == f"{path}:{line}"
