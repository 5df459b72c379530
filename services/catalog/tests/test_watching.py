"""All the imports that a person has under way, in one stream."""

import json
import pytest

import importing
from event_stream import NOT_MEANT, Stream, ends_with_the_session, is_ready

EVENTS = "/api/v1/pocs/imports/events"


def row(name: str) -> dict:
    return {"name": name, "repositoryUrl": f"https://example.org/{name}", "language": "Go"}


def lines(count: int, prefix: str) -> str:
    return "".join(json.dumps(row(f"{prefix}-{number}")) + "\n" for number in range(count))


def begin(person, count: int, prefix: str) -> str:
    return importing.start(person, lines(count, prefix)).expect(202).json["importId"]


@pytest.fixture(scope="module")
def ana(platform):
    return platform.sign_up()


def test_imports_are_watched_in_one_stream_from_the_first_moment_to_the_end(ana):
    with Stream(ana, f"{EVENTS}?seconds=60") as stream:
        begun = stream.until(is_ready)[-1]
        both = {begin(ana, 2_000, "long"), begin(ana, 1, "short")}
        over, told = set(), []
        while over != both:
            told += stream.until(lambda event: event["data"]["status"] == "COMPLETED")
            over.add(told[-1]["data"]["importId"])
    for one in both:
        states = [event["data"] for event in told if event["data"]["importId"] == one]
        assert [state["progress"] for state in states] == sorted(state["progress"] for state in states) and states[-1]["progress"] == 100
    assert {event["data"]["createdRows"] for event in told if event["data"]["status"] == "COMPLETED"} == {2_000, 1}
    ids = [int(event["id"]) for event in [begun, *told]]
    assert ids == sorted(ids)

    with Stream(ana, f"{EVENTS}?seconds=0", **{"Last-Event-ID": begun["id"]}) as again:
        missed = again.rest()
    assert is_ready(missed[-1]) and {event["data"]["importId"] for event in missed[:-1]} >= both


def test_nobody_hears_of_anothers_imports(platform, ana):
    begin(ana, 1, "mine-alone")
    for stranger in (platform.invite(ana, "ADMIN"), platform.sign_up()):
        with Stream(stranger, f"{EVENTS}?seconds=0", **{"Last-Event-ID": "0"}) as stream:
            assert [event["event"] for event in stream.rest()] == ["ready"]


def test_the_stream_ends_with_the_session(platform):
    ends_with_the_session(platform.sign_up(), EVENTS)


@pytest.mark.parametrize(("query", "headers", "pointer"), NOT_MEANT)
def test_what_cannot_be_meant_is_refused(ana, query, headers, pointer):
    assert ana.get(EVENTS + query, headers=headers).expect(400).json["errors"][0]["pointer"] == pointer
