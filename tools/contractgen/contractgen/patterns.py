"""The part of ECMA-262 regular expressions that the C++ matcher understands: ^ item* $ with letters, classes and ? * +."""

from __future__ import annotations

from dataclasses import dataclass

SPACES = ((0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
          (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF))
CLASSES = {"s": SPACES, "d": ((0x30, 0x39),), "w": ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))}
ESCAPES = {"n": 0x0A, "r": 0x0D, "t": 0x09, "f": 0x0C, "v": 0x0B, "0": 0x00}
MAX_ITEMS = 63


class PatternError(Exception):
    """Something outside of the part that is understood."""


@dataclass(frozen=True)
class Item:
    ranges: tuple[tuple[int, int], ...]
    negated: bool
    optional: bool
    repeated: bool


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def next(self) -> str:
        if self.at >= len(self.text):
            raise PatternError("ends too early")
        self.at += 1
        return self.text[self.at - 1]

    def escape(self) -> tuple[tuple[int, int], ...]:
        character = self.next()
        if character in CLASSES:
            return CLASSES[character]
        if character in "ux":
            digits = 4 if character == "u" else 2
            code = int("".join(self.next() for _ in range(digits)), 16)
        elif character in ESCAPES:
            code = ESCAPES[character]
        elif character.isalnum():
            raise PatternError(f"\\{character} is not supported")
        else:
            code = ord(character)
        return ((code, code),)

    def class_member(self) -> tuple[tuple[int, int], ...]:
        character = self.next()
        return self.escape() if character == "\\" else ((ord(character), ord(character)),)

    def character_class(self) -> tuple[tuple[tuple[int, int], ...], bool]:
        negated = self.peek() == "^"
        self.at += negated
        ranges: list[tuple[int, int]] = []
        while self.peek() != "]":
            first = self.class_member()
            if self.peek() == "-" and self.text[self.at + 1 : self.at + 2] not in ("]", "") and len(first) == 1:
                self.next()
                first = ((first[0][0], self.class_member()[0][1]),)
            ranges.extend(first)
        self.next()
        return tuple(ranges), negated

    def item(self) -> Item:
        character, negated = self.next(), False
        if character in "(|){}^$*+?":
            raise PatternError(f"'{character}' is not supported here")
        if character == "[":
            ranges, negated = self.character_class()
        elif character == "\\":
            ranges = self.escape()
        elif character == ".":
            ranges, negated = ((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)), True
        else:
            ranges = ((ord(character), ord(character)),)
        quantifier = self.next() if self.peek() and self.peek() in "?*+" else ""
        return Item(ranges, negated, quantifier in ("?", "*") and bool(quantifier), quantifier in ("*", "+") and bool(quantifier))


def parse(pattern: str) -> list[Item]:
    """The items of an anchored pattern; raises PatternError for anything that the matcher could not do."""
    if not (pattern.startswith("^") and pattern.endswith("$")):
        raise PatternError("must be anchored with ^ and $")
    reader, items = _Reader(pattern[1:-1]), []
    while reader.peek():
        items.append(reader.item())
    if len(items) > MAX_ITEMS:
        raise PatternError(f"has more than {MAX_ITEMS} items")
    return items
