// A HarfBuzz buffer that ends with its owner: text goes in, glyphs and their positions come out.
#pragma once

#include <hb.h>
#include <memory>

namespace mrbill::pdf {

struct ShapingBufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using ShapingBuffer = std::unique_ptr<hb_buffer_t, ShapingBufferDeleter>;

[[nodiscard]] inline ShapingBuffer make_shaping_buffer() {
  return ShapingBuffer(hb_buffer_create());
}

}  // namespace mrbill::pdf
