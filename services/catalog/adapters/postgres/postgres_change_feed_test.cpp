#include "adapters/postgres/postgres_change_feed.hpp"

#include <testing/run.hpp>

#include "adapters/postgres/catalog_database_fixture.hpp"
#include "adapters/postgres/postgres_poc_writer.hpp"
#include "ports/change_feed_contract.hpp"

namespace mrbill::catalog {
namespace {

struct PostgresWorld {
  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database app{io, {.url = catalog_database().app_url(), .connections = 1}, registry};
  postgres::Database worker{io, {.url = catalog_database().worker_url(), .connections = 1}, registry};
  PostgresPocWriter writer{app, clock, random};
  PostgresChangeFeed postgres{worker};
  ChangeFeed& feed() { return postgres; }
  std::int64_t insert(const Poc& poc) {
    return run(writer.insert({poc.tenant, poc.creator}, poc, std::nullopt)).value().change_seq;
  }
  std::int64_t update(const Poc& poc) {
    const auto change = poc.deleted_at ? Change::deleted : Change::updated;
    return run(writer.update({poc.tenant, poc.creator}, poc, change)).value();
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, ChangeFeedContract, PostgresWorld);

}  // namespace mrbill::catalog
