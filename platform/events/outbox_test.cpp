#include <memory>
#include <string>
#include <vector>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <async/spawn.hpp>
#include <events/inbox.hpp>
#include <events/memory_bus.hpp>
#include <events/outbox.hpp>
#include <testing/fault_proxy.hpp>
#include <testing/fresh_database.hpp>
#include <testing/run.hpp>
#include <testing/wait_until.hpp>

namespace mrbill::events {
namespace {

using namespace std::chrono_literals;
using mrbill::testing::FaultProxy;
using mrbill::testing::FreshDatabase;
using mrbill::testing::run;
using postgres::Database;
using postgres::Scope;
using postgres::Statement;

const TenantId tenant_a = *TenantId::parse("0190163d-8694-739b-aea5-966c26f8ad91");
const TenantId tenant_b = *TenantId::parse("0190163d-8694-739b-aea5-966c26f8ad92");
constexpr Statement one{"one", "SELECT 1"};
constexpr Statement count_rows{"count_outbox", "SELECT count(*) FROM outbox"};

Event event_of(TenantId tenant, int number) {
  Event event;
  event.id.bytes[15] = static_cast<std::uint8_t>(number);
  event.tenant = tenant;
  event.source = "/services/test";
  event.type = "thing.changed";
  event.subject = std::to_string(number);
  event.time = Timestamp{1'800'000'000s};
  event.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  event.data = R"({"text": "a, \"b\" {ä}"})";
  return event;
}

class Outbox : public ::testing::Test {
 protected:
  FreshDatabase fresh{{{"events", "platform/events/migrations"}}};
  asio::io_context io;
  metrics::Registry registry;
  FaultProxy proxy{io, mrbill::testing::host_of(fresh.worker_url().reveal()),
                   mrbill::testing::port_of(fresh.worker_url().reveal())};
  Database app{io, {.url = fresh.app_url(), .name = "app"}, registry};
  Database worker{
      io, {.url = Secret(through(proxy, fresh.worker_url().reveal())), .name = "worker"}, registry};
  MemoryBus bus{io};

  ~Outbox() override {
    app.close();
    worker.close();
  }
  std::unique_ptr<Relay> relay(std::chrono::milliseconds poll = 1h) {
    return std::make_unique<Relay>(worker, bus, RelayOptions{.batch = 3, .poll = poll}, registry);
  }
  bool until(std::function<bool()> condition) { return mrbill::testing::wait_until(io, condition); }
  bool published(std::size_t count) {
    return until([&] { return bus.bodies().size() >= count; });
  }
  std::int64_t left() {
    return run(io, worker.query(Scope::nobody(), count_rows)).front().get<std::int64_t>(0);
  }
  std::vector<std::string> subjects(TenantId tenant) {
    std::vector<std::string> found;
    for (const auto& body : bus.bodies()) {
      const auto event = from_cloud_event(body);
      if (event->tenant == tenant) found.push_back(event->subject);
    }
    return found;
  }
};

Task<> write(Database& database, std::vector<Event> events, bool commit = true) {
  auto transaction = co_await database.begin(Scope::of(events.front().tenant));
  for (auto& event : events) co_await append(transaction, std::move(event));
  co_await transaction.query(one);
  if (commit) co_await transaction.commit();
}

TEST_F(Outbox, publishes_what_was_committed_as_it_was_written_and_leaves_nothing_behind) {
  auto relaying = relay();
  spawn(io, "relay", relaying->run());
  run(io, write(app, {event_of(tenant_a, 1)}));
  run(io, write(app, {event_of(tenant_a, 2)}, false));
  run(io, write(app, {event_of(tenant_a, 3)}));
  ASSERT_TRUE(published(2));  // woken by the commit: its poll is an hour away
  EXPECT_EQ(bus.bodies()[0], to_cloud_event(event_of(tenant_a, 1)));
  EXPECT_EQ(bus.bodies()[1], to_cloud_event(event_of(tenant_a, 3)));
  EXPECT_TRUE(until([&] { return left() == 0; }));
}

TEST_F(Outbox, publishes_more_than_a_batch_in_order) {
  std::vector<Event> events;
  std::vector<std::string> expected;
  for (int i = 1; i <= 20; ++i) {
    events.push_back(event_of(tenant_a, i));
    expected.push_back(std::to_string(i));
  }
  run(io, write(app, events));
  auto relaying = relay();
  spawn(io, "relay", relaying->run());
  ASSERT_TRUE(published(20));
  EXPECT_EQ(subjects(tenant_a), expected);
}

Task<> open_and_append(Database& database, Event event, std::unique_ptr<postgres::Transaction>& kept) {
  kept = std::make_unique<postgres::Transaction>(co_await database.begin(Scope::of(event.tenant)));
  co_await append(*kept, std::move(event));
  co_await kept->query(one);
}
Task<> commit_kept(std::unique_ptr<postgres::Transaction>& kept) {
  co_await kept->commit();
}

TEST_F(Outbox, orders_a_tenants_events_by_commit_and_lets_other_tenants_pass) {
  std::unique_ptr<postgres::Transaction> first;
  run(io, open_and_append(app, event_of(tenant_a, 1), first));
  spawn(io, "second of the same tenant", write(app, {event_of(tenant_a, 2)}));
  run(io, write(app, {event_of(tenant_b, 3)}));
  auto relaying = relay();
  spawn(io, "relay", relaying->run());
  ASSERT_TRUE(published(1));
  EXPECT_EQ(subjects(tenant_b), (std::vector<std::string>{"3"}));
  run(io, commit_kept(first));
  ASSERT_TRUE(published(3));
  EXPECT_EQ(subjects(tenant_a), (std::vector<std::string>{"1", "2"}));
}

TEST_F(Outbox, keeps_events_while_the_bus_is_away) {
  bus.set_away(true);
  auto relaying = relay(20ms);
  spawn(io, "relay", relaying->run());
  run(io, write(app, {event_of(tenant_a, 1), event_of(tenant_a, 2)}));
  ASSERT_TRUE(until([&] { return registry.expose().find("outbox_failures_total 0") == std::string::npos; }));
  EXPECT_EQ(left(), 2);
  bus.set_away(false);
  ASSERT_TRUE(published(2));
  EXPECT_TRUE(until([&] { return left() == 0; }));
}

TEST_F(Outbox, goes_on_after_the_database_was_away) {
  auto relaying = relay(20ms);
  spawn(io, "relay", relaying->run());
  run(io, write(app, {event_of(tenant_a, 1)}));
  ASSERT_TRUE(published(1));
  proxy.refuse(true);
  proxy.cut();
  run(io, write(app, {event_of(tenant_a, 2)}));
  proxy.refuse(false);
  ASSERT_TRUE(published(2));
  EXPECT_EQ(subjects(tenant_a).back(), "2");
}

TEST_F(Outbox, has_one_relay_at_a_time_and_another_takes_over_when_it_dies) {
  bus.set_away(true);
  auto first = relay(20ms);
  auto second = relay(20ms);
  asio::cancellation_signal death;
  bool dead = false;
  asio::co_spawn(io, first->run(),
                 asio::bind_cancellation_slot(death.slot(), [&](std::exception_ptr) { dead = true; }));
  ASSERT_TRUE(until([&] { return registry.expose().find("outbox_relay_active 1") != std::string::npos; }));
  spawn(io, "second", second->run());
  run(io, write(app, {event_of(tenant_a, 1)}));
  death.emit(asio::cancellation_type::terminal);
  ASSERT_TRUE(until([&] { return dead; }));
  bus.set_away(false);
  ASSERT_TRUE(published(1));
  EXPECT_TRUE(until([&] { return left() == 0; }));
  EXPECT_EQ(bus.bodies().size(), 1U);
}

TEST_F(Outbox, stops_within_its_turn) {
  auto relaying = relay();
  bool ended = false;
  asio::co_spawn(io, relaying->run(), [&](std::exception_ptr) { ended = true; });
  run(io, write(app, {event_of(tenant_a, 1)}));
  ASSERT_TRUE(published(1));
  EXPECT_FALSE(ended);
  relaying->stop();
  EXPECT_TRUE(until([&] { return ended; }));
}

// -- who may do what

Task<> write_as(Database& database, Scope scope, Event event) {
  auto transaction = co_await database.begin(scope);
  co_await append(transaction, std::move(event));
  co_await transaction.commit();
}
std::string refusal(asio::io_context& io, Task<> task) {
  try {
    run(io, std::move(task));
  } catch (const postgres::StatementError& error) {
    return error.sqlstate();
  }
  return "";
}

TEST_F(Outbox, takes_only_events_of_the_scopes_own_tenant) {
  const std::string forbidden = "42501";
  EXPECT_EQ(refusal(io, write_as(app, Scope::of(tenant_a), event_of(tenant_b, 1))), forbidden);
  EXPECT_EQ(refusal(io, write_as(app, Scope::nobody(), event_of(tenant_a, 1))), forbidden);
  EXPECT_EQ(refusal(io, write_as(worker, Scope::of(tenant_a), event_of(tenant_b, 1))), forbidden);
  EXPECT_EQ(refusal(io, write_as(worker, Scope::of(tenant_b), event_of(tenant_b, 1))), "");
  EXPECT_EQ(left(), 1);
}

Task<> read_outbox(Database& database, Scope scope) {
  co_await database.query(scope, count_rows);
}

TEST_F(Outbox, is_not_readable_by_the_application) {
  EXPECT_EQ(refusal(io, read_outbox(app, Scope::of(tenant_a))), "42501");
}

// -- the inbox

Task<bool> handle_once(Database& database, std::string consumer, int number, bool commit) {
  auto transaction = co_await database.begin(Scope::of(tenant_a));
  const bool first = co_await first_time(transaction, std::move(consumer), event_of(tenant_a, number).id);
  if (commit) co_await transaction.commit();
  co_return first;
}

TEST_F(Outbox, tells_consumers_whether_an_event_comes_for_the_first_time) {
  EXPECT_TRUE(run(io, handle_once(worker, "people", 1, false)));  // rolled back: it never happened
  EXPECT_TRUE(run(io, handle_once(worker, "people", 1, true)));
  EXPECT_FALSE(run(io, handle_once(worker, "people", 1, true)));
  EXPECT_TRUE(run(io, handle_once(worker, "mail", 1, true)));
  EXPECT_TRUE(run(io, handle_once(worker, "people", 2, true)));
  EXPECT_EQ(run(io, forget_handled(worker, 1h)), 0);
  EXPECT_EQ(run(io, forget_handled(worker, 0h)), 3);
  EXPECT_TRUE(run(io, handle_once(worker, "people", 1, true)));
}

}  // namespace
}  // namespace mrbill::events
