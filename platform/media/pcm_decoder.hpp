// The inner side of decode_track.hpp: runs in the sandbox.
#pragma once

#include <media/decode_track.hpp>

namespace mrbill::media {

// Reads the open file `track` and writes samples to `out`.
[[nodiscard]] Result<void, MediaError> write_pcm(int track, int out, int seconds, int kept_seconds);

// What the pipe begins with once the decoder runs.
inline constexpr std::string_view pcm_greeting = "PCM-F32\n";

// The whole program: the track is descriptor 3, samples go to standard output; arguments: seconds, kept seconds. The exit
// status is 0, or that of an error.
[[nodiscard]] int decoder_main(int argc, char** argv);
[[nodiscard]] int to_exit_status(MediaError error);

}  // namespace mrbill::media
