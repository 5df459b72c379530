"""python3 -m contractgen openapi NAME FILE OUT | client NAME FILE OUT | events NAME FOLDER OUT | languages NAME FILE OUT |
                       problems NAME FILE OUT | codes NAME FILE OUT |
                       pages NAME FILE OUT | page_words NAME FILE OUT

Writes OUT/contract/NAME.hpp and the sources beside it; files that would not change keep their time.
"""

from __future__ import annotations

import sys
from pathlib import Path

from . import codes, cpp_client, cpp_header, cpp_mapping, cpp_messages, cpp_routes, events, languages, openapi, pages, problems
from .loader import ContractError, Loader
from .patterns import PatternError


def generate(kind: str, name: str, source: Path) -> dict[str, str]:
    """File names and their texts."""
    if kind == "languages":
        header, code = languages.emit(source)
        return {f"{name}.hpp": header, f"{name}.cpp": code}
    if kind == "problems":
        header, code = problems.emit(source)
        return {f"{name}.hpp": header, f"{name}.cpp": code}
    if kind == "codes":
        header, sentences, code = codes.emit(source)
        return {f"{name}.hpp": header, f"{name}_sentences.hpp": sentences, f"{name}.cpp": code}
    if kind == "pages":
        header, code = pages.emit_addresses(source)
        return {f"{name}.hpp": header, f"{name}.cpp": code}
    if kind == "page_words":
        return {f"{name}.cpp": pages.emit_words(source)}
    if kind == "client":
        contract = openapi.OpenApi(Loader(), source, problems.problems_beside(source)).read(name)
        return {f"{name}_client.hpp": cpp_client.header(contract), f"{name}_client.cpp": cpp_client.emit(contract)}
    demands = problems.demands_beside(source) if kind == "openapi" else None
    if kind == "events":
        contract = events.read_events(Loader(), source, name)
    elif kind == "openapi":
        contract = openapi.OpenApi(Loader(), source, problems.problems_beside(source)).read(name)
    else:
        raise ContractError(f"{kind}: openapi, client, events, languages, problems, codes, pages or page_words is meant")
    files = {f"{name}.hpp": cpp_header.emit(contract), f"{name}_messages.cpp": cpp_messages.emit(contract, demands),
             f"{name}_mapping.hpp": cpp_mapping.emit(contract)}
    if contract.operations:
        files |= {f"{name}_routes.hpp": cpp_routes.header(contract), f"{name}_routes.cpp": cpp_routes.emit(contract, demands)}
    return files


def main(arguments: list[str]) -> int:
    if len(arguments) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    kind, name, source, out = arguments[0], arguments[1], Path(arguments[2]), Path(arguments[3]) / "contract"
    try:
        files = generate(kind, name, source)
    except (ContractError, PatternError, ValueError) as error:
        print(f"contractgen: {error}", file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        path = out / file
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
