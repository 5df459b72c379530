#include "render/program/order_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

#include "render/program/order_listener.hpp"

namespace mrbill::content {
namespace {

constexpr std::size_t piece_size = 128UL * 1024;

class File {
 public:
  explicit File(const std::filesystem::path& path)
      : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) refuse();
  }
  ~File() { ::close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] std::uintmax_t size() const {
    struct stat status{};
    if (::fstat(descriptor_, &status) != 0) refuse();
    return static_cast<std::uintmax_t>(status.st_size);
  }
  // How many bytes came; none at the end.
  [[nodiscard]] std::size_t read(std::string& into) const {
    for (;;) {
      const auto came = ::read(descriptor_, into.data(), into.size());
      if (came >= 0) return static_cast<std::size_t>(came);
      if (errno != EINTR) refuse();
    }
  }

 private:
  [[noreturn]] void refuse() const {
    throw std::system_error(errno, std::generic_category(), path_.string());
  }
  const std::filesystem::path& path_;
  int descriptor_;
};

RenderFailure broken(const std::string& defect) {
  return {"order_invalid", "The order is not valid JSON: " + defect + "."};
}

}  // namespace

Result<void, RenderFailure> read_order(const std::filesystem::path& path, OrderSink& sink,
                                       const BytesRead& progress) {
  const File file(path);
  const auto size = file.size();
  if (size > max_order) return fail(RenderFailure{"order_too_large", "The order is larger than 256 MB."});
  OrderListener listener(sink);
  json::StreamReader reader(listener);
  std::string piece(piece_size, '\0');
  std::uintmax_t read = 0;
  while (const auto came = file.read(piece)) {
    if (!reader.feed(std::string_view(piece).substr(0, came))) {
      if (!reader.defect().empty()) return fail(broken(reader.defect()));
      return listener.outcome();
    }
    read += came;
    if (read > max_order) return fail(RenderFailure{"order_too_large", "The order is larger than 256 MB."});
    if (progress) progress(read, size);
  }
  if (!reader.finish()) return fail(broken(reader.defect()));
  return listener.outcome();
}

RenderFailure invalid_order(const std::vector<json::FieldError>& errors) {
  if (errors.empty()) return {"order_invalid", "The order is not valid."};
  const auto& first = errors.front();
  return {"order_invalid", fmt::format("The order is not valid: {} {}.", first.pointer, first.detail)};
}

}  // namespace mrbill::content
