"""Whatever is killed is back, and nothing else is disturbed."""

import signal
import time

import pytest

BACK_WITHIN = 50.0     # seconds: ten times what is promised, for the machine may be busy
UNITS = ("postgres", "events", "cache", "gateway")


def everybody(platform):
    return {name: platform.process(name) for name in (*UNITS, "supervisor", "watcher")}


@pytest.mark.parametrize("name", ["postgres", "events", "cache", "gateway", "supervisor", "watcher"])
def test_a_killed_process_is_back_by_itself_and_no_other_is_touched(own_platform, name):
    before = everybody(own_platform)
    killed = own_platform.kill(name)
    own_platform.wait_back(name, killed, seconds=BACK_WITHIN)
    after = everybody(own_platform)
    assert {other for other in before if before[other] != after[other]} == {name}


def test_a_killed_postmaster_serves_again_with_what_was_committed(own_platform):
    answer_within(own_platform, "create table kept (n int)")
    own_platform.sql("postgres", "insert into kept values (7)")
    killed = own_platform.kill("postgres")
    own_platform.wait_back("postgres", killed, seconds=BACK_WITHIN)
    assert answer_within(own_platform, "select n from kept") == "7"


def answer_within(platform, statement, seconds=10):
    deadline = time.monotonic() + seconds
    while True:
        try:
            return platform.sql("postgres", statement)
        except RuntimeError:
            if time.monotonic() > deadline:
                raise


def test_a_supervisor_asked_to_end_is_replaced_without_a_restart(own_platform):
    before = everybody(own_platform)
    ended = own_platform.kill("supervisor", signal.SIGTERM)
    own_platform.wait_back("supervisor", ended, seconds=BACK_WITHIN)
    assert {name: own_platform.process(name) for name in UNITS} == {name: before[name] for name in UNITS}


def test_supervisor_and_watcher_killed_in_turn_ten_times_leave_the_units_alone(own_platform):
    before = {name: own_platform.process(name) for name in UNITS}
    for name in ("supervisor", "watcher") * 5:
        own_platform.wait_back(name, own_platform.kill(name), seconds=BACK_WITHIN)
    assert {name: own_platform.process(name) for name in UNITS} == before
