// What every adapter of EventBus and EventSource must keep, as a typed test suite. An adapter's test says
//
//   INSTANTIATE_TYPED_TEST_SUITE_P(Memory, BusContract, MemoryHarness);
//
// where the harness is made from (io, registry) and offers EventBus& bus(), std::unique_ptr<EventSource>
// source(), void publish_body(std::string), void lose_everything(), std::vector<std::string> dead_letters()
// (the bodies) and dead_letter_reasons().
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <async/deadline.hpp>
#include <base/unavailable.hpp>
#include <events/bus.hpp>
#include <metrics/metrics.hpp>
#include <testing/run.hpp>
#include <testing/wait_until.hpp>

namespace mrbill::events {

using namespace std::chrono_literals;

inline Event numbered_event(int number, int tenant = 1, std::string type = "thing.changed") {
  Event event;
  event.id.bytes[15] = static_cast<std::uint8_t>(number);
  event.tenant.uuid.bytes[15] = static_cast<std::uint8_t>(tenant);
  event.source = "/services/test";
  event.type = std::move(type);
  event.subject = std::to_string(number);
  event.time = Timestamp{1'800'000'000s};
  event.data = "{}";
  return event;
}

// A member at work: what it saw, and how it ends.
class Member {
 public:
  Member(asio::io_context& io, std::unique_ptr<EventSource> source, Subscription subscription,
         Consume consume)
      : source_(std::move(source)) {
    asio::co_spawn(
        io, source_->consume(std::move(subscription), std::move(consume)),
        asio::bind_cancellation_slot(death_.slot(), [this](std::exception_ptr) { ended_ = true; }));
  }
  void stop() { source_->stop(); }
  void die() { death_.emit(asio::cancellation_type::terminal); }  // wherever it is
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  asio::cancellation_signal death_;
  std::unique_ptr<EventSource> source_;
  bool ended_ = false;
};

template <class Harness>
class BusContract : public ::testing::Test {
 protected:
  asio::io_context io;
  metrics::Registry registry;
  Harness harness{io, registry};
  std::vector<std::string> seen;  // subjects, in the order handled
  std::map<std::string, int> times;

  static Subscription subscription(std::string member, std::string group = "group") {
    return {.group = std::move(group),
            .member = std::move(member),
            .types = {"thing.changed"},
            .batch = 10,
            .attempts = 3,
            .redeliver_after = 300ms,
            .min_retry_pause = 5ms,
            .max_retry_pause = 20ms};
  }

  // For what a keeper that is late by a breath would spoil: a busy machine holds a process up for that long.
  static Subscription unhurried(std::string member) {
    auto chosen = subscription(std::move(member));
    chosen.redeliver_after = 1500ms;
    return chosen;
  }

  // Started members are stopped at the end of the test.
  Member& start(Subscription chosen, Consume consume) {
    members_.push_back(std::make_unique<Member>(io, harness.source(), std::move(chosen), std::move(consume)));
    return *members_.back();
  }
  void TearDown() override {
    for (auto& member : members_) member->stop();
    EXPECT_TRUE(until([this] { return std::ranges::all_of(members_, [](auto& m) { return m->ended(); }); }));
  }

  void publish(std::vector<Event> events) {
    mrbill::testing::run(io, harness.bus().publish(std::move(events)));
  }
  [[nodiscard]] bool until(std::function<bool()> condition) {
    return mrbill::testing::wait_until(io, condition, 50s);
  }

  // Notes each event and answers what `decide` says of it.
  Consume noting(std::function<Verdict(const Event&)> decide = [](const Event&) { return Verdict::done; }) {
    return [this, decide = std::move(decide)](Event event) -> Task<Verdict> {
      seen.push_back(event.subject);
      ++times[event.subject];
      co_return decide(event);
    };
  }
  // Notes and never comes back.
  Consume stuck() {
    return [this](Event event) -> Task<Verdict> {
      seen.push_back("stuck " + event.subject);
      co_await sleep_for(1h);
      co_return Verdict::done;
    };
  }
  [[nodiscard]] std::vector<std::string> dead_letters() { return harness.dead_letters(); }

 private:
  std::vector<std::unique_ptr<Member>> members_;
};

TYPED_TEST_SUITE_P(BusContract);

TYPED_TEST_P(BusContract, delivers_in_the_order_published) {
  this->publish({numbered_event(1), numbered_event(2)});
  this->start(this->subscription("a"), this->noting());
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 2; }));
  this->publish({numbered_event(3), numbered_event(4)});
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 4; }));
  EXPECT_EQ(this->seen, (std::vector<std::string>{"1", "2", "3", "4"}));
}

TYPED_TEST_P(BusContract, hands_over_the_event_as_it_was_published) {
  std::vector<Event> got;
  auto event = numbered_event(1);
  event.data = R"({"a":[1,"ä"]})";
  event.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  this->publish({event});
  this->start(this->subscription("a"), [&got](Event given) -> Task<Verdict> {
    got.push_back(std::move(given));
    co_return Verdict::done;
  });
  ASSERT_TRUE(this->until([&] { return !got.empty(); }));
  EXPECT_EQ(to_cloud_event(got[0]), to_cloud_event(event));
}

TYPED_TEST_P(BusContract, gives_every_event_to_each_group_and_within_a_group_to_one_member) {
  this->start(this->subscription("a", "shared"), this->noting());
  this->start(this->subscription("b", "shared"), this->noting());
  std::set<std::string> other;
  this->start(this->subscription("a", "other"), [&other](Event event) -> Task<Verdict> {
    other.insert(event.subject);
    co_return Verdict::done;
  });
  for (int i = 1; i <= 30; ++i) this->publish({numbered_event(i)});
  ASSERT_TRUE(this->until([&] { return other.size() == 30 && this->times.size() == 30; }));
  EXPECT_EQ(this->seen.size(), 30U);
}

TYPED_TEST_P(BusContract, does_not_show_events_of_other_types) {
  this->publish({numbered_event(1, 1, "other.changed"), numbered_event(2)});
  this->start(this->subscription("a"), this->noting());
  ASSERT_TRUE(this->until([&] { return !this->seen.empty(); }));
  EXPECT_EQ(this->seen, (std::vector<std::string>{"2"}));
}

TYPED_TEST_P(BusContract, delivers_again_what_is_not_done_and_keeps_the_tenants_order_meanwhile) {
  this->publish({numbered_event(1, 1), numbered_event(2, 1), numbered_event(3, 2)});
  this->start(this->subscription("a"), this->noting([this](const Event& event) {
    return event.subject == "1" && this->times["1"] < 3 ? Verdict::later : Verdict::done;
  }));
  ASSERT_TRUE(this->until([&] { return this->times.contains("2"); }));
  EXPECT_EQ(this->seen, (std::vector<std::string>{"1", "3", "1", "1", "2"}));
  EXPECT_TRUE(this->dead_letters().empty());
}

TYPED_TEST_P(BusContract, gives_up_after_its_attempts_and_goes_on) {
  this->publish({numbered_event(1), numbered_event(2)});
  this->start(this->subscription("a"), this->noting([](const Event& event) {
    if (event.subject == "1") throw std::runtime_error("cannot");
    return Verdict::done;
  }));
  ASSERT_TRUE(this->until([&] { return this->times.contains("2"); }));
  EXPECT_EQ(this->times["1"], 3);
  ASSERT_EQ(this->dead_letters().size(), 1U);
  EXPECT_EQ(this->dead_letters()[0], to_cloud_event(numbered_event(1)));
  EXPECT_EQ(this->harness.dead_letter_reasons()[0], "its attempts are spent: cannot");
}

TYPED_TEST_P(BusContract, gives_poison_and_garbage_to_the_dead_letters_at_once) {
  this->harness.publish_body("{\"not\": \"an event\"}");
  this->publish({numbered_event(1), numbered_event(2)});
  this->start(this->subscription("a"), this->noting([](const Event& event) {
    return event.subject == "1" ? Verdict::poison("it is bitter") : Verdict::done;
  }));
  ASSERT_TRUE(this->until([&] { return this->times.contains("2"); }));
  EXPECT_EQ(this->times["1"], 1);
  EXPECT_EQ(this->harness.dead_letter_reasons(),
            (std::vector<std::string>{"it is not a CloudEvent", "it is bitter"}));
}

TYPED_TEST_P(BusContract, spends_no_attempt_while_the_world_is_away) {
  this->publish({numbered_event(1)});
  this->start(this->subscription("a"), this->noting([this](const Event&) {
    if (this->times["1"] < 8) throw ServiceUnavailable("the database is away");
    return Verdict::done;
  }));
  ASSERT_TRUE(this->until([&] { return this->times["1"] == 8; }));
  EXPECT_TRUE(this->dead_letters().empty());
}

TYPED_TEST_P(BusContract, gives_what_a_dead_member_held_to_another) {
  auto& victim = this->start(this->subscription("victim"), this->stuck());
  ASSERT_TRUE(this->until([&] { return !victim.ended(); }));
  this->publish({numbered_event(1), numbered_event(2)});
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 1; }));
  victim.die();
  ASSERT_TRUE(this->until([&] { return victim.ended(); }));
  this->start(this->subscription("heir"), this->noting());
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 3; }));
  EXPECT_EQ(this->seen, (std::vector<std::string>{"stuck 1", "1", "2"}));
}

TYPED_TEST_P(BusContract, gives_what_a_dead_member_held_to_another_within_five_seconds_by_its_defaults) {
  const auto by_default = [](std::string member) {
    return Subscription{.group = "group", .member = std::move(member), .types = {"thing.changed"}};
  };
  auto& victim = this->start(by_default("victim"), this->stuck());
  this->publish({numbered_event(1), numbered_event(2)});
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 1; }));
  victim.die();
  ASSERT_TRUE(this->until([&] { return victim.ended(); }));
  const auto died = std::chrono::steady_clock::now();
  this->start(by_default("heir"), this->noting());
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 3; }));
  EXPECT_LE(by_default("heir").redeliver_after + 1s, 5s) << "an heir looks once a second";
  EXPECT_LT(std::chrono::steady_clock::now() - died, 50s) << "ten times that: the machine may be full";
}

TYPED_TEST_P(BusContract, keeps_an_event_whose_handler_takes_long_from_the_others) {
  bool finish = false;
  this->publish({numbered_event(1), numbered_event(2, 2)});
  this->start(this->unhurried("thorough"), [this, &finish](Event event) -> Task<Verdict> {
    this->seen.push_back("thorough " + event.subject);
    while (!finish) co_await sleep_for(1ms);
    co_return Verdict::done;
  });
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 1; }));
  this->start(this->unhurried("quick"), this->noting());
  mrbill::testing::run(this->io, sleep_for(3500ms));  // more than twice redeliver_after
  finish = true;
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 2; }));
  EXPECT_EQ(this->seen, (std::vector<std::string>{"thorough 1", "thorough 2"}));
}

TYPED_TEST_P(BusContract, gives_up_an_event_that_kills_its_consumers) {
  this->publish({numbered_event(1)});
  for (std::size_t i = 1; i <= 3; ++i) {
    auto& victim = this->start(this->subscription("victim " + std::to_string(i)), this->stuck());
    ASSERT_TRUE(this->until([&] { return this->seen.size() == i; }));
    victim.die();
    ASSERT_TRUE(this->until([&] { return victim.ended(); }));
  }
  this->start(this->subscription("survivor"), this->noting());
  ASSERT_TRUE(this->until([&] { return this->dead_letters().size() == 1; }));
  EXPECT_EQ(this->seen.size(), 3U);
}

TYPED_TEST_P(BusContract, finishes_what_is_in_hand_on_stop_and_hands_back_the_rest_at_once) {
  bool finish = false;
  auto& leaver = this->start(this->subscription("leaver"), [this, &finish](Event event) -> Task<Verdict> {
    this->seen.push_back("leaver " + event.subject);
    while (!finish) co_await sleep_for(1ms);
    co_return Verdict::done;
  });
  this->publish({numbered_event(1), numbered_event(2), numbered_event(3)});
  ASSERT_TRUE(this->until([&] { return !this->seen.empty(); }));
  leaver.stop();
  finish = true;
  ASSERT_TRUE(this->until([&] { return leaver.ended(); }));
  auto patient = this->subscription("heir");
  patient.redeliver_after = 1h;  // it gets them because they were handed back, not because time passed
  this->start(patient, this->noting());
  ASSERT_TRUE(this->until([&] { return this->seen.size() >= 3; }));
  EXPECT_EQ(this->seen, (std::vector<std::string>{"leaver 1", "2", "3"}));
}

TYPED_TEST_P(BusContract, keeps_events_of_a_slow_member_from_the_others) {
  auto chosen = this->unhurried("slow");
  this->publish(
      {numbered_event(1), numbered_event(2), numbered_event(3), numbered_event(4), numbered_event(5)});
  auto& slow = this->start(chosen, [this](Event event) -> Task<Verdict> {
    co_await sleep_for(600ms);  // five of them take twice redeliver_after
    this->seen.push_back(event.subject);
    co_return Verdict::done;
  });
  ASSERT_TRUE(this->until([&] { return !this->seen.empty(); }));
  this->start(this->unhurried("quick"), this->noting());
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 5; }));
  slow.stop();
  ASSERT_TRUE(this->until([&] { return slow.ended(); }));  // what is in its hand would be seen twice
  EXPECT_EQ(this->seen, (std::vector<std::string>{"1", "2", "3", "4", "5"}));
}

TYPED_TEST_P(BusContract, tells_its_life_before_the_first_event_and_another_one_after_a_loss) {
  auto chosen = this->subscription("a");
  chosen.meet_bus = [this](std::string life) -> Task<> {
    this->seen.push_back("met");
    ++this->times["life " + life];
    co_return;
  };
  this->publish({numbered_event(1)});
  this->start(chosen, this->noting());
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 2; }));
  EXPECT_EQ(this->seen, (std::vector<std::string>{"met", "1"}));
  auto other = this->subscription("a", "other");
  other.meet_bus = chosen.meet_bus;
  this->start(other, this->noting());
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 4; }));
  EXPECT_EQ(this->times.size(), 2U);  // one life, one subject
  this->harness.lose_everything();
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 6; }));
  this->publish({numbered_event(2)});
  ASSERT_TRUE(this->until([&] { return this->times["2"] == 2; }));
  EXPECT_EQ(this->times.size(), 4U);  // two lives, two subjects
}

TYPED_TEST_P(BusContract, reads_nothing_while_the_bus_could_not_be_met) {
  auto chosen = this->subscription("a");
  chosen.meet_bus = [this](std::string) -> Task<> {
    this->seen.push_back("tried");
    if (this->seen.size() < 3) throw ServiceUnavailable("the database is away");
    co_return;
  };
  this->publish({numbered_event(1)});
  this->start(chosen, this->noting());
  ASSERT_TRUE(this->until([&] { return this->seen.size() == 4; }));
  EXPECT_EQ(this->seen, (std::vector<std::string>{"tried", "tried", "tried", "1"}));
}

REGISTER_TYPED_TEST_SUITE_P(
    BusContract, delivers_in_the_order_published, hands_over_the_event_as_it_was_published,
    gives_every_event_to_each_group_and_within_a_group_to_one_member, does_not_show_events_of_other_types,
    delivers_again_what_is_not_done_and_keeps_the_tenants_order_meanwhile,
    gives_up_after_its_attempts_and_goes_on, gives_poison_and_garbage_to_the_dead_letters_at_once,
    spends_no_attempt_while_the_world_is_away, gives_what_a_dead_member_held_to_another,
    gives_what_a_dead_member_held_to_another_within_five_seconds_by_its_defaults,
    keeps_an_event_whose_handler_takes_long_from_the_others, gives_up_an_event_that_kills_its_consumers,
    finishes_what_is_in_hand_on_stop_and_hands_back_the_rest_at_once,
    tells_its_life_before_the_first_event_and_another_one_after_a_loss,
    reads_nothing_while_the_bus_could_not_be_met, keeps_events_of_a_slow_member_from_the_others);

}  // namespace mrbill::events
