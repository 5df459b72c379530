#include "adapters/xapian/tokeniser.hpp"

#include <utf8proc.h>

#include <base/check.hpp>
#include <text/text.hpp>

namespace mrbill::catalog {

namespace {

constexpr std::size_t longest_word = 64;  // bytes

enum class Kind : std::uint8_t { other, lower, upper, digit, ideograph };

struct Letter {
  std::uint32_t begin;
  std::uint32_t end;
  Kind kind;
  char ascii;  // 0 beyond ASCII
};

bool is_ideograph(utf8proc_int32_t c) {
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
         (c >= 0x20000 && c <= 0x3ffff);
}

Kind kind_of(utf8proc_int32_t c) {
  if (is_ideograph(c)) return Kind::ideograph;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return Kind::upper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return Kind::lower;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
      return Kind::digit;
    default:
      return Kind::other;
  }
}

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  letters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t c = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    CHECK(length > 0, "the contract lets only valid UTF-8 in");
    const auto end = at + static_cast<std::size_t>(length);
    letters.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), kind_of(c),
                       c < 0x80 ? static_cast<char>(c) : '\0'});
    at = end;
  }
  return letters;
}

// Cuts at a character's border.
std::string shortened(std::string word) {
  if (word.size() <= longest_word) return word;
  std::size_t end = longest_word;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80) --end;
  word.resize(end);
  return word;
}

class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text) : text_(text), letters_(letters_of(text)) {}

  std::vector<Token> run() {
    for (std::size_t at = 0; at < letters_.size();) at = take(at);
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] bool is_word(std::size_t at) const {
    if (at >= letters_.size()) return false;
    const auto kind = letters_[at].kind;
    return kind == Kind::lower || kind == Kind::upper || kind == Kind::digit;
  }
  [[nodiscard]] bool is_ascii(std::size_t at, char c) const {
    return at < letters_.size() && letters_[at].ascii == c;
  }

  // Takes what starts at `at`; returns where the next begins.
  std::size_t take(std::size_t at) {
    if (letters_[at].kind == Kind::ideograph) {
      emit(at, at + 1, false);
      return at + 1;
    }
    const bool dotted = is_dot_net(at);
    if (!is_word(at) && !dotted) return at + 1;
    std::size_t end = dotted ? at + 1 : at;
    while (is_word(end)) ++end;
    const std::size_t suffixed = with_suffix(at, end);
    emit(at, suffixed, false);
    if (suffixed == end && !dotted) emit_parts(at, end);
    return suffixed;
  }

  // ".NET" at the start of a word; "a.net" is two words.
  [[nodiscard]] bool is_dot_net(std::size_t at) const {
    if (!is_ascii(at, '.') || (at > 0 && is_word(at - 1))) return false;
    constexpr std::string_view net = "net";
    for (std::size_t i = 0; i < net.size(); ++i) {
      const auto upper = static_cast<char>(net[i] - 'a' + 'A');
      if (!is_ascii(at + 1 + i, net[i]) && !is_ascii(at + 1 + i, upper)) return false;
    }
    return !is_word(at + 1 + net.size());
  }

  // "C++" and "C#": a short word's suffix belongs to it.
  [[nodiscard]] std::size_t with_suffix(std::size_t begin, std::size_t end) const {
    if (end - begin > 2) return end;
    if (is_ascii(end, '+') && is_ascii(end + 1, '+')) return is_word(end + 2) ? end : end + 2;
    if (is_ascii(end, '#')) return is_word(end + 1) ? end : end + 1;
    return end;
  }

  void emit_parts(std::size_t begin, std::size_t end) {
    std::size_t start = begin;
    for (std::size_t at = begin + 1; at < end; ++at) {
      if (!part_begins(at, end)) continue;
      emit(start, at, true);
      start = at;
    }
    if (start != begin) emit(start, end, true);
  }

  // xY, and the last capital of XMLParser.
  [[nodiscard]] bool part_begins(std::size_t at, std::size_t end) const {
    if (letters_[at].kind != Kind::upper) return false;
    const bool after_small = letters_[at - 1].kind != Kind::upper;
    const bool before_small = at + 1 < end && letters_[at + 1].kind == Kind::lower;
    return after_small || before_small;
  }

  void emit(std::size_t begin, std::size_t end, bool part) {
    const auto from = letters_[begin].begin;
    const auto to = letters_[end - 1].end;
    auto word = shortened(text::folded(text_.substr(from, to - from)));
    if (!word.empty()) tokens_.push_back({std::move(word), from, to, part});
  }

  std::string_view text_;
  std::vector<Letter> letters_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text) {
  return Tokeniser(text).run();
}

}  // namespace mrbill::catalog
