#include <gtest/gtest.h>

#include <http/rate_limit.hpp>

namespace mrbill::http {
namespace {

using namespace std::chrono_literals;
using Moment = TokenBuckets::Moment;

TEST(TokenBuckets, admits_a_burst_and_then_the_rate) {
  TokenBuckets buckets(3, 60s, 10);
  Moment now{};
  EXPECT_EQ(buckets.take("a", now).remaining, 2u);
  EXPECT_TRUE(buckets.take("a", now).admitted);
  const auto last = buckets.take("a", now);
  EXPECT_EQ(last.remaining, 0u);
  EXPECT_EQ(last.limit, 3u);
  EXPECT_EQ(last.reset, 60s);
  const auto refused = buckets.take("a", now);
  EXPECT_FALSE(refused.admitted);
  EXPECT_EQ(refused.retry_after, 20s);
  EXPECT_TRUE(buckets.take("b", now).admitted) << "another key has its own bucket";
  EXPECT_FALSE(buckets.take("a", now + 19s).admitted);
  EXPECT_TRUE(buckets.take("a", now + 20s).admitted);
  EXPECT_FALSE(buckets.take("a", now + 20s).admitted);
}

TEST(TokenBuckets, admits_nobody_before_a_debt_is_paid) {
  TokenBuckets buckets(3, 60s, 10);
  Moment now{};
  EXPECT_TRUE(buckets.take("a", now).admitted);
  buckets.charge("a", 4, now);
  const auto refused = buckets.take("a", now);
  EXPECT_FALSE(refused.admitted);
  EXPECT_EQ(refused.remaining, 0u);
  EXPECT_EQ(refused.retry_after, 60s);
  EXPECT_FALSE(buckets.take("a", now + 59s).admitted);
  EXPECT_TRUE(buckets.take("a", now + 60s).admitted);
  EXPECT_TRUE(buckets.take("b", now).admitted) << "another key owes nothing";
}

TEST(TokenBuckets, never_saves_more_than_its_capacity) {
  TokenBuckets buckets(2, 1s, 10);
  Moment now{};
  EXPECT_TRUE(buckets.take("a", now).admitted);
  now += 1h;
  EXPECT_EQ(buckets.take("a", now).remaining, 1u);
}

TEST(TokenBuckets, stands_a_clock_that_goes_back) {
  TokenBuckets buckets(1, 1s, 10);
  const Moment now{1h};
  EXPECT_TRUE(buckets.take("a", now).admitted);
  EXPECT_FALSE(buckets.take("a", now - 30min).admitted);
  EXPECT_TRUE(buckets.take("a", now + 1s).admitted);
}

TEST(TokenBuckets, forgets_the_longest_unused_key_beyond_its_bound) {
  TokenBuckets buckets(1, 1h, 2);
  const Moment now{};
  EXPECT_TRUE(buckets.take("a", now).admitted);
  EXPECT_TRUE(buckets.take("b", now).admitted);
  EXPECT_FALSE(buckets.take("a", now).admitted);
  EXPECT_TRUE(buckets.take("c", now).admitted);
  EXPECT_EQ(buckets.size(), 2u);
  EXPECT_FALSE(buckets.take("a", now).admitted) << "b was the one unused for longest";
}

TEST(RateLimits, has_classes_by_operation_and_shares) {
  RateLimits limits({{.name = "sign_in", .requests = 2, .per = 1h, .operations = {"login"}},
                     {.name = "rest", .requests = 20}},
                    0.5);
  const Moment now{};
  EXPECT_EQ(limits.take("login", "a", now)->limit, 1u);
  EXPECT_FALSE(limits.take("login", "a", now)->admitted);
  EXPECT_EQ(limits.take("other", "a", now)->limit, 10u);
  RateLimits only({{.name = "sign_in", .requests = 2, .operations = {"login"}}}, 1);
  EXPECT_EQ(only.take("other", "a", now), nullptr);
}

TEST(RateLimitGate, bounds_what_the_people_of_one_company_ask_for_together) {
  auto gate = rate_limit_gate(std::make_shared<RateLimits>(
      std::vector<RateLimitClass>{{.name = "all", .requests = 2, .per = 1h, .company = 3}}, 1.0));
  Route route{.method = Method::get, .pattern = "/", .operation = "x", .handler = {}};
  const auto asks = [&](std::uint8_t tenant, std::uint8_t user) {
    Request request;
    request.principal = Principal{};
    request.principal->tenant.uuid.bytes[0] = tenant;
    request.principal->user.uuid.bytes[0] = user;
    return gate(request, route);
  };
  for (std::uint8_t user = 1; user <= 6; ++user) EXPECT_FALSE(asks(1, user).has_value());
  const auto refusal = asks(1, 7);
  ASSERT_TRUE(refusal.has_value()) << "the seventh person has asked for nothing yet";
  EXPECT_EQ(refusal->status, 429u);
  EXPECT_EQ(refusal->headers.get_or("Retry-After", ""), "600");
  EXPECT_FALSE(asks(2, 8).has_value()) << "another company";
}

TEST(RateLimitGate, counts_a_request_that_does_the_work_of_many_as_many) {
  auto limits = std::make_shared<RateLimits>(
      std::vector<RateLimitClass>{{.name = "all", .requests = 100, .per = 1h, .company = 1.5}}, 1.0);
  auto gate = rate_limit_gate(limits);
  Route route{.method = Method::get, .pattern = "/", .operation = "x", .handler = {}};
  Request request;
  request.principal = Principal{};
  EXPECT_FALSE(gate(request, route).has_value());
  charge_more(*limits, request, "x", 98);
  EXPECT_FALSE(gate(request, route).has_value());
  EXPECT_TRUE(gate(request, route).has_value());
  request.principal->user.uuid.bytes[0] = 1;
  EXPECT_FALSE(gate(request, route).has_value()) << "a colleague";
  charge_more(*limits, request, "x", 60);
  request.principal->user.uuid.bytes[0] = 2;
  EXPECT_TRUE(gate(request, route).has_value()) << "the company's are spent";
}

TEST(RateLimitGate, tells_the_state_and_refuses_with_429) {
  auto gate = rate_limit_gate(std::make_shared<RateLimits>(
      std::vector<RateLimitClass>{{.name = "all", .requests = 1, .per = 1h}}, 1.0));
  Route route{.method = Method::get, .pattern = "/", .operation = "x", .handler = {}};
  Request request;
  request.client_address = "10.0.0.1";
  EXPECT_FALSE(gate(request, route).has_value());
  EXPECT_EQ(request.answer_headers.get_or("RateLimit-Remaining", ""), "0");
  const auto refusal = gate(request, route);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_EQ(refusal->status, 429u);
  EXPECT_EQ(refusal->headers.get_or("Retry-After", ""), "3600");
  request.principal = Principal{};
  EXPECT_FALSE(gate(request, route).has_value()) << "a person has a bucket of their own";
}

}  // namespace
}  // namespace mrbill::http
