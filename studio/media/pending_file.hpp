// A file that appears whole or not at all: written as `<name>.part`, made durable, then renamed. And a digest
// of what is written in pieces.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include <base/encoding.hpp>
#include <base/unavailable.hpp>

namespace mrbill::media {

// The disk, or a library's encoder, failed.
class MediaUnavailable : public ServiceUnavailable {
 public:
  using ServiceUnavailable::ServiceUnavailable;
};

class PendingFile {
 public:
  explicit PendingFile(std::filesystem::path target);  // a part left by a former try is overwritten
  ~PendingFile();                                      // without commit() the part is removed
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;

  void write(std::span<const std::uint8_t> bytes);
  void commit();
  [[nodiscard]] const std::filesystem::path& part() const { return part_; }

 private:
  void flush();

  std::filesystem::path target_;
  std::filesystem::path part_;
  int descriptor_;
  std::vector<std::uint8_t> waiting_;
};

// SHA-256.
class StreamDigest {
 public:
  StreamDigest();
  ~StreamDigest();
  void add(std::span<const std::uint8_t> bytes);
  [[nodiscard]] Sha256 finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace mrbill::media
