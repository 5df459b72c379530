#include "adapters/xapian/tokeniser.hpp"

#include <optional>

#include <text/text.hpp>

#include "adapters/xapian/letters.hpp"

namespace mrbill::catalog {

namespace {

using Kind = Letter::Kind;

// Cuts at a character's border.
std::string shortened(std::string word) {
  if (word.size() <= max_word_bytes) return word;
  std::size_t end = max_word_bytes;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80) --end;
  word.resize(end);
  return word;
}

bool is_of_words(Kind kind) {
  return kind == Kind::lower || kind == Kind::upper || kind == Kind::digit || kind == Kind::mark;
}

class Tokeniser {
 public:
  Tokeniser(std::string_view text, Joins joins) : text_(text), joins_(joins), letters_(letters_in(text)) {}

  std::vector<Token> run() {
    for (std::size_t at = 0; at < letters_.size();) at = take(at);
    if (joins_ != Joins::none) join();
    return std::move(tokens_);
  }
  std::string squeezed() const {
    std::string all;
    for (const auto& letter : letters_) {
      const bool sign = letter.ascii == '+' || letter.ascii == '#';
      if (sign || (letter.kind != Kind::other && letter.kind != Kind::blank))
        all += text_.substr(letter.begin, letter.end - letter.begin);
    }
    return text::folded(all);
  }

 private:
  // A word that neighbours can be joined with: its letters, and its token.
  struct Place {
    std::size_t begin;
    std::size_t end;
    std::size_t token;
  };

  [[nodiscard]] bool is_word(std::size_t at) const {
    return at < letters_.size() && is_of_words(letters_[at].kind);
  }
  [[nodiscard]] bool is(std::size_t at, Kind kind) const {
    return at < letters_.size() && letters_[at].kind == kind;
  }
  [[nodiscard]] bool is_ascii(std::size_t at, char c) const {
    return at < letters_.size() && letters_[at].ascii == c;
  }
  [[nodiscard]] std::size_t word_end(std::size_t at) const {
    while (is_word(at)) ++at;
    return at;
  }

  // Takes what starts at `at`; returns where the next begins.
  std::size_t take(std::size_t at) {
    if (is(at, Kind::unit)) return take_units(at);
    if (is(at, Kind::picture) || is(at, Kind::flag)) return take_picture(at);
    if (is_dot_net(at)) {
      emit(at + 1, at + 4, Token::Kind::word, true);
      tokens_.back().begin = letters_[at].begin;
      return at + 4;
    }
    if (!is_word(at)) return at + 1;
    const auto end = word_end(at);
    if (const auto sign = sign_behind(at, end)) return take_signed(at, *sign);
    if (emit(at, end, Token::Kind::word)) emit_parts(at, end);
    return end;
  }

  std::size_t take_picture(std::size_t at) {
    const auto end = is(at, Kind::flag) && is(at + 1, Kind::flag) ? at + 2 : at + 1;
    emit(at, end, Token::Kind::word, true);
    return end;
  }

  // Neighbours make words, and each letter stands for itself as well. Marks belong to the letter before.
  std::size_t take_units(std::size_t at) {
    std::vector<std::size_t> borders{at};
    while (is(at, Kind::unit)) {
      ++at;
      while (is(at, Kind::mark)) ++at;
      borders.push_back(at);
    }
    const bool alone = borders.size() == 2;
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
      emit(borders[i], borders[i + 1], alone ? Token::Kind::word : Token::Kind::unit, true);
      if (i + 2 < borders.size()) emit(borders[i], borders[i + 2], Token::Kind::word, true);
    }
    return at;
  }

  // ".NET" at the start of a word, a version behind it or none; "a.net" is two words.
  [[nodiscard]] bool is_dot_net(std::size_t at) const {
    if (!is_ascii(at, '.') || (at > 0 && is_word(at - 1))) return false;
    constexpr std::string_view net = "net";
    for (std::size_t i = 0; i < net.size(); ++i) {
      const auto upper = static_cast<char>(net[i] - 'a' + 'A');
      if (!is_ascii(at + 1 + i, net[i]) && !is_ascii(at + 1 + i, upper)) return false;
    }
    const auto behind = at + 1 + net.size();
    return !is_word(behind) || is(behind, Kind::digit);
  }

  // "C++" and "C#": a short word's sign belongs to it. Where the sign ends.
  [[nodiscard]] std::optional<std::size_t> sign_behind(std::size_t begin, std::size_t end) const {
    if (end - begin > 2) return std::nullopt;
    std::size_t behind = end;
    if (is_ascii(end, '+') && is_ascii(end + 1, '+')) behind = end + 2;
    if (is_ascii(end, '#')) behind = end + 1;
    const bool goes_on = is_word(behind) && !(is(behind, Kind::digit) && end - begin == 1);
    return behind == end || goes_on ? std::nullopt : std::optional(behind);
  }

  // With a version behind it: "C++20" is found as a whole and as each.
  std::size_t take_signed(std::size_t begin, std::size_t sign) {
    const auto end = word_end(sign);
    emit(begin, end, Token::Kind::word, true);
    if (end == sign) return end;
    emit(begin, sign, Token::Kind::part);
    emit(sign, end, Token::Kind::part);
    return end;
  }

  void emit_parts(std::size_t begin, std::size_t end) {
    if (tokens_.back().word == "dotnet") {
      tokens_.push_back({"net", tokens_.back().begin, tokens_.back().end, Token::Kind::part});
      return;
    }
    std::size_t start = begin;
    for (std::size_t at = begin + 1; at < end; ++at) {
      if (!part_begins(at, end)) continue;
      emit(start, at, Token::Kind::part);
      start = at;
    }
    if (start != begin) emit(start, end, Token::Kind::part);
  }

  // xY, and the last capital of XMLParser.
  [[nodiscard]] bool part_begins(std::size_t at, std::size_t end) const {
    if (letters_[at].kind != Kind::upper) return false;
    auto before = at - 1;
    while (before > 0 && letters_[before].kind == Kind::mark) --before;
    const bool after_small = letters_[before].kind != Kind::upper;
    const bool before_small = at + 1 < end && letters_[at + 1].kind == Kind::lower;
    return after_small || before_small;
  }

  // False where nothing is left of it.
  bool emit(std::size_t begin, std::size_t end, Token::Kind kind, bool closed = false) {
    const auto from = letters_[begin].begin;
    const auto to = letters_[end - 1].end;
    auto word = shortened(text::folded(text_.substr(from, to - from)));
    if (word.empty()) return false;
    const bool joinable = kind == Token::Kind::word && is_word(begin);
    if (joins_ != Joins::none && joinable) places_.push_back({begin, end, tokens_.size()});
    tokens_.push_back({std::move(word), from, to, kind, closed});
    return true;
  }

  // Whether a word and the next are neighbours: signs between them, and blanks where these count.
  [[nodiscard]] bool are_neighbours(const Place& one, const Place& next, Joins joins) const {
    constexpr std::size_t max_between = 3;
    if (next.begin - one.end > max_between) return false;
    for (auto at = one.end; at < next.begin; ++at) {
      if (is(at, Kind::blank) ? joins != Joins::blanks : !is(at, Kind::other)) return false;
    }
    return true;
  }

  void join() {
    join_chains(Joins::signs, true);
    if (joins_ == Joins::blanks) join_chains(Joins::blanks, false);
  }

  // Each two neighbours, and the whole of more. `known`: pairs and chains that a stricter round has given are
  // left out.
  void join_chains(Joins joins, bool strictest) {
    for (std::size_t first = 0; first + 1 < places_.size();) {
      auto last = first;
      bool news = strictest;
      while (last + 1 < places_.size() && are_neighbours(places_[last], places_[last + 1], joins)) {
        const bool known = !strictest && are_neighbours(places_[last], places_[last + 1], Joins::signs);
        if (!known) emit_joined(last, last + 1);
        news = news || !known;
        ++last;
      }
      if (last > first + 1 && news) emit_joined(first, last);
      first = last + 1;
    }
  }

  void emit_joined(std::size_t first, std::size_t last) {
    std::string word;
    for (auto at = first; at <= last; ++at) word += tokens_[places_[at].token].word;
    if (word.size() > max_word_bytes) return;
    tokens_.push_back({std::move(word), tokens_[places_[first].token].begin, tokens_[places_[last].token].end,
                       Token::Kind::joined});
  }

  std::string_view text_;
  Joins joins_;
  std::vector<Letter> letters_;
  std::vector<Token> tokens_;
  std::vector<Place> places_;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text, Joins joins) {
  return Tokeniser(text, joins).run();
}

std::string squeezed(std::string_view text) {
  return Tokeniser(text, Joins::none).squeezed();
}

}  // namespace mrbill::catalog
