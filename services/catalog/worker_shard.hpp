// Everything that the worker owns, in the order in which it is built.
#pragma once

#include <memory>
#include <string>

#include <async/work_loop.hpp>
#include <async/work_pool.hpp>
#include <base/random.hpp>
#include <events/outbox.hpp>
#include <events/redis_bus.hpp>
#include <host/host.hpp>
#include <jobs/jobs.hpp>
#include <objects/folder_store.hpp>
#include <people/follow_people.hpp>
#include <postgres/database.hpp>
#include <redis/client.hpp>

#include "adapters/files/import_file.hpp"
#include "adapters/postgres/import_json.hpp"
#include "adapters/postgres/membership_end.hpp"
#include "adapters/postgres/postgres_import_run.hpp"
#include "adapters/postgres/postgres_import_store.hpp"
#include "adapters/postgres/postgres_retention.hpp"
#include "config.hpp"
#include "worker/import_job.hpp"

namespace mrbill::catalog {

class WorkerShard {
 public:
  WorkerShard(const WorkerConfig& config, host::Host& host)
      : clock_(host.clock()),
        member_(host.member()),
        database_(host.io(), {.url = config.database_url, .name = "catalog"}, host.registry()),
        events_(host.io(), {.url = config.events_url, .timeout = std::chrono::seconds(5), .name = "events"},
                host.registry()),
        relay_(database_, bus_, {}, host.registry()),
        people_source_(events_, {}, host.registry()),
        links_(config.objects_secret, config.public_url, clock_),
        files_(config.objects_folder, file_threads_, links_, random_),
        imports_(
            database_, {.kind = import_job_kind, .worker = member_},
            [this](jobs::Lease& lease) { return import(lease); }, host.registry()),
        retention_(
            host.io(), "retention", std::chrono::minutes(10), [this] { return expired_.remove_some(); },
            host.registry()) {}

  void start(host::Host& host) {
    host.run("outbox relay", relay_);
    host.run("imports", imports_);  // what it holds goes back at once, not when its lease runs out
    host.run("people", follow_people_);
    host.run("retention", retention_);
    host.ready_when("database", [this] { return database_.connected(); });
    host.ready_when("events", [this] { return events_.connected(); });
  }

 private:
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
  const std::string member_;
  postgres::Database database_;
  redis::Client events_;
  events::RedisBus bus_{events_, {}};
  events::Relay relay_;
  events::RedisSource people_source_;
  people::KnownPeople people_{database_, "catalog", clock_, random_};
  people::Memberships memberships_{database_, &end_with_membership};
  people::FollowPeople follow_people_{
      people_source_, people_, memberships_, {.service = "catalog", .member = member_}};
  WorkPool file_threads_{1, 64};
  objects::LinkSigner links_;
  objects::FolderStore files_;
  jobs::Worker imports_;
  PostgresRetention expired_{database_};
  WorkLoop retention_;
};

}  // namespace mrbill::catalog
