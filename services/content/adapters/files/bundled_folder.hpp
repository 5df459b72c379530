// BundledMusic in share/music beside bin/, where the build has put it (services/content/preview).
#pragma once

#include <filesystem>

#include <async/work_pool.hpp>

#include "ports/bundled_music.hpp"

namespace mrbill::content {

class BundledFolder final : public BundledMusic {
 public:
  // The program is any of bin/.
  BundledFolder(const std::filesystem::path& program, WorkPool& files)
      : folder_(program.parent_path().parent_path() / "share" / "music"), files_(files) {}
  Task<std::optional<std::string>> excerpt(std::string track) override;

 private:
  std::filesystem::path folder_;
  WorkPool& files_;
};

}  // namespace mrbill::content
