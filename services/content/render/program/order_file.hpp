// Reads an order file (JSON Lines) as it comes: the first line is its head, each other one a POC, which may
// be forgotten again: the largest order needs no more memory than its reader keeps. What a line may hold is
// the contract's (contracts/rendering).
//
//   struct Names : OrderSink { Result<void, RenderFailure> head(std::string_view json) override { ... }
//                              void poc(PocFacts poc) override { ... } };
//   Names names;
//   TRY_VOID(read_order(call.order, names));
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include <base/result.hpp>
#include <contract/rendering.hpp>

namespace mrbill::content {

using contract::rendering::PocFacts;
using contract::rendering::RenderFailure;

inline constexpr std::uintmax_t max_order = 256UL * 1024 * 1024;  // bytes
inline constexpr std::size_t max_line = 512UL * 1024;             // bytes: thrice what the contract allows
inline constexpr std::size_t max_pocs = 100'000;

class OrderSink {
 public:
  virtual ~OrderSink() = default;
  // Called once, before the first POC.
  virtual Result<void, RenderFailure> head(std::string_view json) = 0;
  virtual void poc(PocFacts poc) = 0;
};

using BytesRead = std::function<void(std::uintmax_t read, std::uintmax_t of)>;

// Fails with order_invalid, order_too_large. Throws when the file cannot be read.
[[nodiscard]] Result<void, RenderFailure> read_order(const std::filesystem::path& file, OrderSink& sink,
                                                     const BytesRead& progress = {});

// What the contract's parser found wrong, as one failure. place: a pointer to what it read.
[[nodiscard]] RenderFailure invalid_order(const std::vector<json::FieldError>& errors,
                                          std::string_view place = "");

}  // namespace mrbill::content
