#include <algorithm>
#include <array>

#include <gtest/gtest.h>

#include <async/deadline.hpp>
#include <async/spawn.hpp>
#include <http/admission.hpp>
#include <testing/run.hpp>
#include <testing/wait_until.hpp>

namespace mrbill::http {
namespace {

using namespace std::chrono_literals;
using testing::run;
using testing::wait_until;
using Place = Admission::Place;

class AdmissionTest : public ::testing::Test {
 protected:
  ~AdmissionTest() override {
    if (admission_) admission_->close();
  }
  void with(std::vector<AdmissionClass> classes) {
    admission_.emplace(io_, registry_);
    admission_->set(std::move(classes));
  }
  std::optional<Place> enter(std::string_view operation) { return run(io_, admission_->enter(operation)); }
  // Somebody who comes, stays for `stay` when admitted, and leaves.
  void come(std::string_view operation, std::chrono::milliseconds stay) {
    spawn(io_, "visit",
          [](AdmissionTest& test, std::string_view what, std::chrono::milliseconds time) -> Task<> {
            const int number = test.came_++;
            auto place = co_await test.admission_->enter(what);
            ++(place ? test.admitted_ : test.refused_);
            if (place) test.order_.push_back(number);
            if (place) co_await sleep_for(time);
          }(*this, operation, stay));
  }

  static Task<> storm(AdmissionTest& test) {
    for (int i = 0; i < 200; ++i) {
      for (int each = 0; each < 2; ++each) test.come("list", 2ms);
      co_await sleep_for(1ms);
    }
  }

  metrics::Registry registry_;
  std::optional<Admission> admission_;
  asio::io_context io_{1};  // who still waits at the end goes before what is waited for
  int came_ = 0;
  int admitted_ = 0;
  int refused_ = 0;
  std::vector<int> order_;
};

AdmissionClass patient(std::size_t at_once) {
  return {.name = "all", .at_once = at_once, .burst = 10s, .standing = 5s};
}

TEST_F(AdmissionTest, bounds_nothing_until_it_is_told) {
  with({});
  std::vector<std::optional<Place>> places;
  for (int i = 0; i < 100; ++i) places.push_back(enter("anything"));
  EXPECT_TRUE(places.back());
}

TEST_F(AdmissionTest, lets_a_burst_wait_and_serves_it_in_order) {
  with({patient(2)});
  for (int i = 0; i < 50; ++i) come("list", 1ms);
  ASSERT_TRUE(wait_until(io_, [this] { return admitted_ == 50; }));
  EXPECT_TRUE(std::ranges::is_sorted(order_));
  EXPECT_EQ(refused_, 0);
}

TEST_F(AdmissionTest, refuses_who_has_waited_for_as_long_as_a_burst_may) {
  with({{.name = "all", .at_once = 1, .burst = 20ms, .standing = 5ms, .calm = 1s}});
  const auto place = enter("list");
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_FALSE(enter("list"));
  EXPECT_GE(std::chrono::steady_clock::now() - begun, 20ms);
}

TEST_F(AdmissionTest, lets_nobody_wait_for_long_once_it_had_to_refuse) {
  with({{.name = "all", .at_once = 1, .burst = 60ms, .standing = 1ms, .calm = 10s}});
  const auto place = enter("list");
  EXPECT_FALSE(enter("list"));
  int refused_before_the_burst_is_over = 0;
  for (int i = 0; i < 20; ++i) {
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_FALSE(enter("list"));
    refused_before_the_burst_is_over += std::chrono::steady_clock::now() - begun < 60ms ? 1 : 0;
  }
  EXPECT_GT(refused_before_the_burst_is_over, 10);
}

TEST_F(AdmissionTest, is_as_patient_as_before_when_it_has_been_calm) {
  with({{.name = "all", .at_once = 1, .burst = 10s, .standing = 0ms, .calm = 0ms}});
  {
    const auto place = enter("list");
    come("list", 0ms);
    ASSERT_TRUE(wait_until(io_, [this] { return came_ == 1; }));
  }
  EXPECT_TRUE(wait_until(io_, [this] { return admitted_ == 1; })) << "nothing was refused lately: a burst";
}

TEST_F(AdmissionTest, keeps_the_places_of_one_class_from_the_others) {
  with({{.name = "batch", .at_once = 1, .operations = {"export"}, .burst = 20ms, .standing = 5ms},
        {.name = "interactive", .at_once = 2, .burst = 20ms, .standing = 5ms}});
  const auto exporting = enter("export");
  EXPECT_FALSE(enter("export"));
  const auto one = enter("list");
  const auto two = enter("search");
  EXPECT_TRUE(one && two);
  EXPECT_FALSE(enter("list"));
}

TEST_F(AdmissionTest, gives_a_place_back_however_the_request_ends) {
  with({patient(1)});
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(enter("list"));
  auto place = enter("list");
  auto moved = std::move(place);
  moved.reset();
  EXPECT_TRUE(enter("list"));
}

TEST_F(AdmissionTest, tells_a_hiccup_from_an_overload_when_it_is_over) {
  with({{.name = "all", .at_once = 2, .burst = 1ms, .standing = 1ms, .calm = 30ms}});
  const std::array places{enter("list"), enter("list")};
  EXPECT_FALSE(enter("list"));
  EXPECT_FALSE(admission_->was_hiccup("list")) << "it may not be over";
  run(io_, sleep_for(40ms));
  EXPECT_TRUE(admission_->was_hiccup("list"));
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(enter("list"));
  run(io_, sleep_for(40ms));
  EXPECT_FALSE(admission_->was_hiccup("list")) << "more than two";
}

// More connections than places: somebody always waits, for a moment.
TEST_F(AdmissionTest, refuses_nobody_of_a_queue_that_moves_though_it_is_never_empty) {
  with({{.name = "all", .at_once = 1, .burst = 30ms, .standing = 10ms}});
  auto held = std::make_optional(enter("list"));
  for (const auto end = std::chrono::steady_clock::now() + 60ms; std::chrono::steady_clock::now() < end;) {
    come("list", 0ms);
    const auto admitted = admitted_;
    held.reset();
    ASSERT_TRUE(wait_until(io_, [&] { return admitted_ > admitted; }));
    held = enter("list");
  }
  EXPECT_EQ(refused_, 0);
}

// Twice as many come as can be served, for long: no place stands empty, and the rest is told soon.
TEST_F(AdmissionTest, under_a_standing_overload_admits_as_many_as_it_can) {
  with({{.name = "all", .at_once = 2, .burst = 20ms, .standing = 4ms}});
  spawn(io_, "storm", storm(*this));
  ASSERT_TRUE(wait_until(io_, [this] { return admitted_ + refused_ == 400; }));
  EXPECT_GT(refused_, 20);
  EXPECT_GT(admitted_, 20);
  EXPECT_TRUE(std::ranges::is_sorted(order_)) << "first come first served";
}

}  // namespace
}  // namespace mrbill::http
