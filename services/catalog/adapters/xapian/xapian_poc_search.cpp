#include "adapters/xapian/xapian_poc_search.hpp"

#include "adapters/xapian/facet_counter.hpp"
#include "adapters/xapian/highlighter.hpp"
#include "adapters/xapian/overlay.hpp"
#include "adapters/xapian/query_builder.hpp"
#include "adapters/xapian/schema.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {

namespace {

using namespace std::chrono_literals;

constexpr auto look_again = 10ms;  // while waiting for the indexer

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

SearchResult run(const Xapian::Database& database, const SearchRequest& request, const Xapian::Query& query,
                 const Highlighter& highlighter) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  ByLanguage by_language;
  order(enquire, request.sort, by_language);
  FacetCounter facets;
  if (request.facets) enquire.add_matchspy(&facets);
  const auto all = database.get_doccount() + 1;  // looks at every match: totals and facets are exact
  const auto matches = enquire.get_mset(request.offset, request.limit, all);
  SearchResult result;
  result.total = static_cast<std::int64_t>(matches.get_matches_estimated());
  if (request.facets) result.facets = facets.facets();
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const auto document = match.get_document();
    Hit hit{.id = schema::id_of(document), .score = match.get_weight(), .highlights = {}};
    if (request.highlights) hit.highlights = highlighter.highlights(schema::shown_text(document));
    result.hits.push_back(std::move(hit));
  }
  return result;
}

// One search in several readings: the database with the overlay on it, and the filters.
class Search {
 public:
  Search(const Xapian::Database& on_disk, const SearchRequest& request)
      : request_(request), overlay_(request.overlay), database_(on_disk) {
    overlay_.lay_over(database_);
  }

  [[nodiscard]] SearchResult read_as(Reading reading) const {
    const auto words = words_query(request_, vocabulary_, reading);
    const Xapian::Query filtered(Xapian::Query::OP_FILTER, words.query, filter_query(request_));
    return run(database_, request_, overlay_.without_stale(filtered), Highlighter(words.matched_words));
  }
  // Whether the words alone find something: then it is the filters that leave nothing, and no slip is to be forgiven.
  [[nodiscard]] bool words_match() const {
    const auto words = words_query(request_, vocabulary_, Reading::as_typed);
    const Xapian::Query visible(Xapian::Query::OP_FILTER, words.query, visibility_query(request_));
    Xapian::Enquire enquire(database_);
    enquire.set_query(overlay_.without_stale(visible));
    return !enquire.get_mset(0, 1).empty();
  }

 private:
  const SearchRequest& request_;
  Overlay overlay_;
  Xapian::Database database_;
  Vocabulary vocabulary_{database_, request_.caller.tenant};
};

}  // namespace

SearchResult search_database(const Xapian::Database& database, const SearchRequest& request) {
  const Search search(database, request);
  auto result = search.read_as(Reading::as_typed);
  if (result.total > 0 || search.words_match()) return result;
  result = search.read_as(Reading::forgiving);
  if (result.total > 0) return result;
  return search.read_as(Reading::forgetful);
}

XapianPocSearch::XapianPocSearch(const SearchOptions& options, metrics::Registry& registry)
    : folder_(options.folder),
      seconds_(registry.histogram("search_seconds",
                                  "Time of a search in the index, without the wait for a thread")),
      pool_(options.threads, options.queue) {}

template <class F>
auto XapianPocSearch::with_reader(F use) {
  std::unique_ptr<IndexReader> reader;
  {
    const std::lock_guard lock(mutex_);
    if (!readers_.empty()) {
      reader = std::move(readers_.back());
      readers_.pop_back();
    }
  }
  if (!reader) reader = std::make_unique<IndexReader>(folder_);
  auto result = use(*reader);
  const std::lock_guard lock(mutex_);
  readers_.push_back(std::move(reader));
  return result;
}

std::int64_t XapianPocSearch::watermark_now(TenantId tenant) {
  return with_reader([tenant](IndexReader& reader) {
    return reader.with_newest(
        [tenant](const Xapian::Database& database) { return read_watermark(database, tenant); });
  });
}

SearchResult XapianPocSearch::find_now(const SearchRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  auto result = with_reader([&request](IndexReader& reader) {
    return reader.with_newest(
        [&request](const Xapian::Database& database) { return search_database(database, request); });
  });
  seconds_.observe(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  return result;
}

Task<std::int64_t> XapianPocSearch::watermark(TenantId tenant) {
  auto read = [this, tenant] { return watermark_now(tenant); };
  co_return co_await pool_.run(std::move(read));
}

Task<bool> XapianPocSearch::wait_for(TenantId tenant, std::int64_t change_seq, Deadline deadline) {
  while (true) {  // g++ 12 loses its place in a loop whose condition awaits
    const auto reached = co_await watermark(tenant);
    if (reached >= change_seq) co_return true;
    if (deadline.passed()) co_return false;
    co_await sleep_for(look_again);
  }
}

Task<SearchResult> XapianPocSearch::find(SearchRequest request) {
  auto search = [this, request = std::move(request)] { return find_now(request); };
  co_return co_await pool_.run(std::move(search));
}

}  // namespace mrbill::catalog
