"""The POCs to import: the sample collection of MRBILL_SAMPLE_POCS, or one like it, so that the tests never test nothing."""

import json
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

LANGUAGES = ["Java", "Go", "C++", "C#", "Rust", "Python", "TypeScript", None]
WORDS = ["kafka", "raft", "lexer", "gossip", "cache", "ledger", "mosaic", "beacon", "quorum", "sandbox"]


def rows() -> list[dict]:
    path = os.environ.get("MRBILL_SAMPLE_POCS")
    if path:
        return [json.loads(line) for line in Path(path).read_text().splitlines() if line.strip()]
    return generated(1_500)


def generated(count: int, prefix: str = "sample") -> list[dict]:
    """The same rows in each run; names repeat, times lie in the past."""
    born = datetime(2014, 3, 1, 9, 30, tzinfo=timezone.utc)
    made = []
    for i in range(count):
        created = born + timedelta(hours=7 * i)
        made.append({
            "name": f"{WORDS[i % 10]}-{WORDS[i // 10 % 10]}", "description": f"Number {i}, \"quoted\", =and+more" if i % 5 == 0 else None,
            "repositoryUrl": f"https://github.com/{prefix}/pocs/tree/main/{i}", "language": LANGUAGES[i % len(LANGUAGES)],
            "tags": sorted({WORDS[i % 10], WORDS[i // 10 % 10], f"t{i % 50}"}), "frameworks": ["Spring Boot", "Qt"][:i % 3],
            "createdAt": f"{created:%Y-%m-%dT%H:%M:%SZ}", "updatedAt": f"{created + timedelta(days=i % 9):%Y-%m-%dT%H:%M:%SZ}",
            "isPublic": i % 2 == 0})
    return made


def jsonl(of: list[dict]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in of)
