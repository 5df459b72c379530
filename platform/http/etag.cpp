#include <algorithm>
#include <array>
#include <span>

#include <base/check.hpp>
#include <base/encoding.hpp>
#include <base/number.hpp>
#include <http/ascii.hpp>
#include <http/etag.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

namespace {

bool is_etag_character(char c) {
  return c == '!' || (c >= '#' && c != '\x7f') || static_cast<signed char>(c) < 0;
}

// Takes one tag off the front of the text; nothing when there is none.
std::optional<ETag> take_tag(std::string_view& text) {
  ETag tag;
  if (text.starts_with("W/")) {
    tag.weak = true;
    text.remove_prefix(2);
  }
  if (!text.starts_with('"')) return std::nullopt;
  const auto end = text.find('"', 1);
  if (end == std::string_view::npos) return std::nullopt;
  tag.opaque = text.substr(1, end - 1);
  text.remove_prefix(end + 1);
  if (!std::ranges::all_of(tag.opaque, is_etag_character)) return std::nullopt;
  return tag;
}

std::optional<ETag> parse_etag(std::string_view text) {
  auto tag = take_tag(text);
  return text.empty() ? tag : std::nullopt;
}

// "17-gzip", "17--gzip", "17;br": a proxy that compressed hung the coding behind our tag.
std::string_view without_coding(std::string_view opaque) {
  constexpr std::string_view marks = "-;:";
  const auto at = opaque.find_last_of(marks);
  if (at == std::string_view::npos) return opaque;
  constexpr std::array<std::string_view, 4> codings = {"gzip", "br", "zstd", "deflate"};
  if (std::ranges::find(codings, opaque.substr(at + 1)) == codings.end()) return opaque;
  const auto last = opaque.find_last_not_of(marks, at);
  return last == std::string_view::npos ? opaque : opaque.substr(0, last + 1);
}

// Reads back the version that etag_of wrote, and nothing that looks only nearly like it.
std::optional<std::int64_t> version_in(std::string_view opaque) {
  opaque = without_coding(opaque);
  const auto dot = opaque.find('.');
  if (dot != std::string_view::npos && dot + 1 == opaque.size()) return std::nullopt;
  const auto digits = opaque.substr(0, dot);
  const auto version = number_in<std::int64_t>(digits);
  return version && std::to_string(*version) == digits ? version : std::nullopt;
}

Problem<ErrorCode::invalid_request> malformed_condition(Sentence<ErrorCode::invalid_request> says,
                                                        std::string pointer) {
  return Problem<ErrorCode::invalid_request>(
      says, {{std::move(pointer), "format", "Send the ETag as it was received, with its quotes."}});
}

}  // namespace

std::string to_string(const ETag& tag) {
  return (tag.weak ? "W/\"" : "\"") + tag.opaque + "\"";
}
std::string etag_of(std::int64_t version, std::string_view mark) {
  ETag tag{.opaque = std::to_string(version)};
  if (!mark.empty()) tag.opaque.append(".").append(mark);
  return to_string(tag);
}

std::optional<ETagCondition> parse_etag_condition(std::string_view field) {
  auto text = ascii::trimmed(field);
  if (text == "*") return ETagCondition{.any = true, .tags = {}};
  ETagCondition condition;
  while (!text.empty()) {
    auto tag = take_tag(text);
    if (!tag) return std::nullopt;
    condition.tags.push_back(std::move(*tag));
    text = ascii::trimmed(text);
    if (text.empty()) return condition;
    if (text.front() != ',') return std::nullopt;
    text = ascii::trimmed(text.substr(1));
    if (text.empty()) return std::nullopt;
  }
  return std::nullopt;
}

bool matches_weakly(const ETagCondition& condition, std::string_view current) {
  if (condition.any) return true;
  const auto tag = parse_etag(current);
  return tag && std::ranges::any_of(condition.tags, [&](const ETag& one) {
           return one.opaque == tag->opaque || without_coding(one.opaque) == tag->opaque;
         });
}

Result<ExpectedVersion, Problem<ErrorCode::invalid_request>> expected_version_of(std::string_view if_match) {
  const auto condition = parse_etag_condition(if_match);
  if (!condition)
    return fail(malformed_condition("The If-Match header is not a list of entity tags.", "header:If-Match"));
  ExpectedVersion expected{.any = condition->any};
  for (const auto& tag : condition->tags) {
    if (const auto version = version_in(tag.opaque)) expected.versions.push_back(*version);
  }
  return expected;
}

std::optional<Response> instead_of(const Headers& headers, std::string_view current) {
  const auto field = headers.find("If-None-Match");
  if (!field) return std::nullopt;
  const auto condition = parse_etag_condition(*field);
  if (!condition)
    return malformed_condition("The If-None-Match header is not a list of entity tags.",
                               "header:If-None-Match")
        .response();
  if (!matches_weakly(*condition, current)) return std::nullopt;
  Response response;
  response.status = 304;
  response.headers.add("ETag", std::string(current));
  return response;
}

Response tagged(const Request& request, std::int64_t version, std::string body) {
  CHECK(request.principal, "what is tagged is shown to somebody");
  const auto digest = sha256(mark_of(*request.principal) + body);
  const auto tag = etag_of(version, to_hex(std::span(digest).first<4>()));
  const bool reads = request.method == Method::get || request.method == Method::head;
  if (auto other = reads ? instead_of(request.headers, tag) : std::nullopt) return *std::move(other);
  auto response = json_response(200, std::move(body));
  response.headers.set("ETag", tag);
  return response;
}

Problem<ErrorCode::stale> stale() {
  return Problem<ErrorCode::stale>("It was changed since you read it. Read it again and repeat your change.");
}

}  // namespace mrbill::http
