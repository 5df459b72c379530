#include <algorithm>
#include <vector>

#include <base/ascii.hpp>
#include <locales/accept_language.hpp>
#include <locales/languages.hpp>

namespace mrbill::locales {
namespace {

constexpr std::size_t max_tag_length = 35;  // as the contract has it

using Part = std::string_view;

bool is_of(Part part, std::size_t min, std::size_t max, bool (*kind)(char)) {
  return part.size() >= min && part.size() <= max && std::ranges::all_of(part, kind);
}
bool is_script(Part part) {
  return is_of(part, 4, 4, ascii::is_letter);
}
bool is_region(Part part) {
  return is_of(part, 2, 2, ascii::is_letter) || is_of(part, 3, 3, ascii::is_digit);
}
bool is_variant(Part part) {
  return is_of(part, 5, 8, ascii::is_alphanumeric) ||
         (is_of(part, 4, 4, ascii::is_alphanumeric) && ascii::is_digit(part.front()));
}

std::vector<Part> parts_of(std::string_view text, char separator) {
  std::vector<Part> parts;
  while (true) {
    const auto end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

// The parts of a tag, one after the other.
class Tag {
 public:
  explicit Tag(std::string_view text) : parts_(parts_of(text, '-')) {}

  bool is_well_formed() {
    if (!take([](Part part) { return is_of(part, 2, 3, ascii::is_letter); })) return false;
    for (int extended = 0;
         extended < 3 && take([](Part part) { return is_of(part, 3, 3, ascii::is_letter); });)
      ++extended;
    take(is_script);
    take(is_region);
    while (take(is_variant)) {
    }
    while (take_extension()) {
    }
    return at_ == parts_.size();
  }

 private:
  template <class Check>
  bool take(Check check) {
    if (at_ == parts_.size() || !check(parts_[at_])) return false;
    ++at_;
    return true;
  }
  // A letter or digit and what it announces; x announces anything of one's own, to the end.
  bool take_extension() {
    if (!take([](Part part) { return is_of(part, 1, 1, ascii::is_alphanumeric); })) return false;
    const std::size_t min = ascii::lower(parts_[at_ - 1].front()) == 'x' ? 1 : 2;
    const auto begun = at_;
    while (take([&](Part part) { return is_of(part, min, 8, ascii::is_alphanumeric); })) {
    }
    if (at_ > begun) return true;
    --at_;  // a letter that announces nothing is no part of a tag
    return false;
  }
  std::vector<Part> parts_;
  std::size_t at_ = 0;
};

// RFC 5646, 2.1.1: two letters in capitals and four with one, unless they begin the tag or follow a
// single letter.
std::string in_customary_case(std::string_view tag) {
  std::string out;
  bool plain = true;
  for (const auto part : parts_of(tag, '-')) {
    if (!out.empty()) out.push_back('-');
    const bool is_capital = !plain && part.size() == 2;
    const bool is_title = !plain && part.size() == 4;
    for (std::size_t i = 0; i < part.size(); ++i)
      out.push_back(is_capital || (is_title && i == 0) ? ascii::upper(part[i]) : ascii::lower(part[i]));
    plain = part.size() == 1;
  }
  return out;
}

}  // namespace

bool is_tag(std::string_view text) {
  return text.size() <= max_tag_length && Tag(text).is_well_formed();
}

std::optional<std::string> canonical_tag(std::string_view text) {
  if (!is_tag(text)) return std::nullopt;
  return in_customary_case(text);
}

std::optional<Language> spoken(std::string_view tag) {
  const auto language = in_customary_case(tag.substr(0, tag.find('-')));
  if (language == "pt") return Language::portuguese;
  if (language == "en") return Language::english;
  return std::nullopt;
}

Language nearest(std::string_view tag) {
  return spoken(tag).value_or(Language::english);
}

std::optional<std::string> preferred_tag(std::string_view accept_language) {
  LanguageRange best{.range = {}, .weight = 0};
  for (const auto& accepted : ranges_of(accept_language)) {
    if (accepted.weight > best.weight && is_tag(accepted.range) && spoken(accepted.range)) best = accepted;
  }
  return canonical_tag(best.range);
}

}  // namespace mrbill::locales
