#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw bow(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) { card(stage, script, sheet_of(script, scene), enter); };
}

}  // namespace mrbill::content::video::folio
