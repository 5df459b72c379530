// Long work as rows (table `jobs`, platform/jobs/migrations): the row is the truth, a message only a hint. A
// worker takes a job by lease, keeps it by heartbeat, tells monotone progress, sees a request to cancel, and
// may die at any moment: the lease runs out and another resumes from the checkpoint.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <async/task.hpp>
#include <base/result.hpp>
#include <base/uuid.hpp>
#include <metrics/metrics.hpp>
#include <postgres/database.hpp>

namespace mrbill::jobs {

using JobId = Id<struct JobTag>;

enum class Status : std::uint8_t { pending, processing, completed, failed, cancelled };
[[nodiscard]] std::string_view to_string(Status status);  // "PENDING" ...

struct Job {
  JobId id;
  TenantId tenant;
  UserId owner;
  std::string kind;  // "poc_import"
  Status status = Status::pending;
  int progress = 0;           // 0-100, never falls
  std::string parameters;     // JSON object, written once
  std::string checkpoint;     // JSON object of the worker's own, to resume from
  std::string result;         // JSON object, once completed
  std::string error_code;     // once failed, or ended for a reason: a stable word
  std::string error_message;  // and a sentence for the person
  bool cancel_requested = false;
  int attempts = 0;  // since it last progressed
  Timestamp created_at;
  std::optional<Timestamp> completed_at;
};

// Enqueues within the caller's transaction and wakes the workers when it commits. Of the job's fields those
// of its creation count: id, tenant, owner, kind, parameters, checkpoint ("{}" if empty), created_at. Costs
// no round trip: it travels with the next statement or the commit.
[[nodiscard]] Task<> enqueue(postgres::Transaction& transaction, Job job);
// Within the caller's scope (row-level security): nothing for a foreign or unknown id.
[[nodiscard]] Task<std::optional<Job>> find(postgres::Database& database, postgres::Scope scope, JobId id);
// The newest first.
[[nodiscard]] Task<std::vector<Job>> list(postgres::Database& database, postgres::Scope scope,
                                          std::string kind, int limit);
// A job that waits is cancelled at once; one at work learns of it within a heartbeat, usually at once. True
// also when it was cancelled before; false when it is unknown, or is over otherwise.
[[nodiscard]] Task<bool> request_cancel(postgres::Database& database, postgres::Scope scope, JobId id);
struct Failure {
  std::string code;
  std::string message;
};

// Within the caller's transaction, as the worker's role: everything that this person has waiting or at work
// in this tenant ends as a cancelled job does, with the reason as its error.
[[nodiscard]] Task<> end_all_of(postgres::Transaction& transaction, TenantId tenant, UserId owner,
                                Failure reason);
// Deletes jobs that have been over for so long: a clean-up's turn. Returns how many, at most 10,000 a call.
[[nodiscard]] Task<std::int64_t> forget_finished(postgres::Database& worker_database,
                                                 std::chrono::hours older_than);

// -- at work

// Another worker has taken the job: stop at once, commit nothing.
class LeaseLost : public std::runtime_error {
  using std::runtime_error::runtime_error;
};
// The process is to end: the job goes back, as its last report left it, without an attempt spent. Thrown by
// report() only.
class Interrupted : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Not now: something that the job needs is away, or somebody else is at it. It waits for `after`, without an
// attempt spent.
class Postponed : public std::runtime_error {
 public:
  Postponed(const std::string& reason, std::chrono::milliseconds wait)
      : std::runtime_error(reason), after(wait) {}
  std::chrono::milliseconds after;
};

// What the work may do while it holds the lease. It lets LeaseLost and Interrupted pass.
class Lease {
 public:
  virtual ~Lease() = default;
  [[nodiscard]] virtual const Job& job() const = 0;  // as it was when it was taken
  // Somebody asked to cancel it, or the lease is lost: end soon, with any Failure. Learnt with each
  // heartbeat and report, and from the database's own notice.
  [[nodiscard]] virtual bool cancelled() const = 0;
  // Which attempt this is since the job last progressed: 1 again with each report of more progress or
  // another checkpoint.
  [[nodiscard]] virtual int attempts() const = 0;
  // Progress and checkpoint in one statement, or within the work's own transaction (of the worker's database)
  // so that effect and checkpoint are one. Throws LeaseLost; Interrupted: the first form after it has
  // written, the second before.
  [[nodiscard]] virtual Task<> report(int progress, std::string checkpoint) = 0;
  [[nodiscard]] virtual Task<> report(postgres::Transaction& transaction, int progress,
                                      std::string checkpoint) = 0;
};

// The result's JSON, or why it can never succeed. An exception is the world's failure: tried again until the
// budget is spent without progress; Postponed: for as long as it takes.
// Who was asked to cancel and ends with a Failure or an exception is CANCELLED; who succeeds all the same
// is COMPLETED.
using Work = std::function<Task<Result<std::string, Failure>>(Lease&)>;

struct WorkerOptions {
  std::string kind;
  std::string worker;  // unique per process
  std::chrono::milliseconds lease{4'000};
  std::chrono::milliseconds heartbeat{800};
  std::chrono::milliseconds poll{500};               // the sweeper's turn beside LISTEN/NOTIFY
  int attempts = 5;                                  // without progress
  std::chrono::milliseconds min_retry_pause{2'000};  // the back-off between attempts, doubling
  std::chrono::milliseconds max_retry_pause{300'000};
};

// Does jobs of one kind, one at a time; several Workers of a kind, in one process or many, share the jobs.
//
//   Worker worker(worker_database, {.kind = "poc_import", .worker = host_and_pid},
//                 [&](Lease& lease) { return import(lease); }, registry);
//   spawn(io, "imports", worker.run());
//
// Safety: of the effects that a job's work writes within report(transaction, ...) none is written twice or by
// two workers, because each report names its lease and a lease that was lost writes nothing. Progress never
// falls. Liveness: a job that waits is taken within `poll` once a worker is free, tenant by tenant in turn; a
// job whose worker died is taken within `lease` + `poll`. After `attempts` in a row that brought it no
// further it is FAILED: a job that progresses is finished however often its workers are killed, and one that
// kills them at the same place is not tried for ever.
//
// The work runs on the event loop, as its heartbeat does: what computes for long belongs on a WorkPool.
class Worker {
 public:
  Worker(postgres::Database& worker_database, WorkerOptions options, Work work, metrics::Registry& registry);
  ~Worker();
  [[nodiscard]] Task<> run();  // until stop(); finishes or hands back what it holds. Once for each Worker.
  // The work learns of it with its next report. Wait until run() has returned before the process ends, or the
  // job waits for its lease.
  void stop();

 private:
  struct State;
  std::shared_ptr<State> state_;  // shared with the running run()
};

}  // namespace mrbill::jobs
