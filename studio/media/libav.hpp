// FFmpeg's libraries with owners for what they allocate.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

#include <memory>
#include <string>

#include <media/pending_file.hpp>

namespace mrbill::media {

struct FreeLibav {
  void operator()(AVPacket* packet) const { av_packet_free(&packet); }
  void operator()(AVFrame* frame) const { av_frame_free(&frame); }
  void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
using Packet = std::unique_ptr<AVPacket, FreeLibav>;
using Frame = std::unique_ptr<AVFrame, FreeLibav>;
using Codec = std::unique_ptr<AVCodecContext, FreeLibav>;

// Its own words at the end of good work are nobody's business. Of the process: nobody else logs through it.
inline void hush_libav() {
  av_log_set_level(AV_LOG_ERROR);
}

// For what only a full disk or a library without memory can make fail.
inline int require_libav(int result, const char* what) {
  if (result >= 0) return result;
  char why[AV_ERROR_MAX_STRING_SIZE] = {};
  av_strerror(result, why, sizeof why);
  throw MediaUnavailable(std::string("cannot ") + what + ": " + why);
}

}  // namespace mrbill::media
