#include <algorithm>

#include <base/number.hpp>
#include <http/ascii.hpp>
#include <objects/conditions.hpp>
#include <objects/http_date.hpp>

namespace mrbill::objects {
namespace {

enum class Comparison : std::uint8_t { strong, weak };

// RFC 9110 section 8.8.3.2. Our own tags are strong and hold no comma.
bool matches(std::string_view list, std::string_view etag, Comparison comparison) {
  if (http::ascii::trimmed(list) == "*") return true;
  bool found = false;
  http::ascii::for_each_element(list, [&](std::string_view tag) {
    if (comparison == Comparison::weak && tag.starts_with("W/")) tag.remove_prefix(2);
    found = found || tag == etag;
  });
  return found;
}

Timestamp whole_seconds(Timestamp time) {
  return std::chrono::floor<std::chrono::seconds>(time);
}

// RFC 9110 section 13.2.2: the order of preconditions.
bool precondition_failed(const http::Headers& headers, const Object& object) {
  if (auto tags = headers.find("If-Match")) return !matches(*tags, object.etag, Comparison::strong);
  auto since = parse_http_date(headers.get_or("If-Unmodified-Since", ""));
  return since && whole_seconds(object.modified) > *since;
}

bool not_modified(const http::Headers& headers, const Object& object) {
  if (auto tags = headers.find("If-None-Match")) return matches(*tags, object.etag, Comparison::weak);
  auto since = parse_http_date(headers.get_or("If-Modified-Since", ""));
  return since && whole_seconds(object.modified) <= *since;
}

// Section 13.1.5: a range of what the client already has a part of, or the whole.
bool range_applies(const http::Headers& headers, const Object& object) {
  auto condition = headers.find("If-Range");
  return !condition || *condition == object.etag || *condition == to_http_date(object.modified);
}

// "-500": the last 500 bytes.
std::optional<ByteRange> suffix_range(std::string_view digits, std::uint64_t size) {
  auto length = number_in<std::uint64_t>(digits);
  if (!length) return std::nullopt;
  if (*length == 0) return ByteRange{size, {}};  // nothing can satisfy it
  return ByteRange{size - std::min(*length, size), {}};
}

// Section 14.1.2; nothing for what is not one well-formed range of bytes.
std::optional<ByteRange> parse_range(std::string_view header, std::uint64_t size) {
  constexpr std::string_view unit = "bytes=";
  if (!http::ascii::equal_without_case(header.substr(0, unit.size()), unit)) return std::nullopt;
  auto text = http::ascii::trimmed(header.substr(unit.size()));
  auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  if (dash == 0) return suffix_range(text.substr(1), size);
  auto first = number_in<std::uint64_t>(text.substr(0, dash));
  auto rest = text.substr(dash + 1);
  if (!first) return std::nullopt;
  if (rest.empty()) return ByteRange{*first, {}};
  auto last = number_in<std::uint64_t>(rest);
  if (!last || *last < *first) return std::nullopt;
  return ByteRange{*first, *last};
}

}  // namespace

AnswerPlan plan_for(http::Method method, const http::Headers& headers, const Object& object) {
  if (precondition_failed(headers, object)) return {412};
  if (not_modified(headers, object)) return {304};
  auto asked = headers.find("Range");
  if (method != http::Method::get || !asked || !range_applies(headers, object)) return {200};
  auto range = parse_range(*asked, object.size);
  if (!range) return {200};
  if (range->first >= object.size) return {416};
  return {206, range};
}

}  // namespace mrbill::objects
