"""Who is who inside one event, from what its articles say and nothing else."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reconcile.entities import doubts, resolve
from reconcile.model import Claim, Entity, PlacedClaim, Rejected


def person(
    article: str, name: str | None = None, *roles: str, side: str | None = None, event: str = "e", **keys: Any
) -> PlacedClaim:
    value = {"kind": "person", "name": name, "roles": list(roles), **keys}
    qualifiers = {"side": side} if side else {}
    claim = Claim.model_validate(
        {"article": article, "attribute": "delegation.member", "value": value, "qualifiers": qualifiers}
    )
    return PlacedClaim(claim, event, claim.value)


def named(kind: str, article: str, name: str) -> PlacedClaim:
    claim = Claim.model_validate(
        {"article": article, "attribute": "talks.x", "value": {"kind": kind, "name": name}}
    )
    return PlacedClaim(claim, "e", claim.value)


def ids(*claims: PlacedClaim) -> list[str | None]:
    told, _ = resolve(claims, ())
    return [claim.value.entity for claim in told]  # type: ignore[union-attr]


def entities(*claims: PlacedClaim) -> tuple[Entity, ...]:
    return resolve(claims, ())[1]


def test_one_name_in_three_scripts_is_one_person() -> None:
    found = ids(person("a", "Karim Haddad"), person("b", "كريم الحداد"), person("c", "כרים א-חדאד"))
    assert len(set(found)) == 1


def test_a_missing_middle_name_costs_nothing() -> None:
    assert len(set(ids(person("a", "أسعد سامي الحداد"), person("b", "אסעד א-חדאד")))) == 1


def test_brothers_are_two_persons() -> None:
    assert len(set(ids(person("a", "Karim Haddad"), person("b", "סלים חדאד")))) == 2


def test_a_surname_goes_to_the_one_person_it_fits() -> None:
    full, part, other = ids(person("a", "Karim Haddad"), person("b", "الحداد"), person("b", "Ola Berg"))
    assert full == part != other


def test_a_surname_means_the_person_that_its_own_article_names() -> None:
    karim, salim, part = ids(person("a", "Karim Haddad"), person("b", "Salim Haddad"), person("b", "Haddad"))
    assert part == salim != karim


def test_a_surname_of_two_persons_is_ambiguous_and_joined_to_neither() -> None:
    claims = (person("a", "Karim Haddad"), person("a", "Salim Haddad"), person("b", "Haddad"))
    karim, salim, part = ids(*claims)
    found = {entity.id: entity for entity in entities(*claims)}
    assert part not in (karim, salim)
    assert set(found[str(part)].ambiguous) == {karim, salim}


def test_an_office_tells_which_of_two_a_surname_means() -> None:
    karim, salim, part = ids(
        person("a", "Karim Haddad", "foreign minister"),
        person("a", "Salim Haddad", "army chief"),
        person("b", "Haddad", "شر", "وزير الخارجية"),
    )
    assert part == karim != salim


def test_an_alias_printed_in_one_article_serves_the_others() -> None:
    full, alias = ids(person("a", "أحمد الحداد", aliases=["الجرحي"]), person("b", "אלג'רחי"))
    assert full == alias


def test_an_office_without_a_name_is_the_person_whom_another_article_gives_it() -> None:
    name, office = ids(
        person("a", "יוסי כרמלי", "שגריר נורווגיה בוושינגטון", side="Norway"),
        person("b", None, "السفير لدى واشنطن", side="النرويج"),
    )
    assert name == office


def test_an_office_of_the_other_side_is_somebody_else() -> None:
    name, office = ids(
        person("a", "יוסי כרמלי", "שר החוץ", side="Norway"), person("b", None, "وزير الخارجية", side="Sweden")
    )
    assert name != office


def test_who_could_be_one_of_two_is_told_with_the_article() -> None:
    claims = [person("a", "Karim Haddad"), person("b", "Salim Haddad"), person("c", "Haddad")]
    _, found = resolve(claims, ())
    (told,) = doubts(claims, found)
    assert told == Rejected("c", "'Haddad' could be Karim Haddad or Salim Haddad: joined to none of them")


def test_an_office_that_two_persons_bear_is_ambiguous() -> None:
    claims = (
        person("a", "Karin Holm", "special envoy", side="Norway"),
        person("a", "Ola Berg", "special envoy", side="Norway"),
        person("b", None, "المبعوث الخاص", side="Norway"),
    )
    office = ids(*claims)[2]
    found = {entity.id: entity for entity in entities(*claims)}
    assert len(found[str(office)].ambiguous) == 2


def test_a_former_holder_is_not_meant_by_the_bare_office() -> None:
    name, office = ids(
        person("a", "Karin Holm", "former foreign minister of Norway"),
        person("b", None, "the Norwegian foreign minister"),
    )
    assert name != office


def test_another_standing_is_one_person() -> None:
    name, office = ids(
        person("a", "Gal Lavi", "ממלא מקום ראש המודיעין", side="Norway"),
        person("b", None, "رئيس الاستخبارات", side="Norway"),
    )
    assert name == office


def test_a_group_without_names_stays_unnamed() -> None:
    name, group = ids(
        person("a", "Karin Holm", "representative of Norway", side="Norway"),
        person("b", None, "ممثلين نرويجيين", side="Norway", plural=True),
    )
    assert name != group


def test_nobody_is_joined_across_events() -> None:
    assert len(set(ids(person("a", "Karin Holm"), person("b", "Karin Holm", event="f")))) == 2


def test_governments_and_places_are_one_under_all_their_words() -> None:
    assert len(set(ids(*(named("organisation", "a", n) for n in ("Norway", "אוסלו", "النرويج"))))) == 1
    assert len(set(ids(*(named("place", "a", n) for n in ("פריז", "العاصمة الفرنسية", "Paris"))))) == 1


def test_members_of_a_set_get_their_entities() -> None:
    members = [{"kind": "person", "name": "Karin Holm"}, {"kind": "person", "name": "Ola Berg"}]
    claim = Claim.model_validate(
        {"article": "a", "attribute": "x.member", "value": {"kind": "set", "members": members}}
    )
    told, _ = resolve([PlacedClaim(claim, "e", claim.value), person("b", "קארין הולם")], ())
    first, second = told[0].value.members  # type: ignore[union-attr]
    assert first.entity == told[1].value.entity != second.entity  # type: ignore[union-attr]


NAMES = ["Karim Haddad", "كريم الحداد", "Salim Haddad", "Haddad", "Ola Berg", "אולה ברג", "Berg", None]
ROLES = ["foreign minister", "وزير الخارجية", "שר הביטחון", "envoy"]
CLAIMS = st.builds(
    lambda article, name, role, side: person(article, name, role, side=side),
    st.sampled_from("abc"), st.sampled_from(NAMES), st.sampled_from(ROLES), st.sampled_from(["Norway", "Sweden", None]),
)  # fmt: skip


@given(st.lists(CLAIMS, max_size=12, unique_by=lambda claim: claim.id), st.randoms())
def test_the_order_of_claims_changes_nothing(claims: Sequence[PlacedClaim], random: Any) -> None:
    mixed = list(claims)
    random.shuffle(mixed)
    told, found = resolve(claims, ())
    again, same = resolve(mixed, ())
    assert found == same
    assert {c.id: c.value for c in told} == {c.id: c.value for c in again}


@given(st.lists(CLAIMS, max_size=12, unique_by=lambda claim: claim.id))
def test_every_person_has_exactly_one_entity(claims: Sequence[PlacedClaim]) -> None:
    told, found = resolve(claims, ())
    assert all(claim.value.entity for claim in told)  # type: ignore[union-attr]
    assert sorted(c for entity in found for c in entity.claims) == sorted(claim.id for claim in claims)
