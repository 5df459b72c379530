// What every Renderer promises, as tests. An adapter's test names a fixture that makes one and instantiates
// the suite:
//
//   struct ChildFixture { asio::io_context io; Renderer& renderer(); };
//   INSTANTIATE_TYPED_TEST_SUITE_P(Child, RendererContract, ChildFixture);
//
// The orders are those of services/content/tests/stand_in_renderer.py: the words of a title say how the
// drawing behaves.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "ports/renderer.hpp"

namespace mrbill::content {

template <class Fixture>
class RendererContract : public ::testing::Test {
 protected:
  Fixture fixture;

  template <class T>
  T run(Task<T> task) {
    return testing::run(fixture.io, std::move(task));
  }
  void run(Task<> task) { testing::run(fixture.io, std::move(task)); }

  std::unique_ptr<Workplace> ordered(const std::string& title) {
    auto place = fixture.renderer().prepare();
    run(place->write_order(R"({"title":")" + title +
                           R"(","seconds":20,"musicTrack":null,"format":"PDF"})"
                           "\n"));
    run(place->write_order(R"({"pocId":"018f0000-0000-7000-8000-000000000001","name":"one"})"
                           "\n"));
    return place;
  }

  static Task<std::vector<RenderEvent>> all_events(Rendering& rendering) {
    std::vector<RenderEvent> events;
    for (int i = 0; i < 2'000; ++i) {
      auto event = co_await rendering.next(std::chrono::milliseconds(20));
      if (std::holds_alternative<Nothing>(event)) continue;
      events.push_back(event);
      if (std::holds_alternative<Drawn>(event) || std::holds_alternative<CannotDraw>(event)) break;
    }
    co_return events;
  }
  std::vector<RenderEvent> events_of(const std::string& title, Drawing what) {
    const auto place = ordered(title);
    const auto rendering = place->start(what);
    return run(all_events(*rendering));
  }

  static Pieces one_piece(std::string text) {
    return [rest = std::make_shared<std::string>(std::move(text))]() -> Task<std::string> {
      co_return std::exchange(*rest, {});
    };
  }
  static Task<std::string> drain(Pieces pieces) {
    std::string text;
    for (auto piece = co_await pieces(); !piece.empty(); piece = co_await pieces()) text += piece;
    co_return text;
  }
};

TYPED_TEST_SUITE_P(RendererContract);

TYPED_TEST_P(RendererContract, tells_growing_progress_each_segment_and_the_result) {
  const auto events = this->events_of("a film", Drawing::video);
  ASSERT_GE(events.size(), 6U);
  int last = -1;
  int segments = 0;
  for (const auto& event : events) {
    if (const auto* progress = std::get_if<Progress>(&event)) {
      EXPECT_GE(progress->percent, last);
      last = progress->percent;
    }
    segments += std::holds_alternative<SegmentDone>(event) ? 1 : 0;
  }
  EXPECT_EQ(segments, 4);
  const auto* drawn = std::get_if<Drawn>(&events.back());
  ASSERT_NE(drawn, nullptr);
  EXPECT_NE(drawn->result.find("\"width\":1920"), std::string::npos);
}

TYPED_TEST_P(RendererContract, leaves_what_it_made_in_the_workplace) {
  const auto place = this->ordered("a report");
  const auto rendering = place->start(Drawing::report);
  static_cast<void>(this->run(this->all_events(*rendering)));
  auto content = this->run(place->open(Place::out, "report.pdf"));
  ASSERT_TRUE(content);
  EXPECT_EQ(content->size, 3U);
  EXPECT_EQ(this->run(this->drain(content->pieces)), "one");
  EXPECT_FALSE(this->run(place->open(Place::out, "report.csv")));
}

TYPED_TEST_P(RendererContract, does_not_draw_again_what_lies_among_the_segments) {
  const auto place = this->ordered("a film");
  for (const auto* name : {"scene-0.seg", "scene-1.seg"})
    this->run(place->put(Place::segments, name, this->one_piece("kept")));
  const auto rendering = place->start(Drawing::video);
  const auto events = this->run(this->all_events(*rendering));
  EXPECT_EQ(std::ranges::count_if(events, [](auto& e) { return std::holds_alternative<SegmentDone>(e); }), 2);
  auto kept = this->run(place->open(Place::segments, "scene-0.seg"));
  ASSERT_TRUE(kept);
  EXPECT_EQ(this->run(this->drain(kept->pieces)), "kept");
}

TYPED_TEST_P(RendererContract, tells_why_an_order_can_never_succeed) {
  const auto events = this->events_of("refuse", Drawing::video);
  const auto* refused = std::get_if<CannotDraw>(&events.back());
  ASSERT_NE(refused, nullptr);
  EXPECT_EQ(refused->code, "no_such_thing");
  EXPECT_EQ(refused->message, "This can never be made.");
}

TYPED_TEST_P(RendererContract, throws_when_it_died_without_an_answer) {
  EXPECT_THROW(static_cast<void>(this->events_of("crash", Drawing::video)), RendererDied);
}

TYPED_TEST_P(RendererContract, returns_in_time_when_there_is_nothing_to_tell) {
  const auto place = this->ordered("hang");
  const auto rendering = place->start(Drawing::video);
  static_cast<void>(this->run(rendering->next(std::chrono::seconds(5))));  // it has begun
  const auto event = this->run(rendering->next(std::chrono::milliseconds(30)));
  EXPECT_TRUE(std::holds_alternative<Nothing>(event));
}

TYPED_TEST_P(RendererContract, can_be_killed_at_any_moment) {
  const auto place = this->ordered("hang");
  const auto rendering = place->start(Drawing::video);
  const auto began = std::chrono::steady_clock::now();
  this->run(rendering->kill());
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::milliseconds(500));  // ten times the goal
}

TYPED_TEST_P(RendererContract, takes_no_name_that_leads_out_of_its_folder) {
  const auto place = this->fixture.renderer().prepare();
  for (const auto* name : {"../x", "a/b", ".hidden", ""}) {
    EXPECT_THROW(this->run(place->put(Place::segments, name, this->one_piece("x"))), std::invalid_argument)
        << name;
    EXPECT_THROW(static_cast<void>(this->run(place->open(Place::out, name))), std::invalid_argument) << name;
  }
}

REGISTER_TYPED_TEST_SUITE_P(RendererContract, tells_growing_progress_each_segment_and_the_result,
                            leaves_what_it_made_in_the_workplace,
                            does_not_draw_again_what_lies_among_the_segments,
                            tells_why_an_order_can_never_succeed, throws_when_it_died_without_an_answer,
                            returns_in_time_when_there_is_nothing_to_tell, can_be_killed_at_any_moment,
                            takes_no_name_that_leads_out_of_its_folder);

}  // namespace mrbill::content
