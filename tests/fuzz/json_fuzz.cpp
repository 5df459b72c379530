// The JSON parser: whatever it takes is bounded, valid and written back as something that it takes again.
#include <json/errors.hpp>
#include <json/parse.hpp>

#include "property.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mrbill::json::Errors errors;
  mrbill::json::Memory memory;
  const auto document = mrbill::json::parse(mrbill::fuzz::text_of(data, size), memory, errors);
  CHECK(document.has_value() == errors.empty(), "a refusal has a reason, an acceptance none");
  return 0;
}
