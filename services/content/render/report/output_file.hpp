// A file of the result, written through one buffer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace mrbill::content::report {

class OutputFile {
 public:
  explicit OutputFile(const std::filesystem::path& path);  // throws std::system_error, as do the others
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Append to it, then call flush_when_full().
  [[nodiscard]] std::string& buffer() { return buffer_; }
  void flush_when_full() {
    if (buffer_.size() >= full) flush();
  }
  void close();

 private:
  static constexpr std::size_t full = 256UL * 1024;
  void flush();
  [[noreturn]] void refuse() const;

  std::string path_;
  int descriptor_;
  std::string buffer_;
};

}  // namespace mrbill::content::report
