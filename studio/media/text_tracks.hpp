// Captions in a file that nobody has asked to see: libav's muxer marks the first text track as one that plays
// by itself, whatever its disposition, and has no option against it.
#pragma once

#include <filesystem>

namespace mrbill::media {

// The MP4's text tracks stay in it, switched off (ISO/IEC 14496-12, track_enabled of the track header).
// Throws MediaUnavailable when the file cannot be read or written.
void switch_off_text_tracks(const std::filesystem::path& mp4);

}  // namespace mrbill::media
