// The addresses of a shared film: the page, and its files under it, which live as long as the share.
//
//   https://mrbill.example/s/{token}  .../film.mp4  .../picture.jpg  .../poster.jpg  .../captions-pt-BR.vtt
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/object_keys.hpp"

namespace mrbill::content {

class ShareLinks {
 public:
  ShareLinks(std::string_view public_url, std::string_view token)
      : page_(std::string(public_url).append("/s/").append(token)) {}
  [[nodiscard]] const std::string& page() const { return page_; }
  [[nodiscard]] std::string film() const { return page_ + "/film.mp4"; }
  [[nodiscard]] std::string picture() const {
    return page_ + "/picture.jpg";
  }  // 1200 x 630, as social networks show it
  [[nodiscard]] std::string poster() const { return page_ + "/poster.jpg"; }  // of the film's shape
  [[nodiscard]] std::string captions(Locale locale) const {
    return page_ + "/captions-" + std::string(to_string(locale)) + ".vtt";
  }

 private:
  std::string page_;
};

// The object behind the last part of such an address; nothing for a name that none has.
[[nodiscard]] inline std::optional<std::string> key_of_shared(std::string_view file, UserId owner,
                                                              const Render& render) {
  if (file == "film.mp4") return main_key(owner, render);
  if (file == "picture.jpg") return card_key(owner, render);
  const bool is_high = render.height.value_or(0) > render.width.value_or(0);
  if (file == "poster.jpg") return is_high ? story_key(owner, render) : poster_key(owner, render);
  for (const auto locale : {Locale::pt_br, Locale::en}) {
    if (file == "captions-" + std::string(to_string(locale)) + ".vtt")
      return captions_key(owner, render, locale);
  }
  return std::nullopt;
}

}  // namespace mrbill::content
