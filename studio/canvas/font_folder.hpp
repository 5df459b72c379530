// Where this program finds the bundled fonts; apart from Fonts, for who sets type without this
// module's libraries.
#pragma once

#include <filesystem>

namespace mrbill::canvas {

// MRBILL_FONTS, or share/fonts in a folder above the program.
[[nodiscard]] std::filesystem::path font_folder();

}  // namespace mrbill::canvas
