"""nginx's own answers: problems, headers, and what it must not let through."""

import json
import re
import socket
from html.parser import HTMLParser

import pytest

from local.description import NAMES
from local.gateway import PAGE

SECURITY = {"x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "no-referrer"}


def raw(platform, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", platform.ports["gateway"]), 5) as link:
        link.sendall(request)
        link.settimeout(5)
        answer = b""
        while part := link.recv(65_536):
            answer += part
        return answer


def assert_problem(answer, status, code):
    problem = answer.expect(status).json
    assert answer.headers["content-type"] == "application/problem+json"
    assert (problem["status"], problem["code"]) == (status, code)
    assert set(problem) >= {"type", "title", "detail", "requestId"}
    assert problem["requestId"] == answer.headers["x-request-id"]
    assert SECURITY.items() <= answer.headers.items() and "nginx/" not in answer.headers.get("server", "")


def test_an_unknown_address_is_a_problem(api):
    assert_problem(api.get("/nowhere"), 404, "not_found")


@pytest.mark.parametrize("path", ["/internal/revocations", "/metrics", "/health/ready", "/health/live",
                                  "/api/v1/auth/../../../internal/revocations", "/api/v1/pocs/%2e%2e/%2e%2e/%2e%2e/metrics",
                                  "/.problem/404", "//api/v1/pocs", "/nginx.conf", "/api/docs/../../configuration/secrets"])
def test_nothing_internal_is_reachable(api, path):
    assert_problem(api.get(path), 404, "not_found")


def test_a_body_over_the_limit_is_a_problem(api):
    assert_problem(api.post("/api/v1/users", b"x" * (1024 * 1024 + 1)), 413, "body_too_large")


def test_a_long_address_and_a_long_header_are_problems(platform):
    for request, status, code in ((b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", b"414", "uri_too_long"),
                                  (b"GET / HTTP/1.1\r\nHost: a\r\nX-A: " + b"a" * 9000 + b"\r\n\r\n", b"431", "header_too_large"),
                                  (b"GET / HTTP/1.1\r\n\r\n", b"400", "malformed_request")):
        head, _, body = raw(platform, request).partition(b"\r\n\r\n")
        assert head.split(b" ")[1] == status and b"application/problem+json" in head
        assert json.loads(body)["code"] == code


def test_a_well_formed_request_id_is_kept_and_another_replaced(api):
    assert api.get("/nowhere", headers={"X-Request-Id": "order-66"}).headers["x-request-id"] == "order-66"
    for bad in ("a" * 129, 'quo"te', "sp ace", ""):
        given = api.get("/nowhere", headers={"X-Request-Id": bad}).headers["x-request-id"]
        assert given != bad and len(given) == 32


def test_what_has_no_such_method_says_which_it_has(platform, api):
    answer = api.post("/api/docs/", b"")
    assert_problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET, HEAD"
    head = raw(platform, b"TRACE /api/v1/pocs HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").partition(b"\r\n\r\n")[0]
    assert b" 405 " in head and b"Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" in head
    assert api.request("TRACE", "/problems/").headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(("asked", "language", "detail"), [
    ("pt-BR,pt;q=0.9,en;q=0.8", "pt-BR", "Não há nada neste endereço."), ("fr, PT", "pt-BR", "Não há nada neste endereço."),
    ("en, pt;q=0.5", "en", "There is nothing at this address."), ("pt;q=0, en", "en", "There is nothing at this address."),
    ("", "en", "There is nothing at this address.")])
def test_a_problem_is_told_in_the_readers_language(api, asked, language, detail):
    answer = api.get("/nowhere", headers={"Accept-Language": asked} if asked else {})
    assert (answer.headers["content-language"], answer.json["detail"]) == (language, detail)


def test_the_type_of_a_problem_leads_to_what_it_says(api):
    address = "/problems/" + api.get("/nowhere").json["type"].rpartition("/problems/")[2]
    assert api.get(address).expect(302).headers["location"] == "/problems/#not_found"
    page = api.get("/problems/").expect(200)
    assert page.headers["content-type"].startswith("text/html") and "default-src 'none'" in page.headers["content-security-policy"]
    text = page.body.decode()
    assert 'id="not_found"' in text and "Não há nada neste endereço." in text and not Page(text).fetched


def test_the_root_leads_programs_to_the_documentation(api):
    assert api.get("/").expect(302).headers["location"] == "/api/docs/"


BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("address", ["/", "/pocs", "/pocs?search=kafka", "/pocs/0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e13",
                                     "/verify-email?token=x", "/nowhere"])
def test_what_a_browser_opens_is_the_app_which_is_never_kept(api, address):
    page = api.get(address, headers=BROWSER).expect(200)
    assert page.headers["content-type"] == "text/html; charset=utf-8" and page.headers["cache-control"] == "no-store"
    assert SECURITY.items() <= page.headers.items() and page.headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in page.headers["permissions-policy"]
    policy = dict(part.strip().split(" ", 1) for part in page.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'" and policy["script-src"] == "'self'" and policy["frame-ancestors"] == "'none'"
    assert [name for name, value in policy.items() if "unsafe" in value] == ["style-src"]
    fetched = Page(page.body.decode()).fetched
    assert fetched and all(re.match(r"/static/js/[0-9a-f]{12}/", name) or name == "/api/docs/" for name in fetched)
    assert not re.search(r"<script(?![^>]* src=)", page.body.decode()), "the policy lets no script of the page itself run"


@pytest.mark.parametrize("address", ["/missing.js", "/static/js/000000000000/index.js", "/static/nothing", "/api/nowhere", "/robots.txt",
                                     "/.app"])
def test_a_file_that_is_missing_is_missing_to_a_browser_too(api, address):
    assert api.get(address, headers=BROWSER).status == 404


def test_a_form_that_is_sent_to_an_address_of_the_app_finds_nothing(api):
    assert api.post("/pocs", b"a=b", headers=BROWSER | {"Content-Type": "application/x-www-form-urlencoded"}).status in (404, 405)


def test_what_the_app_loads_is_kept_by_its_version_and_small_already(api):
    page = api.get("/", headers=BROWSER).expect(200).body.decode()
    assert api.get("/version.json").expect(200).headers["cache-control"] == "no-store"
    version = api.get("/version.json").json["version"]
    script = next(name for name in Page(page).fetched if name.startswith(f"/static/js/{version}/index") and name.endswith(".js"))
    sizes = {}
    for coding in ("br", "gzip", "identity"):
        answer = api.get(script, headers={"Accept-Encoding": coding}).expect(200)
        assert answer.headers.get("content-encoding", "identity") == coding and "Accept-Encoding" in answer.headers.get("vary", "")
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable" and SECURITY.items() <= answer.headers.items()
        sizes[coding] = int(answer.headers["content-length"])  # a length is known beforehand only of what was compressed beforehand
    assert sizes["br"] < sizes["gzip"] < sizes["identity"] / 2
    assert api.get(f"/static/js/{version}/manifest.webmanifest").expect(200).headers["content-type"] == "application/manifest+json"


class Page(HTMLParser):
    """Whatever a page asks its browser to fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.fetched += [value for name, value in attributes if name in ("src", "href") and tag != "a"]


def test_the_documentation_shows_every_public_contract_and_needs_no_other_host(api):
    page = api.get("/api/docs/").expect(200)
    assert page.headers["content-type"].startswith("text/html")
    fetched = Page(page.body.decode()).fetched
    assert fetched and not any("//" in address for address in fetched)
    for address in fetched:
        assert len(api.get(f"/api/docs/{address}").expect(200).body) > 100
    script = api.get(f"/api/docs/{next(address for address in fetched if address.startswith('page-v') and '.js' in address)}").body.decode()
    shown = re.findall(r"name: '(\w+)', title", script)
    assert shown == [*NAMES, "objects"]
    for name in shown:
        contract = api.get(f"/api/docs/{name}.json").expect(200).json
        assert contract["openapi"].startswith("3.1") and contract["paths"]
        assert "$ref\": \"shared.yaml" not in json.dumps(contract)


def test_what_the_documentation_loads_is_kept_by_its_version_and_the_page_is_asked_for_again(api):
    page = api.get("/api/docs/").expect(200)
    assert page.headers["cache-control"] == "no-cache" and SECURITY.items() <= page.headers.items()
    assert api.get("/api/docs/", headers={"If-None-Match": page.headers["etag"]}).status == 304
    fetched = Page(page.body.decode()).fetched
    script = api.get(f"/api/docs/{next(name for name in fetched if name.startswith('page-v') and name.endswith('.js'))}").body.decode()
    definitions = re.findall(r"file: '([^']+)'", script)
    assert len(definitions) == len(NAMES) + 1
    for name in fetched + definitions:
        assert re.fullmatch(r"[a-z-]+-v[0-9a-f]{12}\.(css|js|json|svg)", name)
        kept = api.get(f"/api/docs/{name}").expect(200)
        assert kept.headers["cache-control"] == "public, max-age=31536000, immutable" and SECURITY.items() <= kept.headers.items()
    for name in ("auth.json", "problems/"):
        assert api.get(f"/api/docs/{name}").expect(200).headers["cache-control"] == "no-cache", "the plain name is for programs"
    assert_problem(api.get("/api/docs/page-v000000000000.js"), 404, "not_found")


@pytest.mark.parametrize("spoken", ["en", "pt-BR"])
def test_a_service_and_the_gateway_show_the_same_page_for_the_same_problem(api, spoken):
    browser = {"Accept": "text/html", "Accept-Language": spoken}
    of_nobody = api.get("/api/nowhere", headers=browser).expect(404)
    of_a_service = api.get(f"{PAGE['addresses']['verify_email']}/nowhere", headers=browser).expect(404)
    assert of_nobody.headers["content-language"] == of_a_service.headers["content-language"] == spoken
    assert of_nobody.body.rstrip() == of_a_service.body.rstrip() and PAGE["words"][spoken]["nothing_here"] in of_nobody.body.decode()
