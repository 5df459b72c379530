"""What an operation that searches tells of words that only a colleague's private POC holds: nothing, asked letter by letter."""

from __future__ import annotations

import secrets

import pytest
import yaml

import operations
import scene as scenes

OWN_WORD = "notebook"


def searching_paths() -> list[str]:
    """Of every operation of the catalogue that takes words."""
    contract = yaml.safe_load((operations.CONTRACTS / "catalog.yaml").read_text())
    searches = {"$ref": "#/components/parameters/Search"}
    return [path for path, item in contract["paths"].items() if searches in item.get("get", {}).get("parameters", [])]


@pytest.fixture(scope="module")
def scene(platform):
    scene = scenes.build(platform)
    for actor in ("member", "admin", "stranger"):
        scene.actors[actor].post("/api/v1/pocs", {"name": OWN_WORD}).expect(201)
    return scene


def test_there_are_operations_to_ask():
    assert len(searching_paths()) >= 3


@pytest.mark.parametrize("actor", ["member", "admin", "stranger"])
def test_a_private_word_changes_no_answer(scene, actor):
    word = f"quetzal{secrets.token_hex(3)}"
    slip = "notebok"  # would hide the actor's own word from its correction, were it known
    asked = [beside + word[:letters] for letters in range(1, len(word) + 1) for beside in ("", f"{OWN_WORD} ")]
    asked += [word[:-1] + "_", slip, f"{slip} {word}"]
    before = answers(scene.actors[actor], asked)
    scene.owner.post("/api/v1/pocs", {"name": f"{word} {slip}", "description": word, "tags": [word], "language": word[:40]}).expect(201)
    assert scene.owner.get("/api/v1/pocs", query={"search": word}).expect(200).json["pagination"]["totalItems"] == 1
    assert answers(scene.actors[actor], asked) == before


def answers(person, asked: list[str]) -> list:
    return [(path, words, scope, person.get(path, query={"search": words, "scope": scope}).expect(200).body)
            for path in searching_paths() for words in asked for scope in ("mine", "tenant")]
