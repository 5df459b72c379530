// mrbill-bench-search --pocs 1000000 --tenants 10000 --queries 2000 --folder DIR --postgres URL
//
// Xapian as the catalogue uses it against PostgreSQL's full-text search: the same rows, the same questions,
// the same run. Prints one JSON object; `./mrbill bench search` makes it a table.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "adapters/xapian/schema.hpp"
#include "adapters/xapian/search_database.hpp"
#include "adapters/xapian/tokeniser.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"
#include "collection.hpp"
#include "full_text.hpp"

namespace mrbill::catalog::bench {
namespace {

using steady = std::chrono::steady_clock;

double seconds_since(steady::time_point begin) {
  return std::chrono::duration<double>(steady::now() - begin).count();
}

struct Timings {
  std::vector<double> milliseconds;
  std::int64_t found = 0;

  template <class F>
  void time(F search) {
    const auto begin = steady::now();
    found += search();
    milliseconds.push_back(seconds_since(begin) * 1000);
  }
  [[nodiscard]] std::string to_json() {
    std::ranges::sort(milliseconds);
    const auto at = [this](double share) {
      return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    };
    double sum = 0;
    for (const auto one : milliseconds) sum += one;
    return fmt::format(R"({{"p50_ms":{:.3f},"p99_ms":{:.3f},"mean_ms":{:.3f},"found":{}}})", at(0.5),
                       at(0.99), sum / static_cast<double>(milliseconds.size()), found);
  }
};

double fill_index(const Collection& collection, const std::string& folder) {
  const auto begin = steady::now();
  XapianPocIndex index(folder, XapianPocIndex::Open::empty);
  for (int tenant = 0; tenant < collection.tenants(); ++tenant) {
    const auto pocs = collection.pocs_of(tenant);
    index.apply(collection.caller(tenant).tenant, pocs, pocs.back().change_seq);
  }
  index.commit();
  return seconds_since(begin);
}

std::int64_t search_everywhere(const Xapian::Database& database, const std::string& text) {
  std::vector<Xapian::Query> words;
  for (const auto& token : tokenise(text)) words.emplace_back(schema::gallery_word_term(token.word));
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, words.begin(), words.end()));
  enquire.set_sort_by_relevance_then_value(schema::Slot::created_at, true);
  return static_cast<std::int64_t>(enquire.get_mset(0, 20).size());
}

SearchRequest request_of(const Caller& caller, const std::string& text) {
  SearchRequest request;
  request.caller = caller;
  request.text = text;
  request.filter.languages = {"Java"};
  request.facets = true;
  return request;
}

Budget budget() {
  return {Deadline::in(std::chrono::seconds(10)), {}};
}

// Every fourth person is still typing.
std::string unfinished(const std::string& words, int number) {
  return number % 4 == 0 && words.size() > 6 ? words.substr(0, words.size() - 1) : words;
}

std::string compare(const Collection& collection, const Xapian::Database& database, FullText& peer,
                    int queries) {
  std::mt19937 random(1);
  Timings ours;
  Timings theirs;
  Timings ours_everywhere;
  Timings theirs_everywhere;
  for (int i = 0; i < queries; ++i) {
    const int tenant = static_cast<int>(random() % static_cast<unsigned>(collection.tenants()));
    const auto caller = collection.caller(tenant);
    const auto words = collection.question(tenant, random);
    const auto text = unfinished(words, i);
    const auto request = request_of(caller, text);
    ours.time([&] { return search_database(database, request, budget()).total; });
    theirs.time([&] { return peer.within_tenant(caller, text, "Java"); });
    if (i % 10 != 0) continue;  // searching everywhere takes long
    ours_everywhere.time([&] { return search_everywhere(database, words); });
    theirs_everywhere.time([&] { return peer.everywhere(words); });
  }
  return fmt::format(R"("tenant":{{"xapian":{},"postgres":{}}},"everywhere":{{"xapian":{},"postgres":{}}})",
                     ours.to_json(), theirs.to_json(), ours_everywhere.to_json(),
                     theirs_everywhere.to_json());
}

std::uintmax_t bytes_under(const std::string& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (file.is_regular_file()) bytes += file.file_size();
  }
  return bytes;
}

int run(std::map<std::string, std::string> options) {
  const Collection collection(std::stoi(options["--pocs"]), std::stoi(options["--tenants"]), 7);
  const auto folder = options["--folder"] + "/index";
  const auto filling = fill_index(collection, folder);
  FullText peer(options["--postgres"]);
  const auto begin = steady::now();
  peer.load(collection);
  const auto loading = seconds_since(begin);
  const Xapian::Database database(folder);
  const auto figures = compare(collection, database, peer, std::stoi(options["--queries"]));
  fmt::print(
      R"({{"pocs":{},"tenants":{},"index_seconds":{:.1f},"index_megabytes":{},"postgres_load_seconds":{:.1f},{}}})"
      "\n",
      collection.tenants() * collection.pocs_per_tenant(), collection.tenants(), filling,
      bytes_under(folder) / 1'000'000, loading, figures);
  return 0;
}

}  // namespace
}  // namespace mrbill::catalog::bench

int main(int count, char** arguments) {
  std::map<std::string, std::string> options{{"--pocs", "1000000"},
                                             {"--tenants", "10000"},
                                             {"--queries", "2000"},
                                             {"--folder", ""},
                                             {"--postgres", ""}};
  for (int i = 1; i + 1 < count; i += 2) options[arguments[i]] = arguments[i + 1];
  return mrbill::catalog::bench::run(std::move(options));
}
