#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <gtest/gtest.h>

#include <async/spawn.hpp>
#include <async/within.hpp>
#include <redis/client.hpp>
#include <testing/redis_server.hpp>
#include <testing/run.hpp>

namespace mrbill::redis {
namespace {

using namespace std::chrono_literals;
using mrbill::testing::RedisServer;
using mrbill::testing::run;

class RedisClient : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { server = std::make_unique<RedisServer>(); }
  static void TearDownTestSuite() { server.reset(); }

  // The server is shared by the tests of this suite; each uses keys of its own name.
  static inline std::unique_ptr<RedisServer> server;
  asio::io_context io;
  metrics::Registry registry;

  Options options() {
    return {.url = Secret(server->url()), .timeout = 2s, .heartbeat = 100ms, .max_reconnect_pause = 50ms};
  }
};

// Until it stands again.
Task<> stands(Client& client) {
  while (!client.connected()) co_await sleep_for(1ms);
}

// -- commands

Task<> set_and_get(Client& client) {
  co_await client.command("SET", "set_and_get", std::string("a\r\nb\0c", 6));
  const auto reply = co_await client.command("GET", "set_and_get");
  EXPECT_EQ(reply.text(), std::string("a\r\nb\0c", 6));
  const auto none = co_await client.command("GET", "set_and_get:none");
  EXPECT_TRUE(none.is_null());
  const auto sum = co_await client.command("INCRBY", "set_and_get:sum", 40);
  EXPECT_EQ(sum.integer(), 40);
}

TEST_F(RedisClient, gives_back_the_bytes_that_were_set) {
  Client client(io, options(), registry);
  run(io, set_and_get(client));
}

Task<> wrong_type(Client& client) {
  co_await client.command("SET", "wrong_type", "x");
  try {
    co_await client.command("LPUSH", "wrong_type", "y");
    ADD_FAILURE() << "accepted";
  } catch (const ReplyError& error) {
    EXPECT_EQ(error.code(), "WRONGTYPE");
  }
  const auto after = co_await client.command("GET", "wrong_type");
  EXPECT_EQ(after.text(), "x");
}

TEST_F(RedisClient, tells_the_servers_error_and_goes_on) {
  Client client(io, options(), registry);
  run(io, wrong_type(client));
}

Task<> echo(Client& client, int number, int& answered) {
  const auto reply = co_await client.command("ECHO", number);
  EXPECT_EQ(reply.text(), std::to_string(number));
  ++answered;
}
Task<> all_answered(const int& answered, int expected) {
  while (answered < expected) co_await sleep_for(1ms);
}
std::int64_t reads_of_sockets(const std::string& info) {
  const std::string field = "total_reads_processed:";
  return std::stoll(info.substr(info.find(field) + field.size()));
}
Task<std::int64_t> server_reads(Client& client) {
  const auto info = co_await client.command("INFO", "stats");
  co_return reads_of_sockets(info.text());
}

TEST_F(RedisClient, sends_the_commands_of_one_turn_together_and_matches_the_answers_in_order) {
  Client client(io, options(), registry);
  const auto before = run(io, server_reads(client));
  int answered = 0;
  for (int i = 0; i < 500; ++i) spawn(io, "echo", echo(client, i, answered));
  run(io, all_answered(answered, 500));
  EXPECT_LT(run(io, server_reads(client)) - before, 20);  // not one read a command
}

Task<> in_one_piece(Client& client) {
  std::vector<Arguments> good{{"RPUSH", "piece", "a"}, {"RPUSH", "piece", "b"}};
  const auto replies = co_await client.transaction(good);
  EXPECT_EQ(replies.size(), 2U);
  EXPECT_EQ(replies[1].integer(), 2);
  std::vector<Arguments> broken{{"RPUSH", "piece", "c"}, {"NO_SUCH_COMMAND"}};
  EXPECT_THROW(co_await client.transaction(broken), ReplyError);
  const auto length = co_await client.command("LLEN", "piece");
  EXPECT_EQ(length.integer(), 2);
}

TEST_F(RedisClient, carries_out_a_transaction_wholly_or_not_at_all) {
  Client client(io, options(), registry);
  run(io, in_one_piece(client));
}

Task<> run_script(Client& client) {
  const auto script = Script::of("return {KEYS[1], ARGV[1], redis.error_reply('ERR within')}");
  co_await client.command("SCRIPT", "FLUSH");
  for (int i = 0; i < 2; ++i) {
    std::vector<std::string> keys{"key"};
    std::vector<std::string> arguments{"argument"};
    const auto reply = co_await client.script(script, keys, arguments);
    EXPECT_EQ(reply.array()[0].text(), "key");
    EXPECT_EQ(reply.array()[1].text(), "argument");
  }
}

TEST_F(RedisClient, loads_a_script_that_the_server_does_not_know) {
  Client client(io, options(), registry);
  run(io, run_script(client));
}

Task<> ping_or_refused(Client& client, int& answered, int& refused) {
  try {
    co_await client.command("PING");
    ++answered;
  } catch (const Unavailable&) {
    ++refused;
  }
}
Task<> refused_before_answered(const int& answered, const int& refused) {
  while (refused < 1) co_await sleep_for(0ms);
  EXPECT_EQ(answered, 0);
  while (answered < 2) co_await sleep_for(0ms);
}

TEST_F(RedisClient, refuses_at_once_what_exceeds_its_bound) {
  auto bounded = options();
  bounded.max_in_flight = 2;
  Client client(io, bounded, registry);
  int answered = 0;
  int refused = 0;
  run(io, ping_or_refused(client, answered, refused));
  answered = 0;
  for (int i = 0; i < 3; ++i) spawn(io, "ping", ping_or_refused(client, answered, refused));
  run(io, refused_before_answered(answered, refused));
  EXPECT_EQ(refused, 1);
}

// -- blocking and cancelling

Task<> block_while_others_work(Client& client) {
  using namespace asio::experimental::awaitable_operators;
  Arguments pop{"BLPOP", "blocked", "5"};
  const auto [popped, pushed] =
      co_await (client.run_blocking(pop, 5s) && client.command("RPUSH", "blocked", "x"));
  EXPECT_EQ(popped.array()[1].text(), "x");
  EXPECT_EQ(pushed.integer(), 1);
}

TEST_F(RedisClient, does_not_hold_up_commands_behind_one_that_blocks) {
  Client client(io, options(), registry);
  run(io, block_while_others_work(client));
}

Task<> cancel_one(Client& client, RedisServer& server) {
  co_await client.command("PING");
  server.freeze();
  EXPECT_THROW(co_await within(Deadline::in(20ms), client.command("ECHO", "cancelled")), DeadlineExceeded);
  server.thaw();
  const auto next = co_await client.command("ECHO", "next");
  EXPECT_EQ(next.text(), "next");
}

TEST_F(RedisClient, keeps_the_order_when_a_caller_was_cancelled) {
  Client client(io, options(), registry);
  run(io, cancel_one(client, *server));
}

// -- broken connections

Task<> lose_the_server(Client& client, RedisServer& server) {
  co_await client.command("PING");
  server.kill();
  EXPECT_THROW(co_await client.command("PING"), Unavailable);
  while (client.connected()) co_await sleep_for(1ms);
  const auto asked = std::chrono::steady_clock::now();
  EXPECT_THROW(co_await client.command("PING"), Unavailable);
  EXPECT_LT(std::chrono::steady_clock::now() - asked, 1s);  // refused, not waited for
  server.start();
  co_await stands(client);
  co_await client.command("PING");
}

TEST(RedisReconnect, fails_at_once_while_the_server_is_away_and_comes_back_by_itself) {
  RedisServer server;
  asio::io_context io;
  metrics::Registry registry;
  Client client(io, {.url = Secret(server.url()), .timeout = 5s, .max_reconnect_pause = 50ms}, registry);
  run(io, lose_the_server(client, server));
}

Task<> never_answered(Client& client) {
  EXPECT_THROW(co_await client.command("PING"), Unavailable);
}

TEST(RedisReconnect, gives_up_on_a_server_that_accepts_but_never_speaks) {
  asio::io_context io;
  asio::ip::tcp::acceptor silent(io, {asio::ip::address_v4::loopback(), 0});
  metrics::Registry registry;
  const auto url = "redis://127.0.0.1:" + std::to_string(silent.local_endpoint().port());
  Client client(io, {.url = Secret(url), .timeout = 50ms}, registry);
  run(io, never_answered(client));
}

Task<> notice_silence(Client& client, RedisServer& server) {
  co_await client.command("PING");
  server.freeze();
  while (client.connected()) co_await sleep_for(5ms);  // without a command of ours
  server.thaw();
  co_await stands(client);
}

TEST(RedisReconnect, notices_a_half_open_connection_by_its_heartbeat) {
  RedisServer server;
  asio::io_context io;
  metrics::Registry registry;
  Client client(
      io, {.url = Secret(server.url()), .timeout = 100ms, .heartbeat = 50ms, .max_reconnect_pause = 50ms},
      registry);
  run(io, notice_silence(client, server));
}

Task<> frozen_commands(Client& client, RedisServer& server) {
  co_await client.command("PING");
  server.freeze();
  EXPECT_THROW(co_await client.command("ECHO", "late"), Unavailable);
  EXPECT_FALSE(client.connected());
  server.thaw();
  co_await stands(client);
  const auto reply = co_await client.command("ECHO", "fresh");
  EXPECT_EQ(reply.text(), "fresh");  // not the late one
}

TEST(RedisReconnect, drops_the_connection_of_a_late_answer_so_that_no_other_command_gets_it) {
  RedisServer server;
  asio::io_context io;
  metrics::Registry registry;
  Client client(io, {.url = Secret(server.url()), .timeout = 100ms, .max_reconnect_pause = 50ms}, registry);
  run(io, frozen_commands(client, server));
}

TEST(RedisReconnect, refuses_everything_after_close_and_leaves_the_loop_empty) {
  RedisServer server;
  asio::io_context io;
  metrics::Registry registry;
  Client client(io, {.url = Secret(server.url())}, registry);
  client.subscribe("channel", [](std::string_view) {});
  client.close();
  run(io, never_answered(client));
  io.restart();
  io.run();  // returns: nothing is left
}

// -- pub/sub

Task<> publish_until_heard(Client& client, std::string channel, std::string message,
                           const std::string& heard) {
  while (!heard.ends_with(message)) {
    try {
      co_await client.command("PUBLISH", channel, message);
    } catch (const Unavailable&) {
    }
    co_await sleep_for(5ms);
  }
}

TEST(RedisSubscription, tells_of_each_connect_before_its_messages_and_subscribes_anew) {
  RedisServer server;
  asio::io_context io;
  metrics::Registry registry;
  Client client(io, {.url = Secret(server.url()), .heartbeat = 50ms, .max_reconnect_pause = 50ms}, registry);
  std::string heard;
  int connects = 0;
  client.subscribe(
      "news", [&](std::string_view message) { heard = std::to_string(connects) + message.data()[0]; },
      [&] { ++connects; });
  client.subscribe("other", [&](std::string_view) { ADD_FAILURE() << "of another channel"; });
  run(io, publish_until_heard(client, "news", "a", heard));
  EXPECT_EQ(heard, "1a");
  server.kill();
  server.start();
  run(io, publish_until_heard(client, "news", "b", heard));
  EXPECT_EQ(heard, "2b");
}

Task<> quiet_for(std::chrono::milliseconds span) {
  co_await sleep_for(span);
}

TEST(RedisSubscription, survives_silence_because_the_server_answers_its_pings) {
  RedisServer server;
  asio::io_context io;
  metrics::Registry registry;
  Client client(io, {.url = Secret(server.url()), .timeout = 50ms, .heartbeat = 20ms}, registry);
  int connects = 0;
  client.subscribe("quiet", [](std::string_view) {}, [&] { ++connects; });
  run(io, quiet_for(400ms));
  EXPECT_EQ(connects, 1);
}

TEST(RedisSubscription, notices_a_frozen_server) {
  RedisServer server;
  asio::io_context io;
  metrics::Registry registry;
  Client client(
      io, {.url = Secret(server.url()), .timeout = 100ms, .heartbeat = 50ms, .max_reconnect_pause = 50ms},
      registry);
  std::string heard;
  int connects = 0;
  client.subscribe("frozen", [&](std::string_view message) { heard = message; }, [&] { ++connects; });
  run(io, publish_until_heard(client, "frozen", "a", heard));
  server.freeze();
  run(io, quiet_for(400ms));
  server.thaw();
  run(io, publish_until_heard(client, "frozen", "b", heard));
  EXPECT_EQ(connects, 2);
}

}  // namespace
}  // namespace mrbill::redis
