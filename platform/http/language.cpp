#include <http/ascii.hpp>
#include <http/language.hpp>
#include <locales/accept_language.hpp>

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

// What the header says of one tag.
struct Verdict {
  Nearness nearness = Nearness::none;
  int quality = 0;
  std::size_t place = 0;
};

Verdict verdict_on(std::string_view tag, std::span<const locales::LanguageRange> ranges) {
  Verdict verdict;
  for (std::size_t place = 0; place < ranges.size(); ++place) {
    const auto near = nearness(ranges[place].range, tag);
    if (near > verdict.nearness) verdict = {near, ranges[place].weight, place};
  }
  return verdict;
}

}  // namespace

std::optional<std::size_t> preferred_language(std::string_view accept_language,
                                              std::span<const std::string_view> offered) {
  const auto ranges = locales::ranges_of(accept_language);
  std::optional<std::size_t> best;
  Verdict best_verdict;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const auto verdict = verdict_on(offered[i], ranges);
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
