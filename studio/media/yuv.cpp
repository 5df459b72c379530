#include <algorithm>
#include <array>
#include <cstddef>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <base/check.hpp>
#include <media/yuv.hpp>

namespace mrbill::media {
namespace {

// ITU-R BT.709 scaled to limited range (219 and 224 steps) in units of 2^-14. Each chroma row sums to zero,
// so that grey is exactly 128.
struct Weights {
  std::int16_t red, green, blue;
};
constexpr int fraction_bits = 14;
constexpr Weights luma{2991, 10064, 1016};
constexpr Weights cb{-1649, -5547, 7196};
constexpr Weights cr{7196, -6536, -660};
constexpr int chroma_bits = fraction_bits + 3;  // a chroma sample is a weighted sum of eight pixels
constexpr int luma_base = 16 << fraction_bits;
constexpr int chroma_base = 128 << chroma_bits;

// The order in which an 8x8 tile fills (Bayer), as what is added before the fraction is cut off.
constexpr int tile = 8;
using Pattern = std::array<std::array<std::int32_t, tile>, tile>;
constexpr Pattern pattern_of(int bits, bool mirrored) {
  Pattern out{};
  for (unsigned y = 0; y < tile; ++y) {
    for (unsigned x = 0; x < tile; ++x) {
      const auto column = mirrored ? tile - 1 - x : x;
      unsigned rank = 0;
      for (unsigned bit = 0; bit < 3; ++bit) {
        const auto a = column >> bit & 1;
        const auto b = y >> bit & 1;
        rank = rank << 2 | (a ^ b) << 1 | b;
      }
      out[y][x] = static_cast<std::int32_t>((2 * rank + 1) << bits >> 7);
    }
  }
  return out;
}
constexpr auto luma_dither = pattern_of(fraction_bits, false);
constexpr auto cb_dither = pattern_of(chroma_bits, false);
constexpr auto cr_dither = pattern_of(chroma_bits, true);  // the two planes do not tint the same places

struct Colour {
  int red, green, blue;
};
Colour colour_at(const std::uint8_t* row, int x) {
  return {row[4 * x + 2], row[4 * x + 1], row[4 * x]};
}

int weigh(Weights by, Colour colour) {
  return by.red * colour.red + by.green * colour.green + by.blue * colour.blue;
}

std::uint8_t to_sample(int value) {
  return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

void luma_plainly(const std::uint8_t* row, int y, int from, int to, std::uint8_t* out) {
  const auto& dither = luma_dither[static_cast<unsigned>(y) % tile];
  for (int x = from; x < to; ++x) {
    const auto value = weigh(luma, colour_at(row, x)) + luma_base + dither[static_cast<unsigned>(x) % tile];
    out[x] = to_sample(value >> fraction_bits);
  }
}

// Two rows, and what the columns from `from` to `to` of half of them become.
struct ChromaRows {
  const std::uint8_t* upper;
  const std::uint8_t* lower;
  int y;  // of the chroma row
  std::uint8_t* u;
  std::uint8_t* v;
};

Colour column_sum(const ChromaRows& rows, int x) {
  const auto a = colour_at(rows.upper, x);
  const auto b = colour_at(rows.lower, x);
  return {a.red + b.red, a.green + b.green, a.blue + b.blue};
}

void chroma_plainly(const ChromaRows& rows, int from, int to) {
  const auto row = static_cast<unsigned>(rows.y) % tile;
  for (int x = from; x < to; ++x) {
    const auto left = column_sum(rows, std::max(2 * x - 1, 0));
    const auto here = column_sum(rows, 2 * x);
    const auto right = column_sum(rows, 2 * x + 1);
    const Colour sum{left.red + 2 * here.red + right.red, left.green + 2 * here.green + right.green,
                     left.blue + 2 * here.blue + right.blue};
    const auto column = static_cast<unsigned>(x) % tile;
    rows.u[x] = to_sample((weigh(cb, sum) + chroma_base + cb_dither[row][column]) >> chroma_bits);
    rows.v[x] = to_sample((weigh(cr, sum) + chroma_base + cr_dither[row][column]) >> chroma_bits);
  }
}

#ifdef __SSE2__
// A pixel is two pairs of 16-bit numbers, (blue, red) and (green, ignored): a weighted sum is
// two multiply-adds.
struct Pairs {
  __m128i blue_red;
  __m128i green;
};
struct PairWeights {
  __m128i blue_red;
  __m128i green;
};

__m128i pair(std::int16_t low, std::int16_t high) {
  return _mm_set1_epi32(static_cast<int>(static_cast<std::uint16_t>(high)) << 16 |
                        static_cast<std::uint16_t>(low));
}
PairWeights pairs_of(Weights by) {
  return {pair(by.blue, by.red), pair(by.green, 0)};
}

__m128i load(const void* from) {
  return _mm_loadu_si128(static_cast<const __m128i*>(from));
}
void store(void* to, __m128i value) {
  _mm_storeu_si128(static_cast<__m128i*>(to), value);
}

Pairs split(__m128i pixels) {
  const auto bytes = _mm_set1_epi32(0x00FF00FF);
  return {_mm_and_si128(pixels, bytes), _mm_and_si128(_mm_srli_epi32(pixels, 8), bytes)};
}

__m128i weigh(const PairWeights& by, const Pairs& pixels) {
  return _mm_add_epi32(_mm_madd_epi16(pixels.blue_red, by.blue_red), _mm_madd_epi16(pixels.green, by.green));
}

// From the column `from`, a multiple of the tile; returns the first that it left.
int luma_fast(const std::uint8_t* row, int y, int from, int to, std::uint8_t* out) {
  const auto& dither = luma_dither[static_cast<unsigned>(y) % tile];
  const auto base = _mm_set1_epi32(luma_base);
  const std::array added{_mm_add_epi32(load(dither.data()), base), _mm_add_epi32(load(&dither[4]), base)};
  const auto weights = pairs_of(luma);
  int x = from;
  for (; x + 16 <= to; x += 16) {
    const auto four = [&](int at) {
      const auto sum = weigh(weights, split(load(row + 4 * (x + at))));
      return _mm_srai_epi32(_mm_add_epi32(sum, added[static_cast<unsigned>(at) / 4 % 2]), fraction_bits);
    };
    const auto low = _mm_packs_epi32(four(0), four(4));
    store(out + x, _mm_packus_epi16(low, _mm_packs_epi32(four(8), four(12))));
  }
  return x;
}

Pairs column_sums(const ChromaRows& rows, int x) {
  const auto a = split(load(rows.upper + 4 * x));
  const auto b = split(load(rows.lower + 4 * x));
  return {_mm_add_epi16(a.blue_red, b.blue_red), _mm_add_epi16(a.green, b.green)};
}

template <int first>  // 0: the even columns of eight, 1: the odd ones
__m128i every_second(__m128i a, __m128i b) {
  constexpr int picked = _MM_SHUFFLE(2 + first, first, 2 + first, first);
  return _mm_castps_si128(_mm_shuffle_ps(_mm_castsi128_ps(a), _mm_castsi128_ps(b), picked));
}

__m128i one_two_one(__m128i left, __m128i here, __m128i right) {
  return _mm_add_epi16(_mm_add_epi16(left, right), _mm_add_epi16(here, here));
}

// Four chroma positions from the eight columns that begin at x (x > 0).
Pairs four_sums(const ChromaRows& rows, int x) {
  const auto a = column_sums(rows, x);
  const auto b = column_sums(rows, x + 4);
  const auto c = column_sums(rows, x - 1);
  const auto d = column_sums(rows, x + 3);
  return {one_two_one(every_second<0>(c.blue_red, d.blue_red), every_second<0>(a.blue_red, b.blue_red),
                      every_second<1>(a.blue_red, b.blue_red)),
          one_two_one(every_second<0>(c.green, d.green), every_second<0>(a.green, b.green),
                      every_second<1>(a.green, b.green))};
}

void store_eight(const Pairs& low, const Pairs& high, const PairWeights& weights,
                 const std::array<std::int32_t, tile>& dither, std::uint8_t* out) {
  const auto base = _mm_set1_epi32(chroma_base);
  const auto finish = [&](const Pairs& sums, const std::int32_t* added) {
    return _mm_srai_epi32(_mm_add_epi32(weigh(weights, sums), _mm_add_epi32(load(added), base)), chroma_bits);
  };
  const auto words = _mm_packs_epi32(finish(low, dither.data()), finish(high, &dither[4]));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(out), _mm_packus_epi16(words, words));
}

// From the chroma column `from`, a multiple of the tile that is not 0; returns the first that it left.
int chroma_fast(const ChromaRows& rows, int from, int to) {
  const auto row = static_cast<unsigned>(rows.y) % tile;
  const auto u_weights = pairs_of(cb);
  const auto v_weights = pairs_of(cr);
  int x = from;
  for (; x + tile <= to; x += tile) {
    const auto low = four_sums(rows, 2 * x);
    const auto high = four_sums(rows, 2 * x + 8);
    store_eight(low, high, u_weights, cb_dither[row], rows.u + x);
    store_eight(low, high, v_weights, cr_dither[row], rows.v + x);
  }
  return x;
}
#else
int luma_fast(const std::uint8_t*, int, int from, int, std::uint8_t*) {
  return from;
}
int chroma_fast(const ChromaRows&, int from, int) {
  return from;
}
#endif

bool is_block_edge(int at, int size) {
  return at == size || (at >= 0 && at < size && at % block_size == 0);
}

template <class LumaRow, class ChromaRow>
void convert(FrameView frame, Area area, YuvPicture& picture, int top, LumaRow luma_row,
             ChromaRow chroma_row) {
  CHECK(is_block_edge(area.left, picture.width) && is_block_edge(area.right, picture.width),
        "to_blocks made the area");
  CHECK(top <= area.top && area.bottom - top <= picture.height && (area.top - top) % 2 == 0,
        "the picture has room for the area");
  const auto row_at = [&](int y) { return frame.pixels + static_cast<std::ptrdiff_t>(y) * frame.stride; };
  const auto half = static_cast<std::ptrdiff_t>(picture.width) / 2;
  for (int y = area.top; y < area.bottom; y += 2) {
    for (const auto line : {y, y + 1})
      luma_row(row_at(line), line,
               picture.y.data() + static_cast<std::ptrdiff_t>(line - top) * picture.width);
    const auto at = half * ((y - top) / 2);
    chroma_row(ChromaRows{row_at(y), row_at(y + 1), y / 2, picture.u.data() + at, picture.v.data() + at});
  }
}

std::size_t area_of(int width, int height) {
  return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

}  // namespace

YuvPicture::YuvPicture(VideoFormat format)
    : width(format.width),
      height(format.height),
      y(area_of(width, height)),
      u(area_of(width / 2, height / 2)),
      v(area_of(width / 2, height / 2)) {
  CHECK(width > 0 && height > 0 && width % 2 == 0 && height % 2 == 0, "a picture has even numbers of pixels");
}

Area to_blocks(Area area, VideoFormat format) {
  const auto down = [](int at) { return std::max(at, 0) / block_size * block_size; };
  const auto up = [](int at, int size) {
    return std::min((at + block_size - 1) / block_size * block_size, size);
  };
  return {down(area.left), down(area.top), up(area.right + 1, format.width), up(area.bottom, format.height)};
}

void to_yuv(FrameView frame, Area area, YuvPicture& picture, int top) {
  const auto from = area.left;
  const auto to = area.right;
  convert(
      frame, area, picture, top,
      [=](const std::uint8_t* row, int y, std::uint8_t* out) {
        luma_plainly(row, y, luma_fast(row, y, from, to, out), to, out);
      },
      [=](const ChromaRows& lines) {
        const auto edge =
            std::clamp<int>(tile, from / 2, to / 2);  // the first columns have no left neighbour
        chroma_plainly(lines, from / 2, edge);
        chroma_plainly(lines, chroma_fast(lines, edge, to / 2), to / 2);
      });
}

void to_yuv_plainly(FrameView frame, Area area, YuvPicture& picture, int top) {
  convert(
      frame, area, picture, top,
      [=](const std::uint8_t* row, int y, std::uint8_t* out) {
        luma_plainly(row, y, area.left, area.right, out);
      },
      [=](const ChromaRows& lines) { chroma_plainly(lines, area.left / 2, area.right / 2); });
}

}  // namespace mrbill::media
