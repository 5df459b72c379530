// Everything that one thread of the API owns, in the order in which it is built.
#pragma once

#include <memory>
#include <vector>

#include <async/work_pool.hpp>
#include <base/random.hpp>
#include <host/host.hpp>
#include <http/admission.hpp>
#include <http/rate_limit.hpp>
#include <http/stream_places.hpp>
#include <http/turns.hpp>
#include <identity/guard.hpp>
#include <objects/folder_store.hpp>
#include <objects/object_routes.hpp>
#include <postgres/database.hpp>
#include <postgres/notices.hpp>

#include "adapters/postgres/postgres_import_history.hpp"
#include "adapters/postgres/postgres_import_store.hpp"
#include "adapters/postgres/postgres_poc_insights.hpp"
#include "adapters/postgres/postgres_poc_store.hpp"
#include "adapters/postgres/postgres_poc_writer.hpp"
#include "adapters/postgres/postgres_preferences.hpp"
#include "adapters/postgres/postgres_saved_searches.hpp"
#include "adapters/xapian/xapian_poc_search.hpp"
#include "api/catalog_api.hpp"
#include "config.hpp"

namespace mrbill::catalog {

namespace operation = contract::catalog::operation;

// What all threads share.
struct ApiProcess {
  const ApiConfig& config;
  identity::Guard& guard;
  XapianPocSearch& search;
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
                   .waiting = 2'048,
                   .statement_timeout = std::chrono::seconds(4),
                   .generic_plans = true,
                   .name = "catalog"},
                  host.registry()),
        links_(process.config.objects_secret, process.config.public_url, clock_),
        files_(process.config.objects_folder, process.file_threads, links_, random_),
        api_({store_, writer_, insights_, process_.search, imports_, import_history_, notices_, files_,
              preferences_, saved_searches_, process_.file_threads},
             settings(host), clock_, random_) {}

  void start(host::Host& host) {
    auto& shard = host.shard();
    process_.guard.protect(shard);
    shard.gate_with(http::rate_limit_gate(rate_limits_));
    shard.admit_with(
        {{.name = "batch",
          .at_once = 4,
          .operations = {operation::export_pocs, operation::create_import, operation::undo_import}},
         {.name = "interactive"}});
    auto routes = http::with_bounded_streams(contract::catalog::routes(api_), process_.streams);
    shard.mount(
        http::with_turns(std::move(routes), writes, std::make_shared<http::Turns>(http::TurnBounds{})));
    shard.mount(objects::routes(files_, links_));
    shard.mount_internal(contract::catalog::internal_routes(api_));
    host.ready_when("database", [this] { return database_.connected(); });
    host.at_end([this] { database_.close(); });
  }

 private:
  // What counts in the company's one row of tenant_counters.
  static inline const std::vector<std::string_view> writes{
      operation::create_poc,  operation::replace_poc, operation::update_poc,   operation::delete_poc,
      operation::restore_poc, operation::change_pocs, operation::add_favorite, operation::remove_favorite};

  std::shared_ptr<http::RateLimits> rate_limits() const {
    const double all = static_cast<double>(process_.config.requests_a_minute);
    const std::vector classes{http::RateLimitClass{.name = "default", .requests = all}};
    return std::make_shared<http::RateLimits>(classes, 1.0 / process_.config.host.threads);
  }

  CatalogSettings settings(host::Host& host) const {
    return {
        .cursor_secret = process_.config.cursor_secret,
        .still_vouches_for =
            [this](const http::Principal& person) { return process_.guard.still_vouches_for(person); },
        .retiring = [&shard = host.shard()] { return shard.retiring(); },
        .still_admits = [this](const http::Principal& person) { return process_.guard.still_admits(person); },
        .count_more =
            [this](const http::Request& request, std::size_t more) {
              http::charge_more(*rate_limits_, request, operation::change_pocs, static_cast<double>(more));
            }};
  }

  const ApiProcess process_;
  const Clock& clock_;
  SystemRandom random_;
  const std::shared_ptr<http::RateLimits> rate_limits_ = rate_limits();
  postgres::Database database_;
  objects::LinkSigner links_;
  objects::FolderStore files_;
  PostgresPocStore store_{database_};
  PostgresPocWriter writer_{database_, clock_, random_};
  PostgresPocInsights insights_{database_};
  PostgresImportStore imports_{database_};
  PostgresImportHistory import_history_{database_, clock_, random_};
  postgres::PostgresNotices notices_{database_, {"imports"}};
  PostgresPreferences preferences_{database_};
  PostgresSavedSearches saved_searches_{database_};
  CatalogApi api_;
};

}  // namespace mrbill::catalog
