// Everything that the worker owns, in the order in which it is built.
#pragma once

#include <memory>
#include <string>
#include <unistd.h>

#include <fmt/format.h>

#include <async/spawn.hpp>
#include <async/work_pool.hpp>
#include <base/random.hpp>
#include <events/outbox.hpp>
#include <events/redis_bus.hpp>
#include <http/server.hpp>
#include <jobs/jobs.hpp>
#include <objects/folder_store.hpp>
#include <postgres/database.hpp>
#include <redis/client.hpp>

#include "adapters/files/import_file.hpp"
#include "adapters/postgres/import_json.hpp"
#include "adapters/postgres/postgres_import_run.hpp"
#include "adapters/postgres/postgres_import_store.hpp"
#include "adapters/postgres/postgres_leftovers.hpp"
#include "adapters/postgres/postgres_memberships.hpp"
#include "adapters/postgres/postgres_people.hpp"
#include "config.hpp"
#include "worker/clean_up.hpp"
#include "worker/follow_people.hpp"
#include "worker/import_job.hpp"

namespace mrbill::catalog {

class WorkerShard {
 public:
  WorkerShard(const WorkerConfig& config, http::Shard& shard, metrics::Registry& registry, const Clock& clock)
      : clock_(clock),
        database_(shard.io(), {.url = config.database_url, .name = "catalog"}, registry),
        events_(shard.io(), {.url = config.events_url, .timeout = std::chrono::seconds(5), .name = "events"},
                registry),
        relay_(database_, bus_, {}, registry),
        people_source_(events_, {}, registry),
        links_(config.objects_secret, config.public_url, clock),
        files_(config.objects_folder, file_threads_, links_, random_),
        imports_(
            database_, {.kind = import_job_kind, .worker = member_},
            [this](jobs::Lease& lease) { return import(lease); }, registry),
        clean_up_(leftovers_, {}, registry) {}

  void start(http::Shard& shard) {
    spawn(shard.io(), "outbox relay", relay_.run());
    spawn(shard.io(), "imports", imports_.run());
    spawn(shard.io(), "people", follow_people_.run());
    spawn(shard.io(), "clean-up", clean_up_.run());
    shard.ready_when("database", [this] { return database_.connected(); });
    shard.ready_when("events", [this] { return events_.connected(); });
    shard.on_shutdown([this] { return close(); });
  }

 private:
  Task<> close() {
    relay_.stop();
    imports_.stop();
    follow_people_.stop();
    clean_up_.stop();
    co_await imports_.ended();  // what it holds goes back at once, not when its lease runs out
    co_await people_source_.ended();
    co_await relay_.ended();
  }

  // The file goes when the job's row says that it is not needed any more.
  Task<Result<std::string, jobs::Failure>> import(jobs::Lease& lease) {
    const auto parameters = parse_import_parameters(lease.job().parameters);
    const bool over = co_await memberships_.is_over(lease.job().tenant, lease.job().owner);
    if (over) co_return fail(membership_ended);  // asked for at the very moment
    ImportWork work{.run = std::make_unique<PostgresImportRun>(database_, lease, clock_, random_),
                    .rows = nullptr};
    ImportFile file{parameters.object_key, parameters.format, parameters.size, parameters.reading};
    work.rows = co_await open_import_file(files_, std::move(file));
    auto end = co_await do_import(std::move(work), &print_tally, clock_);
    co_await files_.remove(parameters.object_key);
    co_return end;
  }
  static std::string print_tally(const ImportTally& tally) { return to_json(tally); }

  const Clock& clock_;
  SystemRandom random_;
  std::string member_ = fmt::format("catalog-worker-{}", ::getpid());
  postgres::Database database_;
  redis::Client events_;
  events::RedisBus bus_{events_, {}};
  events::Relay relay_;
  events::RedisSource people_source_;
  PostgresPeople people_{database_, clock_, random_};
  PostgresMemberships memberships_{database_};
  FollowPeople follow_people_{people_source_, people_, memberships_, member_};
  WorkPool file_threads_{1, 64};
  objects::LinkSigner links_;
  objects::FolderStore files_;
  jobs::Worker imports_;
  PostgresLeftovers leftovers_{database_};
  CleanUp clean_up_;
};

}  // namespace mrbill::catalog
