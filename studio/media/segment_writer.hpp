// One closed group of pictures, encoded as H.264 into one file that other segments of the same format can be
// joined to without encoding again.
//
//   SegmentWriter writer({1920, 1080, 30}, "scene.seg");
//   writer.add({surface_data, surface_stride}, {});
//   writer.add({surface_data, surface_stride}, changed);
//   writer.repeat(29);  // a second's stillness
//   writer.close();     // now the file is there, whole
//
// Same frames, same bytes. One writer works on one thread; several may work beside each other. A
// file that cannot be written throws MediaUnavailable. Without close() nothing is left behind but at
// most `<file>.part`.
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include <media/format.hpp>

namespace mrbill::media {

enum class EncoderEffort { fastest, balanced };  // x264's ultrafast and superfast tools

struct EncoderOptions {
  EncoderEffort effort = EncoderEffort::balanced;
  double quality = 20;  // x264's rate factor: lower is better and bigger
};

class SegmentWriter {
 public:
  SegmentWriter(VideoFormat format, std::filesystem::path file, EncoderOptions options = {});
  ~SegmentWriter();
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  // Pixels outside of `changed` must be those of the frame before; the first frame counts as changed
  // everywhere. No area at all is a repetition.
  void add(FrameView frame, std::span<const Area> changed);
  void repeat(int frames);  // the last frame stands still
  void close();             // at least one frame was added

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace mrbill::media
