// The film's music: the style's own, a named track, or silence; exactly as long as the film.
#pragma once

#include <filesystem>
#include <vector>

#include "render/program/call.hpp"
#include "render/video/production.hpp"

namespace mrbill::content::video {

// Stereo, interleaved, 48 kHz; empty: no sound. folder: where an uploaded track lies.
[[nodiscard]] Result<std::vector<float>, RenderFailure> soundtrack(const Production& production,
                                                                   const std::filesystem::path& folder);

}  // namespace mrbill::content::video
