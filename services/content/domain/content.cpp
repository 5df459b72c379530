#include "domain/content.hpp"

#include <algorithm>
#include <array>

#include <locales/languages.hpp>

namespace mrbill::content {
namespace {

constexpr std::array<std::string_view, 2> types{"VIDEO", "REPORT"};
constexpr std::array<std::string_view, 4> statuses{"PENDING", "PROCESSING", "COMPLETED", "FAILED"};
constexpr std::array<std::string_view, 2> locales{"pt-BR", "en"};
constexpr std::array<std::string_view, 3> shapes{"LANDSCAPE", "PORTRAIT", "SQUARE"};
constexpr std::array<std::string_view, 3> formats{"PDF", "EXCEL", "CSV"};
constexpr std::array<std::string_view, 3> groupings{"language", "tag", "month"};

template <class Enum, std::size_t size>
std::optional<Enum> parse(const std::array<std::string_view, size>& words, std::string_view text) {
  const auto found = std::ranges::find(words, text);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

template <class Enum, std::size_t size>
std::string_view word(const std::array<std::string_view, size>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view to_string(Type type) {
  return word(types, type);
}
std::string_view to_string(Status status) {
  return word(statuses, status);
}
std::string_view to_string(Locale locale) {
  return word(locales, locale);
}
std::string_view to_string(Shape shape) {
  return word(shapes, shape);
}
std::string_view to_string(Format format) {
  return word(formats, format);
}
std::string_view to_string(Grouping grouping) {
  return word(groupings, grouping);
}

std::optional<Type> parse_type(std::string_view text) {
  return parse<Type>(types, text);
}
std::optional<Status> parse_status(std::string_view text) {
  return parse<Status>(statuses, text);
}
std::optional<Locale> parse_locale(std::string_view text) {
  return parse<Locale>(locales, text);
}
std::optional<Shape> parse_shape(std::string_view text) {
  return parse<Shape>(shapes, text);
}
std::optional<Format> parse_format(std::string_view text) {
  return parse<Format>(formats, text);
}
std::optional<Grouping> parse_grouping(std::string_view text) {
  return parse<Grouping>(groupings, text);
}

Locale nearest_locale(std::string_view language) {
  return mrbill::locales::nearest(language) == mrbill::locales::Language::portuguese ? Locale::pt_br
                                                                                     : Locale::en;
}

}  // namespace mrbill::content
