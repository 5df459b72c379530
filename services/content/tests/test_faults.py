"""What goes wrong while something is made: killed processes, a neighbour away, a full disk, poison. Nothing is lost, nothing is left
behind, and what fails says why."""

import json
import os
import signal
import subprocess
import time
from contextlib import contextmanager

import pytest

from making import REPORTS, VIDEOS, ask, make, path_of, register, wait


@pytest.fixture(scope="module")
def studio(platform_with):
    """A platform of its own whose leases are short, so that a killed worker's work is taken over soon."""
    return platform_with({"content-worker": {"MRBILL_CONTENT_LEASE": "1500ms", "MRBILL_RENDER_MEMORY_MIB": "256"}})


@pytest.fixture(scope="module")
def ana(studio):
    person = studio.sign_up()
    register(person, "one", "two")
    return person


def segments_stored(studio, request: str) -> int:
    return int(studio.sql("content", f"""
        SELECT json_array_length(coalesce(j.checkpoint->'segments', '[]'::json)) FROM content_requests r JOIN jobs j USING (job_id)
        WHERE r.request_id = '{request}'"""))


def wait_for_segments(studio, request: str, count: int) -> None:
    deadline = time.monotonic() + 60
    while segments_stored(studio, request) < count:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def until(condition, seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def drawn_by(studio, film: dict) -> list[str]:
    """The run of the renderer that drew each scene of the film."""
    content = studio.api.get(path_of(film["videoUrl"])).expect(200).body
    return content.rpartition(b"drawn by ")[2].decode().split()


@contextmanager
def small_disk(studio):
    """Four mebibytes for the worker's user."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder = studio.folder / "small"
    folder.mkdir(exist_ok=True)
    owner = studio.state.data("content-worker").stat()
    options = f"size=4m,mode=0700,uid={owner.st_uid},gid={owner.st_gid}"
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]).returncode != 0:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_a_killed_workers_film_is_taken_over_and_no_finished_scene_is_drawn_again(studio, ana):
    request = ask(ana, VIDEOS, "a slow one, to be orphaned")
    wait_for_segments(studio, request, 2)
    killed = studio.kill("content-worker")
    until(lambda: not studio.renderers())      # they die with it
    finished = segments_stored(studio, request)
    studio.wait_back("content-worker", killed, seconds=50)
    state = wait(ana, VIDEOS, request)
    assert state["status"] == "COMPLETED"
    first, *others = drawn_by(studio, state)
    assert [first, *others].count(first) >= finished and others[-1] != first, "more than the scene at work was drawn again"
    assert studio.log("content-worker").count("scratch of an earlier process removed") >= 1


def test_a_killed_renderer_is_started_again_upon_what_it_had_finished(studio, ana):
    request = ask(ana, VIDEOS, "a slow one, to be shot")
    wait_for_segments(studio, request, 1)
    seen = []
    until(lambda: seen.append(studio.renderers()) or len(seen[-1]) == 1)      # a preview may be drawn beside it
    (renderer,) = seen[-1]
    os.kill(renderer, signal.SIGKILL)
    assert wait(ana, VIDEOS, request)["status"] == "COMPLETED"
    assert make(ana, VIDEOS, "crash once and go on")["pocCount"] == 2


def test_while_the_catalogue_is_away_work_waits(studio, ana):
    studio.freeze("catalog")
    try:
        film, report = ask(ana, VIDEOS, "patient film"), ask(ana, REPORTS, "patient report")
        time.sleep(3)
        assert [ana.get(f"{VIDEOS}/{film}").json["status"], ana.get(f"{REPORTS}/{report}").json["status"]] != ["FAILED"] * 2
        attempts = studio.sql("content", f"SELECT max(attempts) FROM jobs WHERE owner_id = '{ana.user_id}' AND completed_at IS NULL")
        assert int(attempts) <= 1
        assert ana.post(f"{VIDEOS}/storyboard", {"title": "x"}).status == 503
    finally:
        studio.thaw("catalog")
    assert wait(ana, VIDEOS, film)["status"] == wait(ana, REPORTS, report)["status"] == "COMPLETED"


def test_a_worker_that_is_stopped_hands_back_what_it_holds(studio, ana):
    request = ask(ana, VIDEOS, "a slow one, to be handed over")
    wait_for_segments(studio, request, 1)
    stopped = studio.kill("content-worker", signal.SIGTERM)
    attempts = studio.sql("content", f"SELECT attempts FROM jobs j JOIN content_requests USING (job_id) WHERE request_id = '{request}'")
    assert int(attempts) <= 1
    studio.wait_back("content-worker", stopped)
    assert wait(ana, VIDEOS, request)["status"] == "COMPLETED"


@pytest.mark.parametrize(("title", "code"), [
    ("refuse", "no_such_thing"), ("crash", "renderer_failed"), ("eat", "renderer_failed")])
def test_poison_fails_with_an_explanation_and_never_loops(studio, ana, title, code):
    state = wait(ana, VIDEOS, ask(ana, VIDEOS, title))
    assert (state["status"], state["errorCode"]) == ("FAILED", code) and len(state["errorMessage"]) > 20
    assert state["completedAt"] and state["videoUrl"] is None
    time.sleep(0.5)
    assert not studio.renderers()
    assert make(ana, REPORTS, "and the next goes on")["pocCount"] == 2


def test_an_explanation_is_in_the_language_of_who_reads_it(studio, ana):
    """Whatever the film's is."""
    request = ask(ana, VIDEOS, "crash", locale="pt-BR")
    wait(ana, VIDEOS, request)
    told = {"en": "ended unexpectedly, several times", "pt-BR,pt;q=0.9": "parou de repente, várias vezes"}
    for language, sentence in told.items():
        reads = {"Accept-Language": language}
        answers = [ana.get(f"{VIDEOS}/{request}", headers=reads).expect(200).json,
                   next(one for one in ana.get(VIDEOS, headers=reads).expect(200).json["items"] if one["requestId"] == request)]
        events = ana.get(f"{VIDEOS}/{request}/events", headers=reads).expect(200).body.decode()
        answers.append(json.loads(events.partition("data: ")[2].partition("\n")[0]))
        for answer in answers:
            assert (answer["errorCode"], sentence in answer["errorMessage"]) == ("renderer_failed", True), (language, answer)


def test_what_takes_too_long_ends(studio, ana):
    studio.change_environment("content-worker", {"MRBILL_CONTENT_TIME_LIMIT": "2s"})
    try:
        state = wait(ana, VIDEOS, ask(ana, VIDEOS, "hang"))
        assert (state["status"], state["errorCode"]) == ("FAILED", "time_limit") and not studio.renderers()
    finally:
        studio.change_environment("content-worker", {"MRBILL_CONTENT_TIME_LIMIT": "10m"})


def test_a_full_disk_is_told_and_the_service_stays_up(studio, ana):
    with small_disk(studio) as scratch:
        studio.change_environment("content-worker", {"MRBILL_SCRATCH_DIR": str(scratch)})
        try:
            state = wait(ana, VIDEOS, ask(ana, VIDEOS, "flood"))
            assert (state["status"], state["errorCode"]) == ("FAILED", "storage_full"), state
            assert make(ana, REPORTS, "there is room again")["pocCount"] == 2
        finally:
            studio.change_environment("content-worker", {"MRBILL_SCRATCH_DIR": str(studio.state.data("content-worker") / "scratch")})


def stored(studio, url: str):
    """The file behind a signed link."""
    key = url.split("/objects/", 1)[1].split("?", 1)[0]
    return studio.state.objects("content") / "data" / f"{key}@object"


def rot(file) -> None:
    content = bytearray(file.read_bytes())
    content[2] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize(("kind", "field"), [(VIDEOS, "videoUrl"), (REPORTS, "reportUrl")])
@pytest.mark.parametrize("lose", [lambda file: file.unlink(), rot, lambda file: os.truncate(file, 10)], ids=["gone", "rotten", "cut"])
def test_what_was_finished_and_is_gone_or_rotten_is_made_again_when_asked_for(studio, kind, field, lose):
    person = studio.sign_up()
    register(person, "one", "two")
    request = ask(person, kind, "to be lost")
    made = wait(person, kind, request)
    lose(stored(studio, made[field]))
    again = person.get(f"{kind}/{request}").expect(200).json
    assert again["status"] in ("PENDING", "PROCESSING") and again[field] is None
    until(lambda: person.get(f"{kind}/{request}").json["status"] == "COMPLETED")
    healed = person.get(f"{kind}/{request}").json
    whole = studio.api.get(path_of(healed[field])).expect(200).body
    assert len(whole) >= len(b"one\ntwo") and healed["pocCount"] == 2


def test_the_same_spec_is_not_answered_by_what_is_rotten(studio):
    person = studio.sign_up()
    register(person, "one", "two")
    first = make(person, VIDEOS, "the same spec")
    rot(stored(studio, first["videoUrl"]))
    second = make(person, VIDEOS, "the same spec")
    assert stored(studio, second["videoUrl"]) == stored(studio, first["videoUrl"])
    assert studio.api.get(path_of(second["videoUrl"])).expect(200).body == b"film " * 50_000


def test_a_storyboard_on_a_full_disk_is_told_to_come_again(studio, ana):
    with small_disk(studio) as scratch:
        studio.change_environment("content", {"MRBILL_SCRATCH_DIR": str(scratch)})
        try:
            answer = ana.post(f"{VIDEOS}/storyboard", {"title": "flood"})
            assert answer.status == 503 and answer.headers["retry-after"] and answer.code == "unavailable", answer.body
            assert len(ana.post(f"{VIDEOS}/storyboard", {"title": "there is room again"}).expect(200).json["stills"]) > 0
        finally:
            studio.change_environment("content", {"MRBILL_SCRATCH_DIR": str(studio.state.data("content") / "scratch")})


def test_nothing_is_left_behind_by_all_that(studio):
    until(lambda: not studio.renderers())
    scratch = studio.state.data("content-worker") / "scratch"
    until(lambda: [file for folder in scratch.iterdir() for file in folder.iterdir() if file.name != "lock"] == [])
    until(lambda: studio.sql("content", "SELECT count(*) FROM stored_objects WHERE expires_at <= now()") == "0")


def test_at_rest_both_processes_are_small(studio):
    resident = lambda name: int(next(line.split()[1] for line in open(f"/proc/{studio.process(name).pid}/status", encoding="ascii")
                                     if line.startswith("VmRSS:"))) / 1024
    assert resident("content") < 60 and resident("content-worker") < 60
