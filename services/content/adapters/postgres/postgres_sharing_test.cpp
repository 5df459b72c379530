#include "adapters/postgres/postgres_sharing.hpp"

#include <boost/asio/io_context.hpp>

#include <people/known_people.hpp>
#include <testing/run.hpp>

#include "adapters/postgres/content_database_fixture.hpp"
#include "adapters/postgres/request_rows.hpp"
#include "ports/sharing_contract.hpp"

namespace mrbill::content {
namespace {

constexpr postgres::Statement insert_render{"insert_tried_render", R"(
  INSERT INTO renders (tenant_id, user_id, render_id, order_hash, type, extension, year, poc_count, private_pocs, created_at)
  VALUES ($1, $2, $3, $4, 'VIDEO', 'mp4', 2026, 5, $5, now()))"};
constexpr postgres::Statement complete_request{"complete_tried_request", R"(
  UPDATE content_requests SET status = 'COMPLETED', completed_at = now(), render_id = $2
  WHERE tenant_id = $1 AND request_id = $2)"};

struct PostgresWorld {
  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database app{io, {.url = content_database().app_url(), .connections = 1}, registry};
  postgres::Database worker{io, {.url = content_database().worker_url(), .connections = 1}, registry};
  postgres::Database admin{io, {.url = content_database().admin_url(), .connections = 1}, registry};
  PostgresSharing postgres{app};
  Sharing& sharing() { return postgres; }
  Task<> insert(Caller caller, RequestId id) {
    Spec spec{.title = "My year", .from = clock.now() - std::chrono::hours(1), .to = clock.now()};
    spec.options = VideoOptions{.style = "arcade"};
    auto transaction = co_await app.begin(scope_of(caller));
    co_await insert_request(transaction, caller, id, std::move(spec), clock.now(), false);
    co_await transaction.commit();
  }
  void add(const Caller& caller, RequestId id, FilmIs kind) {
    run(insert(caller, id));
    if (kind == FilmIs::at_work) return;
    run(admin.query(postgres::Scope::nobody(), insert_render, caller.tenant, caller.user, id,
                    sha256(id.to_string()), private_pocs_of_films));
    run(admin.query(postgres::Scope::nobody(), complete_request, caller.tenant, id));
  }
  void name(const Caller& caller, std::string full_name) {
    people::KnownPeople people(worker, "content", clock, random);
    run(people.learn(people::ToldPerson{caller.tenant, caller.user, std::move(full_name), "en", "UTC", 1}));
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, SharingContract, PostgresWorld);

}  // namespace mrbill::content
