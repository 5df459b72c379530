#include "api/cursor.hpp"

#include <bit>
#include <vector>

#include <base/number.hpp>

namespace mrbill::catalog {
namespace {

// Fields by line; the name, which may hold anything but a line end, comes last.
std::string text_of(const PocPosition& position) {
  if (const auto* time = std::get_if<Timestamp>(&position.key))
    return "time\n" + position.id.to_string() + '\n' + std::to_string(time->time_since_epoch().count());
  return "text\n" + position.id.to_string() + '\n' + std::get<std::string>(position.key);
}

// The score to the last bit: what weighs the same must be the same.
std::string text_of(const SearchPosition& position) {
  std::string text = "search\n" + std::to_string(static_cast<int>(position.reading)) + '\n';
  for (const auto word : position.words) text += std::to_string(static_cast<int>(word));
  text += '\n' + std::to_string(std::bit_cast<std::uint64_t>(position.score)) + '\n';
  for (const auto count : position.counted) text += std::to_string(count) + ' ';
  return text + '\n' + text_of(position.row);
}

std::string payload_of(const PageCursor& cursor) {
  std::string text = std::to_string(cursor.page) + '\n';
  if (const auto* offset = std::get_if<std::uint32_t>(&cursor.place))
    return text + "offset\n" + std::to_string(*offset);
  if (const auto* search = std::get_if<SearchPosition>(&cursor.place)) return text + text_of(*search);
  return text + text_of(std::get<PocPosition>(cursor.place));
}

std::string_view take_up_to(char border, std::string_view& text) {
  const auto end = std::min(text.find(border), text.size());
  const auto taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

std::string_view take_line(std::string_view& text) {
  return take_up_to('\n', text);
}

std::optional<PocPosition> position_of(std::string_view kind, std::string_view rest) {
  const auto id = PocId::parse(take_line(rest));
  if (!id) return std::nullopt;
  if (kind == "text") return PocPosition{std::string(rest), *id};
  const auto time = number_in<std::int64_t>(rest);
  if (kind != "time" || !time) return std::nullopt;
  return PocPosition{Timestamp(std::chrono::microseconds(*time)), *id};
}

template <class Enum>
std::optional<Enum> one_of(std::string_view text, Enum last) {
  const auto value = number_in<std::uint8_t>(text);
  return value && *value <= static_cast<std::uint8_t>(last) ? std::optional(static_cast<Enum>(*value))
                                                            : std::nullopt;
}

std::optional<SearchPosition> search_position_of(std::string_view rest) {
  const auto reading = one_of(take_line(rest), Reading::forgetful);
  const auto words = take_line(rest);
  const auto score = number_in<std::uint64_t>(take_line(rest));
  auto counts = take_line(rest);
  const auto kind = take_line(rest);
  auto row = position_of(kind, rest);
  if (!reading || !score || !row) return std::nullopt;
  SearchPosition position{*std::move(row), std::bit_cast<double>(*score), *reading};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = one_of(words.substr(i, 1), WordReading::corrected);
    if (!word) return std::nullopt;
    position.words.push_back(*word);
  }
  while (!counts.empty()) {
    const auto count = number_in<std::int64_t>(take_up_to(' ', counts));
    if (!count) return std::nullopt;
    position.counted.push_back(*count);
  }
  return position;
}

template <class Place>
std::optional<PageCursor> cursor_to(std::int64_t page, std::optional<Place> place) {
  return place ? std::optional(PageCursor{page, *std::move(place)}) : std::nullopt;
}

std::optional<PageCursor> cursor_of(std::string_view payload) {
  const auto page = number_in<std::int64_t>(take_line(payload));
  const auto kind = take_line(payload);
  if (!page) return std::nullopt;
  if (kind == "offset") return cursor_to(*page, number_in<std::uint32_t>(payload));
  if (kind == "search") return cursor_to(*page, search_position_of(payload));
  return cursor_to(*page, position_of(kind, payload));
}

}  // namespace

std::string Cursors::seal(const PageCursor& cursor, std::string_view binding) const {
  return signed_.seal(payload_of(cursor), binding);
}

std::optional<PageCursor> Cursors::open(std::string_view text, std::string_view binding) const {
  const auto payload = signed_.open(text, binding);
  return payload ? cursor_of(*payload) : std::nullopt;
}

}  // namespace mrbill::catalog
