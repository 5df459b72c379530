"""The mark x-addition: what stands in a contract beyond the specification that it keeps to. No code comes of it."""

from __future__ import annotations

from .loader import Place


def check(place: Place) -> None:
    """`true`, or beside the properties of a schema the names of those that were added. Descriptions are for the customer: they do not
    say it."""
    node = place.node
    if isinstance(node, list):
        for at, item in enumerate(node):
            check(Place(place.file, (*place.pointer, str(at)), item))
    if not isinstance(node, dict):
        return
    if "x-addition" in node:
        _check_mark(place, node["x-addition"])
    if str(node.get("description", "")).startswith("Addition"):
        raise place.fail("mark it with x-addition: the description is for who calls the operation")
    for key in node:
        check(place / key)


def _check_mark(place: Place, mark: object) -> None:
    if mark is True:
        return
    properties = place.node.get("properties", {})
    if not isinstance(mark, list) or not mark or set(mark) - set(properties):
        raise place.fail("x-addition is true, or names properties of this schema")
