#include "usecases/make_content.hpp"

#include <algorithm>

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <async/work_pool.hpp>
#include <objects/memory_store.hpp>
#include <objects/whole.hpp>
#include <testing/manual_clock.hpp>
#include <testing/run.hpp>
#include <testing/seeded_random.hpp>

#include "adapters/memory/fakes.hpp"
#include "adapters/memory/memory_render_job.hpp"
#include "domain/object_keys.hpp"

namespace mrbill::content {
namespace {

class MakeContentTest : public ::testing::Test {
 protected:
  testing::ManualClock clock;
  testing::SeededRandom random;
  objects::MemoryStore files{clock};
  FakePeople people;
  FakePocSource pocs;
  FakeRenderer renderer;
  MemoryRenderJob job;

  MakeContentTest() {
    job.owner = {TenantId{new_uuid(clock, random)}, UserId{new_uuid(clock, random)}};
    for (const auto* name : {"one", "two", "three"})
      pocs.pocs.push_back({.poc_id = new_uuid(clock, random),
                           .name = name,
                           .created_at = clock.now(),
                           .updated_at = clock.now()});
    for (const auto* name : {"video.mp4", "poster.jpg", "card.jpg", "story.jpg", "captions.pt-BR.vtt",
                             "captions.en.vtt", "report.pdf"})
      renderer.out[name] = name;
  }
  void want(std::variant<VideoOptions, ReportOptions> options) {
    job.wanted = Request{.id = RequestId{new_uuid(clock, random)},
                         .spec = {.title = "My year",
                                  .from = clock.now(),
                                  .to = clock.now() + std::chrono::hours(1),
                                  .options = std::move(options)},
                         .created_at = clock.now()};
  }
  void want_film() { want(VideoOptions{.style = "aurora"}); }
  std::string film_result() const {
    std::string shown;
    int order = 0;
    for (const auto& poc : pocs.pocs) {
      if (order > 0) shown += ',';
      shown += R"({"pocId":")" + poc.poc_id.to_string() + R"(","sequenceOrder":)" + std::to_string(++order);
      shown += R"(,"atSecond":1.5,"durationSeconds":2})";
    }
    return R"({"seconds":60,"width":1920,"height":1080,"scenes":[],"pocs":[)" + shown + "]}";
  }
  Result<void, MakeFailure> make(RenderLimits limits = {}) {
    MakeContent make(job, pocs, renderer, files, people, clock, "https://mrbill.test", limits);
    return testing::run(make());
  }
  bool has(const std::string& key) { return testing::run(files.head(key)).has_value(); }
};

}  // namespace

TEST_F(MakeContentTest, makes_a_film_and_keeps_its_files_its_pocs_and_growing_progress) {
  want_film();
  renderer.segments["a.seg"] = "scene";
  renderer.script = {Progress{0}, SegmentDone{"a.seg"}, Progress{50}, Progress{100}, Drawn{film_result()}};
  ASSERT_TRUE(make());
  ASSERT_EQ(job.renders.size(), 1U);
  const auto& render = job.renders.begin()->second;
  EXPECT_EQ(render.poc_count, 3);
  EXPECT_TRUE(has(main_key(job.owner.user, render)) && has(poster_key(job.owner.user, render)) &&
              has(captions_key(job.owner.user, render, Locale::pt_br)));
  EXPECT_TRUE(has(temp_key(job.wanted->id.uuid, "a.seg")));
  EXPECT_TRUE(std::ranges::is_sorted(job.progress));
  EXPECT_EQ(job.progress.front(), 1);
  EXPECT_EQ(job.used.size(), 3U);
  EXPECT_EQ(job.used[1].order, 2);
  EXPECT_EQ(job.noted.size(), 7U);  // six files and a segment
  EXPECT_EQ(renderer.folders, 0);
}

TEST_F(MakeContentTest, orders_every_poc_once_with_the_persons_facts) {
  want_film();
  renderer.script = {Drawn{film_result()}};
  ASSERT_TRUE(make());
  EXPECT_NE(renderer.order.find(R"("displayName":"Ana","tenantName":"Labs")"), std::string::npos);
  for (const auto* name : {R"("name":"one")", R"("name":"two")", R"("name":"three")"})
    EXPECT_NE(renderer.order.find(name), std::string::npos);
  EXPECT_TRUE(renderer.order.ends_with("}\n"));
  EXPECT_EQ(std::ranges::count(renderer.order, '\n'), 4);  // its head, and a line for each POC
}

TEST_F(MakeContentTest, counts_private_pocs_in_a_film_and_tells_who_draws_nothing_of_them) {
  want_film();
  job.wanted->spec.include_private = false;
  const auto shown = film_result();
  for (auto& poc : pocs.pocs) poc.is_public = true;
  pocs.pocs.push_back({.poc_id = new_uuid(clock, random),
                       .name = "secret-name",
                       .description = "secret words",
                       .repository_url = "https://secret.example/x",
                       .language = "Go",
                       .tags = {"secret-tag"},
                       .frameworks = {"secret-framework"},
                       .is_favorite = true,
                       .created_at = clock.now(),
                       .updated_at = clock.now() + std::chrono::hours(1)});
  renderer.script = {Drawn{shown}};
  ASSERT_TRUE(make());
  EXPECT_EQ(renderer.order.find("secret"), std::string::npos);
  EXPECT_NE(
      renderer.order.find(R"("name":"","description":null,"repositoryUrl":null,"language":"Go","tags":[])"),
      std::string::npos);
  EXPECT_EQ(job.renders.begin()->second.poc_count, 4);
  EXPECT_EQ(job.renders.begin()->second.private_pocs, 0);
  EXPECT_EQ(job.used.size(), 3U);
}

TEST_F(MakeContentTest, keeps_how_many_private_pocs_a_film_names_where_the_person_says_so) {
  want_film();
  pocs.pocs[0].is_public = true;
  renderer.script = {Drawn{film_result()}};
  ASSERT_TRUE(make());
  EXPECT_EQ(job.renders.begin()->second.private_pocs, 2);
}

TEST_F(MakeContentTest, ends_the_facts_of_a_film_with_the_persons_day_while_its_period_runs) {
  want_film();
  job.wanted->spec.from = clock.now() - std::chrono::days(330);
  job.wanted->spec.to = clock.now() + std::chrono::days(35);
  people.person.day_ends = clock.now() + std::chrono::hours(7);
  renderer.script = {Drawn{film_result()}};
  ASSERT_TRUE(make());
  EXPECT_NE(renderer.order.find("\"untilDate\":\"" + to_rfc3339(people.person.day_ends)), std::string::npos);
  EXPECT_EQ(pocs.asked.to, people.person.day_ends);
  job.kept = {};
  renderer.order.clear();
  job.wanted->spec.to = clock.now() - std::chrono::days(1);  // over
  ASSERT_TRUE(make());
  EXPECT_NE(renderer.order.find("\"untilDate\":\"" + to_rfc3339(job.wanted->spec.to)), std::string::npos);
}

TEST_F(MakeContentTest, refuses_a_film_that_leaves_a_poc_out) {
  want_film();
  auto result = film_result();
  pocs.pocs.push_back({.poc_id = new_uuid(clock, random),
                       .name = "forgotten",
                       .created_at = clock.now(),
                       .updated_at = clock.now()});
  renderer.script = {Drawn{result}};
  EXPECT_THROW(static_cast<void>(make()), RendererDied);
  EXPECT_TRUE(job.renders.empty());
}

TEST_F(MakeContentTest, refuses_a_report_with_fewer_rows_than_pocs) {
  want(ReportOptions{});
  renderer.script = {Drawn{R"({"file":"report.pdf","rows":2,"pages":1})"}};
  EXPECT_THROW(static_cast<void>(make()), RendererDied);
}

TEST_F(MakeContentTest, brings_the_segments_of_an_earlier_attempt) {
  want_film();
  job.kept.segments = {"a.seg", "gone.seg"};
  testing::run(
      files.put({.key = temp_key(job.wanted->id.uuid, "a.seg"), .max_bytes = 10}, objects::one_chunk("kept")))
      .value();
  renderer.script = {Drawn{film_result()}};
  ASSERT_TRUE(make());
  EXPECT_EQ(renderer.segments, (std::map<std::string, std::string>{{"a.seg", "kept"}}));
}

TEST_F(MakeContentTest, draws_the_same_order_once) {
  want_film();
  renderer.script = {Drawn{film_result()}};
  ASSERT_TRUE(make());
  job.kept = {};
  want_film();  // another request, the same spec
  job.wanted->spec.from = job.wanted->spec.from;
  ASSERT_TRUE(make());
  EXPECT_EQ(renderer.started, 1);
  EXPECT_TRUE(job.adopted.has_value());
}

TEST_F(MakeContentTest, mails_the_page_of_the_request_and_not_of_what_was_drawn_for_an_earlier_one) {
  want_film();
  renderer.script = {Drawn{film_result()}};
  ASSERT_TRUE(make());
  EXPECT_EQ(job.mailed, "https://mrbill.test/videos/" + job.wanted->id.to_string());
  job.kept = {};
  want_film();
  ASSERT_TRUE(make());
  ASSERT_TRUE(job.adopted);
  EXPECT_EQ(job.mailed, "https://mrbill.test/videos/" + job.wanted->id.to_string());
  job.kept = {};
  want(ReportOptions{});
  renderer.script = {Drawn{R"({"file":"report.pdf","rows":3,"pages":1})"}};
  ASSERT_TRUE(make());
  EXPECT_EQ(job.mailed, "https://mrbill.test/reports/" + job.wanted->id.to_string());
}

TEST_F(MakeContentTest, draws_again_what_is_known_but_gone_or_rotten_and_under_its_own_name) {
  want_film();
  renderer.script = {Drawn{film_result()}};
  ASSERT_TRUE(make());
  const auto render = job.renders.begin()->second;
  const std::vector<std::function<void()>> losses{
      [&] { testing::run(files.remove(main_key(job.owner.user, render))).value(); },
      [&] { files.damage(main_key(job.owner.user, render)); },
      [&] { files.damage(poster_key(job.owner.user, render)); }};
  for (int drawn = 2; const auto& lose : losses) {
    lose();
    job.kept = {};
    want_film();  // another request, the same spec
    ASSERT_TRUE(make());
    EXPECT_EQ(renderer.started, drawn++);
    EXPECT_EQ(job.renders.begin()->second.id, render.id);
    EXPECT_TRUE(testing::run(objects::is_whole(files, main_key(job.owner.user, render))));
  }
  EXPECT_FALSE(job.adopted);
}

TEST_F(MakeContentTest, draws_anew_when_a_poc_has_changed) {
  want_film();
  renderer.script = {Drawn{film_result()}};
  ASSERT_TRUE(make());
  job.kept = {};
  pocs.pocs[1].name = "another name";
  ASSERT_TRUE(make());
  EXPECT_EQ(renderer.started, 2);
}

TEST_F(MakeContentTest, a_report_asked_for_at_another_moment_is_the_same_report) {
  want(ReportOptions{});
  renderer.script = {Drawn{R"({"file":"report.pdf","rows":3,"pages":1})"}};
  ASSERT_TRUE(make());
  job.kept = {};
  job.wanted->created_at += std::chrono::minutes(5);
  ASSERT_TRUE(make());
  EXPECT_EQ(renderer.started, 1);
}

TEST_F(MakeContentTest, waits_while_the_catalogue_is_away_or_another_makes_the_same) {
  want_film();
  pocs.away = true;
  EXPECT_THROW(static_cast<void>(make()), ServiceUnavailable);
  pocs.away = false;
  job.held_by_another = true;
  EXPECT_THROW(static_cast<void>(make()), ServiceUnavailable);
  EXPECT_EQ(renderer.started, 0);
}

TEST_F(MakeContentTest, kills_the_drawing_when_it_is_cancelled_and_forgets_what_it_had) {
  want_film();
  job.cancel_after = 2;
  renderer.script = {Progress{10}, Progress{20}, Progress{30}};
  const auto outcome = make();
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, "cancelled");
  EXPECT_EQ(renderer.killed, 1);
  EXPECT_EQ(job.forgotten, 1);
  EXPECT_EQ(renderer.folders, 0);
}

TEST_F(MakeContentTest, ends_what_takes_too_long) {
  want_film();
  const auto outcome = make({.time = std::chrono::milliseconds(0)});
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, "time_limit");
  EXPECT_EQ(renderer.killed, 1);
}

TEST_F(MakeContentTest, passes_on_why_an_order_can_never_succeed) {
  want_film();
  renderer.script = {CannotDraw{"bad_track", "The music cannot be read."}};
  const auto outcome = make();
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().message, "The music cannot be read.");
}

TEST_F(MakeContentTest, does_nothing_again_that_was_finished_when_its_worker_was_killed) {
  want_film();
  job.kept.finished = true;
  ASSERT_TRUE(make());
  EXPECT_EQ(renderer.started, 0);
}

TEST_F(MakeContentTest, does_nothing_for_a_request_that_was_deleted) {
  const auto outcome = make();
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, "cancelled");
}

TEST_F(MakeContentTest, says_when_the_music_is_gone) {
  want(VideoOptions{.style = "aurora", .music_track = new_uuid(clock, random).to_string()});
  const auto outcome = make();
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, "track_missing");
}

}  // namespace mrbill::content
