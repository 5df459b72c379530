// Who somebody is by what they did: the trait that stands out most, with the numbers that show it.
#pragma once

#include "render/video/manifest.hpp"

namespace mrbill::content::video {

[[nodiscard]] Persona persona_of(const Manifest& manifest, const Source& source);

}  // namespace mrbill::content::video
