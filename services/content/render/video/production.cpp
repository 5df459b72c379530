#include "render/video/production.hpp"

#include <algorithm>

#include <base/unreachable.hpp>
#include <canvas/hash.hpp>
#include <canvas/text.hpp>
#include <music/arrangements.hpp>
#include <music/compose.hpp>

#include "render/locale/zone.hpp"
#include "render/program/order_file.hpp"
#include "render/video/scenes/wall.hpp"
#include "render/video/styles/styles.hpp"

namespace mrbill::content::video {

using contract::rendering::RenderFailure;
using contract::rendering::VideoOrder;
using contract::rendering::VideoShape;

namespace {

std::string_view without_scheme(std::string_view url) {
  const auto start = url.find("://");
  return start == std::string_view::npos ? url : url.substr(start + 3);
}

// Keeps what films need of an order, and no more.
class Reader final : public OrderSink {
 public:
  Result<void, RenderFailure> head(std::string_view json) override {
    auto parsed = contract::rendering::parse_video_order(json);
    if (!parsed) return fail(invalid_order(parsed.error()));
    order = *std::move(parsed);
    return {};
  }

  void poc(PocFacts view) override {
    Poc poc;
    poc.id = view.poc_id;
    poc.name = canvas::harmless(view.name, 100);
    if (poc.name.empty() && !view.name.empty()) poc.name = "—";  // nothing in it can be shown
    poc.description = canvas::harmless(view.description.value_or(""), 300);
    if (view.is_public) poc.address = canvas::harmless(without_scheme(view.repository_url.value_or("")), 255);
    poc.language = canvas::harmless(view.language.value_or(""), 50);
    for (const auto& tag : view.tags) poc.tags.push_back(canvas::harmless(tag, 50));
    for (const auto& framework : view.frameworks) poc.frameworks.push_back(canvas::harmless(framework, 50));
    poc.favourite = view.is_favorite;
    poc.created_at = view.created_at;
    poc.updated_at = view.updated_at;
    pocs.push_back(std::move(poc));
  }

  VideoOrder order;
  std::vector<Poc> pocs;
};

const NamedStyle* find_style(std::string_view name) {
  auto all = styles();
  auto found =
      std::find_if(all.begin(), all.end(), [&](const NamedStyle& style) { return style.name == name; });
  return found == all.end() ? nullptr : &*found;
}

RenderFailure unknown_style(const std::string& name) {
  std::string known;
  for (const auto& style : styles()) known += (known.empty() ? "" : ", ") + std::string(style.name);
  return {"style_unknown", "There is no style " + canvas::harmless(name, 50) + ". There are: " + known + "."};
}

canvas::Size size_of(VideoShape shape, double shorter) {
  double longer = shorter * 16 / 9;
  switch (shape) {
    case VideoShape::landscape:
      return {longer, shorter};
    case VideoShape::portrait:
      return {shorter, longer};
    case VideoShape::square:
      return {shorter, shorter};
  }
  unreachable();
}

// While the period runs the facts end at this day's end; of a period that has not begun nothing is known
// to end.
Source source_of(const VideoOrder& order, std::vector<Poc> pocs) {
  const auto until = order.until_date.value_or(order.to_date);
  return {canvas::harmless(order.title, 100),
          canvas::harmless(order.person.display_name, 100),
          canvas::harmless(order.person.tenant_name, 100),
          order.person.locale,
          order.from_date,
          order.to_date,
          until > order.from_date ? std::min(until, order.to_date) : order.to_date,
          std::move(pocs)};
}

}  // namespace

Production::Made Production::prepare(const std::filesystem::path& order, int shorter_side) {
  Reader reader;
  TRY_VOID(read_order(order, reader));
  return make(reader.order, std::move(reader.pocs), shorter_side);
}

Production::Made Production::make(const VideoOrder& order, std::vector<Poc> pocs, int shorter_side) {
  const auto* named = find_style(order.style);
  if (named == nullptr) return fail(unknown_style(order.style));
  if (order.to_date <= order.from_date)
    return fail(RenderFailure{"period_empty", "The period ends before it begins."});
  auto zone = locale::use_zone(order.person.time_zone);
  auto style = named->make();
  Manifest facts = manifest_of(source_of(order, std::move(pocs)), zone);
  const auto* track = music::find_track(order.music_track.value_or(""));
  auto arrangement = track == nullptr ? style->music() : track->arrangement();
  auto seconds = static_cast<int>(order.seconds);
  Story story = story_of(facts, seconds, music::grid_of(arrangement, seconds).bars_in(seconds));
  const Words& words = words_in(facts.locale);
  Script script{std::move(facts),
                words,
                std::move(story),
                size_of(order.shape, shorter_side),
                order.calm ? film::Motion::calm : film::Motion::lively,
                arrangement.beats_per_bar};
  std::unique_ptr<Production> made(new Production(std::move(script), std::move(style)));
  made->arrangement_ = std::move(arrangement);
  made->music_track_ = order.music_track;
  return made;
}

Production::Production(Script script, std::unique_ptr<Style> style)
    : script_(std::move(script)), style_(std::move(style)) {
  for (std::size_t i = 0; i < script_.story.scenes.size(); ++i)
    scenes_.push_back(style_->compose(script_, i));
}

std::uint64_t Production::seed() const {
  canvas::Hasher hasher;
  hasher.add(std::string_view(script_.facts.person))
      .add(std::string_view(script_.facts.period))
      .add(script_.facts.total);
  return hasher.value();
}

double Production::seconds_of(std::size_t scene) const {
  return static_cast<double>(script_.story.frames(scene, frames_per_second)) / frames_per_second;
}

film::Stage Production::stage(canvas::Picture& picture, canvas::Typesetter& setter, std::size_t scene,
                              double seconds) const {
  return {picture,
          setter,
          seconds,
          seconds_of(scene),
          script_.story.bar_seconds() / arrangement_.beats_per_bar,
          script_.motion};
}

void Production::draw(canvas::Picture& picture, canvas::Typesetter& setter, std::size_t scene,
                      double seconds) const {
  auto after = stage(picture, setter, scene, seconds);
  double takes = std::min(style_->cut_seconds(), after.length * 0.4);
  if (scene == 0 || seconds >= takes) return scenes_[scene](after);
  auto before = stage(picture, setter, scene - 1, seconds_of(scene - 1) + seconds);
  style_->cut(script_, scene, before, after, scenes_[scene - 1], scenes_[scene], seconds / takes);
}

void Production::draw_card(canvas::Picture& picture, canvas::Typesetter& setter) const {
  film::Stage still{picture, setter, 0, 1, 0.5, film::Motion::lively};
  style_->share_card(script_)(still);
}

std::vector<film::Shot> Production::shots() const {
  std::vector<film::Shot> shots;
  for (std::size_t scene = 0; scene < scenes_.size(); ++scene)
    shots.push_back({std::string(to_string(script_.story.scenes[scene].kind)),
                     script_.story.frames(scene, frames_per_second),
                     [this, scene](canvas::Picture& picture, canvas::Typesetter& setter, int frame) {
                       draw(picture, setter, scene, static_cast<double>(frame) / frames_per_second);
                     }});
  return shots;
}

std::vector<contract::rendering::ShownScene> Production::shown_scenes() const {
  std::vector<contract::rendering::ShownScene> out;
  for (std::size_t i = 0; i < scenes_.size(); ++i) {
    double from = script_.story.first_frame(i, frames_per_second),
           to = script_.story.first_frame(i + 1, frames_per_second);
    out.push_back({std::string(to_string(script_.story.scenes[i].kind)), from / frames_per_second,
                   to / frames_per_second});
  }
  return out;
}

std::vector<contract::rendering::ShownPoc> Production::shown_pocs() const {
  std::vector<contract::rendering::ShownPoc> out;
  for (const auto& name : script_.facts.names)
    out.push_back({name.id, static_cast<std::int64_t>(out.size()) + 1, -1, 0});
  auto see = [&](std::size_t poc, double at, double lasting) {
    if (poc < out.size() && out[poc].at_second < 0)
      out[poc].at_second = at, out[poc].duration_seconds = lasting;
  };
  for (std::size_t i = 0; i < scenes_.size(); ++i) {
    const auto& scene = script_.story.scenes[i];
    double at = static_cast<double>(script_.story.first_frame(i, frames_per_second)) / frames_per_second;
    double lasting = seconds_of(i);
    if (scene.kind == SceneKind::hero)
      see(static_cast<std::size_t>(script_.facts.heroes[static_cast<std::size_t>(scene.index)].poc), at,
          lasting);
    if (scene.kind != SceneKind::wall) continue;
    auto plan = style_->wall(script_, lasting);
    for (std::size_t poc = 0; poc < out.size(); ++poc) {
      double page = static_cast<double>(poc / static_cast<std::size_t>(plan.per_page()));
      see(poc, at + plan.from + page * plan.page_seconds, plan.page_seconds);
    }
  }
  return out;
}

}  // namespace mrbill::content::video
