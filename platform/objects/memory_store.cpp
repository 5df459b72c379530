#include <base/encoding.hpp>
#include <objects/byte_range.hpp>
#include <objects/content_digest.hpp>
#include <objects/memory_store.hpp>

namespace mrbill::objects {
namespace {

Chunks pieces_of(std::shared_ptr<const std::string> content, Slice slice) {
  auto left =
      std::make_shared<std::string_view>(std::string_view(*content).substr(slice.first, slice.length));
  return [content, left]() -> Task<std::string> {
    auto piece = std::string(left->substr(0, piece_bytes));
    left->remove_prefix(piece.size());
    co_return piece;
  };
}

}  // namespace

Task<Result<Object, StoreError>> MemoryStore::put(Upload upload, Chunks chunks) {
  if (!is_key(upload.key)) co_return fail(StoreError::bad_key);
  auto content = std::make_shared<std::string>();
  for (auto piece = co_await chunks(); !piece.empty(); piece = co_await chunks()) {
    if (content->size() + piece.size() > upload.max_bytes) co_return fail(StoreError::too_large);
    content->append(piece);
  }
  if (upload.only_if_absent && entries_.contains(upload.key)) co_return fail(StoreError::precondition_failed);
  Object object{upload.key, content->size(), upload.content_type, to_etag(sha256(*content)), clock_.now()};
  entries_[upload.key] = Entry{object, std::move(content)};
  co_return object;
}

Task<Result<Object, StoreError>> MemoryStore::head(std::string key) {
  if (!is_key(key)) co_return fail(StoreError::bad_key);
  auto found = entries_.find(key);
  if (found == entries_.end()) co_return fail(StoreError::not_found);
  co_return found->second.object;
}

Task<Result<Download, StoreError>> MemoryStore::get(std::string key, std::optional<ByteRange> range) {
  if (!is_key(key)) co_return fail(StoreError::bad_key);
  auto found = entries_.find(key);
  if (found == entries_.end()) co_return fail(StoreError::not_found);
  auto& entry = found->second;
  CO_TRY(auto slice, slice_of(range, entry.object.size));
  co_return Download{entry.object, slice.first, slice.length, pieces_of(entry.content, slice)};
}

void MemoryStore::damage(std::string_view key) {
  auto& entry = entries_.find(key)->second;
  auto content = *entry.content;
  content.front() = static_cast<char>(~content.front());
  entry.content = std::make_shared<const std::string>(std::move(content));
}

Task<Result<void, StoreError>> MemoryStore::remove(std::string key) {
  if (!is_key(key)) co_return fail(StoreError::bad_key);
  entries_.erase(key);
  co_return Result<void, StoreError>{};
}

std::string MemoryStore::signed_url(std::string_view key, std::string_view download_name,
                                    std::chrono::seconds) const {
  return "memory:" + std::string(key) + "?name=" + std::string(download_name);
}

}  // namespace mrbill::objects
