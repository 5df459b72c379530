#include "api/requests.hpp"

#include <charconv>

#include <base/check.hpp>
#include <http/etag.hpp>
#include <http/problem.hpp>

namespace mrbill::catalog {
namespace {

constexpr char marked = 'f';

std::optional<std::int64_t> version_in(std::string_view opaque) {
  if (opaque.ends_with(marked)) opaque.remove_suffix(1);
  std::int64_t version = 0;
  const auto [end, error] = std::from_chars(opaque.data(), opaque.data() + opaque.size(), version);
  return error == std::errc{} && end == opaque.data() + opaque.size() ? std::optional(version) : std::nullopt;
}

}  // namespace

Caller caller_of(const http::Request& request) {
  CHECK(request.principal.has_value(), "the contract's routes of this service demand a person");
  return {request.principal->tenant, request.principal->user, request.trace.to_traceparent()};
}

std::optional<IdempotencyKey> key_of(const http::Request& request, std::string_view operation,
                                     const std::optional<std::string>& key) {
  if (!key) return std::nullopt;
  std::string whole(request.headers.get_or("Content-Type", ""));
  whole += '\n';
  whole += request.body;
  return IdempotencyKey{std::string(operation), *key, sha256(whole)};
}

std::string etag_of(const Poc& poc) {
  std::string opaque = std::to_string(poc.change_seq);
  if (poc.favorite) opaque += marked;
  return http::to_string(http::ETag{opaque});
}

Result<ExpectedVersion, http::Response> expected_version_of(const std::optional<std::string>& if_match) {
  if (!if_match) return fail(http::precondition_required());
  const auto condition = http::parse_etag_condition(*if_match);
  if (!condition)
    return fail(
        http::problem(400, "invalid_request", "If-Match is malformed.",
                      {{"header:If-Match", "format", "must be a list of entity tags in quotes, or *"}}));
  ExpectedVersion expected{.any = condition->any};
  for (const auto& tag : condition->tags) {
    const auto version = tag.weak ? std::nullopt : version_in(tag.opaque);
    if (version) expected.versions.push_back(*version);
  }
  return expected;
}

}  // namespace mrbill::catalog
