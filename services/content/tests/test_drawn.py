"""The real thing, once: a report and a short film drawn by the programs that draw, through the whole service."""

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from making import REPORTS, VIDEOS, ask, make, register, wait


@pytest.fixture(scope="module")
def studio(platform_with):
    return platform_with({}, draws=True)


@pytest.fixture(scope="module")
def ana(studio):
    person = studio.sign_up()
    register(person, "Ray tracer", "Orbit 🧪", "日本語のPOC", language="C++", tags=["graphics"], isPublic=True)
    register(person, "A very long name that goes on and on until nobody would read it any more, not even its author",
             language="Go")
    return person


def download(studio, url: str) -> bytes:
    return studio.api.get("/" + url.split("/", 3)[3]).expect(200).body


@pytest.mark.parametrize(("format_", "magic"), [("PDF", b"%PDF-"), ("EXCEL", b"PK\x03\x04"), ("CSV", b"\xef\xbb\xbf")])
def test_a_report_of_each_format(studio, ana, format_, magic):
    report = make(ana, REPORTS, format=format_, groupBy=["language", "tag", "month"])
    assert download(studio, report["reportUrl"]).startswith(magic) and report["pocCount"] == 4


@pytest.mark.parametrize("locale", ["en", "pt-BR"])
def test_a_report_in_csv_can_be_imported_whole_elsewhere(studio, ana, locale):
    me = ana.get("/api/v1/users/me").expect(200)
    ana.patch("/api/v1/users/me", {"locale": locale, "timeZone": "America/Sao_Paulo"}, headers={"If-Match": me.headers["etag"]}).expect(200)
    text = download(studio, make(ana, REPORTS, format="CSV")["reportUrl"])
    other = studio.sign_up()
    job = other.post("/api/v1/pocs/imports", text, headers={"Content-Type": "text/csv"}).expect(202).json
    deadline = time.monotonic() + 120
    while (job := other.get(f"/api/v1/pocs/imports/{job['importId']}").json)["status"] in ("PENDING", "PROCESSING"):
        assert time.monotonic() < deadline, job
        time.sleep(0.02)
    assert (job["createdRows"], job["failedRows"]) == (4, 0), job
    told, kept = ({row["name"]: row for row in person.get("/api/v1/pocs").json["items"]} for person in (ana, other))
    for name, row in told.items():
        for field in ("description", "repositoryUrl", "language", "tags", "frameworks", "isPublic"):
            assert kept[name][field] == row[field], (name, field)
        assert kept[name]["createdAt"] == row["createdAt"][:19] + ".000Z"


def test_a_film_that_plays_with_everything_beside_it(studio, ana, tmp_path):
    film = make(ana, VIDEOS, durationSeconds=20)
    assert film["pocCount"] == 4
    for name, url, magic in [("poster", film["thumbnailUrl"], b"\xff\xd8"), ("card", film["cardUrl"], b"\xff\xd8"),
                             ("captions", film["captions"][0]["url"], b"WEBVTT")]:
        assert download(studio, url).startswith(magic), name
    file = tmp_path / "film.mp4"
    file.write_bytes(download(studio, film["videoUrl"]))
    assert file.read_bytes()[4:8] == b"ftyp"
    if shutil.which("ffprobe"):
        shown = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height:format=duration", "-of", "json",
                                file], check=True, capture_output=True, text=True)
        facts = json.loads(shown.stdout)
        assert [stream["codec_name"] for stream in facts["streams"]] == ["h264", "aac", "mov_text", "mov_text"]
        assert abs(float(facts["format"]["duration"]) - 20) < 1.5


def test_every_piece_of_our_music_can_be_listened_to(studio, ana):
    deadline = time.monotonic() + 120
    ours = lambda: [track for track in ana.get("/api/v1/content/tracks").json["items"] if not track["isOwn"]]
    while None in [track["previewUrl"] for track in ours()]:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert all(download(studio, track["previewUrl"])[4:8] == b"ftyp" for track in ours())


def styles_of(person) -> list[dict]:
    return person.get("/api/v1/content/styles").expect(200).json["items"]


def test_every_style_is_seen_in_a_picture_and_in_motion(studio, ana):
    deadline = time.monotonic() + 120
    while any(None in (style["previewUrl"], style["motionUrl"]) for style in styles_of(ana)):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    styles = styles_of(ana)
    assert len(styles) == 4
    for style in styles:
        assert download(studio, style["previewUrl"]).startswith(b"\xff\xd8")
        motion = download(studio, style["motionUrl"])
        assert motion[4:8] == b"ftyp" and len(motion) <= 300_000, f"{style['style']}: {len(motion)} bytes"
    assert len({download(studio, style["motionUrl"]) for style in styles}) == 4


def test_stills_come_within_a_moment_and_music_that_is_none_is_explained(studio, ana):
    begun = time.monotonic()
    board = ana.post(f"{VIDEOS}/storyboard", {"title": "My year", "durationSeconds": 30}).expect(200).json
    assert len(board["stills"]) >= 3 and time.monotonic() - begun < 10
    assert download(studio, board["stills"][0]["imageUrl"]).startswith(b"\xff\xd8")
    track = ana.request("POST", "/api/v1/content/tracks", b"this is no music " * 100, query={"name": "noise"},
                        headers={"Content-Type": "audio/mpeg"}).expect(201).json
    state = wait(ana, VIDEOS, ask(ana, VIDEOS, durationSeconds=20, musicTrack=track["trackId"]), seconds=120)
    assert (state["status"], state["errorCode"]) == ("FAILED", "track_unusable") and state["errorMessage"]
