// The inner side of tracks/decode_track.hpp: runs in the sandbox.
#pragma once

#include <tracks/decode_track.hpp>

namespace mrbill::media {

using tracks::MediaError;

// Reads the open file `track` and writes samples to `out`.
[[nodiscard]] Result<void, MediaError> write_pcm(int track, int out, int seconds, int kept_seconds);

// The whole program: the track is descriptor 3, samples go to standard output; arguments: seconds, kept
// seconds. The exit status is 0, or that of an error.
[[nodiscard]] int decoder_main(int argc, char** argv);

}  // namespace mrbill::media
