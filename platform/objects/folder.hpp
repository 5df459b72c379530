// Files of a FolderStore, blocking: to be called on a work pool. Every path is walked from the root's
// descriptor, segment by segment, without following a symbolic link, so nothing outside the root is
// ever opened.
//
//   root/data/<key>@object    content, then a footer with its type and digest: both change in one rename
//   root/incoming/<random>    uploads not yet finished
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <base/random.hpp>
#include <base/result.hpp>
#include <objects/content_digest.hpp>
#include <objects/object_store.hpp>

namespace mrbill::objects {

// An open file or folder.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor();
  [[nodiscard]] int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

// An object opened for reading; stays what it was when its key is replaced.
struct OpenObject {
  Object object;
  Descriptor file;
  // At most `max` bytes from `offset`; StoreUnavailable when the disk fails.
  [[nodiscard]] std::string read(std::uint64_t offset, std::size_t max) const;
};

class Folder {
 public:
  explicit Folder(const std::filesystem::path& root);  // throws StoreUnavailable when it cannot be used

  [[nodiscard]] std::optional<OpenObject> open(const std::string& key) const;
  [[nodiscard]] bool exists(const std::string& key) const;
  void remove(const std::string& key) const;

  // An upload under way; its file goes when it is destroyed unfinished.
  class Incoming {
   public:
    Incoming(const Folder& folder, Random& random);
    ~Incoming();
    Incoming(const Incoming&) = delete;
    Incoming& operator=(const Incoming&) = delete;
    void append(std::string_view piece);
    // Durable and visible under its key; precondition_failed when it must be absent and is not.
    [[nodiscard]] Result<Object, StoreError> finish(const Upload& upload);
    [[nodiscard]] std::uint64_t size() const { return size_; }

   private:
    void append_footer(const Upload& upload, const Sha256& digest);
    void write_all(std::string_view bytes);

    const Folder& folder_;
    std::string name_;
    Descriptor file_;
    ContentDigest digest_;
    std::uint64_t size_ = 0;
  };

 private:
  // The folder that holds the key's file, made when asked for; empty when it is not there.
  [[nodiscard]] Descriptor parent_of(const std::string& key, bool make) const;
  [[nodiscard]] bool place(const std::string& incoming, const Upload& upload) const;
  void sweep_incoming() const;

  Descriptor data_;
  Descriptor incoming_;
};

}  // namespace mrbill::objects
