"""The interactive documentation of /api/docs, served by the gateway: the bundled contracts and Swagger UI.

Swagger UI comes from npm in the version, and with the checksum, of tools/node/package-lock.json. Nothing of it is run.
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

PACKAGE = "swagger-ui-dist"
ASSETS = ("swagger-ui.css", "swagger-ui-bundle.js", "LICENSE")
PAGE = Path(__file__).parent / "docs_page"


def build(checkout: Path, build_folder: Path) -> None:
    """Fills build_folder/docs. Without the npm registry the page is left out, with a word about it."""
    target = build_folder / "docs"
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run([checkout / "contracts" / "bundle", target], check=True, stdout=subprocess.DEVNULL)
    for file in PAGE.iterdir():
        shutil.copyfile(file, target / file.name)
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
