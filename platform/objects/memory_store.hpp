// An ObjectStore in memory, for tests of whoever uses the port. It passes the same contract suite as
// the others.
#pragma once

#include <map>
#include <memory>
#include <string>

#include <objects/object_store.hpp>

namespace mrbill::objects {

class MemoryStore final : public ObjectStore {
 public:
  explicit MemoryStore(const Clock& clock) : clock_(clock) {}

  [[nodiscard]] Task<Result<Object, StoreError>> put(Upload upload, Chunks chunks) override;
  [[nodiscard]] Task<Result<Object, StoreError>> head(std::string key) override;
  [[nodiscard]] Task<Result<Download, StoreError>> get(std::string key,
                                                       std::optional<ByteRange> range) override;
  [[nodiscard]] Task<Result<void, StoreError>> remove(std::string key) override;
  [[nodiscard]] std::string signed_url(std::string_view key, std::string_view download_name,
                                       std::chrono::seconds valid_for) const override;

  // As a disk that loses a bit: the digest stays.
  void damage(std::string_view key);
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Object object;
    std::shared_ptr<const std::string> content;
  };
  const Clock& clock_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace mrbill::objects
