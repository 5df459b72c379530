#include "render/report/pdf/theme.hpp"

#include <algorithm>

#include <contract/languages.hpp>

namespace mrbill::content::report {

Theme::Theme(pdf::Typesetter& type) {
  auto& light = type.face("InterDisplay-Light.otf");
  auto& display = type.face("InterDisplay-SemiBold.otf");
  auto& regular = type.face("Inter-Regular.otf");
  auto& medium = type.face("Inter-Medium.otf");
  auto& strong = type.face("Inter-SemiBold.otf");
  cover_title = {.face = &display, .size = 42, .ink = palette::ink, .tracking = -0.018, .kerned = true};
  title = {.face = &display, .size = 26, .ink = palette::ink, .tracking = -0.012, .kerned = true};
  heading = {.face = &strong, .size = 11, .ink = palette::ink, .kerned = true};
  number = {.face = &light, .size = 40, .ink = palette::ink, .tracking = -0.02, .kerned = true};
  lead = {.face = &regular, .size = 12, .ink = palette::soft, .kerned = true};
  text = {.face = &regular, .size = 9, .ink = palette::ink};
  note = {.face = &regular, .size = 8.5, .ink = palette::soft};
  label = {.face = &medium, .size = 8, .ink = palette::soft, .tracking = 0.01};
  cell = {.face = &regular, .size = 7.5, .ink = palette::ink, .tabular = true};
  cell_strong = {.face = &medium, .size = 7.5, .ink = palette::ink};
  cell_soft = {.face = &regular, .size = 7, .ink = palette::soft};
  figure = {.face = &regular, .size = 6.5, .ink = palette::soft, .tabular = true};
  head = {.face = &medium, .size = 6.8, .ink = palette::soft, .tracking = 0.015};
  foot = {.face = &regular, .size = 7, .ink = palette::soft, .tabular = true};
  mark = {.face = &strong, .size = 9, .ink = palette::accent, .tabular = true};
}

pdf::Colour language_colour(std::string_view language) {
  const auto* known = contract::find_language(language);
  return known == nullptr ? palette::no_language : pdf::colour(known->colour);
}

pdf::Colour step_colour(std::size_t step, std::size_t steps) {
  const double share = steps < 2 ? 0 : static_cast<double>(step) / static_cast<double>(steps - 1);
  const auto mix = [share](double from, double to) { return from + (to - from) * share; };
  return {mix(palette::accent.red, 0.85), mix(palette::accent.green, 0.88), mix(palette::accent.blue, 0.96)};
}

}  // namespace mrbill::content::report
