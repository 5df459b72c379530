#include "render/video/soundtrack.hpp"

namespace mrbill::content::video {

Result<std::vector<float>, RenderFailure> soundtrack(const Production&, const std::filesystem::path&) {
  return std::vector<float>{};
}

}  // namespace mrbill::content::video
