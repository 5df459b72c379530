// The ObjectStore in a folder of this machine. File access is blocking and runs on a work pool.
//
//   WorkPool files(2, 64);
//   LinkSigner links(secret, "http://localhost:8080", clock);
//   FolderStore store("/var/lib/mrbill/objects", files, links, random);
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <base/random.hpp>
#include <objects/link_signer.hpp>
#include <objects/object_store.hpp>

namespace mrbill {
class WorkPool;
}

namespace mrbill::objects {

class Folder;

class FolderStore final : public ObjectStore {
 public:
  FolderStore(const std::filesystem::path& root, WorkPool& pool, const LinkSigner& links, Random& random);
  ~FolderStore() override;

  [[nodiscard]] Task<Result<Object, StoreError>> put(Upload upload, Chunks chunks) override;
  [[nodiscard]] Task<Result<Object, StoreError>> head(std::string key) override;
  [[nodiscard]] Task<Result<Download, StoreError>> get(std::string key,
                                                       std::optional<ByteRange> range) override;
  [[nodiscard]] Task<Result<void, StoreError>> remove(std::string key) override;
  [[nodiscard]] std::string signed_url(std::string_view key, std::string_view download_name,
                                       std::chrono::seconds valid_for) const override;

 private:
  std::shared_ptr<const Folder> folder_;  // shared with work that outlives its awaiter
  WorkPool& pool_;
  const LinkSigner& links_;
  Random& random_;
};

}  // namespace mrbill::objects
