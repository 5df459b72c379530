#include <cstdarg>
#include <cstdint>
#include <cstdio>

extern "C" {
#include <x264.h>
}

#include <base/check.hpp>
#include <media/x264_encoder.hpp>

namespace mrbill::media {
namespace {

constexpr int bt709 = 1;  // in the three tables of H.264 annex E

void describe_colours(x264_param_t& out) {
  out.vui.i_colorprim = bt709;
  out.vui.i_transfer = bt709;
  out.vui.i_colmatrix = bt709;
  out.vui.b_fullrange = 0;
  out.vui.i_chroma_loc = 0;
  out.vui.i_sar_width = out.vui.i_sar_height = 1;
}

// A constant quantiser but for adaptive quantisation (qcompress 1): a block that stands still is never worth
// coding again, and segments do not breathe.
void choose_rate(x264_param_t& out, EncoderOptions options) {
  out.rc.i_rc_method = X264_RC_CRF;
  out.rc.f_rf_constant = static_cast<float>(options.quality);
  out.rc.f_qcompress = 1;
  out.rc.b_mb_tree = 0;
  out.rc.i_lookahead = 0;
  out.rc.i_aq_mode = X264_AQ_VARIANCE;  // flat blocks get more bits: gradients do not band
  out.rc.f_aq_strength = 1;
}

void choose_tools(x264_param_t& out, EncoderEffort effort) {
  const auto balanced = effort == EncoderEffort::balanced;
  out.i_frame_reference = 1;
  out.i_bframe = 0;
  out.i_scenecut_threshold = 0;
  out.i_keyint_max = X264_KEYINT_MAX_INFINITE;
  out.b_cabac = balanced;
  out.b_deblocking_filter = 0;  // it would smooth the dither that keeps gradients from banding
  out.analyse.i_weighted_pred = X264_WEIGHTP_NONE;  // a weighted picture has no block that stands still
  out.analyse.b_transform_8x8 = 1;
  out.analyse.b_dct_decimate = 0;  // a gradient's dither is small coefficients: without them it bands
  out.analyse.b_mb_info = 1;
  out.analyse.i_subpel_refine =
      0;  // what is drawn moves by whole pixels or is drawn anew: no planes of halves are kept
}

x264_param_t parameters_of(VideoFormat format, EncoderOptions options) {
  x264_param_t out;
  const auto preset = options.effort == EncoderEffort::balanced ? "superfast" : "ultrafast";
  CHECK(x264_param_default_preset(&out, preset, nullptr) == 0, "x264 knows its presets");
  out.i_width = format.width;
  out.i_height = format.height;
  out.i_csp = X264_CSP_I420;
  out.i_fps_num = out.i_timebase_den = static_cast<std::uint32_t>(format.frames_per_second);
  out.i_fps_den = out.i_timebase_num = 1;
  out.b_vfr_input = 0;
  out.i_threads = 1;
  out.i_sync_lookahead = 0;
  out.b_repeat_headers = 0;
  out.b_annexb = 0;
  out.b_stitchable = 1;  // parameter sets that do not depend on the quantiser
  out.b_deterministic = 1;
  out.i_log_level = X264_LOG_NONE;
  describe_colours(out);
  choose_rate(out, options);
  choose_tools(out, options.effort);
  CHECK(x264_param_apply_profile(&out, "high") == 0, "the settings are of the high profile");
  return out;
}

std::vector<std::uint8_t> without_length(const x264_nal_t& nal) {
  return {nal.p_payload + 4, nal.p_payload + nal.i_payload};
}

}  // namespace

X264Encoder::X264Encoder(VideoFormat format, EncoderOptions options)
    : format_(format),
      coding_(options.effort == EncoderEffort::balanced ? EntropyCoding::cabac : EntropyCoding::cavlc) {
  CHECK(format.frames_per_second > 0, "a film has frames");
  auto parameters = parameters_of(format, options);
  encoder_ = x264_encoder_open(&parameters);
  if (!encoder_) throw MediaUnavailable("x264 does not open an encoder");
  CHECK(can_be_skipped_by_hand(parameter_sets()), "skip_slice.hpp names what it needs, and it was asked for");
}

X264Encoder::~X264Encoder() {
  x264_encoder_close(encoder_);
}

ParameterSets X264Encoder::parameter_sets() const {
  x264_nal_t* nals = nullptr;
  int count = 0;
  CHECK(x264_encoder_headers(encoder_, &nals, &count) > 0, "an open encoder has headers");
  ParameterSets out;
  for (int i = 0; i < count; ++i) {
    if (nals[i].i_type == NAL_SPS) out.sps = without_length(nals[i]);
    if (nals[i].i_type == NAL_PPS) out.pps = without_length(nals[i]);
  }
  return out;
}

AccessUnit X264Encoder::encode(YuvPicture& picture, const ChangedBlocks& changed) {
  still_.clear();
  for (const auto mark : changed.marks()) still_.push_back(mark == 1 ? 0 : X264_MBINFO_CONSTANT);
  x264_picture_t in;
  x264_picture_init(&in);
  in.i_pts = frame_;
  in.i_type = frame_ == 0 ? X264_TYPE_IDR : X264_TYPE_P;
  in.img.i_csp = X264_CSP_I420;
  in.img.i_plane = 3;
  in.img.plane[0] = picture.y.data();
  in.img.plane[1] = picture.u.data();
  in.img.plane[2] = picture.v.data();
  in.img.i_stride[0] = picture.width;
  in.img.i_stride[1] = in.img.i_stride[2] = picture.width / 2;
  in.prop.mb_info = still_.data();
  x264_nal_t* nals = nullptr;
  int count = 0;
  x264_picture_t out;
  const auto size = x264_encoder_encode(encoder_, &nals, &count, &in, &out);
  if (size < 0) throw MediaUnavailable("x264 failed to encode a frame");
  CHECK(size > 0, "without look-ahead each frame comes out at once");
  ++frame_;
  // x264 lays the NAL units of a frame behind each other.
  const std::span<const std::uint8_t> unit(nals[0].p_payload, static_cast<std::size_t>(size));
  if (repeated_ == 0) return {unit, out.b_keyframe != 0};
  unit_ = renumbered(unit, static_cast<unsigned>(repeated_));
  return {unit_, false};
}

AccessUnit X264Encoder::repeat() {
  CHECK(frame_ > 0, "there is a picture to be repeated");
  unit_ = skip_unit(format_, coding_, static_cast<unsigned>(frame_ + repeated_++));
  return {unit_, false};
}

}  // namespace mrbill::media
