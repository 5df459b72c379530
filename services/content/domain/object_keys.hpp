// Where the files of this service lie, and what they are called when they are downloaded (specification,
// section 10).
//
//   videos/{folder}/{year}/{request}.mp4              users/{folder}/reports/{report}.pdf
//   videos/{folder}/thumbnails/{request}.jpg          temp/{request}/{segment}
//   users/{folder}/tracks/{track}.mp3
//
// The folder is the person's, and says nothing of who it is: signed links stand on public pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/content.hpp"

namespace mrbill::content {

[[nodiscard]] std::string main_key(UserId user, const Render& render);
[[nodiscard]] std::string poster_key(UserId user, const Render& render);                   // 1280 x 720
[[nodiscard]] std::string card_key(UserId user, const Render& render);                     // 1200 x 630
[[nodiscard]] std::string story_key(UserId user, const Render& render);                    // 1080 x 1920
[[nodiscard]] std::string captions_key(UserId user, const Render& render, Locale locale);  // WebVTT
// Every file of it.
[[nodiscard]] std::vector<std::string> keys_of(UserId user, const Render& render);
[[nodiscard]] std::string track_key(UserId user, TrackId track, std::string_view extension);
// Of this version; and those that it takes the place of.
[[nodiscard]] std::string style_preview_key(std::string_view style);
[[nodiscard]] std::vector<std::string> former_style_preview_keys(std::string_view style);
[[nodiscard]] std::string style_motion_key(std::string_view style);
[[nodiscard]] std::vector<std::string> former_style_motion_keys(std::string_view style);
[[nodiscard]] std::string track_preview_key(std::string_view track);
[[nodiscard]] std::vector<std::string> former_track_preview_keys(std::string_view track);
// Of whatever is worked with: a day is its life. The name is one that an object's key may hold.
[[nodiscard]] std::string temp_key(Uuid work, std::string_view name);

// System-generated content: {resource_type}-{generation_date}-{request_id}.{extension}
[[nodiscard]] std::string download_name(std::string_view resource, Timestamp made, RequestId id,
                                        std::string_view extension);
// User-generated content: {resource_type}-{timestamp}-{uuid}.{extension}
[[nodiscard]] std::string download_name(std::string_view resource, Timestamp made, TrackId id,
                                        std::string_view extension);

[[nodiscard]] std::string_view media_type_of(std::string_view extension);
// Of music that may be uploaded; empty for anything else.
[[nodiscard]] std::string_view music_extension(std::string_view media_type);

}  // namespace mrbill::content
