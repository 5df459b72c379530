// mrbill-catalog-indexer: the one writer of the search index.
//
// POST /internal/search/rebuild on its internal listener builds the index anew while the old one goes
// on serving.
#include <memory>
#include <string>
#include <unistd.h>

#include <fmt/format.h>

#include <async/spawn.hpp>
#include <base/random.hpp>
#include <config/program.hpp>
#include <events/redis_bus.hpp>
#include <http/problem.hpp>
#include <http/server.hpp>
#include <postgres/database.hpp>
#include <redis/client.hpp>

#include "adapters/postgres/postgres_change_feed.hpp"
#include "adapters/postgres/postgres_index_marks.hpp"
#include "adapters/xapian/index_folder.hpp"
#include "config.hpp"
#include "usecases/keep_index.hpp"
#include "worker/indexer.hpp"

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;

std::string member_name() {
  return fmt::format("indexer-{}", ::getpid());
}

class IndexerShard {
 public:
  IndexerShard(const IndexerConfig& config, http::Shard& shard, metrics::Registry& registry)
      : database_(shard.io(), {.url = config.database_url, .connections = 4, .name = "catalog"}, registry),
        events_(shard.io(), {.url = config.events_url, .timeout = 5s, .name = "events"}, registry),
        source_(events_, {}, registry),
        folder_(config.search_folder),
        indexer_(index_, source_, {.member = member_name()}, registry) {}

  void start(http::Shard& shard) {
    spawn(shard.io(), "indexer", indexer_.run());
    spawn(shard.io(), "index keeping", indexer_.tend());
    shard.ready_when("database", [this] { return database_.connected(); });
    shard.ready_when("events", [this] { return events_.connected(); });
    shard.ready_when("index", [this] { return indexer_.ready(); });
    shard.mount_internal({rebuild_route()});
    shard.on_shutdown([this] { return close(); });
  }

 private:
  http::Route rebuild_route() {
    http::Route route{.method = http::Method::post,
                      .pattern = "/internal/search/rebuild",
                      .operation = "rebuildSearchIndex",
                      .access = http::Access::anonymous,  // the internal listener is the operator's
                      .handler = [this](http::Request) { return ask_for_rebuild(); }};
    return route;
  }
  Task<http::Response> ask_for_rebuild() {
    indexer_.ask_for_rebuild();
    http::Response accepted = http::no_content();
    accepted.status = 202;
    co_return accepted;
  }
  Task<> close() {
    indexer_.stop();
    co_await source_.ended();
    index_.commit();
  }

  postgres::Database database_;
  redis::Client events_;
  events::RedisSource source_;
  PostgresChangeFeed feed_{database_};
  PostgresIndexMarks marks_{database_};
  SystemRandom random_;
  IndexFolder folder_;
  KeepIndex index_{{feed_, marks_}, folder_, random_};
  Indexer indexer_;
};

int serve(const IndexerConfig& config) {
  log::start("catalog-indexer", config.common.log_level);
  metrics::Registry registry;
  const http::ServerOptions options{.service = "catalog-indexer",
                                    .internal_port = config.internal_port,
                                    .threads = 1,
                                    .serves_api = false,
                                    .deregistration_delay = config.common.deregistration_delay,
                                    .installation_key = config.common.installation_key};
  http::Server server(options, registry, [&](http::Shard& shard) {
    auto parts = std::make_shared<IndexerShard>(config, shard, registry);
    parts->start(shard);
    shard.keep(parts);
  });
  return server.run();
}

}  // namespace
}  // namespace mrbill::catalog

int main() {
  return mrbill::config::run_program(mrbill::catalog::read_indexer_config, mrbill::catalog::serve);
}
