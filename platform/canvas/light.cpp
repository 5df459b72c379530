#include <array>
#include <canvas/light.hpp>
#include <vector>

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

// The falloff of a soft light over the squared share of its radius.
const std::array<float, 1025>& falloff() {
  static const auto table = [] {
    std::array<float, 1025> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
      double square = static_cast<double>(i) / 1024;
      double edge = 1 - square;
      made[i] = static_cast<float>(std::exp(-3.2 * square) * edge * edge * (3 - 2 * edge));
    }
    return made;
  }();
  return table;
}

float strength(double distance_squared, double radius) {
  double share = distance_squared / (radius * radius);
  return share >= 1 ? 0 : falloff()[static_cast<std::size_t>(share * 1024)];
}

constexpr int cell = 16;

struct Field {  // colours at the corners of cells of 16 pixels, 0..255
  int columns, rows;
  std::vector<float> values;
  [[nodiscard]] const float* at(int x, int y) const {
    return &values[static_cast<std::size_t>((y * columns + x) * 3)];
  }
};

Field field_of(const Ground& ground, Size size) {
  Field field{static_cast<int>(size.width) / cell + 2, static_cast<int>(size.height) / cell + 2, {}};
  field.values.reserve(static_cast<std::size_t>(field.columns * field.rows * 3));
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
        field.values.push_back(static_cast<float>(channel * 255));
    }
  }
  return field;
}

std::uint32_t packed(float red, float green, float blue) {
  auto whole = [](float v) {
    return static_cast<std::uint32_t>(std::clamp(static_cast<int>(v + 0.5f), 0, 255));
  };
  return 0xFF000000u | whole(red) << 16 | whole(green) << 8 | whole(blue);
}

void field_row(const Field& field, int y, Box part, float strength_of_grain, std::uint32_t* row) {
  int row_of_cells = y / cell;
  float down = static_cast<float>(y % cell) / cell;
  const float* noise = &dither()[static_cast<std::size_t>((y % tile) * tile)];
  const float* rough = &grain()[static_cast<std::size_t>((y % tile) * tile)];
  for (int column = part.left / cell; column * cell < part.right; ++column) {
    const float *a = field.at(column, row_of_cells), *b = field.at(column, row_of_cells + 1);
    float left[3], step[3];
    for (int k = 0; k < 3; ++k) {
      left[k] = a[k] + (b[k] - a[k]) * down;
      float right = a[k + 3] + (b[k + 3] - a[k + 3]) * down;
      step[k] = (right - left[k]) / cell;
    }
    int start = column * cell, from = std::max(part.left, start), to = std::min(part.right, start + cell);
    for (int x = from; x < to; ++x) {
      float n = noise[x % tile] + strength_of_grain * rough[x % tile];
      auto at = static_cast<float>(x - start);
      row[x] = packed(left[0] + step[0] * at + n, left[1] + step[1] * at + n, left[2] + step[2] * at + n);
    }
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

void rule(Surface& surface, const Ruling& ruling, Box part) {
  int step = std::max(2, static_cast<int>(ruling.spacing));
  int thick = std::max(1, static_cast<int>(ruling.thickness));
  int shift_x = static_cast<int>(ruling.offset.x), shift_y = static_cast<int>(ruling.offset.y);
  auto on = [&](int value, int shift) { return ((value - shift) % step + step) % step < thick; };
  for (int y = part.top; y < part.bottom; ++y) {
    auto* row = surface.row(y);
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

void paint_ground(Surface& surface, const Ground& ground, Size size, Box part) {
  if (ground.flat()) {
    auto plain = packed(static_cast<float>(ground.top.red * 255), static_cast<float>(ground.top.green * 255),
                        static_cast<float>(ground.top.blue * 255));
    for (int y = part.top; y < part.bottom; ++y)
      std::fill(surface.row(y) + part.left, surface.row(y) + part.right, plain);
  } else {
    Field field = field_of(ground, size);
    for (int y = part.top; y < part.bottom; ++y)
      field_row(field, y, part, static_cast<float>(ground.grain), surface.row(y));
  }
  if (ground.ruling.kind != Ruling::Kind::none) rule(surface, ground.ruling, part);
}

void paint_light(Surface& surface, const Light& light, double alpha, Box part, const Surface* coverage) {
  auto red = static_cast<float>(light.colour.red * 255), green = static_cast<float>(light.colour.green * 255),
       blue = static_cast<float>(light.colour.blue * 255);
  auto full = static_cast<float>(light.colour.alpha * alpha);
  auto scale = static_cast<float>(1024 / (light.radius * light.radius));
  const auto& soft = falloff();
  for (int y = part.top; y < part.bottom; ++y) {
    auto dy = static_cast<float>(y - light.centre.y);
    const float* noise = &dither()[static_cast<std::size_t>((y % tile) * tile)];
    auto* row = surface.row(y);
    const auto* covered =
        coverage == nullptr
            ? nullptr
            : coverage->bytes() + static_cast<std::ptrdiff_t>(coverage->stride()) * (y - part.top);
    for (int x = part.left; x < part.right; ++x) {
      auto dx = static_cast<float>(x - light.centre.x);
      float share = (dx * dx + dy * dy) * scale;
      if (share >= 1024) continue;
      float a = full * soft[static_cast<std::size_t>(share)];
      if (covered != nullptr) a *= static_cast<float>(covered[x - part.left]) / 255;
      auto r = static_cast<float>((row[x] >> 16) & 255), g = static_cast<float>((row[x] >> 8) & 255),
           b = static_cast<float>(row[x] & 255);
      float n = noise[x % tile] * 0.98f;
      row[x] = packed(r + (red - r) * a + n * (a > 0.002f), g + (green - g) * a + n * (a > 0.002f),
                      b + (blue - b) * a + n * (a > 0.002f));
    }
  }
}

}  // namespace mrbill::canvas
