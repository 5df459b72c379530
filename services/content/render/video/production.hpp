// From an order to a film that can be drawn: reads the order, counts its facts, tells the story, lets the
// style compose every scene.
//
//   TRY(auto production, Production::prepare(call.order, 1080));
//   production->draw(picture, setter, scene, seconds);
#pragma once

#include <filesystem>
#include <memory>

#include <base/result.hpp>
#include <contract/rendering.hpp>
#include <film/film.hpp>

#include "render/video/style.hpp"

namespace mrbill::content::video {

inline constexpr int frames_per_second = 30;

class Production {
 public:
  using Made = Result<std::unique_ptr<Production>, contract::rendering::RenderFailure>;
  // Throws nothing but what reading the disk throws. shorter_side: of the picture, in pixels.
  [[nodiscard]] static Made prepare(const std::filesystem::path& order, int shorter_side);
  // The POCs by createdAt; those within the order are not looked at.
  [[nodiscard]] static Made make(const contract::rendering::VideoOrder& order, std::vector<Poc> pocs,
                                 int shorter_side);

  [[nodiscard]] const Script& script() const { return script_; }
  [[nodiscard]] const Style& style() const { return *style_; }
  [[nodiscard]] const music::Arrangement& arrangement() const { return arrangement_; }
  [[nodiscard]] const std::optional<std::string>& music_track() const { return music_track_; }
  [[nodiscard]] std::uint64_t seed() const;  // of the music: the same for the same facts

  // A frame of a scene, the cut into it included.
  void draw(canvas::Picture& picture, canvas::Typesetter& setter, std::size_t scene, double seconds) const;
  // The share card at a size of its own.
  void draw_card(canvas::Picture& picture, canvas::Typesetter& setter) const;
  [[nodiscard]] std::vector<film::Shot> shots() const;

  // Where every POC is first seen by name.
  [[nodiscard]] std::vector<contract::rendering::ShownPoc> shown_pocs() const;
  [[nodiscard]] std::vector<contract::rendering::ShownScene> shown_scenes() const;

 private:
  Production(Script script, std::unique_ptr<Style> style);
  [[nodiscard]] film::Stage stage(canvas::Picture& picture, canvas::Typesetter& setter, std::size_t scene,
                                  double seconds) const;
  [[nodiscard]] double seconds_of(std::size_t scene) const;

  Script script_;
  std::unique_ptr<Style> style_;
  music::Arrangement arrangement_;
  std::optional<std::string> music_track_;
  std::vector<Draw> scenes_;
};

}  // namespace mrbill::content::video
