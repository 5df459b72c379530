#include "usecases/complete_wishes.hpp"

#include <algorithm>

#include <text/text.hpp>

#include "domain/choices.hpp"

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;

constexpr int default_seconds = 60;
// Beyond these a year has no meaning for anybody's POCs, and the arithmetic of years none for us.
constexpr Timestamp earliest = std::chrono::sys_days(std::chrono::year(1970) / 1 / 1);
constexpr Timestamp latest = std::chrono::sys_days(std::chrono::year(2200) / 1 / 1);

constexpr std::size_t most_tag_bytes = 2'000;

std::size_t bytes_of(const std::vector<std::string>& tags) {
  std::size_t bytes = 0;
  for (const auto& tag : tags) bytes += tag.size() + 1;
  return bytes;
}

std::string_view nearest_word(const Ask& ask) {
  return ask.locale ? std::string_view(*ask.locale) : "";
}

FieldErrors wrong_in(const Wishes& wishes, const Ask& ask) {
  FieldErrors wrong;
  const auto in_range = [](Timestamp time) { return time >= earliest && time <= latest; };
  if (!in_range(wishes.from)) wrong.push_back({"/fromDate", "range", "must be from 1970 to 2199"});
  if (!in_range(wishes.to)) wrong.push_back({"/toDate", "range", "must be from 1970 to 2199"});
  if (wrong.empty() && wishes.from >= wishes.to)
    wrong.push_back({"/toDate", "range", "must be later than fromDate"});
  // They travel to the catalogue in one address.
  if (bytes_of(ask.include_tags) + bytes_of(ask.exclude_tags) > most_tag_bytes)
    wrong.push_back(
        {"/includeTags", "too_long", "must, with excludeTags, be at most 2,000 bytes long together"});
  if (ask.locale && !parse_locale(nearest_word(ask)))
    wrong.push_back({"/locale", "enum", "must be pt-BR or en"});
  return wrong;
}

void each_once(std::vector<Grouping>& groups) {
  std::vector<Grouping> kept;
  for (const auto grouping : groups)
    if (std::ranges::count(kept, grouping) == 0) kept.push_back(grouping);
  groups = std::move(kept);
}

}  // namespace

Timestamp one_year_before(Timestamp time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  auto date = std::chrono::year_month_day(day) - std::chrono::years(1);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return std::chrono::sys_days(date) + (time - day);
}

Task<Wishes> CompleteWishes::complete(Caller caller, Ask ask) {
  const auto person = co_await people_.find(caller, clock_.now());
  const auto to = ask.to.value_or(person.day_ends);
  const auto wished = ask.locale ? parse_locale(*ask.locale) : std::nullopt;
  co_return Wishes{.title = text::trimmed(ask.title),
                   .description = std::move(ask.description),
                   .from = ask.from.value_or(to >= earliest && to <= latest ? one_year_before(to) : earliest),
                   .to = to,
                   .include_tags = std::move(ask.include_tags),
                   .exclude_tags = std::move(ask.exclude_tags),
                   .include_private = ask.include_private,
                   .locale = wished.value_or(nearest_locale(person.locale))};
}

Task<bool> CompleteWishes::knows_track(Caller caller, std::string track) {
  if (track == no_music || is_track(track)) co_return true;
  const auto id = TrackId::parse(track);
  if (!id) co_return false;
  co_return co_await tracks_.exists(caller, *id);
}

Task<Result<Wishes, Refusal>> CompleteWishes::operator()(Caller caller, VideoAsk ask) {
  auto wishes = co_await complete(caller, ask.ask);
  auto wrong = wrong_in(wishes, ask.ask);
  VideoLook look{.style = ask.style.value_or(std::string(style_choices().front().id)),
                 .music_track = std::move(ask.music_track),
                 .shape = ask.shape,
                 .seconds = ask.seconds.value_or(default_seconds),
                 .calm = ask.calm};
  if (!is_style(look.style)) wrong.push_back({"/style", "enum", "must be one of GET /api/v1/content/styles"});
  bool known = true;
  if (look.music_track) known = co_await knows_track(caller, *look.music_track);
  if (!known) wrong.push_back({"/musicTrack", "enum", "must be one of GET /api/v1/content/tracks, or none"});
  if (!wrong.empty()) co_return fail(invalid(std::move(wrong)));
  wishes.look = std::move(look);
  co_return wishes;
}

Task<Result<Wishes, Refusal>> CompleteWishes::operator()(Caller caller, ReportAsk ask) {
  auto wishes = co_await complete(caller, ask.ask);
  auto wrong = wrong_in(wishes, ask.ask);
  if (!wrong.empty()) co_return fail(invalid(std::move(wrong)));
  ReportLook look{.group_by = ask.group_by.value_or(std::vector{Grouping::language, Grouping::month}),
                  .format = ask.format};
  each_once(look.group_by);
  wishes.look = std::move(look);
  co_return wishes;
}

}  // namespace mrbill::content
