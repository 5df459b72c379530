#include "adapters/xapian/search_database.hpp"

#include <algorithm>

#include "adapters/xapian/facet_counter.hpp"
#include "adapters/xapian/highlighter.hpp"
#include "adapters/xapian/overlay.hpp"
#include "adapters/xapian/query_builder.hpp"
#include "adapters/xapian/schema.hpp"
#include "adapters/xapian/text_matcher.hpp"

namespace mrbill::catalog {

namespace {

// Languages repeat: the newest first among equals. The other sort keys are unique.
class ByLanguage final : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    return document.get_value(schema::Slot::language) + '\0' + document.get_value(schema::Slot::created_at);
  }
};

void order(Xapian::Enquire& enquire, const std::optional<Sort>& sort, ByLanguage& by_language) {
  if (!sort) return enquire.set_sort_by_relevance_then_value(schema::Slot::created_at, true);
  const bool descending = sort->order == SortOrder::descending;
  switch (sort->field) {
    case SortField::created_at:
      return enquire.set_sort_by_value(schema::Slot::created_at, descending);
    case SortField::updated_at:
      return enquire.set_sort_by_value(schema::Slot::updated_at, descending);
    case SortField::name:
      return enquire.set_sort_by_value(schema::Slot::name, descending);
    case SortField::language:
      return enquire.set_sort_by_key(&by_language, descending);
  }
}

// The same order across two answers.
bool comes_before(const Xapian::MSetIterator& a, const Xapian::MSetIterator& b,
                  const std::optional<Sort>& sort) {
  if (!sort && a.get_weight() != b.get_weight()) return a.get_weight() > b.get_weight();
  const bool descending = !sort || sort->order == SortOrder::descending;
  return descending ? a.get_sort_key() > b.get_sort_key() : a.get_sort_key() < b.get_sort_key();
}

std::vector<Xapian::MSetIterator> merged(const std::vector<Xapian::MSet>& answers,
                                         const std::optional<Sort>& sort) {
  std::vector<Xapian::MSetIterator> all;
  for (const auto& answer : answers) {
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    for (auto match = answer.begin(); match != answer.end(); ++match) all.push_back(match);
    std::inplace_merge(all.begin(), all.begin() + middle, all.end(),
                       [&](const auto& a, const auto& b) { return comes_before(a, b, sort); });
  }
  return all;
}

// One search in several readings.
class Search {
 public:
  Search(const Xapian::Database& on_disk, const SearchRequest& request, const Budget& budget)
      : request_(request), budget_(budget) {
    const auto audiences = audiences_of(request.caller);
    auto stale = request.stale;
    for (const auto& row : request.overlay) stale.push_back(row.id);
    views_.emplace_back(on_disk, audiences, stale, budget);
    if (auto overlay = overlay_of(request.overlay)) {
      views_.emplace_back(*std::move(overlay), audiences, std::vector<PocId>{}, budget);
    }
  }

  [[nodiscard]] SearchResult read_as(Reading reading) {
    const auto matches = matcher_.read_as(reading);
    const auto filter = filter_query(request_);
    FacetCounter facets(budget_);
    std::vector<Xapian::MSet> answers;
    SearchResult result;
    for (std::size_t view = 0; view < views_.size(); ++view) {
      answers.push_back(answer(view, matches.by_view[view], filter, &facets));
      result.total += answers.back().get_matches_estimated();
    }
    if (request_.facets) result.facets = facets.facets();
    result.hits = page_of(answers, Highlighter(matches.words));
    return result;
  }
  // Whether the words alone find something: then it is the filters that leave nothing, and no slip is to be forgiven.
  [[nodiscard]] bool words_match() {
    const auto matches = matcher_.read_as(Reading::as_typed);
    for (std::size_t view = 0; view < views_.size(); ++view) {
      MatchSource source(matches.by_view[view], budget_);
      Xapian::Enquire enquire(views_[view].database());
      enquire.set_query({Xapian::Query::OP_FILTER, Xapian::Query(&source), visibility_query(request_)});
      if (!enquire.get_mset(0, 1).empty()) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] Xapian::MSet answer(std::size_t view, const Matches& matches, const Xapian::Query& filter,
                                    FacetCounter* facets) const {
    const auto& database = views_[view].database();
    MatchSource source(matches, budget_);
    Xapian::Enquire enquire(database);
    enquire.set_query({Xapian::Query::OP_FILTER, Xapian::Query(&source), filter});
    ByLanguage by_language;
    order(enquire, request_.sort, by_language);
    if (request_.facets) enquire.add_matchspy(facets);
    const auto all = database.get_doccount() + 1;  // looks at every match: totals and facets are exact
    if (views_.size() == 1) return enquire.get_mset(request_.offset, request_.limit, all);
    return enquire.get_mset(0, request_.limit == 0 ? 0 : request_.offset + request_.limit, all);
  }
  [[nodiscard]] std::vector<Hit> page_of(const std::vector<Xapian::MSet>& answers,
                                         const Highlighter& highlighter) const {
    const auto all = merged(answers, request_.sort);
    const std::size_t first = views_.size() == 1 ? 0 : request_.offset;
    const auto last = std::min<std::size_t>(all.size(), first + request_.limit);
    std::vector<Hit> hits;
    for (auto at = first; at < last; ++at) {
      const auto document = all[at].get_document();
      Hit hit{.id = schema::id_of(document), .score = all[at].get_weight(), .highlights = {}};
      if (request_.highlights) hit.highlights = highlighter.highlights(schema::shown_text(document));
      hits.push_back(std::move(hit));
    }
    return hits;
  }

  const SearchRequest& request_;
  const Budget& budget_;
  std::vector<View> views_;
  TextMatcher matcher_{request_.text, views_};
};

}  // namespace

SearchResult search_database(const Xapian::Database& database, const SearchRequest& request,
                             const Budget& budget) {
  budget.check();  // it may have waited long
  Search search(database, request, budget);
  auto result = search.read_as(Reading::as_typed);
  if (result.total > 0 || search.words_match()) return result;
  result = search.read_as(Reading::forgiving);
  if (result.total > 0) return result;
  return search.read_as(Reading::forgetful);
}

}  // namespace mrbill::catalog
