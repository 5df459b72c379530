#include "adapters/redis/redis_throttle.hpp"

#include <boost/asio/io_context.hpp>

#include <base/random.hpp>
#include <testing/required_env.hpp>

#include "ports/throttle_contract.hpp"

namespace mrbill::auth {
namespace {

std::string own_prefix() {
  SystemRandom random;
  return "auth-test:" + to_hex(random.bytes<8>()) + ":";
}

struct Rig {
  asio::io_context io_;
  metrics::Registry registry_;
  testing::ManualClock clock_;
  redis::Client redis_{io_, {.url = Secret{testing::required_env("MRBILL_TEST_CACHE_URL")}}, registry_};
  RedisThrottle throttle_{redis_, clock_, own_prefix()};
  asio::io_context& io() { return io_; }
  testing::ManualClock& clock() { return clock_; }
  Throttle& throttle() { return throttle_; }
};

INSTANTIATE_TYPED_TEST_SUITE_P(Redis, ThrottleContract, Rig);

TEST(RedisThrottle, fails_closed_when_redis_is_away) {
  asio::io_context io;
  metrics::Registry registry;
  const testing::ManualClock clock;
  redis::Client nobody(io, {.url = Secret{"redis://127.0.0.1:1"}, .timeout = std::chrono::milliseconds(200)},
                       registry);
  RedisThrottle throttle(nobody, clock);
  const std::vector<Counter> counters{
      {"one", {1, std::chrono::seconds(1), std::chrono::seconds(1), std::chrono::hours(1)}}};
  EXPECT_ANY_THROW(testing::run(io, throttle.wait(counters)));
}

}  // namespace
}  // namespace mrbill::auth
