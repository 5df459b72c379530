"""Films and reports from the request to the file: what is asked for, watched, downloaded, shared, deleted."""

import io
import json
import re
import time
import uuid
import wave
from html.parser import HTMLParser
from pathlib import Path

import pytest

from making import REPORTS, VIDEOS, ask, make, register, wait

ROOT = Path(__file__).parents[3]
UNKNOWN = "018f0000-0000-7000-8000-000000000000"


@pytest.fixture(scope="module")
def ana(platform):
    person = platform.sign_up()
    register(person, "one", "two", isPublic=True)
    register(person, "a draft", tags=["draft"])
    return person


@pytest.fixture(scope="module")
def film(ana):
    return make(ana, VIDEOS, "The film", description="All of it.")


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def test_a_report_holds_every_poc_and_is_downloaded_under_the_convention_s_name(platform, ana):
    report = make(ana, REPORTS, "For the boss", format="CSV")
    assert (report["progress"], report["pocCount"], report["format"]) == (100, 3, "CSV")
    answer = platform.api.get(path_of(report["reportUrl"])).expect(200)
    assert answer.body.decode() == "one\ntwo\na draft"
    day = report["completedAt"][:10]
    assert f'filename="report-{day}-{report["reportId"]}.csv"' in answer.headers["content-disposition"]


def test_the_films_links_take_ranges(platform, film):
    path = path_of(film["videoUrl"])
    whole = platform.api.get(path).expect(200)
    assert whole.headers["content-type"] == "video/mp4"
    part = platform.api.get(path, headers={"Range": "bytes=5-9"}).expect(206)
    assert part.body == whole.body[5:10]
    assert part.headers["content-range"] == f"bytes 5-9/{len(whole.body)}"
    for link in (film["thumbnailUrl"], film["cardUrl"], film["storyUrl"], *(one["url"] for one in film["captions"])):
        platform.api.get(path_of(link)).expect(200)


def test_what_was_used_is_kept_with_its_order_and_seconds(platform, ana, film):
    rows = platform.sql("content", f"""
        SELECT sequence_order, duration_seconds FROM content_request_pocs WHERE request_id = '{film["requestId"]}'
        ORDER BY 1""").split()
    assert rows == ["1|2", "2|2"]    # the private one is counted, not named


def test_the_spec_chooses_the_pocs(ana):
    assert make(ana, REPORTS, includePrivate=False)["pocCount"] == 2
    assert make(ana, REPORTS, excludeTags=["Draft"])["pocCount"] == 2
    assert make(ana, REPORTS, includeTags=["draft", "other"])["pocCount"] == 1
    assert make(ana, REPORTS, fromDate="2001-01-01T00:00:00Z", toDate="2002-01-01T00:00:00Z")["pocCount"] == 0


@pytest.mark.parametrize(("spec", "pointer"), [
    ({"title": " "}, "/title"), ({"style": "no-such-style"}, "/style"), ({"musicTrack": UNKNOWN}, "/musicTrack"),
    ({"durationSeconds": 19}, "/durationSeconds"), ({"durationSeconds": 181}, "/durationSeconds"), ({"locale": "fr"}, "/locale"),
    ({"fromDate": "2026-01-02T00:00:00Z", "toDate": "2026-01-01T00:00:00Z"}, "/toDate"), ({"shape": "ROUND"}, "/shape"),
    ({"toDate": "0001-01-01T00:00:00Z"}, "/toDate"), ({"includeTags": ["x" * 51]}, "/includeTags/0"), ({"more": 1}, "/more")])
def test_what_is_wrong_is_named(ana, spec, pointer):
    answer = ana.post(VIDEOS, {"title": "x"} | spec).expect(400).json
    assert pointer in [error["pointer"] for error in answer["errors"]]


def test_a_repeated_key_is_the_same_request(ana):
    headers = {"Idempotency-Key": f"k-{uuid.uuid4()}"}
    first = ana.post(REPORTS, {"title": "once"}, headers=headers).expect(202)
    again = ana.post(REPORTS, {"title": "once"}, headers=headers).expect(202)
    assert again.json == first.json and again.headers["location"] == first.headers["location"]
    ana.post(REPORTS, {"title": "twice"}, headers=headers).expect(422)


def test_the_same_spec_shares_one_render(platform, ana):
    first = make(ana, VIDEOS, "Shared render")
    second = make(ana, VIDEOS, "Shared render")
    key = lambda film: film["videoUrl"].split("?")[0]
    assert second["requestId"] != first["requestId"] and key(second) == key(first)
    ana.delete(f"{VIDEOS}/{first['requestId']}").expect(204)
    platform.api.get(path_of(second["videoUrl"])).expect(200)
    register(ana, f"more {uuid.uuid4()}")
    third = make(ana, VIDEOS, "Shared render")
    assert key(third) != key(second) and third["pocCount"] == second["pocCount"] + 1


def test_pages_by_number_and_by_cursor_hold_every_request_once(platform):
    person = platform.sign_up()
    made = [ask(person, REPORTS, f"number {number}") for number in range(5)]
    listed, query = [], {"pageSize": 2}
    while True:
        page = person.get(REPORTS, query=query).expect(200).json
        listed += [item["reportId"] for item in page["items"]]
        if not page["pagination"]["nextCursor"]:
            break
        query = {"pageSize": 2, "cursor": page["pagination"]["nextCursor"]}
    assert listed == made[::-1]
    by_number = person.get(REPORTS, query={"pageSize": 2, "page": 3}).expect(200).json
    assert [item["reportId"] for item in by_number["items"]] == made[:1] and by_number["pagination"]["totalItems"] == 5
    person.get(REPORTS, query={"page": 1, "cursor": query["cursor"]}).expect(400)
    person.get(REPORTS, query={"pageSize": 3, "cursor": query["cursor"]}).expect(400)
    person.get(VIDEOS, query=query).expect(400)


def test_a_film_is_not_a_report(ana, film):
    ana.get(f"{REPORTS}/{film['requestId']}").expect(404)
    ana.post(f"{REPORTS}/{film['requestId']}/cancel").expect(404)


def test_cancelling_ends_it_and_kills_the_drawing(platform, ana):
    request = ask(ana, VIDEOS, "a slow one")
    wait(ana, VIDEOS, request, "PROCESSING")
    wait_for_drawing(platform, 1)
    ana.post(f"{VIDEOS}/{request}/cancel").expect(202)
    state = wait(ana, VIDEOS, request)
    assert (state["status"], state["errorCode"]) == ("FAILED", "cancelled") and state["errorMessage"]
    wait_for_drawing(platform, 0)
    assert temp_objects(platform, request) == 0
    assert ana.post(f"{VIDEOS}/{request}/cancel").expect(202).json["errorCode"] == "cancelled"


def test_what_waits_is_cancelled_at_once(platform, ana):
    running = ask(ana, VIDEOS, "a slow one first")
    waiting = ask(ana, VIDEOS, "a slow one second")
    assert ana.post(f"{VIDEOS}/{waiting}/cancel").expect(202).json["status"] == "FAILED"
    ana.delete(f"{VIDEOS}/{running}").expect(204)


def test_what_was_cancelled_is_tried_again_under_the_same_id(ana):
    request = ask(ana, VIDEOS, "slow, then again")
    wait(ana, VIDEOS, request, "PROCESSING")
    ana.post(f"{VIDEOS}/{request}/retry").expect(409)
    ana.post(f"{VIDEOS}/{request}/cancel").expect(202)
    wait(ana, VIDEOS, request, "FAILED")
    assert ana.post(f"{VIDEOS}/{request}/retry").expect(202).json["requestId"] == request
    assert wait(ana, VIDEOS, request)["status"] == "COMPLETED"
    ana.post(f"{VIDEOS}/{request}/retry").expect(409)
    ana.post(f"{VIDEOS}/{request}/cancel").expect(409)


def test_deleting_takes_the_files_with_it(platform, ana):
    gone = make(ana, VIDEOS, "to be deleted")
    ana.delete(f"{VIDEOS}/{gone['requestId']}").expect(204)
    ana.get(f"{VIDEOS}/{gone['requestId']}").expect(404)
    deadline = time.monotonic() + 60
    while platform.api.get(path_of(gone["videoUrl"])).status != 404:
        assert time.monotonic() < deadline, "the file is still there"
        time.sleep(0.05)
    left = f"SELECT count(*) FROM stored_objects WHERE owner_id = '{gone['requestId']}'"
    while platform.sql("content", left) != "0":
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_deleting_stops_what_is_at_work(platform, ana):
    request = ask(ana, VIDEOS, "a slow one to delete")
    wait(ana, VIDEOS, request, "PROCESSING")
    ana.delete(f"{VIDEOS}/{request}").expect(204)
    wait_for_drawing(platform, 0)
    ana.delete(f"{VIDEOS}/{request}").expect(404)


def test_progress_is_watched_live_until_the_end(platform, ana):
    request = ask(ana, VIDEOS, "slow, to be watched")
    answer = ana.get(f"{VIDEOS}/{request}/events").expect(200)
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [json.loads(line[6:]) for line in answer.body.decode().splitlines() if line.startswith("data: ")]
    progress = [event["progress"] for event in events]
    assert len(events) >= 4 and progress == sorted(progress) and events[0]["status"] in ("PENDING", "PROCESSING")
    assert (events[-1]["status"], events[-1]["progress"]) == ("COMPLETED", 100)
    ended = ana.get(f"{VIDEOS}/{request}/events").expect(200).body.decode()
    assert ended.count("event: progress") == 1


def test_a_shared_film_is_seen_by_whoever_has_the_link(platform, ana, film):
    ana.post(f"{VIDEOS}/{UNKNOWN}/share").expect(404)
    share = ana.post(f"{VIDEOS}/{film['requestId']}/share").expect(200).json
    data = platform.api.get(f"/api/v1/content/shared/{share['token']}").expect(200)
    assert data.headers["x-robots-tag"] == "noindex"
    assert (data.json["title"], data.json["description"], data.json["personName"]) == ("The film", "All of it.", "Some Body")
    fields = {field["property"]: field["content"] for field in data.json["openGraph"]}
    assert fields["og:title"] == "The film" and fields["og:image"] == data.json["imageUrl"] and fields["og:url"] == share["url"]
    assert ana.user_id not in data.body.decode()
    assert ana.get(f"{VIDEOS}/{film['requestId']}").json["isShared"]
    assert share["token"] not in platform.sql("content", "SELECT * FROM shares")


def test_a_film_names_private_pocs_only_when_asked_and_then_sharing_it_wants_their_number(platform, ana, film):
    assert (film["includePrivate"], film["pocCount"], film["privatePocCount"]) == (False, 3, 0)
    named = make(ana, VIDEOS, "With the private ones", includePrivate=True)
    private = named["privatePocCount"]
    assert private >= 1 and named["pocCount"] == private + 2
    share = f"{VIDEOS}/{named['requestId']}/share"
    for query in ("", "?confirmPrivate=0", f"?confirmPrivate={private + 1}"):
        refused = ana.post(share + query).expect(409).json
        assert (refused["code"], refused["privatePocs"]) == ("private_pocs_named", private)
    assert not ana.get(f"{VIDEOS}/{named['requestId']}").json["isShared"]
    platform.api.get(path_of(ana.post(f"{share}?confirmPrivate={private}").expect(200).json["url"])).expect(200)
    rows = platform.sql("content", f"SELECT count(*) FROM content_request_pocs WHERE request_id = '{named['requestId']}'").split()
    assert rows == [str(named["pocCount"])]


class Meta(HTMLParser):
    """What a social network reads, and what the page loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields, self.sources, self.tags = {}, [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        self.tags.append(tag)
        if tag == "meta" and ("property" in told or "name" in told):
            self.fields[told.get("property") or told["name"]] = told["content"]
        self.sources += [told[name] for name in ("src", "poster") if told.get(name)]


def test_the_page_of_a_shared_film_shows_it_to_people_and_to_networks(platform, ana):
    bold = make(ana, VIDEOS, 'My <b>"year"</b>', description="é" * 1_900)
    share = ana.post(f"{VIDEOS}/{bold['requestId']}/share").expect(200).json
    assert share["url"] == f"{platform.url}/s/{share['token']}"
    answer = platform.api.get(path_of(share["url"]), headers={"Accept-Language": "pt-BR"}).expect(200)
    html = answer.body.decode()
    assert answer.headers["content-type"] == "text/html; charset=utf-8" and len(answer.body) <= 30 * 1024
    assert "<script" not in html and "<b>" not in html and ana.user_id not in html
    assert "default-src 'none'" in answer.headers["content-security-policy"] and answer.headers["x-robots-tag"] == "noindex"
    page = Meta(html)
    assert page.fields["og:title"] == page.fields["twitter:title"] == 'My <b>"year"</b>'
    told = {name: page.fields[name] for name in ("twitter:card", "og:url", "og:type")}
    assert told == {"twitter:card": "summary_large_image", "og:url": share["url"], "og:type": "video.other"}
    assert "Some Body" in html and "Um filme de" in html and page.tags.count("track") == 2
    assert len(page.sources) == 4 and all(source.startswith(share["url"] + "/") for source in page.sources)
    for source in {*page.sources, page.fields["og:image"], page.fields["og:video"]}:
        platform.api.get(path_of(source)).expect(200)
    part = platform.api.get(path_of(page.fields["og:video"]), headers={"Range": "bytes=5-9"}).expect(206)
    assert len(part.body) == 5 and part.headers["content-disposition"] == "inline"
    english = platform.api.get(path_of(share["url"]), headers={"Accept-Language": "en"}).expect(200)
    assert "A film by" in english.body.decode()


def test_whatever_goes_wrong_at_the_address_of_a_film_is_told_in_a_page(platform):
    browser = {"Accept": "text/html,*/*;q=0.8"}
    for method, path, status, words in [("GET", "/s/x/film.mp4", 404, "Não há vídeo neste link, ou não há mais."),
                                        ("DELETE", "/s/x", 405, "Ir para o Mr Bill"),
                                        ("GET", "/s/x/y/z", 404, "Não há nada aqui")]:
        answer = platform.api.request(method, path, headers=browser).expect(status)
        assert answer.headers["content-type"] == "text/html; charset=utf-8" and words in answer.body.decode()
        assert answer.headers["content-language"] == "pt-BR" and "style-src" in answer.headers["content-security-policy"]
        assert platform.api.request(method, path).expect(status).code in ("not_found", "method_not_allowed"), "a program"


def test_a_link_is_read_again_and_ends_with_all_its_files(platform, ana, film):
    path = f"{VIDEOS}/{film['requestId']}/share"
    ana.delete(path).expect(204)
    assert ana.get(path).expect(404).code == "not_shared"
    assert ana.get(f"{VIDEOS}/{UNKNOWN}/share").expect(404).code == "video_not_found"
    share = ana.post(path).expect(200).json
    assert ana.get(path).expect(200).json == share == ana.get(path).json
    platform.api.get(path_of(share["url"])).expect(200)
    newer = ana.post(path).expect(200).json
    assert newer["token"] != share["token"] and ana.get(path).json == newer
    ana.delete(path).expect(204)
    gone = {platform.api.get(f"/s/{token}").expect(404).body for token in (share["token"], newer["token"], "A" * 43, "x", "%3Cb%3E")}
    assert len(gone) == 1, "ended, unknown and mangled answer alike"
    for file in ("film.mp4", "picture.jpg", "poster.jpg", "captions-en.vtt", "nothing"):
        platform.api.get(f"/s/{newer['token']}/{file}").expect(404)


def test_signed_links_are_equal_within_a_quarter_of_an_hour(ana, film):
    first, second = (ana.get(f"{VIDEOS}/{film['requestId']}").json for _ in range(2))
    expires = int(re.search(r"expires=(\d+)", first["videoUrl"])[1])
    assert expires % 900 == 0
    if re.search(r"expires=(\d+)", second["videoUrl"])[1] == str(expires):     # no quarter ended in between
        assert first["videoUrl"] == second["videoUrl"]


def test_only_a_finished_film_is_shared(ana):
    request = ask(ana, VIDEOS, "a slow one to share")
    ana.post(f"{VIDEOS}/{request}/share").expect(409)
    ana.delete(f"{VIDEOS}/{request}").expect(204)


def test_a_storyboard_comes_at_once_and_registers_nothing(platform, ana):
    before = ana.get(VIDEOS).json["pagination"]["totalItems"]
    board = ana.post(f"{VIDEOS}/storyboard", {"title": "x", "durationSeconds": 30}).expect(200).json
    assert board["durationSeconds"] == 30 and len(board["stills"]) == 4
    picture = platform.api.get(path_of(board["stills"][0]["imageUrl"])).expect(200)
    assert picture.headers["content-type"] == "image/jpeg"
    assert ana.get(VIDEOS).json["pagination"]["totalItems"] == before
    answer = ana.post(f"{VIDEOS}/storyboard", {"title": "refuse", "locale": "en"}, headers={"Accept-Language": "pt"}).expect(400)
    assert (answer.code, answer.json["detail"]) == ("cannot_render", "This can never be made.")
    assert answer.headers["content-language"] == "en", "of the film, whoever reads it"


def wave_of(seconds: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(48_000)
        sound.writeframes(bytes(range(256)) * (seconds * 48_000 * 4 // 256))
    return file.getvalue()


def test_music_of_ones_own(platform, ana):
    upload = lambda body, kind="audio/mpeg", name="Our song": ana.request(
        "POST", "/api/v1/content/tracks", body, query={"name": name}, headers={"Content-Type": kind})
    song = wave_of(seconds=1)
    track = upload(song, kind="audio/wav").expect(201).json
    assert track["isOwn"] and platform.api.get(path_of(track["previewUrl"])).expect(200).body == song
    listed = ana.get("/api/v1/content/tracks").expect(200).json["items"]
    assert [one for one in listed if one["isOwn"]][0]["trackId"] == track["trackId"] and len(listed) > 1
    film = make(ana, VIDEOS, "with our song", musicTrack=track["trackId"])
    body = platform.api.get(path_of(film["videoUrl"])).body
    assert len(body) == len(b"film " * 50_000) + 48_000 * 2 * 4     # the second of it, as the sound that a film mixes
    upload(b"", kind="audio/ogg").expect(400)
    upload(b"x", kind="text/plain").expect(415)
    upload(b"x", name=" ").expect(400)
    upload(b"x" * (20 * 1024 * 1024 + 1)).expect(413)
    ana.delete(f"/api/v1/content/tracks/{track['trackId']}").expect(204)
    ana.delete(f"/api/v1/content/tracks/{track['trackId']}").expect(404)
    ana.post(VIDEOS, {"title": "x", "musicTrack": track["trackId"]}).expect(400)


def folders_of_styles() -> list[str]:
    folder = ROOT / "services/content/render/video/styles"
    return sorted(file.parent.name for file in folder.glob("*/style.cpp"))


def names_of_tracks() -> list[str]:
    file = ROOT / "studio/music/arrangements.cpp"
    return re.findall(r'{"([a-z-]+)", "', file.read_text()) if file.exists() else []


def test_there_is_to_choose_from_what_can_be_drawn_and_played(ana):
    styles = [style["style"] for style in ana.get("/api/v1/content/styles").json["items"]]
    tracks = [track["trackId"] for track in ana.get("/api/v1/content/tracks").json["items"] if not track["isOwn"]]
    assert sorted(styles) == (folders_of_styles() or sorted(styles))
    assert tracks == (names_of_tracks() or tracks)
    make(ana, VIDEOS, "with another song", musicTrack=tracks[-1])


def test_styles_speak_the_persons_language(ana):
    styles = ana.get("/api/v1/content/styles").expect(200).json["items"]
    assert len(styles) >= 4 and all(style["name"] and style["description"] for style in styles)
    make(ana, VIDEOS, "in another style", style=styles[-1]["style"])


def test_every_style_has_a_picture_soon_after_the_first_start(platform, ana):
    deadline = time.monotonic() + 120
    while None in (links := [style["previewUrl"] for style in ana.get("/api/v1/content/styles").json["items"]]):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    for link in links:
        assert re.search(r"/static/images/styles/[a-z]+-v\d+\.jpg\?", link)
        assert platform.api.get(path_of(link)).expect(200).headers["content-type"] == "image/jpeg"


def test_no_more_than_twenty_wait_at_once(platform):
    person = platform.sign_up()
    made = [ask(person, VIDEOS, f"a slow one {number}") for number in range(20)]
    refused = person.post(VIDEOS, {"title": "one more"}).expect(429)
    assert refused.json["code"] == "too_many_open" and refused.headers["retry-after"]
    for request in made:
        person.delete(f"{VIDEOS}/{request}").expect(204)


def test_a_finished_film_is_told_by_mail_and_to_the_other_services(platform, ana):
    before = platform.mails_to(ana.email)
    film = make(ana, VIDEOS, f"Film {uuid.uuid4()}")
    mail = platform.mail_to(ana.email, after=before)
    assert film["title"] in mail.text and mail.link == f"{platform.url}/videos/{film['requestId']}"


def wait_for_drawing(platform, count: int) -> None:
    """Until so many renderers of this platform run."""
    deadline = time.monotonic() + 50
    while len(platform.renderers()) != count:
        assert time.monotonic() < deadline, f"{len(platform.renderers())} renderers run"
        time.sleep(0.005)


def temp_objects(platform, request: str) -> int:
    deadline = time.monotonic() + 50
    query = f"SELECT count(*) FROM stored_objects WHERE owner_id = '{request}' AND lifecycle = 'temp'"
    while (left := int(platform.sql("content", query))) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left
