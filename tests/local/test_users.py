"""Started by root, each service is a user of its own, and none reaches what another keeps."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
import time
from pathlib import Path

import pytest

from local import account, users
from local.description import NAMES, SERVICES, who_is_told
from local.unit import Plan

from platform_fixtures import RunningPlatform

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives each service a user of its own")

# What a user may read below the state folder, beside the program.
OWN = {service.name: (f"secrets/{service.name}", f"data/{service.name}", f"data/objects/{service.name}",
                      *(f"data/{folder}" for folder in service.folders)) for service in SERVICES}
OWN[who_is_told("MRBILL_MAILDIR")] += ("mail/",)
OWN |= {"postgres": ("data/postgres", "configuration/postgresql.conf"),
        "redis": ("data/events", "data/cache", "configuration/events.conf", "configuration/cache.conf"),
        "gateway": ("configuration/gateway/", "log/gateway-access.log")}
PUBLIC = ("program/", "users.json", "demo.json")
KEEPERS = ("supervisor", "watcher")


def as_user(role: str, *command: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(["setpriv", f"--reuid=mrbill-{role}", f"--regid=mrbill-{role}", "--clear-groups", *command], text=True,
                          capture_output=True, cwd="/", timeout=60, input=said)


TRY = 'while IFS= read -r name; do [ ! -r "$name" ] || printf "%s\\n" "$name"; done'


def everybody(platform):
    return {unit.name: platform.process(unit.name) for unit in Plan.read(platform.state.plan).units}


def uid_of(pid: int) -> int:
    return os.stat(f"/proc/{pid}").st_uid


@pytest.fixture(scope="module")
def busy(own_platform):
    """A platform where something lies in every folder."""
    person = own_platform.sign_up()
    person.post("/api/v1/pocs", {"name": "one"}).expect(201)
    made = person.post("/api/v1/content/videos", {"title": "Mine", "durationSeconds": 20}).expect(202).json
    deadline = time.monotonic() + 60
    while person.get(f"/api/v1/content/videos/{made['requestId']}").expect(200).json["status"] != "COMPLETED":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return own_platform


def test_each_owner_has_a_user_and_nobody_is_root(busy):
    owner = {unit.name: unit.user for unit in Plan.read(busy.state.plan).units}
    assert set(owner.values()) == {f"mrbill-{role}" for role in users.ROLES}
    uids = {name: uid_of(who.pid) for name, who in everybody(busy).items()}
    assert 0 not in uids.values() and len(set(uids.values())) == len(users.ROLES)
    for who in everybody(busy).values():
        status = Path(f"/proc/{who.pid}/status").read_text()
        facts = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
        assert facts["Groups"].strip() == "" and int(facts["CapEff"], 16) == 0
    assert "share" not in busy.mrbill("status").stdout


@pytest.mark.parametrize("role", users.ROLES)
def test_nobody_reads_what_another_keeps(busy, role):
    root = busy.state.root
    found = as_user(role, "find", str(root), "-type", "f", "-readable").stdout.splitlines()
    # what lies behind folders that cannot be listed, by its name
    folders = ("secrets", "configuration", "run", "log", "mail", "data")
    known = [str(file) for folder in folders for file in (root / folder).rglob("*") if file.is_file()]
    found += as_user(role, "sh", "-c", TRY, said="\n".join(known) + "\n").stdout.splitlines()
    readable = {os.path.relpath(name, root) for name in found}
    logs = {f"log/{unit.name}.log" for unit in Plan.read(busy.state.plan).units if unit.user == f"mrbill-{role}"}
    foreign = {name for name in readable - logs if not name.startswith(OWN[role] + PUBLIC)}
    assert foreign == set()
    assert any(name.startswith(OWN[role]) for name in readable), "the search found nothing at all"


@pytest.mark.parametrize("role", users.ROLES)
def test_nobody_writes_what_the_supervisor_runs_or_reads(busy, role):
    root = busy.state.root
    writable = as_user(role, "find", str(root), "-writable", "-not", "-type", "l").stdout.splitlines()
    shared = [os.path.relpath(name, root) for name in writable]
    assert not [name for name in shared if name.startswith(("program", "run", "users.json", "overrides.json", "ports.json"))]
    # Its own files can be written where they lie, never exchanged for others or for links.
    assert not {".", "data", "data/objects", "secrets", "configuration", "configuration/gateway", "log"} & set(shared)


@pytest.mark.parametrize("role", users.ROLES)
def test_nobody_looks_into_another_process_or_ends_it(busy, role):
    others = [unit.name for unit in Plan.read(busy.state.plan).units if unit.user != f"mrbill-{role}"]
    for name in (*others, *KEEPERS):
        pid = busy.process(name).pid
        for secret in ("environ", "mem", "maps"):
            assert as_user(role, "head", "-c1", f"/proc/{pid}/{secret}").returncode != 0
        assert as_user(role, "ls", f"/proc/{pid}/fd/").returncode != 0
        assert as_user(role, "kill", "-0", str(pid)).returncode != 0
    assert as_user(role, "head", "-c1", "/proc/self/environ").returncode == 0


def test_the_password_of_one_database_opens_no_other(busy):
    own = {service: busy.environment(service)[f"MRBILL_{service.upper()}_DATABASE_URL"] for service in NAMES}
    for service, url in own.items():
        for database in own:
            asked = subprocess.run(["psql", "-X", "-c", "select 1", f"{url.rpartition('/')[0]}/{database}"], text=True, capture_output=True)
            assert (asked.returncode == 0) == (database == service), asked.stderr


def test_a_new_generation_runs_as_the_same_users(busy):
    before = {name: uid_of(who.pid) for name, who in everybody(busy).items()}
    former = everybody(busy)["catalog"]
    done = busy.mrbill("restart", "catalog", "content-worker")
    assert done.returncode == 0, done.stdout
    assert everybody(busy)["catalog"] != former
    assert {name: uid_of(who.pid) for name, who in everybody(busy).items()} == before


def test_a_backup_is_restored_to_its_users(busy, tmp_path):
    person = busy.sign_up()
    person.post("/api/v1/pocs", {"name": "kept"}).expect(201)
    planted = Path(busy.state.objects("content"))
    (planted / "planted-link").symlink_to("/etc/shadow")
    os.link(busy.state.secrets / "auth_kek", planted / "planted-name")  # a kernel may let others do that
    done = busy.mrbill("backup", str(tmp_path / "file"))
    assert done.returncode == 0, done.stdout
    listed = subprocess.run(["tar", "-tf", str(tmp_path / "file")], text=True, capture_output=True, check=True).stdout
    assert "objects/content/" in listed and "planted" not in listed
    done = busy.mrbill("restore", str(tmp_path / "file"), "--yes")
    assert done.returncode == 0, done.stdout
    assert busy.log_in(person.email).get("/api/v1/pocs").expect(200).json["items"][0]["name"] == "kept"
    for role in ("postgres", "content"):
        folder = busy.state.data("postgres") if role == "postgres" else busy.state.objects("content")
        assert {file.owner() for file in folder.rglob("*")} == {f"mrbill-{role}"}


def test_in_a_folder_of_anybody_else_all_run_as_its_owner_and_status_says_what_that_means():
    alone = RunningPlatform()
    try:
        account.give_to_user(alone.state)
        alone.up()
        owner = pwd.getpwnam(account.USER)
        assert {uid_of(who.pid) for who in (*everybody(alone).values(), *map(alone.process, KEEPERS))} == {owner.pw_uid}
        assert f"all services share the user {owner.pw_name}:" in alone.mrbill("status").stdout
        assert alone.sign_up().post("/api/v1/pocs", {"name": "one"}).status == 201
    finally:
        alone.down()


def test_platforms_come_and_go_and_share_their_users(busy):
    """Six and no more, however many there were: what each platform leaves is looked at where it ends (test_commands.py)."""
    ours = {entry.pw_name for entry in pwd.getpwall() if entry.pw_name.startswith("mrbill")}
    assert ours - {account.USER} == {f"mrbill-{role}" for role in users.ROLES}
    assert set(users.of(busy.state).values()) <= ours


def test_a_link_among_the_mails_is_not_followed(busy, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("To: everybody@example.org\n\nsecret")
    planted = busy.state.mail / "new" / "9999999999.planted"
    planted.symlink_to(secret)
    try:
        said = busy.mrbill("mail")
        assert said.returncode == 0 and "secret" not in said.stdout
    finally:
        planted.unlink()


def test_what_the_operator_sets_is_read_by_root_alone(busy):
    assert stat.S_IMODE(busy.state.overrides.stat().st_mode) == 0o600
