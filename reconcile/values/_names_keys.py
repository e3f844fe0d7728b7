"""Keys by which names are found that could be the same: consonant skeletons, one alphabet for all scripts."""

from __future__ import annotations

from reconcile.values._names_tokens import Token, parse

__all__ = ["block_keys"]


def block_keys(name: str) -> frozenset[str]:
    """Keys to find candidates by: consonant skeletons of every word, the same in every script.

    >>> bool(block_keys("Karim Haddad") & block_keys("כרים חדאד"))
    True
    """
    return frozenset(key for token in parse(name).core for key in _skeletons(token))


#: Letters by the classes that they may be heard as; "-" is not at all. Every script, digraphs first.
_CLASSES = {
    "P": "bpfvwבפףוبفپڤوбпфв", "M": "mמםمм", "N": "nנןنн", "L": "lלلл", "R": "rרرр", "T": "tdטתדتطدضذثتдт",
    "S": "szcצץסשזسصشزظцсзшщжچژjyجי", "K": "kqgcכךקגكقگغجкгхخחxj",
    "-": "haeiouywjyאהועייحهعاويءאחخخאхxגغаеиоуыэюяйьъё",
}  # fmt: skip

_HEARD = {
    char: "".join(key for key, others in _CLASSES.items() if char in others)
    for chars in _CLASSES.values()
    for char in chars
}

_MOST_KEYS = 24


def _skeletons(token: Token) -> set[str]:
    """The strings of consonant classes that a word may be heard as."""
    bare = next((token.text[2:] for article in _ARTICLES if token.text.startswith(article)), "")
    found = _heard(token.text) | (_heard(bare) if len(bare) > 2 else set())
    return found or {token.text[:1]}


_ARTICLES = ("ال", "אל", "al", "el")


def _heard(letters: str) -> set[str]:
    found = {""}
    for char in letters:
        heard = _HEARD.get(char, "-")
        grown = {
            key + ("" if option == "-" or key.endswith(option) else option)
            for key in found
            for option in heard
        }
        found = grown if len(grown) <= _MOST_KEYS else found
    return found - {""}
