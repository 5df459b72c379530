#include "adapters/xapian/xapian_poc_search.hpp"

#include <ctime>
#include <sys/resource.h>
#include <unistd.h>

#include "adapters/xapian/search_database.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {

namespace {

using namespace std::chrono_literals;

constexpr auto look_again = 10ms;  // while waiting for the indexer
constexpr int low_priority = 10;   // niceness: the lowest would let others wait for a lock that it holds

// Of the calling thread, until now: what others make it wait for is not its cost.
std::chrono::nanoseconds processor_time() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

// The calling thread stands back behind the others. There is no way back for a thread; it stays on its lane.
void stand_back() {
  thread_local const bool stands_back =
      ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), low_priority) == 0;
  static_cast<void>(stands_back);
}

}  // namespace

XapianPocSearch::XapianPocSearch(const SearchOptions& options, metrics::Registry& registry)
    : folder_(options.folder),
      budget_(options.budget),
      seconds_(registry.histogram("search_seconds",
                                  "Time of a search in the index, without the wait for a thread")),
      cut_off_(registry.counter("searches_cut_off_total",
                                "Searches that ran out of time or whose caller had gone")),
      shares_(options.shares, registry),
      searching_(options.shares.threads, options.shares.most),
      patient_(1, options.shares.most) {}

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

XapianPocSearch::Found XapianPocSearch::find_now(const SearchRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  const Budget budget(request.deadline.earlier(Deadline::in(budget_)), request.stop);
  Found found;
  try {
    found = with_reader([&](IndexReader& reader) {
      return reader.with_newest(
          [&](const Xapian::Database& database) { return search_database(database, request, budget); });
    });
  } catch (const BudgetSpent&) {
    cut_off_.add();
    found = fail(SearchRefusal{SearchRefusalCode::search_timeout});
  }
  seconds_.observe(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  return found;
}

Result<std::unique_ptr<SearchPlace>, SearchRefusal> XapianPocSearch::admit(TenantId tenant) {
  return shares_.admit(tenant);
}

Task<std::int64_t> XapianPocSearch::watermark(TenantId tenant) {
  auto read = [this, tenant] { return watermark_now(tenant); };
  co_return co_await looking_.run(std::move(read));
}

Task<bool> XapianPocSearch::wait_for(TenantId tenant, std::int64_t change_seq, Deadline deadline) {
  while (true) {  // g++ 12 loses its place in a loop whose condition awaits
    const auto reached = co_await watermark(tenant);
    if (reached >= change_seq) co_return true;
    if (deadline.passed()) co_return false;
    co_await sleep_for(look_again);
  }
}

Task<Result<SearchResult, SearchRefusal>> XapianPocSearch::find(SearchRequest request) {
  auto turn = co_await shares_.turn(request.caller.tenant);
  auto search = [this, lane = turn.lane(), request = std::move(request)] {
    if (lane == Lane::patient) stand_back();
    const auto begun = processor_time();
    auto found = find_now(request);
    return std::pair(std::move(found), processor_time() - begun);
  };
  auto& threads = turn.lane() == Lane::patient ? patient_ : searching_;
  auto [found, cost] = co_await threads.run(std::move(search));
  turn.charge(cost);
  co_return std::move(found);
}

}  // namespace mrbill::catalog
