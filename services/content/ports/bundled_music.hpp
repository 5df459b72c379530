// Excerpts of our own music, to listen to before choosing: a port. Files of the installation here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <async/task.hpp>

namespace mrbill::content {

class BundledMusic {
 public:
  virtual ~BundledMusic() = default;
  // An MP4 of fifteen seconds (m4a); nothing where the installation has none.
  [[nodiscard]] virtual Task<std::optional<std::string>> excerpt(std::string track) = 0;
};

}  // namespace mrbill::content
