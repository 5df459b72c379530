#include <algorithm>
#include <locales/languages.hpp>
#include <vector>

namespace mrbill::locales {
namespace {

constexpr std::size_t most_letters = 35;  // as the contract has it
constexpr std::size_t most_wishes = 50;   // of one Accept-Language

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alphanumeric(char c) {
  return is_alpha(c) || is_digit(c);
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

using Part = std::string_view;

bool is_of(Part part, std::size_t least, std::size_t most, bool (*kind)(char)) {
  return part.size() >= least && part.size() <= most && std::ranges::all_of(part, kind);
}
bool is_script(Part part) {
  return is_of(part, 4, 4, is_alpha);
}
bool is_region(Part part) {
  return is_of(part, 2, 2, is_alpha) || is_of(part, 3, 3, is_digit);
}
bool is_variant(Part part) {
  return is_of(part, 5, 8, is_alphanumeric) || (is_of(part, 4, 4, is_alphanumeric) && is_digit(part.front()));
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
    if (!take([](Part part) { return is_of(part, 2, 3, is_alpha); })) return false;
    for (int extended = 0; extended < 3 && take([](Part part) { return is_of(part, 3, 3, is_alpha); });)
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
    if (!take([](Part part) { return is_of(part, 1, 1, is_alphanumeric); })) return false;
    const std::size_t least = lower(parts_[at_ - 1].front()) == 'x' ? 1 : 2;
    const auto begun = at_;
    while (take([&](Part part) { return is_of(part, least, 8, is_alphanumeric); })) {
    }
    if (at_ > begun) return true;
    --at_;  // a letter that announces nothing is no part of a tag
    return false;
  }
  std::vector<Part> parts_;
  std::size_t at_ = 0;
};

// RFC 5646, 2.1.1: two letters in capitals and four with one, unless they begin the tag or follow a single letter.
std::string in_customary_case(std::string_view tag) {
  std::string out;
  bool plain = true;
  for (const auto part : parts_of(tag, '-')) {
    if (!out.empty()) out.push_back('-');
    const bool is_capital = !plain && part.size() == 2;
    const bool is_title = !plain && part.size() == 4;
    for (std::size_t i = 0; i < part.size(); ++i)
      out.push_back(is_capital || (is_title && i == 0) ? upper(part[i]) : lower(part[i]));
    plain = part.size() == 1;
  }
  return out;
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// "0.8" in thousandths; nothing for what is no weight (RFC 9110, 12.4.2).
std::optional<int> weight_of(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int weight = (text[0] - '0') * 1000;
  int unit = 100;
  for (std::size_t i = 2; i < text.size(); ++i, unit /= 10) {
    if (!is_digit(text[i])) return std::nullopt;
    weight += (text[i] - '0') * unit;
  }
  return weight <= 1000 ? std::optional(weight) : std::nullopt;
}

struct Wish {
  std::string tag;
  int weight = 1000;
};

std::optional<Wish> wish_of(std::string_view item) {
  const auto pieces = parts_of(item, ';');
  Wish wish{std::string(without_blanks(pieces[0]))};
  if (pieces.size() == 1) return wish;
  auto parameter = without_blanks(pieces[1]);
  if (parameter.size() < 2 || lower(parameter[0]) != 'q' || parameter[1] != '=') return std::nullopt;
  const auto weight = weight_of(parameter.substr(2));
  if (!weight) return std::nullopt;
  wish.weight = *weight;
  return wish;
}

}  // namespace

bool is_tag(std::string_view text) {
  return text.size() <= most_letters && Tag(text).is_well_formed();
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
  std::optional<Wish> best;
  std::size_t wishes = 0;
  for (const auto item : parts_of(accept_language, ',')) {
    if (++wishes > most_wishes) break;
    auto wish = wish_of(item);
    if (!wish || wish->weight == 0 || !is_tag(wish->tag) || !spoken(wish->tag)) continue;
    if (!best || wish->weight > best->weight) best = std::move(wish);
  }
  if (!best) return std::nullopt;
  return canonical_tag(best->tag);
}

}  // namespace mrbill::locales
