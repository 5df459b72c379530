#include "render/report/output_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace mrbill::content::report {

OutputFile::OutputFile(const std::filesystem::path& path)
    : path_(path.string()),
      descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) refuse();
  buffer_.reserve(full + full / 4);
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const auto written = ::write(descriptor_, left.data(), left.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      refuse();
    }
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void OutputFile::close() {
  flush();
  if (::close(std::exchange(descriptor_, -1)) != 0) refuse();
}

void OutputFile::refuse() const {
  throw std::system_error(errno, std::generic_category(), path_);
}

}  // namespace mrbill::content::report
