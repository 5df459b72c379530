#!/usr/bin/python3
"""Writes docs/licences.md: every Debian package we link or run, every npm package of our locks, under which licence.

    tools/licences/licences.py            # rewrites docs/licences.md
    tools/licences/licences.py --print
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import textwrap
from collections import defaultdict
from pathlib import Path

from copyright_file import licences_of

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / "deploy/local/packages"
LOCKS = {place: ROOT / place / "package-lock.json" for place in ("apps/web", "tools/node", "tests/pact", "bench/web")}
TARGET = ROOT / "docs/licences.md"
SHOWN_BESIDE = 4

# Copyright files that are prose: the licence, and a phrase of the file that says so.
PROSE = {
    "debootstrap": ("Expat", "Permission is hereby granted, free of charge"),
    "fontconfig": ("MIT", "Permission to use, copy, modify, distribute, and sell this software"),
    "g++": ("GPL-3+ with GCC-exception-3.1", "gcc-defaults is Copyright"),  # what it brings: gcc-12
    "libcairo2-dev": ("LGPL-2.1 or MPL-1.1", "under either the LGPL or the MPL"),
    "libxapian-dev": ("GPL-2+", "either version 2 of the"),
    "nodejs": ("Expat", "Permission is hereby granted, free of charge"),
    "qpdf": ("Apache-2.0", "Licensed under the Apache License, Version 2.0"),
    "python3": ("PSF-2", "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2"),
    "python3-venv": ("PSF-2", "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2"),
    "python3-jinja2": ("BSD-3-clause", "The names of the contributors may not be used to endorse"),
    "python3-yaml": ("Expat", "Permission is hereby granted, free of charge"),
    "strace": ("LGPL-2.1+", "either version 2.1 of the License"),
    "unicode-data": ("Unicode", "UNICODE, INC. LICENSE AGREEMENT - DATA FILES AND SOFTWARE"),
    "xvfb": ("MIT", "'standard copyright' agreed upon by most contributors"),
}
# Packages whose package.json names no licence; their licence files do.
SILENT_NPM = {"khroma": "MIT", "reserved": "MIT"}

HEAD = """# Licences

Written by `tools/licences/licences.py`, from the copyright files of the Debian packages and the locks of `apps/web`, `tools/node`,
`tests/pact` and `bench/web`; versions are those of Debian 12. A licence after "also" covers some of the package's files; Expat is
Debian's word for the MIT licence.

**Xapian is GPL-2 or later.** Only catalog's programs link it, behind the port `PocSearch`; no other program and no client does.
Running them as a service asks nothing of us; whoever hands those programs to others hands them on under the GPL (version 3 or
later, because they link OpenSSL 3, which is Apache-2.0), sources included. An adapter of `PocSearch` for OpenSearch takes the
obligation away.

**x264 is GPL-2 or later, and the FFmpeg libraries that Debian builds are with it.** Only `mrbill-content-video`,
`-decode` and `-preview` link them, programs of their own that others start and read; the same holds for those. The fonts that films and
reports are set in are under the OFL, Apache-2.0 and BSD licences. H.264 and AAC are covered by patents in some countries: a licence
for those is the operator's matter. cairo, pango, libidn2 (the library: LGPL-3+ or GPL-2+) and
their like are LGPL and linked as shared libraries. Everything else that is
linked is permissive.

`services/auth/domain/common_passwords.bloom` is made from a list of [SecLists](licences/seclists.txt), under the MIT licence.
"""


def purposes() -> dict[str, list[str]]:
    """Heading to packages. A -dev package of build.txt is a library that our programs link."""
    build = listed("build")
    return {
        "Linked into our programs": [name for name in build if name.endswith("-dev")],
        "What builds them": [name for name in build if not name.endswith("-dev")],
        "Run beside them": listed("run"),
        "For tests": listed("test"),
        "For `./mrbill test --all` and benches": sorted({*listed("all"), *listed("bench")} - {*listed("test")}),
    }


def listed(purpose: str) -> list[str]:
    lines = (PACKAGES / f"{purpose}.txt").read_text().splitlines()
    return [line.split()[0] for line in lines if line.strip() and not line.startswith("#")]


def copyright_text(package: str) -> str:
    file = Path("/usr/share/doc", package, "copyright")
    return file.read_text(errors="replace") if file.exists() else downloaded_copyright(package)


def downloaded_copyright(package: str) -> str:
    """Of a package that is not installed here (npm, where Node came with its own)."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        archive = next(Path(folder).glob("*.deb"))
        subprocess.run(["dpkg-deb", "-x", archive, "content"], cwd=folder, check=True)
        return Path(folder, "content/usr/share/doc", package, "copyright").read_text(errors="replace")


def licence(package: str) -> str:
    text = copyright_text(package)
    if package in PROSE:
        name, phrase = PROSE[package]
        if phrase not in text:
            raise SystemExit(f"licences: the copyright of {package} reads otherwise now; look at it and correct PROSE")
        return name
    names = licences_of(text)
    if not names:
        raise SystemExit(f"licences: the copyright of {package} is prose; read it and add it to PROSE")
    main, *others = names
    shown = ", ".join(others[:SHOWN_BESIDE]) + (f" and {len(others) - SHOWN_BESIDE} more" if len(others) > SHOWN_BESIDE else "")
    return main + (f"; also {shown}" if others else "")


NPM = {
    "apps/web": ("## From npm, for the web client",
                 "What its page is made of (`dependencies` of its `package.json`) is served; the rest builds and tests it."),
    "tools/node": ("## From npm, for tools", "Tools for building and testing; of these only `swagger-ui-dist` is served, at `/api/docs`."),
    "tests/pact": ("## From npm, for the pacts of `./mrbill test --all`", "Pact; nothing else installs it, and nothing of it is served."),
    "bench/web": ("## From npm, for `./mrbill bench web`", "Lighthouse; nothing else installs it, and nothing of it is served."),
}


def npm_packages(lock: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Name to licence: what is asked for, and what came with it."""
    entries = json.loads(lock.read_text())["packages"]
    asked = entries[""]["dependencies"] | entries[""].get("devDependencies", {}) | entries[""].get("optionalDependencies", {})
    found = {path.rpartition("node_modules/")[2]: entry for path, entry in entries.items() if path}
    names = {name: entry.get("license") or SILENT_NPM[name] for name, entry in found.items()}
    return {name: names[name] for name in sorted(asked)}, {name: names[name] for name in sorted(names) if name not in asked}


def document() -> str:
    lines = [HEAD]
    for heading, packages in purposes().items():
        lines += [f"## {heading}", "", "| Debian package | licence |", "|---|---|"]
        lines += [f"| {package} | {licence(package)} |" for package in sorted(packages)]
        lines.append("")
    for place, (heading, about) in NPM.items():
        lines += npm_lines(LOCKS[place], heading, about)
    return "\n".join(lines) + "\n"


def npm_lines(lock: Path, heading: str, about: str) -> list[str]:
    asked, further = npm_packages(lock)
    lines = [heading, "", about, "",
              "| npm package | licence |", "|---|---|", *(f"| {name} | {name_of} |" for name, name_of in asked.items()), "",
              "They bring:", ""]
    by_licence: dict[str, list[str]] = defaultdict(list)
    for name, name_of in further.items():
        by_licence[name_of].append(name)
    for name_of, names in sorted(by_licence.items(), key=lambda item: (-len(item[1]), item[0])):
        lines += textwrap.wrap(f"- {name_of} ({len(names)}): {', '.join(names)}", 128, subsequent_indent="  ",
                               break_on_hyphens=False)
    return [*lines, ""]


if __name__ == "__main__":
    if sys.argv[1:] == ["--print"]:
        print(document(), end="")
    else:
        TARGET.write_text(document())
