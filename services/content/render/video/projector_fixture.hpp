// Scenes as pictures, for tests that look at what stands in them, style by style.
//
//   Projector projector;
//   const auto picture = projector.before_the_cut(*film, scene, 0.75);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <canvas/font_folder.hpp>

#include "render/video/production.hpp"
#include "render/video/styles/styles.hpp"

namespace mrbill::content::video {

class Projector {
 public:
  // `second` counts from the scene's beginning.
  [[nodiscard]] canvas::Picture at(const Production& film, std::size_t scene, double second) {
    canvas::Picture picture(film.script().size);
    film.draw(picture, setter_, scene, second);
    return picture;
  }
  // So many seconds before the next scene comes over it.
  [[nodiscard]] canvas::Picture before_the_cut(const Production& film, std::size_t scene, double seconds) {
    const auto shown = film.shown_scenes()[scene];
    return at(film, scene, shown.to_second - shown.from_second - seconds);
  }

 private:
  static const canvas::Fonts& fonts() {
    static const canvas::Fonts all(canvas::font_folder());
    return all;
  }

  canvas::Typesetter setter_{fonts()};
};

inline std::vector<std::string_view> style_names() {
  std::vector<std::string_view> names;
  for (const auto& style : styles()) names.push_back(style.name);
  return names;
}

// The parameter of a test that every style passes.
inline std::string style_of(const ::testing::TestParamInfo<std::string_view>& style) {
  return std::string(style.param);
}

}  // namespace mrbill::content::video
