"""The clients that openapi-generator and openapi-python-client make of our contracts: made, compiled and run, with not a letter of
them changed. Their makers come from PyPI, so they belong to `test --all`."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from local.description import NAMES

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SENT_AS_BYTES = """content_type_overrides:
  application/x-ndjson: application/octet-stream
  audio/mpeg: application/octet-stream
"""
APIS = {"people" if name == "auth" else name: name for name in NAMES}   # as packages: auth is many libraries' name


def run(*command: object, cwd: Path, **variables: str) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600,
                          check=False,
                          env={**os.environ, **variables})
    assert done.returncode == 0, done.stdout[-4000:]
    return done.stdout


@pytest.fixture(scope="module")
def makers(pypi_programs):
    return pypi_programs


@pytest.fixture(scope="module")
def bundles(tmp_path_factory):
    out = tmp_path_factory.mktemp("bundles")
    run(ROOT / "contracts/bundle", out, cwd=ROOT)
    return out


def walk(command: list, folder: Path, platform, **variables: str) -> None:
    person = platform.sign_up()
    assert "walked" in run(*command, cwd=folder, MRBILL_URL=platform.url, MRBILL_EMAIL=person.email, MRBILL_PASSWORD=person.password,
                           **variables)


def generate(makers: Path, bundles: Path, generator: str, folder: Path, properties: str) -> None:
    for package, api in APIS.items():
        out = folder / package
        run(makers / "openapi-generator-cli", "generate", "-g", generator, "-i", bundles / f"{api}.json", "-o", out,
            f"--additional-properties={properties.format(package=package)}", cwd=folder, PATH=f"{makers}:{os.environ['PATH']}")


def test_openapi_generator_typescript(makers, bundles, tmp_path, platform):
    node = Path(run(ROOT / "tools/node/install", cwd=ROOT, MRBILL_STATE=os.environ.get("MRBILL_STATE", str(ROOT / ".local"))).split()[-1])
    generate(makers, bundles, "typescript-fetch", tmp_path, "importFileExtension=.js")
    for name in ("walk_fetch.ts", "tsconfig.json"):
        shutil.copy(HERE / name, tmp_path)
    (tmp_path / "package.json").write_text('{ "type": "module" }')
    run(node / "bin/node", node / "node_modules/typescript/bin/tsc", cwd=tmp_path)
    walk([node / "bin/node", "made/walk_fetch.js"], tmp_path, platform)


def test_openapi_generator_python(makers, bundles, tmp_path, platform):
    generate(makers, bundles, "python", tmp_path, "packageName={package}")
    shutil.copy(HERE / "walk_generator.py", tmp_path)
    run(makers / "python", "-m", "compileall", "-q", *APIS, cwd=tmp_path)
    walk([makers / "python", "-P", "walk_generator.py"], tmp_path, platform,
         PYTHONPATH=":".join(str(tmp_path / package) for package in APIS))


def test_openapi_python_client(makers, bundles, tmp_path, platform):
    for package, api in APIS.items():
        config = tmp_path / f"{package}.yaml"
        config.write_text(f"package_name_override: {package}\nproject_name_override: {package}\n{SENT_AS_BYTES}")
        run(makers / "openapi-python-client", "generate", "--path", bundles / f"{api}.json", "--config", config, "--meta", "none",
            "--output-path", tmp_path / package, cwd=tmp_path, PATH=f"{makers}:{os.environ['PATH']}")
    shutil.copy(HERE / "walk_python_client.py", tmp_path)
    run(makers / "python", "-m", "compileall", "-q", *APIS, cwd=tmp_path)
    walk([makers / "python", "walk_python_client.py"], tmp_path, platform)
