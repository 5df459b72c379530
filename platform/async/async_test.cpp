#include <stdexcept>
#include <thread>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <async/retry_budget.hpp>
#include <async/semaphore.hpp>
#include <async/spawn.hpp>
#include <async/within.hpp>
#include <async/work_pool.hpp>

namespace mrbill {
namespace {

using namespace std::chrono_literals;

Task<int> slow_answer() {
  co_await sleep_for(10s);
  co_return 1;
}
Task<int> quick_answer() {
  co_return 42;
}

// Runs one task to its end and hands on what it throws.
void run(Task<> task) {
  asio::io_context io;
  std::exception_ptr failure;
  asio::co_spawn(io, std::move(task), [&failure](std::exception_ptr problem) { failure = problem; });
  io.run();
  if (failure) std::rethrow_exception(failure);
}

Task<> expect_in_time() {
  EXPECT_EQ(co_await within(Deadline::in(5s), quick_answer()), 42);
}
Task<> expect_too_late() {
  static_cast<void>(co_await within(Deadline::in(1ms), slow_answer()));
}

Task<int> broken_answer() {
  throw std::runtime_error("broken");
  co_return 0;
}
Task<> expect_broken() {
  static_cast<void>(co_await within(Deadline::in(60s), broken_answer()));
}

TEST(Within, hands_on_what_the_operation_throws_without_waiting_for_the_deadline) {
  EXPECT_THROW(run(expect_broken()), std::runtime_error);
}
TEST(Within, returns_the_answer_that_came_in_time) {
  run(expect_in_time());
}
TEST(Within, throws_and_cancels_when_the_deadline_comes_first) {
  EXPECT_THROW(run(expect_too_late()), DeadlineExceeded);
}

Task<> work_elsewhere(WorkPool& pool) {
  const auto home = std::this_thread::get_id();
  const auto there = co_await pool.run([] { return std::this_thread::get_id(); });
  EXPECT_TRUE(home != there);
  EXPECT_TRUE(home == std::this_thread::get_id());
}
Task<> work_that_throws(WorkPool& pool) {
  co_await pool.run([]() -> int { throw std::runtime_error("broken"); });
}

TEST(WorkPool, works_on_its_own_thread_and_comes_back_to_the_callers) {
  WorkPool pool(1, 1);
  run(work_elsewhere(pool));
  EXPECT_EQ(pool.load(), 0U);
}
TEST(WorkPool, hands_on_what_the_work_throws) {
  WorkPool pool(1, 1);
  EXPECT_THROW(run(work_that_throws(pool)), std::runtime_error);
}
TEST(WorkPool, refuses_beyond_its_queue) {
  WorkPool pool(0, 0);
  EXPECT_THROW(run(work_elsewhere(pool)), WorkPoolFull);
}
Task<> work_that_holds(WorkPool& pool, std::shared_ptr<int> thing) {
  auto work = [thing] { return *thing; };
  co_await pool.run(std::move(work));
  EXPECT_EQ(thing.use_count(), 1);
}
TEST(WorkPool, lets_go_of_what_the_work_holds_before_its_awaiter_goes_on) {
  WorkPool pool(1, 1);
  for (int i = 0; i < 200; ++i) run(work_that_holds(pool, std::make_shared<int>(i)));
}

Task<> take_turn(Semaphore& semaphore, int number, std::vector<int>& order) {
  auto place = co_await semaphore.acquire(Deadline::in(5s));
  order.push_back(number);
  co_await sleep_for(1ms);
}

TEST(Semaphore, serves_in_the_order_of_arrival) {
  Semaphore semaphore(1, 10);
  std::vector<int> order;
  asio::io_context io;
  for (int i = 0; i < 5; ++i) spawn(io, "turn", take_turn(semaphore, i, order));
  io.run();
  EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4}));
  EXPECT_EQ(semaphore.free_places(), 1U);
}

Task<> overflow(Semaphore& semaphore) {
  auto first = co_await semaphore.acquire(Deadline::in(5s));
  EXPECT_THROW(co_await semaphore.acquire(Deadline::in(5s)), SemaphoreFull);
}
Task<> wait_in_vain(Semaphore& semaphore) {
  auto first = co_await semaphore.acquire(Deadline::in(5s));
  EXPECT_THROW(co_await semaphore.acquire(Deadline::in(1ms)), DeadlineExceeded);
}

TEST(Semaphore, refuses_when_the_line_is_full) {
  Semaphore semaphore(1, 0);
  run(overflow(semaphore));
}
TEST(Semaphore, stops_waiting_at_the_deadline_and_leaves_no_trace) {
  Semaphore semaphore(1, 1);
  run(wait_in_vain(semaphore));
  EXPECT_EQ(semaphore.in_line(), 0U);
  EXPECT_EQ(semaphore.free_places(), 1U);
}

TEST(RetryBudget, lets_a_tenth_of_the_work_be_retried) {
  RetryBudget budget(0.1, 2);
  EXPECT_TRUE(budget.try_retry());
  EXPECT_TRUE(budget.try_retry());
  EXPECT_FALSE(budget.try_retry());
  for (int i = 0; i < 11; ++i) budget.attempted();
  EXPECT_TRUE(budget.try_retry());
  EXPECT_FALSE(budget.try_retry());
}

}  // namespace
}  // namespace mrbill
