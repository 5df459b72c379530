// Everything that the worker owns, in the order in which it is built.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <async/work_loop.hpp>
#include <async/work_pool.hpp>
#include <base/random.hpp>
#include <events/outbox.hpp>
#include <events/redis_bus.hpp>
#include <host/host.hpp>
#include <http/client.hpp>
#include <jobs/jobs.hpp>
#include <objects/folder_store.hpp>
#include <people/follow_people.hpp>
#include <postgres/database.hpp>
#include <redis/client.hpp>

#include "adapters/catalog/http_poc_source.hpp"
#include "adapters/files/bundled_folder.hpp"
#include "adapters/postgres/membership_end.hpp"
#include "adapters/postgres/postgres_leftovers.hpp"
#include "adapters/postgres/postgres_people.hpp"
#include "adapters/postgres/postgres_queue.hpp"
#include "adapters/postgres/postgres_render_job.hpp"
#include "adapters/postgres/postgres_schedules.hpp"
#include "adapters/postgres/request_rows.hpp"
#include "config.hpp"
#include "identity_options.hpp"
#include "render_options.hpp"
#include "usecases/clear_leftovers.hpp"
#include "usecases/draw_previews.hpp"
#include "usecases/make_content.hpp"
#include "usecases/run_schedules.hpp"
#include "worker/content_job.hpp"
#include "worker/queue_gauge.hpp"

namespace mrbill::content {

class WorkerShard {
 public:
  WorkerShard(const WorkerConfig& config, host::Host& host)
      : config_(config),
        clock_(host.clock()),
        member_(host.member()),
        database_(host.io(), {.url = config.database_url, .connections = 12, .name = "content"},
                  host.registry()),
        events_(host.io(), {.url = config.events_url, .timeout = std::chrono::seconds(5), .name = "events"},
                host.registry()),
        relay_(database_, bus_, {}, host.registry()),
        people_source_(events_, {}, host.registry()),
        catalog_(host.io(),
                 {.base_url = config.common.catalog_internal_url,
                  .name = "catalog",
                  .max_response_bytes = std::size_t{32} << 20},
                 host.registry()),
        pocs_(catalog_, identity_),
        links_(config.common.objects_secret, config.common.public_url, clock_),
        files_(config.common.objects_folder, file_threads_, links_, random_),
        renderer_(host.io(), render_options(config.common), file_threads_),
        videos_(Type::video, {.attempts = config.attempts}, host.registry()),
        reports_(Type::report, {.attempts = config.attempts}, host.registry()),
        queue_gauge_(queue_, host.registry()),
        music_(std::filesystem::read_symlink("/proc/self/exe"), file_threads_),
        schedules_(
            host.io(), "schedules", std::chrono::seconds(30), [this] { return run_schedules_(); },
            host.registry()),
        retention_(
            host.io(), "retention", std::chrono::seconds(60), [this] { return clear_leftovers_(); },
            host.registry()),
        measuring_(
            host.io(), "queue", std::chrono::seconds(5), [this] { return queue_gauge_(); }, host.registry()),
        previews_(
            host.io(), "previews", std::chrono::hours(1), [this] { return draw_previews_(); },
            host.registry()) {
    for (int i = 0; i < config.videos_at_once; ++i) add_worker(video_job, videos_, host.registry());
    for (int i = 0; i < config.reports_at_once; ++i) add_worker(report_job, reports_, host.registry());
    previews_.rest_first(std::chrono::seconds(5));  // not while everything starts
  }

  void start(host::Host& host) {
    database_.listen("content_leftovers", [this](std::string_view) { retention_.wake(); });
    host.run("outbox relay", relay_);
    host.run("people", follow_people_);
    host.run("schedules", schedules_);
    host.run("retention", retention_);
    host.run("queue", measuring_);
    host.run("previews", previews_, host::AtStop::cut_off);
    for (auto& worker : workers_) host.run("content jobs", *worker);  // what they hold goes back at once
    host.ready_when("database", [this] { return database_.connected(); });
    host.ready_when("events", [this] { return events_.connected(); });
  }

 private:
  void add_worker(const char* kind, ContentJobs& ends, metrics::Registry& registry) {
    jobs::WorkerOptions options{.kind = kind,
                                .worker = fmt::format("{}-{}", member_, workers_.size()),
                                .lease = config_.lease,
                                .heartbeat = config_.lease / 5,
                                .attempts = config_.attempts,
                                .min_retry_pause = std::chrono::seconds(1)};
    jobs::Work work = [this, &ends](jobs::Lease& lease) { return make(lease, ends); };
    workers_.push_back(
        std::make_unique<jobs::Worker>(database_, std::move(options), std::move(work), registry));
  }

  Task<Result<std::string, jobs::Failure>> make(jobs::Lease& lease, ContentJobs& ends) {
    const bool over = co_await memberships_.is_over(lease.job().tenant, lease.job().owner);
    if (over) co_return fail(membership_ended);  // asked for at the very moment
    PostgresRenderJob job(database_, lease, clock_, random_);
    MakeContent make(job, pocs_, renderer_, files_, people_, clock_, config_.common.public_url,
                     {.time = config_.time_limit});
    co_return co_await ends.carry_out(std::move(make), lease);
  }

  const WorkerConfig& config_;
  const Clock& clock_;
  SystemRandom random_;
  const std::string member_;
  const identity::ServiceIdentity identity_ = service_identity(config_.common, clock_, random_);
  postgres::Database database_;
  redis::Client events_;
  events::RedisBus bus_{events_, {}};
  events::Relay relay_;
  events::RedisSource people_source_;
  people::KnownPeople known_people_{database_, "content", clock_, random_};
  people::Memberships memberships_{database_, &end_with_membership};
  people::FollowPeople follow_people_{
      people_source_,
      known_people_,
      memberships_,
      {.service = "content", .member = member_, .follow = people::Follow::people_and_companies}};
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
  WorkLoop retention_;
  WorkLoop measuring_;
  WorkLoop previews_;
  std::vector<std::unique_ptr<jobs::Worker>> workers_;
};

}  // namespace mrbill::content
