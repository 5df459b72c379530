"""A folder may have any name: the desktop of a Brazilian Debian is "Área de Trabalho"."""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from platform_fixtures import RunningPlatform

ROOT = Path(__file__).parents[2]
STATE = """Área de Trabalho/d'Ávila "casa" 100% #1 \\ (e mais; & outras)/s"""
CHECKOUT = "Área de Trabalho/d'Ávila & filhos, 100% (e mais)"


@pytest.fixture(scope="module")
def away():
    running = RunningPlatform(draws=True, inside=STATE)
    try:
        yield running.up()
    finally:
        running.down()


def finished(person, path, spec, name):
    made = person.post(path, spec).expect(202).json[name]
    deadline = time.monotonic() + 120
    while (known := person.get(f"{path}/{made}").expect(200).json)["status"] != "COMPLETED":
        assert known["status"] != "FAILED" and time.monotonic() < deadline, known
        time.sleep(0.05)
    return known


def test_a_platform_lives_in_any_folder(away):
    person = away.sign_up()
    person.post("/api/v1/pocs", {"name": "perto de casa", "language": "Go"}).expect(201)
    assert person.get("/api/v1/pocs?search=casa").expect(200).json["pagination"]["totalItems"] == 1
    report = finished(person, "/api/v1/content/reports", {"title": "Ano", "format": "PDF"}, "reportId")
    assert away.api.get("/" + report["reportUrl"].split("/", 3)[3]).expect(200).body.startswith(b"%PDF")
    person.post("/api/v1/content/videos/storyboard", {"title": "Ano", "durationSeconds": 20}).expect(200)
    assert away.api.get("/api/docs/").expect(200).headers["content-type"] == "text/html"
    known = json.loads(away.mrbill("status", "--json").stdout)
    assert {service["state"] for service in known["services"]} == {"ready"}
    assert away.mrbill("mail", person.email).returncode == 0 and away.mrbill("logs", "auth").returncode == 0


def test_everything_in_it_comes_back_after_a_kill_a_restart_and_a_restore(away, tmp_path):
    person = away.sign_up()
    person.post("/api/v1/pocs", {"name": "perto"}).expect(201)
    for name in ("events", "gateway", "postgres"):
        away.wait_back(name, away.kill(name), seconds=50)
    file = tmp_path / "cópia de 'segurança'.backup"
    for words in (("restart",), ("backup", str(file)), ("restore", str(file), "--yes"), ("down",)):
        done = away.mrbill(*words)
        assert done.returncode == 0, done.stdout
    away.up()
    assert away.log_in(person.email).get("/api/v1/pocs").expect(200).json["items"][0]["name"] == "perto"


@pytest.mark.parametrize("name", ["a:b", "a*", "a?", "a[b", "a$b", "a\nb"])
def test_a_state_folder_whose_name_would_be_taken_for_something_else_is_refused(tmp_path, name):
    elsewhere = RunningPlatform(inside=name)
    try:
        refused = elsewhere.up_again()
        assert refused.returncode == 1 and "MRBILL_STATE" in refused.stdout and not elsewhere.state.root.exists()
    finally:
        elsewhere.down()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """What git knows of this checkout, in a folder with such a name."""
    target = tmp_path_factory.mktemp("away") / CHECKOUT
    names = subprocess.run(["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                           cwd=ROOT,
                           check=True, capture_output=True).stdout.split(b"\0")
    for name in map(os.fsdecode, filter(None, names)):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return target


def test_the_script_runs_in_a_checkout_in_any_folder(checkout, tmp_path):
    elsewhere = {name: value for name, value in os.environ.items() if not name.startswith("MRBILL_")}
    for words, expected in (("help", "./mrbill COMMAND"), ("up --help", "usage: ./mrbill up"), ("bench", "  list:")):
        done = subprocess.run([checkout / "mrbill", *words.split()], text=True, capture_output=True, timeout=60, cwd=tmp_path,
                              env=elsewhere)
        assert done.returncode == 0 and expected in done.stdout, done
    refused = subprocess.run([checkout / "mrbill", "status"], text=True, capture_output=True, timeout=60, cwd=tmp_path, env=elsewhere)
    assert refused.returncode == 1 and str(checkout / ".local") in refused.stderr


def test_a_checkout_in_any_folder_is_built_there(checkout):
    """Code from the contracts, a library, files and pages: what a build makes of paths."""
    folder = checkout / "build" / "release"
    for command in (["cmake", "--preset", "release", "-B", folder],
                    ["ninja", "-C", folder, "contract_languages", "fonts"],
                    [checkout / "contracts" / "bundle", folder / "docs"]):
        done = subprocess.run(command, cwd=checkout, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600,
                              env=dict(os.environ) | {"CCACHE_BASEDIR": str(checkout), "CCACHE_NOHASHDIR": "1"})
        assert done.returncode == 0, done.stdout
    assert list(folder.glob("contracts/*.a")) and list(folder.glob("share/fonts/*.ttf"))
