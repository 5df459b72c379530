// A film: shots one after the other, each a pure function of the number of the frame. Rendering cuts them
// into segments, names each by the hash of all that is drawn in it, skips those that lie in the folder
// already, and works on several at once. What comes out does not depend on the number of threads.
//
//   const RenderPlan plan{.format = {1920, 1080, 30}, .folder = segments, .threads = 2};
//   auto files = render(shots, plan, fonts, events);
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <canvas/fonts.hpp>
#include <canvas/picture.hpp>
#include <canvas/text.hpp>
#include <media/segment_writer.hpp>

namespace mrbill::film {

// Draws frame number `frame` of a shot, counted from its start, onto an empty picture. Called from
// several threads.
using DrawFrame = std::function<void(canvas::Picture& picture, canvas::Typesetter& setter, int frame)>;

struct Shot {
  std::string name;
  int frames = 0;
  DrawFrame draw;
};

struct Segment {
  std::size_t shot = 0;
  int first = 0;  // frame of the shot
  int frames = 0;
};

// Long shots in pieces of nearly equal length, of `longest` frames at most.
[[nodiscard]] std::vector<Segment> segments_of(const std::vector<Shot>& shots, int longest = 180);

struct RenderPlan {
  media::VideoFormat format;
  std::filesystem::path folder;
  unsigned threads = 1;
  media::EncoderOptions encoder;
};

// Told from any thread, one at a time.
struct RenderEvents {
  std::function<void(long done, long all)> frames;
  std::function<void(const std::string& file)> segment;  // finished, or found finished
};

// The files in the order in which they are shown. Throws what the encoder and the disk throw.
[[nodiscard]] std::vector<std::filesystem::path> render(const std::vector<Shot>& shots,
                                                        const RenderPlan& plan, const canvas::Fonts& fonts,
                                                        const RenderEvents& events);

}  // namespace mrbill::film
