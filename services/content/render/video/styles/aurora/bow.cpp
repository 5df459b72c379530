#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw bow(const Script& script, std::size_t) {
  return [&script](const Stage& stage) { card(stage, script, enter); };
}

}  // namespace mrbill::content::video::aurora
