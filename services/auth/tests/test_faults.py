"""What was acknowledged is there afterwards, whatever was killed meanwhile."""

import secrets
import threading
import time

from local.client import Client

from test_journey import PASSWORD, log_in, status_of, within_a_second


def sign_up_for(platform, seconds, acknowledged):
    """Signs people up until the time is over; each sends its own key, so that an unanswered one may be asked again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        address = f"p-{secrets.token_hex(8)}@example.org"
        body = {"email": address, "password": PASSWORD, "fullName": "Ana", "companyName": "Labs"}
        try:
            answer = platform.api.post("/api/v1/users", body, headers={"Idempotency-Key": secrets.token_hex(8)})
        except OSError:
            continue
        if answer.status == 201:
            acknowledged.append((address, answer.json["userId"]))


def test_no_sign_up_is_lost_when_the_service_is_killed(own_platform):
    platform, acknowledged = own_platform, []
    writers = [threading.Thread(target=sign_up_for, args=(platform, 8, acknowledged)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for name in ("auth", "auth-worker", "auth"):
        time.sleep(1.5)
        killed = platform.kill(name)
        platform.wait_back(name, killed)
    for writer in writers:
        writer.join()
    platform.wait_ready()

    assert len(acknowledged) > 20
    stored = dict(line.split("|") for line in platform.sql("auth", "SELECT email, user_id FROM users").split())
    assert all(stored.get(address) == user for address, user in acknowledged)
    assert platform.sql("auth", "SELECT count(*) FROM users u WHERE NOT EXISTS "
                                "(SELECT FROM memberships m WHERE m.user_id = u.user_id)").strip() == "0"


def test_every_sign_up_gets_its_mail_although_the_worker_is_killed(own_platform):
    platform = own_platform
    addresses = [f"m-{secrets.token_hex(8)}@example.org" for _ in range(10)]
    for number, address in enumerate(addresses):
        platform.api.post("/api/v1/users", {"email": address, "password": PASSWORD, "fullName": "Ana",
                                            "companyName": "Labs"}).expect(201)
        if number == 5:
            killed = platform.kill("auth-worker")
            platform.wait_back("auth-worker", killed)
    for address in addresses:
        token = wait_for_mail(platform, address)
        platform.api.post("/api/v1/auth/verify-email", {"token": token}).expect(204)


def wait_for_mail(platform, address, seconds=60):
    """A mail that was in a killed worker's hands comes again once its time is over."""
    end = time.monotonic() + seconds
    while True:
        try:
            return platform.mail_to(address).token
        except TimeoutError:
            assert time.monotonic() < end


def test_a_revocation_survives_the_death_of_who_made_it(own_platform):
    """Once its row is committed nobody needs to announce it."""
    platform = own_platform
    person = platform.sign_up()
    platform.sql("auth", "SELECT revoke_tokens('SESSION', sid, NULL, version + 1) FROM sessions "
                         f"WHERE user_id = '{person.user_id}'")
    within_a_second(lambda: status_of(person) == 401)


def test_sessions_do_not_need_the_cache(own_platform):
    """Without it nobody new gets in; who is in stays in, and is out within a second when it is over."""
    platform = own_platform
    person, other = platform.sign_up(), platform.sign_up()
    platform.freeze("cache")
    try:
        end = time.monotonic() + 7
        while time.monotonic() < end:
            assert (status_of(person), person.get("/api/v1/pocs").status) == (200, 200)
            time.sleep(0.05)  # as fast as a person may, and no faster
        other.post("/api/v1/auth/logout").expect(204)
        within_a_second(lambda: other.get("/api/v1/pocs").status == 401)
    finally:
        platform.thaw("cache")
    end = time.monotonic() + 60
    while log_in(platform.api, person.email).status != 200:
        assert time.monotonic() < end
        time.sleep(0.1)


def test_events_of_every_company_arrive_on_the_bus(own_platform):
    platform = own_platform
    platform.sign_up()
    begun = time.monotonic()
    while platform.sql("auth", "SELECT count(*) FROM outbox").strip() != "0":
        assert time.monotonic() - begun < 60
        time.sleep(0.05)


def test_metrics_tell_of_hashing(own_platform):
    metrics = own_platform.internal("auth").get("/metrics").expect(200).body.decode()
    assert "auth_password_hash_seconds_count" in metrics
    assert isinstance(own_platform.internal("auth"), Client)
