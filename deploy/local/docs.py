"""The interactive documentation of /api/docs, served by the gateway: the bundled contracts and Swagger UI.

Swagger UI comes from npm in the version, and with the checksum, of tools/node/package-lock.json. Nothing of it is run.

What the page loads carries in its name which content it is: a browser keeps it for good, and asks again for the page alone. The
contracts lie there under their plain names, too, for programs.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from .description import NAMES, SERVICES

PACKAGE = "swagger-ui-dist"
ASSETS = ("swagger-ui.css", "swagger-ui-bundle.js", "LICENSE")
PAGE = Path(__file__).parent / "docs_page"
INDEX = "index.html"
WHOLE = {INDEX, "LICENSE"}           # under their own names alone


def build(checkout: Path, build_folder: Path) -> None:
    """Fills build_folder/docs. Without the npm registry the page is left out, with a word about it."""
    parts = build_folder / "docs-parts"
    parts.mkdir(parents=True, exist_ok=True)
    subprocess.run([checkout / "contracts" / "bundle", parts], check=True, stdout=subprocess.DEVNULL)
    for file in PAGE.iterdir():
        (parts / file.name).write_text(with_services(file.read_text(encoding="utf-8")), encoding="utf-8")
    _bring_swagger_ui(checkout, parts)
    put_together(parts, build_folder / "docs")


def with_services(text: str) -> str:
    """What the page says of each service's contract."""
    definitions = (f"{{ name: '{service.name}', title: '{service.title}', file: '{service.name}.json' }}," for service in SERVICES)
    links = (f'<a href="{name}.json">{name}.json</a>' for name in NAMES)
    return text.replace("{{definitions}}", "\n  ".join(definitions)).replace("{{contracts}}", ", ".join(links))


def put_together(parts: Path, target: Path) -> None:
    """The parts with versions in their names, and in what names them: the script names the contracts, the page the script."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(parts / "problems", target / "problems")
    versions: dict[str, str] = {}
    for file in sorted((file for file in parts.iterdir() if file.is_file() and not file.name.startswith(".")), key=_by_who_names_whom):
        content = file.read_bytes() if file.name in ASSETS else _with_versions(file.read_text(encoding="utf-8"), versions).encode()
        if file.name not in WHOLE:
            versions[file.name] = f"{file.stem}-v{hashlib.sha256(content).hexdigest()[:12]}{file.suffix}"
            (target / versions[file.name]).write_bytes(content)
        if file.name in WHOLE or file.suffix == ".json":
            (target / file.name).write_bytes(content)


def _by_who_names_whom(file: Path) -> tuple[bool, bool, str]:
    return file.suffix == ".html", file.suffix == ".js", file.name


def _with_versions(text: str, versions: dict[str, str]) -> str:
    for name, versioned in versions.items():
        for quote in "'\"":
            text = text.replace(f"{quote}{name}{quote}", f"{quote}{versioned}{quote}")
    return text


def _bring_swagger_ui(checkout: Path, target: Path) -> None:
    locked = json.loads((checkout / "tools/node/package-lock.json").read_text())["packages"][f"node_modules/{PACKAGE}"]
    stamp = target / ".swagger-ui"
    if stamp.exists() and stamp.read_text() == locked["integrity"]:
        return
    print(f"  fetching {PACKAGE} {locked['version']} for /api/docs", flush=True)
    try:
        _fetch(locked, target)
        stamp.write_text(locked["integrity"])
    except (OSError, subprocess.SubprocessError) as error:
        print(f"  /api/docs stays without its page: npm could not bring {PACKAGE}: {error}", flush=True)


def _fetch(locked: dict, target: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["npm", "pack", "--silent", "--ignore-scripts", f"{PACKAGE}@{locked['version']}"], cwd=scratch,
                       check=True, timeout=300, stdout=subprocess.DEVNULL)
        archive = next(Path(scratch).glob("*.tgz"))
        algorithm, _, wanted = locked["integrity"].partition("-")
        if base64.b64encode(hashlib.new(algorithm, archive.read_bytes()).digest()).decode() != wanted:
            raise OSError("the checksum is not the locked one")
        with tarfile.open(archive) as files:
            for name in ASSETS:
                (target / name).write_bytes(files.extractfile(f"package/{name}").read())
