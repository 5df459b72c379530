// Everything that one thread of the API owns, in the order in which it is built.
#pragma once

#include <memory>
#include <vector>

#include <async/work_pool.hpp>
#include <base/random.hpp>
#include <host/host.hpp>
#include <http/admission.hpp>
#include <http/client.hpp>
#include <http/rate_limit.hpp>
#include <http/stream_places.hpp>
#include <http/turns.hpp>
#include <identity/guard.hpp>
#include <identity/tokens.hpp>
#include <objects/folder_store.hpp>
#include <objects/object_routes.hpp>
#include <postgres/database.hpp>
#include <postgres/notices.hpp>

#include "adapters/catalog/http_poc_source.hpp"
#include "adapters/postgres/postgres_company_shares.hpp"
#include "adapters/postgres/postgres_object_ledger.hpp"
#include "adapters/postgres/postgres_people.hpp"
#include "adapters/postgres/postgres_request_store.hpp"
#include "adapters/postgres/postgres_schedules.hpp"
#include "adapters/postgres/postgres_sharing.hpp"
#include "adapters/postgres/postgres_tracks.hpp"
#include "api/content_api.hpp"
#include "config.hpp"
#include "render_options.hpp"

namespace mrbill::content {

namespace operation = contract::content::operation;

// What all threads share.
struct ApiProcess {
  const ApiConfig& config;
  identity::Guard& guard;
  const identity::ServiceIdentity& identity;
  WorkPool& file_threads;
  std::shared_ptr<http::StreamPlaces> streams;
};

class ApiShard {
 public:
  ApiShard(const ApiProcess& process, host::Host& host)
      : process_(process),
        clock_(host.clock()),
        database_(host.io(),
                  {.url = process.config.database_url,
                   .waiting = 1'024,
                   .statement_timeout = std::chrono::seconds(4),
                   .name = "content"},
                  host.registry()),
        catalog_(host.io(),
                 {.base_url = process.config.common.catalog_internal_url,
                  .name = "catalog",
                  .max_response_bytes = std::size_t{32} << 20},
                 host.registry()),
        links_(process.config.common.objects_secret, process.config.common.public_url, clock_),
        files_(process.config.common.objects_folder, process.file_threads, links_, random_),
        renderer_(host.io(), render_options(process.config.common), process.file_threads),
        api_({store_, people_, sharing_, company_shares_, tracks_, schedules_, ledger_, notices_, pocs_,
              renderer_, files_},
             {process.config.cursor_secret, process.config.common.public_url,
              [&shard = host.shard()] { return shard.retiring(); },
              [this](const http::Principal& person) { return process_.guard.still_admits(person); }},
             clock_, random_) {}

  void start(host::Host& host) {
    auto& shard = host.shard();
    process_.guard.protect(shard);
    shard.gate_with(http::rate_limit_gate(rate_limits()));
    shard.admit_with({{.name = "drawing",
                       .at_once = 4,
                       .operations = {operation::create_storyboard, operation::upload_track}},
                      {.name = "interactive"}});
    auto routes = http::with_bounded_streams(contract::content::routes(api_), process_.streams);
    shard.mount(
        http::with_turns(std::move(routes), writes, std::make_shared<http::Turns>(http::TurnBounds{})));
    shard.mount(objects::routes(files_, links_));
    host.ready_when("database", [this] { return database_.connected(); });
    host.at_end([this] { database_.close(); });
  }

 private:
  // What waits for the company's quotas, or for a film that it has already.
  static inline const std::vector<std::string_view> writes{
      operation::create_video,  operation::retry_video,   operation::delete_video,
      operation::create_report, operation::retry_report,  operation::delete_report,
      operation::share_video,   operation::unshare_video, operation::replace_schedules};

  // What costs a machine's seconds is asked for less often than what costs its milliseconds.
  std::shared_ptr<http::RateLimits> rate_limits() const {
    const double all = static_cast<double>(process_.config.requests_a_minute);
    const std::vector classes{
        http::RateLimitClass{
            .name = "storyboard", .requests = all / 50, .operations = {operation::create_storyboard}},
        http::RateLimitClass{.name = "default", .requests = all}};
    return std::make_shared<http::RateLimits>(classes, 1.0 / process_.config.host.threads);
  }

  const ApiProcess process_;
  const Clock& clock_;
  SystemRandom random_;
  postgres::Database database_;
  http::Client catalog_;
  objects::LinkSigner links_;
  objects::FolderStore files_;
  PostgresRequestStore store_{database_, process_.config.company};
  PostgresPeople people_{database_, process_.config.common.preferences};
  PostgresSharing sharing_{database_};
  PostgresCompanyShares company_shares_{database_};
  PostgresTracks tracks_{database_, process_.config.company};
  PostgresScheduleStore schedules_{database_};
  PostgresObjectLedger ledger_{database_};
  postgres::PostgresNotices notices_{database_, {"content", "content_people"}};  // requests, people
  HttpPocSource pocs_{catalog_, process_.identity};
  ChildRenderer renderer_;
  ContentApi api_;
};

}  // namespace mrbill::content
