// AAC-LC of stereo at 48 kHz, as packets for a container.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace mrbill::media {

struct AacPacket {
  std::vector<std::uint8_t> bytes;
  std::int64_t pts = 0;  // in samples; the first ones are negative: the encoder's priming
  std::int64_t duration = 0;
};

struct AacStream {
  std::vector<std::uint8_t> configuration;  // AudioSpecificConfig
  int priming = 0;                          // samples before the first one that is heard
  int bits_per_second = 0;
  std::vector<AacPacket> packets;
};

// `frames` of sound: what is missing in the interleaved samples is silence, what is too much is left out.
[[nodiscard]] AacStream encode_aac(std::span<const float> samples, std::int64_t frames);

}  // namespace mrbill::media
