// What a worker does to the table: each write names the lease it belongs to, and tells whether that
// still held.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <jobs/jobs.hpp>

namespace mrbill::jobs {

struct Claim {
  Job job;
  std::int64_t lease_number;
};

struct LeaseKey {
  JobId id;
  std::int64_t lease_number;
};

// How a lease ended: what becomes of the job.
struct Ending {
  Status status = Status::completed;
  std::string result;  // completed
  Failure failure;     // failed
};

// What a heartbeat or report learns of the job.
struct LeaseState {
  bool cancel_requested;
  int attempts;
};

class JobStore {
 public:
  JobStore(postgres::Database& database, const WorkerOptions& options);

  // The next job in turn: of the tenants that wait, the one with the fewest at work, then the one served
  // longest ago.
  [[nodiscard]] Task<std::optional<Claim>> claim();
  // Prolongs the lease. Nothing when it is lost.
  [[nodiscard]] Task<std::optional<LeaseState>> heartbeat(LeaseKey key);
  [[nodiscard]] Task<std::optional<LeaseState>> report(LeaseKey key, int progress, std::string checkpoint);
  [[nodiscard]] Task<std::optional<LeaseState>> report(postgres::Transaction& transaction, LeaseKey key,
                                                       int progress, std::string checkpoint);
  [[nodiscard]] Task<bool> finish(LeaseKey key, Ending ending);
  [[nodiscard]] Task<bool> try_again(LeaseKey key, std::chrono::milliseconds after);
  [[nodiscard]] Task<bool> hand_back(LeaseKey key, std::chrono::milliseconds after = {});
  struct Counts {
    std::int64_t pending;
    std::int64_t processing;
  };
  [[nodiscard]] Task<Counts> count();

 private:
  postgres::Database& database_;
  std::string kind_;
  std::string worker_;
  std::int64_t lease_ms_;
};

}  // namespace mrbill::jobs
