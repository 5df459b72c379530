// The styles there are, by name. The table is written by styles/table.cmake from the folders.
#pragma once

#include <span>

#include "render/video/style.hpp"

namespace mrbill::content::video {

struct NamedStyle {
  std::string_view name;
  MakeStyle make;
};

[[nodiscard]] std::span<const NamedStyle> styles();

}  // namespace mrbill::content::video
