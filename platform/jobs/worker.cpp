#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/caught.hpp>
#include <async/deadline.hpp>
#include <jobs/held_lease.hpp>
#include <jobs/job_store.hpp>
#include <jobs/jobs.hpp>
#include <jobs/worker_metrics.hpp>
#include <log/log.hpp>

namespace mrbill::jobs {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr auto measure_period = 5s;
constexpr auto max_pause = milliseconds(2'000);
constexpr auto min_pause = milliseconds(50);

// What came of the work. Without a verdict it was thrown out by `problem`.
struct Outcome {
  std::optional<Result<std::string, Failure>> verdict;
  std::exception_ptr problem;
};

template <class Exception>
bool is_a(const std::exception_ptr& problem) {
  if (!problem) return false;
  try {
    std::rethrow_exception(problem);
  } catch (const Exception&) {
    return true;
  } catch (...) {
    return false;
  }
}

// For how long the work asks to wait, where that is why it was thrown out.
std::optional<milliseconds> wait_of(const std::exception_ptr& problem) {
  if (!problem) return std::nullopt;
  try {
    std::rethrow_exception(problem);
  } catch (const Postponed& postponed) {
    return postponed.after;
  } catch (...) {
    return std::nullopt;
  }
}

log::Scope scope_of(const Job& job) {
  return {.trace_id = {}, .span_id = {}, .tenant_id = job.tenant.to_string()};
}

}  // namespace

// Owners: the Worker and its running run(); the listeners hold it weakly.
struct Worker::State : std::enable_shared_from_this<Worker::State> {
  State(postgres::Database& where, WorkerOptions chosen, Work what, metrics::Registry& registry)
      : database(where),
        options(std::move(chosen)),
        work(std::move(what)),
        store(where, options),
        metrics(registry, options.kind) {}

  void listen();
  void hear(std::string_view text);
  void look_after_lease();
  Task<> keep_working();
  Task<> turn();
  Task<> perform(Claim claim);
  Task<> carry_out(HeldLease& lease, Outcome& outcome);
  Task<> keep_alive(HeldLease& lease);
  Task<> settle(HeldLease& lease, Outcome outcome);
  Task<bool> settle_once(HeldLease& lease, const Outcome& outcome);
  Task<bool> finish(HeldLease& lease, Ending ending);
  Task<bool> try_again_or_fail(HeldLease& lease, const std::exception_ptr& problem);
  Task<> measure();
  Task<> wait(milliseconds span);
  void wake();

  postgres::Database& database;
  WorkerOptions options;
  Work work;
  JobStore store;
  WorkerMetrics metrics;
  HeldLease* in_hand = nullptr;
  std::optional<asio::steady_timer> alarm;
  std::optional<asio::steady_timer> pulse;
  steady_clock::time_point measured_at;
  milliseconds pause = min_pause;
  bool notified = false;
  bool missed_notifications = false;  // the listener was away while a job was in hand
  bool stopping = false;
};

Worker::Worker(postgres::Database& worker_database, WorkerOptions options, Work work,
               metrics::Registry& registry)
    : state_(std::make_shared<State>(worker_database, std::move(options), std::move(work), registry)) {}

Worker::~Worker() {
  stop();
}

void Worker::stop() {
  state_->stopping = true;
  state_->wake();
}

Task<> Worker::run() {
  const auto state = state_;
  state->alarm.emplace(co_await asio::this_coro::executor);
  state->pulse.emplace(co_await asio::this_coro::executor);
  state->listen();
  co_await state->keep_working();
}

// The channel tells the kind of a new job, "cancelled ID", or nothing after a reconnect.
void Worker::State::listen() {
  database.listen("jobs", [weak = weak_from_this()](std::string_view text) {
    if (const auto state = weak.lock()) state->hear(text);
  });
}

void Worker::State::hear(std::string_view text) {
  if (text.empty() && in_hand) look_after_lease();
  if (text.empty() || text == options.kind) return wake();
  constexpr std::string_view cancelled = "cancelled ";
  if (!in_hand || !text.starts_with(cancelled)) return;
  if (in_hand->job().id.to_string() == text.substr(cancelled.size())) in_hand->request_cancel();
}

// A request to cancel may have been told while nobody listened.
void Worker::State::look_after_lease() {
  missed_notifications = true;
  if (pulse) pulse->cancel();
}

// -- the loop

Task<> Worker::State::keep_working() {
  while (!stopping) {
    std::exception_ptr problem;
    try {
      co_await turn();
      pause = min_pause;
    } catch (...) {
      problem = std::current_exception();
    }
    if (!problem) continue;
    co_await rethrow_cancellation(problem);
    log::warn("jobs cannot be taken", {{"kind", options.kind}, {"reason", words_of(problem)}});
    notified = false;
    co_await wait(std::exchange(pause, std::min(pause * 2, max_pause)));
  }
}

Task<> Worker::State::turn() {
  notified = false;  // before the look: what commits after it wakes us again
  co_await measure();
  auto claim = co_await store.claim();
  if (!claim) co_return co_await wait(options.poll);
  co_await perform(*std::move(claim));
}

Task<> Worker::State::measure() {
  if (steady_clock::now() - measured_at < measure_period) co_return;
  measured_at = steady_clock::now();
  const auto counts = co_await store.count();
  metrics.pending.set(static_cast<double>(counts.pending));
  metrics.processing.set(static_cast<double>(counts.processing));
}

Task<> Worker::State::wait(milliseconds span) {
  if (notified || stopping) co_return;
  alarm->expires_after(span);
  co_await alarm->async_wait(asio::as_tuple(asio::use_awaitable));
}

void Worker::State::wake() {
  notified = true;
  if (alarm) alarm->cancel();
}

// -- one job

Task<> Worker::State::perform(Claim claim) {
  using namespace asio::experimental::awaitable_operators;
  const auto began = steady_clock::now();
  HeldLease lease(store, std::move(claim), stopping);
  Outcome outcome;
  if (lease.job().attempts > options.attempts) {
    outcome.problem = std::make_exception_ptr(std::runtime_error("its workers ended without an answer"));
  } else if (lease.cancel_requested()) {
    outcome.verdict = fail(Failure{});
  } else {
    in_hand = &lease;
    const auto forget = std::shared_ptr<void>(nullptr, [this](void*) { in_hand = nullptr; });
    co_await (carry_out(lease, outcome) || keep_alive(lease));
  }
  co_await settle(lease, std::move(outcome));
  metrics.seconds.observe(std::chrono::duration<double>(steady_clock::now() - began).count());
}

// Throws nothing: whichever of the two ends first ends the other.
Task<> Worker::State::carry_out(HeldLease& lease, Outcome& outcome) {
  try {
    outcome.verdict = co_await work(lease);
  } catch (...) {
    outcome.problem = std::current_exception();
  }
}

// Never ends by itself, not even when the lease is lost: the work learns of that by cancelled() and by its
// next report.
Task<> Worker::State::keep_alive(HeldLease& lease) {
  for (;;) {
    if (!std::exchange(missed_notifications, false)) {
      pulse->expires_after(options.heartbeat);
      co_await pulse->async_wait(asio::as_tuple(asio::use_awaitable));
    }
    missed_notifications = false;
    if (lease.lost()) continue;
    std::exception_ptr problem;
    try {
      lease.learn(co_await store.heartbeat(lease.key()));
    } catch (...) {
      problem = std::current_exception();
    }
    if (!problem) continue;
    co_await rethrow_cancellation(problem);
    log::warn("a job's heartbeat failed", {{"kind", options.kind}, {"reason", words_of(problem)}});
  }
}

// -- what becomes of it

// Tries until it is written, for as long as the lease could last: after that another does the job again.
Task<> Worker::State::settle(HeldLease& lease, Outcome outcome) {
  const auto deadline = Deadline::in(options.lease);
  auto span = min_pause;
  for (;;) {
    std::exception_ptr problem;
    try {
      if (!co_await settle_once(lease, outcome)) metrics.lost.add();
      co_return;
    } catch (...) {
      problem = std::current_exception();
    }
    co_await rethrow_cancellation(problem);
    if (deadline.passed()) std::rethrow_exception(problem);
    co_await sleep_for(std::exchange(span, std::min(span * 2, max_pause)));
  }
}

// False when the lease was lost.
Task<bool> Worker::State::settle_once(HeldLease& lease, const Outcome& outcome) {
  if (lease.lost() || is_a<LeaseLost>(outcome.problem)) co_return false;
  if (outcome.verdict && *outcome.verdict) {
    Ending ending{.status = Status::completed, .result = **outcome.verdict, .failure = {}};
    co_return co_await finish(lease, std::move(ending));
  }
  if (is_a<Interrupted>(outcome.problem)) {
    metrics.handed_back.add();
    co_return co_await store.hand_back(lease.key());
  }
  if (lease.cancel_requested()) {
    Ending ending{.status = Status::cancelled, .result = {}, .failure = {}};
    co_return co_await finish(lease, std::move(ending));
  }
  if (const auto wait = wait_of(outcome.problem)) {
    metrics.handed_back.add();
    co_return co_await store.hand_back(lease.key(), *wait);
  }
  if (outcome.problem) co_return co_await try_again_or_fail(lease, outcome.problem);
  Ending ending{.status = Status::failed, .result = {}, .failure = outcome.verdict->error()};
  co_return co_await finish(lease, std::move(ending));
}

Task<bool> Worker::State::finish(HeldLease& lease, Ending ending) {
  const auto status = ending.status;
  const auto code = ending.failure.code;
  const bool held = co_await store.finish(lease.key(), std::move(ending));
  if (!held) co_return false;
  metrics.finished(status).add();
  log::info("job over",
            {{"jobId", lease.job().id.to_string()},
             {"kind", options.kind},
             {"status", to_string(status)},
             {"code", code}},
            scope_of(lease.job()));
  co_return true;
}

Task<bool> Worker::State::try_again_or_fail(HeldLease& lease, const std::exception_ptr& problem) {
  const auto attempts = lease.attempts();
  log::warn("a job's attempt failed",
            {{"jobId", lease.job().id.to_string()},
             {"kind", options.kind},
             {"attempt", attempts},
             {"reason", words_of(problem)}},
            scope_of(lease.job()));
  if (attempts >= options.attempts) {
    Ending ending{.status = Status::failed,
                  .result = {},
                  .failure = {"attempts_exhausted",
                              "It was tried several times and could not be finished. Try again later."}};
    co_return co_await finish(lease, std::move(ending));
  }
  metrics.tried_again.add();
  const auto doublings = std::clamp(attempts - 1, 0, 20);
  co_return co_await store.try_again(
      lease.key(), std::min(options.min_retry_pause * (1 << doublings), options.max_retry_pause));
}

}  // namespace mrbill::jobs
