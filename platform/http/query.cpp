#include <algorithm>
#include <optional>

#include <http/percent.hpp>
#include <http/query.hpp>
#include <text/text.hpp>

namespace mrbill::http {

namespace {

constexpr std::size_t most_parameters = 100;

std::optional<std::string> decoded(std::string_view text) {
  std::string with_spaces(text);
  std::ranges::replace(with_spaces, '+', ' ');
  auto plain = percent_decoded(with_spaces);
  if (!plain || !text::is_valid_utf8(*plain) || text::has_control(*plain)) return std::nullopt;
  return plain;
}

// "query:page" where the name can be shown, else the bare word.
std::string pointer_to(const std::optional<std::string>& name) {
  return name ? "query:" + *name : "query";
}

}  // namespace

Result<QueryParameters, FieldError> parse_query(std::string_view query) {
  QueryParameters parameters;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    if (parameters.size() == most_parameters) {
      return fail(FieldError{"query", "too_many", "There are more than 100 query parameters."});
    }
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = decoded(pair.substr(0, equals));
    auto value = decoded(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || name->empty() || !value) {
      return fail(
          FieldError{pointer_to(name), "format", "The query is not valid percent-encoded UTF-8 text."});
    }
    parameters.emplace_back(std::move(*name), std::move(*value));
  }
  return parameters;
}

}  // namespace mrbill::http
