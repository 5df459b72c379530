#include <algorithm>
#include <charconv>

#include <http/ascii.hpp>
#include <http/etag.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

namespace {

bool is_etag_letter(char c) {
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
  if (!std::ranges::all_of(tag.opaque, is_etag_letter)) return std::nullopt;
  return tag;
}

std::optional<ETag> parse_etag(std::string_view text) {
  auto tag = take_tag(text);
  return text.empty() ? tag : std::nullopt;
}

}  // namespace

std::string to_string(const ETag& tag) {
  return (tag.weak ? "W/\"" : "\"") + tag.opaque + "\"";
}
std::string etag_of(std::int64_t version) {
  return to_string({std::to_string(version), false});
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

bool matches_strongly(const ETagCondition& condition, std::string_view current) {
  if (condition.any) return true;
  const auto tag = parse_etag(current);
  return tag && !tag->weak && std::ranges::find(condition.tags, *tag) != condition.tags.end();
}

bool matches_weakly(const ETagCondition& condition, std::string_view current) {
  if (condition.any) return true;
  const auto tag = parse_etag(current);
  return tag && std::ranges::find(condition.tags, tag->opaque, &ETag::opaque) != condition.tags.end();
}

std::optional<Response> require_if_match(const std::optional<std::string>& if_match,
                                         std::string_view current) {
  if (!if_match) return precondition_required();
  const auto condition = parse_etag_condition(*if_match);
  if (!condition) {
    return problem(400, "invalid_request", "The If-Match header is not a list of entity tags.",
                   {{"header:If-Match", "format", "Send the ETag as it was received, with its quotes."}});
  }
  if (!matches_strongly(*condition, current)) return stale();
  return std::nullopt;
}

std::optional<Response> require_if_match(const Request& request, std::string_view current) {
  const auto field = request.headers.find("If-Match");
  return require_if_match(field ? std::optional<std::string>(*field) : std::nullopt, current);
}

std::optional<std::int64_t> version_of(std::string_view if_match) {
  const auto tag = parse_etag(ascii::trimmed(if_match));
  if (!tag || tag->weak) return std::nullopt;
  std::int64_t version = 0;
  const auto* end = tag->opaque.data() + tag->opaque.size();
  const auto [rest, error] = std::from_chars(tag->opaque.data(), end, version);
  if (error != std::errc{} || rest != end || etag_of(version) != to_string(*tag)) return std::nullopt;
  return version;
}

bool is_unchanged(const Headers& headers, std::string_view current) {
  const auto field = headers.find("If-None-Match");
  const auto condition = field ? parse_etag_condition(*field) : std::nullopt;
  return condition && matches_weakly(*condition, current);
}

Response not_modified(std::string_view current) {
  Response response;
  response.status = 304;
  response.headers.add("ETag", std::string(current));
  return response;
}

Response precondition_required() {
  return problem(428, "precondition_required", "Send the ETag of the version you read as If-Match.");
}

Response stale() {
  return problem(412, "stale", "It was changed since you read it. Read it again and repeat your change.");
}

}  // namespace mrbill::http
