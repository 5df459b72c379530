#include <locales/weight.hpp>

#include <http/ascii.hpp>
#include <http/language.hpp>

namespace mrbill::http {

namespace {

// How nearly a range means a tag; the nearest range decides about the tag.
enum class Nearness : std::uint8_t { none, any, same_language, beginning, equal };

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

Nearness nearness(std::string_view range, std::string_view tag) {
  if (range == "*") return Nearness::any;
  if (ascii::equal_without_case(range, tag)) return Nearness::equal;
  if (!ascii::equal_without_case(primary(range), primary(tag))) return Nearness::none;
  const bool begins = range.size() < tag.size() && tag[range.size()] == '-' &&
                      ascii::equal_without_case(range, tag.substr(0, range.size()));
  return begins ? Nearness::beginning : Nearness::same_language;
}

struct Wish {
  std::string_view range;
  int quality = 1000;
};

std::optional<Wish> read_wish(std::string_view element) {
  const auto semicolon = std::min(element.find(';'), element.size());
  Wish wish{ascii::trimmed(element.substr(0, semicolon))};
  if (wish.range.empty()) return std::nullopt;
  if (semicolon == element.size()) return wish;
  const auto weight = ascii::trimmed(element.substr(semicolon + 1));
  if (weight.size() < 3 || ascii::lower(weight[0]) != 'q' || weight[1] != '=') return std::nullopt;
  const auto read = locales::weight_of(weight.substr(2));
  if (!read) return std::nullopt;
  wish.quality = *read;
  return wish;
}

// What the header says of one tag.
struct Verdict {
  Nearness nearness = Nearness::none;
  int quality = 0;
  std::size_t place = 0;
};

Verdict verdict_on(std::string_view tag, std::string_view accept_language) {
  Verdict verdict;
  std::size_t place = 0;
  ascii::for_each_element(accept_language, [&](std::string_view element) {
    ++place;
    const auto wish = read_wish(element);
    const auto near = wish ? nearness(wish->range, tag) : Nearness::none;
    if (near > verdict.nearness) verdict = {near, wish->quality, place};
  });
  return verdict;
}

}  // namespace

std::optional<std::size_t> preferred_language(std::string_view accept_language,
                                              std::span<const std::string_view> offered) {
  std::optional<std::size_t> best;
  Verdict best_verdict;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const auto verdict = verdict_on(offered[i], accept_language);
    if (verdict.quality == 0) continue;
    const bool better = !best || verdict.quality > best_verdict.quality ||
                        (verdict.quality == best_verdict.quality && verdict.place < best_verdict.place);
    if (!better) continue;
    best = i;
    best_verdict = verdict;
  }
  return best;
}

}  // namespace mrbill::http
