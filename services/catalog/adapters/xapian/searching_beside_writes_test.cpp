// Searches while the index is being written and rows lie over it: no search ends the process, fails
// or finds less than it must. Two seconds; `./mrbill test --all` gives it ten minutes of
// AddressSanitizer (MRBILL_SEARCHES_BESIDE_WRITES_SECONDS).
#include <atomic>
#include <cstdlib>
#include <random>
#include <thread>

#include "adapters/xapian/index_reader.hpp"
#include "adapters/xapian/search_database.hpp"
#include "adapters/xapian/searching_fixture.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {
namespace {

std::chrono::seconds told_seconds() {
  const char* told = std::getenv("MRBILL_SEARCHES_BESIDE_WRITES_SECONDS");
  return std::chrono::seconds(told != nullptr ? std::atoi(told) : 2);
}

constexpr const char* words[] = {"a",        "ba",     "b",       "fun",       "funny",
                                 "function", "kernel", "kernels", "kubernetes"};

std::string some_words(std::mt19937& random, int max) {
  std::string text;
  for (auto left = 1 + random() % static_cast<unsigned>(max); left > 0; --left) {
    text += std::string(words[random() % std::size(words)]) + ' ';
  }
  return text;
}

class SearchingBesideWrites : public Searching {
 protected:
  Poc row(std::mt19937& random, int number) const {
    Poc poc;
    poc.id = numbered<PocId>(3, number);
    poc.tenant = acme;
    poc.creator = random() % 2 == 0 ? ana : bia;
    poc.content.name = some_words(random, 2);
    poc.content.description = some_words(random, 6);
    poc.content.is_public = random() % 2 == 0;
    poc.created_at = Timestamp(std::chrono::hours(number));
    if (random() % 8 == 0) poc.deleted_at = poc.created_at;
    return poc;
  }
  // What every search must find is never touched.
  void write(const std::stop_token& stop) {
    std::mt19937 random(1);
    const auto index = IndexFolder(folder).open_current();
    for (int i = 0; !stop.stop_requested(); ++i) {
      while (!index->may_be_written()) std::this_thread::yield();
      for (auto rows_left = 1 + random() % 20; rows_left > 0; --rows_left)
        index->apply(acme, {row(random, 1'000 + static_cast<int>(random() % 400))}, 1'000 + i);
      index->commit();
      ++commits;
    }
  }
  SearchRequest any_request(std::mt19937& random) const {
    auto request = asking("kernel " + some_words(random, 1));
    if (random() % 3 == 0) request.text = some_words(random, 3) + "fnu";
    request.filter.scope = random() % 2 == 0 ? Scope::mine : Scope::tenant;
    request.facets = random() % 2 == 0;
    request.limit = 100;
    for (auto rows_over = random() % 4; rows_over > 0; --rows_over) {
      auto poc = row(random, 1'000 + static_cast<int>(random() % 400));
      poc.creator = ana;
      request.overlay.push_back(std::move(poc));
    }
    return request;
  }
  // All the time, as the indexer does it, but without a pause between two commits.
  void keep(const std::stop_token& stop) {
    asio::io_context its_io;
    IndexFolder its_shelf(folder);
    KeepIndex kept({rows, marks}, its_shelf, chance_of_marks);
    testing::run(its_io, kept.open());
    while (!stop.stop_requested()) {
      auto& poc = rows.add(fmt::format("kernel {}", commits));
      testing::run(its_io, kept.bring_up(acme, poc.change_seq));
      if (kept.commit()) ++commits;
    }
  }
  std::atomic<int> searches = 0;
  std::atomic<int> commits = 0;
  metrics::Counter& overtaken = registry.counter("overtaken", "how often");
};

TEST_F(SearchingBesideWrites, answers_every_search) {
  add("kernel a ba b fun funny function kernels kubernetes");
  for (int i = 0; i < 120; ++i) add(fmt::format("A{}", i)).content.description = "a a ba ba b";
  index();
  const std::jthread writer([this](const std::stop_token& stop) { write(stop); });
  std::mt19937 random(2);
  IndexFolder shelf(folder);
  IndexReader reader(shelf, overtaken);
  const auto end = std::chrono::steady_clock::now() + told_seconds();
  while (std::chrono::steady_clock::now() < end) {
    const auto request = any_request(random);
    const Budget budget(Deadline::in(std::chrono::minutes(1)), {});
    const auto found = reader.with_newest(
        [&](const Xapian::Database& database) { return search_database(database, request, budget); });
    ++searches;
    if (request.text.starts_with("kernel ")) {
      EXPECT_GE(found.total, 1) << request.text;
    }
  }
  EXPECT_GT(searches, 20);
  EXPECT_GT(commits, 20);
  EXPECT_THAT(registry.expose(), ::testing::HasSubstr("\novertaken 0\n"));
}

TEST_F(SearchingBesideWrites, answers_one_that_takes_long_at_its_first_attempt) {
  constexpr auto long_time = std::chrono::milliseconds(300);
  for (int i = 0; i < 400; ++i) add(fmt::format("kernel {}", i));
  index();
  const std::jthread writer([this](const std::stop_token& stop) { keep(stop); });
  IndexFolder shelf(folder);
  IndexReader reader(shelf, overtaken);
  const auto request = asking("kernel");
  for (int search = 0; search < 3 || (commits < 3 && search < 30); ++search) {
    int attempts = 0;
    const auto slow = [&](const Xapian::Database& database) {
      const auto end = std::chrono::steady_clock::now() + long_time;
      const Budget budget(Deadline::in(std::chrono::minutes(1)), {});
      ++attempts;
      SearchResult found;
      while (std::chrono::steady_clock::now() < end) found = search_database(database, request, budget);
      return found;
    };
    EXPECT_GE(reader.with_newest(slow).total, 400);
    EXPECT_EQ(attempts, 1);
  }
  EXPECT_GE(commits, 3) << "it goes on behind each";
}

}  // namespace
}  // namespace mrbill::catalog
