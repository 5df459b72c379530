"""Names of the contracts as names of C++."""

import re

KEYWORDS = frozenset(
    "alignas and asm auto bool break case catch char class const continue default delete do double else enum explicit export "
    "extern false float for friend goto if inline int long mutable namespace new not operator or private protected public "
    "register requires return short signed sizeof static struct switch template this throw true try typedef typename union "
    "unsigned using virtual void volatile while xor".split()
)


def snake(name: str) -> str:
    """createdAt, Idempotency-Key, PENDING -> created_at, idempotency_key, pending."""
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    spaced = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", spaced)
    word = re.sub(r"[^A-Za-z0-9]+", "_", spaced).strip("_").lower()
    if word in KEYWORDS:
        return word + "_"
    return "_" + word if word[:1].isdigit() else word


def pascal(name: str) -> str:
    """listPocs -> ListPocs."""
    return name[:1].upper() + name[1:]
