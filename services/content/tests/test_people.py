"""content added to an installation where people live already: it asks for them, and knows them."""

import time


def test_who_was_there_before_content_is_known_after_its_first_start(platform):
    person = platform.sign_up()
    tag = person.get("/api/v1/users/me").expect(200).headers["etag"]
    me = {"fullName": "Ana Souza", "timeZone": "America/Sao_Paulo"}
    person.patch("/api/v1/users/me", me, headers={"If-Match": tag}).expect(200)
    name = f"SELECT full_name, time_zone FROM people WHERE user_id = '{person.user_id}'"
    company = f"SELECT count(*) FROM companies WHERE tenant_id = '{person.tenant_id}'"
    _until(lambda: platform.sql("content", name) == "Ana Souza|America/Sao_Paulo")
    _forget_everybody(platform)
    assert not platform.sql("content", name)
    platform.kill("content-worker")
    _until(lambda: platform.sql("content", name) == "Ana Souza|America/Sao_Paulo" and platform.sql("content", company) == "1")
    assert platform.sql("content", "SELECT count(*) FROM people_asked_for") == "1"


def _forget_everybody(platform):
    """As a database is on the day it is made, in a company that has been there for long."""
    platform.sql("content", "TRUNCATE people, companies, people_asked_for")


def _until(holds, seconds=30):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)
