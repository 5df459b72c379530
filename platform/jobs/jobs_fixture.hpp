// A database with the table jobs, and workers on it that a test may stop or kill.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <async/deadline.hpp>
#include <jobs/jobs.hpp>
#include <testing/fault_proxy.hpp>
#include <testing/fresh_database.hpp>
#include <testing/run.hpp>
#include <testing/wait_until.hpp>

namespace mrbill::jobs {

using namespace std::chrono_literals;
using mrbill::testing::run;
using postgres::Database;
using postgres::Scope;
using postgres::Statement;

inline const TenantId tenant_a = *TenantId::parse("0190163d-8694-739b-aea5-966c26f8ad91");
inline const TenantId tenant_b = *TenantId::parse("0190163d-8694-739b-aea5-966c26f8ad92");
inline const UserId user_a = *UserId::parse("0190163d-8694-739b-aea5-966c26f8ad93");
inline const UserId user_b = *UserId::parse("0190163d-8694-739b-aea5-966c26f8ad94");

// A worker at work, and the two ways in which it ends.
class RunningWorker {
 public:
  RunningWorker(asio::io_context& io, Database& database, WorkerOptions options, Work work,
                metrics::Registry& registry)
      : worker_(database, std::move(options), std::move(work), registry) {
    asio::co_spawn(io, worker_.run(), asio::bind_cancellation_slot(death_.slot(), [this](std::exception_ptr) {
                     ended_ = true;
                   }));
  }
  void stop() { worker_.stop(); }
  void die() { death_.emit(asio::cancellation_type::terminal); }  // wherever it is
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  asio::cancellation_signal death_;
  Worker worker_;
  bool ended_ = false;
};

class JobsFixture : public ::testing::Test {
 protected:
  mrbill::testing::FreshDatabase fresh{{{"jobs", "platform/jobs/migrations"}}};
  asio::io_context io;
  metrics::Registry registry;
  mrbill::testing::FaultProxy proxy{io, mrbill::testing::host_of(fresh.worker_url().reveal()),
                                    mrbill::testing::port_of(fresh.worker_url().reveal())};
  Database app{io, {.url = fresh.app_url(), .name = "app"}, registry};
  Database worker_database{
      io, {.url = Secret(through(proxy, fresh.worker_url().reveal())), .name = "worker"}, registry};

  // The works may use what the test's own class holds, so they end before it does.
  void TearDown() override {
    for (auto& worker : workers_) worker->stop();
    EXPECT_TRUE(until(
        [this] { return std::ranges::all_of(workers_, [](auto& worker) { return worker->ended(); }); }));
    app.close();
    worker_database.close();
  }

  bool until(std::function<bool()> condition) { return mrbill::testing::wait_until(io, condition, 50s); }

  struct NewJob {
    TenantId tenant = tenant_a;
    Scope scope = Scope::of(tenant_a, user_a);
    std::string parameters = "{}";
    bool commit = true;
  };
  JobId enqueue_one() { return enqueue_one(NewJob{}); }
  JobId enqueue_one(NewJob wanted) {
    JobId id;
    id.uuid.bytes[15] = static_cast<std::uint8_t>(++count_);
    run(io, write(app, id, std::move(wanted)));
    return id;
  }
  JobId enqueue_for(TenantId tenant) {
    return enqueue_one(
        {.tenant = tenant, .scope = Scope::of(tenant, user_a), .parameters = "{}", .commit = true});
  }
  std::optional<Job> look(JobId id) {
    auto job = run(io, find(app, Scope::of(tenant_a, user_a), id));
    return job ? job : run(io, find(app, Scope::of(tenant_b, user_a), id));
  }
  bool becomes(JobId id, Status status) {
    return until([&] { return look(id)->status == status; });
  }
  bool cancel(JobId id) { return run(io, request_cancel(app, Scope::of(tenant_a, user_a), id)); }

  static WorkerOptions options(std::string name = "a") {
    return {.kind = "test",
            .worker = std::move(name),
            .lease = 400ms,
            .heartbeat = 50ms,
            .poll = 20ms,
            .attempts = 3,
            .min_retry_pause = 5ms,
            .max_retry_pause = 20ms};
  }
  RunningWorker& start_worker(WorkerOptions chosen, Work work) {
    workers_.push_back(
        std::make_unique<RunningWorker>(io, worker_database, std::move(chosen), std::move(work), registry));
    return *workers_.back();
  }
  RunningWorker& start_worker(Work work) { return start_worker(options(), std::move(work)); }

 private:
  static Task<> write(Database& database, JobId id, NewJob wanted) {
    auto transaction = co_await database.begin(wanted.scope);
    Job job;
    job.id = id;
    job.tenant = wanted.tenant;
    job.owner = user_a;
    job.kind = "test";
    job.parameters = wanted.parameters;
    job.created_at = Timestamp{1'800'000'000s};
    co_await enqueue(transaction, std::move(job));
    co_await transaction.query(Statement{"one", "SELECT 1"});
    if (wanted.commit) co_await transaction.commit();
  }

  int count_ = 0;
  std::vector<std::unique_ptr<RunningWorker>> workers_;
};

}  // namespace mrbill::jobs
