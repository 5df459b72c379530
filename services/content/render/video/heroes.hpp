// The POCs worth a scene of their own: marked as favourite, described, rich in tags and frameworks, worked on
// for long; different languages and months before more of the same.
#pragma once

#include <vector>

#include "render/video/manifest.hpp"

namespace mrbill::content::video {

[[nodiscard]] std::vector<Hero> heroes_of(const Source& source, const locale::Zone& zone);
[[nodiscard]] canvas::Colour colour_of_language(const std::string& name);

}  // namespace mrbill::content::video
