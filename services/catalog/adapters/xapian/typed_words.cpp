#include "adapters/xapian/typed_words.hpp"

#include <algorithm>

#include "adapters/xapian/tokeniser.hpp"

namespace mrbill::catalog {

namespace {

constexpr std::size_t max_words = 32;
constexpr std::size_t max_join = 3;  // words

constexpr std::string_view fillers[] = {
    "a",   "an", "and", "as",   "at",   "by",   "for",   "from",  "how",   "in",  "into",  "is",   "it",
    "of",  "on", "or",  "the",  "to",   "use",  "uses",  "using", "with",  "ao",  "com",   "como", "da",
    "das", "de", "do",  "dos",  "e",    "em",   "entre", "feita", "feito", "na",  "nas",   "no",   "nos",
    "o",   "os", "ou",  "para", "pela", "pelo", "por",   "que",   "um",    "uma", "usando"};

bool is_filler(const std::string& word) {
  return std::ranges::find(fillers, word) != std::end(fillers);
}

TypedWord* find(std::vector<TypedWord>& words, const std::string& word) {
  const auto found = std::ranges::find(words, word, &TypedWord::word);
  return found == words.end() ? nullptr : &*found;
}

void add_joined(std::vector<TypedWord>& words, const std::vector<Token>& run) {
  for (std::size_t first = 0; first < run.size(); ++first) {
    auto joined = run[first].word;
    for (auto last = first + 1; last < run.size() && last < first + max_join; ++last) {
      joined += run[last].word;
      if (joined.size() > max_word_bytes) break;
      for (auto at = first; at <= last; ++at) {
        auto* word = find(words, run[at].word);
        if (word != nullptr && std::ranges::find(word->joined, joined) == word->joined.end())
          word->joined.push_back(joined);
      }
    }
  }
}

// They say little where something else is said: two words at least.
void mark_fillers(std::vector<TypedWord>& words) {
  const auto telling = std::ranges::count_if(words, [](const auto& typed) { return !is_filler(typed.word); });
  if (telling < 2) return;
  for (auto& typed : words) typed.filler = is_filler(typed.word);
}

}  // namespace

std::vector<TypedWord> typed_words(std::string_view text) {
  std::vector<TypedWord> words;
  std::vector<Token> run;  // what can be joined
  TypedWord* last = nullptr;
  for (auto& token : tokenise(text)) {
    if (token.kind == Token::Kind::part && last != nullptr) last->parts.push_back(token.word);
    if (token.kind != Token::Kind::word) continue;
    last = nullptr;
    if (find(words, token.word) == nullptr && words.size() < max_words) {
      words.push_back({.word = token.word, .closed = token.closed});
      last = &words.back();
    }
    const bool joinable = !token.closed || static_cast<unsigned char>(token.word.front()) < 0x80;
    if (joinable) run.push_back(std::move(token));
  }
  add_joined(words, run);
  mark_fillers(words);
  return words;
}

}  // namespace mrbill::catalog
