#include <algorithm>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <gtest/gtest.h>

#include <http/turns.hpp>
#include <testing/run.hpp>

namespace mrbill::http {
namespace {

Request request_of(std::uint8_t tenant) {
  Request request;
  request.principal = Principal{};
  request.principal->tenant.uuid.bytes[15] = tenant;
  return request;
}

// Handlers that end when they are told to, and who is in one.
class InTurn : public ::testing::Test {
 protected:
  void ask(std::uint8_t tenant, std::string_view operation = "write") {
    auto request = request_of(tenant);
    request.leave_place = [this] { ++left_their_place; };
    const auto found = std::ranges::find(routes_, operation, &Route::operation);
    asio::co_spawn(io, found->handler(std::move(request)),
                   [this](std::exception_ptr, const Response& answer) {
                     answered.push_back(answer.status);
                     last = answer;
                   });
    run();
  }
  void run() {
    io.restart();
    io.poll();
  }
  void let_one_end() {
    ASSERT_FALSE(working.empty());
    working.front()->cancel();
    working.erase(working.begin());
    run();
  }
  Task<Response> work(Request) {
    auto gate = std::make_shared<asio::steady_timer>(io, asio::steady_timer::time_point::max());
    working.push_back(gate);
    try {
      co_await gate->async_wait(asio::use_awaitable);
    } catch (const std::exception&) {
    }
    co_return json_response(200, "{}");
  }
  Route route(std::string_view operation) {
    return {
        .method = Method::post, .pattern = "/", .operation = operation, .handler = [this](Request request) {
          return work(std::move(request));
        }};
  }

  asio::io_context io;
  std::vector<std::shared_ptr<asio::steady_timer>> working;
  std::vector<unsigned> answered;
  Response last;
  int left_their_place = 0;
  std::shared_ptr<Turns> turns =
      std::make_shared<Turns>(TurnBounds{.at_once = 1, .waiting = 2, .wait = std::chrono::milliseconds(50)});
  std::vector<Route> routes_ = with_turns({route("write"), route("read")}, {"write"}, turns);
};

TEST_F(InTurn, a_company_writes_one_after_the_other_and_who_waits_leaves_their_place) {
  ask(1);
  EXPECT_EQ(left_their_place, 0);
  ask(1);
  EXPECT_EQ(working.size(), 1U);
  EXPECT_EQ(left_their_place, 1);
  let_one_end();
  EXPECT_EQ(working.size(), 1U);
  let_one_end();
  EXPECT_EQ(answered, (std::vector{200U, 200U}));
}

TEST_F(InTurn, another_company_and_other_operations_do_not_wait) {
  ask(1);
  ask(2);
  ask(1, "read");
  EXPECT_EQ(working.size(), 3U);
  EXPECT_EQ(left_their_place, 0);
}

TEST_F(InTurn, a_line_that_is_too_long_is_told_to_come_back) {
  for (int i = 0; i < 4; ++i) ask(1);
  ASSERT_EQ(answered, std::vector{429U});
  EXPECT_NE(last.body.find("too_many_writes"), std::string::npos);
  EXPECT_EQ(last.headers.get_or("Retry-After", ""), "1");
}

TEST_F(InTurn, a_line_that_does_not_move_is_told_to_come_back) {
  ask(1);
  ask(1);
  io.restart();
  while (answered.empty() && io.run_one_for(std::chrono::seconds(20)) != 0) {
  }
  EXPECT_EQ(answered, std::vector{429U});
  EXPECT_EQ(working.size(), 1U);
}

TEST_F(InTurn, a_company_without_writes_is_forgotten) {
  ask(1);
  ask(1);
  EXPECT_EQ(turns->lines(), 1U);
  let_one_end();
  let_one_end();
  EXPECT_EQ(turns->lines(), 0U);
}

}  // namespace
}  // namespace mrbill::http
