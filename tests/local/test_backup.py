"""A backup of a running platform, and that platform as it was, compared answer by answer."""

from __future__ import annotations

import io
import json
import shutil
import stat
import tarfile
import tempfile
import threading
import time
from pathlib import Path

import pytest

from local import backup_format, process, restore
from local.account import Refused
from local.state import State
from local.unit import Plan

from platform_fixtures import PASSWORD, RunningPlatform


def until(condition, seconds=60.0):
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.05)
    return found


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


class Company:
    """An owner with POCs, a member, a report and a shared film; `seen` is all that they are told."""

    def __init__(self, platform) -> None:
        self.platform, self.owner = platform, platform.sign_up()
        self.member = platform.invite(self.owner)
        for number in range(12):
            self.owner.post("/api/v1/pocs", {"name": f"kept {number}", "language": "Go", "tags": ["one", f"t{number % 3}"]}).expect(201)
        self.member.post("/api/v1/pocs", {"name": "of the member", "isPublic": True}).expect(201)
        self._finished("/api/v1/content/reports", {"title": "A year", "format": "CSV"}, "reportId")
        film = self._finished("/api/v1/content/videos", {"title": "A year", "durationSeconds": 20}, "requestId")
        self.share = self.owner.post(f"/api/v1/content/videos/{film}/share").expect(200).json["token"]

    def _finished(self, path: str, spec: dict, name: str) -> str:
        made = self.owner.post(path, spec).expect(202).json[name]
        until(lambda: self.owner.get(f"{path}/{made}").expect(200).json["status"] == "COMPLETED")
        return made

    def seen(self) -> dict:
        """Signed in anew: with the password, by the address, as anybody would after a restore."""
        owner, member = self.platform.log_in(self.owner.email), self.platform.log_in(self.member.email)
        get = lambda person, path: person.get(path).expect(200).json  # noqa: E731
        told = {name: get(owner, path) for name, path in {
            "me": "/api/v1/users/me", "company": "/api/v1/tenants/current", "members": "/api/v1/tenants/current/members",
            "pocs": "/api/v1/pocs?pageSize=100", "tenant": "/api/v1/pocs?scope=tenant&pageSize=100"}.items()}
        told["member"] = get(member, "/api/v1/pocs?pageSize=100")
        told["found"] = sorted(item["pocId"] for item in get(owner, "/api/v1/pocs?search=kept&pageSize=100")["items"])
        report, film = (get(owner, f"/api/v1/content/{kind}")["items"][0] for kind in ("reports", "videos"))
        told["files"] = [self.platform.api.get(path_of(url)).expect(200).body for url in (report["reportUrl"], film["videoUrl"])]
        shared = self.platform.api.get(f"/api/v1/content/shared/{self.share}").expect(200).json
        told["shared"] = {name: value for name, value in shared.items() if name in ("title", "createdAt", "duration")}
        return _without_links(told)


def _without_links(told):
    """Signed links differ from second to second, and a sign-in is remembered as the last one."""
    if isinstance(told, dict):
        return {name: _without_links(value) for name, value in told.items() if not name.endswith("Url") and name != "lastLoginAt"}
    return [_without_links(value) for value in told] if isinstance(told, list) else told


class Registering:
    """Somebody who registers POCs while the backup is taken."""

    def __init__(self, platform) -> None:
        self.person, self.names, self.stopping = platform.sign_up(), [], False
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        while not self.stopping:
            name = f"during {len(self.names)}"
            if self.person.post("/api/v1/pocs", {"name": name}).status == 201:
                self.names.append(name)

    def __enter__(self) -> "Registering":
        self.thread.start()
        until(lambda: len(self.names) >= 5)
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping = True
        self.thread.join(60)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A platform, its company, and the backup that was taken while others wrote."""
    platform = RunningPlatform()
    try:
        platform.up()
        company = Company(platform)
        before = until(lambda: len((seen := company.seen())["found"]) == 12 and seen)
        file = tmp_path_factory.mktemp("kept") / "mrbill.backup"
        with Registering(platform) as writing:
            acknowledged = len(writing.names)
            done = platform.mrbill("backup", str(file))
            assert done.returncode == 0, done.stdout
        yield platform, company, before, file, (writing, acknowledged)
    finally:
        platform.down()


def everybody(platform):
    return {unit.name: platform.process(unit.name) for unit in Plan.read(platform.state.plan).units}


def test_the_file_is_for_its_owner_alone_and_nothing_else_is_left(kept):
    platform, _, _, file, _ = kept
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]
    assert not (platform.state.root / "backup").exists()
    with tarfile.open(file) as tar:
        assert len([name for name in tar.getnames() if name.startswith("objects/") and name.endswith("@object")]) >= 2


@pytest.mark.parametrize("harm, words", [
    (lambda data: data[:len(data) // 2], "not a whole backup"),
    (lambda data: data[:len(data) // 3] + bytes([data[len(data) // 3] ^ 1]) + data[len(data) // 3 + 1:], "not a whole backup"),
    (lambda data: b"no backup at all", "not a whole backup"),
    (lambda data: b"", "not a whole backup")])
def test_a_damaged_file_is_refused_and_changes_nothing(kept, tmp_path, harm, words):
    platform, _, _, file, _ = kept
    before = everybody(platform)
    damaged = tmp_path / "damaged"
    damaged.write_bytes(harm(file.read_bytes()))
    done = platform.mrbill("restore", str(damaged), "--yes")
    assert done.returncode == 1 and words in done.stdout and "nothing was changed" in done.stdout, done.stdout
    assert everybody(platform) == before and not (platform.state.root / "restore").exists()


def _with_member(name: str, migrations: dict | None = None, **more) -> bytes:
    """A backup of one member."""
    out = io.BytesIO()
    about = json.dumps({"format": 1, "postgresql": "15", "createdAt": "now", "migrations": migrations or {}, "databaseBytes": 0,
                        "objectBytes": 0}).encode()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for member_name, data, extra in (("mrbill-backup.json", about, {}), (name, b"x", more)):
            member = tarfile.TarInfo(member_name)
            member.size = len(data)
            for key, value in extra.items():
                setattr(member, key, value)
            tar.addfile(member, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize("archive", [
    _with_member("../outside"), _with_member("objects/../../outside"), _with_member("/etc/outside"), _with_member("secrets/a/b"),
    _with_member("objects/./a"), _with_member("objects/a b"), _with_member("objects/link", type=tarfile.SYMTYPE, linkname="/etc/passwd"),
    _with_member("run/wanted")])
def test_a_file_that_reaches_elsewhere_is_refused(tmp_path, archive):
    state = State(tmp_path / "s")
    state.lay_out()
    with pytest.raises(Refused, match="nothing was changed"):
        restore.stage(state, io.BytesIO(archive))
    assert not (state.root / "restore").exists() and not (tmp_path / "outside").exists()


def test_a_backup_of_a_newer_program_is_refused(tmp_path):
    state = State(tmp_path / "s")
    state.lay_out()
    with pytest.raises(Refused, match="newer Mr Bill .auth/V999__x.sql"):
        restore.stage(state, io.BytesIO(_with_member("demo.json", {"auth": ["V999__x.sql"]})))


def test_without_room_nothing_is_begun(tmp_path):
    with pytest.raises(Refused, match="are free; nothing was changed"):
        backup_format.require_room(tmp_path, 1 << 60, "the backup")


def test_nothing_is_restored_without_a_yes(kept):
    platform, _, _, file, _ = kept
    before = everybody(platform)
    done = platform.mrbill("restore", str(file), said="no\n")
    assert done.returncode == 1 and "Nothing was changed" in done.stdout
    assert everybody(platform) == before


@pytest.mark.parametrize("moves", range(9))
def test_a_restore_killed_between_two_moves_is_finished_by_the_next_up(tmp_path, monkeypatch, moves):
    """`moves` renames happen, then the process dies; then it is done again."""
    state = State(tmp_path / "s")
    state.lay_out()
    targets = {"cluster": state.data("postgres"), "objects": state.data("objects"), "secrets": state.secrets}
    for name, target in targets.items():
        for folder, words in ((state.root / "restore" / name, "new"), (target, "old")):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "what").write_text(words)
    (state.root / "restore" / "demo.json").write_text("[]")
    (state.root / "restore" / "complete").touch()
    for derived in ("search", "events"):
        state.data(derived).mkdir()
    left, real = [moves], restore.os.replace

    class Killed(BaseException):
        pass

    def replace(*arguments):
        if not left[0]:
            raise Killed
        left[0] -= 1
        real(*arguments)

    monkeypatch.setattr(restore.os, "replace", replace)
    try:
        restore.put_in_place(state)
    except Killed:
        assert restore.is_waiting(state)
        left[0] = 99
        restore.put_in_place(state)
    assert {name: (target / "what").read_text() for name, target in targets.items()} == dict.fromkeys(targets, "new")
    assert state.demo.read_text() == "[]" and not restore.is_waiting(state)
    assert {(state.root / "replaced" / name / "what").read_text() for name in targets} == {"old"}
    assert not state.data("search").exists() and not state.data("events").exists()


def test_the_platform_is_as_it_was_when_the_backup_was_taken(kept):
    platform, company, before, file, (writing, acknowledged) = kept
    newcomer = platform.sign_up()
    for item in company.owner.get("/api/v1/pocs?pageSize=3").json["items"]:
        path = f"/api/v1/pocs/{item['pocId']}"
        company.owner.delete(path, headers={"If-Match": company.owner.get(path).headers["etag"]}).expect(204)
    company.owner.post("/api/v1/pocs", {"name": "kept afterwards"}).expect(201)
    tag = company.owner.get("/api/v1/users/me").headers["etag"]
    company.owner.patch("/api/v1/users/me", {"fullName": "Changed Afterwards"}, headers={"If-Match": tag}).expect(200)
    for held in platform.state.data("objects").rglob("*@object"):
        held.write_bytes(b"something else")

    done = platform.mrbill("restore", str(file), "--yes")
    assert done.returncode == 0, done.stdout
    assert not any((platform.state.root / name).exists() for name in ("restore", "replaced"))
    until(lambda: len(company.seen()["found"]) == 12)
    assert company.seen() == before
    assert platform.api.post("/api/v1/auth/login", {"email": newcomer.email, "password": PASSWORD}).status == 401

    person = platform.log_in(writing.person.email)
    names = [item["name"] for page in (1, 2, 3, 4, 5, 6, 7, 8) for item in
             person.get("/api/v1/pocs", query={"sortBy": "createdAt", "sortOrder": "asc", "pageSize": 100,
                                               "page": page}).expect(200).json["items"]]
    assert len(names) >= min(acknowledged, 800) and names == writing.names[:len(names)]


def test_after_a_restore_everything_goes_on(kept):
    platform, company, *_ = kept
    owner = platform.log_in(company.owner.email)
    made = owner.post("/api/v1/pocs", {"name": "kept and going on"}).expect(201).json
    until(lambda: platform.sql("catalog", "select count(*) from outbox") == "0")
    assert made["pocId"] in [item["pocId"] for item in owner.get("/api/v1/pocs?search=going").json["items"]]
    tag = owner.get("/api/v1/users/me").headers["etag"]
    owner.patch("/api/v1/users/me", {"fullName": "Told Again"}, headers={"If-Match": tag}).expect(200)
    until(lambda: platform.sql("catalog", f"select full_name from people where user_id = '{owner.user_id}'") == "Told Again")


def test_the_backup_is_refused_when_nothing_runs(tmp_path):
    platform = RunningPlatform()
    try:
        platform.up()
        platform.mrbill("down")
        done = platform.mrbill("backup", str(tmp_path / "file"))
        assert done.returncode == 1 and "not up" in done.stdout, done.stdout
        assert list(tmp_path.iterdir()) == []
    finally:
        platform.down()


@pytest.fixture
def archive():
    """A folder for PostgreSQL's log. What copies into it is a program of its own and may outlive PostgreSQL by a moment."""
    folder = Path(tempfile.mkdtemp(prefix="mrbill-wal-", dir="/tmp"))
    folder.chmod(0o777)
    yield folder
    until(lambda: _is_removed(folder))


def _is_removed(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def test_the_write_ahead_log_can_be_archived(archive, platform_with):
    archiving = platform_with({"postgres": {"archive_mode": "on", "archive_command": f"cp %p '{archive}'/%f"}})
    archiving.sql("postgres", "create table x (n int); select pg_switch_wal()")
    until(lambda: list(archive.iterdir()))
    assert process.alive(archiving.process("postgres"))
