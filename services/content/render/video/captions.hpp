// What each scene says, in both languages, as captions.
#pragma once

#include <media/captions.hpp>

#include "render/video/production.hpp"

namespace mrbill::content::video {

[[nodiscard]] media::CaptionTrack captions_in(Locale locale, const Production& production);

}  // namespace mrbill::content::video
