// What a designer brings: how each kind of scene is composed and how one leads into the next. A style
// is a folder of styles/ with a function that makes it, and a file for each scene; the build finds the
// folders and writes the tables (styles/table.cmake).
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include <music/arrangement.hpp>

#include "render/video/script.hpp"

namespace mrbill::content::video {

using film::Stage;
using Draw = std::function<void(const Stage&)>;  // a pure function of the stage

struct WallPlan;

// How a scene is composed: laid out once, drawn for every frame. One for each SceneKind, in its order.
using Compose = Draw (*)(const Script& script, std::size_t scene);

class Style {
 public:
  virtual ~Style() = default;

  [[nodiscard]] virtual music::Arrangement music() const = 0;

  // Lays a scene out once and gives what draws it, ground included. The script outlives it.
  [[nodiscard]] virtual Draw compose(const Script& script, std::size_t scene) const = 0;
  // The first seconds of a scene, while the one before still shows: `share` goes from 0 to 1.
  [[nodiscard]] virtual double cut_seconds() const = 0;
  virtual void cut(const Script& script, std::size_t scene, const Stage& before, const Stage& after,
                   const Draw& draw_before, const Draw& draw_after, double share) const = 0;
  // The picture to be shared: drawn at any size.
  [[nodiscard]] virtual Draw share_card(const Script& script) const = 0;
  // Where the names run by.
  [[nodiscard]] virtual WallPlan wall(const Script& script, double seconds) const = 0;
};

using MakeStyle = std::unique_ptr<Style> (*)();

}  // namespace mrbill::content::video
