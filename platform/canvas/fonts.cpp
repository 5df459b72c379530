#include <canvas/fonts.hpp>
#include <cstdlib>
#include <fontconfig/fontconfig.h>
#include <stdexcept>

namespace mrbill::canvas {

Fonts::Fonts(const std::filesystem::path& folder) : config_(FcConfigCreate()) {
  auto file = folder / "fonts.conf";
  auto* name = reinterpret_cast<const FcChar8*>(file.c_str());
  bool ready = FcConfigParseAndLoad(config_, name, FcTrue) && FcConfigBuildFonts(config_);
  FcFontSet* fonts = ready ? FcConfigGetFonts(config_, FcSetSystem) : nullptr;
  if (fonts == nullptr || fonts->nfont == 0) {
    FcConfigDestroy(config_);
    throw std::runtime_error("no fonts in " + folder.string() +
                             "; set MRBILL_FONTS to the folder that holds fonts.conf");
  }
}

Fonts::~Fonts() {
  FcConfigDestroy(config_);
}

std::filesystem::path Fonts::folder_of_this_program() {
  if (const char* named = std::getenv("MRBILL_FONTS"); named != nullptr && *named != '\0') return named;
  std::error_code ignored;
  auto folder = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  for (; folder.has_relative_path(); folder = folder.parent_path())
    if (std::filesystem::exists(folder / "share/fonts/fonts.conf", ignored)) return folder / "share/fonts";
  return "share/fonts";
}

}  // namespace mrbill::canvas
