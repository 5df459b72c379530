"""What schemathesis is told of us: the words of our contracts that JSON Schema does not know, and how a good client calls.

MRBILL_KNOWN names what exists, {"pocId": ["..."], ...}; MRBILL_THROWAWAY is a token that may be ended."""

import json
import os
import random
import re
import time
import unicodedata
import uuid
import zoneinfo

import jsonschema_rs
import requests
import schemathesis
import urllib3
from hypothesis import strategies as st

KNOWN = json.loads(os.environ["MRBILL_KNOWN"])
MAX_RETRY_AFTER = 3.0                                      # seconds for a machine that is busy for a moment
ENDS_THE_SESSION = ("/api/v1/auth/logout", "/api/v1/auth/switch")
UNSEEN = {"Cc", "Cf", "Cs", "Mn", "Me", "Zs", "Zl", "Zp"}
BLANK = "\u115f\u1160\u3164\uffa0\u2800"                # letters by their category, and nothing to see


# -- the words of our contracts

schemathesis.openapi.format("repository-address", st.from_regex(
    r"(https?://[a-z]{1,10}\.example(/[A-Za-z0-9._-]{1,12}){1,3}|git@[a-z]{1,10}\.example:[a-z]{1,9}/[a-z]{1,9}\.git)", fullmatch=True))
schemathesis.openapi.format("time-zone", st.sampled_from(["America/Sao_Paulo", "UTC", "Europe/Lisbon", "Asia/Kathmandu"]))
schemathesis.openapi.format("language-tag", st.sampled_from(["pt-BR", "en", "de-CH-1996", "zh-Hant-TW"]))
schemathesis.openapi.format("idn-email", st.from_regex(r"[a-z0-9]{1,20}(\.[a-z0-9]{1,9})?@[a-zçãé]{1,20}\.example", fullmatch=True))

FILES = st.sampled_from([b'{"name":"a","repositoryUrl":"https://example.org/a"}\n', b"name,repositoryUrl\nb,https://example.org/b\n",
                         b"name;repositoryUrl\r\nc;https://example.org/c\r\n", b"{}\n", b"ID3\x04\x00\x00", b"\xff\xfb\x90\x00" * 8])
for kind in ("application/x-ndjson", "text/csv", "text/tab-separated-values", "application/vnd.ms-excel", "audio/mpeg", "audio/mp4",
             "audio/aac", "audio/ogg", "audio/flac", "audio/wav", "audio/x-wav"):
    schemathesis.openapi.media_type(kind, FILES)


def is_seen(text: str) -> bool:
    return any(unicodedata.category(letter) not in UNSEEN and letter not in BLANK for letter in text)


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@schemathesis.hook
def filter_case(context, case):
    """`x-shown`: a text in which nothing is to be seen is as long as none. JSON Schema has no word for that."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return True
    sent = [case.body, case.query]
    return all(is_seen(text) for one in sent for text in texts(one) if text)


# -- what exists

@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Every second id that is made up is one of something that exists."""
    return {name: existing(name, value) for name, value in (path_parameters or {}).items()}


def existing(name, value):
    if name not in KNOWN or not is_made_up(value):
        return value
    number = sum(str(value).encode())
    return KNOWN[name][number // 2 % len(KNOWN[name])] if number % 2 else value


def is_made_up(value) -> bool:
    try:
        return str(uuid.UUID(value)) == value
    except (ValueError, TypeError, AttributeError):
        return False


ENDLESS = {"/api/v1/content/events": ["WorkProgress", "WorkGone"], "/api/v1/pocs/imports/events": ["ImportJob"]}  # what their events are


@schemathesis.hook
def map_query(context, query):
    """A stream that would go on until the token ends is asked for what is known now."""
    given = (query or {}).get("seconds", 0)
    if context.operation.path not in ENDLESS or not re.fullmatch("[0-9]{1,4}", str(given)) or int(given) > 3600:
        return query
    return {**(query or {}), "seconds": 0}


# -- what a contract cannot say in JSON Schema, or schemathesis does not read in it

# Field errors that a request may get although the words of JSON Schema allow it (README.md has the reason of each).
BEYOND_JSON_SCHEMA = {("/password", "too_common"), ("query:after", "range"), ("/fromDate", "range"), ("/toDate", "range"),
                      ("/musicTrack", "enum")}
# Patterns and formats that the tool passes over in its coverage phase: what it sent there is held against them again.
TAGS = r'(\*|(W/)?"[!#-~]*"([ \t]*,[ \t]*(W/)?"[!#-~]*")*)'
LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
ADDRESS = r"(https?://[^/:]+|ssh://|git@).*"
PASSED_OVER = {
    "header:If-Match": TAGS, "header:If-None-Match": TAGS, "/repositoryUrl": ADDRESS, "/locale": LANGUAGE,
    "/timeZone": "|".join(map(re.escape, zoneinfo.available_timezones())),
}
PASSED_OVER["query:timeZone"] = PASSED_OVER["/timeZone"]


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Whether it is one."""
    if failure.title == "SSE event violates schema":
        return not is_progress(case, response.content.decode())
    is_refusal = isinstance(failure, schemathesis.openapi.checks.RejectedPositiveData) and response.status_code == 400
    return not (is_refusal and is_named(response.json(), case))


def is_progress(case, stream: str) -> bool:
    """The contract's schema is that of the stream as a whole; of each event's data it says what they are."""
    components = case.operation.schema.raw_schema["components"]
    kinds = ENDLESS.get(case.path, ["ContentProgress"])
    told_last = [{"maxProperties": 0}] if case.path in ENDLESS else []      # `ready`
    held = jsonschema_rs.validator_for({"anyOf": [{"$ref": f"#/components/schemas/{kind}"} for kind in kinds] + told_last,
                                        "components": components})
    told = [json.loads(line.removeprefix("data:")) for line in stream.splitlines() if line.startswith("data:")]
    return bool(told) and all(map(held.is_valid, told))


def is_named(problem: dict, case) -> bool:
    """A refusal for a reason that the contract names for this operation, beside the shape of the request."""
    if problem["code"] != "invalid_request":
        return problem["code"] in case.operation.definition.raw.get("x-error-codes", {}).get("400", [])
    return all(is_beyond(error, case) for error in problem.get("errors", [{}]))


def is_beyond(error: dict, case) -> bool:
    pointer = error.get("pointer")
    if (pointer, error.get("code")) in BEYOND_JSON_SCHEMA:
        return True
    return pointer in PASSED_OVER and re.fullmatch(PASSED_OVER[pointer], str(value_sent(pointer, case))) is None


def value_sent(pointer: str, case):
    place, _, name = pointer.partition(":")
    if place in ("header", "query"):
        return ((case.headers if place == "header" else case.query) or {}).get(name, "")
    return case.body.get(pointer[1:], "") if isinstance(case.body, dict) else ""


# -- a good client, from many networks

def from_another_network(address, *arguments, plain=urllib3.util.connection.create_connection, **more):
    source = f"127.{random.randrange(20, 250)}.{random.randrange(256)}.{random.randrange(1, 255)}"
    return plain(("127.0.0.1", address[1]), *arguments, **more | {"source_address": (source, 0)})


def send_patiently(adapter, request, *, plain=requests.adapters.HTTPAdapter.send, **more):
    """A documented 503 with Retry-After is asked again once. What ends a session ends another than the one that asks on."""
    if request.path_url.startswith(ENDS_THE_SESSION):
        request.headers["Authorization"] = f"Bearer {os.environ['MRBILL_THROWAWAY']}"
    answer = plain(adapter, request, **more)
    if answer.status_code == 503 and "Retry-After" in answer.headers:
        time.sleep(min(float(answer.headers["Retry-After"]), MAX_RETRY_AFTER))
        answer = plain(adapter, request, **more)
    return answer


urllib3.connection.connection.create_connection = from_another_network
requests.adapters.HTTPAdapter.send = send_patiently
