"""What is sent where a text, a number, a time, a body or a header is expected."""

from __future__ import annotations

from typing import Any

TEXTS = [
    "", " ", "a", "a" * 51, "a" * 101, "a" * 200, "x" * 8_000, "null", "%", "_", "\\", "\"", "../../etc/passwd",
    "\u0000", "\t", "\r\nX-Evil: 1", "\ufeff", "\u202e", "\uffff", "e\u0301", "\U0001f9ea" * 60, "İıſK", "ﷺ" * 90, "٣", "ß", "𝒞",
    "' OR 1=1 --", "${jndi:ldap://x}", "<script>alert(1)</script>", "=1+1", "C++", ".NET", "C#",
    "AND", "NOT NEAR OR", "\"unclosed", "a*", "*", "(((((", "+-+-", "title:a", " ".join(["ab"] * 66),
]
NUMBERS = [0, -1, 1, 2**31, 2**53 + 1, 2**63, -2**63 - 1, 10**9, 1.5, "NaN", "1e3", "0x10", " 1", "+1", "01", "", "٣"]
TIMES = [
    "0000-00-00T00:00:00Z", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+23:59", "1970-01-01t00:00:00z",
    "2026-01-01", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00+25:00", "2026-01-01T00:00:00-23:59",
    "9999-12-31T23:59:60Z", "9999-12-31T23:59:59.999999999Z", "294277-01-01T00:00:00Z", "-4713-01-01T00:00:00Z",
]
BOOLEANS = ["true", "false", "TRUE", "1", "", "null"]
ANYTHING: list[Any] = [
    None, True, 0, -1, 1.5, 1e308, 10**40, "", [], {}, [[]], {"a": {}}, "\u0000", [None], ["a"] * 31, [1, "1"], {"": ""},
]

# Bodies that are no JSON object, or one that must not be believed.
BODIES = [
    b"", b"null", b"[", b"{", b"-", b"NaN", b"1" * 5_000, b"\x00", b'"\\u0000"', b"{'name':'a'}", b'{"name":"a"}x',
    b"\xff\xfe{\x00}\x00", b"\xef\xbb\xbf{}", b"[" * 100_000, b'{"a":' * 5_000, b'{"name":"\\ud800"}', b'{"name":"\xc3\x28"}',
    b'{"name":"a","name":"b"}', b'{"\\u006eame":"a","name":"b"}', b'{"name":1e999999}', b'{"name":"a","isPublic":1}',
]

HEADERS = {
    "If-Match": ["*", '"1"', 'W/"1"', '"1", "2"', '"', "1", '"1', "", '""', ", ,", '"' + "9" * 40 + '"', '"-1"', '"0"',
                 '"1" "2"', '"\xff"'],
    "If-None-Match": ["*", '"1"', 'W/"1"', '"1", "2"', '"', "1", "", ", ,", '"\xff"', "x" * 2_000],
    "Idempotency-Key": ["k", "", "x" * 256, "a b", "\xe9", "a" * 255, "'", "../x"],
    "Content-Type": ["", "text/plain", "application/json; charset=utf-16", "application/json;;;", "application/xml",
                     "APPLICATION/JSON", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
                     "application/problem+json", "application/x-ndjson", "text/csv", "a" * 500],
    "Accept": ["application/xml", "*/*;q=0", "", "text/html"],
    "X-Session-Transport": ["cookie", "COOKIE", "", "body", "\xff"],
    "Cookie": ["mrbill_refresh=", "mrbill_refresh=a; mrbill_refresh=b", ";;;=;", "mrbill_refresh=\"a\"",
               "mrbill_device=", "mrbill_device=" + "x" * 600, "x" * 3_000],
    "X-Device-Token": ["", "A" * 96, "a b", "=", "\xff", "x" * 600],
    "X-Request-Id": ["", "x" * 500, "a b", "\x7f"],
    "traceparent": ["00-0-0-0", "x" * 300, "ff-" + "0" * 32 + "-" + "0" * 16 + "-00"],
    "Range": ["bytes=0-0", "bytes=-1", "bytes=9-1"],
    "Expect": ["x"],
}
