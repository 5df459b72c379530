#include "adapters/xapian/xapian_poc_search.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include "adapters/xapian/search_database.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {

namespace {

using namespace std::chrono_literals;

constexpr auto look_again = 10ms;  // while waiting for the indexer
constexpr int low_priority = 10;   // niceness: the lowest would let others wait for a lock that it holds

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
      usual_go_(options.usual_go),
      seconds_(registry.histogram("search_seconds",
                                  "Time of a search in the index, without the wait for a thread")),
      cut_off_(registry.counter("searches_cut_off_total",
                                "Searches that ran out of time or whose caller had gone")),
      begun_again_(
          registry.counter("searches_begun_again_total",
                           "Searches that took too long for the usual lane and went by the slow one")),
      overtaken_(
          registry.counter("searches_overtaken_total",
                           "Times a search began anew, for its state of the index had been written over")),
      shares_(options.shares, registry),
      searching_(options.shares.threads, options.shares.max),
      slow_(1, options.shares.max) {}

// A reader whose use throws does not come back: who knows what state it is in.
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
  if (!reader) reader = std::make_unique<IndexReader>(folder_, overtaken_);
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

std::optional<XapianPocSearch::Found> XapianPocSearch::find_now(const SearchRequest& request, Lane lane) {
  const auto begin = std::chrono::steady_clock::now();
  const auto begun = processor_time();
  const auto search = [&](const Xapian::Database& database) {
    std::optional<Budget::ProcessorTime> go;
    if (lane == Lane::usual) go = usual_go_ - (processor_time() - begun);
    const Budget budget(request.deadline.earlier(Deadline::in(budget_)), request.stop, go);
    return search_database(database, request, budget);
  };
  auto found = with_reader([&](IndexReader& reader) -> std::optional<Found> {
    try {
      return reader.with_newest(search);
    } catch (const GoSpent&) {
      begun_again_.add();
      return std::nullopt;
    } catch (const BudgetSpent&) {
      cut_off_.add();
      return fail(SearchRefusal{SearchRefusalCode::search_timeout});
    }
  });
  if (found)
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
  auto found = co_await find_on(Lane::usual, request);
  if (!found) found = co_await find_on(Lane::slow, std::move(request));
  co_return std::move(*found);
}

Task<std::optional<XapianPocSearch::Found>> XapianPocSearch::find_on(Lane asked, SearchRequest request) {
  auto turn = co_await shares_.turn(request.caller.tenant, asked);
  auto search = [this, lane = turn.lane(), request = std::move(request)] {
    if (lane == Lane::slow) stand_back();
    const auto begun = processor_time();
    auto found = find_now(request, lane);
    return std::pair(std::move(found), processor_time() - begun);
  };
  auto& threads = turn.lane() == Lane::slow ? slow_ : searching_;
  auto [found, cost] = co_await threads.run(std::move(search));
  turn.charge(cost);
  co_return std::move(found);
}

}  // namespace mrbill::catalog
