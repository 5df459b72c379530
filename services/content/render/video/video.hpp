// The commands `video` and `storyboard`, and `stills`, which draws a still at each half second for who looks
// at films.
#pragma once

#include "render/program/call.hpp"

namespace mrbill::content::video {

[[nodiscard]] Result<std::string, RenderFailure> render_video(const Call& call, Lines& lines);
[[nodiscard]] Result<std::string, RenderFailure> render_storyboard(const Call& call, Lines& lines);
[[nodiscard]] Result<std::string, RenderFailure> render_stills(const Call& call, Lines& lines);

}  // namespace mrbill::content::video
