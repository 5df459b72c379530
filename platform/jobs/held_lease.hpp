// The lease of the job in hand, and what is known of it by now.
#pragma once

#include <string>

#include <jobs/job_store.hpp>

namespace mrbill::jobs {

class HeldLease final : public Lease {
 public:
  HeldLease(JobStore& store, Claim claim, const bool& stopping)
      : store_(store), job_(std::move(claim.job)), key_{job_.id, claim.lease_number}, stopping_(stopping) {}

  [[nodiscard]] const Job& job() const override { return job_; }
  [[nodiscard]] bool cancelled() const override { return cancel_requested_ || lost_; }
  [[nodiscard]] int attempts() const override { return attempts_; }
  [[nodiscard]] Task<> report(int progress, std::string checkpoint) override;
  [[nodiscard]] Task<> report(postgres::Transaction& transaction, int progress,
                              std::string checkpoint) override;

  [[nodiscard]] LeaseKey key() const { return key_; }
  [[nodiscard]] bool lost() const { return lost_; }
  [[nodiscard]] bool cancel_requested() const { return cancel_requested_; }
  void request_cancel() { cancel_requested_ = true; }
  void learn(std::optional<LeaseState> state);  // of a heartbeat or report

 private:
  void demand_lease() const;
  void demand_time() const;

  JobStore& store_;
  Job job_;
  LeaseKey key_;
  const bool& stopping_;  // the worker's
  bool cancel_requested_ = job_.cancel_requested;
  int attempts_ = job_.attempts;
  bool lost_ = false;
};

}  // namespace mrbill::jobs
