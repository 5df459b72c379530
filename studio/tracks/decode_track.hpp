// A music track that a stranger uploaded, as samples. Every byte of it is hostile: it is decoded by a program
// of its own (media/pcm_decoder.hpp) in a sandbox, under limits of time, memory and output. Samples come back
// through a pipe.
//
//   TRY(auto samples, decode_track("upload.mp3", {.program = "/usr/lib/mrbill/mrbill-content-decode"}));
//
// MP3, AAC (also in MP4), Vorbis, Opus, FLAC, WAV.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include <base/result.hpp>

namespace mrbill::tracks {

struct TrackLimits {
  std::uintmax_t file_bytes = 20U << 20;
  int seconds = 600;       // a longer track is refused
  int kept_seconds = 180;  // what is after that is not needed by any film
  int processor_seconds = 20;
  int wall_seconds = 40;
  std::uintmax_t memory_bytes = 512U << 20;
};

enum class MediaError { absent, too_large, too_long, unknown_format, damaged, too_demanding };
[[nodiscard]] std::string_view reason_of(
    MediaError error);  // an English sentence for the person who uploaded it

// What the decoder begins its output with once it runs, and what it ends with.
inline constexpr std::string_view pcm_greeting = "PCM-F32\n";
[[nodiscard]] int to_exit_status(MediaError error);

struct Decoder {
  std::filesystem::path program;
  std::filesystem::path bubblewrap = "/usr/bin/bwrap";
};

// Stereo, interleaved, 48 kHz, at most kept_seconds. Throws SandboxUnavailable when the sandbox cannot be
// started; as root it is refused, since bubblewrap started by root leaves parts of /proc/sys writable.
[[nodiscard]] Result<std::vector<float>, MediaError> decode_track(const std::filesystem::path& track,
                                                                  const Decoder& decoder,
                                                                  const TrackLimits& limits = {});

}  // namespace mrbill::tracks
