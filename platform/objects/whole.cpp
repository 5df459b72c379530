#include <objects/content_digest.hpp>
#include <objects/whole.hpp>

namespace mrbill::objects {

Task<bool> is_whole(ObjectStore& store, std::string key) {
  try {
    auto download = co_await store.get(std::move(key), std::nullopt);
    if (!download) co_return false;
    ContentDigest digest;
    for (auto piece = co_await download->chunks(); !piece.empty(); piece = co_await download->chunks())
      digest.add(piece);
    co_return to_etag(digest.finish()) == download->object.etag;
  } catch (const ObjectDamaged&) {
    co_return false;
  }
}

}  // namespace mrbill::objects
