"""Jinja2 with everything escaped, and the few filters by which foreign words get their direction."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from reconcile.views import _words as words
from reconcile.views._bidi import clean, runs

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["alone", "bdi", "fragment", "page", "prose", "script", "style"]


def bdi(text: str) -> Markup:
    """Foreign words: escaped, without control characters, in a ``<bdi>`` of their own.

    >>> str(bdi("<b>כרמלי"))
    '<bdi>&lt;b&gt;כרמלי</bdi>'
    """
    return Markup("<bdi>{}</bdi>").format(clean(text))


def prose(sentence: str) -> Markup:
    """An English sentence: escaped, each right-to-left piece in it in a ``<bdi>``.

    >>> str(prose("says כרמלי, 2 sources"))
    'says <bdi>כרמלי</bdi>, 2 sources'
    """
    return Markup("").join(bdi(piece) if foreign else escape(piece) for foreign, piece in runs(sentence))


def said_by(chain: tuple[str, ...]) -> Markup:
    """The source chain in words, every name in a ``<bdi>``."""
    return Markup(words.said_by(chain, lambda name: str(bdi(name))))


def names(items: Sequence[str], most: int | None = None) -> Markup:
    """Names as a list in prose, every one in a ``<bdi>``; of many the first, and how many more."""
    return Markup(words.listed(words.few([str(bdi(item)) for item in items], most or len(items))))


@cache
def style(*files_of: str) -> str:
    """The style sheet of the page, and with more names that of the views, without comments and needless space."""
    folder = files(__package__) / "templates"
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in ("style.css", *files_of))
    return re.sub(r"\s*\n\s*|(?<=[{};,])\s+|\s+(?=[{}])|;\s*(?=})|/\*.*?\*/", "", text)


@cache
def script() -> str:
    """The script of the page, which narrows what is shown to some words; without it all is there."""
    text = (files(__package__) / "templates" / "page.js").read_text(encoding="utf-8")
    return re.sub(r"\s*\n\s*", "\n", text)


def _hash(text: str) -> str:
    """The hash of a style sheet or a script as a content security policy wants it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  (50 ms, only when needed)

    environment = Environment(
        loader=PackageLoader("reconcile.views", "templates"),
        autoescape=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        bdi=bdi,
        prose=prose,
        said_by=said_by,
        names=names,
        count=words.count,
        few=lambda items: words.listed(words.few(items)),
    )
    return environment


def fragment(template: str, **context: Any) -> str:
    """A view for a notebook cell: the template in a ``<div>`` with the style sheet before it."""
    body = _environment().get_template(template).render(**context)
    return f'<style>{style("views.css")}</style>\n<div class="rc rc-cell">\n{body}\n</div>\n'


def page(template: str, **context: Any) -> str:
    """A whole page with its style sheet and its script in it and a policy that lets nothing else in."""
    return _environment().get_template(template).render(
        style=Markup(style()), style_hash=_hash(style()),
        script=Markup(script()), script_hash=_hash(script()), **context
    )  # fmt: skip


def alone(title: str, html: str) -> str:
    """A fragment as a page of its own."""
    return _environment().get_template("alone.html").render(title=title, fragment=Markup(html))
