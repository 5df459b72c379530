#include <array>
#include <vector>

#include <canvas/light.hpp>

// Loops over pixels, compiled for wider registers too where the machine has them. No fused multiplication:
// the same pixels everywhere.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define MRBILL_WIDE __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#define MRBILL_WIDE
#endif

namespace mrbill::canvas {
namespace {

constexpr int tile = 128;

// Noise of -0.5..0.5 whose neighbours differ much: rounding errors then look like fine paper, not like steps.
const std::array<float, tile * tile>& dither() {
  static const auto table = [] {
    std::array<float, tile * tile> made{};
    for (int y = 0; y < tile; ++y)
      for (int x = 0; x < tile; ++x) {
        double inner = 0.06711056 * x + 0.00583715 * y;
        double outer = 52.9829189 * (inner - std::floor(inner));
        made[static_cast<std::size_t>(y * tile + x)] = static_cast<float>(outer - std::floor(outer) - 0.5);
      }
    return made;
  }();
  return table;
}

const std::array<float, tile * tile>& grain() {
  static const auto table = [] {
    std::array<float, tile * tile> made{};
    std::uint32_t state = 2463534242u;
    auto next = [&] {
      state ^= state << 13;
      state ^= state >> 17;
      state ^= state << 5;
      return static_cast<float>(state >> 8) / 16777216.0f;
    };
    for (auto& value : made) value = next() + next() - 1;
    return made;
  }();
  return table;
}

// How strong a light is at the squared share of its radius: smooth in the middle and at the edge.
inline float falloff(float share) {
  float rest = share < 1 ? 1 - share : 0;
  rest *= rest;
  return rest * rest;
}

float strength(double distance_squared, double radius) {
  return falloff(static_cast<float>(distance_squared / (radius * radius)));
}

constexpr int cell = 16;

struct Field {  // colours at the corners of cells of 16 pixels, in 65536ths of a step of 8 bits
  int columns, rows;
  std::vector<std::int32_t> values;
  [[nodiscard]] const std::int32_t* at(int x, int y) const {
    return &values[static_cast<std::size_t>((y * columns + x) * 3)];
  }
};

Field field_of(const Ground& ground, Size size) {
  Field field{static_cast<int>(size.width) / cell + 2, static_cast<int>(size.height) / cell + 2, {}};
  field.values.reserve(static_cast<std::size_t>(field.columns * field.rows * 3));
  double margin = 1.5 + ground.grain;  // so that noise needs no clamping
  for (int y = 0; y < field.rows; ++y) {
    Colour base = mix(ground.top, ground.bottom, std::min(1.0, y * cell / size.height));
    for (int x = 0; x < field.columns; ++x) {
      Colour here = base;
      for (const auto& light : ground.lights) {
        double dx = x * cell - light.centre.x, dy = y * cell - light.centre.y;
        double share = light.colour.alpha * static_cast<double>(strength(dx * dx + dy * dy, light.radius));
        here.red += (light.colour.red - here.red) * share;
        here.green += (light.colour.green - here.green) * share;
        here.blue += (light.colour.blue - here.blue) * share;
      }
      for (double channel : {here.red, here.green, here.blue})
        field.values.push_back(
            static_cast<std::int32_t>(std::clamp(channel * 255, margin, 255 - margin) * 65536));
    }
  }
  return field;
}

// Noise of each pixel of a row of the tile, in the field's unit, rounding included.
using NoiseRow = std::array<std::int32_t, tile>;

NoiseRow noise_of(int y, double grain_strength) {
  NoiseRow row{};
  auto start = static_cast<std::size_t>((y % tile) * tile);
  for (std::size_t x = 0; x < tile; ++x)
    row[x] = static_cast<std::int32_t>((0.5 + static_cast<double>(dither()[start + x]) +
                                        grain_strength * static_cast<double>(grain()[start + x])) *
                                       65536);
  return row;
}

MRBILL_WIDE void cell_row(const std::int32_t* left, const std::int32_t* step, const std::int32_t* noise,
                          std::uint32_t* out) {
  for (int i = 0; i < cell; ++i) {
    std::int32_t red = (left[0] + step[0] * i + noise[i]) >> 16,
                 green = (left[1] + step[1] * i + noise[i]) >> 16,
                 blue = (left[2] + step[2] * i + noise[i]) >> 16;
    out[i] = 0xFF000000u | static_cast<std::uint32_t>(red << 16 | green << 8 | blue);
  }
}

void field_row(const Field& field, int y, Box part, const NoiseRow& noise, std::uint32_t* row) {
  int row_of_cells = y / cell, down = y % cell;
  for (int column = part.left / cell; column * cell < part.right; ++column) {
    const std::int32_t *a = field.at(column, row_of_cells), *b = field.at(column, row_of_cells + 1);
    std::int32_t left[3], step[3];
    for (int k = 0; k < 3; ++k) {
      left[k] = a[k] + (b[k] - a[k]) / cell * down;
      step[k] = (a[k + 3] + (b[k + 3] - a[k + 3]) / cell * down - left[k]) / cell;
    }
    int start = column * cell;
    const std::int32_t* rough = &noise[static_cast<std::size_t>(start % tile)];
    if (start >= part.left && start + cell <= part.right) {
      cell_row(left, step, rough, row + start);
      continue;
    }
    std::uint32_t made[cell];
    cell_row(left, step, rough, made);
    int from = std::max(part.left, start), to = std::min(part.right, start + cell);
    std::copy(made + (from - start), made + (to - start), row + from);
  }
}

std::uint32_t blended(std::uint32_t under, Colour c, double alpha) {
  auto channel = [&](int shift, double over) {
    double value = (under >> shift) & 255;
    return static_cast<std::uint32_t>(std::clamp(value + (over * 255 - value) * alpha + 0.5, 0.0, 255.0))
           << shift;
  };
  return 0xFF000000u | channel(16, c.red) | channel(8, c.green) | channel(0, c.blue);
}

void rule(Surface& surface, const Ruling& ruling, Box part, int first_row) {
  int step = std::max(2, static_cast<int>(ruling.spacing));
  int thick = std::max(1, static_cast<int>(ruling.thickness));
  int shift_x = static_cast<int>(ruling.offset.x), shift_y = static_cast<int>(ruling.offset.y);
  auto on = [&](int value, int shift) { return ((value - shift) % step + step) % step < thick; };
  for (int y = part.top; y < part.bottom; ++y) {
    auto* row = surface.row(y - first_row);
    bool line = on(y, shift_y);
    if (!line && ruling.kind != Ruling::Kind::grid) continue;
    for (int x = part.left; x < part.right; ++x) {
      bool drawn = ruling.kind == Ruling::Kind::rows   ? true
                   : ruling.kind == Ruling::Kind::dots ? on(x, shift_x)
                                                       : line || on(x, shift_x);
      if (drawn) row[x] = blended(row[x], ruling.colour, ruling.colour.alpha);
    }
  }
}

}  // namespace

void paint_ground(Surface& surface, const Ground& ground, Size size, Box part, int first_row) {
  if (ground.flat()) {
    auto whole = [](double v) { return static_cast<std::uint32_t>(v * 255 + 0.5); };
    auto plain =
        0xFF000000u | whole(ground.top.red) << 16 | whole(ground.top.green) << 8 | whole(ground.top.blue);
    for (int y = part.top; y < part.bottom; ++y)
      std::fill(surface.row(y - first_row) + part.left, surface.row(y - first_row) + part.right, plain);
  } else {
    Field field = field_of(ground, size);
    std::vector<NoiseRow> noise;
    for (int y = part.top; y < std::min(part.bottom, part.top + tile); ++y)
      noise.push_back(noise_of(y, ground.grain));
    for (int y = part.top; y < part.bottom; ++y)
      field_row(field, y, part, noise[static_cast<std::size_t>((y - part.top) % tile)],
                surface.row(y - first_row));
  }
  if (ground.ruling.kind != Ruling::Kind::none) rule(surface, ground.ruling, part, first_row);
}

namespace {

// alpha: of each pixel of the row, already worked out.
MRBILL_WIDE void blend_row(std::uint32_t* row, const float* alpha, const float* noise, int count, float red,
                           float green, float blue) {
  for (int x = 0; x < count; ++x) {
    float a = alpha[x], n = a > 0.002f ? noise[x] + 0.5f : 0.5f;
    auto r = static_cast<float>((row[x] >> 16) & 255), g = static_cast<float>((row[x] >> 8) & 255),
         b = static_cast<float>(row[x] & 255);
    auto one = std::clamp(static_cast<int>(r + (red - r) * a + n), 0, 255);
    auto two = std::clamp(static_cast<int>(g + (green - g) * a + n), 0, 255);
    auto three = std::clamp(static_cast<int>(b + (blue - b) * a + n), 0, 255);
    row[x] = 0xFF000000u | static_cast<std::uint32_t>(one << 16 | two << 8 | three);
  }
}

MRBILL_WIDE void alpha_row(float* alpha, int count, int from, float centre, float dy_squared, float scale,
                           float full) {
  for (int x = 0; x < count; ++x) {
    float dx = static_cast<float>(from + x) - centre;  // whichever column the row begins at
    float share = (dx * dx + dy_squared) * scale;
    float rest = share < 1 ? 1 - share : 0;
    rest *= rest;
    alpha[x] = full * rest * rest;
  }
}

// How far from its middle a light changes a pixel: further out it is less than half a step of 8 bits,
// whatever the colours, and has no noise.
double reach_of(double radius, double full) {
  constexpr double unseen = 0.0019;
  if (full <= unseen) return 0;
  return radius * std::sqrt(1 - std::sqrt(std::sqrt(unseen / full)));
}

}  // namespace

void paint_light(Surface& surface, const Light& light, double alpha, Box part, const Surface* coverage) {
  auto full = static_cast<float>(light.colour.alpha * alpha);
  const double seen = reach_of(light.radius, static_cast<double>(full));
  int width = part.right - part.left;
  std::vector<float> alphas(static_cast<std::size_t>(width)), noise(alphas.size());
  for (int y = part.top; y < part.bottom; ++y) {
    double dy = y - light.centre.y, half = seen * seen - dy * dy;
    if (half <= 0) continue;
    int reach = static_cast<int>(std::sqrt(half)) + 1, middle = static_cast<int>(light.centre.x);
    int from = std::max(part.left, middle - reach), to = std::min(part.right, middle + reach + 1),
        count = to - from;
    if (count <= 0) continue;
    alpha_row(alphas.data(), count, from, static_cast<float>(light.centre.x), static_cast<float>(dy * dy),
              static_cast<float>(1 / (light.radius * light.radius)), full);
    if (coverage != nullptr) {
      const auto* covered = coverage->bytes() +
                            static_cast<std::ptrdiff_t>(coverage->stride()) * (y - part.top) +
                            (from - part.left);
      for (int x = 0; x < count; ++x)
        alphas[static_cast<std::size_t>(x)] *= static_cast<float>(covered[x]) / 255;
    }
    const float* row_of_noise = &dither()[static_cast<std::size_t>((y % tile) * tile)];
    for (int x = 0; x < count; ++x)
      noise[static_cast<std::size_t>(x)] = row_of_noise[(from + x) % tile] * 0.98f;
    blend_row(surface.row(y) + from, alphas.data(), noise.data(), count,
              static_cast<float>(light.colour.red * 255), static_cast<float>(light.colour.green * 255),
              static_cast<float>(light.colour.blue * 255));
  }
}

}  // namespace mrbill::canvas
