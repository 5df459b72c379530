#include <base/check.hpp>
#include <media/segment_file.hpp>
#include <media/segment_writer.hpp>
#include <media/x264_encoder.hpp>
#include <media/yuv.hpp>

namespace mrbill::media {

class SegmentWriter::Work {
 public:
  Work(VideoFormat format, std::filesystem::path file, EncoderOptions options)
      : format_(format),
        picture_(format),
        encoder_(format, options),
        file_(std::move(file), format, encoder_.parameter_sets()) {}

  void add(FrameView frame, std::span<const Area> changed) {
    blocks_.clear();
    if (is_first_)
      blocks_.push_back(whole(format_));
    else
      for (const auto area : changed) blocks_.push_back(to_blocks(area, format_));
    if (blocks_.empty()) return repeat(1);
    is_first_ = false;
    for (const auto area : blocks_) to_yuv(frame, area, picture_);
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
  VideoFormat format_;
  YuvPicture picture_;
  X264Encoder encoder_;
  SegmentFile file_;
  std::vector<Area> blocks_;  // what changed
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
