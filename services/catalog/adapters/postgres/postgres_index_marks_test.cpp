#include "adapters/postgres/postgres_index_marks.hpp"

#include <base/random.hpp>
#include <testing/run.hpp>

#include "adapters/postgres/catalog_database_fixture.hpp"
#include "ports/index_mark_store_contract.hpp"

namespace mrbill::catalog {
namespace {

struct PostgresMarksWorld {
  asio::io_context io;
  metrics::Registry registry;
  SystemRandom random;
  postgres::Database database{io, {.url = catalog_database().worker_url(), .connections = 1}, registry};
  PostgresIndexMarks postgres_marks{database};
  IndexMarkStore& marks() { return postgres_marks; }
  Uuid mark() { return {random.bytes<16>()}; }
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, IndexMarkStoreContract, PostgresMarksWorld);

}  // namespace mrbill::catalog
