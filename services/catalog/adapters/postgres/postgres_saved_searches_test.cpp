#include "adapters/postgres/postgres_saved_searches.hpp"

#include <testing/run.hpp>

#include "adapters/postgres/catalog_database_fixture.hpp"
#include "ports/saved_search_store_contract.hpp"

namespace mrbill::catalog {
namespace {

struct PostgresSearchesWorld {
  asio::io_context io;
  metrics::Registry registry;
  postgres::Database database{io, {.url = catalog_database().app_url(), .connections = 1}, registry};
  PostgresSavedSearches postgres_store{database};
  SavedSearchStore& store() { return postgres_store; }
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, SavedSearchStoreContract, PostgresSearchesWorld);

}  // namespace mrbill::catalog
