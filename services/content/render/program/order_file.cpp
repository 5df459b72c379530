#include "render/program/order_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

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

RenderFailure too_large(std::string_view what) {
  return {"order_too_large", fmt::format("The order {}.", what)};
}

// Takes the lines in turn.
class LineTaker {
 public:
  explicit LineTaker(OrderSink& sink) : sink_(sink) {}

  Result<void, RenderFailure> take(std::string_view line) {
    if (line.size() > max_line) return fail(too_large("has a line of more than 512 KB"));
    if (!std::exchange(has_head_, true)) return sink_.head(line);
    if (count_ == max_pocs) return fail(too_large("has more than 100,000 POCs"));
    auto poc = contract::rendering::parse_poc_facts(line);
    if (!poc) return fail(invalid_order(poc.error(), fmt::format("/pocs/{}", count_)));
    ++count_;
    sink_.poc(*std::move(poc));
    return {};
  }
  [[nodiscard]] bool has_head() const { return has_head_; }

 private:
  OrderSink& sink_;
  bool has_head_ = false;
  std::size_t count_ = 0;
};

// Hands on each line whose end has come; of the last one the beginning is kept.
Result<void, RenderFailure> take_lines(std::string_view fresh, std::string& kept, LineTaker& taker) {
  for (auto end = fresh.find('\n'); end != std::string_view::npos; end = fresh.find('\n')) {
    const auto line = fresh.substr(0, end);
    TRY_VOID(taker.take(kept.empty() ? line : kept.append(line)));
    kept.clear();
    fresh.remove_prefix(end + 1);
  }
  kept += fresh;
  if (kept.size() > max_line) return fail(too_large("has a line of more than 512 KB"));
  return {};
}

}  // namespace

Result<void, RenderFailure> read_order(const std::filesystem::path& path, OrderSink& sink,
                                       const BytesRead& progress) {
  const File file(path);
  const auto size = file.size();
  if (size > max_order) return fail(too_large("is larger than 256 MB"));
  LineTaker taker(sink);
  std::string piece(piece_size, '\0');
  std::string kept;
  std::uintmax_t read = 0;
  while (const auto came = file.read(piece)) {
    read += came;
    if (read > max_order) return fail(too_large("is larger than 256 MB"));
    TRY_VOID(take_lines(std::string_view(piece).substr(0, came), kept, taker));
    if (progress) progress(read, size);
  }
  if (!kept.empty() || !taker.has_head()) TRY_VOID(taker.take(kept));
  return {};
}

RenderFailure invalid_order(const std::vector<json::FieldError>& errors, std::string_view place) {
  if (errors.empty()) return {"order_invalid", "The order is not valid."};
  const auto& first = errors.front();
  return {"order_invalid",
          fmt::format("The order is not valid: {}{} {}.", place, first.pointer, first.detail)};
}

}  // namespace mrbill::content
