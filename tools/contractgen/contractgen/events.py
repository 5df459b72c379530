"""The JSON Schemas of the events on the bus to the model: the named definitions ($defs) of each become messages."""

from __future__ import annotations

from pathlib import Path

from . import model
from .loader import Loader
from .schemas import Schemas


def read_events(loader: Loader, folder: Path, name: str) -> model.Contract:
    schemas = Schemas(loader)
    for file in sorted(folder.glob("*.schema.json")):
        root = loader.root(file)
        if "$defs" not in root.node:
            continue
        definitions = root / "$defs"
        for definition in definitions.node:
            schemas.type(definitions / definition)
    return model.Contract(name, f"{folder.name}/", list(schemas.messages.values()))
