"""Contract files and the references between them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


class ContractError(Exception):
    """The contract says something that this generator cannot turn into code; the message names the place."""


@dataclass(frozen=True)
class Place:
    """A node of a contract: which file, where in it, what is there."""

    file: Path
    pointer: tuple[str, ...]
    node: object

    def __truediv__(self, key: str) -> "Place":
        return Place(self.file, (*self.pointer, str(key)), self.node[key])

    @property
    def name(self) -> str:
        return self.pointer[-1]

    def fail(self, what: str) -> ContractError:
        return ContractError(f"{self.file.name}#/{'/'.join(self.pointer)}: {what}")


class Loader:
    """Reads each file once and follows $ref, across files too. Remembers what it read, for the depfile."""

    def __init__(self) -> None:
        self.files: dict[Path, object] = {}

    def root(self, file: Path) -> Place:
        file = file.resolve()
        if file not in self.files:
            self.files[file] = yaml.safe_load(file.read_text(encoding="utf-8"))
        return Place(file, (), self.files[file])

    def resolve(self, place: Place) -> Place:
        """The place itself, or what its $ref points at in the end."""
        for _ in range(20):
            if not isinstance(place.node, dict) or "$ref" not in place.node:
                return place
            place = self._target(place)
        raise place.fail("references run in a circle")

    def _target(self, place: Place) -> Place:
        file, _, pointer = place.node["$ref"].partition("#")
        target = self.root(place.file.parent / file if file else place.file)
        for token in pointer.strip("/").split("/"):
            token = token.replace("~1", "/").replace("~0", "~")
            if not isinstance(target.node, dict) or token not in target.node:
                raise place.fail(f"{place.node['$ref']} does not exist")
            target = target / token
        return target
