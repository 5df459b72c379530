#include <algorithm>

#include <base/check.hpp>
#include <media/aac.hpp>
#include <media/libav.hpp>
#include <media/movie.hpp>

namespace mrbill::media {
namespace {

constexpr int bit_rate = 192'000;

Codec open_encoder() {
  hush_libav();
  const auto* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
  CHECK(codec, "libavcodec has an AAC encoder");
  Codec out(avcodec_alloc_context3(codec));
  out->bit_rate = bit_rate;
  out->sample_rate = sample_rate;
  out->sample_fmt = AV_SAMPLE_FMT_FLTP;
  out->time_base = {1, sample_rate};
  out->profile = FF_PROFILE_AAC_LOW;
  out->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER;
  out->thread_count = 1;
  av_channel_layout_default(&out->ch_layout, 2);
  require_libav(avcodec_open2(out.get(), codec, nullptr), "open the AAC encoder");
  return out;
}

void receive(AVCodecContext& encoder, AacStream& out) {
  const Packet packet(av_packet_alloc());
  while (avcodec_receive_packet(&encoder, packet.get()) >= 0) {
    out.packets.push_back({{packet->data, packet->data + packet->size}, packet->pts, packet->duration});
    av_packet_unref(packet.get());
  }
}

Frame frame_of(const AVCodecContext& encoder, std::span<const float> samples, std::int64_t from, int count) {
  Frame out(av_frame_alloc());
  out->nb_samples = count;
  out->format = encoder.sample_fmt;
  out->sample_rate = encoder.sample_rate;
  out->pts = from;
  require_libav(av_channel_layout_copy(&out->ch_layout, &encoder.ch_layout), "describe sound");
  require_libav(av_frame_get_buffer(out.get(), 0), "allocate sound");
  for (unsigned channel = 0; channel < 2; ++channel) {
    auto* plane = reinterpret_cast<float*>(out->data[channel]);
    for (int i = 0; i < count; ++i) {
      const auto at = static_cast<std::size_t>(from + i) * 2 + channel;
      plane[i] = at < samples.size() ? std::clamp(samples[at], -1.0F, 1.0F) : 0;
    }
  }
  return out;
}

}  // namespace

AacStream encode_aac(std::span<const float> samples, std::int64_t frames) {
  const auto encoder = open_encoder();
  AacStream out;
  out.configuration.assign(encoder->extradata, encoder->extradata + encoder->extradata_size);
  out.priming = encoder->initial_padding;
  out.bits_per_second = bit_rate;
  for (std::int64_t from = 0; from < frames; from += encoder->frame_size) {
    const auto count = static_cast<int>(std::min<std::int64_t>(encoder->frame_size, frames - from));
    const auto frame = frame_of(*encoder, samples, from, count);
    require_libav(avcodec_send_frame(encoder.get(), frame.get()), "encode sound");
    receive(*encoder, out);
  }
  require_libav(avcodec_send_frame(encoder.get(), nullptr), "encode the last sound");
  receive(*encoder, out);
  return out;
}

}  // namespace mrbill::media
