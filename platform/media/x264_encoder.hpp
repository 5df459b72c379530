// x264 set up for pictures that are drawn: no look-ahead, one reference, one thread, and told which blocks stand still.
#pragma once

#include <memory>
#include <span>
#include <vector>

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
  // Pixels outside of `changed`, areas of whole blocks, are those of the picture before. The bytes live until the next call.
  [[nodiscard]] AccessUnit encode(YuvPicture& picture, std::span<const Area> changed);
  // The picture before once more; there is one.
  [[nodiscard]] AccessUnit repeat();

 private:
  void mark_blocks(std::span<const Area> changed);

  x264_t* encoder_;
  int block_columns_;
  int block_rows_;
  std::vector<std::uint8_t> blocks_;  // one for each 16x16 pixels: whether it stands still
  VideoFormat format_;
  EntropyCoding coding_;
  std::int64_t frame_ = 0;     // of x264's count
  std::int64_t repeated_ = 0;  // frames that x264 does not know of
  std::vector<std::uint8_t> unit_;
};

}  // namespace mrbill::media
