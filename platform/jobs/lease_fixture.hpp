// A lease without a worker, for tests of what is done under one.
#pragma once

#include <string>
#include <utility>

#include <jobs/jobs.hpp>

namespace mrbill::jobs {

// It lasts, until a test says that it is lost.
class LeaseInHand final : public Lease {
 public:
  explicit LeaseInHand(Job job) : job_(std::move(job)) {}
  const Job& job() const override { return job_; }
  bool cancelled() const override { return false; }
  int attempts() const override { return 1; }
  Task<> report(int progress, std::string checkpoint) override {
    job_.progress = progress;
    job_.checkpoint = std::move(checkpoint);
    co_return;
  }
  Task<> report(postgres::Transaction& /*transaction*/, int progress, std::string checkpoint) override {
    if (lost) throw LeaseLost("another worker has it");
    return report(progress, std::move(checkpoint));
  }
  bool lost = false;

 private:
  Job job_;
};

}  // namespace mrbill::jobs
