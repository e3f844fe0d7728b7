"""The nouns, in the order they come to be.

``Article -> Claim (Value, Source, Span) -> Event -> PlacedClaim -> Entity -> Origin -> Block -> Reading
-> Evidence (Pair) -> Relation -> Fact, Dispute (Solved) -> Finding -> Report``

Articles, values and claims are pydantic models: they are validated at the edge and frozen for good. What
the stages make of them are slotted frozen dataclasses, and each one *holds* what it was made of, so the
words of an outlet can be reached from any line of a report.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    field_validator,
    model_serializer,
    model_validator,
)

from reconcile import edtf, timex3
from reconcile.errors import ReconcileError

# --------------------------------------------------------------------------------------------------
# Closed lists
# --------------------------------------------------------------------------------------------------


class Certainty(StrEnum):
    """How sure the source is, in the source's own words."""

    ASSERTED = "asserted"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DENIED = "denied"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether the source holds the value to be so, or expressly not to be so."""

    AFFIRM = "affirm"
    NEGATE = "negate"


class Zone(StrEnum):
    """The part of a page that some words stand in."""

    HEADLINE = "headline"
    DECK = "deck"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    PUBLISHED = "published"
    BREADCRUMB = "breadcrumb"
    INLINE_LINK = "inline_link"
    RELATED = "related"
    CHROME = "chrome"

    @property
    def speaks(self) -> bool:
        """Whether words in this zone are said by the article (no teaser, link or page furniture)."""
        return self in _SPEAKING


_SPEAKING = frozenset({Zone.HEADLINE, Zone.DECK, Zone.SUBHEAD, Zone.BODY, Zone.CAPTION})


class RelationKind(StrEnum):
    """What one reading is to another. Directed ones run from left to right."""

    NOT_COMPARABLE = "NOT_COMPARABLE"
    SCOPE_DIFFERS = "SCOPE_DIFFERS"
    INCLUSION_DIFFERS = "INCLUSION_DIFFERS"
    EQUAL = "EQUAL"
    EQUIVALENT = "EQUIVALENT"
    REFINES = "REFINES"
    GENERALISES = "GENERALISES"
    WITHIN_BOUND = "WITHIN_BOUND"
    APPROXIMATES = "APPROXIMATES"
    SUBSET = "SUBSET"
    SUPERSET = "SUPERSET"
    OVERLAPS = "OVERLAPS"
    COMPLEMENTS = "COMPLEMENTS"
    DERIVED = "DERIVED"
    MODALITY_DIFFERS = "MODALITY_DIFFERS"
    CORRECTS = "CORRECTS"
    SUPERSEDES = "SUPERSEDES"
    ATTRIBUTED_DISAGREEMENT = "ATTRIBUTED_DISAGREEMENT"
    CONTRADICTS = "CONTRADICTS"
    UNDECIDED = "UNDECIDED"

    @property
    def joins(self) -> bool:
        """Whether clustering may put both readings into one fact."""
        return self in (RelationKind.EQUAL, RelationKind.EQUIVALENT)

    @property
    def conflicts(self) -> bool:
        """Whether the two readings cannot both hold."""
        return self in (RelationKind.CONTRADICTS, RelationKind.ATTRIBUTED_DISAGREEMENT)


class FactStatus(StrEnum):
    """How well a fact stands among the outlets."""

    AGREED = "agreed"
    SINGLE_ORIGIN = "single_origin"
    ECHO = "echo"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"
    UNRESOLVED = "unresolved"


class Severity(StrEnum):
    """How much a reader needs to see a finding."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class FindingKind(StrEnum):
    """What a finding is about."""

    CONTRADICTION = "contradiction"
    DISAGREEMENT = "disagreement"
    UNRESOLVED = "unresolved"
    UPDATE = "update"
    CORRECTION = "correction"
    DIFFERENCE = "difference"
    REFINEMENT = "refinement"
    COMPLEMENT = "complement"


SEVERITY: Mapping[FindingKind, Severity] = {
    FindingKind.CONTRADICTION: Severity.ERROR,
    FindingKind.DISAGREEMENT: Severity.WARNING,
    FindingKind.UNRESOLVED: Severity.WARNING,
    FindingKind.UPDATE: Severity.INFO,
    FindingKind.CORRECTION: Severity.INFO,
    FindingKind.DIFFERENCE: Severity.INFO,
    FindingKind.REFINEMENT: Severity.INFO,
    FindingKind.COMPLEMENT: Severity.INFO,
}

Modifier = Literal[
    "about", "at_least", "more_than", "up_to", "below", "nearly",
    "before", "after", "on_or_before", "on_or_after", "start", "mid", "end",
]  # fmt: skip
Grain = Literal[
    "second", "minute", "hour", "daypart", "day", "weekend", "week", "month", "season",
    "quarter", "half", "year", "decade", "century",
]  # fmt: skip
Extent = Literal["within", "fills", "before", "after", "since", "until"]
DurationUnit = Literal["second", "minute", "hour", "day", "week", "month", "year"]

#: What a value comparator may find (the *value* axis of the evidence).
ValueOutcome = Literal[
    "same",          # one canonical form
    "equivalent",    # other words for one value: an alias, two spellings, an entity known by both
    "narrower",      # left lies inside right: left is the more specific one
    "wider",         # right lies inside left
    "complements",   # both are parts of one whole: a day of an event that lasts several
    "within_bound",  # one is a bound or vague, the other one is admitted by it
    "approximate",   # equal up to rounding or an "about"
    "subset", "superset", "overlap",  # sets
    "near",          # apart, but a named reason (midnight, time zone) may explain it
    "exclusive",     # cannot both hold
    "unlike",        # differ, and nothing says that they exclude each other (free text, vague words)
    "incomparable",  # other kinds or units, or a side that is not resolved
]  # fmt: skip

# --------------------------------------------------------------------------------------------------
# Values
# --------------------------------------------------------------------------------------------------


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _null_is_missing(cls, data: Any) -> Any:
        if isinstance(data, Mapping):
            return {key: item for key, item in data.items() if item is not None}
        return data

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON data without the fields that were left at their defaults."""
        return self.model_dump(mode="json", exclude_defaults=True, by_alias=True)


class Anchor(_Frozen):
    """The day that relative words count from, and why it is that day.

    ``kind`` is ``publication`` (the article's own date), ``story`` (inferred for an undated article),
    ``statement`` (a quoted statement's date) or ``explicit`` (another date of the text).
    """

    day: datetime
    kind: Literal["publication", "story", "statement", "explicit"] = "publication"
    inferred: bool = False
    reason: str | None = None


class BaseValue(_Frozen):
    """What every value carries: the words as printed, and how sure the reading of them is."""

    kind: str
    raw: str | None = None
    approx: bool = False
    modifier: Modifier | None = None
    inferred: tuple[str, ...] = ()
    alternatives: tuple[Value, ...] = ()
    certainty: Certainty | None = None
    """Of a member of a set, where it differs from the certainty of the claim."""

    @model_serializer(mode="wrap")
    def _keep_kind(self, serialise: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """A value says its kind wherever it stands, also where defaults are left out."""
        return {"kind": self.kind, **serialise(self)}


class DateValue(BaseValue):
    """A calendar interval: ``[start, end)``, its grain, and which of its fields were inferred.

    ``value`` is EDTF (ISO 8601-2): ``a/b`` lasts from a to b (``extent="fills"``), ``[a..b]`` lies
    somewhere within. A date that still needs an anchor ("Tuesday", "yesterday") has no ``start`` and
    says why in ``unresolved``.

    >>> DateValue(value="2026-01").end
    datetime.datetime(2026, 2, 1, 0, 0)
    """

    kind: Literal["date"] = "date"
    value: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    grain: Grain = "day"
    extent: Extent = "within"
    zone: str | None = None
    weekday: int | None = None
    """Monday is 0: the weekday that was printed beside the date."""
    anchor: Anchor | None = None
    unresolved: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_edtf(cls, data: Any) -> Any:
        if not isinstance(data, Mapping) or data.get("start") or not data.get("value"):
            return data
        return {**edtf.read(str(data["value"])), **data}

    @property
    def resolved(self) -> bool:
        """Whether the interval is known."""
        return self.start is not None or self.end is not None

    @property
    def edtf(self) -> str | None:
        """The interval in EDTF; ``None`` when it is not known.

        >>> DateValue(value="2026-01-05/2026-01-06").edtf
        '2026-01-05/2026-01-06'
        """
        if not self.resolved:
            return None
        text = edtf.write(self.start, self.end, grain=self.grain, extent=self.extent, approx=self.approx)
        return (
            text + self.zone if self.zone and "T" in text and "/" not in text and ".." not in text else text
        )

    @property
    def timex3(self) -> timex3.Timex3:
        """The date as the attributes of a TIMEX3 tag.

        >>> str(DateValue(value="2026-01-05").timex3)
        'type="DATE" value="2026-01-05"'
        """
        return timex3.write(
            self.start, self.end, grain=self.grain, extent=self.extent, modifier=self.modifier,
            approx=self.approx, zone=self.zone, weekday=self.weekday,
        )  # fmt: skip


class DurationValue(BaseValue):
    """A length of time: ``min`` and ``max`` of ``unit``, closed bounds, ``None`` is open.

    ``value`` is an ISO 8601 duration (``P2M``).

    >>> DurationValue(value="P2M").min, DurationValue(value="P2M").unit
    (2, 'month')
    """

    kind: Literal["duration"] = "duration"
    value: str | None = None
    min: int | float | None = None
    max: int | float | None = None
    unit: DurationUnit = "day"
    vague: bool = False
    """The words name no number ("several", "a few"): the bounds have soft edges."""

    @model_validator(mode="before")
    @classmethod
    def _read_iso(cls, data: Any) -> Any:
        if isinstance(data, Mapping) and isinstance(data.get("value"), str):
            return {**edtf.read_duration(data["value"]), **data}
        return data

    @model_validator(mode="after")
    def _loose_end_is_vague(self) -> Self:
        _mark_vague(self)
        return self

    @property
    def edtf(self) -> str | None:
        """The length as ISO 8601 writes it; ``None`` unless it is one plain number.

        >>> DurationValue(min=2, max=2, unit="month").edtf, DurationValue(min=2, unit="month").edtf
        ('P2M', None)
        """
        exact = self.min is not None and self.min == self.max and not (self.vague or self.approx)
        return self.timex3.value if exact else None

    @property
    def timex3(self) -> timex3.Timex3:
        """The length as the attributes of a TIMEX3 tag.

        >>> str(DurationValue(min=2, max=2, unit="month", approx=True).timex3)
        'type="DURATION" value="P2M" mod="APPROX"'
        """
        return timex3.write_duration(self.min, self.max, self.unit, approx=self.approx, vague=self.vague)


_LARGEST = 1e300
"""Above it a whole number is soon more than a float holds."""


class QuantityValue(BaseValue):
    """A number or a range of ``unit``: ``min`` and ``max`` are closed, ``None`` is open.

    >>> QuantityValue(value=7).min, QuantityValue(value=7).max
    (7, 7)
    """

    kind: Literal["quantity"] = "quantity"
    value: int | float | None = None
    min: int | float | None = None
    max: int | float | None = None
    unit: str | None = None
    base: str | None = None
    """What a ratio is of ("% of voters")."""
    ordinal: bool = False
    vague: bool = False

    @model_validator(mode="after")
    def _value_is_both_bounds(self) -> Self:
        if self.value is not None and self.min is None and self.max is None:
            low, high = {
                "at_least": (self.value, None), "more_than": (self.value, None),
                "up_to": (None, self.value), "below": (None, self.value),
            }.get(self.modifier or "", (self.value, self.value))  # fmt: skip
            object.__setattr__(self, "min", low)
            object.__setattr__(self, "max", high)
        if self.min is None and self.max is None:
            raise ValueError("a quantity needs a value, a min or a max")
        if any(abs(bound) > _LARGEST for bound in (self.min, self.max) if bound is not None):
            raise ValueError("a number too large to be read")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        _mark_vague(self)
        return self


def _mark_vague(value: DurationValue | QuantityValue) -> None:
    """An open bound that is itself only about right ("about three or more") stands for a vague word."""
    if value.approx and (value.min is None) != (value.max is None):
        object.__setattr__(value, "vague", True)


class _Named(BaseValue):
    name: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    entity: str | None = None
    """Who or what this is in its event; written by the ``entities`` stage, never on input."""

    @model_validator(mode="after")
    def _name_or_roles(self) -> Self:
        if not self.name and not self.roles:
            raise ValueError("needs a name or a role")
        return self


class PersonValue(_Named):
    """A person by name, or only by role ("the Syrian foreign minister")."""

    kind: Literal["person"] = "person"
    plural: bool = False
    """More than one unnamed person ("American representatives")."""


class OrganisationValue(_Named):
    """A body: a government, an agency, a party, a company."""

    kind: Literal["organisation"] = "organisation"


class PlaceValue(_Named):
    """A place, with the country or the larger places that it lies in as far as they are told."""

    kind: Literal["place"] = "place"
    country: str | None = None
    within: tuple[str, ...] = ()


class RoleValue(BaseValue):
    """An office: title, of what, to whom, and its standing (acting, former, designate, deputy)."""

    kind: Literal["role"] = "role"
    title: str
    of: str | None = None
    to: str | None = None
    standing: str | None = None


class BooleanValue(BaseValue):
    """True or false; the truth stands in the value, never a second time in the polarity."""

    kind: Literal["boolean"] = "boolean"
    value: bool


class TextValue(BaseValue):
    """Free words, with a ``code`` where a closed vocabulary has one for them."""

    kind: Literal["text"] = "text"
    text: str
    code: str | None = None
    language: str | None = None


class UnreadValue(BaseValue):
    """Words or a number that have yet to be read by the kind of their attribute."""

    kind: Literal["unread"] = "unread"
    content: str | int | float
    reason: str | None = None
    """Why it could not be read, once it was tried."""


Atom = Annotated[
    DateValue | DurationValue | QuantityValue | PersonValue | OrganisationValue | PlaceValue
    | RoleValue | BooleanValue | TextValue | UnreadValue,
    Field(discriminator="kind"),
]  # fmt: skip


class SetValue(BaseValue):
    """A list. ``closed`` says whether it is complete; ``None`` is not said. No members and closed: none."""

    kind: Literal["set"] = "set"
    members: tuple[Atom, ...] = ()
    closed: bool | None = None
    of: str | None = None

    @field_validator("members", mode="before")
    @classmethod
    def _bare_members(cls, members: Any, info: Any) -> Any:
        if isinstance(members, str) or not hasattr(members, "__iter__"):
            raise ValueError("members is a list")
        return [_bare(member) for member in members]


Value = Annotated[
    DateValue | DurationValue | QuantityValue | PersonValue | OrganisationValue | PlaceValue
    | RoleValue | BooleanValue | TextValue | SetValue | UnreadValue,
    Field(discriminator="kind"),
]  # fmt: skip


def _bare(value: Any) -> Any:
    """A bare string, number, boolean or list (or ``{"raw": …}`` alone) as the value it stands for."""
    if isinstance(value, bool):
        return {"kind": "boolean", "value": value}
    if isinstance(value, str | int | float):
        return {"kind": "unread", "content": value, "raw": str(value)}
    if isinstance(value, list | tuple):
        return {"kind": "set", "members": value}
    if isinstance(value, Mapping) and "kind" not in value and value.get("raw"):
        return {"kind": "unread", "content": value["raw"], **value}
    return value


# --------------------------------------------------------------------------------------------------
# Articles and claims
# --------------------------------------------------------------------------------------------------


class ZoneSpan(_Frozen):
    """A stretch of an article's text (code points, end exclusive) and the zone it belongs to."""

    start: int
    end: int
    zone: Zone


class Article(_Frozen):
    """One page of one outlet. ``published`` is ``None`` where the page does not say; it is never guessed."""

    id: str
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    title: str | None = None
    text: str | None = None
    published: datetime | None = None
    published_precision: Literal["minute", "day", "month", "year"] | None = None
    published_zone: str | None = None
    """UTC offset ("+02:00") where the page states one; ``published`` is the time on the outlet's clock."""
    published_source: str | None = None
    """Where the publication time was found: ``given`` (metadata), ``byline``, or ``None``."""
    modified: datetime | None = None
    fetched: datetime | None = None
    zones: tuple[ZoneSpan, ...] = ()
    meta: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _precision(cls, data: Any) -> Any:
        if not isinstance(data, Mapping) or data.get("published_precision"):
            return data
        match data.get("published"):
            case str(text) if text:
                span = edtf.read(text)
                grain = {"second": "minute", "hour": "minute"}.get(span["grain"], span["grain"])
                return {**data, "published": span["start"], "published_precision": grain,
                        "published_zone": data.get("published_zone") or span.get("zone"),
                        "published_source": data.get("published_source") or "given"}  # fmt: skip
            case datetime() as moment:
                offset = moment.isoformat()[-6:] if moment.tzinfo else None
                return {**data, "published": moment.replace(tzinfo=None), "published_precision": "minute",
                        "published_zone": data.get("published_zone") or offset,
                        "published_source": data.get("published_source") or "given"}  # fmt: skip
            case date() as day:
                return {**data, "published": datetime(day.year, day.month, day.day),
                        "published_precision": "day",
                        "published_source": data.get("published_source") or "given"}  # fmt: skip
        return data

    @property
    def instant(self) -> datetime | None:
        """The publication time in UTC where the zone is known, else on the outlet's clock."""
        if self.published is None or self.published_zone is None:
            return self.published
        hours, minutes = self.published_zone[1:].replace(":", "")[:2], self.published_zone[-2:]
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        return self.published - (-offset if self.published_zone[0] == "-" else offset)

    @property
    def label(self) -> str:
        """What a reader calls this article: its outlet, or its id where the outlet is unknown."""
        return self.outlet or self.id

    @property
    def host(self) -> str:
        """Whose address it has, or nothing.

        >>> Article(id="a", url="https://www.post.example/talks").host
        'post.example'
        """
        return _address(self.url)[0]

    @property
    def address(self) -> str | None:
        """The address without what leads to the same page: scheme, ``www.``, a last slash, a fragment.

        >>> Article(id="a", url="https://www.post.example/talks/#top").address
        'post.example/talks'
        """
        host, page = _address(self.url)
        return host + page if host and page else None

    @property
    def wording(self) -> str | None:
        """The text in single spaces, of so many words that no two articles share them by chance."""
        words = (self.text or "").split()
        return " ".join(words) if len(words) >= 8 else None


def _address(url: str | None) -> tuple[str, str]:
    """Host and page of an address; nothing of one that is none."""
    try:
        parts = urlsplit((url or "").strip())
        query = f"?{parts.query}" if parts.query else ""
        return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/") + query
    except ValueError:
        return "", ""


class Source(_Frozen):
    """One hop of an attribution chain ("Reuters", "a Syrian official")."""

    source: str
    type: str | None = None
    side: str | None = None
    stance: str | None = None
    said_at: str | None = None


class Span(_Frozen):
    """Words of an article: ``text[start:end] == quote`` in code points, end exclusive."""

    quote: str
    start: int | None = None
    end: int | None = None
    zone: Zone = Zone.BODY


_SPAN_KEYS = ("quote", "start", "end", "zone")


class Claim(_Frozen):
    """What one article says about one attribute, with who says it there and in which words.

    >>> claim = Claim.model_validate({"article": "a1", "attribute": "talks.round", "value": 5})
    >>> claim.article.id, claim.value.kind
    ('a1', 'unread')
    """

    id: str = ""
    article: Article
    attribute: str = Field(pattern=r"^[^\W\d]\w*(\.\w+)*$")
    value: Value
    event: str | None = None
    qualifiers: dict[str, str | int | float | tuple[str, ...]] = Field(default_factory=dict)
    attribution: tuple[Source, ...] = ()
    certainty: Certainty = Certainty.ASSERTED
    polarity: Polarity = Polarity.AFFIRM
    as_of: str | None = None
    scope: dict[str, str | int | float | bool | tuple[str, ...]] = Field(default_factory=dict)
    basis: Literal["stated", "implied"] = "stated"
    spans: tuple[Span, ...] = ()
    language: str | None = None
    extractor: str | None = None
    meta: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _shorthand(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        data = dict(data)
        if isinstance(data.get("article"), str):
            data["article"] = {"id": data["article"]}
        if "value" in data:
            data["value"] = _bare(data["value"])
        span = {key: data.pop(key) for key in _SPAN_KEYS if key in data}
        if span.get("quote") and not data.get("spans"):
            data["spans"] = (span,)
        return data

    @field_validator("as_of")
    @classmethod
    def _as_of_is_a_time(cls, text: str | None) -> str | None:
        if text is not None:
            edtf.read(text)
        return text

    @model_validator(mode="after")
    def _identify(self) -> Self:
        if not self.id:
            content = json.dumps(
                [self.article.id, self.event, self.attribute, self.qualifiers,
                 self.value.to_dict(), [s.to_dict() for s in self.attribution], self.certainty,
                 self.polarity, self.as_of, self.scope, self.basis,
                 [s.to_dict() for s in self.spans]],
                ensure_ascii=False, sort_keys=True, default=str,
            )  # fmt: skip
            object.__setattr__(self, "id", content_id(content))
        return self

    @property
    def quote(self) -> str | None:
        """The words that say it, as printed."""
        return self.spans[0].quote if self.spans else None

    @property
    def zone(self) -> Zone:
        """Where on the page the words stand (the body, unless told otherwise)."""
        return self.spans[0].zone if self.spans else Zone.BODY

    @property
    def denies(self) -> bool:
        """Whether the source holds the value *not* to be so (a boolean carries that in its value)."""
        return self.polarity is Polarity.NEGATE or self.certainty is Certainty.DENIED


def content_id(*parts: str) -> str:
    """A short id that depends on the content alone: 12 hexadecimal digits of BLAKE2b.

    >>> content_id("a", "b") == content_id("a", "b") != content_id("ab")
    True
    """
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()


# --------------------------------------------------------------------------------------------------
# Attribute schemas, rules: handed to the stages as data
# --------------------------------------------------------------------------------------------------

QualifierRole = Literal["identity", "part", "time"]
Cardinality = Literal["one", "few", "many"]
Varies = Literal["no", "slowly", "grows", "freely", "age"]


class Schema(_Frozen):
    """What an attribute is: how many values it has, how it moves in time, what its qualifiers do.

    ``pattern`` matches whole words of the attribute's path from its end (``*.killed``).
    """

    pattern: str
    kind: str | None = None
    qualifiers: dict[str, QualifierRole] = Field(default_factory=dict)
    cardinality: Cardinality | None = None
    closed: bool | None = None
    varies: Varies | None = None
    span: bool = False
    """The thing lasts: its days complete each other (phases of one event)."""
    point: bool = False
    """The slot asks for a day that other things are told from ("the lines of before 1967", "after the fall"):
    *before* and *after* are directions from it, no bounds."""
    tolerance: float | None = None
    countable: bool = True
    """Figures for parts add up to the figure for the whole (counts do, rates and prices do not)."""
    unit: str | None = None
    aliases: tuple[str, ...] = ()
    sets: dict[str, dict[str, str]] = Field(default_factory=dict)
    """Aliases that also set qualifiers: ``{"delegation.israel.member": {"side": "Israel"}}``."""
    codes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Code -> the words that stand for it."""
    broader: dict[str, str] = Field(default_factory=dict)
    """Code -> the wider code that it falls under."""
    ladder: tuple[str, ...] = ()
    """Codes in rising order; a higher one includes the lower ones."""
    exclusive: tuple[tuple[str, ...], ...] = ()
    """Groups of codes that cannot hold together."""
    one_seat: str | None = None
    """The inverse attribute ("X heads Y" and "head of Y is X")."""
    seats: tuple[str, ...] = ()
    """Titles that one person holds at a time, in codes; ``*`` stands for any letters."""
    derive: dict[str, str] = Field(default_factory=dict)


RuleGroup = Literal["gate", "fit", "conflict"]


class Rule(_Frozen):
    """One rule: whose attributes, which predicates over the evidence, which relation, which words.

    ``when`` is a conjunction. A term is ``axis.outcome`` (several outcomes with ``|``) or the name of a
    registered predicate. The rule states its own sufficient condition: none is an "else".
    """

    id: str = Field(pattern=r"^[a-z_]+(\.[a-z_]+)*$")
    verdict: RelationKind
    when: tuple[str, ...] = Field(min_length=1)
    group: RuleGroup | None = None
    """When it is asked; follows from the verdict unless given."""
    attributes: tuple[str, ...] = ("*",)
    kinds: tuple[str, ...] = ()
    params: dict[str, float | str] = Field(default_factory=dict)
    severity: Severity | None = None
    before: tuple[str, ...] = ()
    """Rules of its group with another verdict that it is asked before on purpose, where both hold."""
    excluding: tuple[str, ...] = ()
    """Attributes that it does not speak of, though ``attributes`` names them."""
    message: str
    why: str = ""
    examples: tuple[dict[str, Any], ...] = ()

    @field_validator("params")
    @classmethod
    def _numbers(cls, params: dict[str, float | str]) -> dict[str, float | str]:
        return {name: _number(value) for name, value in params.items()}

    @property
    def stage(self) -> RuleGroup:
        """``gate``, ``fit`` or ``conflict``."""
        if self.group is not None:
            return self.group
        position = list(RelationKind).index(self.verdict)
        if position < list(RelationKind).index(RelationKind.EQUAL):
            return "gate"
        return "fit" if position <= list(RelationKind).index(RelationKind.DERIVED) else "conflict"


def _number(value: float | str) -> float | str:
    try:
        return float(value)
    except ValueError:
        return value


class Override(_Frozen):
    """Other settings of a rule of another file, for all that it speaks of or for some attributes."""

    rule: str
    attributes: tuple[str, ...] = ()
    params: dict[str, float | str] = Field(default_factory=dict)
    severity: Severity | None = None

    @field_validator("params")
    @classmethod
    def _numbers(cls, params: dict[str, float | str]) -> dict[str, float | str]:
        return {name: _number(value) for name, value in params.items()}


class Suppression(_Frozen):
    """Findings that somebody decided not to see: which, why, and until when.

    ``until`` is compared with the publication of a finding's articles, not with a clock: what is told again after
    it is shown again, and the same input gives the same report on every day.
    """

    rule: str | None = None
    attribute: str | None = None
    outlets: tuple[str, ...] = ()
    """Only findings in which all of these have a part."""
    reason: str = Field(min_length=1)
    until: date
    where: str = ""

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if self.rule is None and self.attribute is None:
            raise ValueError("a suppression names a rule, an attribute, or both")
        return self


class RuleSet(_Frozen):
    """Schemas and rules that were loaded from one or more ``*.rules.yaml`` files."""

    name: str
    version: str
    hash: str
    schemas: tuple[Schema, ...] = ()
    rules: tuple[Rule, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    parts: tuple[dict[str, str], ...] = ()
    """``{"name", "version", "hash"}`` of every file that went in."""


# --------------------------------------------------------------------------------------------------
# What the stages make
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that could not be used: where it stood and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: talks, an attack, a vote. ``id`` is stable under the order of input."""

    id: str
    label: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim whose event is known and whose value was read (and, after ``entities``, who is who)."""

    claim: Claim
    event: str
    value: Value

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def article(self) -> Article:
        return self.claim.article


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a person, and the article that prints it beside ``of``."""

    name: str
    of: str
    article: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place of an event, under all the names that were printed for it."""

    id: str
    kind: str
    event: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    claims: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()
    """Ids of other entities that this mention could be as well; it was joined to none of them."""
    aliases: tuple[Alias, ...] = ()
    """Names that one article gives beside another, and that served the other articles too."""


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent witness: the root of an attribution chain, or the outlet's own voice."""

    id: str
    name: str
    stated: bool = True
    """False for unstated sources ("reports said"): they may or may not be a witness of their own."""
    kin: str = ""
    """The group of outlets that copy each other: they may all be one witness, and have one vote."""
    interested: bool = False
    """It speaks for one of the parties that the event is about."""


@dataclass(frozen=True, slots=True)
class Told:
    """When one outlet, for one origin, told a reading first and last (publication, hours as known)."""

    article: str
    outlet: str
    origin: str
    first: datetime | None
    last: datetime | None
    name: str = ""
    """The name of the origin, and whether it is a stated one: what ``witness`` is made of."""
    stated: bool = True
    kin: str = ""
    interested: bool = False

    @property
    def witness(self) -> Origin:
        """The independent witness that this outlet had it from."""
        return Origin(self.origin, self.name or self.origin, self.stated, self.kin, self.interested)


@dataclass(frozen=True, slots=True)
class Reading:
    """Claims of one block that say the same in the same way: equal canonical value, certainty class,
    polarity, scope and qualifiers. Only readings are compared."""

    id: str
    value: Value
    firmness: Literal["firm", "hedged", "planned", "implied"]
    polarity: Polarity
    qualifiers: Mapping[str, Any]
    """Qualifiers with the role ``part`` or ``time`` (identity ones belong to the block)."""
    scope: Mapping[str, Any]
    as_of: str | None
    claims: tuple[PlacedClaim, ...]
    told: tuple[Told, ...] = ()
    guest: bool = False
    """Its claims leave out an identity qualifier of the block, so they are compared here (they may agree,
    they may not contradict), but they make facts only in a block of their own."""


@dataclass(frozen=True, slots=True)
class Block:
    """The claims of one event on one attribute with one identity: the unit of work.

    A list that says it is complete (``closed``) is a reading of its own, with the set as its value, beside
    the readings of its members.
    """

    id: str
    event: str
    attribute: str
    identity: Mapping[str, Any]
    schema: Schema
    readings: tuple[Reading, ...]
    lasts_days: float | None = None
    """How long the thing that is dated lasts, where claims of the event say so; days inside that
    stretch complete each other."""
    ambiguous: bool = False
    """Its claims leave out an identity qualifier of which others tell two values or more: nobody knows that two
    of them speak of one thing, so they may agree, but not contradict."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the five axes of evidence: a word from a closed list, its reason, and the measures."""

    outcome: str
    reason: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was measured between two readings. It has no opinion."""

    value: Axis
    scope: Axis
    time: Axis
    modality: Axis
    source: Axis


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of one block and what was measured between them, from left to right."""

    left: Reading
    right: Reading
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Miss:
    """A condition of a rule that does not hold, and what there is instead, measured where it can be."""

    term: str
    saw: str

    def __str__(self) -> str:
        return f"{self.term} ({self.saw})" if self.saw else self.term


@dataclass(frozen=True, slots=True)
class Asked:
    """One rule and what it said of a pair.

    Attributes:
        asked: whether it was its turn; a rule behind the one that gave the relation was not asked.
        fired: whether all its conditions hold.
        missed: the conditions that do not hold, in order, each with what was there instead.
        conditions: how many it has.
    """

    rule: str
    verdict: RelationKind
    asked: bool
    fired: bool
    missed: tuple[Miss, ...]
    conditions: int

    @property
    def near(self) -> bool:
        """A near miss: but for one of three conditions or more it would have fired."""
        return len(self.missed) == 1 and self.conditions > 2

    def __str__(self) -> str:
        if self.fired:
            return f"{self.rule}: fired" if self.asked else f"{self.rule}: holds too, but was not asked"
        told = "; ".join(str(miss) for miss in self.missed)
        return f"{self.rule}: {len(self.missed)} of {self.conditions} missed: {told}"


@dataclass(frozen=True, slots=True)
class Relation:
    """What ``left`` is to ``right`` (ids of readings, or of facts where the story pass made it)."""

    left: str
    right: str
    relation: RelationKind
    rule: str
    reason: str
    evidence: Evidence
    severity: Severity | None = None
    judged: Callable[[], tuple[Asked, ...]] | None = field(default=None, compare=False, repr=False)
    """Asks the rules once more; ``None`` where no rule was asked."""

    @property
    def trace(self) -> tuple[Asked, ...]:
        """Every rule that speaks of the two, in order: it fired, or which conditions it missed and by how much."""
        return self.judged() if self.judged else ()


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent witnesses a fact has: at least, at most, and who."""

    min: int
    max: int
    names: tuple[str, ...]
    interested: tuple[str, ...] = ()
    """Those of them that speak for a party of the event."""

    @classmethod
    def of(cls, witnesses: Iterable[Origin]) -> Origins:
        """Count witnesses once each; unstated ones may all be one, and may be one of the others; so may copies.

        >>> Origins.of([Origin("a", "A"), Origin("a", "A"), Origin("b", "reports", stated=False)]).names
        ('A', 'reports')
        """
        witnesses = tuple(witnesses)
        distinct = {witness.id: witness for witness in witnesses}
        kin = {witness.id: witness.kin for witness in sorted(witnesses, key=lambda w: w.kin)}
        stated = len({kin[witness.id] or witness.id for witness in distinct.values() if witness.stated})
        names = tuple(sorted({witness.name for witness in distinct.values()}))
        parties = tuple(sorted({witness.name for witness in distinct.values() if witness.interested}))
        return cls(max(stated, min(1, len(distinct))), len(distinct), names, parties)


@dataclass(frozen=True, slots=True)
class Fact:
    """Readings that agree, with the articles and the origins behind them."""

    id: str
    event: str
    attribute: str
    qualifiers: Mapping[str, Any]
    value: Value
    readings: tuple[str, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    compatible: tuple[str, ...] = ()
    """Ids of vaguer readings that fold into this fact."""
    origins: Origins = Origins(0, 0, ())
    confidence: float = 0.0
    status: FactStatus = FactStatus.SINGLE_ORIGIN
    runner_up: str | None = None
    share: float = 1.0
    """Its part of the votes on its slot, and how many more it has than the runner-up."""
    margin: float = 0.0
    why_not: str = ""
    """Why the runner-up does not stand instead of it, or it instead of the runner-up."""
    silent: tuple[str, ...] = ()
    """Articles of the event that say nothing on this attribute."""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A connected component of facts of one block that conflict."""

    facts: tuple[str, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Solved:
    """One block with everything that was decided inside it: what an engine gives back."""

    block: Block
    relations: tuple[Relation, ...]
    facts: tuple[Fact, ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """One piece of evidence for a hypothesis."""

    kind: Literal["origins", "publication", "fact", "calendar"]
    ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """How a contradiction may have come about, on which side; never a verdict."""

    kind: str
    claims: tuple[str, ...]
    support: tuple[Support, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A dispute that exact arithmetic over named facts resolves: whose, as what, and by which sum."""

    facts: tuple[str, ...]
    relation: RelationKind
    reason: str


@dataclass(frozen=True, slots=True)
class StoryPass:
    """What the facts of a story say about each other across attributes."""

    facts: tuple[Fact, ...] = ()
    """Facts that changed (under their old ids) or were added."""
    relations: tuple[Relation, ...] = ()
    """Between facts; a mismatch is UNDECIDED with the severity of a warning."""
    hypotheses: tuple[Hypothesis, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingValue:
    """One side of a finding."""

    value: Value
    claims: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a reader should see."""

    id: str
    kind: FindingKind
    severity: Severity
    rule: str
    event: str
    attribute: str
    qualifiers: Mapping[str, Any]
    facts: tuple[str, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    values: tuple[FindingValue, ...]
    reason: str
    relation: RelationKind | None = None
    evidence: Evidence | None = None
    left_out: tuple[str, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    explained: Callable[[str], Any] | None = field(default=None, compare=False, repr=False)
    """What explains it; set on findings that a result hands out."""

    def explain(self) -> Any:
        """Why it was made: both sides, the evidence, and every rule that fired or nearly did.

        The same view as ``result.explain(finding)``.
        """
        if self.explained is None:
            raise ReconcileError("a finding of a bare report; ask the result: result.explain(finding)")
        return self.explained(self.id)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str] | None:
        """What a notebook shows of a finding that a result handed out; of a bare one, its fields."""
        if self.explained is None:
            return None
        bundle: dict[str, str] = self.explain()._repr_mimebundle_()
        return bundle


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one run found, in the order of the data flow."""

    rulesets: tuple[Mapping[str, str], ...]
    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    entities: tuple[Entity, ...]
    claims: tuple[PlacedClaim, ...]
    readings: tuple[Reading, ...]
    relations: tuple[Relation, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    rejected: tuple[Rejected, ...] = ()
    not_compared: tuple[Mapping[str, Any], ...] = ()
    suppressed: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[Rejected, ...] = ()
    """What was used, but looks wrong: an article without a date, words that disagree with their value."""
