// x264 set up for pictures that are drawn: no look-ahead, one reference, one thread, and told which blocks
// stand still.
#pragma once

#include <memory>
#include <vector>

#include <media/changed_blocks.hpp>
#include <media/segment_file.hpp>
#include <media/segment_writer.hpp>
#include <media/skip_slice.hpp>
#include <media/yuv.hpp>

struct x264_t;

namespace mrbill::media {

class X264Encoder {
 public:
  X264Encoder(VideoFormat format, EncoderOptions options);
  ~X264Encoder();
  X264Encoder(const X264Encoder&) = delete;
  X264Encoder& operator=(const X264Encoder&) = delete;

  [[nodiscard]] ParameterSets parameter_sets() const;
  // Blocks that are not marked in `changed` are those of the picture before. The bytes live until the
  // next call.
  [[nodiscard]] AccessUnit encode(YuvPicture& picture, const ChangedBlocks& changed);
  // The picture before once more; there is one.
  [[nodiscard]] AccessUnit repeat();

 private:
  x264_t* encoder_;
  std::vector<std::uint8_t> still_;  // of each block, what x264 is told
  VideoFormat format_;
  EntropyCoding coding_;
  std::int64_t frame_ = 0;     // of x264's count
  std::int64_t repeated_ = 0;  // frames that x264 does not know of
  std::vector<std::uint8_t> unit_;
};

}  // namespace mrbill::media
