// Pixels in memory: ARGB, premultiplied, as cairo has them, or a mask of alpha alone. Written as PNG or JPEG.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <canvas/geometry.hpp>

using cairo_surface_t = struct _cairo_surface;

namespace mrbill::canvas {

enum class PixelFormat { argb, mask };

class Surface {
 public:
  Surface(int width, int height, PixelFormat format = PixelFormat::argb);  // transparent black
  ~Surface();
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;
  Surface(Surface&& other) noexcept;
  Surface& operator=(Surface&& other) noexcept;

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] int stride() const { return stride_; }  // bytes from row to row
  [[nodiscard]] PixelFormat format() const { return format_; }
  [[nodiscard]] Box bounds() const { return {0, 0, width_, height_}; }
  [[nodiscard]] std::uint8_t* bytes() { return bytes_; }
  [[nodiscard]] const std::uint8_t* bytes() const { return bytes_; }
  [[nodiscard]] std::uint32_t* row(int y);  // of argb
  [[nodiscard]] const std::uint32_t* row(int y) const;
  [[nodiscard]] std::size_t size() const {
    return static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height_);
  }
  [[nodiscard]] cairo_surface_t* cairo() const { return surface_; }

 private:
  int width_;
  int height_;
  PixelFormat format_;
  cairo_surface_t* surface_;
  std::uint8_t* bytes_;
  int stride_;
};

// An opaque picture as the bytes of a JPEG file; quality 1..100, chroma not subsampled.
[[nodiscard]] std::string jpeg_of(const Surface& surface, int quality = 90);
// Throws std::system_error when the disk does not take it.
void write_jpeg(const Surface& surface, const std::filesystem::path& file, int quality = 90);

}  // namespace mrbill::canvas
