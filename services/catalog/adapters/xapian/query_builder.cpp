#include "adapters/xapian/query_builder.hpp"

#include <algorithm>

#include "adapters/xapian/schema.hpp"
#include "adapters/xapian/tokeniser.hpp"
#include "adapters/xapian/typo.hpp"

namespace mrbill::catalog {

namespace {

using Xapian::Query;

constexpr std::size_t most_words = 32;
constexpr std::size_t most_forgiven = 10;  // leaving out one of many costs their square
constexpr std::size_t most_completions = 64;
constexpr std::size_t most_corrections = 24;
constexpr double completion_weight = 0.5;
constexpr double correction_weight = 0.3;
constexpr double whole_name_weight = 4.0;

Query any_of(TenantId tenant, const std::vector<std::string>& words, double weight) {
  std::vector<std::string> terms;
  for (const auto& word : words) terms.push_back(schema::word_term(tenant, word));
  const Query synonyms(Query::OP_SYNONYM, terms.begin(), terms.end());
  return {Query::OP_SCALE_WEIGHT, synonyms, weight};
}

void add(std::vector<std::string>& words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
}

struct TypedWord {
  std::string word;
  std::size_t tolerated;  // letters that may be wrong
  bool forgive_known;     // even where the tenant has the word as it stands
};

// The best of the meanings of one word counts.
Query word_query(TenantId tenant, const TypedWord& typed, const Vocabulary& vocabulary,
                 std::vector<std::string>& matched) {
  std::vector<Query> meanings{Query(schema::word_term(tenant, typed.word))};
  matched.push_back(typed.word);
  const auto completions = vocabulary.completions(typed.word, most_completions);
  if (!completions.empty()) meanings.push_back(any_of(tenant, completions, completion_weight));
  add(matched, completions);
  const bool known = !completions.empty() || vocabulary.contains(typed.word);
  if (!known || typed.forgive_known) {
    const auto corrections = vocabulary.corrections(typed.word, typed.tolerated, most_corrections);
    if (!corrections.empty()) meanings.push_back(any_of(tenant, corrections, correction_weight));
    add(matched, corrections);
  }
  return {Query::OP_MAX, meanings.begin(), meanings.end()};
}

// Short words may be wrong only beside others: alone they would stand for anything.
std::vector<TypedWord> typed_words(std::string_view text, Reading reading) {
  std::vector<TypedWord> words;
  for (auto& token : tokenise(text)) {
    if (token.part || words.size() == most_words) continue;
    if (std::ranges::find(words, token.word, &TypedWord::word) != words.end()) continue;
    const auto tolerated = tolerated_typos(token.word);
    words.push_back({std::move(token.word), tolerated, false});
  }
  const bool forgives = reading != Reading::as_typed && words.size() <= most_forgiven;
  for (auto& typed : words) {
    typed.forgive_known = forgives;
    if (forgives && words.size() > 1) typed.tolerated = std::max<std::size_t>(typed.tolerated, 1);
  }
  return words;
}

// All of them; or any that leave out one.
Query together(const std::vector<Query>& words, Reading reading) {
  const Query all(Query::OP_AND, words.begin(), words.end());
  if (reading != Reading::forgetful || words.size() < 2 || words.size() > most_forgiven) return all;
  std::vector<Query> choices{all};
  for (std::size_t left_out = 0; left_out < words.size(); ++left_out) {
    auto rest = words;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
    choices.emplace_back(Query::OP_AND, rest.begin(), rest.end());
  }
  return {Query::OP_MAX, choices.begin(), choices.end()};
}

Query any_id(const std::vector<PocId>& ids) {
  std::vector<std::string> terms;
  for (const auto& id : ids) terms.push_back(schema::id_term(id));
  return {Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace

WordsQuery words_query(const SearchRequest& request, const Vocabulary& vocabulary, Reading reading) {
  const auto tenant = request.caller.tenant;
  const Query whole_name(schema::name_term(tenant, request.text));
  WordsQuery result;
  std::vector<Query> words;
  for (const auto& typed : typed_words(request.text, reading)) {
    words.push_back(word_query(tenant, typed, vocabulary, result.matched_words));
  }
  if (words.empty()) {
    result.query = whole_name;
    return result;
  }
  const Query name_first(Query::OP_SCALE_WEIGHT, whole_name, whole_name_weight);
  result.query = Query(Query::OP_AND_MAYBE, together(words, reading), name_first);
  return result;
}

Query visibility_query(const SearchRequest& request) {
  const auto tenant = request.caller.tenant;
  const Query own(schema::creator_term(tenant, request.caller.user));
  if (request.filter.scope == Scope::mine) return own;
  return {Query::OP_OR, own, Query(schema::public_term(tenant))};
}

Query filter_query(const SearchRequest& request) {
  const auto tenant = request.caller.tenant;
  std::vector<Query> all{visibility_query(request)};
  const auto& filter = request.filter;
  if (filter.language) all.emplace_back(schema::language_term(tenant, *filter.language));
  for (const auto& tag : filter.tags) all.emplace_back(schema::tag_term(tenant, tag));
  if (filter.framework) all.emplace_back(schema::framework_term(tenant, *filter.framework));
  if (filter.created_from) {
    all.emplace_back(Query::OP_VALUE_GE, schema::Slot::created_at, schema::time_key(*filter.created_from));
  }
  if (filter.created_before) {
    const Query late(Query::OP_VALUE_GE, schema::Slot::created_at, schema::time_key(*filter.created_before));
    all.push_back(Query(Query::OP_AND_NOT, Query::MatchAll, late));
  }
  if (request.only) all.push_back(any_id(*request.only));
  const Query allowed(Query::OP_AND, all.begin(), all.end());
  if (request.without.empty()) return allowed;
  return {Query::OP_AND_NOT, allowed, any_id(request.without)};
}

}  // namespace mrbill::catalog
