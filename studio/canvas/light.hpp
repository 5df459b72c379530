// Soft light and grounds, written straight into pixels: floating point and dither, so that nothing bands.
#pragma once

#include <canvas/picture.hpp>
#include <canvas/surface.hpp>

namespace mrbill::canvas {

// first_row: the row of the picture that is the surface's first.
void paint_ground(Surface& surface, const Ground& ground, Size size, Box part, int first_row = 0);
// coverage: a mask of the part, or null where all of it is covered.
void paint_light(Surface& surface, const Light& light, double alpha, Box part, const Surface* coverage);

}  // namespace mrbill::canvas
