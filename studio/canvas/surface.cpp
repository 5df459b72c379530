#include <cairo.h>
#include <cerrno>
#include <fstream>
#include <memory>
#include <new>
#include <system_error>
#include <turbojpeg.h>
#include <utility>

#include <base/check.hpp>
#include <canvas/surface.hpp>

namespace mrbill::canvas {

Surface::Surface(int width, int height, PixelFormat format)
    : width_(width),
      height_(height),
      format_(format),
      surface_(cairo_image_surface_create(format == PixelFormat::argb ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8,
                                          width, height)) {
  if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
  bytes_ = cairo_image_surface_get_data(surface_);
  stride_ = cairo_image_surface_get_stride(surface_);
}

Surface::~Surface() {
  if (surface_ != nullptr) cairo_surface_destroy(surface_);
}

Surface::Surface(Surface&& other) noexcept
    : width_(other.width_),
      height_(other.height_),
      format_(other.format_),
      surface_(std::exchange(other.surface_, nullptr)),
      bytes_(other.bytes_),
      stride_(other.stride_) {}

Surface& Surface::operator=(Surface&& other) noexcept {
  std::swap(width_, other.width_);
  std::swap(height_, other.height_);
  std::swap(format_, other.format_);
  std::swap(surface_, other.surface_);
  std::swap(bytes_, other.bytes_);
  std::swap(stride_, other.stride_);
  return *this;
}

std::uint32_t* Surface::row(int y) {
  return reinterpret_cast<std::uint32_t*>(bytes_ + static_cast<std::ptrdiff_t>(stride_) * y);
}

const std::uint32_t* Surface::row(int y) const {
  return reinterpret_cast<const std::uint32_t*>(bytes_ + static_cast<std::ptrdiff_t>(stride_) * y);
}

std::string jpeg_of(const Surface& surface, int quality) {
  CHECK(surface.format() == PixelFormat::argb, "a mask is no picture");
  std::unique_ptr<void, int (*)(void*)> encoder(tjInitCompress(), tjDestroy);
  unsigned char* out = nullptr;
  unsigned long length = 0;
  int failed =
      tjCompress2(encoder.get(), surface.bytes(), surface.width(), surface.stride(), surface.height(),
                  TJPF_BGRX, &out, &length, TJSAMP_444, quality, TJFLAG_ACCURATEDCT);
  std::unique_ptr<unsigned char, void (*)(unsigned char*)> owned(out, tjFree);
  if (failed != 0) throw std::runtime_error(tjGetErrorStr2(encoder.get()));
  return {reinterpret_cast<const char*>(out), length};
}

void write_jpeg(const Surface& surface, const std::filesystem::path& file, int quality) {
  std::string bytes = jpeg_of(surface, quality);
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
  if (!stream) throw std::system_error(errno, std::generic_category(), file.string());
}

}  // namespace mrbill::canvas
