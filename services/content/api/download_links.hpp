// Signed links to the person's own files, under the names of the naming convention.
#pragma once

#include <chrono>
#include <string>

#include <objects/object_store.hpp>

#include "domain/content.hpp"
#include "domain/object_keys.hpp"

namespace mrbill::content {

class DownloadLinks {
 public:
  explicit DownloadLinks(const objects::ObjectStore& files) : files_(files) {}

  [[nodiscard]] std::string main(UserId user, const Render& render) const {
    const auto resource = render.type == Type::video ? "video" : "report";
    return sign(main_key(user, render), resource, render, render.extension);
  }
  [[nodiscard]] std::string poster(UserId user, const Render& render) const {
    return sign(poster_key(user, render), "thumbnail", render, "jpg");
  }
  [[nodiscard]] std::string card(UserId user, const Render& render) const {
    return sign(card_key(user, render), "card", render, "jpg");
  }
  [[nodiscard]] std::string story(UserId user, const Render& render) const {
    return sign(story_key(user, render), "story", render, "jpg");
  }
  [[nodiscard]] std::string captions(UserId user, const Render& render, Locale locale) const {
    const auto resource = "captions-" + std::string(to_string(locale));
    return sign(captions_key(user, render, locale), resource, render, "vtt");
  }
  [[nodiscard]] std::string track(const Track& track) const {
    const auto extension = track.object_key.substr(track.object_key.rfind('.') + 1);
    return files_.signed_url(track.object_key, download_name("track", track.created_at, track.id, extension),
                             download_life);
  }
  [[nodiscard]] std::string still(const std::string& key) const {
    return files_.signed_url(key, key.substr(key.rfind('/') + 1), download_life);
  }

 private:
  [[nodiscard]] std::string sign(const std::string& key, std::string_view resource, const Render& render,
                                 std::string_view extension) const {
    return files_.signed_url(key, download_name(resource, render.created_at, render.id, extension),
                             download_life);
  }
  static constexpr std::chrono::minutes download_life{60};
  const objects::ObjectStore& files_;
};

}  // namespace mrbill::content
