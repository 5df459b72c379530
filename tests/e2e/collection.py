"""A real developer's collection to try things on: the file that MRBILL_SAMPLE_POCS names, else one made up here that has the
same difficulties: names that repeat, names of several short words, camelCase, many frameworks."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

LANGUAGES = ("Java", "C++", "C#", "Go", "Zig", "Rust", "JavaScript", "Objective-C")
WORDS = ("spring boot kafka stream ray tracer lock free queue raft consensus wasm sqlite hello stack graph bloom filter lru "
         "cache rest grpc http server client actor reactor parser lexer json yaml docker kube helm redis cassandra spark "
         "flink akka netty tokio async event sourcing cqrs saga outbox jwt oauth tls quic websocket simd gpu shader").split()
FRAMEWORKS = ("Spring Boot", "React", "Docker Compose", "Boost.Asio", ".NET", "Tokio", "JUnit")


def rows() -> list[dict]:
    path = os.environ.get("MRBILL_SAMPLE_POCS")
    if path:
        return [json.loads(line) for line in Path(path).read_text().splitlines()]
    return made_up(1500)


def made_up(count: int) -> list[dict]:
    chance = random.Random(11)
    return [_row(chance, number) for number in range(count)]


def _row(chance: random.Random, number: int) -> dict:
    words = chance.sample(WORDS, chance.choice((1, 2, 2, 3)))
    name = chance.choice(("-".join(words), "_".join(words), "".join(word.title() for word in words)))
    return {"name": name, "description": None, "repositoryUrl": f"https://example.org/pocs/{number}",
            "language": chance.choice(LANGUAGES), "tags": words, "frameworks": chance.sample(FRAMEWORKS, chance.choice((0, 1, 2))),
            "createdAt": f"20{chance.randrange(11, 25)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}T10:00:00Z",
            "updatedAt": "2025-06-01T10:00:00Z", "isPublic": True}


def misspelt(name: str, chance: random.Random) -> str | None:
    """One letter of it wrong; nothing when it has no letter."""
    places = [place for place, letter in enumerate(name) if letter.isalpha()]
    if not places:
        return None
    place = chance.choice(places)
    other = chance.choice([letter for letter in "abcdefghijklmnopqrstuvwxyz" if letter != name[place].lower()])
    return name[:place] + other + name[place + 1:]
