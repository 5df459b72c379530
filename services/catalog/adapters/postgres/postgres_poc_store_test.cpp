#include "adapters/postgres/postgres_poc_store.hpp"

#include <people/known_people.hpp>
#include <testing/run.hpp>

#include "adapters/postgres/catalog_database_fixture.hpp"
#include "adapters/postgres/postgres_poc_writer.hpp"
#include "ports/poc_store_contract.hpp"

namespace mrbill::catalog {
namespace {

// Tests keep out of each other's way by tenants of their own, so one database serves them all.
struct PostgresWorld {
  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database database{
      io, {.url = catalog_database().app_url(), .connections = 2, .generic_plans = true}, registry};
  postgres::Database worker{io, {.url = catalog_database().worker_url(), .connections = 1}, registry};
  PostgresPocStore postgres_store{database};
  PostgresPocWriter postgres_writer{database, clock, random};
  PocStore& store() { return postgres_store; }
  PocWriter& writer() { return postgres_writer; }
  void name(const Caller& caller, const std::string& full_name) {
    people::KnownPeople people(worker, "catalog", clock, random);
    run(people.learn({caller.tenant, caller.user, full_name, "pt-BR", "America/Sao_Paulo", 1}));
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, PocStoreContract, PostgresWorld);

}  // namespace mrbill::catalog
