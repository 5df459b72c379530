// Entity tags and the conditions on them (RFC 9110 sections 8.8.3 and 13.1).
//
//   response.headers.set("ETag", etag_of(poc.version, mark));  // "17"; "17.k3" where a mark tells who asked
//   auto expected = expected_version_of(input.if_match);       // 400 when malformed
//   if (!expected->admits(poc.version)) co_return stale();     // 412
//   co_return tagged(request, me.version, to_json(me));        // 200 with its tag; 304 to who has it
//
// A tag of ours names the version of a row, whatever bytes it travelled in. A proxy that compresses makes it
// weak (nginx, CloudFront: W/"17") or hangs the coding behind it (Apache, Caddy: "17-gzip"); both still name
// version 17, and a change is based on a version. So If-Match reads the version out of the tag instead of
// comparing characters, see docs/adr/0044.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/expected_version.hpp>
#include <base/result.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

struct ETag {
  std::string opaque;  // without its quotes
  bool weak = false;
  bool operator==(const ETag&) const = default;
};

[[nodiscard]] std::string to_string(const ETag& tag);  // "17" or W/"17", with the quotes
// Strong. The mark, small letters and digits, tells what else the representation depends on: two
// people's differ.
[[nodiscard]] std::string etag_of(std::int64_t version, std::string_view mark = {});

// "*", or the tags of the list. Nothing for anything else.
struct ETagCondition {
  bool any = false;
  std::vector<ETag> tags;
};
[[nodiscard]] std::optional<ETagCondition> parse_etag_condition(std::string_view field);

// If-None-Match compares weakly, and without what a proxy hung behind the tag. `current` is what etag_of or
// to_string gave.
[[nodiscard]] bool matches_weakly(const ETagCondition& condition, std::string_view current);

// The versions that If-Match names in the form of etag_of, whatever their marks; 400 when it is malformed.
// What names no version of ours is a condition that nothing meets. (Who sends none at all has heard 428 from
// the generated route.)
[[nodiscard]] Result<ExpectedVersion, Problem<ErrorCode::invalid_request>> expected_version_of(
    std::string_view if_match);

// What If-None-Match makes of an answer with this tag: 304, or 400 where it is malformed. Nothing: the answer
// is needed.
[[nodiscard]] std::optional<Response> instead_of(const Headers& headers, std::string_view current);
// 200 to who was authenticated, with a tag of the version whose mark is made of what is shown to
// whom: people, and times at which something else than the version has changed, have other tags. A
// GET heeds If-None-Match.
[[nodiscard]] Response tagged(const Request& request, std::int64_t version, std::string body);
[[nodiscard]] Problem<ErrorCode::stale> stale();  // 412

}  // namespace mrbill::http
