// Deadlines, bounds, and the end of a server.
#include <atomic>
#include <csignal>
#include <future>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <async/deadline.hpp>
#include <http/problem.hpp>
#include <http/server_fixture.hpp>

namespace mrbill::http {
namespace {

using namespace std::chrono_literals;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using testing::RunningServer;

constexpr std::string_view get_hello = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr std::string_view get_held = "GET /held HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr std::string_view get_ready = "GET /health/ready HTTP/1.1\r\nHost: a\r\n\r\n";

// A handler that answers when the test lets it.
struct Gatekeeper {
  std::atomic<bool> open{false};
  std::atomic<int> waiting{0};
  std::atomic<bool> healthy{true};
  std::atomic<int> shut_down{0};

  void await_waiting(int wanted) const {
    while (waiting < wanted) std::this_thread::yield();
  }
};

Task<Response> hello(Request) {
  co_return json_response(200, "{}");
}
Task<Response> echo(Request request) {
  co_return json_response(200, request.body);
}
Task<Response> held(Gatekeeper* keeper) {
  ++keeper->waiting;
  while (!keeper->open) co_await sleep_for(1ms);
  co_return json_response(200, R"({"held":true})");
}
Task<Response> stubborn(Gatekeeper* keeper) {
  ++keeper->waiting;
  for (;;) {
    try {
      co_await sleep_for(1h);
    } catch (const std::exception&) {
    }
  }
}
Task<> count_shutdown(Gatekeeper* keeper) {
  ++keeper->shut_down;
  co_return;
}

std::function<void(Shard&)> composed(Gatekeeper& keeper) {
  return [&keeper](Shard& shard) {
    std::vector<Route> routes;
    routes.push_back({.method = Method::get,
                      .pattern = "/hello",
                      .operation = "hello",
                      .access = Access::anonymous,
                      .handler = hello});
    routes.push_back({.method = Method::get,
                      .pattern = "/held",
                      .operation = "held",
                      .access = Access::anonymous,
                      .handler = [&keeper](Request) { return held(&keeper); }});
    routes.push_back({.method = Method::get,
                      .pattern = "/stubborn",
                      .operation = "stubborn",
                      .access = Access::anonymous,
                      .handler = [&keeper](Request) { return stubborn(&keeper); }});
    routes.push_back({.method = Method::post,
                      .pattern = "/echo",
                      .operation = "echo",
                      .access = Access::anonymous,
                      .max_body = 64 << 20,
                      .media_types = {"text/csv"},
                      .handler = echo});
    shard.mount(std::move(routes));
    shard.ready_when("database", [&keeper] { return keeper.healthy.load(); });
    shard.on_shutdown([&keeper] { return count_shutdown(&keeper); });
  };
}

TEST(ServerTime, answers_408_to_a_head_that_drips) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.header_timeout = 60ms;
  RunningServer server(composed(keeper), options);
  auto client = server.client();
  client.send("GET /hello HTTP/1.1\r\nHost:");
  EXPECT_EQ(client.answer()->status, 408u);
  EXPECT_TRUE(client.is_closed());
}

TEST(ServerTime, closes_a_connection_that_says_nothing) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.header_timeout = 60ms;
  RunningServer server(composed(keeper), options);
  EXPECT_TRUE(server.client().is_closed());
}

TEST(ServerTime, closes_a_kept_connection_after_the_idle_time) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.idle_timeout = 60ms;
  RunningServer server(composed(keeper), options);
  auto client = server.client();
  EXPECT_EQ(client.ask(get_hello)->status, 200u);
  EXPECT_TRUE(client.is_closed());
}

TEST(ServerTime, answers_408_to_a_body_that_does_not_come) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.body_timeout = 60ms;
  RunningServer server(composed(keeper), options);
  auto client = server.client();
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 5\r\n\r\nab");
  EXPECT_EQ(client.answer()->status, 408u);
  EXPECT_TRUE(client.is_closed());
}

TEST(ServerBounds, tells_503_to_connections_beyond_its_bound) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.max_connections = 2;
  RunningServer server(composed(keeper), options);
  auto first = server.client();
  auto second = server.client();
  EXPECT_EQ(first.ask(get_hello)->status, 200u);
  EXPECT_EQ(second.ask(get_hello)->status, 200u);
  {
    auto third = server.client();
    const auto refused = third.answer();
    EXPECT_EQ(refused->status, 503u);
    EXPECT_THAT(refused->body, HasSubstr("overloaded"));
    EXPECT_TRUE(third.is_closed());
  }
  EXPECT_EQ(first.ask(get_hello)->status, 200u) << "those who are in stay in";
  second.leave();
  for (;;) {  // until the place is free again
    auto again = server.client();
    again.send(get_hello);
    const auto answer = again.answer();
    if (answer && answer->status == 200) break;
  }
}

TEST(ServerBounds, refuses_requests_beyond_those_in_flight_but_tells_its_health) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.max_in_flight = 1;
  RunningServer server(composed(keeper), options);
  auto first = server.client();
  first.send(get_held);
  keeper.await_waiting(1);
  auto second = server.client();
  const auto refused = second.ask(get_hello);
  EXPECT_EQ(refused->status, 503u);
  EXPECT_EQ(refused->headers.get_or("Retry-After", ""), "1");
  EXPECT_EQ(server.internal_client().ask(get_ready)->status, 200u);
  keeper.open = true;
  EXPECT_EQ(first.answer()->status, 200u);
  EXPECT_EQ(second.ask(get_hello)->status, 200u);
}

TEST(ServerBounds, refuses_bodies_beyond_what_all_may_hold) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.max_body_bytes = 1 << 20;
  RunningServer server(composed(keeper), options);
  auto client = server.client();
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 4194304\r\n\r\n" +
              std::string(4 << 20, 'x'));
  EXPECT_EQ(client.answer()->status, 503u);
  auto small = server.client();
  EXPECT_EQ(
      small.ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 2\r\n\r\nab")
          ->body,
      "ab")
      << "what was refused is given back";
}

TEST(ServerBounds, serves_a_hundred_connections_at_once) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.threads = 2;
  RunningServer server(composed(keeper), options);
  std::vector<testing::RawClient> clients;
  for (int i = 0; i < 100; ++i) clients.push_back(server.client());
  for (auto& client : clients) client.send(get_held);
  keeper.await_waiting(100);
  keeper.open = true;
  for (auto& client : clients) EXPECT_EQ(client.answer()->body, R"({"held":true})");
  for (auto& client : clients) client.send(std::string(get_hello) + std::string(get_hello));
  for (auto& client : clients) {
    EXPECT_EQ(client.answer()->status, 200u);
    EXPECT_EQ(client.answer()->status, 200u);
  }
}

TEST(ServerBounds, survives_clients_that_leave_in_the_middle) {
  Gatekeeper keeper;
  RunningServer server(composed(keeper));
  for (int i = 0; i < 20; ++i) {
    auto client = server.client();
    client.send(i % 2 == 0 ? get_held
                           : std::string_view("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: "
                                              "text/csv\r\nContent-Length: 50\r\n\r\nab"));
  }
  keeper.open = true;
  EXPECT_EQ(server.client().ask(get_hello)->status, 200u);
}

TEST(ServerHealth, tells_which_check_fails) {
  Gatekeeper keeper;
  RunningServer server(composed(keeper));
  auto client = server.internal_client();
  EXPECT_EQ(client.ask("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n")->status, 200u);
  EXPECT_EQ(client.ask(get_ready)->status, 200u);
  keeper.healthy = false;
  const auto unready = client.ask(get_ready);
  EXPECT_EQ(unready->status, 503u);
  EXPECT_THAT(unready->body, HasSubstr("database"));
  EXPECT_EQ(client.ask(get_hello)->status, 404u) << "the API is not on the internal listener";
}

TEST(ServerHealth, counts_requests_by_operation_and_status) {
  Gatekeeper keeper;
  RunningServer server(composed(keeper));
  auto client = server.client();
  for (int i = 0; i < 3; ++i) client.ask(get_hello);
  client.ask("GET /nowhere/secret HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto metrics =
      server.internal_client()
          .ask("GET /metrics HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer the installation's key\r\n\r\n")
          ->body;
  EXPECT_THAT(metrics, HasSubstr("http_requests_total{operation=\"hello\",status=\"200\"} 3"));
  EXPECT_THAT(metrics, HasSubstr("http_requests_total{operation=\"unrouted\",status=\"404\"} 1"));
  EXPECT_THAT(metrics, HasSubstr("http_request_seconds_count{operation=\"hello\"} 3"));
  EXPECT_THAT(metrics, ::testing::Not(HasSubstr("secret")));
}

// quality.md, "Draining", line by line.
TEST(ServerDrain, is_not_ready_at_once_goes_on_serving_then_finishes_what_it_has) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.deregistration_delay = 24h;  // ended by the second stop
  RunningServer server(composed(keeper), options);
  auto busy = server.client();
  auto idle = server.client();
  auto health = server.internal_client();
  busy.send(get_held);
  EXPECT_EQ(idle.ask(get_hello)->status, 200u);
  EXPECT_EQ(health.ask(get_ready)->status, 200u);
  keeper.await_waiting(1);

  server.server().stop();
  for (;;) {
    const auto ready = server.internal_client().ask(get_ready);
    if (ready->status == 503) {
      EXPECT_THAT(ready->body, HasSubstr("draining"));
      break;
    }
  }
  const auto late = server.client().ask(get_hello);
  EXPECT_EQ(late->status, 200u) << "it goes on serving for the deregistration delay";
  EXPECT_EQ(late->headers.get_or("Connection", ""), "close");

  server.server().stop();
  EXPECT_TRUE(idle.is_closed()) << "an idle connection leaves after its grace";
  EXPECT_THROW(static_cast<void>(server.client()), std::runtime_error) << "no new connection";
  EXPECT_EQ(keeper.shut_down, 0) << "not before the last answer";
  keeper.open = true;
  const auto last = busy.answer();
  EXPECT_EQ(last->body, R"({"held":true})");
  EXPECT_EQ(last->headers.get_or("Connection", ""), "close");
  busy.leave();
  EXPECT_EQ(server.stop(), 0);
  EXPECT_EQ(keeper.shut_down, 1);
}

ServerOptions on_the_port_of(RunningServer& other) {
  auto options = RunningServer::quiet();
  options.threads = 2;
  options.port = other.server().port();
  options.internal_port = other.server().internal_port();
  options.listen_when_ready = true;
  return options;
}

std::string who_answers(RunningServer& server) {
  return server.internal_client().ask(get_ready)->body;
}

TEST(ServerSuccession, gets_no_connection_before_it_is_ready) {
  Gatekeeper before;
  Gatekeeper after;
  after.healthy = false;
  RunningServer predecessor(composed(before));
  RunningServer successor(composed(after), on_the_port_of(predecessor));
  for (int i = 0; i < 50; ++i) EXPECT_THAT(who_answers(predecessor), HasSubstr(R"("ready")"));
  EXPECT_EQ(successor.stop(), 0) << "it can be given up";
}

// A connection a request: what a closing listener loses shows as one that ends without an answer.
TEST(ServerSuccession, loses_no_connection_from_one_generation_to_the_next) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.threads = 2;
  auto serving = std::make_unique<RunningServer>(composed(keeper), options);
  const auto port = serving->server().port();
  std::atomic<bool> enough{false};
  std::atomic<int> lost{0};
  std::atomic<int> answered{0};
  const auto knock = [&] {
    while (!enough) {
      try {
        const auto answer = testing::RawClient(port).ask(get_hello);
        ++(answer && answer->status == 200 ? answered : lost);
      } catch (const std::exception&) {
        ++lost;
      }
    }
  };
  std::vector<std::jthread> callers;
  for (int i = 0; i < 4; ++i) callers.emplace_back(knock);
  for (int generation = 0; generation < 30; ++generation) {
    auto successor = std::make_unique<RunningServer>(composed(keeper), on_the_port_of(*serving));
    const auto seen = answered.load();
    while (answered < seen + 20) std::this_thread::yield();
    while (!successor->server().listening()) std::this_thread::yield();
    serving = std::move(successor);  // the former one stops
  }
  enough = true;
  callers.clear();
  EXPECT_EQ(lost, 0) << "of " << answered;
}

TEST(ServerDrain, lets_an_idle_connection_carry_one_more_request) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.drain_idle_grace = 10s;
  RunningServer server(composed(keeper), options);
  auto client = server.client();
  auto busy = server.client();
  EXPECT_EQ(client.ask(get_hello)->status, 200u);
  busy.send(get_held);
  keeper.await_waiting(1);
  server.server().stop();
  for (bool refused = false; !refused;) {
    try {
      server.client();
    } catch (const std::runtime_error&) {
      refused = true;
    }
  }
  const auto last = client.ask(get_hello);
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->status, 200u);
  EXPECT_EQ(last->headers.get_or("Connection", ""), "close");
  keeper.open = true;
  EXPECT_EQ(busy.answer()->status, 200u);
}

TEST(ServerDrain, cuts_off_what_does_not_end_in_time) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.drain_timeout = 50ms;
  RunningServer server(composed(keeper), options);
  auto client = server.client();
  client.send(get_held);
  keeper.await_waiting(1);
  EXPECT_EQ(server.stop(), 0);
  EXPECT_EQ(keeper.shut_down, 1);
  const auto answer = client.answer();
  EXPECT_TRUE(!answer || answer->status == 503);
}

TEST(ServerDrain, leaves_behind_a_handler_that_will_not_end) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.drain_timeout = 20ms;
  RunningServer server(composed(keeper), options);
  auto client = server.client();
  client.send("GET /stubborn HTTP/1.1\r\nHost: a\r\n\r\n");
  keeper.await_waiting(1);
  EXPECT_EQ(server.stop(), 0);
  EXPECT_EQ(keeper.shut_down, 1);
}

TEST(ServerDrain, begins_at_sigterm) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.deregistration_delay = 24h;
  RunningServer server(composed(keeper), options);
  EXPECT_EQ(server.internal_client().ask(get_ready)->status, 200u);  // it runs, so it listens to signals
  std::raise(SIGTERM);
  while (server.internal_client().ask(get_ready)->status != 503) {
  }
  std::raise(SIGINT);
  EXPECT_EQ(server.stop(), 0);
}

TEST(ServerStart, names_the_port_it_cannot_have) {
  Gatekeeper keeper;
  metrics::Registry registry;
  auto options = RunningServer::quiet();
  options.address = "192.0.2.1";
  try {
    Server server(options, registry, composed(keeper));
    FAIL() << "nobody has this address";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("cannot listen on 192.0.2.1:0"));
  }
}

TEST(ServerStart, of_a_worker_has_the_internal_listener_alone) {
  Gatekeeper keeper;
  auto options = RunningServer::quiet();
  options.serves_api = false;
  RunningServer server(composed(keeper), options);
  EXPECT_EQ(server.server().port(), 0);
  EXPECT_EQ(server.internal_client().ask(get_ready)->status, 200u);
}

}  // namespace
}  // namespace mrbill::http
