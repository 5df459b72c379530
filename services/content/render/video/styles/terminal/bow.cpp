#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw bow(const Script& script, std::size_t) {
  return [&script](const Stage& stage) { card(stage, script, enter); };
}

}  // namespace mrbill::content::video::terminal
