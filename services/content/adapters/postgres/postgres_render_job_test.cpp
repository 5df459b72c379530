#include "adapters/postgres/postgres_render_job.hpp"

#include <boost/asio/io_context.hpp>

#include <jobs/lease_fixture.hpp>
#include <testing/run.hpp>
#include <testing/wait_until.hpp>

#include "adapters/postgres/content_database_fixture.hpp"
#include "adapters/postgres/postgres_request_store.hpp"
#include "adapters/postgres/postgres_tracks.hpp"
#include "adapters/postgres/request_rows.hpp"
#include "ports/render_job_contract.hpp"

namespace mrbill::content {
namespace {

struct PostgresWorld {
  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database app{io, {.url = content_database().app_url(), .connections = 1}, registry};
  postgres::Database worker{io, {.url = content_database().worker_url(), .connections = 4}, registry};
  Caller owner{TenantId{new_uuid(clock, random)}, UserId{new_uuid(clock, random)}};
  RequestId id{new_uuid(clock, random)};
  jobs::LeaseInHand lease{job_of(owner, Type::video, id, id.uuid, clock.now(), "{}")};
  PostgresRenderJob first{worker, lease, clock, random};
  PostgresRenderJob second{worker, lease, clock, random};

  PostgresWorld() { run(insert()); }
  Task<> insert() {
    Spec spec{.title = "My year", .from = clock.now() - std::chrono::hours(1), .to = clock.now()};
    spec.options = VideoOptions{.style = "arcade"};
    auto transaction = co_await app.begin(scope_of(owner));
    co_await insert_request(transaction, owner, id, std::move(spec), clock.now(), false);
    co_await transaction.commit();
  }
  RenderJob& job() { return first; }
  RenderJob& rival() { return second; }
  void remove_request() {
    PostgresRequestStore store(app);
    EXPECT_TRUE(run(store.remove(owner, Type::video, id)));
  }
  void own(const Track& track) {
    PostgresTracks tracks(app);
    EXPECT_TRUE(run(tracks.add(owner, track, std::nullopt)));
  }
  template <class Condition>
  bool given(Condition condition) {
    return testing::wait_until(io, condition);
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, RenderJobContract, PostgresWorld);

}  // namespace mrbill::content
