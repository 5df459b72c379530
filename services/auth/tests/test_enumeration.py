"""Nobody learns whether an address has an account, sign-up's 409 apart."""

import statistics
import time

import pytest

from test_journey import log_in, new_address, sign_up

WRONG = "a wrong long sentence"


def alike(first, second):
    """Same status, same headers that say something, same body but for the request's id."""
    def core(answer):
        body = dict(answer.json or {})
        body.pop("requestId", None)
        telling = {name: answer.headers.get(name) for name in ("content-type", "www-authenticate", "cache-control", "set-cookie")}
        return answer.status, telling, body
    assert core(first) == core(second)


def test_unknown_and_wrong_are_answered_alike(platform, person):
    alike(log_in(platform.api, person.email, WRONG), log_in(platform.api, new_address(), WRONG))
    alike(log_in(platform.api, person.email, "short"), log_in(platform.api, new_address(), "short"))


def test_unverified_and_locked_show_only_after_the_right_password(platform):
    address = new_address()
    sign_up(platform.api, address).expect(201)
    alike(log_in(platform.api, address, WRONG), log_in(platform.api, new_address(), WRONG))
    assert log_in(platform.api, address).expect(403).code == "verification_required"

    locked = platform.sign_up()
    platform.sql("auth", f"UPDATE users SET status = 'LOCKED' WHERE user_id = '{locked.user_id}'")
    alike(log_in(platform.api, locked.email, WRONG), log_in(platform.api, new_address(), WRONG))
    assert log_in(platform.api, locked.email).expect(403).code == "account_locked"


@pytest.mark.parametrize("path", ["/api/v1/auth/forgot-password", "/api/v1/auth/verification-mails"])
def test_mails_are_promised_to_everybody(platform, person, path):
    alike(platform.api.post(path, {"email": person.email}), platform.api.post(path, {"email": new_address()}))


def test_a_foreign_company_is_answered_like_a_wrong_password(platform, person):
    foreign = platform.sign_up()
    alike(log_in(platform.api, person.email, tenantId=foreign.tenant_id), log_in(platform.api, person.email, WRONG))


def test_unknown_and_wrong_take_the_same_time(platform):
    """Medians of many, in turn; the bound is wide because machines differ, a missing hash would be 20 times off."""
    times = {True: [], False: []}
    for known in [platform.sign_up() for _ in range(4)]:
        for _ in range(6):
            for address in (known.email, new_address()):
                begun = time.perf_counter()
                assert log_in(platform.api, address, WRONG).status == 401
                times[address == known.email].append(time.perf_counter() - begun)
    ratio = statistics.median(times[True]) / statistics.median(times[False])
    assert 0.5 < ratio < 2.0


def test_logs_hold_no_address_and_no_token(platform):
    person = platform.sign_up()
    log_in(platform.api, person.email, WRONG)
    platform.api.post("/api/v1/auth/forgot-password", {"email": person.email}).expect(202)
    token = platform.mail_to(person.email, subject="new password").token
    platform.api.get(f"/api/v1/auth/reset-password?token={token}").expect(200)
    for service in ("auth", "auth-worker"):
        log = platform.log(service)
        assert person.email not in log
        assert token not in log
        assert person.token not in log and person.refresh_token not in log


def test_the_database_holds_no_token(platform):
    person = platform.sign_up()
    platform.api.post("/api/v1/auth/forgot-password", {"email": person.email}).expect(202)
    token = platform.mail_to(person.email, subject="new password").token
    tables = platform.sql("auth", "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace").split()
    for table in tables:
        rows = platform.sql("auth", f"SELECT t::text FROM {table} t")
        assert token not in rows
        assert person.refresh_token not in rows
