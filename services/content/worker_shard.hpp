// Everything that the worker owns, in the order in which it is built.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

#include <async/deadline.hpp>
#include <async/spawn.hpp>
#include <async/work_loop.hpp>
#include <async/work_pool.hpp>
#include <base/random.hpp>
#include <events/outbox.hpp>
#include <events/redis_bus.hpp>
#include <http/client.hpp>
#include <http/server.hpp>
#include <identity/tokens.hpp>
#include <jobs/jobs.hpp>
#include <objects/folder_store.hpp>
#include <postgres/database.hpp>
#include <redis/client.hpp>

#include "adapters/catalog/http_poc_source.hpp"
#include "adapters/files/bundled_folder.hpp"
#include "adapters/postgres/postgres_leftovers.hpp"
#include "adapters/postgres/postgres_making.hpp"
#include "adapters/postgres/postgres_memberships.hpp"
#include "adapters/postgres/postgres_people.hpp"
#include "adapters/postgres/postgres_queue.hpp"
#include "adapters/postgres/postgres_schedules.hpp"
#include "adapters/postgres/request_rows.hpp"
#include "config.hpp"
#include "render_options.hpp"
#include "usecases/clear_leftovers.hpp"
#include "usecases/draw_previews.hpp"
#include "usecases/make_content.hpp"
#include "usecases/run_schedules.hpp"
#include "worker/content_job.hpp"
#include "worker/follow_people.hpp"
#include "worker/queue_gauge.hpp"

namespace mrbill::content {

class WorkerShard {
 public:
  WorkerShard(const WorkerConfig& config, http::Shard& shard, metrics::Registry& registry, const Clock& clock,
              const identity::ServiceIdentity& identity)
      : config_(config),
        clock_(clock),
        database_(shard.io(), {.url = config.database_url, .connections = 12, .name = "content"}, registry),
        events_(shard.io(), {.url = config.events_url, .timeout = std::chrono::seconds(5), .name = "events"},
                registry),
        relay_(database_, bus_, {}, registry),
        people_source_(events_, {}, registry),
        catalog_(shard.io(),
                 {.base_url = config.common.catalog_internal_url,
                  .name = "catalog",
                  .max_response_bytes = std::size_t{32} << 20},
                 registry),
        pocs_(catalog_, identity),
        links_(config.common.objects_secret, config.common.public_url, clock),
        files_(config.common.objects_folder, file_threads_, links_, random_),
        renderer_(shard.io(), render_options(config.common), file_threads_),
        videos_(Type::video, {.attempts = config.attempts}, registry),
        reports_(Type::report, {.attempts = config.attempts}, registry),
        queue_gauge_(queue_, registry),
        music_(std::filesystem::read_symlink("/proc/self/exe"), file_threads_),
        schedules_(
            shard.io(), "schedules", std::chrono::seconds(30), [this] { return run_schedules_(); }, registry),
        clearing_(
            shard.io(), "leftovers", std::chrono::seconds(60), [this] { return clear_leftovers_(); },
            registry),
        measuring_(
            shard.io(), "queue", std::chrono::seconds(5), [this] { return queue_gauge_(); }, registry),
        previews_(
            shard.io(), "previews", std::chrono::hours(1), [this] { return draw_previews_(); }, registry) {
    for (int i = 0; i < config.videos_at_once; ++i) hire(video_job, videos_, registry);
    for (int i = 0; i < config.reports_at_once; ++i) hire(report_job, reports_, registry);
  }

  void start(http::Shard& shard) {
    database_.listen("content_leftovers", [this](std::string_view) { clearing_.wake(); });
    spawn(shard.io(), "outbox relay", relay_.run());
    spawn(shard.io(), "people", follow_people_.run());
    spawn(shard.io(), "schedules", schedules_.run());
    spawn(shard.io(), "leftovers", clearing_.run());
    spawn(shard.io(), "queue", measuring_.run());
    spawn(shard.io(), "previews", draw_previews_later());
    for (auto& worker : workers_) spawn(shard.io(), "content jobs", worker->run());
    shard.ready_when("database", [this] { return database_.connected(); });
    shard.ready_when("events", [this] { return events_.connected(); });
    shard.on_shutdown([this] { return close(); });
  }

 private:
  void hire(const char* kind, ContentJobs& ends, metrics::Registry& registry) {
    jobs::WorkerOptions options{.kind = kind,
                                .worker = fmt::format("{}-{}", member_, workers_.size()),
                                .lease = config_.lease,
                                .heartbeat = config_.lease / 5,
                                .attempts = config_.attempts,
                                .retry_least = std::chrono::seconds(1)};
    jobs::Work work = [this, &ends](jobs::Lease& lease) { return make(lease, ends); };
    workers_.push_back(
        std::make_unique<jobs::Worker>(database_, std::move(options), std::move(work), registry));
  }

  Task<Result<std::string, jobs::Failure>> make(jobs::Lease& lease, ContentJobs& ends) {
    const bool over = co_await memberships_.is_over(lease.job().tenant, lease.job().owner);
    if (over) co_return fail(membership_ended);  // asked for at the very moment
    PostgresMaking making(database_, lease, clock_, random_);
    MakeContent make(making, pocs_, renderer_, files_, people_, clock_, {.time = config_.time_limit});
    co_return co_await ends.carry_out(std::move(make), lease);
  }

  // Not while everything starts.
  Task<> draw_previews_later() {
    co_await sleep_for(std::chrono::seconds(5));
    co_await previews_.run();
  }

  Task<> close() {
    relay_.stop();
    follow_people_.stop();
    schedules_.stop();
    clearing_.stop();
    measuring_.stop();
    previews_.stop();
    for (auto& worker : workers_) worker->stop();
    for (auto& worker : workers_) co_await worker->ended();  // what they hold goes back at once
    co_await people_source_.ended();
    co_await relay_.ended();
  }

  const WorkerConfig& config_;
  const Clock& clock_;
  SystemRandom random_;
  std::string member_ = fmt::format("content-worker-{}", ::getpid());
  postgres::Database database_;
  redis::Client events_;
  events::RedisBus bus_{events_, {}};
  events::Relay relay_;
  events::RedisSource people_source_;
  PostgresPeopleMemory people_memory_{database_, clock_, random_};
  PostgresMemberships memberships_{database_};
  FollowPeople follow_people_{people_source_, people_memory_, memberships_, member_};
  PostgresPeople people_{database_, config_.common.preferences};
  http::Client catalog_;
  HttpPocSource pocs_;
  WorkPool file_threads_{1, 64};
  objects::LinkSigner links_;
  objects::FolderStore files_;
  ChildRenderer renderer_;
  ContentJobs videos_;
  ContentJobs reports_;
  PostgresScheduleSweep sweep_{database_, config_.common.preferences};
  RunSchedules run_schedules_{sweep_, clock_, random_};
  PostgresLeftovers leftovers_{database_};
  ClearLeftovers clear_leftovers_{leftovers_, files_};
  PostgresQueue queue_{database_};
  QueueGauge queue_gauge_;
  BundledFolder music_;
  DrawPreviews draw_previews_{renderer_, music_, files_};
  WorkLoop schedules_;
  WorkLoop clearing_;
  WorkLoop measuring_;
  WorkLoop previews_;
  std::vector<std::unique_ptr<jobs::Worker>> workers_;
};

}  // namespace mrbill::content
