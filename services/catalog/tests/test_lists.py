"""Many POCs over HTTP: pages, cursors, filters, search, figures."""

from datetime import datetime, timedelta, timezone

import pytest

import importing
import sample

ROWS = sample.generated(120, prefix="lists")


@pytest.fixture(scope="module")
def ana(platform):
    person = platform.sign_up()
    assert importing.counts(importing.run(person, sample.jsonl(ROWS))) == (120, 0, 0, 0)
    return person


def page(person, **query):
    return person.get("/api/v1/pocs", query=query).expect(200)


def urls(answer):
    return [item["repositoryUrl"] for item in answer.json["items"]]


def test_newest_first_in_pages_of_twenty(ana):
    answer = page(ana)
    assert answer.json["pagination"] | {"nextCursor": None} == {
        "page": 1, "pageSize": 20, "totalItems": 120, "totalPages": 6, "nextCursor": None}
    assert urls(answer) == [row["repositoryUrl"] for row in reversed(ROWS)][:20]
    assert urls(page(ana, page=6)) == [row["repositoryUrl"] for row in reversed(ROWS)][100:]
    assert page(ana, page=7).json["items"] == []


def walk(person, **query):
    """Every page by its cursor."""
    found, pages, answer = [], [], page(person, **query)
    while True:
        found += urls(answer)
        pages.append(answer.json["pagination"]["page"])
        cursor = answer.json["pagination"]["nextCursor"]
        assert ("link" in answer.headers) == (cursor is not None)
        if cursor is None:
            assert pages == list(range(1, len(pages) + 1))
            return found
        answer = page(person, **query, cursor=cursor)


@pytest.mark.parametrize("field", ["createdAt", "updatedAt", "name", "language"])
@pytest.mark.parametrize("order", ["asc", "desc"])
def test_cursors_reach_every_row_once_in_each_order(ana, field, order):
    found = walk(ana, sortBy=field, sortOrder=order, pageSize=17)
    assert len(found) == 120 and len(set(found)) == 120


def test_a_cursor_neither_skips_nor_repeats_while_others_write(platform):
    person = platform.sign_up()
    importing.run(person, sample.jsonl(ROWS[:10]))
    first = page(person, pageSize=5)
    person.post("/api/v1/pocs", {"name": "new meanwhile"}).expect(201)
    second = page(person, pageSize=5, cursor=first.json["pagination"]["nextCursor"])
    assert urls(first) + urls(second) == [row["repositoryUrl"] for row in reversed(ROWS[:10])]


def test_a_cursor_is_good_for_its_query_and_person_only(platform, ana):
    cursor = page(ana, pageSize=5).json["pagination"]["nextCursor"]
    for person, query in ((ana, {"pageSize": 5, "language": "Go"}), (ana, {"pageSize": 6}), (platform.sign_up(), {"pageSize": 5})):
        assert person.get("/api/v1/pocs", query=query | {"cursor": cursor}).expect(400).code == "invalid_cursor"
    forged = cursor[:-2] + ("AA" if cursor[-2:] != "AA" else "BB")
    assert ana.get("/api/v1/pocs", query={"pageSize": 5, "cursor": forged}).expect(400).code == "invalid_cursor"
    assert ana.get("/api/v1/pocs", query={"page": 2, "cursor": cursor}).expect(400).code == "page_and_cursor"


@pytest.mark.parametrize("query", [{"page": 0}, {"pageSize": 101}, {"sortBy": "stars"}, {"sortOrder": "up"}, {"scope": "public"},
                                   {"after": "yesterday"}, {"stars": 1}, {"sortBy": "relevance"}])
def test_refuses_wrong_parameters(ana, query):
    assert ana.get("/api/v1/pocs", query=query).expect(400).code == "invalid_request"


def expected(condition):
    return [row["repositoryUrl"] for row in reversed(ROWS) if condition(row)]


def test_filters_filter_with_and_without_search(ana):
    assert urls(page(ana, language="golang", pageSize=100)) == expected(lambda row: row["language"] == "Go")
    assert urls(page(ana, tags="Kafka,raft", pageSize=100)) == expected(lambda row: {"kafka", "raft"} <= set(row["tags"]))
    assert urls(page(ana, framework="spring boot", pageSize=100)) == expected(lambda row: "Spring Boot" in row["frameworks"])
    after, before = ROWS[20]["createdAt"], ROWS[40]["createdAt"]
    assert urls(page(ana, after=after, before=before, pageSize=100)) == expected(lambda row: after <= row["createdAt"] < before)
    searched = page(ana, search="kafka", language="Go", pageSize=100).json["items"]
    assert searched and all(item["language"] == "Go" for item in searched)


@pytest.mark.parametrize("words", [{}, {"search": "kafka"}])
def test_several_languages_and_frameworks_are_any_of_them(ana, words):
    def found(**query):
        return set(urls(page(ana, **words, **query, pageSize=100)))

    assert found(languages="golang,Rust") == found(language="Go") | found(language="Rust") != found(language="Go")
    assert found(languages="Rust", language="Go") == found(languages="go,rust")
    assert found(frameworks="qt,Gin") == found(framework="Qt") != found(frameworks="Qt,spring boot")
    assert found(languages="Go,Rust", frameworks="Qt") == found(languages="Go,Rust") & found(framework="Qt")
    repeated = "&".join(["languages=Go&languages=Rust", "pageSize=100", *(f"{name}={value}" for name, value in words.items())])
    assert set(urls(ana.get(f"/api/v1/pocs?{repeated}").expect(200))) == found(languages="Go,Rust")


@pytest.mark.parametrize("own, facet", [("languages", "languages"), ("frameworks", "frameworks"), ("language", "languages")])
def test_a_facet_is_not_narrowed_by_its_own_filter_with_and_without_words(ana, own, facet):
    for words in ({}, {"search": "kafka"}):
        whole = ana.get("/api/v1/pocs/facets", query=words).expect(200).json
        value = whole[facet][0]["value"]
        narrowed = ana.get("/api/v1/pocs/facets", query=words | {own: value}).expect(200).json
        assert narrowed[facet] == whole[facet] and narrowed["total"] == whole[facet][0]["count"] < whole["total"]
        assert narrowed["tags"] != whole["tags"]


@pytest.mark.parametrize("name", ["languages", "frameworks"])
@pytest.mark.parametrize("values", [",".join(str(number) for number in range(31)), "x" * 51, "a,,b", "\u0000"])
def test_several_values_have_their_bounds(ana, name, values):
    assert ana.get("/api/v1/pocs", query={name: values}).expect(400).code == "invalid_request"


def test_own_writes_are_in_the_next_search(platform):
    person = platform.sign_up()
    for i in range(20):
        word = f"zyxwv{i:02d}"
        made = person.post("/api/v1/pocs", {"name": f"the {word} thing"}).expect(201)
        where = made.headers["location"]
        found = page(person, search=word)
        assert [item["pocId"] for item in found.json["items"]] == [made.json["pocId"]]
        assert found.json["items"][0]["highlights"][0]["field"] == "name"
        changed = person.patch(where, {"name": f"now {word}changed"}, headers={"If-Match": "*"}).expect(200)
        assert page(person, search=f"{word}changed").json["pagination"]["totalItems"] == 1
        person.delete(where, headers={"If-Match": changed.headers["etag"]}).expect(204)
        assert page(person, search=f"{word}changed").json["pagination"]["totalItems"] == 0


def test_search_pages_reach_every_hit_once(ana):
    found = walk(ana, search="kafka", pageSize=5)
    wanted = {row["repositoryUrl"] for row in ROWS if "kafka" in row["name"]}
    assert len(found) == len(set(found)) and wanted <= set(found)


def test_facets_agree_with_the_lists(ana):
    for query in ({}, {"search": "kafka"}, {"tags": "kafka"}, {"language": "Go"}, {"search": "kafka", "language": "Go"}):
        facets = ana.get("/api/v1/pocs/facets", query=query).expect(200).json
        assert facets["total"] == page(ana, **query).json["pagination"]["totalItems"]
        for count in facets["languages"]:
            chosen = query | {"language": count["value"]}
            assert page(ana, **chosen).json["pagination"]["totalItems"] == count["count"]
        for count in facets["tags"][:3]:
            tags = ",".join(filter(None, (query.get("tags"), count["value"])))
            assert page(ana, **query | {"tags": tags}).json["pagination"]["totalItems"] == count["count"]


KINDS = ("languages", "tags", "frameworks", "years")


def test_facets_say_how_many_values_they_leave_out(platform):
    person = platform.sign_up()
    for number in range(4):
        person.post("/api/v1/pocs", {"name": "manifold", "language": f"Language {number}", "frameworks": ["Qt"],
                                     "tags": [f"tag {number}", f"other {number}"]}).expect(201)
    for words in ({}, {"search": "manifold"}):
        cut = person.get("/api/v1/pocs/facets", query={**words, "limit": 3}).expect(200).json
        assert [len(cut[kind]) for kind in KINDS] == [3, 3, 1, 1]
        assert [cut[f"{kind}LeftOut"] for kind in KINDS] == [1, 5, 0, 0]
        whole = person.get("/api/v1/pocs/facets", query=words).expect(200).json
        assert [len(whole[kind]) for kind in KINDS] == [4, 8, 1, 1]
        assert [whole[f"{kind}LeftOut"] for kind in KINDS] == [0, 0, 0, 0]


SPELLINGS = ["Portugol", "portugol", "Portugol", "PORTUGOL", "Pórtugol"]


def test_filters_and_counts_take_spellings_for_one_with_and_without_words(platform):
    person = platform.sign_up()
    for spelling in SPELLINGS:
        person.post("/api/v1/pocs", {"name": "spelt", "language": spelling, "tags": [spelling], "frameworks": [spelling]}).expect(201)
    stats = person.get("/api/v1/pocs/stats").expect(200).json
    for words in ({}, {"search": "spelt"}):
        facets = person.get("/api/v1/pocs/facets", query=words).expect(200).json
        assert [facets["languages"], facets["frameworks"], facets["tags"]] == [
            [{"value": "Portugol", "count": 5}], [{"value": "Portugol", "count": 5}], [{"value": "portugol", "count": 5}]]
        for one in ({"language": "pórtugól"}, {"tags": "PÓRTUGOL"}, {"framework": "portugól"}):
            assert page(person, **words, **one).json["pagination"]["totalItems"] == 5
    assert stats["byLanguage"] == stats["byFramework"] == [{"value": "Portugol", "count": 5}]


NAMES = ["zeta it", "Alpha it", "álpha it", "alpha-it", "_it", "10 it", "9 it", "alpha it", "Ágil it", "it", "IT", "日本 it"]


@pytest.mark.parametrize("field", ["createdAt", "updatedAt", "name", "language"])
@pytest.mark.parametrize("order", ["asc", "desc"])
def test_lists_and_searches_have_the_same_orders(named, field, order):
    sorting = {"sortBy": field, "sortOrder": order, "pageSize": 100}
    listed = [item["pocId"] for item in page(named, **sorting).json["items"]]
    searched = [item["pocId"] for item in page(named, search="it", **sorting).json["items"]]
    assert len(listed) == len(NAMES) and searched == listed


@pytest.fixture(scope="module")
def named(platform):
    person = platform.sign_up()
    for number, name in enumerate(NAMES):
        person.post("/api/v1/pocs", {"name": name, "language": ["go", "Ágda", "agda", "Zig", None][number % 5]}).expect(201)
    return person


def test_a_plus_is_a_plus_where_a_blank_would_part_nothing(platform):
    person = platform.sign_up()
    for name, language in (("one", "C++"), ("other", "C")):
        person.post("/api/v1/pocs", {"name": name, "language": language, "tags": ["c++", "small thing"]}).expect(201)

    def names(query):
        return [item["name"] for item in person.get(f"/api/v1/pocs?{query}").expect(200).json["items"]]

    assert names("language=C++") == names("language=C%2B%2B") == ["one"]
    assert names("language=C") == ["other"]
    assert names("tags=c++,small+thing") == names("tags=c%2B%2B&tags=small%20thing") == ["other", "one"]
    created = person.get("/api/v1/pocs").json["items"][0]["createdAt"]
    assert names(f"after={created.replace('Z', '+00:00')}") == ["other"]


def test_stats_are_of_the_years_that_the_contract_names(ana):
    stats = ana.get("/api/v1/pocs/stats", query={"after": "1970-01-01T00:00:00Z", "before": "2199-12-31T00:00:00Z"}).expect(200).json
    assert len(stats["byMonth"]) == 230 * 12
    for query in ({"after": "1969-12-31T23:59:59Z"}, {"before": "2200-01-01T00:00:00Z"}):
        refused = ana.get("/api/v1/pocs/stats", query=query).expect(400).json["errors"]
        assert [error["pointer"] for error in refused] == [f"query:{next(iter(query))}"]


def test_stats_count_by_month_day_language_and_tag(ana):
    query = {"after": "2014-03-01T00:00:00Z", "before": "2014-06-01T00:00:00Z"}
    stats = ana.get("/api/v1/pocs/stats", query=query).expect(200).json
    assert stats["total"] == 120 == sum(month["count"] for month in stats["byMonth"])
    assert [month["value"] for month in stats["byMonth"]] == ["2014-03", "2014-04", "2014-05"]
    assert sum(day["count"] for day in stats["byDay"]) == 120
    by_language = {count["value"]: count["count"] for count in stats["byLanguage"]}
    assert by_language["Go"] == sum(row["language"] == "Go" for row in ROWS)
    by_tag = {count["value"]: count["count"] for count in stats["byTag"]}
    assert by_tag["kafka"] == sum("kafka" in row["tags"] for row in ROWS)
    pairs = stats["byTagPair"]
    assert len(pairs) == 50 and [pair["count"] for pair in pairs] == sorted((pair["count"] for pair in pairs), reverse=True)
    for pair in pairs:
        both = {pair["first"], pair["second"]}
        assert len(both) == 2 and pair["count"] == sum(both <= set(row["tags"]) for row in ROWS)
    assert (stats["languagesLeftOut"], stats["tagsLeftOut"], stats["frameworksLeftOut"]) == (0, 0, 0)
    assert ana.get("/api/v1/pocs/stats", query={"timeZone": "Mars/Base"}).expect(400).json["errors"][0]["pointer"] == "query:timeZone"


def test_stats_are_of_the_last_year_when_nothing_is_said(platform):
    person = platform.sign_up()
    old = datetime.now(timezone.utc) - timedelta(days=400)
    rows = [sample.generated(1)[0] | {"createdAt": f"{old:%Y-%m-%dT%H:%M:%SZ}", "updatedAt": None}]
    importing.run(person, sample.jsonl(rows))
    person.post("/api/v1/pocs", {"name": "today"}).expect(201)
    stats = person.get("/api/v1/pocs/stats").expect(200).json
    assert stats["total"] == 1 and len(stats["byMonth"]) in (12, 13)


def test_a_tenants_public_pocs_are_in_its_scope_alone(platform, ana):
    colleague, stranger = platform.invite(ana), platform.sign_up()
    public = sum(row["isPublic"] for row in ROWS)
    assert page(colleague).json["pagination"]["totalItems"] == 0
    assert page(colleague, scope="tenant").json["pagination"]["totalItems"] == public
    assert page(stranger, scope="tenant").json["pagination"]["totalItems"] == 0
    assert colleague.get("/api/v1/pocs/facets", query={"scope": "tenant"}).json["total"] == public
    hits = page(colleague, scope="tenant", search="kafka", pageSize=100).json
    assert hits["items"] and all(item["isPublic"] for item in hits["items"])
    assert page(stranger, scope="tenant", search="kafka").json["pagination"]["totalItems"] == 0
