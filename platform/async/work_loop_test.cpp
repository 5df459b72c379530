#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <async/spawn.hpp>
#include <async/work_loop.hpp>
#include <testing/wait_until.hpp>

namespace mrbill {
namespace {

using namespace std::chrono_literals;

class WorkLoopTest : public ::testing::Test {
 protected:
  Task<std::int64_t> turn() {
    ++turns_;
    if (fails_) throw std::runtime_error("the database is away");
    co_return left_ > 0 ? left_-- : 0;
  }
  void start() { spawn(io_, "loop under test", loop_.run()); }
  bool until(auto condition) { return testing::wait_until(io_, condition, 50s); }

  asio::io_context io_;
  metrics::Registry registry_;
  std::chrono::milliseconds pause_ = 1h;
  int turns_ = 0;
  std::int64_t left_ = 0;
  bool fails_ = false;
  WorkLoop loop_{io_, "test", pause_, [this] { return turn(); }, registry_};
};

TEST_F(WorkLoopTest, goes_on_without_a_pause_while_there_is_something_to_do) {
  left_ = 3;
  start();
  EXPECT_TRUE(until([&] { return turns_ == 4; }));
}

TEST_F(WorkLoopTest, is_woken_from_its_rest) {
  start();
  ASSERT_TRUE(until([&] { return turns_ == 1; }));
  loop_.wake();
  EXPECT_TRUE(until([&] { return turns_ == 2; }));
}

TEST_F(WorkLoopTest, survives_a_failure_and_counts_it) {
  fails_ = true;
  start();
  ASSERT_TRUE(until([&] { return turns_ == 1; }));
  fails_ = false;
  loop_.wake();
  EXPECT_TRUE(until([&] { return turns_ == 2; }));
  EXPECT_NE(registry_.expose().find("worker_failures_total{loop=\"test\"} 1"), std::string::npos);
}

TEST_F(WorkLoopTest, ends_when_told_to) {
  start();
  ASSERT_TRUE(until([&] { return turns_ == 1; }));
  loop_.stop();
  io_.run();
  EXPECT_EQ(turns_, 1);
}

}  // namespace
}  // namespace mrbill
