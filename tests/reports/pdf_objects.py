"""A PDF's objects by qpdf, and its structure tree as a reader of the screen walks it."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field

from ordering import tool

STANDARD = {"Document", "Sect", "P", "H1", "H2", "H3", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Caption", "Link",
            "TOC", "TOCI", "Reference"}
PAINTS = re.compile(rb"(?<![\w/])(Tj|TJ|f|S|s|Do)(?![\w])")


@dataclass
class Node:
    kind: str
    fields: dict
    parent: Node | None
    kids: list = field(default_factory=list)
    marks: list = field(default_factory=list)       # (page, number)
    annotations: list = field(default_factory=list)

    def all(self, kind=None):
        for kid in self.kids:
            if kind is None or kid.kind == kind:
                yield kid
            yield from kid.all(kind)


class Pdf:
    def __init__(self, path):
        self.objects = json.loads(tool("qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized",
                                       path))["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]
        self.catalog = self.get(self.trailer["/Root"])
        self.pages = self.get(self.get(self.catalog["/Pages"])["/Kids"])

    def get(self, value):
        if isinstance(value, str) and re.fullmatch(r"\d+ 0 R", value):
            entry = self.objects[f"obj:{value}"]
            return entry["value"] if "value" in entry else entry["stream"]["dict"]
        return value

    def data(self, ref) -> bytes:
        return base64.b64decode(self.objects[f"obj:{ref}"]["stream"]["data"])

    def tree(self) -> Node:
        root = self.get(self.catalog["/StructTreeRoot"])
        return self._node(root["/K"], None)

    def _node(self, ref, parent) -> Node:
        fields = self.get(ref)
        node = Node(fields["/S"][1:], fields | {"ref": ref}, parent)
        for kid in self.get(fields.get("/K", [])):
            if isinstance(kid, int):
                node.marks.append((fields["/Pg"], kid))
            elif isinstance(kid, dict) and kid.get("/Type") == "/MCR":
                node.marks.append((kid["/Pg"], kid["/MCID"]))
            elif isinstance(kid, dict):
                node.annotations.append(kid["/Obj"])
            else:
                child = self._node(kid, node)
                assert child.fields["/P"] == ref
                node.kids.append(child)
        return node

    def parents(self) -> dict[int, object]:
        """The parent tree: from the keys of pages and annotations to elements."""
        found, last = {}, -1
        for leaf in self.get(self.get(self.get(self.catalog["/StructTreeRoot"])["/ParentTree"])["/Kids"]):
            numbers = self.get(leaf)["/Nums"]
            for key, value in zip(numbers[::2], numbers[1::2]):
                assert key > last, "keys are sorted"
                found[key], last = value, key
        return found

    def content(self, page) -> bytes:
        return self.data(self.get(page)["/Contents"])


def unmarked(content: bytes) -> list[bytes]:
    """Lines that paint outside of any mark."""
    content = re.sub(rb"\((?:[^()\\]|\\.)*\)", b"()", content, flags=re.S)  # texts may hold anything
    depth, found = 0, []
    for line in content.split(b"\n"):
        depth += len(re.findall(rb"\b(?:BDC|BMC)\b", line))
        if depth == 0 and PAINTS.search(line):
            found.append(line)
        depth -= len(re.findall(rb"\bEMC\b", line))
    assert depth == 0
    return found
