"""The services are described once: another entry in deploy/local/services.toml is enough for all that starts and tends them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from service_names import listed, spelled

from local import description

ROOT = Path(__file__).parents[2]
NAMES, PROGRAMS = description.NAMES, tuple(program.name for program in description.PROGRAMS)
FRUIT = ("apples", "pears", "plums")
ENTRY = """
[orchard]
title = "Trees and fruit"
tables = ["events"]
calls = ["auth"]
folders = ["seeds"]
keeps_objects = true
helpers = ["ladder"]
variables = ["MRBILL_DEFAULT_LOCALE"]
routes = [
  { at = "/api/v1/orchard/", with = ["client_max_body_size 2m"] },
]

[orchard.programs.orchard]
secrets = ["MRBILL_GATEWAY_KEY"]

[orchard.programs.orchard-worker]
niceness = 5
"""


def test_no_name_of_a_service_is_spelled_out_beside_the_description():
    assert spelled(ROOT, NAMES, PROGRAMS) == []


def test_nothing_lists_the_services_again():
    assert listed(ROOT, NAMES) == []


@pytest.mark.parametrize(("file", "text"), [
    ("deploy/local/ports.py", "NAMES = ('gateway', 'apples')\n"), ("deploy/local/new.py", "url = f'{x}services/pears/y'\n"),
    ("deploy/local/new.py", "x = {'MRBILL_APPLES_PORT': 1}\n"), ("deploy/local/nginx.conf.template", "proxy_pass http://plums;\n"),
    ("deploy/local/new/page.js", "load('pears.json')\n"), ("tests/platform_fixtures.py", "kill('plums-worker')\n")])
def test_a_name_that_is_spelled_out_is_found(tmp_path, file, text):
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text('"""As in x("apples")."""\n' * file.endswith(".py") + text)
    assert len(spelled(tmp_path, FRUIT, ("plums-worker",))) == 1


@pytest.mark.parametrize(("file", "text"), [
    ("tests/e2e/test_x.py", "ALL = ('apples', 'pears', 'plums')\n"), ("tests/e2e/test_x.py", "x = {'apples': 1, 'pears': 2, 'plums': 3}\n"),
    ("bench/x/test_x.py", "x = ['pears-worker', 'apples-worker', 'plums-worker']\n"), ("contracts/x", "for api in apples pears plums\n"),
    ("cmake/x.cmake", "foreach(api apples pears plums)\n"), ("tests/x/x.mjs", "for (const x of ['apples', 'pears', 'plums']) y(x);\n")])
def test_a_list_of_all_services_is_found(tmp_path, file, text):
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(text)
    assert len(listed(tmp_path, FRUIT)) == 1


def test_each_service_has_its_folder_its_contract_and_a_program_for_each_that_is_described():
    for service in description.SERVICES:
        folder = ROOT / "services" / service.name
        assert (ROOT / f"contracts/openapi/{service.name}.yaml").exists()
        mains = {f"{service.name}{file.stem.removeprefix('main').replace('_', '-')}" for file in folder.glob("main*.cpp")}
        assert mains == {program.name for program in service.programs}


@pytest.fixture(scope="module")
def with_another(tmp_path_factory):
    """What follows from a copy of the description that has one more entry."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "deploy/local", folder / "local", ignore=shutil.ignore_patterns("__pycache__"))
    with open(folder / "local/services.toml", "a", encoding="utf-8") as file:
        file.write(ENTRY)
    done = subprocess.run([sys.executable, Path(__file__).with_name("followers.py"), folder / "state"], text=True, capture_output=True,
                          timeout=120, env=os.environ | {"PYTHONPATH": f"{folder}:{ROOT / 'tests'}", "PYTHONDONTWRITEBYTECODE": "1"})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_its_programs_have_ports_of_their_own_and_are_asked_there(with_another):
    ports = with_another["ports"]
    assert {"orchard", "orchard_internal", "orchard_worker_internal"} < set(ports) and len(set(ports.values())) == len(ports)
    for name in ("orchard", "orchard-worker"):
        health = f"http://127.0.0.1:{ports[name.replace('-', '_') + '_internal']}/health/ready"
        assert with_another["units"][name]["asks"] == with_another["ready"][name] == health


def test_its_programs_are_told_what_follows_from_the_entry(with_another):
    api, worker = (with_another["units"][name]["environment"] for name in ("orchard", "orchard-worker"))
    ports = with_another["ports"]
    assert api["MRBILL_ORCHARD_PORT"] == str(ports["orchard"]) and "MRBILL_ORCHARD_PORT" not in worker
    assert worker["MRBILL_ORCHARD_WORKER_INTERNAL_PORT"] == str(ports["orchard_worker_internal"])
    assert "//orchard_app:" in api["MRBILL_ORCHARD_DATABASE_URL"] and "//orchard_worker:" in worker["MRBILL_ORCHARD_WORKER_DATABASE_URL"]
    for told in (api, worker):
        assert told["MRBILL_AUTH_INTERNAL_URL"].endswith(f":{ports['auth_internal']}")
        assert told["MRBILL_SEEDS_DIR"].endswith("/data/seeds") and told["MRBILL_OBJECTS_DIR"].endswith("/data/objects/orchard")
        assert told["MRBILL_LADDER_PROGRAM"].endswith("/mrbill-orchard-ladder") and told["MRBILL_DEFAULT_LOCALE"] == "pt-BR"
    assert "MRBILL_GATEWAY_KEY_FILE" in api and "MRBILL_GATEWAY_KEY_FILE" not in worker
    assert with_another["units"]["orchard"]["overlaps"] and not with_another["units"]["orchard-worker"]["overlaps"]


def test_it_has_a_database_with_its_roles_and_migrations_a_user_and_a_key(with_another):
    assert "create database orchard owner orchard_owner;" in with_another["databases"]
    assert "grant connect on database orchard to orchard_app, orchard_worker;" in with_another["databases"]
    assert with_another["migrations"]["orchard"] == ["events", "orchard"]
    assert "orchard" in with_another["users"] and "orchard" in with_another["keys"]


def test_the_gateway_passes_on_what_is_its_own_and_nginx_takes_the_configuration(with_another):
    nginx = with_another["nginx"]
    assert nginx["takes it"], nginx["says"]
    assert f"upstream orchard {{\n    server 127.0.0.1:{with_another['ports']['orchard']};" in nginx["configuration"]
    assert ("location /api/v1/orchard/ {\n      client_max_body_size 2m;\n      proxy_pass http://orchard;\n" in nginx["configuration"])


def test_the_documentation_shows_its_contract_and_coverage_counts_its_code(with_another):
    assert "{ name: 'orchard', title: 'Trees and fruit', file: 'orchard.json' }," in with_another["page"]
    assert '<a href="orchard.json">' in with_another["index"]
    assert "services/orchard" in with_another["coverage"]


def test_a_backup_holds_its_objects_and_a_restore_gives_them_back_and_takes_away_what_is_derived(with_another):
    assert "orchard/file" in with_another["kept"]
    assert "staging/objects/orchard to orchard" in with_another["given back"]
    assert "seeds" in with_another["derived"]


def test_the_fixtures_of_tests_know_it(with_another):
    assert with_another["unlimited"]["orchard"] == {"MRBILL_ORCHARD_REQUESTS_A_MINUTE": "10000000"}


def test_a_word_that_nobody_knows_is_refused(tmp_path):
    file = tmp_path / "services.toml"
    file.write_text(ENTRY.replace("keeps_objects", "keeps_object"))
    with pytest.raises(TypeError, match="keeps_object"):
        description.read(file)
