#include <canvas/text.hpp>

#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw bow(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) { card(stage, script, world_of(script, scene), enter); };
}

}  // namespace mrbill::content::video::poster
