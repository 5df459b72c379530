#include <algorithm>
#include <optional>

#include <http/percent.hpp>
#include <http/query.hpp>
#include <text/text.hpp>

namespace mrbill::http {

namespace {

constexpr std::size_t max_parameters = 100;

enum class Plus : std::uint8_t { blank, blank_between_characters };

bool is_between_characters(std::string_view text, std::size_t plus) {
  constexpr std::string_view ends = "+,";
  if (text == "+") return true;  // nothing but a blank
  return plus > 0 && plus + 1 < text.size() && ends.find(text[plus - 1]) == std::string_view::npos &&
         ends.find(text[plus + 1]) == std::string_view::npos;
}

std::optional<std::string> decoded(std::string_view text, Plus plus) {
  std::string with_blanks(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && (plus == Plus::blank || is_between_characters(text, i))) with_blanks[i] = ' ';
  }
  auto plain = percent_decoded(with_blanks);
  if (!plain || !text::is_valid_utf8(*plain) || text::has_control(*plain)) return std::nullopt;
  return plain;
}

// "query:page" where the name can be shown, else the bare word.
std::string pointer_to(const std::optional<std::string>& name) {
  return name ? "query:" + *name : "query";
}

Result<QueryParameters, FieldError> parse(std::string_view query, Plus plus) {
  QueryParameters parameters;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    if (parameters.size() == max_parameters) {
      return fail(FieldError{"query", "too_many", "There are more than 100 query parameters."});
    }
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = decoded(pair.substr(0, equals), plus);
    auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), plus);
    if (!name || name->empty() || !value) {
      return fail(
          FieldError{pointer_to(name), "format", "The query is not valid percent-encoded UTF-8 text."});
    }
    parameters.emplace_back(std::move(*name), std::move(*value));
  }
  return parameters;
}

}  // namespace

Result<QueryParameters, FieldError> parse_query(std::string_view query) {
  return parse(query, Plus::blank_between_characters);
}

Result<QueryParameters, FieldError> parse_form(std::string_view form) {
  return parse(form, Plus::blank);
}

}  // namespace mrbill::http
