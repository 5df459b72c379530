"""What one person, or one company, may have at once, asked for by many requests at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit
import http.client
import time

import pytest

from making import REPORTS, VIDEOS, ask

TRACKS = "/api/v1/content/tracks"
MIB = 1 << 20


@pytest.fixture(scope="module")
def bounded(platform_with):
    return platform_with({"content": {"MRBILL_CONTENT_COMPANY_OPEN": "25", "MRBILL_CONTENT_COMPANY_MIB": "1"}})


def at_once(count: int, call) -> list:
    """All start together, each on a connection of its own."""
    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(lambda number: answered(call, number), range(count)))


def answered(call, number: int):
    """Who is told that the service has too much to do comes again, as it asks for."""
    while (answer := call(number)).code == "overloaded":
        time.sleep(0.1)
    return answer


@pytest.mark.parametrize("kind", [REPORTS, VIDEOS])
def test_no_more_than_twenty_wait_at_once_however_they_were_asked_for(bounded, kind):
    person = bounded.sign_up()
    bounded.freeze("content-worker")
    try:
        answers = at_once(40, lambda number: person.post(kind, {"title": f"all at once {number}"}).expect(202, 429, 503))
    finally:
        bounded.thaw("content-worker")
    assert sum(answer.status == 202 for answer in answers) == 20
    assert {answer.code for answer in answers if answer.status == 429} == {"too_many_open"}


def test_no_more_than_ten_pieces_of_music_are_kept_however_they_came(bounded):
    person = bounded.sign_up()
    body = b"RIFF" + bytes(2000)

    def upload(number: int):
        return person.request("POST", TRACKS, body, query={"name": f"piece {number}"},
                              headers={"Content-Type": "audio/wav"}).expect(201, 409, 503)

    answers = at_once(24, upload)
    assert sum(answer.status == 201 for answer in answers) == 10
    own = [track for track in person.get(TRACKS).expect(200).json["items"] if track["isOwn"]]
    assert len(own) == 10


def test_a_company_has_so_many_at_work_whoever_asked(bounded):
    owner = bounded.sign_up()
    people = [owner, bounded.invite(owner), bounded.invite(owner)]
    bounded.freeze("content-worker")
    try:
        answers = at_once(45, lambda number: people[number % 3].post(REPORTS, {"title": f"ours {number}"}).expect(202, 429, 503))
        assert sum(answer.status == 202 for answer in answers) == 25
        assert {answer.code for answer in answers if answer.status == 429} == {"too_many_open_of_company"}
        bounded.sign_up().post(REPORTS, {"title": "of another company"}).expect(202)
    finally:
        bounded.thaw("content-worker")


def test_a_company_keeps_so_many_bytes_and_no_more(bounded):
    owner = bounded.sign_up()
    people = [owner, bounded.invite(owner)]
    quarter = bytes(MIB // 4)

    def upload(number: int):
        return people[number % 2].request("POST", TRACKS, quarter, query={"name": f"piece {number}"},
                                          headers={"Content-Type": "audio/wav"}).expect(201, 409, 503)

    answers = at_once(12, upload)
    assert sum(answer.status == 201 for answer in answers) == 4
    assert {answer.code for answer in answers if answer.status == 409} == {"company_storage_full"}
    assert owner.post(REPORTS, {"title": "no room"}).expect(409).code == "company_storage_full"
    bounded.sign_up().post(REPORTS, {"title": "of another company"}).expect(202)
    for person in people:
        for track in person.get(TRACKS).expect(200).json["items"]:
            if track["isOwn"]:
                person.delete(f"{TRACKS}/{track['trackId']}").expect(204)
    assert upload(99).status == 201, "what was deleted makes room at once, what was refused never took any"
    owner.post(REPORTS, {"title": "room again"}).expect(202)


class Stream:
    """Events that are read no further than their beginning."""

    def __init__(self, person, path: str):
        where = urlsplit(person.url)
        self.connection = http.client.HTTPConnection(where.hostname, where.port, timeout=20, source_address=(person.source, 0))
        self.connection.request("GET", path, headers={"Authorization": f"Bearer {person.token}", "Accept": "text/event-stream"})
        self.answer = self.connection.getresponse()

    @property
    def status(self) -> int:
        return self.answer.status

    def close(self) -> None:
        self.answer.close()
        self.connection.close()


def test_event_streams_of_a_person_and_of_a_company_are_bounded(bounded):
    owner = bounded.sign_up()
    people = [owner] + [bounded.invite(owner) for _ in range(5)]
    bounded.freeze("content-worker")
    streams = []
    try:
        paths = {person.user_id: f"{REPORTS}/{ask(person, REPORTS)}/events" for person in people}
        for person in people[:5]:
            mine = [Stream(person, paths[person.user_id]) for _ in range(22)]
            assert [stream.status for stream in mine] == [200] * 20 + [429] * 2
            streams += mine
        assert Stream(people[5], paths[people[5].user_id]).status == 429, "a hundred of the company"
        stranger = bounded.sign_up()
        others = Stream(stranger, f"{REPORTS}/{ask(stranger, REPORTS)}/events")
        assert others.status == 200
        others.close()
        for stream in streams:
            stream.close()
        deadline = time.monotonic() + 30
        while (again := Stream(owner, paths[owner.user_id])).status != 200:     # seen at the next comment, ten seconds at most
            again.close()
            assert time.monotonic() < deadline, "places come back"
            time.sleep(0.2)
        again.close()
    finally:
        bounded.thaw("content-worker")
