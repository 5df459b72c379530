#include <cstdlib>

#include <canvas/font_folder.hpp>

namespace mrbill::canvas {

std::filesystem::path font_folder() {
  if (const char* named = std::getenv("MRBILL_FONTS"); named != nullptr && *named != '\0') return named;
  std::error_code ignored;
  auto folder = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  for (; folder.has_relative_path(); folder = folder.parent_path())
    if (std::filesystem::exists(folder / "share/fonts/fonts.conf", ignored)) return folder / "share/fonts";
  return "share/fonts";
}

}  // namespace mrbill::canvas
