// Reads an order file piece by piece. All that is not a POC comes first, as one JSON document the contract's
// parser takes; then each POC comes by itself and may be forgotten again: the largest order needs no more
// memory than its reader keeps.
//
//   struct Names : OrderSink { Result<void, RenderFailure> head(std::string_view json) override { ... }
//                              void poc(const PocView& poc) override { ... } };
//   Names names;
//   TRY_VOID(read_order(call.order, names));
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include <base/clock.hpp>
#include <base/result.hpp>
#include <base/uuid.hpp>
#include <contract/rendering.hpp>

namespace mrbill::content {

using contract::rendering::RenderFailure;

inline constexpr std::uintmax_t max_order = 256UL * 1024 * 1024;  // bytes
inline constexpr std::size_t max_pocs = 100'000;

// A POC of the order; the texts live until the call with it returns.
struct PocView {
  Uuid poc_id;
  std::string_view name;
  std::optional<std::string_view> description;
  std::optional<std::string_view> repository_url;
  std::optional<std::string_view> language;
  std::span<const std::string_view> tags;
  std::span<const std::string_view> frameworks;
  bool is_public = false;
  bool is_favorite = false;
  Timestamp created_at;
  Timestamp updated_at;
};

class OrderSink {
 public:
  virtual ~OrderSink() = default;
  // The order without its POCs ("pocs":[]), called once before the first POC.
  virtual Result<void, RenderFailure> head(std::string_view json) = 0;
  virtual void poc(const PocView& poc) = 0;
};

using BytesRead = std::function<void(std::uintmax_t read, std::uintmax_t of)>;

// Fails with order_invalid, order_too_large. "pocs" is the order's last member. Throws when the file cannot
// be read.
[[nodiscard]] Result<void, RenderFailure> read_order(const std::filesystem::path& file, OrderSink& sink,
                                                     const BytesRead& progress = {});

// What the contract's parser found wrong, as one failure.
[[nodiscard]] RenderFailure invalid_order(const std::vector<json::FieldError>& errors);

}  // namespace mrbill::content
