#include "adapters/postgres/postgres_tracks.hpp"

#include <boost/asio/io_context.hpp>

#include <testing/run.hpp>

#include "adapters/postgres/content_database_fixture.hpp"
#include "ports/tracks_contract.hpp"

namespace mrbill::content {
namespace {

struct PostgresWorld {
  asio::io_context io;
  metrics::Registry registry;
  postgres::Database database{io, {.url = content_database().app_url(), .connections = 1}, registry};
  PostgresTracks postgres{database};
  Tracks& tracks() { return postgres; }
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, TracksContract, PostgresWorld);

}  // namespace mrbill::content
