"""Who leaves a company, is removed from it, gets another role or signs out: what was going on for them there ends within a second."""

import threading
import time
from contextlib import contextmanager

import pytest

from making import VIDEOS, ask, make, path_of, register, wait

MEMBERS, SHARES = "/api/v1/tenants/current/members", "/api/v1/content/shares"
SOON = 1.0 + 0.5        # a second, and what a busy machine adds


@pytest.fixture(scope="module")
def owner(platform):
    return platform.sign_up(company="Labs")


@pytest.fixture
def member(platform, owner):
    person = platform.invite(owner)
    register(person, "one", "two")
    return person


def remove(by, whom) -> None:
    by.delete(f"{MEMBERS}/{whom.user_id}", headers={"If-Match": "*"}).expect(204)


def sign_out(_, whom) -> None:
    whom.post("/api/v1/auth/logout", {"refreshToken": whom.refresh_token}).expect(204)


def promote(by, whom) -> None:
    by.patch(f"{MEMBERS}/{whom.user_id}", {"role": "ADMIN"}, headers={"If-Match": "*"}).expect(200)


def within(seconds: float, condition) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.02)


@contextmanager
def watching(person, request: str):
    """Gives the moment at which the stream ended, once it has."""
    ended: list[float] = []
    stream = threading.Thread(target=lambda: (person.get(f"{VIDEOS}/{request}/events"), ended.append(time.monotonic())))
    stream.start()
    yield ended
    stream.join(20)


def of_request(platform, request: str, column: str) -> str:
    return platform.sql("content", f"SELECT {column} FROM content_requests WHERE request_id = '{request}'")


@pytest.mark.parametrize("deed", [remove, sign_out, promote], ids=["removal", "logout", "another role"])
def test_open_streams_end_within_a_second(platform, owner, member, deed):
    request = ask(member, VIDEOS, "a slow one, watched from outside")
    wait(member, VIDEOS, request, "PROCESSING")
    with watching(member, request) as ended:
        time.sleep(0.3)
        assert not ended
        done = time.monotonic()
        deed(owner, member)
        within(SOON, lambda: ended)
        assert of_request(platform, request, "status") != "COMPLETED", f"it ended by itself, {ended[0] - done:.1f} s later"


def test_running_films_end_within_a_second_and_say_why(platform, owner, member):
    at_work, waiting = ask(member, VIDEOS, "a slow one, to be ended"), ask(member, VIDEOS, "a slow one behind it")
    wait(member, VIDEOS, at_work, "PROCESSING")
    member.put("/api/v1/content/schedules", {"monthlyReport": True, "reportFormat": "PDF", "reportGroupBy": ["language"],
               "yearVideo": True, "videoShape": "SQUARE"}, headers={"If-Match": member.get("/api/v1/content/schedules").headers["etag"]})
    remove(owner, member)
    for request in (at_work, waiting):
        within(SOON, lambda: of_request(platform, request, "status || ' ' || coalesce(error_code, '')") == "FAILED membership_ended")
    within(SOON, lambda: not platform.renderers())
    scheduled = f"SELECT count(*) FROM schedules WHERE user_id = '{member.user_id}' AND (monthly_report OR year_video)"
    assert platform.sql("content", scheduled) == "0"


def test_signing_out_ends_no_film(platform, owner, member):
    request = ask(member, VIDEOS, "a slow one that goes on")
    sign_out(owner, member)
    within(20, lambda: of_request(platform, request, "status") == "COMPLETED")


def shared(person, title: str) -> tuple[str, str]:
    film = make(person, VIDEOS, title)["requestId"]
    return film, path_of(person.post(f"{VIDEOS}/{film}/share").expect(200).json["url"])


def test_links_of_who_left_are_the_companys_and_its_owners_end_them(platform, owner, member):
    film, page = shared(member, "left behind")
    listed = lambda: {share["requestId"]: share for share in owner.get(SHARES).expect(200).json["items"]}
    assert (listed()[film]["title"], listed()[film]["personIsGone"]) == ("left behind", False)
    member.get(SHARES).expect(403)
    member.delete(f"{SHARES}/{film}").expect(403)
    remove(member, member)
    within(SOON, lambda: listed()[film]["personIsGone"])
    platform.api.get(page).expect(200)
    platform.sign_up().delete(f"{SHARES}/{film}").expect(404)
    owner.delete(f"{SHARES}/{film}").expect(204)
    platform.api.get(page).expect(404)
    assert film not in listed()
    owner.delete(f"{SHARES}/{film}").expect(404)


def test_links_of_who_was_removed_end(platform, owner, member):
    film, page = shared(member, "taken away")
    remove(owner, member)
    within(SOON, lambda: platform.api.get(page).status == 404)
    assert film not in {share["requestId"] for share in owner.get(SHARES).json["items"]}


def test_a_shared_page_gives_addresses_that_end_with_it_and_none_that_are_signed(platform, owner):
    register(owner, "one")
    film, page = shared(owner, "as long as it is shared")
    shown = platform.api.get(f"/api/v1/content/shared/{page.rsplit('/', 1)[1]}").expect(200).json
    addresses = [shown["videoUrl"], shown["imageUrl"], *(one["url"] for one in shown["captions"])]
    assert all("expires=" not in address for address in addresses)
    for address in addresses:
        platform.api.get(path_of(address)).expect(200)
    owner.delete(f"{VIDEOS}/{film}/share").expect(204)
    for address in addresses:
        platform.api.get(path_of(address)).expect(404)
    own = owner.get(f"{VIDEOS}/{film}").json
    left = [int(link.split("expires=")[1].split("&")[0]) - time.time() for link in (own["videoUrl"], own["thumbnailUrl"])]
    assert all(3_590 < seconds <= 4_500 for seconds in left)
