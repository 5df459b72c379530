"""up, status, logs and down on a platform of their own."""

import json
import os
import pwd
import stat

from local import ports, process
from local.process import write_atomically
from local.state import State
from local.unit import Plan


def pids(platform):
    return {unit.name: platform.process(unit.name) for unit in Plan.read(platform.state.plan).units}


def test_up_again_changes_nothing_and_says_so(platform):
    before = pids(platform)
    again = platform.up_again()
    assert again.returncode == 0 and "Nothing to do" in again.stdout, again.stdout
    assert pids(platform) == before


def test_status_json_has_the_promised_shape(platform):
    known = json.loads(platform.mrbill("status", "--json").stdout)
    assert set(known) == {"url", "services", "demo"}
    assert known["url"] == platform.url
    assert {"postgres", "events", "cache", "gateway"} <= {service["name"] for service in known["services"]}
    assert all(service["state"] == "ready" and service["pid"] for service in known["services"])


def test_status_says_whether_the_services_share_a_user(platform):
    owners = {os.stat(f"/proc/{who.pid}").st_uid for who in pids(platform).values()}
    said = f"all services share the user {pwd.getpwuid(min(owners)).pw_name}:" in platform.mrbill("status").stdout
    assert said == (len(owners) == 1)


def test_secrets_are_for_the_owner_alone(platform):
    files = list(platform.state.secrets.iterdir())
    assert files and all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert all(stat.S_IMODE(folder.stat().st_mode) == 0o700 for folder in (platform.state.run, platform.state.mail))
    assert stat.S_IMODE(platform.state.secrets.stat().st_mode) & 0o066 == 0  # each service reaches its own by name


def test_status_says_which_logins_of_the_demo_no_longer_hold(platform):
    people = {why: platform.sign_up() for why in ("", "password was changed", "account is locked", "left the company", "account is gone")}
    changes = {"password was changed": "update users set password_changed_at = now() + interval '1 second'",
               "account is locked": "update users set status = 'LOCKED'",
               "left the company": "delete from memberships", "account is gone": "delete from users"}
    for why, change in changes.items():
        platform.sql("auth", f"{change} where user_id = '{people[why].user_id}'")
    write_atomically(platform.state.demo, json.dumps([
        {"email": person.email, "password": person.password, "tenantId": person.tenant_id, "role": "OWNER"} for person in people.values()]))
    shown = json.loads(platform.mrbill("status", "--json").stdout)["demo"]
    said = platform.mrbill("status").stdout
    again = platform.up_again().stdout
    platform.api.get("/api/docs/demo.json").expect(200)  # whoever wrote it, nginx reads it
    platform.state.demo.unlink()
    assert {login["email"]: login.get("expired", "") for login in shown} == {
        person.email: {"": "", "left the company": why}.get(why, f"the {why}") for why, person in people.items()}
    for why, person in people.items():
        line = next(line for line in said.splitlines() if person.email in line)
        assert ("no longer signs in" in line) == bool(why) and why in line
    assert people[""].email in again


def test_no_server_runs_as_root(platform):
    for who in pids(platform).values():
        with open(f"/proc/{who.pid}/status", encoding="utf-8") as status:
            uid = next(line for line in status if line.startswith("Uid:")).split()[1]
        assert uid != "0"


def test_an_unknown_log_names_those_there_are(platform):
    refused = platform.mrbill("logs", "nobody")
    assert refused.returncode == 1 and "postgres" in refused.stdout


def test_two_choices_of_ports_never_meet(tmp_path):
    one = ports.choose(tmp_path / "one.json", None, False)
    other = ports.choose(tmp_path / "other.json", None, False)
    assert not set(one.values()) & set(other.values())
    assert ports.choose(tmp_path / "one.json", None, True) == one


def test_a_reused_pid_is_not_taken_for_the_process_it_was(tmp_path):
    me = process.identity(1)
    record = tmp_path / "x.process"
    process.record(record, process.Identity(1, "another:0"))
    assert process.recorded(record) is None
    process.record(record, me)
    assert process.recorded(record) == me


def test_down_ends_everything_and_up_comes_back_with_the_same_ports_and_data(own_platform):
    own_platform.sql("postgres", "create table remembered (n int)")
    chosen, former = own_platform.ports, pids(own_platform)
    assert own_platform.mrbill("down").returncode == 0
    assert not any(process.alive(who) for who in former.values())
    assert process.recorded(State(own_platform.state.root).record("supervisor")) is None
    own_platform.up()
    assert own_platform.ports == chosen
    assert own_platform.sql("postgres", "select count(*) from remembered") == "0"


def test_reset_asks_first_then_ends_everything_and_deletes_the_data(platform_with):
    doomed = platform_with({"*": {}})
    doomed.sql("postgres", "create table forgotten (n int)")
    former = pids(doomed)
    refused = doomed.mrbill("reset", said="no\n")
    assert refused.returncode == 1 and "Nothing was deleted" in refused.stdout
    assert pids(doomed) == former
    done = doomed.mrbill("reset", "--yes")
    assert done.returncode == 0 and "Everything is deleted" in done.stdout, done.stdout
    assert not doomed.state.root.exists() and not any(process.alive(who) for who in former.values())
    again = doomed.mrbill("reset", "--yes")
    assert again.returncode == 0 and "Nothing to do" in again.stdout
