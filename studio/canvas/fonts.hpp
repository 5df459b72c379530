// The bundled fonts and nothing else: pictures are the same on every machine. A folder holds the files and a
// fonts.conf with the rules for them; the machine's own fonts, caches and configuration are not read.
#pragma once

#include <filesystem>
#include <memory>

using FcConfig = struct _FcConfig;

namespace mrbill::canvas {

class Fonts {
 public:
  // Throws std::runtime_error when there is no usable font in the folder.
  explicit Fonts(const std::filesystem::path& folder);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  [[nodiscard]] FcConfig* config() const { return config_; }

 private:
  FcConfig* config_;
};

}  // namespace mrbill::canvas
