"""The day that an undated article's words count from: the one day that fits its own words and its story.

A candidate is a day within three days of a dated article of the same story. It fits when no weekday word
of the article ("today, Tuesday") speaks against it. Nothing else decides: where the words leave more than
one day, dates that the article states may still rule out days before them; then there is one day, or the
dates stay unresolved, with the reason. Values under dispute take no part.

Where no article of a story is dated, no day can be had; but what happened "today" in one of them happened on
the weekday that most of them name, and that much is inferred.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from reconcile.model import Anchor, Article, Claim, DateValue, Rejected, SetValue, Value
from reconcile.stories._joining import Unit
from reconcile.stories._reading import Reader, publication, relative
from reconcile.stories._tellings import Telling
from reconcile.values import Context, find, kind_of

__all__ = ["Undated", "Words", "infer", "words_of"]

_WINDOW = 3
_CONFLICT = "weekday_conflict"


@dataclass(frozen=True)
class Words:
    """The date words of an undated article: those that count from its day, and days that it states."""

    relative: tuple[str, ...]
    stated: tuple[datetime, ...]
    language: str | None
    weekdays: frozenset[int] = frozenset()


def words_of(article: Article, values: Iterable[Value]) -> Words:
    """The date words in what an article says itself (its speaking zones), else in its claims."""
    found = [item for value in values for item in _dates(value)]
    text = article.text or ""
    for span in article.zones:
        if span.zone.speaks and text:
            context = Context(language=article.language)
            found += [item.value for item in find(text[span.start : span.end], "date", context)]
    relative = {item.raw for item in found if not item.resolved and item.raw}
    stated = {item.start for item in found if item.start is not None and _explicit(item)}
    weekdays = frozenset(item.weekday for item in found if item.weekday is not None)
    return Words(tuple(sorted(relative)), tuple(sorted(stated)), article.language, weekdays)


def _dates(value: Value) -> Iterable[DateValue]:
    if isinstance(value, DateValue):
        return (value,)
    if isinstance(value, SetValue):
        return [member for member in value.members if isinstance(member, DateValue)]
    return ()


def _explicit(value: DateValue) -> bool:
    days = value.grain in ("day", "daypart", "hour", "minute", "second")
    return days and value.anchor is None and not value.inferred


def infer(
    words: Words, dated: Collection[datetime], disputed: Iterable[datetime] = ()
) -> tuple[Anchor | None, str]:
    """The anchor of an undated article, or ``None`` with the reason why there is none.

    >>> tuesday = Words(("today, Tuesday",), (), "en")
    >>> infer(tuesday, [datetime(2026, 1, 7)])[0].day.date().isoformat()
    '2026-01-06'
    >>> infer(Words(("today",), (), "en"), [datetime(2026, 1, 7)])
    (None, 'its words name no weekday that tells which of 7 days it is of')
    """
    if not dated:
        return None, "no article of its story is dated"
    window = _window(dated)
    fitting = [day for day in window if _fits(words, day)]
    if not fitting:
        return None, "no day within three days of its story fits its weekday words"
    if len(fitting) == len(window):
        return None, f"its words name no weekday that tells which of {len(window)} days it is of"
    if len(fitting) > 1:
        ignored = {moment.date() for moment in disputed}
        stated = [moment for moment in words.stated if moment.date() not in ignored]
        latest = max((day for day in stated if day < window[-1] + timedelta(days=1)), default=window[0])
        later = [day for day in fitting if day.date() >= latest.date()]
        if len(later) != 1:
            return None, f"{len(fitting)} days within three days of its story fit its weekday words"
        fitting = later
    day = fitting[0]
    told = ", ".join(f"“{word}”" for word in words.relative if _decides(word, words.language, window))
    reason = f"of the days within three days of the dated articles only {day:%Y-%m-%d} fits {told}"
    return Anchor(day=day, kind="story", inferred=True, reason=reason), reason


def _window(dated: Iterable[datetime]) -> list[datetime]:
    days = {datetime(moment.year, moment.month, moment.day) for moment in dated}
    around = range(-_WINDOW, _WINDOW + 1)
    return sorted({day + timedelta(days=shift) for day in days for shift in around})


def _fits(words: Words, day: datetime) -> bool:
    return all(not _conflicts(word, words.language, day) for word in words.relative)


def _decides(word: str, language: str | None, window: Sequence[datetime]) -> bool:
    return any(_conflicts(word, language, day) for day in window)


def _conflicts(word: str, language: str | None, day: datetime) -> bool:
    """Whether the words name a weekday that they cannot have on this day."""
    value = kind_of("date").parse(word, Context(language=language, anchor=Anchor(day=day, kind="story")))
    return value is not None and _CONFLICT in value.inferred


@dataclass
class Undated:
    """Reads the relative dates of articles without a date, and remembers what it counted them from."""

    reader: Reader
    values: Mapping[str, Value]
    units: Sequence[Unit]
    _words: dict[str, Words] = field(default_factory=dict)
    _told: dict[str, dict[str, str]] = field(default_factory=dict)

    def read(self, claim: Claim) -> Value:
        """The claim's value from the anchor of its article, or unresolved with the reason."""
        article = claim.article
        anchor, reason = infer(self._words_of(article), self._dated(article), self._disputed(claim))
        value = self.reader.read(claim, anchor) if anchor else self.values[claim.id]
        told = self._told.setdefault(article.id, {})
        if not relative(value):
            if _counted(value, anchor):
                told["inferred"] = reason
            return value
        if anchor is not None:
            reason = f"its words name no day, also counted from {anchor.day:%Y-%m-%d}"
        told["open"] = reason
        return _unresolved(self._of_the_day(value, article), reason)

    def _of_the_day(self, value: Value, article: Article) -> Value:
        """A date that is told as today's, with the weekday that most articles of an undated story name.

        Who names that weekday himself tells the two apart.
        """
        if not isinstance(value, DateValue) or self._dated(article) or not _today(value, article.language):
            return value
        pages = {one.article.id: one.article for unit in self._units_of(article.id) for one in unit.members}
        named = Counter(day for page in pages.values() for day in self._words_of(page).weekdays)
        first, second = [*named.most_common(2), (None, 0), (None, 0)][:2]
        if first[1] == second[1] or first[0] in self._words_of(article).weekdays:
            return value
        return value.model_copy(update={"weekday": first[0], "inferred": (*value.inferred, "weekday")})

    def warnings(self, where: Mapping[str, str]) -> Iterator[Rejected]:
        """What was inferred, and what stays open, an article at a time."""
        for name, told in sorted(self._told.items()):
            place = where.get(name, name)
            if "inferred" in told:
                yield Rejected(
                    place,
                    f"no publication date; relative dates count from an inferred day: {told['inferred']}",
                )
            if "open" in told:
                yield Rejected(place, f"no publication date; relative dates stay unresolved: {told['open']}")

    def _words_of(self, article: Article) -> Words:
        if article.id not in self._words:
            mine = [claim for one in self._tellings[article.id] for claim in one.claims]
            self._words[article.id] = words_of(article, [self.values[claim.id] for claim in mine])
        return self._words[article.id]

    @cached_property
    def _tellings(self) -> Mapping[str, Sequence[Telling]]:
        """What each article tells, by its id."""
        found: dict[str, list[Telling]] = defaultdict(list)
        for one in (one for unit in self.units for one in unit.members):
            found[one.article.id].append(one)
        return found

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """The places of the units that tell of an article, by its id."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, unit in enumerate(self.units):
            for name in unit.articles:
                found[name].append(place)
        return found

    @cached_property
    def _days(self) -> Sequence[Set[datetime]]:
        """When the articles of each unit were published."""
        anchors = ([publication(one.article) for one in unit.members] for unit in self.units)
        return [{anchor.day for anchor in told if anchor} for told in anchors]

    def _units_of(self, article: str) -> list[Unit]:
        return [self.units[place] for place in self._places[article]]

    def _dated(self, article: Article) -> Set[datetime]:
        """When the articles of its story were published."""
        return set().union(*(self._days[place] for place in self._places[article.id]))

    def _disputed(self, claim: Claim) -> set[datetime]:
        """Days that the same article gives for the same attribute."""
        name = self.reader.name(claim.attribute)
        same = (
            self.values[other.id]
            for one in self._tellings[claim.article.id]
            for other in one.claims
            if self.reader.name(other.attribute) == name
        )
        return {item.start for value in same for item in _dates(value) if item.start is not None}


def _counted(value: Value, anchor: Anchor | None) -> bool:
    return anchor is not None and any(item.anchor is not None for item in _dates(value))


#: Any day will do to see whether words mean the day that they are counted from.
_SOME_DAY = datetime(2001, 1, 1)


def _today(value: DateValue, language: str | None) -> bool:
    """Whether words that name no weekday mean the whole day of the article."""
    if value.weekday is not None or not value.raw:
        return False
    read = kind_of("date").parse(value.raw, Context(language=language, anchor=Anchor(day=_SOME_DAY)))
    return isinstance(read, DateValue) and read.grain == "day" and read.start == _SOME_DAY


def _unresolved(value: Value, reason: str) -> Value:
    if isinstance(value, SetValue):
        members = tuple(_unresolved(member, reason) for member in value.members)
        return value.model_copy(update={"members": members})
    if isinstance(value, DateValue) and not value.resolved:
        return value.model_copy(update={"unresolved": reason})
    return value
