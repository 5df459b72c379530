"""Many POCs at once: imports, their errors, what a kill leaves behind, and exports that import again without a change."""

import csv
import io
import json
import time
import uuid
from pathlib import Path

import pytest

import importing
import sample

SAMPLE = sample.rows()
MIGRATIONS = Path(__file__).parents[1] / "migrations"


def prefer(person, **preferences):
    me = person.get("/api/v1/users/me").expect(200)
    person.patch("/api/v1/users/me", preferences, headers={"If-Match": me.headers["etag"]}).expect(200)


def exported_csv(person) -> bytes:
    return person.get("/api/v1/pocs/export", query={"format": "csv"}).expect(200).body


def unmarked(text: str) -> list[str]:
    return sorted(text.removeprefix("\ufeff").splitlines())


def wait_for(ask, is_right, seconds: float = 30):
    until = time.monotonic() + seconds
    while not is_right(answer := ask()):
        assert time.monotonic() < until, answer
        time.sleep(0.05)
    return answer


@pytest.fixture(scope="module")
def collector(platform):
    """Somebody who has imported the whole sample."""
    person = platform.sign_up()
    job = importing.run(person, sample.jsonl(SAMPLE))
    assert importing.counts(job) == (len(SAMPLE), 0, 0, 0)
    assert (job["status"], job["progress"], job["totalRows"]) == ("COMPLETED", 100, len(SAMPLE))
    return person


def test_every_row_is_kept_as_it_is_with_its_times(collector):
    kept = {row["repositoryUrl"]: row for row in importing.exported(collector)}
    assert len(kept) == len(SAMPLE)
    for row in SAMPLE:
        out = kept[row["repositoryUrl"]]
        assert (out["name"], out["description"], out["language"], out["isPublic"]) == (
            row["name"], row["description"], row["language"], row["isPublic"])
        assert (out["tags"], out["frameworks"]) == (row["tags"], row["frameworks"])
        assert out["createdAt"] == row["createdAt"].replace("Z", ".000Z") and out["updatedAt"] == row["updatedAt"].replace("Z", ".000Z")


def test_a_second_import_changes_nothing(collector):
    before = collector.get("/api/v1/pocs").json
    assert importing.counts(importing.run(collector, sample.jsonl(SAMPLE))) == (0, 0, len(SAMPLE), 0)
    assert collector.get("/api/v1/pocs").json["items"] == before["items"]


@pytest.mark.parametrize("form, media", [("jsonl", "application/x-ndjson"), ("csv", "text/csv")])
def test_an_export_imports_again_without_a_change_here_and_whole_elsewhere(platform, collector, form, media):
    collector.post("/api/v1/pocs", {"name": f"=1+1 {form}", "description": "two\r\nlines, \"quotes\", 'x",
                                    "tags": ["a b", "=c"]}).expect(201)
    answer = collector.get("/api/v1/pocs/export", query={"format": form}).expect(200)
    assert answer.headers["content-type"].startswith(media) and f".{form}" in answer.headers["content-disposition"]
    text = answer.body.decode()
    count = collector.get("/api/v1/pocs").json["pagination"]["totalItems"]
    created, updated, unchanged, failed = importing.counts(importing.run(collector, text, media=media))
    assert (created, updated, unchanged, failed) == (0, 0, count, 0)
    other = platform.sign_up()
    importing.run(other, text, media=media)
    again = other.get("/api/v1/pocs/export", query={"format": form}).expect(200).body.decode()
    assert unmarked(again) == unmarked(text)


@pytest.mark.parametrize("locale, separator", [("pt-BR", ";"), ("en", ",")])
def test_a_csv_export_opens_in_the_spreadsheet_of_its_person(platform, locale, separator):
    person = platform.sign_up()
    person.post("/api/v1/pocs", {"name": "ação", "description": "a;b,c", "tags": ["t", "u"]}).expect(201)
    prefer(person, locale=locale)
    heading = f"name{separator}description{separator}"
    body = wait_for(lambda: exported_csv(person), lambda body: heading.encode() in body)
    assert body.startswith(b"\xef\xbb\xbf" + heading.encode())
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=separator))
    assert (rows[0]["name"], rows[0]["description"], rows[0]["tags"]) == ("ação", "a;b,c", "t,u")
    job = importing.run(person, body, media="application/vnd.ms-excel")
    assert importing.counts(job) == (0, 0, 1, 0), job


def test_what_a_spreadsheet_in_brazil_writes_is_read(platform):
    person = platform.sign_up()
    prefer(person, locale="pt-BR", timeZone="America/Sao_Paulo")
    text = ('sep=;\r\nName;Description;RepositoryUrl;Language;Tags;Frameworks;CreatedAt;UpdatedAt;IsPublic;;\r\n'
            'Relatório;"Ação; e\r\nreação";https://example.org/um;Go;"a, b, ";;31/03/2025 14:05;;VERDADEIRO;;\r\n'
            ';;;;;;;;;;\r\n'
            "'-- comentário;;git@github.com:ana/dois.git;;;;;;FALSO\r\n"
            'Três;;https://example.org/olá;;;;;;\r\n')
    wait_for(lambda: exported_csv(person), lambda body: b"name;" in body)       # the catalogue has heard of the person's language
    for number, coding in enumerate(["cp1252", "utf-8", "utf-8-sig", "utf-16"]):
        job = importing.run(person, text.encode(coding), media="application/vnd.ms-excel")
        assert importing.counts(job) == ((3, 0, 0, 0) if number == 0 else (0, 0, 3, 0)), (coding, job)
    pocs = {row["name"]: row for row in importing.exported(person)}
    assert (pocs["Relatório"]["tags"], pocs["Relatório"]["isPublic"]) == (["a", "b"], True)
    assert pocs["Relatório"]["createdAt"] == "2025-03-31T17:05:00.000Z" and pocs["Relatório"]["description"] == "Ação; e\r\nreação"
    assert pocs["'-- comentário"]["repositoryUrl"] == "https://github.com/ana/dois"
    assert pocs["Três"]["repositoryUrl"] == "https://example.org/ol%C3%A1"


def test_an_open_quote_costs_its_line_alone(platform):
    person = platform.sign_up()
    rows = [f"row {number},,https://example.org/quote/{number},Go,a" for number in range(10_000)]
    rows[1] = 'bad,"never closed,https://example.org/quote/bad,Go,a'
    job = importing.run(person, "name,description,repositoryUrl,language,tags\n" + "\n".join(rows) + "\n", media="text/csv")
    assert (job["status"], job["totalRows"], *importing.counts(job)) == ("COMPLETED", 10_000, 9_999, 0, 0, 1)
    assert [(error["line"], error["pointer"], error["code"]) for error in job["errors"]] == [(3, "/description", "open_quote")]


def test_one_odd_line_does_not_fail_an_import(platform):
    person = platform.sign_up()
    odd = ['{"%s": 1}' % ("x" * 201), '{"a\\u0000b": 1}', '{"name": "a\\u0000b", "repositoryUrl": null}', '{"name": "\\ud800"}',
           '{"name": "n", "repositoryUrl": "https://example.org/%s"}' % ("x" * 300), '{"name": "n", "tags": ["%s"]}' % ("t" * 100),
           '{"name": "n", "repositoryUrl": null, "createdAt": "0001-01-01T00:00:00Z"}', "[]", "\x01", '{"\\u0007": null}']
    good = '{"name": "good", "repositoryUrl": "https://example.org/good"}'
    job = importing.run(person, "\n".join([*odd, good]))
    assert (job["status"], *importing.counts(job)) == ("COMPLETED", 1, 0, 0, len(odd)), job
    assert {error["line"] for error in job["errors"]} == set(range(1, len(odd) + 1))
    assert max(len(error["pointer"]) for error in job["errors"]) <= 200


def test_what_differs_behind_the_path_stays_apart(platform):
    person = platform.sign_up()
    urls = ["https://example.org/pocs", "https://example.org/pocs#kafka", "https://example.org/pocs#redis", "https://example.org/pocs?x=a",
            "https://example.org/pocs?x=a.git"]
    for url in urls:
        job = importing.run(person, json.dumps({"name": url, "repositoryUrl": url}))
        assert importing.counts(job) == (1, 0, 0, 0), url
    assert sorted(row["repositoryUrl"] for row in importing.exported(person)) == urls


def test_a_file_of_before_the_rule_about_what_stands_behind_the_path_finds_its_pocs(platform):
    """The keys as they were then: without what stands behind #, cut at the end of the query, and none where another bore it."""
    person, address = platform.sign_up(), "https://Example.org:443/pocs"
    rows = [{"name": name, "repositoryUrl": address + behind}
            for name, behind in {"kafka": ".git/#kafka", "redis": "#redis", "plain": "/", "query": "?x=a.git", "other": "-else/"}.items()]
    assert importing.counts(importing.run(person, sample.jsonl(rows))) == (5, 0, 0, 0)
    keys = f"SELECT string_agg(coalesce(import_key, '-'), ' ' ORDER BY name) FROM pocs WHERE user_id = '{person.user_id}'"
    right = platform.sql("catalog", keys)
    platform.sql("catalog", f"UPDATE pocs SET import_key = NULL WHERE name <> 'other' AND user_id = '{person.user_id}'")
    for name, key in {"kafka": "https://example.org/pocs", "query": "https://example.org/pocs?x=a"}.items():
        platform.sql("catalog", f"UPDATE pocs SET import_key = '{key}' WHERE name = '{name}' AND user_id = '{person.user_id}'")
    migration = (MIGRATIONS / "V010__import_keys_of_before.sql").read_text()
    platform.sql("catalog", f"BEGIN; SET ROLE catalog_owner; {migration}; COMMIT")
    assert platform.sql("catalog", keys) == right
    assert importing.counts(importing.run(person, sample.jsonl(rows))) == (0, 0, 5, 0)


def test_what_an_import_overwrites_is_seen_and_given_back(platform):
    person, colleague = platform.sign_up(), platform.sign_up()
    kept = person.post("/api/v1/pocs", {"name": "by hand", "description": "two years of notes", "tags": ["a"],
                                        "repositoryUrl": "https://example.org/kept"}).expect(201).json
    rows = [{"name": "of a file", "repositoryUrl": "https://example.org/kept"}, {"name": "new", "repositoryUrl": "https://example.org/new"}]
    job = importing.run(person, sample.jsonl(rows))
    assert importing.counts(job) == (1, 1, 0, 0)
    path = f"/api/v1/pocs/imports/{job['importId']}"
    page = person.get(f"{path}/changes").expect(200).json
    assert page["pagination"]["totalItems"] == 1
    before = page["items"][0]["before"]
    assert (page["items"][0]["pocId"], page["items"][0]["stands"]) == (kept["pocId"], True)
    assert (before["name"], before["description"], before["tags"]) == ("by hand", "two years of notes", ["a"])
    for question in (colleague.get(f"{path}/changes"), colleague.post(f"{path}/undo")):
        assert question.expect(404).code == "import_not_found"
    assert person.post(f"{path}/undo").expect(200).json == {"restoredRows": 1, "deletedRows": 1, "leftRows": 0}
    assert person.post(f"{path}/undo").expect(200).json == {"restoredRows": 0, "deletedRows": 0, "leftRows": 2}
    after = person.get(f"/api/v1/pocs/{kept['pocId']}").expect(200).json
    assert after | {"version": 0} == kept | {"version": 0}
    assert [row["name"] for row in importing.exported(person)] == ["by hand"]
    assert [item["name"] for item in person.get("/api/v1/pocs", query={"search": "notes"}).expect(200).json["items"]] == ["by hand"]


def test_the_list_of_imports_is_paged_by_what_it_tells(platform):
    person = platform.sign_up()
    begun = [importing.start(person, json.dumps({"name": str(number), "repositoryUrl": None})).expect(202).json["importId"]
             for number in range(5)]
    seen, path = [], "/api/v1/pocs/imports?pageSize=2"
    while path:
        answer = person.get(path).expect(200)
        seen += [item["importId"] for item in answer.json["items"]]
        cursor, link = answer.json["pagination"]["nextCursor"], answer.headers.get("link")
        assert bool(cursor) == bool(link)
        path = link and link[1:link.index(">")]
    assert seen == begun[::-1]
    first = person.get("/api/v1/pocs/imports?pageSize=2").json["pagination"]["nextCursor"]
    assert person.get("/api/v1/pocs/imports", query={"cursor": first, "page": 2}).expect(400).code == "page_and_cursor"
    assert platform.sign_up().get("/api/v1/pocs/imports", query={"cursor": first}).expect(400).code == "invalid_cursor"


def test_what_is_wrong_with_a_heading_is_named(platform):
    person = platform.sign_up()
    problem = importing.start(person, "nome;estrelas\r\na;5\r\n", media="text/csv").expect(400).json
    assert problem["code"] == "invalid_csv_header"
    told = {(error["pointer"], error["code"]) for error in problem["errors"]}
    assert told == {("column:2", "unknown_column"), ("/repositoryUrl", "required"), ("", "separator")}
    assert '"estrelas"' in json.dumps(problem, ensure_ascii=False).replace("\\", "")
    assert importing.start(person, b"PK\x03\x04" + bytes(100),
                           media="application/vnd.ms-excel").expect(415).code == "unsupported_media_type"


def test_json_with_a_byte_order_mark_is_taken(platform):
    person = platform.sign_up()
    mark = b"\xef\xbb\xbf"
    person.post("/api/v1/pocs", mark + json.dumps({"name": "marked"}).encode(), headers={"Content-Type": "application/json"}).expect(201)
    job = importing.run(person, mark + json.dumps({"name": "of a file", "repositoryUrl": None}).encode())
    assert importing.counts(job) == (1, 0, 0, 0)


@pytest.mark.parametrize("address, kept", [("git@github.com:me/poc.git", "https://github.com/me/poc"),
                                           ("https://café.com.br/olá", "https://xn--caf-dma.com.br/ol%C3%A1")])
def test_addresses_are_kept_in_canonical_form(platform, address, kept):
    person = platform.sign_up()
    made = person.post("/api/v1/pocs", {"name": "n", "repositoryUrl": address}).expect(201)
    assert made.json["repositoryUrl"] == kept
    changed = person.patch(f"/api/v1/pocs/{made.json['pocId']}", {"repositoryUrl": address}, headers={"If-Match": '"0"'}).expect(200).json
    assert changed["version"] == made.json["version"], "it says so already"


def test_csv_cells_are_safe_to_open_and_read_by_others(platform):
    person = platform.sign_up()
    for name in ("=cmd()", "+1", "-1", "@x", "plain"):
        person.post("/api/v1/pocs", {"name": name, "tags": ["a", "b"]}).expect(201)
    text = exported_csv(person).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=text[4]))
    assert [row["name"] for row in rows] == ["'=cmd()", "'+1", "'-1", "'@x", "plain"]
    assert rows[0]["tags"] == "a,b" and text.endswith("\r\n")


def test_export_takes_the_filters_of_the_list(collector):
    language = next(row["language"] for row in SAMPLE if row["language"])
    wanted = sorted(row["repositoryUrl"] for row in SAMPLE if row["language"] == language)
    assert sorted(row["repositoryUrl"] for row in importing.exported(collector, language=language)) == wanted
    word = SAMPLE[0]["name"]
    assert SAMPLE[0]["repositoryUrl"] in [row["repositoryUrl"] for row in importing.exported(collector, search=word)]


def test_bad_rows_are_told_by_line_and_do_not_stop_the_others(platform):
    person = platform.sign_up()
    text = "\n".join([
        '{"name": "good", "repositoryUrl": "https://x.y/1"}', "", "no json", '{"name": "", "repositoryUrl": "ftp://x", "stars": 1}',
        '{"name": "twice", "repositoryUrl": "http://X.Y/1.git"}',
        '{"name": "time", "repositoryUrl": "https://x.y/2", "createdAt": "2030-01-01T00:00:00Z", "updatedAt": "2020-01-01T00:00:00Z"}',
        '{"name": "good too", "repositoryUrl": "https://x.y/3"}'])
    job = importing.run(person, text)
    assert job["status"] == "COMPLETED" and importing.counts(job) == (2, 0, 0, 4)
    told = {(error["line"], error["pointer"], error["code"]) for error in job["errors"]}
    assert {line for line, _, _ in told} == {3, 4, 5, 6}
    assert {(4, "/stars", "unknown_field"), (5, "/repositoryUrl", "duplicate"), (6, "/updatedAt", "range")} <= told
    assert importing.counts(importing.run(person, text)) == (0, 0, 2, 4)


def test_errors_are_told_in_the_language_of_who_reads_them(platform):
    person = platform.sign_up()
    job = importing.run(person, '{"name": "", "repositoryUrl": "https://x.y/1"}\n'
                                '{"name": "n", "repositoryUrl": null, "tags": ["%s"]}' % ("t" * 51))
    path = f"/api/v1/pocs/imports/{job['importId']}"
    told = {"en;q=0.9": ["must be at least 1 character long", "must be at most 50 characters long"],
            "pt-BR": ["deve ter pelo menos 1 caractere", "deve ter no máximo 50 caracteres"]}
    for language, details in told.items():
        errors = person.get(path, headers={"Accept-Language": language}).expect(200).json["errors"]
        assert [(error["line"], error["detail"]) for error in errors] == list(enumerate(details, 1)), errors
    prefer(person, locale="pt-BR")
    assert platform.log_in(person.email).get(path).expect(200).json["errors"][0]["detail"] == told["pt-BR"][0]


@pytest.mark.parametrize("sentence, portuguese", [
    ("The file of this import is not there any more.", "O arquivo desta importação não existe mais."),
    ("A sentence of an older release.", "A sentence of an older release.")])
def test_why_an_import_failed_is_told_in_the_language_of_who_reads_it(platform, sentence, portuguese):
    person = platform.sign_up()
    job = importing.run(person, '{"name": "n", "repositoryUrl": null}')["importId"]
    platform.sql("catalog", "UPDATE jobs SET status = 'FAILED', error_code = 'file_missing', "
                            f"error_message = '{sentence}' WHERE job_id = '{job}'")
    for language, told in {"en": sentence, "pt": portuguese}.items():
        reads = {"Accept-Language": language}
        assert person.get(f"/api/v1/pocs/imports/{job}", headers=reads).expect(200).json["errorMessage"] == told
        assert person.get("/api/v1/pocs/imports", headers=reads).expect(200).json["items"][0]["errorMessage"] == told


def test_errors_are_paged(platform):
    person = platform.sign_up()
    job = importing.run(person, "x\n" * 1_300)
    assert importing.counts(job) == (0, 0, 0, 1_300)
    assert job["pagination"]["totalItems"] == 1_000, "the first thousand are kept"
    last = person.get(f"/api/v1/pocs/imports/{job['importId']}", query={"page": 10, "pageSize": 100}).expect(200).json
    assert [error["line"] for error in last["errors"]] == list(range(901, 1_001))


def test_what_cannot_be_an_import_is_refused_at_once(platform, api):
    person = platform.sign_up()
    assert importing.start(person, "").status == 400
    assert importing.start(person, "name,stars\na,b\n", media="text/csv").expect(400).code == "invalid_csv_header"
    assert importing.start(person, "{}", media="application/json").status == 415
    assert importing.start(person, "x" * (16 * 1024 * 1024 + 1)).status == 413
    assert importing.start(api, "{}").status == 401


def test_imports_are_their_persons_own(platform, collector):
    stranger = platform.sign_up()
    colleague = platform.invite(collector)
    job = collector.get("/api/v1/pocs/imports").expect(200).json["items"][0]
    for person in (stranger, colleague):
        assert person.get(f"/api/v1/pocs/imports/{job['importId']}").expect(404).code == "import_not_found"
        assert person.delete(f"/api/v1/pocs/imports/{job['importId']}").status == 404
        assert person.get("/api/v1/pocs/imports").json["items"] == []
    assert collector.delete(f"/api/v1/pocs/imports/{job['importId']}").expect(409).code == "import_finished"


def test_a_repeated_key_starts_one_import(platform):
    person, key = platform.sign_up(), str(uuid.uuid4())
    text = sample.jsonl(sample.generated(3, prefix="key"))
    first, second = (importing.start(person, text, key=key).expect(202).json for _ in range(2))
    assert first["importId"] == second["importId"]
    assert importing.start(person, text + "\n{}", key=key).expect(422).code == "idempotency_key_reused"
    assert importing.counts(importing.finish(person, first["importId"])) == (3, 0, 0, 0)


def test_ten_thousand_rows_come_in_thirty_seconds(platform):
    person = platform.sign_up()
    text = sample.jsonl(sample.generated(10_000, prefix="many"))
    begun = time.monotonic()
    job = importing.run(person, text)
    assert importing.counts(job) == (10_000, 0, 0, 0)
    assert time.monotonic() - begun < 30
    assert person.get("/api/v1/pocs").json["pagination"]["totalItems"] == 10_000


def test_a_cancelled_import_stops_and_keeps_what_came_in(platform):
    person = platform.sign_up()
    started = importing.start(person, sample.jsonl(sample.generated(20_000, prefix="cancel"))).expect(202).json
    cancelled = person.delete(f"/api/v1/pocs/imports/{started['importId']}")
    job = importing.finish(person, started["importId"])
    if cancelled.status == 204 and job["status"] == "CANCELLED":
        assert job["createdRows"] < 20_000
    kept = person.get("/api/v1/pocs").json["pagination"]["totalItems"]
    assert kept == job["createdRows"]


def test_a_killed_worker_loses_and_doubles_nothing(platform):
    person = platform.sign_up()
    rows = sample.generated(10_000, prefix="kill")
    started = importing.start(person, sample.jsonl(rows)).expect(202).json
    until = time.monotonic() + 30
    while person.get(f"/api/v1/pocs/imports/{started['importId']}").json["createdRows"] == 0 and time.monotonic() < until:
        time.sleep(0.01)
    platform.wait_back("catalog-worker", platform.kill("catalog-worker"))
    job = importing.finish(person, started["importId"], seconds=90)
    assert job["status"] == "COMPLETED" and importing.counts(job) == (10_000, 0, 0, 0)
    urls = [row["repositoryUrl"] for row in importing.exported(person)]
    assert len(urls) == 10_000 and set(urls) == {row["repositoryUrl"] for row in rows}


def test_the_file_goes_when_its_import_is_over(platform, collector):
    folder = platform.environment("catalog")["MRBILL_OBJECTS_DIR"]
    job = importing.run(collector, sample.jsonl(SAMPLE[:1]))
    left = [path for path in Path(folder).rglob("*") if job["importId"] in str(path) and path.is_file()]
    assert left == []


def test_json_lines_hold_one_object_each(collector):
    body = collector.get("/api/v1/pocs/export").expect(200).body.decode()
    first = json.loads(body.splitlines()[0])
    assert list(first) == ["name", "description", "repositoryUrl", "language", "tags", "frameworks", "createdAt", "updatedAt", "isPublic"]
