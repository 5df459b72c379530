"""All that a person has under way, in one stream."""

import pytest

from event_stream import NOT_MEANT, Stream, ends_with_the_session, is_ready
from making import REPORTS, VIDEOS, ask, register, wait

EVENTS = "/api/v1/content/events"


@pytest.fixture(scope="module")
def ana(platform):
    person = platform.sign_up()
    register(person, "one", "two", isPublic=True)
    return person


def test_films_and_reports_are_watched_in_one_stream_from_the_first_moment_to_the_end(ana):
    with Stream(ana, f"{EVENTS}?seconds=60") as stream:
        begun = stream.until(is_ready)[-1]
        film, report = ask(ana, VIDEOS, "slow, watched with others"), ask(ana, REPORTS, "a report beside it")
        over, seen = set(), []
        while over != {film, report}:
            seen += stream.until(lambda event: event["data"]["status"] == "COMPLETED")
            over.add(seen[-1]["data"]["id"])
    for request, kind, title in ((film, "VIDEO", "slow, watched with others"), (report, "REPORT", "a report beside it")):
        told = [event["data"] for event in seen if event["data"]["id"] == request]
        assert {(event["kind"], event["title"]) for event in told} == {(kind, title)}
        assert [event["progress"] for event in told] == sorted(event["progress"] for event in told) and told[-1]["progress"] == 100
    assert min(event["data"]["progress"] for event in seen if event["data"]["id"] == film) < 100, "what is new is told at once"
    ids = [int(event["id"]) for event in [begun, *seen]]
    assert ids == sorted(ids)

    with Stream(ana, f"{EVENTS}?seconds=0", **{"Last-Event-ID": begun["id"]}) as again:
        missed = again.rest()
    over = {event["data"]["id"] for event in missed[:-1] if event["data"]["status"] == "COMPLETED"}
    assert is_ready(missed[-1]) and {film, report} <= over


def test_what_is_open_is_told_at_once_and_that_it_was_deleted(ana):
    film = ask(ana, VIDEOS, "a slow one to delete under the eyes of another tab")
    wait(ana, VIDEOS, film, "PROCESSING")
    with Stream(ana, f"{EVENTS}?seconds=60") as stream:
        told = stream.until(is_ready)
        assert film in [event["data"].get("id") for event in told]
        ana.delete(f"{VIDEOS}/{film}").expect(204)
        gone = stream.until(lambda event: event["event"] == "gone")[-1]
    assert gone["data"] == {"kind": "VIDEO", "id": film}


def test_nobody_hears_of_anothers_work(platform, ana):
    ask(ana, REPORTS, "mine alone")
    for stranger in (platform.invite(ana, "ADMIN"), platform.sign_up()):
        with Stream(stranger, f"{EVENTS}?seconds=0", **{"Last-Event-ID": "0"}) as stream:
            assert [event["event"] for event in stream.rest()] == ["ready"]


def test_the_stream_ends_with_the_session(platform):
    ends_with_the_session(platform.sign_up(), EVENTS)


def test_it_ends_after_as_many_seconds_as_are_asked_for(ana):
    with Stream(ana, f"{EVENTS}?seconds=1") as stream:
        assert is_ready(stream.until(is_ready)[-1])
        stream.rest()


@pytest.mark.parametrize(("query", "headers", "pointer"), NOT_MEANT)
def test_what_cannot_be_meant_is_refused(ana, query, headers, pointer):
    assert ana.get(EVENTS + query, headers=headers).expect(400).json["errors"][0]["pointer"] == pointer


def test_an_id_beyond_all_times_begins_anew(ana):
    with Stream(ana, f"{EVENTS}?seconds=0", **{"Last-Event-ID": "9" * 19}) as stream:
        assert is_ready(stream.rest()[-1])
