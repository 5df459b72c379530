"""One self-contained OpenAPI document from a contract and what it refers to in other files, for readers outside: the
documentation page, client generators, request collections. Internal paths and the marks of this generator stay behind."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .loader import ContractError, Loader, Place

PRIVATE_MARKS = ("x-shared", "x-optional", "x-parse", "x-print", "x-listener", "x-merge-patch", "x-without-tenant")


class Bundle:
    def __init__(self, loader: Loader, file: Path) -> None:
        self.loader = loader
        self.root = loader.root(file)
        self.components: dict[str, dict[str, object]] = {}
        self.origins: dict[tuple[str, str], Place] = {}

    def document(self) -> dict:
        out = {key: self._copy(self.root / key) for key in self.root.node
               if key not in ("paths", "components") and key not in PRIVATE_MARKS}
        paths = self.root / "paths"
        out["paths"] = {path: self._copy(paths / path) for path in paths.node if not path.startswith("/internal/")}
        schemes = self.root / "components" / "securitySchemes"
        used = {name: self._copy(self.loader.resolve(schemes / name)) for name in schemes.node}
        out["components"] = {"securitySchemes": used, **{kind: dict(sorted(self.components[kind].items()))
                                                         for kind in sorted(self.components)}}
        return out

    def _copy(self, place: Place) -> object:
        node = place.node
        if isinstance(node, dict):
            if "$ref" in node:
                return {"$ref": self._take(place)}
            return {str(key): self._copy(place / key) for key in node if key not in PRIVATE_MARKS}
        if isinstance(node, list):
            return [self._copy(Place(place.file, (*place.pointer, str(i)), item)) for i, item in enumerate(node)]
        return node

    def _take(self, place: Place) -> str:
        """Brings the target into this document's components; its new reference."""
        target = self.loader.resolve(place)
        kind, name = target.pointer[1], target.name
        known = self.origins.setdefault((kind, name), target)
        if known.node is not target.node:
            raise target.fail(f"{known.file.name} has another {name} among its {kind}")
        taken = self.components.setdefault(kind, {})
        if name not in taken:
            taken[name] = {}  # holds the place while the parts come in
            taken[name] = self._copy(target)
        return f"#/components/{kind}/{name}"


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print("usage: python3 -m contractgen.bundle OUT FILE...", file=sys.stderr)
        return 2
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    try:
        for file in map(Path, arguments[1:]):
            text = json.dumps(Bundle(Loader(), file).document(), ensure_ascii=False, indent=1)
            (out / f"{file.stem}.json").write_text(text + "\n", encoding="utf-8")
    except ContractError as error:
        print(f"bundle: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
