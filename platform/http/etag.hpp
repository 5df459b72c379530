// Entity tags and the conditions on them (RFC 9110 sections 8.8.3 and 13.1).
//
//   const auto etag = etag_of(poc.version);                                    // "\"17\""
//   if (auto refusal = require_if_match(input.if_match, etag)) co_return *refusal;   // 428 without, 412 when stale
//   if (is_unchanged(request.headers, etag)) co_return not_modified(etag);            // 304 to If-None-Match
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <http/message.hpp>

namespace mrbill::http {

struct ETag {
  std::string opaque;  // without its quotes
  bool weak = false;
  bool operator==(const ETag&) const = default;
};

[[nodiscard]] std::string to_string(const ETag& tag);     // "17" or W/"17", with the quotes
[[nodiscard]] std::string etag_of(std::int64_t version);  // strong

// "*", or the tags of the list. Nothing for anything else.
struct ETagCondition {
  bool any = false;
  std::vector<ETag> tags;
};
[[nodiscard]] std::optional<ETagCondition> parse_etag_condition(std::string_view field);

// If-Match compares strongly, If-None-Match weakly. `current` is what etag_of or to_string gave.
[[nodiscard]] bool matches_strongly(const ETagCondition& condition, std::string_view current);
[[nodiscard]] bool matches_weakly(const ETagCondition& condition, std::string_view current);

// 428 when the field is missing, 400 when it is malformed, 412 `stale` when it names another version; nothing when it holds.
[[nodiscard]] std::optional<Response> require_if_match(const std::optional<std::string>& if_match,
                                                       std::string_view current);
[[nodiscard]] std::optional<Response> require_if_match(const Request& request, std::string_view current);

// The single version that If-Match names in the form of etag_of, for a use case that compares it in its own transaction.
[[nodiscard]] std::optional<std::int64_t> version_of(std::string_view if_match);

[[nodiscard]] bool is_unchanged(const Headers& headers, std::string_view current);  // If-None-Match
[[nodiscard]] Response not_modified(std::string_view current);
[[nodiscard]] Response precondition_required();  // 428
[[nodiscard]] Response stale();                  // 412

}  // namespace mrbill::http
