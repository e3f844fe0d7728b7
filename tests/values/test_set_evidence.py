"""What the evidence between two lists says: who is common, who is only on one side, which offices fit nobody."""

from reconcile.model import PersonValue, Schema, SetValue
from reconcile.values import compare

MANY = Schema(pattern="x", cardinality="many")


def delegation(*members: PersonValue, closed: bool | None = None) -> SetValue:
    return SetValue(members=members, closed=closed)


def named(name: str, entity: str | None = None) -> PersonValue:
    return PersonValue(name=name, entity=entity)


OFFICE = PersonValue(roles=("the Norwegian finance minister",))


def test_the_evidence_names_who_is_common_and_who_is_only_on_one_side() -> None:
    left = delegation(named("Karim Haddad"), named("Ola Berg"))
    right = delegation(named("كريم حداد"), named("Salim Mansour"))
    found = compare(left, right, MANY)
    assert found.outcome == "overlap"
    assert found.details == {
        "common": [["Karim Haddad", "كريم حداد"]],
        "only_left": ["Ola Berg"],
        "only_right": ["Salim Mansour"],
    }


def test_an_office_that_fits_nobody_is_an_unmatched_role() -> None:
    found = compare(delegation(named("Ola Berg"), OFFICE), delegation(named("Ola Berg")), MANY)
    assert (found.outcome, found.details["unmatched_roles"]) == (
        "superset",
        ["the Norwegian finance minister"],
    )


def test_an_office_of_a_named_member_is_common() -> None:
    office = OFFICE.model_copy(update={"entity": "p1"})
    found = compare(delegation(named("Ola Berg", "p1")), delegation(office), MANY)
    assert (found.outcome, found.details["only_left"]) == ("equivalent", [])


def test_a_complete_list_tells_whom_it_leaves_out() -> None:
    found = compare(delegation(named("Ola Berg"), closed=True), delegation(named("Karim Haddad")), MANY)
    assert (found.outcome, found.details["only_right"]) == ("exclusive", ["Karim Haddad"])


def test_the_closest_member_is_the_common_one() -> None:
    left = delegation(named("Haddad"), named("Karim Haddad"))
    found = compare(left, delegation(named("كريم حداد"), named("Ola Berg")), MANY)
    assert ["Karim Haddad", "كريم حداد"] in found.details["common"]


def test_whom_either_list_is_led_by_is_told() -> None:
    head = PersonValue(name="Ola Berg", roles=("head of the delegation",))
    chief = PersonValue(name="كريم حداد", roles=("رئيس الوفد",))
    left, right = delegation(head, named("Karim Haddad")), delegation(named("Ola Berg"), chief)
    assert compare(left, right, MANY).details["led_by"] == [["Ola Berg"], ["كريم حداد"]]
