"""Learn the letter costs of names from pairs of names, and write ``reconcile/values/_letters.json``.

    python tests/benchmarks/learn_letters.py --data DIR

Every pair of names of DIR (``*_en.jsonl``, ``ar_he.jsonl``: rows ``a, b, same``) that is the same name with
as many words on both sides gives pairs of words. A memoryless edit model (which letter faces which letter,
or nothing) is fitted to them by expectation-maximisation; what is kept of it is the log-odds against
chance. Pairs of scripts without data, and each script with itself, are composed through the scripts that
both have data with.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from reconcile.values import _names_letters as letters
from reconcile.values._names_letters import clean
from reconcile.values._names_tokens import spaced

Joint = dict[tuple[str, str], float]
SETS = ("he_en", "ar_en", "ar_he", "ru_en")
SCRIPT = {"en": "Latn", "he": "Hebr", "ar": "Arab", "ru": "Cyrl"}
ROUNDS, TINY, NOISE, IDENTITY = 8, 1e-7, -4.6, 0.75


def word_pairs(
    rows: Iterable[dict[str, object]],
) -> Iterator[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Words that face each other in names that are the same and have as many words on both sides."""
    for row in rows:
        a, b = spaced(clean(str(row["a"]))), spaced(clean(str(row["b"])))
        if not row["same"] or len(a) != len(b):
            continue
        for x, y in zip(a, b, strict=True):
            left, right = letters.script_of(x), letters.script_of(y)
            if left and right:
                yield left, right, units(x, left), units(y, right)


def units(word: str, script: str) -> tuple[str, ...]:
    """The letters of a folded word as the tables list them: digraphs as one, weak ones marked at the edges."""
    about = letters._data()["scripts"][script]
    word = word.translate({ord(char): other for char, other in about["fold"].items()})
    word = unicodedata.normalize("NFD", word) if script == "Latn" else word
    found = [single(unit, about["units"]) for unit in pattern(script).findall(word)]
    if len(found) > 1 and found[-1] in about["edges"]:
        found[-1] += "$"
    if found and found[0] in about["edges"]:
        found[0] = "^" + found[0]
    return tuple(found)


@cache
def pattern(script: str) -> re.Pattern[str]:
    about = letters._data()["scripts"][script]
    several = sorted(about["several"], key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, several), about["letters"]]))


def single(unit: str, known: list[str]) -> str:
    """A doubled letter that the table does not tell from the single one is the single one."""
    return unit[0] if len(unit) == 2 and unit[0] == unit[1] and unit not in known else unit


def start(pairs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> Joint:
    """A first guess: letters at like places face each other."""
    found: Joint = defaultdict(float)
    for x, y in pairs:
        for i, a in enumerate(x):
            for j, b in enumerate(y):
                found[a, b] += math.exp(-6 * abs((i + 0.5) / len(x) - (j + 0.5) / len(y)))
        for a in x:
            found[a, ""] += 0.3
        for b in y:
            found["", b] += 0.3
    return scaled(found)


def scaled(found: Joint) -> Joint:
    total = sum(found.values())
    return {key: value / total for key, value in found.items() if value > 1e-4}


def sums(x: tuple[str, ...], y: tuple[str, ...], joint: Joint) -> tuple[list[list[float]], list[list[float]]]:
    """Forward and backward sums over all alignments of two words."""
    n, m = len(x), len(y)
    ahead = [[0.0] * (m + 1) for _ in range(n + 1)]
    back = [[0.0] * (m + 1) for _ in range(n + 1)]
    ahead[0][0] = back[n][m] = 1.0
    for i in range(n + 1):
        for j in range(m + 1):
            if i:
                ahead[i][j] += ahead[i - 1][j] * joint.get((x[i - 1], ""), TINY)
            if j:
                ahead[i][j] += ahead[i][j - 1] * joint.get(("", y[j - 1]), TINY)
            if i and j:
                ahead[i][j] += ahead[i - 1][j - 1] * joint.get((x[i - 1], y[j - 1]), TINY)
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            if i < n:
                back[i][j] += back[i + 1][j] * joint.get((x[i], ""), TINY)
            if j < m:
                back[i][j] += back[i][j + 1] * joint.get(("", y[j]), TINY)
            if i < n and j < m:
                back[i][j] += back[i + 1][j + 1] * joint.get((x[i], y[j]), TINY)
    return ahead, back


def fit(pairs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> Joint:
    """How often two letters face each other. Pairs that fit badly (translations, other names) drop out."""
    joint = start(pairs)
    for turn in range(ROUNDS):
        counts: Joint = defaultdict(float)
        for x, y in pairs:
            ahead, back = sums(x, y, joint)
            whole = ahead[-1][-1]
            if whole <= 0 or (turn > 1 and math.log(whole) / (len(x) + len(y)) < NOISE):
                continue
            for i in range(len(x) + 1):
                for j in range(len(y) + 1):
                    share = ahead[i][j] / whole
                    if i < len(x):
                        counts[x[i], ""] += share * joint.get((x[i], ""), TINY) * back[i + 1][j]
                    if j < len(y):
                        counts["", y[j]] += share * joint.get(("", y[j]), TINY) * back[i][j + 1]
                    if i < len(x) and j < len(y):
                        odds = joint.get((x[i], y[j]), TINY)
                        counts[x[i], y[j]] += share * odds * back[i + 1][j + 1]
        joint = scaled(counts)
    return joint


def composed(first: Joint, second: Joint) -> Joint:
    """Two models through the script that both have on their right side."""
    middle: dict[str, float] = defaultdict(float)
    by_middle: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (b, m), value in second.items():
        middle[m] += value
        by_middle[m].append((b, value))
    found: Joint = defaultdict(float)
    for (a, m), value in first.items():
        for b, other in by_middle.get(m, ()):
            found[a, b] += value * other / middle[m]
    found.pop(("", ""), None)
    return scaled(found)


def with_itself(model: Joint) -> Joint:
    """A script with itself: mostly the same letter, else one that is written for the same foreign one."""
    mixed: Joint = defaultdict(float)
    for key, value in composed(model, model).items():
        mixed[key] += (1 - IDENTITY) * value
    for (a, _), value in model.items():
        if a:
            mixed[a, a] += IDENTITY * value
    return scaled(mixed)


def turned(model: Joint) -> Joint:
    return {(b, a): value for (a, b), value in model.items()}


def log_odds(joint: Joint) -> dict[str, dict[str, int]]:
    """Tenths of log-odds against chance, by left and right letter; ``""`` is no letter."""
    left: dict[str, float] = defaultdict(float)
    right: dict[str, float] = defaultdict(float)
    for (a, b), value in joint.items():
        left[a] += value
        right[b] += value
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (a, b), value in sorted(joint.items()):
        if value > TINY:
            chance = (left[a] if a else 1.0) * (right[b] if b else 1.0)
            weight = round(10 * math.log(value / chance))
            if weight > -40:
                found[a][b] = weight
    return dict(found)


def learn(rows: Iterable[dict[str, object]]) -> dict[str, Joint]:
    """All pairs of scripts: learnt where there is data, composed elsewhere."""
    grouped: dict[tuple[str, str], list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for left, right, x, y in word_pairs(rows):
        if x and y and left != right:
            key, value = ((left, right), (x, y)) if left < right else ((right, left), (y, x))
            grouped[key].append(value)
    models = {key: fit(pairs) for key, pairs in sorted(grouped.items()) if len(pairs) > 500}
    to_latin = {"Hebr": models["Hebr", "Latn"], "Arab": models["Arab", "Latn"], "Cyrl": turned_if(models)}
    models["Arab", "Cyrl"] = composed(to_latin["Arab"], to_latin["Cyrl"])
    models["Cyrl", "Hebr"] = composed(to_latin["Cyrl"], to_latin["Hebr"])
    for script, model in to_latin.items():
        models[script, script] = with_itself(model)
    models["Latn", "Latn"] = with_itself(merged([turned(model) for model in to_latin.values()]))
    return {f"{a}-{b}": model for (a, b), model in models.items()}


def turned_if(models: dict[tuple[str, str], Joint]) -> Joint:
    return models["Cyrl", "Latn"]


def merged(models: list[Joint]) -> Joint:
    """Latin letters against those of all other scripts together."""
    found: Joint = defaultdict(float)
    for number, model in enumerate(models):
        for (a, b), value in model.items():
            found[a, f"{number}{b}" if b else ""] += value
    return scaled(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    rows = [json.loads(line) for name in SETS for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
    target = Path(letters.__file__).with_name("_letters.json")
    table = json.loads(target.read_text("utf-8"))
    write(target, table, learn(rows))


def fill(table: dict[str, dict[str, dict[str, object]]], models: dict[str, Joint]) -> None:
    """Put what was learnt into the table of letters."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, joint in models.items():
        left, right = name.split("-")
        found[left].update(a for a, _ in joint if a)
        found[right].update(b for _, b in joint if b)
    for script, about in table["scripts"].items():
        bare = {unit.strip("^$") for unit in found[script]}
        about["units"] = sorted(found[script] | bare)
    table["pairs"] = {name: log_odds(joint) for name, joint in sorted(models.items())}


def write(target: Path, table: dict[str, dict[str, dict[str, object]]], models: dict[str, Joint]) -> None:
    """The table with what was learnt, as the package ships it."""
    fill(table, models)
    target.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
