#include <algorithm>

#include <base/ascii.hpp>
#include <locales/accept_language.hpp>

namespace mrbill::locales {
namespace {

constexpr std::size_t max_ranges = 50;

std::optional<LanguageRange> range_of(std::string_view element) {
  const auto semicolon = std::min(element.find(';'), element.size());
  LanguageRange accepted{ascii::trimmed(element.substr(0, semicolon))};
  if (accepted.range.empty()) return std::nullopt;
  if (semicolon == element.size()) return accepted;
  const auto parameter = ascii::trimmed(element.substr(semicolon + 1));
  if (parameter.size() < 2 || ascii::lower(parameter[0]) != 'q' || parameter[1] != '=') return std::nullopt;
  const auto weight = weight_of(parameter.substr(2));
  if (!weight) return std::nullopt;
  accepted.weight = *weight;
  return accepted;
}

}  // namespace

std::optional<int> weight_of(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int weight = (text[0] - '0') * 1000;
  int unit = 100;
  for (std::size_t i = 2; i < text.size(); ++i, unit /= 10) {
    if (!ascii::is_digit(text[i])) return std::nullopt;
    weight += (text[i] - '0') * unit;
  }
  return weight <= 1000 ? std::optional(weight) : std::nullopt;
}

std::vector<LanguageRange> ranges_of(std::string_view accept_language) {
  std::vector<LanguageRange> ranges;
  for (std::size_t elements = 0; !accept_language.empty() && elements < max_ranges; ++elements) {
    const auto comma = std::min(accept_language.find(','), accept_language.size());
    if (const auto accepted = range_of(accept_language.substr(0, comma))) ranges.push_back(*accepted);
    accept_language.remove_prefix(std::min(comma + 1, accept_language.size()));
  }
  return ranges;
}

}  // namespace mrbill::locales
