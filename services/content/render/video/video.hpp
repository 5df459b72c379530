// The commands `video`, `storyboard` and `preview`, and `stills`, which draws a still at each half second for
// who looks at films.
#pragma once

#include <string_view>
#include <vector>

#include <film/film.hpp>

#include "render/program/call.hpp"

namespace mrbill::content::video {

[[nodiscard]] Result<std::string, RenderFailure> render_video(const Call& call, Lines& lines);
[[nodiscard]] Result<std::string, RenderFailure> render_storyboard(const Call& call, Lines& lines);
[[nodiscard]] Result<std::string, RenderFailure> render_preview(const Call& call, Lines& lines);
[[nodiscard]] Result<std::string, RenderFailure> render_stills(const Call& call, Lines& lines);

// From the first shot of that name on, so many frames; all of a film that has none of that name.
[[nodiscard]] std::vector<film::Shot> excerpt(std::vector<film::Shot> shots, std::string_view first,
                                              int frames);

}  // namespace mrbill::content::video
