#include "domain/object_keys.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <fmt/format.h>

#include <base/encoding.hpp>

namespace mrbill::content {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array media_types{
    Pair{"mp4", "video/mp4"},
    Pair{"jpg", "image/jpeg"},
    Pair{"vtt", "text/vtt; charset=utf-8"},
    Pair{"m4a", "audio/mp4"},
    Pair{"pdf", "application/pdf"},
    Pair{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Pair{"csv", "text/csv; charset=utf-8"},
};
constexpr std::array music{
    Pair{"audio/mpeg", "mp3"},  Pair{"audio/mp4", "m4a"},   Pair{"audio/aac", "aac"},
    Pair{"audio/ogg", "ogg"},   Pair{"audio/flac", "flac"}, Pair{"audio/wav", "wav"},
    Pair{"audio/x-wav", "wav"},
};

template <std::size_t size>
std::string_view second_of(const std::array<Pair, size>& table, std::string_view first,
                           std::string_view otherwise) {
  const auto found = std::ranges::find(table, first, &Pair::first);
  return found == table.end() ? otherwise : found->second;
}

// Links to files are handed on, share pages are public: they name a person's folder, not the person. An id
// has 74 random bits, so nobody finds it by trying.
std::string folder_of(UserId user) {
  const auto digest = sha256("folder of " + user.to_string());
  return to_hex(std::span(digest).first(16));
}

std::string thumbnail(UserId user, const Render& render, std::string_view suffix) {
  return fmt::format("videos/{}/thumbnails/{}{}.jpg", folder_of(user), render.id.to_string(), suffix);
}

// 20260131T090500Z: no character that a file system minds.
std::string compact(Timestamp time) {
  auto text = to_rfc3339(time).substr(0, 19) + "Z";
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

}  // namespace

std::string main_key(UserId user, const Render& render) {
  if (render.type == Type::report)
    return fmt::format("users/{}/reports/{}.{}", folder_of(user), render.id.to_string(), render.extension);
  return fmt::format("videos/{}/{}/{}.{}", folder_of(user), render.year, render.id.to_string(),
                     render.extension);
}

std::string poster_key(UserId user, const Render& render) {
  return thumbnail(user, render, "");
}
std::string card_key(UserId user, const Render& render) {
  return thumbnail(user, render, "-card");
}
std::string story_key(UserId user, const Render& render) {
  return thumbnail(user, render, "-story");
}

std::string captions_key(UserId user, const Render& render, Locale locale) {
  return fmt::format("videos/{}/{}/{}.{}.vtt", folder_of(user), render.year, render.id.to_string(),
                     to_string(locale));
}

std::vector<std::string> keys_of(UserId user, const Render& render) {
  std::vector<std::string> keys{main_key(user, render)};
  if (render.type == Type::report) return keys;
  for (auto key : {poster_key(user, render), card_key(user, render), story_key(user, render),
                   captions_key(user, render, Locale::pt_br), captions_key(user, render, Locale::en)})
    keys.push_back(std::move(key));
  return keys;
}

std::string track_key(UserId user, TrackId track, std::string_view extension) {
  return fmt::format("users/{}/tracks/{}.{}", folder_of(user), track.to_string(), extension);
}

namespace {

// Raised when the looks of a style, or a piece of music, change: what browsers and the object store have is
// of before.
constexpr int style_pictures = 2;
constexpr int style_motions = 1;
constexpr int track_excerpts = 2;

// Versioned static assets: {resource_name}-v{version_number}.{extension}; the first ones had no version in
// their name.
std::string versioned(std::string_view folder, std::string_view name, int version,
                      std::string_view extension) {
  const auto mark = version == 1 ? std::string() : fmt::format("-v{}", version);
  return fmt::format("static/{}/{}{}.{}", folder, name, mark, extension);
}

std::vector<std::string> versions_before(std::string_view folder, std::string_view name, int version,
                                         std::string_view extension) {
  std::vector<std::string> keys;
  for (int earlier = 1; earlier < version; ++earlier)
    keys.push_back(versioned(folder, name, earlier, extension));
  return keys;
}

}  // namespace

std::string style_preview_key(std::string_view style) {
  return versioned("images/styles", style, style_pictures, "jpg");
}
std::vector<std::string> former_style_preview_keys(std::string_view style) {
  return versions_before("images/styles", style, style_pictures, "jpg");
}

std::string style_motion_key(std::string_view style) {
  return versioned("videos/styles", style, style_motions, "mp4");
}
std::vector<std::string> former_style_motion_keys(std::string_view style) {
  return versions_before("videos/styles", style, style_motions, "mp4");
}

std::string track_preview_key(std::string_view track) {
  return versioned("audio/tracks", track, track_excerpts, "m4a");
}
std::vector<std::string> former_track_preview_keys(std::string_view track) {
  return versions_before("audio/tracks", track, track_excerpts, "m4a");
}

std::string temp_key(Uuid work, std::string_view name) {
  return fmt::format("temp/{}/{}", work.to_string(), name);
}

std::string download_name(std::string_view resource, Timestamp made, RequestId id,
                          std::string_view extension) {
  return fmt::format("{}-{}-{}.{}", resource, to_rfc3339(made).substr(0, 10), id.to_string(), extension);
}

std::string download_name(std::string_view resource, Timestamp made, TrackId id, std::string_view extension) {
  return fmt::format("{}-{}-{}.{}", resource, compact(made), id.to_string(), extension);
}

std::string_view media_type_of(std::string_view extension) {
  return second_of(media_types, extension, "application/octet-stream");
}

std::string_view music_extension(std::string_view media_type) {
  return second_of(music, media_type, "");
}

}  // namespace mrbill::content
