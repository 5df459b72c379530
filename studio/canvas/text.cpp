#include <cstddef>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <base/unreachable.hpp>
#include <canvas/hash.hpp>
#include <canvas/text.hpp>

namespace mrbill::canvas {
namespace {

static_assert(sizeof(Glyph) == sizeof(cairo_glyph_t) && offsetof(Glyph, y) == offsetof(cairo_glyph_t, y));

double pixels(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

std::uint64_t identity(std::string_view words, const TextStyle& style, Measure measure) {
  return Hasher{}
      .add(words)
      .add(std::string_view(style.family))
      .add(style.weight)
      .add(style.size)
      .add(style.tracking)
      .add(style.leading)
      .add(style.italic ? 1 : 0)
      .add(std::string_view(style.features))
      .add(measure.width)
      .add(measure.lines)
      .add(static_cast<int>(measure.align))
      .value();
}

bool has_colour(PangoFont* font) {
  PangoFontDescription* described = pango_font_describe(font);
  const char* family = pango_font_description_get_family(described);
  bool coloured = family != nullptr && std::string_view(family).find("Color Emoji") != std::string_view::npos;
  pango_font_description_free(described);
  return coloured;
}

bool disturbs(gunichar c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029 ||
         c == 0xFEFF || c == 0xFFFC;
}

Rect joined(Rect a, Rect b) {
  if (a.width <= 0 || a.height <= 0) return b;
  if (b.width <= 0 || b.height <= 0) return a;
  double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

}  // namespace

std::string harmless(std::string_view words, std::size_t longest) {
  gchar* valid =
      g_utf8_make_valid(words.data(), static_cast<gssize>(std::min<std::size_t>(words.size(), longest * 8)));
  std::string out;
  std::size_t count = 0;
  bool space = true;
  for (const gchar* at = valid; *at != '\0' && count < longest; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (disturbs(c)) continue;
    bool blank = g_unichar_iscntrl(c) || g_unichar_isspace(c);
    if (blank && space) continue;
    if (blank)
      out += ' ';
    else
      out.append(at, static_cast<const gchar*>(g_utf8_next_char(at)));
    space = blank;
    ++count;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  g_free(valid);
  return out;
}

Typesetter::Typesetter(const Fonts& fonts, std::size_t remembered)
    : most_(remembered), map_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_), fonts.config());
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_), 72);
  context_ = pango_font_map_create_context(map_);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context_, FALSE);
  pango_context_set_language(context_, pango_language_from_string("en"));
  layout_ = pango_layout_new(context_);
}

Typesetter::~Typesetter() {
  order_.clear();
  g_object_unref(layout_);
  g_object_unref(context_);
  g_object_unref(map_);
}

TextPtr Typesetter::set(std::string_view words, const TextStyle& style, Measure measure) {
  auto id = identity(words, style, measure);
  if (auto known = known_.find(id); known != known_.end()) {
    order_.splice(order_.begin(), order_, known->second);
    return known->second->second;
  }
  auto text = lay_out(words, style, measure);
  order_.emplace_front(id, text);
  known_[id] = order_.begin();
  if (order_.size() > most_) {
    known_.erase(order_.back().first);
    order_.pop_back();
  }
  return text;
}

namespace {

// The longest part of the words that a line should not break.
std::string_view longest_part(std::string_view words) {
  std::string_view longest;
  for (std::size_t from = 0; from < words.size();) {
    auto end = words.find_first_of(" -", from);
    auto part =
        words.substr(from, end == std::string_view::npos ? end : end - from + (words[end] == '-' ? 1 : 0));
    if (part.size() > longest.size()) longest = part;
    from = end == std::string_view::npos ? words.size() : end + 1;
  }
  return longest;
}

}  // namespace

TextPtr Typesetter::fit(std::string_view words, TextStyle style, Size box, int lines, Align align,
                        double smallest) {
  if (lines == 1) return fit_line(words, style, box, align, smallest);
  Measure measure{.width = box.width, .lines = lines, .align = align};
  double part = set(longest_part(words), style)->width();
  if (part > box.width) style.size = std::max(smallest, style.size * box.width / part * 0.99);
  auto fits = [&](const Text& text) { return !text.cut() && text.height() <= box.height + 0.5 * style.size; };
  TextPtr text = set(words, style, measure);
  for (int tries = 0; tries < 14 && !fits(*text) && style.size > smallest; ++tries) {
    style.size = std::max(smallest, style.size * 0.9);
    text = set(words, style, measure);
  }
  while (!fits(*text) && measure.lines > 1 && text->height() > box.height + 0.5 * style.size) {
    --measure.lines;
    text = set(words, style, measure);
  }
  return text;
}

TextPtr Typesetter::fit_line(std::string_view words, TextStyle style, Size box, Align align,
                             double smallest) {
  TextPtr text = set(words, style);
  for (int tries = 0; tries < 4 && style.size > smallest; ++tries) {
    double shrink = std::min(box.width / std::max(1.0, text->width()),
                             box.height / std::max(1.0, text->height() - 0.5 * style.size));
    if (shrink >= 1) break;
    style.size = std::max(smallest, style.size * std::max(0.2, shrink * 0.995));
    text = set(words, style);
  }
  if (align == Align::left && text->width() <= box.width + 0.5) return text;
  return set(words, style, {.width = box.width + 0.5, .lines = 1, .align = align});
}

void Typesetter::describe(PangoLayout* layout, std::string_view words, const TextStyle& style,
                          Measure measure) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, style.family.c_str());
  pango_font_description_set_weight(font, static_cast<PangoWeight>(style.weight));
  pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  PangoAttrList* attributes = pango_attr_list_new();
  if (style.tracking != 0)
    pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(
                                           static_cast<int>(style.tracking * style.size * PANGO_SCALE)));
  if (!style.features.empty())
    pango_attr_list_insert(attributes, pango_attr_font_features_new(style.features.c_str()));
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  bool column = measure.width > 0;
  // (hyphens of our own making would change a name)
  pango_layout_set_width(layout, column ? static_cast<int>(measure.width * PANGO_SCALE) : -1);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize(layout, column ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height(layout, column ? -std::max(1, measure.lines) : -1);
  pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT);
  auto clean = harmless(words);
  pango_layout_set_text(layout, clean.data(), static_cast<int>(clean.size()));
}

std::shared_ptr<const Text> Typesetter::lay_out(std::string_view words, const TextStyle& style,
                                                Measure measure) {
  describe(layout_, words, style, measure);
  auto text = std::make_shared<Text>();
  text->id_ = identity(words, style, measure);
  text->words_ = words;
  text->size_ = style.size;
  take_runs(layout_, style, measure, *text);
  text->cut_ = measure.width > 0 && pango_layout_is_ellipsized(layout_);
  return text;
}

std::shared_ptr<cairo_scaled_font_t> Typesetter::shared(cairo_scaled_font_t* font) {
  if (auto known = fonts_.find(font); known != fonts_.end()) return known->second;
  if (fonts_.size() > 80)
    std::erase_if(fonts_, [](const auto& entry) { return entry.second.use_count() == 1; });
  return fonts_[font] = {cairo_scaled_font_reference(font), cairo_scaled_font_destroy};
}

namespace {

// Where a line starts: right-to-left lines are aligned by us, not by their script.
double line_start(PangoLayoutLine* line, Measure measure, double& width) {
  PangoRectangle logical;
  pango_layout_line_get_extents(line, nullptr, &logical);
  width = pixels(logical.width);
  double room = measure.width > 0 ? measure.width : width;
  switch (measure.align) {
    case Align::left:
      return 0;
    case Align::centre:
      return (room - width) / 2;
    case Align::right:
      return room - width;
  }
  unreachable();
}

void take_glyphs(PangoGlyphItem* item, double& x, double y, Text::Run& run, std::vector<Rect>& boxes,
                 double size) {
  PangoGlyphString* glyphs = item->glyphs;
  for (int i = 0; i < glyphs->num_glyphs; ++i) {
    const PangoGlyphInfo& glyph = glyphs->glyphs[i];
    double advance = pixels(glyph.geometry.width);
    if ((glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
      boxes.push_back(
          {x + 0.08 * size, y - 0.7 * size, std::max(0.2 * size, advance - 0.16 * size), 0.7 * size});
    else if (glyph.glyph != PANGO_GLYPH_EMPTY)
      run.glyphs.push_back(
          {glyph.glyph, x + pixels(glyph.geometry.x_offset), y + pixels(glyph.geometry.y_offset)});
    x += advance;
  }
}

Rect ink_of(const Text::Run& run) {
  cairo_text_extents_t extents;
  cairo_scaled_font_glyph_extents(run.font.get(), reinterpret_cast<const cairo_glyph_t*>(run.glyphs.data()),
                                  static_cast<int>(run.glyphs.size()), &extents);
  // cairo tells them from the first glyph on.
  const Glyph& first = run.glyphs.front();
  return {first.x + extents.x_bearing, first.y + extents.y_bearing, extents.width, extents.height};
}

}  // namespace

void Typesetter::take_runs(PangoLayout* layout, const TextStyle& style, Measure measure, Text& text) {
  PangoLayoutIter* iter = pango_layout_get_iter(layout);
  double y = 0;
  do {
    PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iter);
    double width = 0;
    double x = line_start(line, measure, width);
    text.width_ = std::max(text.width_, width);
    for (GSList* node = line->runs; node != nullptr; node = node->next) {
      auto* item = static_cast<PangoGlyphItem*>(node->data);
      PangoFont* font = item->item->analysis.font;
      Text::Run run{shared(pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font))), {}, has_colour(font)};
      take_glyphs(item, x, y, run, text.boxes_, style.size);
      if (run.glyphs.empty()) continue;
      text.coloured_ = text.coloured_ || run.coloured;
      text.ink_ = joined(text.ink_, ink_of(run));
      text.runs_.push_back(std::move(run));
    }
    y += style.leading * style.size;
    ++text.lines_;
  } while (pango_layout_iter_next_line(iter) && text.lines_ < std::max(1, measure.lines));
  pango_layout_iter_free(iter);
  for (Rect box : text.boxes_) text.ink_ = joined(text.ink_, box.inset(-1));
  text.height_ = y;
}

}  // namespace mrbill::canvas
