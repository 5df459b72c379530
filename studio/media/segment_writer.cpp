#include <base/check.hpp>
#include <media/segment_file.hpp>
#include <media/segment_writer.hpp>
#include <media/x264_encoder.hpp>

namespace mrbill::media {

class SegmentWriter::Work {
 public:
  Work(VideoFormat format, std::filesystem::path file, EncoderOptions options)
      : picture_(format),
        blocks_(format),
        encoder_(format, options),
        file_(std::move(file), format, encoder_.parameter_sets()) {}

  void add(FrameView frame, std::span<const Area> changed) {
    blocks_.forget();
    if (is_first_)
      blocks_.add_all(frame, picture_);
    else
      for (const auto area : changed) blocks_.add(frame, area, picture_);
    if (blocks_.none()) return repeat(1);
    is_first_ = false;
    file_.add(encoder_.encode(picture_, blocks_));
  }

  void repeat(int frames) {
    CHECK(!is_first_, "there is a frame to be repeated");
    for (int i = 0; i < frames; ++i) file_.add(encoder_.repeat());
  }

  void close() {
    CHECK(!is_first_, "a segment has a frame");
    file_.close();
  }

 private:
  YuvPicture picture_;
  ChangedBlocks blocks_;
  X264Encoder encoder_;
  SegmentFile file_;
  bool is_first_ = true;
};

SegmentWriter::SegmentWriter(VideoFormat format, std::filesystem::path file, EncoderOptions options)
    : work_(std::make_unique<Work>(format, std::move(file), options)) {}
SegmentWriter::~SegmentWriter() = default;

void SegmentWriter::add(FrameView frame, std::span<const Area> changed) {
  work_->add(frame, changed);
}
void SegmentWriter::repeat(int frames) {
  work_->repeat(frames);
}
void SegmentWriter::close() {
  work_->close();
}

}  // namespace mrbill::media
