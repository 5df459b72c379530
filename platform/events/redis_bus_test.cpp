#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <events/bus_contract.hpp>
#include <events/redis_bus.hpp>
#include <testing/redis_server.hpp>

namespace mrbill::events {
namespace {

using mrbill::testing::RedisServer;
using mrbill::testing::run;

redis::Options options_of(const RedisServer& server) {
  return {.url = Secret(server.url()), .timeout = 5s, .name = "events", .max_reconnect_pause = 50ms};
}

// One of their fields: 1 is the event, 5 the reason.
Task<std::vector<std::string>> letters_in(redis::Client& client, std::string key, std::size_t field) {
  const auto entries = co_await client.command("XRANGE", key, "-", "+");
  std::vector<std::string> bodies;
  for (const auto& entry : entries.array()) bodies.push_back(entry.array()[1].array()[field].text());
  co_return bodies;
}
Task<> add_body(redis::Client& client, std::string key, std::string body) {
  co_await client.command("XADD", key, "*", "event", body);
}
Task<> remove(redis::Client& client, std::string stream, std::string life) {
  co_await client.command("DEL", stream, life);
}
Task<> make_group(redis::Client& client, std::string stream, std::string group) {
  co_await client.command("XGROUP", "CREATE", stream, group, "0", "MKSTREAM");
}
Task<> configure(redis::Client& client, std::string name, std::string value) {
  co_await client.command("CONFIG", "SET", name, value);
}
Task<std::int64_t> length_of(redis::Client& client, std::string key) {
  const auto length = co_await client.command("XLEN", key);
  co_return length.integer();
}

// One server for all; each test has a stream of its own.
class RedisHarness {
 public:
  RedisHarness(asio::io_context& io, metrics::Registry& registry)
      : io_(io), registry_(registry), client_(io, options_of(server()), registry), bus_(client_, stream_) {}
  ~RedisHarness() { client_.close(); }

  EventBus& bus() { return bus_; }
  std::unique_ptr<EventSource> source() { return std::make_unique<RedisSource>(client_, stream_, registry_); }
  void publish_body(std::string body) { run(io_, add_body(client_, stream_.key(), std::move(body))); }
  void lose_everything() { run(io_, remove(client_, stream_.key(), stream_.life_key())); }
  std::vector<std::string> dead_letters() {
    return run(io_, letters_in(client_, stream_.dead_letter_key(), 1));
  }
  std::vector<std::string> dead_letter_reasons() {
    return run(io_, letters_in(client_, stream_.dead_letter_key(), 5));
  }

 private:
  static RedisServer& server() {
    static RedisServer one;
    return one;
  }
  static std::string new_prefix() {
    static int count = 0;
    return "test" + std::to_string(++count) + ":";
  }

  asio::io_context& io_;
  metrics::Registry& registry_;
  RedisStream stream_{.prefix = new_prefix()};
  redis::Client client_;
  RedisBus bus_;
};

INSTANTIATE_TYPED_TEST_SUITE_P(Redis, BusContract, RedisHarness);

// -- what only Redis does

class RedisBusAlone : public ::testing::Test {
 protected:
  RedisServer server;
  asio::io_context io;
  metrics::Registry registry;
  redis::Client client{io, options_of(server), registry};
  std::vector<std::string> seen;

  Subscription subscription(std::string group) {
    return {
        .group = std::move(group), .member = "member", .types = {"thing.changed"}, .redeliver_after = 300ms};
  }
  Consume noting() {
    return [this](Event event) -> Task<Verdict> {
      seen.push_back(event.subject);
      co_return Verdict::done;
    };
  }
  bool until(std::function<bool()> condition) { return mrbill::testing::wait_until(io, condition); }
};

TEST_F(RedisBusAlone, loses_nothing_acknowledged_when_the_server_is_killed_and_goes_on_when_it_is_back) {
  RedisBus bus(client, {});
  run(io, bus.publish({numbered_event(1), numbered_event(2)}));
  server.kill();
  EXPECT_THROW(run(io, bus.publish({numbered_event(3)})), redis::Unavailable);
  Member member(io, std::make_unique<RedisSource>(client, RedisStream{}, registry), subscription("group"),
                noting());
  server.start();
  ASSERT_TRUE(until([&] { return seen.size() == 2; }));
  server.kill();  // under a reading member
  server.start();
  ASSERT_TRUE(until([&] { return !client.connected(); }));
  ASSERT_TRUE(until([&] { return client.connected(); }));
  run(io, bus.publish({numbered_event(4)}));
  ASSERT_TRUE(until([&] { return seen.size() >= 3; }));
  EXPECT_EQ(seen.back(), "4");
  member.stop();
  ASSERT_TRUE(until([&] { return member.ended(); }));
}

TEST_F(RedisBusAlone, makes_its_group_again_when_the_server_lost_it) {
  RedisBus bus(client, {});
  Member member(io, std::make_unique<RedisSource>(client, RedisStream{}, registry), subscription("group"),
                noting());
  run(io, bus.publish({numbered_event(1)}));
  ASSERT_TRUE(until([&] { return seen.size() == 1; }));
  run(io, [](redis::Client& redis) -> Task<> { co_await redis.command("FLUSHALL"); }(client));
  run(io, bus.publish({numbered_event(2)}));
  ASSERT_TRUE(until([&] { return seen.size() == 2; }));
  member.stop();
  ASSERT_TRUE(until([&] { return member.ended(); }));
}

class FullRedisBus : public RedisBusAlone {
 protected:
  const RedisStream stream{.prefix = {}, .keep_at_least = 1h};
  RedisBus bus{client, stream};
  int published = 0;

  // Until the server takes no more. How many of them fitted.
  void fill() {
    run(io, configure(client, "maxmemory", "3mb"));
    auto large = numbered_event(1);
    large.data = R"({"a":")" + std::string(20'000, 'x') + R"("})";
    const auto one_more = [&] {
      run(io, bus.publish({large}));
      ++published;
    };
    EXPECT_THROW(
        {
          while (published < 1000) one_more();
        },
        redis::ReplyError);
  }
  [[nodiscard]] bool takes_events_again() {
    return until([&] {
      try {
        run(io, bus.publish({numbered_event(2)}));
        return true;
      } catch (const redis::ReplyError&) {
        return false;
      }
    });
  }
};

TEST_F(FullRedisBus, is_read_by_a_member_that_starts_meanwhile_and_takes_events_again) {
  {
    Member first(io, std::make_unique<RedisSource>(client, stream, registry), subscription("group"),
                 noting());
    run(io, bus.publish({numbered_event(1)}));
    ASSERT_TRUE(until([&] { return seen.size() == 1; }));
    first.stop();
    ASSERT_TRUE(until([&] { return first.ended(); }));
  }
  fill();
  Member second(io, std::make_unique<RedisSource>(client, stream, registry), subscription("group"), noting());
  ASSERT_TRUE(until([&] { return static_cast<int>(seen.size()) >= published; }));
  second.stop();
  ASSERT_TRUE(until([&] { return second.ended(); }));
  Member tidier(io, std::make_unique<RedisSource>(client, stream, registry), subscription("group"), noting());
  EXPECT_TRUE(takes_events_again());
  tidier.stop();
  ASSERT_TRUE(until([&] { return tidier.ended(); }));
}

TEST_F(FullRedisBus, is_not_stopped_by_poison_for_which_there_is_no_room_among_the_dead_letters) {
  run(io, make_group(client, stream.key(), "group"));
  run(io, add_body(client, stream.key(), "no event at all"));
  fill();
  Member member(io, std::make_unique<RedisSource>(client, stream, registry), subscription("group"), noting());
  ASSERT_TRUE(until([&] { return !seen.empty(); }));
  member.stop();
  ASSERT_TRUE(until([&] { return member.ended(); }));
}

TEST_F(FullRedisBus, that_nobody_reads_yet_makes_room_for_its_first_group_and_says_what_that_cost) {
  std::vector<std::string> lives;
  auto chosen = subscription("group");
  chosen.meet_bus = [&](std::string life) -> Task<> {
    lives.push_back(std::move(life));
    co_return;
  };
  run(io, [](redis::Client& redis) -> Task<> {
    co_await redis.command("SET", "events:life", "an earlier one");
  }(client));
  fill();
  Member member(io, std::make_unique<RedisSource>(client, stream, registry), chosen, noting());
  ASSERT_TRUE(until([&] { return static_cast<int>(seen.size()) >= published / 2; }));
  ASSERT_FALSE(lives.empty());
  EXPECT_NE(lives.front(), "an earlier one");
  EXPECT_TRUE(takes_events_again());
  member.stop();
  ASSERT_TRUE(until([&] { return member.ended(); }));
}

TEST_F(RedisBusAlone, trims_only_what_every_group_has_acknowledged) {
  const RedisStream stream{.prefix = "trim:", .keep_at_least = 0ms};
  RedisBus bus(client, stream);
  bool release = false;
  Member slow(io, std::make_unique<RedisSource>(client, stream, registry), subscription("slow"),
              [&](Event) -> Task<Verdict> {
                while (!release) co_await sleep_for(1ms);
                co_return Verdict::done;
              });
  run(io, bus.publish({numbered_event(1), numbered_event(2), numbered_event(3)}));
  {
    Member quick(io, std::make_unique<RedisSource>(client, stream, registry), subscription("quick"),
                 noting());
    ASSERT_TRUE(until([&] { return seen.size() == 3; }));
    quick.stop();
    ASSERT_TRUE(until([&] { return quick.ended(); }));
  }
  Member tidier(io, std::make_unique<RedisSource>(client, stream, registry), subscription("quick"), noting());
  run(io, sleep_for(50ms));  // its first turn tidies
  EXPECT_EQ(run(io, length_of(client, stream.key())), 3);
  release = true;
  slow.stop();
  tidier.stop();
  ASSERT_TRUE(until([&] { return slow.ended() && tidier.ended(); }));
  Member drain(io, std::make_unique<RedisSource>(client, stream, registry), subscription("slow"), noting());
  ASSERT_TRUE(until([&] { return seen.size() == 5; }));  // what slow handed back
  drain.stop();
  ASSERT_TRUE(until([&] { return drain.ended(); }));
  Member last(io, std::make_unique<RedisSource>(client, stream, registry), subscription("quick"), noting());
  EXPECT_TRUE(until([&] { return run(io, length_of(client, stream.key())) == 1; }));
  last.stop();
  ASSERT_TRUE(until([&] { return last.ended(); }));
}

}  // namespace
}  // namespace mrbill::events
