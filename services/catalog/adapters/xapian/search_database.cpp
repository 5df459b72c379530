#include "adapters/xapian/search_database.hpp"

#include <algorithm>

#include "adapters/xapian/facet_counter.hpp"
#include "adapters/xapian/highlighter.hpp"
#include "adapters/xapian/overlay.hpp"
#include "adapters/xapian/query_builder.hpp"
#include "adapters/xapian/result_order.hpp"
#include "adapters/xapian/schema.hpp"
#include "adapters/xapian/text_matcher.hpp"

namespace mrbill::catalog {

namespace {

std::vector<Xapian::MSetIterator> merged(const std::vector<Xapian::MSet>& answers, const ResultOrder& order) {
  std::vector<Xapian::MSetIterator> all;
  for (const auto& answer : answers) {
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    for (auto match = answer.begin(); match != answer.end(); ++match) all.push_back(match);
    std::inplace_merge(all.begin(), all.begin() + middle, all.end(),
                       [&](const auto& a, const auto& b) { return order.comes_before(a, b); });
  }
  return all;
}

Matches whole_ones(const Matches& matches) {
  Matches whole;
  std::ranges::copy_if(matches, std::back_inserter(whole), &Match::whole);
  return whole;
}

// The index, and what lies over it.
std::vector<View> views_of(const Xapian::Database& on_disk, const SearchRequest& request,
                           const Budget& budget) {
  const auto audiences = audiences_of(request.caller);
  auto stale = request.stale;
  for (const auto& row : request.overlay) stale.push_back(row.id);
  std::vector<View> views;
  views.emplace_back(on_disk, audiences, stale, budget);
  if (auto overlay = overlay_of(request.overlay))
    views.emplace_back(*std::move(overlay), audiences, std::vector<PocId>{}, budget);
  return views;
}

// One search in several readings.
class Search {
 public:
  Search(const Xapian::Database& on_disk, const SearchRequest& request, const Budget& budget)
      : request_(request), budget_(budget), views_(views_of(on_disk, request, budget)) {}

  [[nodiscard]] SearchResult read_as(Reading reading) {
    matches_ = matcher_.read_as(reading);
    SearchResult result;
    if (request_.facets) add_facets(result);
    if (!request_.facets || request_.limit > 0) add_hits(reading, result);
    if (result.total > 0) result.corrections = matches_.corrections;
    return result;
  }
  // Nothing that the words found lacks one of them.
  [[nodiscard]] bool finds_whole_ones_only() const {
    return std::ranges::all_of(
        matches_.by_view, [](const Matches& matches) { return std::ranges::all_of(matches, &Match::whole); });
  }
  // Whether the words alone, as they were read last, find something, with none of them missing: then it is
  // the filters that leave nothing, and no slip is to be forgiven.
  [[nodiscard]] bool words_match() const {
    for (std::size_t view = 0; view < views_.size(); ++view) {
      const auto whole = whole_ones(matches_.by_view[view]);
      MatchSource source(whole, budget_);
      Xapian::Enquire enquire(views_[view].database());
      enquire.set_query({Xapian::Query::OP_FILTER, Xapian::Query(&source), visibility_query(request_)});
      if (!enquire.get_mset(0, 1).empty()) return true;
    }
    return false;
  }

 private:
  // One more than the page: so it is known whether another follows.
  [[nodiscard]] Xapian::doccount wanted() const { return request_.limit == 0 ? 0 : request_.limit + 1; }
  void add_facets(SearchResult& result) {
    FacetCounter facets(request_.filter, budget_);
    const auto filter = filter_query(request_, without_own_filters(request_.filter));
    for (std::size_t view = 0; view < views_.size(); ++view) {
      const auto& database = views_[view].database();
      MatchSource source(matches_.by_view[view], budget_);
      Xapian::Enquire enquire(database);
      enquire.set_query({Xapian::Query::OP_FILTER, Xapian::Query(&source), filter});
      enquire.add_matchspy(&facets);
      static_cast<void>(enquire.get_mset(0, 0, database.get_doccount() + 1));
    }
    result.facets = facets.facets();
    result.total = facets.total();
  }
  void add_hits(Reading reading, SearchResult& result) {
    std::vector<Xapian::MSet> answers;
    result.total = 0;
    for (std::size_t view = 0; view < views_.size(); ++view) {
      answers.push_back(answer(view, matches_.by_view[view], request_.after ? Walk::counting : Walk::page));
      result.total += answers.back().get_matches_estimated();
    }
    if (request_.after) answers = answers_behind(*request_.after, matches_);
    add_page(answers, matches_, reading, result);
  }
  enum class Walk : std::uint8_t { counting, page };
  [[nodiscard]] Xapian::MSet answer(std::size_t view, const Matches& matches, Walk walk) {
    const auto& database = views_[view].database();
    MatchSource source(matches, budget_);
    Xapian::Enquire enquire(database);
    enquire.set_query({Xapian::Query::OP_FILTER, Xapian::Query(&source), filter_});
    order_.apply_to(enquire);
    const auto all = database.get_doccount() + 1;  // looks at every match: totals are exact
    if (walk == Walk::counting) return enquire.get_mset(0, 0, all);
    if (request_.after || views_.size() == 1) return enquire.get_mset(skipped_by_xapian(), wanted(), all);
    return enquire.get_mset(0, wanted() == 0 ? 0 : request_.offset + wanted(), all);
  }
  [[nodiscard]] std::vector<Xapian::MSet> answers_behind(const SearchPosition& position,
                                                         const TextMatches& matches) {
    std::vector<Xapian::MSet> answers;
    for (std::size_t view = 0; view < views_.size(); ++view)
      answers.push_back(
          answer(view, order_.behind(matches.by_view[view], views_[view], position), Walk::page));
    return answers;
  }
  [[nodiscard]] std::uint32_t skipped_by_xapian() const {
    return request_.after || views_.size() > 1 ? 0 : request_.offset;
  }
  void add_page(const std::vector<Xapian::MSet>& answers, const TextMatches& matches, Reading reading,
                SearchResult& result) const {
    const Highlighter highlighter(matches.words);
    const auto all = merged(answers, order_);
    const std::size_t first = request_.after ? 0 : request_.offset - skipped_by_xapian();
    const auto last = std::min<std::size_t>(all.size(), first + request_.limit);
    for (auto at = first; at < last; ++at) {
      const auto document = all[at].get_document();
      Hit hit{.id = schema::id_of(document), .score = all[at].get_weight(), .highlights = {}};
      if (request_.highlights) hit.highlights = highlighter.highlights(schema::shown_text(document));
      result.hits.push_back(std::move(hit));
    }
    if (last >= all.size() || result.hits.empty()) return;
    result.next = order_.position_of(all[last - 1]);
    result.next->reading = reading;
    result.next->words = matches.read;
    if (!request_.sort) result.next->counted = matches.counted;
  }

  const SearchRequest& request_;
  const Budget& budget_;
  std::vector<View> views_;
  ResultOrder order_{request_.sort};
  Xapian::Query filter_ = filter_query(request_, request_.filter);
  TextMatcher matcher_{request_.text, views_, request_.after};
  TextMatches matches_;  // as the words were read last
};

}  // namespace

SearchResult search_database(const Xapian::Database& database, const SearchRequest& request,
                             const Budget& budget) {
  budget.check();  // it may have waited long
  Search search(database, request, budget);
  if (request.after) return search.read_as(request.after->reading);
  auto result = search.read_as(Reading::as_typed);
  const bool found_whole_ones = result.total > 0 && search.finds_whole_ones_only();
  if (found_whole_ones || search.words_match()) return result;
  auto forgiving = search.read_as(Reading::forgiving);
  if (forgiving.total > 0) return forgiving;
  return search.read_as(Reading::forgetful);
}

}  // namespace mrbill::catalog
