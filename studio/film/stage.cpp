#include <canvas/text.hpp>
#include <film/stage.hpp>

namespace mrbill::film {

using canvas::progress;

Rect safe_area(Size size) {
  double across = size.width * 0.06, down = size.height * 0.06;
  if (is_tall(size)) return {across, size.height * 0.1, size.width - 2 * across, size.height * 0.8};
  return {across, down, size.width - 2 * across, size.height - 2 * down};
}

double Stage::in(double at, double takes, canvas::ease::Curve curve) const {
  at = held(at, takes);
  if (calm()) return seconds >= at ? 1 : 0;
  return curve(progress(seconds, at, takes));
}

TextPtr Stage::set(std::string_view words, TextStyle style, double width, int lines, Align align) const {
  style.size *= u();
  return setter.set(words, style, {width, lines, align});
}

TextPtr Stage::fit(std::string_view words, TextStyle style, Size box, int lines, Align align,
                   double smallest) const {
  style.size *= u();
  return setter.fit(words, style, box, lines, align, smallest * u());
}

void Stage::reveal(const TextPtr& text, Point origin, Colour colour, double at, double takes) const {
  at = held(at, takes);
  if (seconds < at) return;
  if (calm()) return picture.text(text, origin, canvas::faded(colour, opacity(at)));
  double come = canvas::ease::out_expo(progress(seconds, at, takes));
  if (come >= 1) return picture.text(text, origin, colour);
  auto kept = picture.save();
  Rect ink = text->ink();
  double room = 0.12 * text->size();
  picture.clip(
      Rect{origin.x + ink.x - room, origin.y + ink.y - room, ink.width + 2 * room, ink.height + 2 * room});
  picture.text(text, {origin.x, origin.y + (ink.height + 2 * room) * (1 - come)}, colour);
}

void Stage::rise(const TextPtr& text, Point origin, Colour colour, double at, double takes, double by) const {
  at = held(at, takes);
  if (seconds < at) return;
  double come = calm() ? 1 : canvas::ease::out_expo(progress(seconds, at, takes));
  picture.text(text, {origin.x, origin.y + by * u() * (1 - come)},
               canvas::faded(colour, opacity(at, takes * 0.6)));
}

void Stage::pop(const TextPtr& text, Point origin, Colour colour, double at) const {
  constexpr double takes = 0.7;
  at = held(at, takes);
  if (seconds < at) return;
  if (calm()) return picture.text(text, origin, canvas::faded(colour, opacity(at)));
  auto kept = picture.save();
  Rect ink = text->ink();
  double come = canvas::ease::spring(progress(seconds, at, takes));
  picture.scale(0.6 + 0.4 * come, {origin.x + ink.centre().x, origin.y + ink.centre().y});
  picture.text(text, origin, canvas::faded(colour, opacity(at, 0.12)));
}

void Stage::type(std::string_view words, const TextStyle& style, Point origin, Colour colour, double at,
                 double per_second) const {
  at = held(at, static_cast<double>(words.size()) / per_second);
  if (seconds < at) return;
  auto whole = set(words, style);
  if (calm()) return picture.text(whole, origin, canvas::faded(colour, opacity(at)));
  auto count = static_cast<std::size_t>((seconds - at) * per_second);
  std::size_t bytes = 0, letters = 0;
  while (bytes < words.size() && letters < count) {
    ++bytes;
    while (bytes < words.size() && (static_cast<unsigned char>(words[bytes]) & 0xC0) == 0x80) ++bytes;
    ++letters;
  }
  picture.text(bytes >= words.size() ? whole : set(words.substr(0, bytes), style), origin, colour);
}

}  // namespace mrbill::film
