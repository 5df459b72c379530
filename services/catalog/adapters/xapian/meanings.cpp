#include "adapters/xapian/meanings.hpp"

#include <algorithm>

#include <base/ascii.hpp>

#include "adapters/xapian/plurals.hpp"

namespace mrbill::catalog {

namespace {

constexpr std::size_t max_corrections = 24;
constexpr double number_share = 0.9;
constexpr double joined_share = 0.9;
constexpr double parts_share = 0.8;
constexpr double completion_share = 0.5;
constexpr double apart_share = 0.6;
constexpr double correction_share = 0.3;

void keep_common(Postings& postings, const Postings& others) {
  auto kept = postings.begin();
  auto other = others.begin();
  for (const auto& posting : postings) {
    while (other != others.end() && other->id < posting.id) ++other;
    if (other == others.end()) break;
    if (other->id != posting.id) continue;
    *kept = posting;
    kept->times = std::min(posting.times, other->times);
    ++kept;
  }
  postings.erase(kept, postings.end());
}

// Two letters on each side, or a number on the right; between letters.
bool may_part(std::string_view word, std::size_t at) {
  const bool within_letter = (static_cast<unsigned char>(word[at]) & 0xc0) == 0x80;
  return !within_letter && (word.size() - at >= 2 || ascii::is_digit(word[at]));
}

}  // namespace

bool Meaning::is_empty() const {
  return std::ranges::all_of(by_view, [](const auto& postings) { return postings.empty(); });
}

const std::vector<Meaning>& Meanings::as_typed(const TypedWord& typed) {
  const auto seen = as_typed_.find(typed.word);
  if (seen != as_typed_.end()) return seen->second;
  auto found = looked_up(typed);
  std::erase_if(found, [](const Meaning& meaning) { return meaning.is_empty(); });
  return as_typed_.emplace(typed.word, std::move(found)).first->second;
}

std::vector<Meaning> Meanings::looked_up(const TypedWord& typed) const {
  std::vector<Meaning> all{any_of({typed.word}, 1), in_other_number(typed.word)};
  if (!typed.joined.empty()) all.push_back(any_of(typed.joined, joined_share));
  if (!typed.parts.empty()) all.push_back(all_of(typed.parts, parts_share));
  if (typed.closed) return all;
  all.push_back(completed(typed.word));
  const bool is_apart =
      typed.read ? *typed.read == WordReading::apart : std::ranges::all_of(all, &Meaning::is_empty);
  if (is_apart) all.push_back(apart(typed.word));
  return all;
}

const Meaning& Meanings::corrected(const std::string& word, std::size_t tolerated) {
  const std::pair key(word, tolerated);
  const auto seen = corrected_.find(key);
  if (seen != corrected_.end()) return seen->second;
  auto found = any_of(vocabulary_.corrections(word, tolerated, max_corrections), correction_share);
  return corrected_.emplace(key, std::move(found)).first->second;
}

Meaning Meanings::any_of(std::vector<std::string> words, double share) const {
  Meaning meaning{.share = share, .words = std::move(words)};
  for (const auto& view : views_) meaning.by_view.push_back(view.with_any(meaning.words));
  return meaning;
}

Meaning Meanings::all_of(std::vector<std::string> words, double share) const {
  Meaning meaning{.share = share, .words = std::move(words)};
  for (const auto& view : views_) {
    auto common = view.with_any({meaning.words.front()});
    for (std::size_t i = 1; i < meaning.words.size() && !common.empty(); ++i)
      keep_common(common, view.with_any({meaning.words[i]}));
    meaning.by_view.push_back(std::move(common));
  }
  return meaning;
}

Meaning Meanings::in_other_number(const std::string& word) const {
  Meaning meaning{.share = number_share, .words = singulars_of(word)};
  for (const auto& view : views_) meaning.by_view.push_back(view.with_number(word, meaning.words));
  return meaning;
}

Meaning Meanings::completed(const std::string& word) const {
  Meaning meaning{.share = completion_share};
  for (const auto& view : views_) meaning.by_view.push_back(view.with_beginning(word, meaning.words));
  return meaning;
}

// "redbull" where there are red and bull: every two known words that it is written of.
Meaning Meanings::apart(const std::string& word) const {
  Meaning meaning{.share = apart_share, .by_view = Where(views_.size()), .read = WordReading::apart};
  for (std::size_t at = 2; at < word.size(); ++at) {
    if (!may_part(word, at)) continue;
    const auto left = word.substr(0, at);
    const auto right = word.substr(at);
    if (!is_known(left) || !is_known(right)) continue;
    auto both = all_of({left, right}, apart_share);
    if (both.is_empty()) continue;
    meaning.words.insert(meaning.words.end(), both.words.begin(), both.words.end());
    for (std::size_t view = 0; view < views_.size(); ++view)
      meaning.by_view[view].insert(meaning.by_view[view].end(), both.by_view[view].begin(),
                                   both.by_view[view].end());
  }
  for (auto& postings : meaning.by_view) std::ranges::sort(postings, {}, &Posting::id);
  return meaning;
}

bool Meanings::is_known(std::string_view word) const {
  return std::ranges::any_of(views_, [word](const View& view) {
    view.budget().spend();
    return view.frequency(word) > 0;
  });
}

}  // namespace mrbill::catalog
