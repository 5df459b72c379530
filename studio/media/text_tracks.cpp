#include <array>
#include <fstream>
#include <functional>
#include <optional>
#include <string>

#include <media/pending_file.hpp>
#include <media/text_tracks.hpp>

namespace mrbill::media {
namespace {

struct Box {
  std::string kind;
  std::int64_t content = 0;  // where it begins
  std::int64_t end = 0;
};

class Boxes {
 public:
  explicit Boxes(const std::filesystem::path& file)
      : file_(file, std::ios::in | std::ios::out | std::ios::binary) {
    file_.seekg(0, std::ios::end);
    end_ = file_.tellg();
  }

  void each(std::int64_t from, std::int64_t to, const std::function<void(const Box&)>& visit) {
    while (from + 8 <= to) {
      const auto box = read(from, to);
      if (!box) return;
      visit(*box);
      from = box->end;
    }
  }
  [[nodiscard]] std::int64_t end() const { return end_; }
  std::string text(std::int64_t at, std::size_t letters) {
    std::string out(letters, '\0');
    file_.seekg(at).read(out.data(), static_cast<std::streamsize>(letters));
    return out;
  }
  void write(std::int64_t at, char byte) { file_.seekp(at).write(&byte, 1); }
  void finish() {
    if (!file_.flush()) throw MediaUnavailable("an MP4's tracks could not be marked");
  }

 private:
  std::uint64_t number(std::int64_t at, std::size_t bytes) {
    std::uint64_t out = 0;
    for (const unsigned char byte : text(at, bytes)) out = out << 8 | byte;
    return out;
  }
  std::optional<Box> read(std::int64_t at, std::int64_t to) {
    auto size = static_cast<std::int64_t>(number(at, 4));
    std::int64_t head = 8;
    if (size == 1) size = static_cast<std::int64_t>(number(at + 8, 8)), head = 16;
    if (size == 0) size = to - at;
    if (!file_ || size < head || at + size > to) return std::nullopt;
    return Box{text(at + 4, 4), at + head, at + size};
  }

  std::fstream file_;
  std::int64_t end_ = 0;
};

void switch_off_text(Boxes& boxes, const Box& track) {
  std::optional<std::int64_t> flags;
  bool is_text = false;
  boxes.each(track.content, track.end, [&](const Box& part) {
    if (part.kind == "tkhd") flags = part.content + 3;  // the last of the three bytes after the version
    if (part.kind != "mdia") return;
    boxes.each(part.content, part.end, [&](const Box& inner) {
      const auto handler = inner.kind == "hdlr" ? boxes.text(inner.content + 8, 4) : std::string();
      is_text = is_text || handler == "sbtl" || handler == "text" || handler == "subt";
    });
  });
  if (!is_text || !flags) return;
  constexpr int enabled = 1;
  boxes.write(*flags, static_cast<char>(boxes.text(*flags, 1).front() & ~enabled));
}

}  // namespace

void switch_off_text_tracks(const std::filesystem::path& mp4) {
  Boxes boxes(mp4);
  boxes.each(0, boxes.end(), [&](const Box& movie) {
    if (movie.kind != "moov") return;
    boxes.each(movie.content, movie.end, [&](const Box& track) {
      if (track.kind == "trak") switch_off_text(boxes, track);
    });
  });
  boxes.finish();
}

}  // namespace mrbill::media
