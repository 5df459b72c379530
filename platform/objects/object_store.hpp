// Files of the product (screenshots, films, reports, imports): a port. A folder here, S3 on AWS; the contract
// suite (object_store_contract.hpp) runs against every adapter.
//
//   Upload upload{.key = "temp/x.jsonl", .content_type = "application/x-ndjson", .max_bytes = 32 << 20};
//   CO_TRY(auto object, co_await store.put(upload, one_chunk(std::move(body))));
//   CO_TRY(auto download, co_await store.get(object.key, {}));
//   for (auto piece = co_await download.chunks(); !piece.empty(); piece = co_await download.chunks()) ...
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <base/result.hpp>
#include <base/unavailable.hpp>

namespace mrbill::objects {

// 1-512 bytes of [A-Za-z0-9._/-]; no segment is empty, "." or "..", none is longer than 200 bytes.
[[nodiscard]] bool is_key(std::string_view text);

struct Object {
  std::string key;
  std::uint64_t size = 0;  // bytes
  std::string content_type;
  std::string etag;  // strong, quoted: the SHA-256 of the content
  Timestamp modified;
};

enum class StoreError : std::uint8_t {
  not_found,
  bad_key,
  too_large,
  precondition_failed,
  range_not_satisfiable
};
[[nodiscard]] std::string_view to_string(StoreError error);

// The store itself is away, full or broken.
class StoreUnavailable : public ServiceUnavailable {
 public:
  using ServiceUnavailable::ServiceUnavailable;
};

// One object cannot be read as it was put: its file is cut short, or the disk has lost a part of it.
class ObjectDamaged : public StoreUnavailable {
 public:
  using StoreUnavailable::StoreUnavailable;
};

struct ByteRange {
  std::uint64_t first = 0;
  std::optional<std::uint64_t> last;  // inclusive; beyond the end means up to the end
};

struct Upload {
  std::string key;
  std::string content_type = "application/octet-stream";
  std::uint64_t max_bytes = 0;  // too_large beyond; nothing is left behind
  bool only_if_absent = false;  // If-None-Match: *
};

// The next piece, of piece_bytes at most where the store makes it; empty at the end.
inline constexpr std::size_t piece_bytes = 128 * 1024;
using Chunks = std::function<Task<std::string>()>;
[[nodiscard]] Chunks one_chunk(std::string content);

// One object as it was when get() returned, whatever happens to its key meanwhile.
struct Download {
  Object object;
  std::uint64_t first = 0;   // the range that chunks gives
  std::uint64_t length = 0;  // bytes
  Chunks chunks;
};

class ObjectStore {
 public:
  virtual ~ObjectStore() = default;
  // Atomic: readers see the whole new object or the old one; durable once it returns. When it fails or throws
  // nothing has changed.
  [[nodiscard]] virtual Task<Result<Object, StoreError>> put(Upload upload, Chunks chunks) = 0;
  [[nodiscard]] virtual Task<Result<Object, StoreError>> head(std::string key) = 0;
  [[nodiscard]] virtual Task<Result<Download, StoreError>> get(std::string key,
                                                               std::optional<ByteRange> range) = 0;
  [[nodiscard]] virtual Task<Result<void, StoreError>> remove(std::string key) = 0;  // gone already is fine
  // A link that anybody holding it may use until it expires; the name is what a browser saves it as.
  [[nodiscard]] virtual std::string signed_url(std::string_view key, std::string_view download_name,
                                               std::chrono::seconds valid_for) const = 0;
};

}  // namespace mrbill::objects
