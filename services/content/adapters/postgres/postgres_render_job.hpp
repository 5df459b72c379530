// RenderJob on PostgreSQL: the job's lease and this service's tables, as the worker's role in the scope of
// the person whose request it is.
#pragma once

#include <base/random.hpp>
#include <jobs/jobs.hpp>
#include <postgres/database.hpp>

#include "adapters/postgres/postgres_object_ledger.hpp"
#include "ports/render_job.hpp"

namespace mrbill::content {

class PostgresRenderJob final : public RenderJob {
 public:
  // All must outlive it.
  PostgresRenderJob(postgres::Database& worker_database, jobs::Lease& lease, const Clock& clock,
                    Random& random);
  Caller caller() const override { return caller_; }
  const Checkpoint& checkpoint() const override { return checkpoint_; }
  bool cancelled() const override { return lease_.cancelled(); }
  Task<std::optional<Request>> request() override;
  Task<> report(int progress) override;
  Task<> report_segment(int progress, std::string name) override;
  Task<std::unique_ptr<Hold>> hold(Sha256 order) override;
  Task<std::optional<Render>> find_render(Sha256 order) override;
  Task<std::optional<Track>> find_track(TrackId id) override;
  Task<> note_object(NotedObject object) override;
  Task<bool> finish(Render render, Sha256 order, std::vector<UsedPoc> pocs, std::string link) override;
  Task<bool> adopt(Render render, std::string link) override;
  Task<> forget_temp() override;

 private:
  // Locks the request's row; nothing when it was deleted.
  [[nodiscard]] Task<std::optional<Request>> lock_request(postgres::Transaction& transaction);
  [[nodiscard]] Task<> conclude(postgres::Transaction& transaction, Request request, Render render,
                                std::string link);
  void keep_render(postgres::Transaction& transaction, const Render& render, const Sha256& order);
  void keep_pocs(postgres::Transaction& transaction, const std::vector<UsedPoc>& pocs);

  postgres::Database& database_;
  PostgresObjectLedger ledger_{database_};
  jobs::Lease& lease_;
  const Clock& clock_;
  Random& random_;
  Caller caller_;
  RequestId id_;
  Checkpoint checkpoint_;
};

}  // namespace mrbill::content
