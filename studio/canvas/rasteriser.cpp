#include <cairo.h>

#include <canvas/light.hpp>
#include <canvas/rasteriser.hpp>

namespace mrbill::canvas {
namespace {

void set(cairo_t* context, const Matrix& m) {
  cairo_matrix_t matrix{m.xx, m.yx, m.xy, m.yy, m.x0, m.y0};
  cairo_set_matrix(context, &matrix);
}

void trace(cairo_t* context, const Path& path) {
  const Point* p = path.points().data();
  for (auto verb : path.verbs()) switch (verb) {
      case Path::Verb::move:
        cairo_move_to(context, p->x, p->y), ++p;
        break;
      case Path::Verb::line:
        cairo_line_to(context, p->x, p->y), ++p;
        break;
      case Path::Verb::curve:
        cairo_curve_to(context, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y), p += 3;
        break;
      case Path::Verb::close:
        cairo_close_path(context);
        break;
    }
}

void source(cairo_t* context, Colour c, double alpha) {
  cairo_set_source_rgba(context, c.red, c.green, c.blue, c.alpha * alpha);
}

void source(cairo_t* context, const Paint& paint, double alpha) {
  if (const auto* plain = std::get_if<Colour>(&paint)) return source(context, *plain, alpha);
  const auto& gradient = std::get<Linear>(paint);
  cairo_pattern_t* pattern =
      cairo_pattern_create_linear(gradient.from.x, gradient.from.y, gradient.to.x, gradient.to.y);
  for (const auto& stop : gradient.stops)
    cairo_pattern_add_color_stop_rgba(pattern, stop.at, stop.colour.red, stop.colour.green, stop.colour.blue,
                                      stop.colour.alpha * alpha);
  cairo_set_source(context, pattern);
  cairo_pattern_destroy(pattern);
}

void clip_to(cairo_t* context, Box box) {
  cairo_identity_matrix(context);
  cairo_rectangle(context, box.left, box.top, box.right - box.left, box.bottom - box.top);
  cairo_clip(context);
}

void clip_to(cairo_t* context, const Clip& clip) {
  if (clip.outer) clip_to(context, *clip.outer);
  if (clip.rectangular) return clip_to(context, clip.box);
  set(context, clip.matrix);
  cairo_new_path(context);
  trace(context, clip.path);
  cairo_clip(context);
}

void stroke(cairo_t* context, const Stroke& what, double alpha) {
  trace(context, what.path);
  source(context, what.colour, alpha);
  cairo_set_line_width(context, what.width);
  cairo_set_line_cap(context, what.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join(context, what.round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  if (what.dash > 0) cairo_set_dash(context, &what.dash, 1, 0);
  cairo_stroke(context);
}

void image(cairo_t* context, const Image& what, double alpha) {
  cairo_translate(context, what.where.x, what.where.y);
  cairo_scale(context, what.where.width / what.surface->width(), what.where.height / what.surface->height());
  cairo_set_source_surface(context, what.surface->cairo(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_BILINEAR);
  cairo_paint_with_alpha(context, alpha);
}

// The words as outlines (exact at every size and place) and emoji as the pictures they are.
void glyphs(cairo_t* context, const Text& text, Colour colour, double alpha) {
  source(context, colour, alpha);
  for (const auto& run : text.runs()) {
    cairo_set_scaled_font(context, run.font.get());
    const auto* data = reinterpret_cast<const cairo_glyph_t*>(run.glyphs.data());
    auto count = static_cast<int>(run.glyphs.size());
    if (run.coloured)
      cairo_show_glyphs(context, data, count);
    else
      cairo_glyph_path(context, data, count);
  }
  for (Rect box : text.boxes())
    cairo_rectangle(context, box.x, box.y, box.width, box.height),
        cairo_rectangle(context, box.x + box.width * 0.85, box.y + box.height * 0.1, -box.width * 0.7,
                        box.height * 0.8);
  cairo_fill(context);
}

}  // namespace

Rasteriser::Rasteriser(std::size_t remembered_bytes) : most_(remembered_bytes) {}

void Rasteriser::paint(Surface& surface, const Picture& picture) {
  Box all = surface.bounds();
  paint(surface, picture, {&all, 1});
}

namespace {

// How much of each pixel of the part lies within the clip.
Surface coverage_of(const Clip& clip, Box part) {
  Surface mask(part.right - part.left, part.bottom - part.top, PixelFormat::mask);
  cairo_surface_set_device_offset(mask.cairo(), -part.left, -part.top);
  cairo_t* context = cairo_create(mask.cairo());
  clip_to(context, clip);
  cairo_paint(context);
  cairo_destroy(context);
  cairo_surface_flush(mask.cairo());
  return mask;
}

bool shaped(const Clip* clip) {
  return clip != nullptr && (!clip->rectangular || shaped(clip->outer.get()));
}

void ground(cairo_t* context, Surface& surface, const Ground& what, Size size, Box part, const Clip* clip) {
  if (!shaped(clip)) return paint_ground(surface, what, size, part);
  // Band by band: a whole second frame would cost more memory than all else.
  constexpr int band_rows = 64;
  Surface band(surface.width(), band_rows);
  cairo_save(context);
  clip_to(context, part);
  clip_to(context, *clip);
  cairo_identity_matrix(context);
  for (int top = part.top; top < part.bottom; top += band_rows) {
    Box rows{part.left, top, part.right, std::min(top + band_rows, part.bottom)};
    paint_ground(band, what, size, rows, top);
    cairo_surface_mark_dirty(band.cairo());
    cairo_set_source_surface(context, band.cairo(), 0, top);
    cairo_rectangle(context, rows.left, rows.top, rows.right - rows.left, rows.bottom - rows.top);
    cairo_fill(context);
    cairo_surface_flush(surface.cairo());
  }
  cairo_restore(context);
}

void light(Surface& surface, const Light& what, double alpha, Box part, const Clip* clip) {
  if (!shaped(clip)) return paint_light(surface, what, alpha, part, nullptr);
  Surface mask = coverage_of(*clip, part);
  paint_light(surface, what, alpha, part, &mask);
}

}  // namespace

void Rasteriser::paint(Surface& surface, const Picture& picture, std::span<const Box> parts) {
  cairo_t* context = cairo_create(surface.cairo());
  for (Box part : parts) {
    part = intersection(part, surface.bounds());
    for (const auto& command : picture.commands())
      if (overlap(part, command.box)) paint(context, surface, picture, command, part);
  }
  cairo_destroy(context);
  cairo_surface_flush(surface.cairo());
}

void Rasteriser::paint(void* opaque, Surface& surface, const Picture& picture, const Command& command,
                       Box part) {
  auto* context = static_cast<cairo_t*>(opaque);
  Box touched = intersection(part, command.box);
  const auto* lit = std::get_if<Light>(&command.what);
  const auto* under = std::get_if<Ground>(&command.what);
  if (lit != nullptr || under != nullptr) {  // written into the pixels beside cairo
    cairo_surface_flush(surface.cairo());
    if (lit != nullptr) light(surface, *lit, command.alpha, touched, command.clip.get());
    if (under != nullptr) ground(context, surface, *under, picture.size(), touched, command.clip.get());
    cairo_surface_mark_dirty(surface.cairo());
    return;
  }
  cairo_save(context);
  clip_to(context, part);
  if (command.clip) clip_to(context, *command.clip);
  set(context, command.matrix);
  cairo_new_path(context);
  if (const auto* what = std::get_if<Fill>(&command.what)) {
    trace(context, what->path);
    source(context, what->paint, command.alpha);
    cairo_fill(context);
  } else if (const auto* line = std::get_if<Stroke>(&command.what)) {
    stroke(context, *line, command.alpha);
  } else if (const auto* text = std::get_if<Words>(&command.what)) {
    words(context, command, *text);
  } else if (const auto* shown = std::get_if<Image>(&command.what)) {
    image(context, *shown, command.alpha);
  }
  cairo_restore(context);
}

void Rasteriser::words(void* opaque, const Command& command, const Words& what) {
  auto* context = static_cast<cairo_t*>(opaque);
  if (!command.matrix.only_moves()) return glyphs(context, *what.text, what.colour, command.alpha);
  const Mask& mask = mask_of(what);
  double x = mask.left, y = mask.top;
  if (what.text->coloured()) {
    cairo_set_source_surface(context, mask.surface->cairo(), x, y);
    cairo_paint_with_alpha(context, command.alpha * what.colour.alpha);
  } else {
    source(context, what.colour, command.alpha);
    cairo_mask_surface(context, mask.surface->cairo(), x, y);
  }
}

const Rasteriser::Mask& Rasteriser::mask_of(const Words& what) {
  Hasher key;
  key.add(what.text->id());
  if (what.text->coloured()) key.add(what.colour.red).add(what.colour.green).add(what.colour.blue);
  if (auto known = masks_.find(key.value()); known != masks_.end()) {
    order_.splice(order_.begin(), order_, known->second);
    return known->second->second;
  }
  Box box = pixels_of({}, what.text->ink(), 2);
  Mask mask{std::make_shared<Surface>(box.right - box.left, box.bottom - box.top,
                                      what.text->coloured() ? PixelFormat::argb : PixelFormat::mask),
            box.left, box.top};
  cairo_t* context = cairo_create(mask.surface->cairo());
  cairo_translate(context, -box.left, -box.top);
  glyphs(context, *what.text, faded(what.colour, 1 / what.colour.alpha), 1);
  cairo_destroy(context);
  cairo_surface_flush(mask.surface->cairo());
  held_ += mask.surface->size();
  order_.emplace_front(key.value(), std::move(mask));
  masks_[key.value()] = order_.begin();
  while (held_ > most_ && order_.size() > 1) {
    held_ -= order_.back().second.surface->size();
    masks_.erase(order_.back().first);
    order_.pop_back();
  }
  return order_.front().second;
}

}  // namespace mrbill::canvas
