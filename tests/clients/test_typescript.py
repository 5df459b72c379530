"""The clients that generators make of our contracts for TypeScript: made, compiled and run, with not a letter of them changed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = Path(__file__).with_name("typescript")


@pytest.fixture(scope="module")
def node():
    """Where Node and the packages of tools/node are."""
    return Path(subprocess.run([ROOT / "tools/node/install"], check=True, capture_output=True, text=True, timeout=600,
                               env={**os.environ, "MRBILL_STATE": os.environ.get("MRBILL_STATE", str(ROOT / ".local"))}).stdout.strip())


@pytest.fixture(scope="module")
def bundles(tmp_path_factory):
    out = tmp_path_factory.mktemp("bundles")
    subprocess.run([ROOT / "contracts/bundle", out], check=True, timeout=60)
    return out


class Client:
    """A folder with what a generator made and a walk that uses it."""

    def __init__(self, node: Path, folder: Path) -> None:
        self.node, self.folder = node, folder
        (folder / "node_modules").symlink_to(node / "node_modules")
        (folder / "package.json").write_text('{ "type": "module" }')
        self.bring("tsconfig.json", "resolve.mjs")

    def bring(self, *names: str) -> None:
        for name in names:
            shutil.copy(SOURCES / name, self.folder)

    def run(self, *command: object, **variables: str) -> str:
        done = subprocess.run([self.node / "bin/node", "--disable-warning=ExperimentalWarning", "--import", "./resolve.mjs",
                               *map(str, command)], cwd=self.folder, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, check=False, env={**os.environ, **variables})
        assert done.returncode == 0, done.stdout
        return done.stdout

    def compile(self) -> None:
        self.run("node_modules/typescript/bin/tsc")

    def walk(self, program: str, platform, person) -> None:
        assert "walked" in self.run(program, MRBILL_URL=platform.url, MRBILL_EMAIL=person.email, MRBILL_PASSWORD=person.password)


def test_openapi_typescript(node, bundles, tmp_path, platform):
    client = Client(node, tmp_path)
    client.bring("types.mjs", "walk_fetch.ts")
    client.run("types.mjs", bundles, tmp_path)
    client.compile()
    client.walk("walk_fetch.ts", platform, platform.sign_up())


def test_rtk_query(node, bundles, tmp_path, platform):
    client = Client(node, tmp_path)
    client.bring("endpoints.mjs", "base.ts", "walk_rtk.ts")
    client.run("endpoints.mjs", bundles, ".")
    client.compile()
    client.walk("walk_rtk.ts", platform, platform.sign_up())
