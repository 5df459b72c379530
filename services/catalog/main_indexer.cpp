// mrbill-catalog-indexer: the one writer of the search index.
//
// POST /internal/search/rebuild on its internal listener builds the index anew while the old one goes
// on serving.
#include <base/random.hpp>
#include <events/redis_bus.hpp>
#include <host/process.hpp>
#include <http/problem.hpp>
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

class IndexerShard {
 public:
  IndexerShard(const IndexerConfig& config, host::Host& host)
      : database_(host.io(), {.url = config.database_url, .connections = 4, .name = "catalog"},
                  host.registry()),
        events_(host.io(), {.url = config.events_url, .timeout = 5s, .name = "events"}, host.registry()),
        source_(events_, {}, host.registry()),
        folder_(config.search_folder),
        indexer_(index_, source_, {.member = host.member()}, host.registry()) {}

  void start(host::Host& host) {
    host.run("indexer", indexer_);
    host.run("index keeping", indexer_.tend(), [this] { indexer_.stop(); });
    host.ready_when("database", [this] { return database_.connected(); });
    host.ready_when("events", [this] { return events_.connected(); });
    host.ready_when("index", [this] { return indexer_.ready(); });
    host.shard().mount_internal({rebuild_route()});
    host.at_end([this] { index_.commit(); });
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

}  // namespace
}  // namespace mrbill::catalog

int main() {
  return mrbill::host::run_worker<mrbill::catalog::IndexerShard>(mrbill::catalog::read_indexer_config);
}
