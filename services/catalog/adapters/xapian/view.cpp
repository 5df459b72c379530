#include "adapters/xapian/view.hpp"

#include <algorithm>

#include "adapters/xapian/typo.hpp"

namespace mrbill::catalog {

namespace {

std::size_t common_letters(std::u32string_view a, std::u32string_view b) {
  const auto ends = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(ends.in1 - a.begin());
}

// One posting a document.
Postings summed(Postings all) {
  std::ranges::sort(all, {}, &Posting::id);
  Postings postings;
  for (const auto& posting : all) {
    if (!postings.empty() && postings.back().id == posting.id) {
      postings.back().times += posting.times;
    } else {
      postings.push_back(posting);
    }
  }
  return postings;
}

// Goes along the words of a dictionary as along a trie: where a beginning is already too far off, everything
// with that beginning is skipped. Costs by the words that are near, not by the size of the dictionary.
class NearWords {
 public:
  NearWords(std::string_view word, std::size_t max) : distance_(letters_of(word)), max_(max) {}

  // The difference, if it is within reach.
  std::optional<std::size_t> take(std::string_view word) {
    const auto letters = letters_of(word);
    const auto same = common_letters(path_, letters);
    path_.resize(same);
    distance_.keep(same);
    for (std::size_t at = same; at < letters.size(); ++at) {
      path_.push_back(letters[at]);
      distance_.add(letters[at]);
      if (distance_.least() > max_) return std::nullopt;
    }
    return distance_.whole();
  }
  // True where take() met a beginning that leads nowhere.
  [[nodiscard]] bool lost() const { return distance_.least() > max_; }
  // The first beginning behind the lost one that may lead somewhere; nothing at the end.
  std::optional<std::string> next_beginning() {
    while (!path_.empty()) {
      const auto letter = path_.back();
      path_.pop_back();
      distance_.keep(path_.size());
      if (const auto next = distance_.next_letter(letter, max_)) {
        return utf8_of(path_) + utf8_of(std::u32string_view(&*next, 1));
      }
    }
    return std::nullopt;
  }

 private:
  Distance distance_;
  std::size_t max_;
  std::u32string path_;
};

}  // namespace

View::View(Xapian::Database database, std::vector<schema::Audience> audiences,
           const std::vector<PocId>& stale, const Budget& budget)
    : database_(std::move(database)), audiences_(std::move(audiences)), budget_(budget) {
  for (const auto& id : stale) {
    budget_.spend();
    const auto term = schema::id_term(id);
    const auto document = database_.postlist_begin(term);
    if (document != database_.postlist_end(term)) stale_.push_back(*document);
  }
  std::ranges::sort(stale_);
  const auto repeated = std::ranges::unique(stale_);
  stale_.erase(repeated.begin(), repeated.end());
}

bool View::is_stale(Xapian::docid id) const {
  return std::ranges::binary_search(stale_, id);
}

std::int64_t View::size() const {
  std::int64_t documents = 0;
  for (const auto& audience : audiences_) documents += count(schema::audience_term(audience));
  return documents;
}

std::int64_t View::frequency(std::string_view word) const {
  std::int64_t documents = 0;
  for (const auto& audience : audiences_) documents += count(schema::word_term(audience, word));
  return documents;
}

std::int64_t View::count(const std::string& term) const {
  std::int64_t documents = database_.get_termfreq(term);
  if (stale_.empty() || documents == 0) return documents;
  const auto end = database_.postlist_end(term);
  auto posting = database_.postlist_begin(term);
  for (const auto id : stale_) {
    budget_.spend();
    posting.skip_to(id);
    if (posting == end) break;
    if (*posting == id) --documents;
  }
  return documents;
}

Postings View::with_any(const std::vector<std::string>& words) const {
  Postings all;
  for (const auto& audience : audiences_) {
    for (const auto& word : words) add_postings(audience, schema::word_term(audience, word), all);
  }
  return summed(std::move(all));
}

Postings View::with_number(std::string_view word, const std::vector<std::string>& singulars) const {
  Postings all;
  for (const auto& audience : audiences_) {
    add_postings(audience, schema::singular_term(audience, word), all);
    for (const auto& singular : singulars) add_postings(audience, schema::word_term(audience, singular), all);
  }
  return summed(std::move(all));
}

Postings View::with_beginning(std::string_view word, std::vector<std::string>& words) const {
  Postings all;
  for (const auto& audience : audiences_) {
    const auto own = schema::word_term(audience, "").size();
    const auto prefix = schema::word_term(audience, word);
    const auto end = database_.allterms_end(prefix);
    for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
      budget_.spend();
      const auto name = *term;
      if (name == prefix) continue;
      add_postings(audience, name, all);
      words.push_back(name.substr(own));
    }
  }
  return summed(std::move(all));
}

void View::add_postings(const schema::Audience& audience, const std::string& term, Postings& postings) const {
  // Words of public POCs are there once more, for the gallery.
  const double share = audience.is_everybody() ? 0.5 : 1;
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    budget_.spend();
    if (is_stale(*posting)) continue;
    postings.push_back({*posting, posting.get_wdf(), posting.get_doclength() * share});
  }
}

std::vector<Xapian::docid> View::with_name(std::string_view name) const {
  std::vector<Xapian::docid> ids;
  for (const auto& audience : audiences_) {
    const auto term = schema::name_term(audience, name);
    const auto end = database_.postlist_end(term);
    for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
      budget_.spend();
      if (!is_stale(*posting)) ids.push_back(*posting);
    }
  }
  std::ranges::sort(ids);
  return ids;
}

void View::add_near(std::string_view word, std::size_t max, std::map<std::string, std::size_t>& words) const {
  for (const auto& audience : audiences_) add_near_of(audience, word, max, words);
}

void View::add_near_of(const schema::Audience& audience, std::string_view word, std::size_t max,
                       std::map<std::string, std::size_t>& words) const {
  const auto prefix = schema::word_term(audience, "");
  const auto end = database_.allterms_end(prefix);
  auto term = database_.allterms_begin(prefix);
  NearWords near(word, max);
  while (term != end) {
    budget_.spend();
    auto candidate = (*term).substr(prefix.size());
    const auto difference = near.take(candidate);
    if (difference && *difference > 0 && *difference <= max) words.emplace(std::move(candidate), *difference);
    if (!near.lost()) {
      ++term;
      continue;
    }
    const auto beginning = near.next_beginning();
    if (!beginning) return;
    term.skip_to(prefix + *beginning);
  }
}

}  // namespace mrbill::catalog
