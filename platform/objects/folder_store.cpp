#include <algorithm>
#include <utility>

#include <async/work_pool.hpp>
#include <objects/byte_range.hpp>
#include <objects/folder.hpp>
#include <objects/folder_store.hpp>

namespace mrbill::objects {
namespace {

// Work for the pool is named before it is awaited: g++ 12 destroys a lambda inside a co_await
// expression twice.

// An upload and the folder it goes to: what the pool works on must outlive a cancelled awaiter.
struct Uploading {
  std::shared_ptr<const Folder> folder;
  Upload upload;
  Folder::Incoming incoming;

  Uploading(std::shared_ptr<const Folder> to, Upload what, Random& random)
      : folder(std::move(to)), upload(std::move(what)), incoming(*folder, random) {}
};

struct Reading {
  OpenObject open;
  Slice left;
};

Chunks pieces_of(WorkPool& pool, std::shared_ptr<Reading> reading) {
  return [&pool, reading]() -> Task<std::string> {
    auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece_bytes, reading->left.length));
    if (wanted == 0) co_return std::string();
    auto first = reading->left.first;
    auto read = [reading, first, wanted] { return reading->open.read(first, wanted); };
    auto piece = co_await pool.run(std::move(read));
    if (piece.size() != wanted) throw ObjectDamaged("object store: a file is shorter than it was");
    reading->left.first += wanted;
    reading->left.length -= wanted;
    co_return piece;
  };
}

}  // namespace

FolderStore::FolderStore(const std::filesystem::path& root, WorkPool& pool, const LinkSigner& links,
                         Random& random)
    : folder_(std::make_shared<const Folder>(root)), pool_(pool), links_(links), random_(random) {}

FolderStore::~FolderStore() = default;

Task<Result<Object, StoreError>> FolderStore::put(Upload upload, Chunks chunks) {
  if (!is_key(upload.key)) co_return fail(StoreError::bad_key);
  if (upload.only_if_absent) {  // known before the content is; finish() asks again
    auto exists = [folder = folder_, key = upload.key] { return folder->exists(key); };
    if (co_await pool_.run(std::move(exists))) co_return fail(StoreError::precondition_failed);
  }
  auto max = upload.max_bytes;
  auto uploading = std::make_shared<Uploading>(folder_, std::move(upload), random_);
  for (auto piece = co_await chunks(); !piece.empty(); piece = co_await chunks()) {
    if (uploading->incoming.size() + piece.size() > max) co_return fail(StoreError::too_large);
    auto shared = std::make_shared<std::string>(std::move(piece));
    auto append = [uploading, shared] {
      uploading->incoming.append(*shared);
      return true;
    };
    co_await pool_.run(std::move(append));
  }
  auto finish = [uploading] { return uploading->incoming.finish(uploading->upload); };
  co_return co_await pool_.run(std::move(finish));
}

Task<Result<Object, StoreError>> FolderStore::head(std::string key) {
  if (!is_key(key)) co_return fail(StoreError::bad_key);
  auto open_it = [folder = folder_, key] { return folder->open(key); };
  auto open = co_await pool_.run(std::move(open_it));
  if (!open) co_return fail(StoreError::not_found);
  co_return open->object;
}

Task<Result<Download, StoreError>> FolderStore::get(std::string key, std::optional<ByteRange> range) {
  if (!is_key(key)) co_return fail(StoreError::bad_key);
  auto open_it = [folder = folder_, key] { return folder->open(key); };
  auto open = co_await pool_.run(std::move(open_it));
  if (!open) co_return fail(StoreError::not_found);
  CO_TRY(auto slice, slice_of(range, open->object.size));
  auto object = open->object;
  auto reading = std::make_shared<Reading>(*std::move(open), slice);
  co_return Download{std::move(object), slice.first, slice.length, pieces_of(pool_, std::move(reading))};
}

Task<Result<void, StoreError>> FolderStore::remove(std::string key) {
  if (!is_key(key)) co_return fail(StoreError::bad_key);
  auto remove_it = [folder = folder_, key] {
    folder->remove(key);
    return true;
  };
  co_await pool_.run(std::move(remove_it));
  co_return Result<void, StoreError>{};
}

std::string FolderStore::signed_url(std::string_view key, std::string_view download_name,
                                    std::chrono::seconds valid_for) const {
  return links_.sign(key, download_name, valid_for);
}

}  // namespace mrbill::objects
