"""What is new waits until the databases fit it."""

import os
import stat
from types import SimpleNamespace

import pytest

from local import lifecycle, migrations, program
from local.state import State


@pytest.fixture
def installed(tmp_path):
    """install(word): a build whose programs and migrations say `word`; the state they are put into."""
    state = State(tmp_path / "s")
    state.root.mkdir()
    checkout, binaries = tmp_path / "checkout", tmp_path / "build" / "bin"
    migration_folder = checkout / "services" / "auth" / "migrations"
    for folder in (binaries, migration_folder):
        folder.mkdir(parents=True)

    def install(word):
        for name in ("mrbill-auth", "mrbill-migrate"):
            (binaries / name).unlink(missing_ok=True)   # a linker writes a new file
            (binaries / name).write_text(word)
        (migration_folder / "V001__x.sql").write_text(word)
        program.install(checkout, binaries, state)
        return state

    return install


def running(state):
    return (state.program / "bin" / "mrbill-auth").read_text()


def test_a_program_arrives_after_what_it_needs_was_migrated(installed):
    program.arrive(installed("old"))
    state = installed("new")
    assert running(state) == "old"
    assert (program.newest(state) / "migrations" / "auth" / "V001__x.sql").read_text() == "new"
    program.arrive(state)
    assert running(state) == "new"
    assert program.newest(state) == state.program
    assert (state.program / "migrations" / "auth" / "V001__x.sql").read_text() == "new"


def test_a_program_that_is_the_same_stays_the_same_file(installed):
    program.arrive(installed("same"))
    state = State(installed("other").root)
    program.arrive(state)
    before = (state.program / "bin" / "mrbill-auth").stat()
    program.install(state.root.parent / "checkout", state.root.parent / "build" / "bin", state)
    program.arrive(state)
    after = (state.program / "bin" / "mrbill-auth").stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


@pytest.mark.parametrize("mask", [0o077, 0o000])
def test_everybody_may_execute_what_arrives_and_nobody_else_changes_it_whatever_the_mask(installed, mask):
    before = os.umask(mask)
    try:
        state = installed("new")
        program.arrive(state)
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in state.program.rglob("*")}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o755}
    assert {modes[path] for path in (state.program / "bin").iterdir()} == {0o755}
    assert {mode for path, mode in modes.items() if path.is_file() and path.parent.name != "bin"} == {0o644}


def test_a_failed_migration_leaves_the_programs_that_run(installed, monkeypatch):
    program.arrive(installed("old"))
    state = installed("new")

    def refuse(*_):
        raise migrations.MigrationFailed("refused")

    monkeypatch.setattr(migrations, "migrate", refuse)
    up = lifecycle.Lifecycle(state)
    monkeypatch.setattr(up, "start_servers", lambda *_: False)
    monkeypatch.setattr(up, "surroundings", lambda *_: SimpleNamespace(postgres=SimpleNamespace(create_databases=lambda: False)))
    with pytest.raises(migrations.MigrationFailed):
        up.up(None)
    assert running(state) == "old"
    program.arrive(state)
    assert running(state) == "new"
