#include <algorithm>
#include <array>

#include <base/check.hpp>
#include <media/bits.hpp>
#include <media/skip_slice.hpp>

namespace mrbill::media {
namespace {

constexpr std::uint8_t reference_slice = 0x61;  // nal_ref_idc 3, nal_unit_type 1
constexpr int frame_num_bits = 4;
constexpr unsigned p_slice = 5;     // and all of the picture's slices are
constexpr int slice_qp_delta = 25;  // from 26 to 51, where the skip flag begins as most probable

// Table 9-44, the rows from 42 on: those that a flag which is always as expected passes through.
constexpr int first_state = 42;
constexpr int last_state = 62;
constexpr std::array<std::array<std::uint8_t, 4>, 21> least_probable{{
    {16, 20, 23, 27}, {15, 19, 22, 25}, {14, 18, 21, 24}, {14, 17, 20, 23}, {13, 16, 19, 22},
    {12, 15, 18, 21}, {12, 14, 17, 20}, {11, 14, 16, 19}, {11, 13, 15, 18}, {10, 12, 15, 17},
    {10, 12, 14, 16}, {9, 11, 13, 15},  {9, 11, 12, 14},  {8, 10, 12, 14},  {8, 9, 11, 13},
    {7, 9, 11, 12},   {7, 9, 10, 12},   {7, 8, 10, 11},   {6, 8, 9, 11},    {6, 7, 9, 10},
    {6, 7, 8, 9},
}};

// The arithmetic encoder of 9.3.4, as far as blocks that are all skipped need it.
class SkippingEncoder {
 public:
  explicit SkippingEncoder(BitWriter& out) : out_(out) {}

  void skip_block(bool is_last) {
    const auto row = static_cast<std::size_t>(state_ - first_state);
    range_ -= least_probable[row][range_ >> 6 & 3];
    state_ = std::min(state_ + 1, last_state);
    renormalise();
    range_ -= 2;  // end_of_slice_flag
    if (is_last)
      flush();
    else
      renormalise();
  }

 private:
  void renormalise() {
    while (range_ < 256) {
      if (low_ < 256) {
        put(false);
      } else if (low_ >= 512) {
        low_ -= 512;
        put(true);
      } else {
        low_ -= 256;
        ++outstanding_;
      }
      range_ <<= 1;
      low_ <<= 1;
    }
  }
  void put(bool value) {
    if (!is_first_) out_.bit(value);
    is_first_ = false;
    for (; outstanding_ > 0; --outstanding_) out_.bit(!value);
  }
  void flush() {
    low_ += range_;
    range_ = 2;
    renormalise();
    put((low_ >> 9 & 1) != 0);
    out_.bits((low_ >> 7 & 3) | 1, 2);  // its last bit is the stop bit
  }

  BitWriter& out_;
  std::uint32_t low_ = 0;
  std::uint32_t range_ = 510;
  int state_ = first_state;
  int outstanding_ = 0;
  bool is_first_ = true;
};

void write_header(BitWriter& out, EntropyCoding coding, unsigned frame_num) {
  out.unsigned_golomb(0);  // first_mb_in_slice
  out.unsigned_golomb(p_slice);
  out.unsigned_golomb(0);  // pic_parameter_set_id
  out.bits(frame_num, frame_num_bits);
  out.bit(true);                                               // num_ref_idx_active_override_flag
  out.unsigned_golomb(0);                                      // one reference
  out.bit(false);                                              // ref_pic_list_modification_flag_l0
  out.bit(false);                                              // adaptive_ref_pic_marking_mode_flag
  if (coding == EntropyCoding::cabac) out.unsigned_golomb(0);  // cabac_init_idc
  out.signed_golomb(slice_qp_delta);
  out.unsigned_golomb(1);  // disable_deblocking_filter_idc: the frame is the one before it
}

void write_blocks(BitWriter& out, EntropyCoding coding, unsigned blocks) {
  if (coding == EntropyCoding::cavlc) {
    out.unsigned_golomb(blocks);  // mb_skip_run
    out.bit(true);                // stop bit
    return;
  }
  while (!out.is_aligned()) out.bit(true);
  SkippingEncoder encoder(out);
  for (unsigned i = 1; i <= blocks; ++i) encoder.skip_block(i == blocks);
}

// 7.4.1: no two zero bytes are followed by one below four.
std::vector<std::uint8_t> escaped(std::span<const std::uint8_t> raw) {
  std::vector<std::uint8_t> out;
  out.reserve(raw.size() + raw.size() / 64 + 8);
  int zeros = 0;
  for (const auto byte : raw) {
    if (zeros == 2 && byte <= 3) {
      out.push_back(3);
      zeros = 0;
    }
    out.push_back(byte);
    zeros = byte == 0 ? zeros + 1 : 0;
  }
  return out;
}

std::vector<std::uint8_t> unescaped(std::span<const std::uint8_t> nal) {
  std::vector<std::uint8_t> out;
  out.reserve(nal.size());
  int zeros = 0;
  for (const auto byte : nal) {
    if (zeros == 2 && byte == 3) {
      zeros = 0;
      continue;
    }
    out.push_back(byte);
    zeros = byte == 0 ? zeros + 1 : 0;
  }
  return out;
}

void append_nal(std::vector<std::uint8_t>& out, std::uint8_t head, std::span<const std::uint8_t> raw) {
  const auto body = escaped(raw);
  const auto size = body.size() + 1;
  for (const auto shift : {24U, 16U, 8U, 0U}) out.push_back(static_cast<std::uint8_t>(size >> shift));
  out.push_back(head);
  out.insert(out.end(), body.begin(), body.end());
}

void renumber(std::vector<std::uint8_t>& slice, unsigned by) {
  BitReader reader(slice);
  CHECK(reader.unsigned_golomb() == 0 && reader.unsigned_golomb() == p_slice && reader.unsigned_golomb() == 0,
        "a frame that is not a key frame is one P slice");
  const auto at = reader.position();
  const auto value = reader.bits(frame_num_bits) + by;
  for (std::size_t i = 0; i < frame_num_bits; ++i) {
    const auto mask = static_cast<std::uint8_t>(0x80U >> (at + i) % 8);
    auto& byte = slice[(at + i) / 8];
    const auto is_set = (value >> (frame_num_bits - 1 - i) & 1) != 0;
    byte = static_cast<std::uint8_t>(is_set ? byte | mask : byte & ~mask);
  }
}

}  // namespace

bool can_be_skipped_by_hand(const ParameterSets& sets) {
  if (sets.sps.size() < 5) return false;
  const auto raw = unescaped(std::span(sets.sps).subspan(1));
  BitReader reader(raw);
  const auto profile = reader.bits(8);
  reader.bits(16);           // constraints, level
  reader.unsigned_golomb();  // seq_parameter_set_id
  if (profile == 100) {
    for (int i = 0; i < 3; ++i) reader.unsigned_golomb();  // chroma format, bit depths
    reader.bit();                                          // lossless
    if (reader.bit()) return false;                        // scaling matrices
  }
  const auto bits = static_cast<int>(reader.unsigned_golomb()) + 4;
  return bits == frame_num_bits && reader.unsigned_golomb() == 2;
}

std::vector<std::uint8_t> skip_unit(VideoFormat format, EntropyCoding coding, unsigned frame_num) {
  const auto blocks = (format.width + 15) / 16 * ((format.height + 15) / 16);
  BitWriter bits;
  write_header(bits, coding, frame_num % (1U << frame_num_bits));
  write_blocks(bits, coding, static_cast<unsigned>(blocks));
  std::vector<std::uint8_t> out;
  append_nal(out, reference_slice, bits.bytes());
  return out;
}

std::vector<std::uint8_t> renumbered(std::span<const std::uint8_t> unit, unsigned by) {
  std::vector<std::uint8_t> out;
  while (unit.size() > 4) {
    std::size_t size = 0;
    for (const auto byte : unit.first(4)) size = size << 8 | byte;
    CHECK(size > 0 && size <= unit.size() - 4, "an access unit is whole NAL units");
    const auto nal = unit.subspan(4, size);
    unit = unit.subspan(4 + size);
    auto raw = unescaped(nal.subspan(1));
    if ((nal[0] & 0x1F) == 1) renumber(raw, by);
    append_nal(out, nal[0], raw);
  }
  return out;
}

}  // namespace mrbill::media
