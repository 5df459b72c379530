#include "render/video/soundtrack.hpp"

#include <fstream>

#include <media/loudness.hpp>
#include <media/mix.hpp>
#include <music/arrangements.hpp>
#include <music/compose.hpp>

namespace mrbill::content::video {
namespace {

constexpr std::string_view uploaded = "file:";

// Cuts on bars, numbers on beats, silence before the persona.
music::Score score_of(const Production& production) {
  const auto& script = production.script();
  double bar = script.story.bar_seconds(), beat = bar / script.beats_per_bar;
  music::Score score{.seconds = script.story.seconds, .cuts = {}, .accents = {}, .reveal = {}};
  for (const auto& scene : script.story.scenes) {
    double at = scene.first_bar * bar;
    if (scene.first_bar > 0) score.cuts.push_back(at);
    if (scene.kind == SceneKind::scale) score.accents.push_back(at + 2 * beat);
    if (scene.kind == SceneKind::records)
      for (int number : {1, 3, 5})
        if (number * beat < scene.bars * bar) score.accents.push_back(at + number * beat);
    if (scene.kind == SceneKind::persona) score.reveal = at + script.reveal();
  }
  return score;
}

// Decoded by who ordered it (tracks/decode_track.hpp): stereo at 48 kHz, as floats.
Result<std::vector<float>, RenderFailure> uploaded_track(const Production& production, std::string_view name,
                                                         const std::filesystem::path& folder) {
  std::filesystem::path file(name);
  if (file.empty() || file != file.filename())
    return fail(RenderFailure{"track_unusable", "The track's name is not a file's."});
  std::ifstream sound(folder / file, std::ios::binary | std::ios::ate);
  std::vector<float> decoded(sound ? static_cast<std::size_t>(sound.tellg()) / sizeof(float) : 0);
  sound.seekg(0);
  sound.read(reinterpret_cast<char*>(decoded.data()),
             static_cast<std::streamsize>(decoded.size() * sizeof(float)));
  if (!sound || decoded.empty())
    return fail(RenderFailure{"track_unusable", "The track's sound is not there."});
  return media::normalise(media::fit_to_length(decoded, production.script().story.seconds));
}

}  // namespace

Result<std::vector<float>, RenderFailure> soundtrack(const Production& production,
                                                     const std::filesystem::path& folder) {
  std::string_view asked = production.music_track() ? std::string_view(*production.music_track()) : "";
  if (asked == "none") return std::vector<float>{};
  if (asked.starts_with(uploaded)) return uploaded_track(production, asked.substr(uploaded.size()), folder);
  const auto* track = music::find_track(asked);
  if (track == nullptr && !asked.empty())
    return fail(RenderFailure{"track_unknown", "There is no music track of this name."});
  return music::compose(production.arrangement(), score_of(production),
                        track == nullptr ? production.seed() : track->seed);
}

}  // namespace mrbill::content::video
