// A frame that repeats the one before it, written without the encoder: one P slice whose blocks are all
// skipped (ITU-T H.264, 7.3.3). It costs twenty bytes and microseconds where x264 would look at each pixel
// again. The frames that x264 makes afterwards are renumbered, as it does not know of the ones between.
//
// Holds for streams as x264_encoder.cpp sets them up: one slice a frame, one reference, every frame a
// reference, frame_num of four bits, picture order by frame_num (type 2).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <media/format.hpp>
#include <media/segment_file.hpp>

namespace mrbill::media {

enum class EntropyCoding { cavlc, cabac };

// True when the sequence is of the kind that this file can write for.
[[nodiscard]] bool can_be_skipped_by_hand(const ParameterSets& sets);

// A whole access unit behind its 4-byte length.
[[nodiscard]] std::vector<std::uint8_t> skip_unit(VideoFormat format, EntropyCoding coding,
                                                  unsigned frame_num);

// The access unit of a P frame with its frame_num raised by `by` (modulo 16).
[[nodiscard]] std::vector<std::uint8_t> renumbered(std::span<const std::uint8_t> unit, unsigned by);

}  // namespace mrbill::media
