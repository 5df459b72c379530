#include <gtest/gtest.h>

#include "domain/content.hpp"
#include "domain/failure_text.hpp"
#include "domain/object_keys.hpp"

namespace mrbill::content {
namespace {

const auto user = *UserId::parse("018f0000-0000-7000-8000-000000000001");
const auto id = *RequestId::parse("018f0000-0000-7000-8000-000000000002");
const auto moment = *from_rfc3339("2026-01-31T09:05:00Z");

}  // namespace

const Render film{.id = id, .type = Type::video, .extension = "mp4", .year = 2025, .created_at = moment};
const Render report{.id = id, .type = Type::report, .extension = "pdf", .year = 2025, .created_at = moment};

TEST(ObjectKeys, are_those_of_the_specifications_tree_in_the_persons_folder) {
  const std::string folder = "b074214de22ed3762f7d2e5d33686f71";
  EXPECT_EQ(main_key(user, film), "videos/" + folder + "/2025/" + id.to_string() + ".mp4");
  EXPECT_EQ(poster_key(user, film), "videos/" + folder + "/thumbnails/" + id.to_string() + ".jpg");
  EXPECT_EQ(main_key(user, report), "users/" + folder + "/reports/" + id.to_string() + ".pdf");
  EXPECT_EQ(temp_key(id.uuid, "0a1b.seg"), "temp/" + id.to_string() + "/0a1b.seg");
}

TEST(ObjectKeys, of_what_comes_with_a_release_carry_its_version) {
  EXPECT_EQ(style_preview_key("aurora"), "static/images/styles/aurora-v2.jpg");
  EXPECT_EQ(style_motion_key("aurora"), "static/videos/styles/aurora.mp4");
  EXPECT_EQ(track_preview_key("night-drive"), "static/audio/tracks/night-drive-v2.m4a");
  EXPECT_EQ(former_style_preview_keys("aurora"), std::vector<std::string>{"static/images/styles/aurora.jpg"});
}

TEST(ObjectKeys, do_not_tell_whose_they_are) {
  for (const auto& key : {main_key(user, film), main_key(user, report), poster_key(user, film),
                          card_key(user, film), story_key(user, film), captions_key(user, film, Locale::en),
                          track_key(user, TrackId{id.uuid}, "mp3")}) {
    EXPECT_EQ(key.find(user.to_string()), std::string::npos) << key;
  }
}

TEST(DownloadNames, follow_the_naming_convention) {
  EXPECT_EQ(download_name("video", moment, id, "mp4"), "video-2026-01-31-" + id.to_string() + ".mp4");
  EXPECT_EQ(download_name("track", moment, TrackId{id.uuid}, "mp3"),
            "track-20260131T090500Z-" + id.to_string() + ".mp3");
}

TEST(NearestLocale, is_portuguese_for_whoever_speaks_it_and_english_for_all_others) {
  EXPECT_EQ(nearest_locale("pt-BR"), Locale::pt_br);
  EXPECT_EQ(nearest_locale("pt-PT"), Locale::pt_br);
  EXPECT_EQ(nearest_locale("pt"), Locale::pt_br);
  EXPECT_EQ(nearest_locale("ptx"), Locale::en);
  EXPECT_EQ(nearest_locale("de-AT"), Locale::en);
  EXPECT_EQ(nearest_locale(""), Locale::en);
}

TEST(FailureText, knows_what_draws_and_leaves_foreign_words_alone) {
  // Those of render/README.md.
  for (const auto* code : {"order_invalid", "order_too_large", "style_unknown", "period_empty",
                           "track_unknown", "track_unusable"}) {
    EXPECT_NE(failure_text(code, "?"), "?") << code;
  }
  EXPECT_EQ(failure_text("no_such_style", "There is no such style."), "There is no such style.");
}

TEST(Words, are_read_back_as_they_were_written) {
  for (const auto shape : {Shape::landscape, Shape::portrait, Shape::square})
    EXPECT_EQ(parse_shape(to_string(shape)), shape);
  for (const auto format : {Format::pdf, Format::excel, Format::csv})
    EXPECT_EQ(parse_format(to_string(format)), format);
  EXPECT_EQ(parse_status("CANCELLED"), std::nullopt);
}

}  // namespace mrbill::content
