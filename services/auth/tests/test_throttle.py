"""Guessing gets slower and slower; the real person always gets in."""

import time

from test_journey import PASSWORD, log_in, new_address, sign_up, status_of

WRONG = "a wrong long sentence"


def wrong_until_slowed(api, address, most=40):
    for count in range(most):
        answer = log_in(api, address, WRONG)
        if answer.status == 429:
            return answer, count
        assert answer.status == 401
    raise AssertionError("never slowed down")


def test_wrong_passwords_are_slowed_with_a_time_to_wait(platform, person):
    answer, free = wrong_until_slowed(platform.api, person.email)
    assert answer.code == "too_many_requests"
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert 3 <= free <= 12


def test_unknown_addresses_are_slowed_alike(platform):
    api, address = platform.api, new_address()
    _, free_unknown = wrong_until_slowed(api, address)
    known = platform.sign_up()
    _, free_known = wrong_until_slowed(platform.api, known.email)
    assert free_unknown == free_known


def test_a_stranger_cannot_keep_the_person_out(platform):
    person = platform.sign_up()                    # signed in from their own network: it is known
    stranger = platform.api
    for _ in range(3):
        slowed, _ = wrong_until_slowed(stranger, person.email)
        time.sleep(min(2, int(slowed.headers["retry-after"])))
    assert log_in(person, person.email).status == 200


def test_waiting_as_told_is_enough(platform):
    person = platform.sign_up()
    api = platform.api
    slowed, _ = wrong_until_slowed(api, person.email)
    time.sleep(int(slowed.headers["retry-after"]) + 0.1)
    assert log_in(api, person.email).status == 200


def test_a_new_password_by_mail_opens_the_door(platform):
    person = platform.sign_up()
    api = platform.api
    wrong_until_slowed(api, person.email)
    api.post("/api/v1/auth/forgot-password", {"email": person.email}).expect(202)
    token = platform.mail_to(person.email, subject="new password").token
    api.post("/api/v1/auth/reset-password", {"token": token, "password": "another long sentence"}).expect(204)
    assert log_in(api, person.email, "another long sentence").status == 200


def test_probing_for_taken_addresses_is_slowed_per_network(platform, person):
    api = platform.api
    codes = [sign_up(api, person.email).status for _ in range(30)]
    assert codes[0] == 409 and codes[-1] == 429
    assert sign_up(platform.api, new_address()).status == 201     # from another network


def test_a_known_device_passes_whatever_its_network_fails(platform):
    person = platform.sign_up()
    office = platform.api
    tokens = log_in(office, person.email).expect(200).json
    wrong_until_slowed(office, person.email)                     # a neighbour who knows the address
    assert log_in(office, person.email).expect(429).code == "too_many_requests"
    known = {"X-Device-Token": tokens["deviceToken"]}
    again = office.post("/api/v1/auth/login", {"email": person.email, "password": PASSWORD}, headers=known).expect(200)
    assert again.json["deviceToken"]
    other = platform.sign_up()
    wrong_until_slowed(office, other.email)
    office.post("/api/v1/auth/login", {"email": other.email, "password": PASSWORD}, headers=known).expect(429)


def test_a_browser_that_set_a_new_password_is_known_by_its_cookie(platform):
    person = platform.sign_up()
    office = platform.api
    office.post("/api/v1/auth/forgot-password", {"email": person.email}).expect(202)
    reset = {"token": platform.mail_to(person.email, subject="new password").token, "password": "another long sentence"}
    set_cookie = office.post("/api/v1/auth/reset-password", reset).expect(204).headers["set-cookie"]
    for attribute in ("mrbill_device_", "HttpOnly", "Secure", "SameSite=Strict", "Path=/api/v1"):
        assert attribute in set_cookie
    wrong_until_slowed(office, person.email)
    credentials, cookie = {"email": person.email, "password": "another long sentence"}, set_cookie.split(";")[0]
    office.post("/api/v1/auth/login", credentials, headers={"Cookie": cookie[:-3] + "AAA"}).expect(429)
    neighbours = "mrbill_device_00000000=" + "A" * 96            # another installation's on this host
    office.post("/api/v1/auth/login", credentials, headers={"Cookie": f"{neighbours}; {cookie}"}).expect(200)


def test_a_browser_that_was_known_before_its_cookie_had_a_mark_is_known(platform):
    person, office = platform.sign_up(), platform.api
    credentials = {"email": person.email, "password": PASSWORD}
    told = office.post("/api/v1/auth/login", credentials, headers={"X-Session-Transport": "cookie"}).expect(200).headers["set-cookie"]
    cookie = next(one for one in told.split("\n") if one.startswith("mrbill_device_")).split(";")[0]
    token = cookie.partition("=")[2]
    wrong_until_slowed(office, person.email)
    office.post("/api/v1/auth/login", credentials, headers={"Cookie": f"mrbill_device_00000000={token}"}).expect(429)
    office.post("/api/v1/auth/login", credentials, headers={"Cookie": f"mrbill_device={token}"}).expect(200)


def test_a_bad_neighbour_does_not_shut_a_network_out(platform):
    """Wrong passwords at addresses of nobody: who signed in here before is not slowed, others wait a minute at most."""
    people = [platform.sign_up() for _ in range(3)]
    office = platform.api
    for person in people:
        log_in(office, person.email).expect(200)
    newcomer = platform.sign_up()
    told = 0
    while told < 8:                                              # 100 at once, then as soon as they may
        told = int(log_in(office, new_address(), WRONG).headers.get("retry-after", 0))
        time.sleep(told if told < 8 else 0)
    refused = log_in(office, newcomer.email).expect(429)
    assert int(refused.headers["retry-after"]) <= 60
    assert [log_in(office, person.email).status for person in people] == [200] * 3
    address = new_address()
    sign_up(office, address).expect(201)
    office.post("/api/v1/auth/verify-email", {"token": platform.mail_to(address).token}).expect(204)
    log_in(office, address).expect(200)                          # whoever reads the person's mail here is the person


def test_verification_mails_do_not_use_up_a_recovery(platform):
    verified, unverified = platform.sign_up(), platform.sign_up(verified=False)
    for person in (verified, unverified):
        for _ in range(6):
            platform.api.post("/api/v1/auth/verification-mails", {"email": person.email}).expect(202)
        platform.api.post("/api/v1/auth/forgot-password", {"email": person.email}).expect(202)
        assert platform.mail_to(person.email, subject="new password").token


def test_an_address_is_not_flooded_with_mails(platform):
    person = platform.sign_up()
    for _ in range(10):
        platform.api.post("/api/v1/auth/forgot-password", {"email": person.email}).expect(202)
    asked = platform.sql("auth", f"SELECT count(*) FROM email_tokens WHERE user_id = '{person.user_id}' AND purpose = 'reset_password'")
    assert int(asked) <= 5


def test_inviting_and_withdrawing_floods_nobody(platform):
    owner, address = platform.sign_up(), new_address()
    answers = []
    for _ in range(12):
        made = owner.post("/api/v1/tenants/current/invitations", {"email": address, "role": "USER"})
        answers.append(made.status)
        if made.status == 201:
            owner.delete(f"/api/v1/tenants/current/invitations/{made.json['invitationId']}").expect(204)
    assert answers[0] == 201 and answers[-1] == 429
    elsewhere = platform.sign_up()
    elsewhere.post("/api/v1/tenants/current/invitations", {"email": address, "role": "USER"}).expect(201)
    platform.mail_to(address)
    assert platform.mails_to(address) <= 5


def test_nobody_signs_in_while_the_counters_are_away(platform):
    """Fails closed; who has a token goes on."""
    person = platform.sign_up()
    platform.freeze("cache")
    try:
        assert log_in(person, person.email).status == 503
        assert status_of(person) == 200
    finally:
        platform.thaw("cache")
    deadline = time.monotonic() + 60
    while log_in(person, person.email).status != 200:
        assert time.monotonic() < deadline
        time.sleep(0.1)
