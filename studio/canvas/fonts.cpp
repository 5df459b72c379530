#include <cstdlib>
#include <fontconfig/fontconfig.h>
#include <set>
#include <stdexcept>

#include <canvas/fonts.hpp>

namespace mrbill::canvas {

// File by file, in the order of their names: no cache of the machine is read or written.
Fonts::Fonts(const std::filesystem::path& folder) : config_(FcConfigCreate()) {
  auto text = [](const std::filesystem::path& path) {
    return reinterpret_cast<const FcChar8*>(path.c_str());
  };
  // pango loads a default configuration beside this one, in a thread: it is to find these rules, not the
  // machine's fonts.
  setenv("FONTCONFIG_FILE", (folder / "fonts.conf").c_str(), 0);
  bool ready = FcConfigParseAndLoad(config_, text(folder / "fonts.conf"), FcTrue) &&
               FcConfigParseAndLoad(config_, text(folder / "scale-bitmap-fonts.conf"), FcTrue);
  std::set<std::filesystem::path> files;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(folder, absent))
    if (entry.path().extension() == ".ttf" || entry.path().extension() == ".otf" ||
        entry.path().extension() == ".ttc")
      files.insert(entry.path());
  for (const auto& file : files) ready = FcConfigAppFontAddFile(config_, text(file)) && ready;
  if (!ready || files.empty()) {
    FcConfigDestroy(config_);
    throw std::runtime_error("no fonts in " + folder.string() +
                             "; set MRBILL_FONTS to the folder that holds fonts.conf");
  }
}

Fonts::~Fonts() {
  FcConfigDestroy(config_);
}

}  // namespace mrbill::canvas
