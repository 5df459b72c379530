#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <unistd.h>

#include <base/number.hpp>
#include <media/libav.hpp>
#include <media/movie.hpp>
#include <media/pcm_decoder.hpp>
#include <sandbox/confinement.hpp>

extern "C" {
#include <libswresample/swresample.h>
}

namespace mrbill::media {
namespace {

constexpr auto formats = "mp3,mov,ogg,flac,wav,aac";
constexpr auto codecs =
    "mp3,mp3float,aac,vorbis,opus,flac,pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le";
constexpr int io_bytes = 64 * 1024;
constexpr int max_channels = 8;
constexpr std::int64_t errors_forgiven = 10;  // tags and cut first frames are no damage

struct FreeMore {
  void operator()(SwrContext* context) const { swr_free(&context); }
  void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
  void operator()(AVIOContext* io) const {
    av_freep(&io->buffer);
    avio_context_free(&io);
  }
  void operator()(AVDictionary* options) const { av_dict_free(&options); }
};
using Io = std::unique_ptr<AVIOContext, FreeMore>;
using Demuxer = std::unique_ptr<AVFormatContext, FreeMore>;
using Resampler = std::unique_ptr<SwrContext, FreeMore>;

int read_file(void* opaque, std::uint8_t* to, int size) {
  const auto count = ::read(*static_cast<int*>(opaque), to, static_cast<std::size_t>(size));
  return count > 0 ? static_cast<int>(count) : count == 0 ? AVERROR_EOF : AVERROR(errno);
}

std::int64_t seek_file(void* opaque, std::int64_t offset, int whence) {
  const auto file = *static_cast<int*>(opaque);
  if ((whence & AVSEEK_SIZE) == 0) return ::lseek(file, offset, whence & ~AVSEEK_FORCE);
  const auto here = ::lseek(file, 0, SEEK_CUR);
  const auto size = ::lseek(file, 0, SEEK_END);
  ::lseek(file, here, SEEK_SET);
  return size;
}

// A track that names other files gets none.
int refuse_to_open(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
  return AVERROR(EACCES);
}

Io open_io(int& track) {
  auto* buffer = static_cast<std::uint8_t*>(av_malloc(io_bytes));
  return Io(avio_alloc_context(buffer, io_bytes, 0, &track, read_file, nullptr, seek_file));
}

Result<Demuxer, MediaError> open_demuxer(AVIOContext& io) {
  auto* context = avformat_alloc_context();
  context->pb = &io;
  context->io_open = refuse_to_open;
  context->flags |= AVFMT_FLAG_CUSTOM_IO;
  context->probesize = 1 << 20;
  context->max_streams = 16;
  AVDictionary* options = nullptr;
  av_dict_set(&options, "format_whitelist", formats, 0);
  av_dict_set(&options, "codec_whitelist", codecs, 0);
  const auto opened =
      avformat_open_input(&context, nullptr, nullptr, &options);  // frees the context when it fails
  av_dict_free(&options);
  if (opened < 0) return fail(MediaError::unknown_format);
  Demuxer out(context);
  if (avformat_find_stream_info(context, nullptr) < 0) return fail(MediaError::damaged);
  return out;
}

int sound_stream(const AVFormatContext& demuxer) {
  int out = -1;
  for (unsigned i = 0; i < demuxer.nb_streams; ++i) {
    auto& stream = *demuxer.streams[i];
    const auto is_sound = stream.codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
    if (is_sound && out < 0)
      out = static_cast<int>(i);
    else
      stream.discard = AVDISCARD_ALL;
  }
  return out;
}

Result<Codec, MediaError> open_codec(const AVCodecParameters& parameters) {
  const auto* codec = avcodec_find_decoder(parameters.codec_id);
  if (!codec) return fail(MediaError::unknown_format);
  Codec out(avcodec_alloc_context3(codec));
  if (avcodec_parameters_to_context(out.get(), &parameters) < 0) return fail(MediaError::damaged);
  out->thread_count = 1;
  AVDictionary* options = nullptr;
  av_dict_set(&options, "codec_whitelist", codecs, 0);
  const auto opened = avcodec_open2(out.get(), codec, &options);
  av_dict_free(&options);
  if (opened < 0) return fail(MediaError::unknown_format);
  return out;
}

bool write_all(int out, const void* from, std::size_t size) {
  const auto* bytes = static_cast<const char*>(from);
  while (size > 0) {
    const auto written = ::write(out, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

// Whatever the frames are, stereo at 48 kHz comes out. A track may change its layout on the way.
class PcmWriter {
 public:
  PcmWriter(int out, std::int64_t kept_frames) : out_(out), left_(kept_frames) {}

  Result<void, MediaError> add(const AVFrame& frame) {
    if (frame.sample_rate < 4000 || frame.sample_rate > 192'000) return fail(MediaError::damaged);
    if (frame.ch_layout.nb_channels < 1 || frame.ch_layout.nb_channels > max_channels)
      return fail(MediaError::unknown_format);
    TRY_VOID(adapt(frame));
    return convert(const_cast<const std::uint8_t**>(frame.extended_data), frame.nb_samples);
  }
  Result<void, MediaError> finish() { return resampler_ ? convert(nullptr, 0) : Result<void, MediaError>{}; }

 private:
  Result<void, MediaError> adapt(const AVFrame& frame) {
    const auto is_known = resampler_ && frame.sample_rate == rate_ && frame.format == format_ &&
                          frame.ch_layout.nb_channels == channels_;
    if (is_known) return {};
    TRY_VOID(finish());
    AVChannelLayout stereo{};
    AVChannelLayout from{};
    av_channel_layout_default(&stereo, 2);
    av_channel_layout_default(&from, frame.ch_layout.nb_channels);
    SwrContext* made = nullptr;
    const auto set =
        swr_alloc_set_opts2(&made, &stereo, AV_SAMPLE_FMT_FLT, sample_rate, &from,
                            static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
    resampler_.reset(made);
    if (set < 0 || swr_init(made) < 0) return fail(MediaError::damaged);
    rate_ = frame.sample_rate;
    format_ = frame.format;
    channels_ = frame.ch_layout.nb_channels;
    return {};
  }

  Result<void, MediaError> convert(const std::uint8_t** in, int count) {
    for (;;) {
      std::array<float, 2 * 4096> samples;
      auto* to = reinterpret_cast<std::uint8_t*>(samples.data());
      const auto made = swr_convert(resampler_.get(), &to, 4096, in, count);
      if (made < 0) return fail(MediaError::damaged);
      const auto kept = std::min<std::int64_t>(made, left_);
      left_ -= kept;
      if (!write_all(out_, samples.data(), static_cast<std::size_t>(kept) * 2 * sizeof(float)))
        return fail(MediaError::too_demanding);
      if (made < 4096) return {};
      in = nullptr;  // what is left lies within the resampler
      count = 0;
    }
  }

  int out_;
  std::int64_t left_;
  Resampler resampler_;
  int rate_ = 0;
  int format_ = -1;
  int channels_ = 0;
};

// Packets of one stream into samples.
class TrackReader {
 public:
  TrackReader(AVFormatContext& demuxer, AVCodecContext& codec, int stream, int seconds)
      : demuxer_(demuxer), codec_(codec), stream_(stream), max_seconds_(seconds) {}

  Result<void, MediaError> read_into(PcmWriter& out) {
    const Packet packet(av_packet_alloc());
    int result = 0;
    while ((result = av_read_frame(&demuxer_, packet.get())) >= 0) {
      const auto is_ours = packet->stream_index == stream_;
      if (is_ours && avcodec_send_packet(&codec_, packet.get()) < 0) ++errors_;
      av_packet_unref(packet.get());
      if (is_ours) TRY_VOID(receive(out));
    }
    avcodec_send_packet(&codec_, nullptr);
    TRY_VOID(receive(out));
    TRY_VOID(out.finish());
    const auto is_damaged = frames_ == 0 || (errors_ > errors_forgiven && errors_ * 20 > frames_);
    if (is_damaged || ends_early()) return fail(MediaError::damaged);
    return {};
  }

 private:
  Result<void, MediaError> receive(PcmWriter& out) {
    int result = 0;
    while ((result = avcodec_receive_frame(&codec_, frame_.get())) >= 0) {
      ++frames_;
      if (frame_->sample_rate > 0) seconds_ += static_cast<double>(frame_->nb_samples) / frame_->sample_rate;
      if (seconds_ > max_seconds_) return fail(MediaError::too_long);
      TRY_VOID(out.add(*frame_));
      av_frame_unref(frame_.get());
    }
    if (result != AVERROR(EAGAIN) && result != AVERROR_EOF) ++errors_;
    return {};
  }

  // The container told of more: an upload that was cut off.
  [[nodiscard]] bool ends_early() const {
    const auto& stream = *demuxer_.streams[stream_];
    const auto is_estimated = demuxer_.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
    if (stream.duration <= 0 || is_estimated) return false;
    return seconds_ < 0.9 * static_cast<double>(stream.duration) * av_q2d(stream.time_base) - 1;
  }

  AVFormatContext& demuxer_;
  AVCodecContext& codec_;
  int stream_;
  int max_seconds_;
  Frame frame_{av_frame_alloc()};
  std::int64_t frames_ = 0;
  std::int64_t errors_ = 0;
  double seconds_ = 0;
};

}  // namespace

Result<void, MediaError> write_pcm(int track, int out, int seconds, int kept_seconds) {
  av_log_set_level(AV_LOG_QUIET);
  const auto io = open_io(track);
  TRY(const auto demuxer, open_demuxer(*io));
  const auto stream = sound_stream(*demuxer);
  if (stream < 0) return fail(MediaError::unknown_format);
  if (demuxer->duration > (seconds + 1) * std::int64_t{AV_TIME_BASE}) return fail(MediaError::too_long);
  TRY(const auto codec, open_codec(*demuxer->streams[stream]->codecpar));
  PcmWriter writer(out, std::int64_t{kept_seconds} * sample_rate);
  return TrackReader(*demuxer, *codec, stream, seconds).read_into(writer);
}

int decoder_main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto seconds = number_in<int>(argv[1]), kept_seconds = number_in<int>(argv[2]);
  if (!seconds || !kept_seconds) return 2;
  if (!write_all(STDOUT_FILENO, tracks::pcm_greeting.data(), tracks::pcm_greeting.size())) return 2;
  sandbox::confine_to_open_files();
  const auto done = write_pcm(3, STDOUT_FILENO, *seconds, *kept_seconds);
  return done ? 0 : tracks::to_exit_status(done.error());
}

}  // namespace mrbill::media
