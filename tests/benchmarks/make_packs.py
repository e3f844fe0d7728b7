"""Write the packs of languages in which only dates are read, from CLDR and lists of words picked by hand.

    python tests/benchmarks/make_packs.py [--check]

The names of months and weekdays of a language are those of CLDR (through Babel, which nothing at run time
needs), in all its regions, wide and abbreviated, within a date and alone. What CLDR does not list stands in
``pack_words/<code>.toml``: there ``a{,s}`` is short for ``a`` and ``as``, an ``endings`` list is put behind
every month, and ``common`` are the words that a text of the language is known by. Words without their accents
are added. To add a language is to add such a file and to run this program; no code is edited.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reconcile import languages

WORDS = Path(__file__).parent / "pack_words"
PACKS = Path(languages.__file__).parent
Table = dict[str, Any]


def spelled(word: str) -> list[str]:
    """A word with its endings in braces written out."""
    match = re.search(r"\{([^}]*)\}", word)
    if match is None:
        return [word]
    return [w for part in match[1].split(",") for w in spelled(word.replace(match[0], part, 1))]


def unaccented(word: str) -> str:
    """A word of the Latin script without its accents, a Russian one without its dots."""
    plain = unicodedata.normalize("NFD", word)
    kept = (
        "".join(c for c in plain if not unicodedata.combining(c)) if word.isascii() or _latin(word) else word
    )
    return kept.replace("ё", "е")


def _latin(word: str) -> bool:
    return all(ord(char) < 0x250 for char in word)


def every(words: Iterable[str]) -> list[str]:
    """All spellings of some words, each once, as they are folded."""
    found: dict[str, None] = {}
    for word in (form for short in words for form in spelled(short)):
        for form in (word, unaccented(word)):
            found.setdefault(languages.fold(form).strip(), None)
    return [word for word in found if word]


def cldr(code: str) -> tuple[Table, Table]:
    """The names of the months and the weekdays of a language in all its regions."""
    from babel import Locale, localedata  # noqa: PLC0415

    months: Table = {str(key): [] for key in range(1, 13)}
    weekdays: Table = {str(key): [] for key in range(7)}
    for name in sorted(localedata.locale_identifiers()):
        if name.split("_")[0] != code:
            continue
        locale = Locale.parse(name)
        for table, source in ((months, locale.months), (weekdays, locale.days)):
            for context in ("format", "stand-alone"):
                for width in ("wide", "abbreviated"):
                    for key, word in source[context][width].items():
                        table[str(key)].append(word.rstrip("."))
    return months, weekdays


def _joined(own: Mapping[str, Any], listed: Mapping[str, Any]) -> Table:
    keys = dict.fromkeys((*own, *listed))
    return {key: every([*own.get(key, ()), *listed.get(key, ())]) for key in keys}


def _without(table: Table, taken: Table) -> Table:
    """The table without words that another one has already: a month wins over a weekday."""
    known = {word for words in taken.values() for word in words}
    return {key: [word for word in words if word not in known] for key, words in table.items()}


def _once(table: Table) -> Table:
    """A word that two keys list stays with the first one."""
    seen: set[str] = set()
    result: Table = {}
    for key, words in table.items():
        result[key] = [word for word in words if word not in seen]
        seen.update(words)
    return result


def time_table(code: str, given: Table) -> Table:
    """The table ``time.toml`` of a language."""
    time = dict(given["time"])
    months, weekdays = cldr(code)
    endings = given.get("endings", [""])
    months = _once(_joined(months, time.pop("months", {})))
    weekdays = _without(_once(_joined(weekdays, time.pop("weekdays", {}))), months)
    context = {key: every(words) for key, words in time.pop("need_context").items()}
    months = {key: [word + end for word in words for end in endings] for key, words in months.items()}
    tables = {
        key: {name: every(words) for name, words in table.items()} if isinstance(table, dict) else table
        for key, table in time.items()
    }
    plain = {key: value for key, value in tables.items() if not isinstance(value, dict)}
    rest = {key: value for key, value in tables.items() if isinstance(value, dict)}
    known = {"months": months, "weekdays": weekdays, **rest}
    listed = {
        group: [word for word in words if any(word in ws for ws in known.get(group, {}).values())]
        for group, words in context.items()
    }
    return {**plain, "months": months, "weekdays": weekdays, "need_context": listed, **rest}


def numbers_table(given: Table) -> Table:
    """The table ``numbers.toml`` of a language."""
    return {
        key: {name: every(words) for name, words in table.items()} if isinstance(table, dict) else table
        for key, table in given["numbers"].items()
    }


def _quoted(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(k)} = {_quoted(v)}" for k, v in value.items()) + " }"
    return str(value)


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key) and key.isascii() else _quoted(key)


def toml(table: Table, head: str) -> str:
    """A table with sub-tables of one level as TOML."""
    lines = [head, *(f"{_key(k)} = {_quoted(v)}" for k, v in table.items() if not isinstance(v, dict))]
    for name, part in table.items():
        if isinstance(part, dict):
            lines += ["", f"[{name}]", *(f"{_key(k)} = {_quoted(v)}" for k, v in part.items())]
    return "\n".join(lines) + "\n"


def head() -> str:
    """The first line of a file: which program wrote it, from which edition of CLDR."""
    from babel.core import get_global  # noqa: PLC0415

    edition = get_global("cldr")["version"]
    return (
        f"# Written by tests/benchmarks/make_packs.py from CLDR {edition} and pack_words: edit those instead."
    )


def packs() -> Iterator[tuple[Path, str]]:
    """Every file that the program writes, with its text."""
    for path in sorted(WORDS.glob("*.toml")):
        given = tomllib.loads(path.read_text(encoding="utf-8"))
        about = {key: given[key] for key in ("name", "script", "direction")}
        folder = PACKS / path.stem
        yield folder / "pack.toml", toml({**about, "common": every(given["common"])}, head())
        yield folder / "time.toml", toml(time_table(path.stem, given), head())
        yield folder / "numbers.toml", toml(numbers_table(given), head())


def main() -> None:
    """Write the packs, or say which ones differ from what would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    stale = [path for path, text in packs() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if not check:
        for path, text in packs():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    elif stale:
        sys.exit("stale: " + ", ".join(str(path.relative_to(PACKS)) for path in stale))


if __name__ == "__main__":
    main()
