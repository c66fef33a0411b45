"""Frozen dataclasses <-> plain lists for JSON, driven by their type hints.

The cache needs it: a review is read back from the build before, and unlike a pickle a JSON file can do no harm.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]
"""How to write a value, and how to read it back."""


def write(value: Any) -> Any:
    """The plain form of a dataclass instance."""
    return _codec(type(value))[0](value)


def read(kind: type[Any], plain: Any) -> Any:
    """The instance of `kind` that `write` made `plain` of. Raises ValueError or TypeError where it did not."""
    return _codec(kind)[1](plain)


_CODECS: dict[Any, Codec] = {}


def _same(value: Any) -> Any:
    return value


def _codec(hint: Any) -> Codec:
    if hint not in _CODECS:
        _CODECS[hint] = _make_codec(hint)
    return _CODECS[hint]


def _make_codec(hint: Any) -> Codec:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional(_codec(next(a for a in args if a is not type(None))))
    if origin is tuple:
        return _tuple(args)
    if hint is datetime.date:
        return datetime.date.isoformat, datetime.date.fromisoformat
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass(hint)
    if isinstance(hint, type) and issubclass(hint, tuple):  # a NamedTuple of plain values
        return _same, lambda plain: hint(*plain)
    if origin is Literal or hint in (str, int, float, bool):
        return _same, _same
    raise TypeError(f"a record cannot hold {hint!r}")


def _optional(inner: Codec) -> Codec:
    out, back = inner
    if back is _same:
        return inner
    return lambda v: None if v is None else out(v), lambda v: None if v is None else back(v)


def _tuple(args: tuple[Any, ...]) -> Codec:
    if len(args) == 2 and args[1] is Ellipsis:
        out, back = _codec(args[0])
        if out is _same:  # JSON knows no tuples and writes them as lists
            return _same, (tuple if back is _same else lambda v: tuple(map(back, v)))
        return lambda v: [out(i) for i in v], lambda v: tuple([back(i) for i in v])
    pairs = [_codec(a) for a in args]
    if all(pair == (_same, _same) for pair in pairs):
        return _same, tuple
    return (
        lambda v: [p[0](i) for p, i in zip(pairs, v, strict=True)],
        lambda v: tuple([p[1](i) for p, i in zip(pairs, v, strict=True)]),
    )


def _dataclass(kind: type[Any]) -> Codec:
    hints = get_type_hints(kind)
    parts = [(f.name, *_codec(hints[f.name])) for f in fields(kind)]
    return (
        lambda v: [out(getattr(v, name)) for name, out, _ in parts],
        lambda v: kind(*[back(i) for (_, _, back), i in zip(parts, v, strict=True)]),
    )
