#include "adapters/process/child_renderer.hpp"

#include <cerrno>
#include <fstream>
#include <optional>

#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>

#include <base/unreachable.hpp>
#include <child/child.hpp>
#include <log/log.hpp>
#include <sandbox/sandbox.hpp>
#include <sandbox/unavailable.hpp>
#include <tracks/decode_track.hpp>

#include "adapters/process/file_pieces.hpp"

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
namespace json = boost::json;

constexpr auto grace = 2'000ms;  // between the end of its output and its own
constexpr int niceness = 10;     // beside what people wait for
constexpr int refused = 2;       // its exit code when the order can never succeed

std::string_view word_of(Drawing what) {
  switch (what) {
    case Drawing::video:
      return "video";
    case Drawing::storyboard:
      return "storyboard";
    case Drawing::preview:
      return "preview";
    case Drawing::report:
      return "report";
  }
  unreachable();
}

// The last words of its standard error, for our log.
std::string last_words(const fs::path& log) {
  constexpr std::streamoff max = 1'000;
  std::ifstream file(log, std::ios::binary | std::ios::ate);
  if (!file) return {};
  const auto size = static_cast<std::streamoff>(file.tellg());
  file.seekg(std::max<std::streamoff>(0, size - max));
  std::string text(static_cast<std::size_t>(std::min(size, max)), '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

// Whether that is why it died: what it wrote is still there.
bool is_full(const fs::path& folder) {
  constexpr std::uintmax_t too_little = 1 << 20;
  std::error_code error;
  const auto space = fs::space(folder, error);
  return !error && space.available < too_little;
}

// A line of its output; nothing for what is not of the protocol.
std::optional<RenderEvent> event_of(std::string_view line) {
  boost::system::error_code error;
  auto value = json::parse(line, error);
  if (error || !value.is_object()) return std::nullopt;
  const auto& object = value.as_object();
  if (const auto* progress = object.if_contains("progress"); progress && progress->is_number())
    return Progress{progress->to_number<int>(error)};
  if (const auto* segment = object.if_contains("segment"); segment && segment->is_string())
    return SegmentDone{std::string(segment->as_string())};
  if (const auto* result = object.if_contains("result")) return Drawn{json::serialize(*result)};
  const auto* failure = object.if_contains("failure");
  if (!failure || !failure->is_object()) return std::nullopt;
  const auto& parts = failure->as_object();
  const auto* code = parts.if_contains("code");
  const auto* message = parts.if_contains("message");
  if (!code || !code->is_string() || !message || !message->is_string()) return std::nullopt;
  return CannotDraw{std::string(code->as_string()), std::string(message->as_string())};
}

// A segment's name becomes part of an object's key.
bool is_plain_name(std::string_view name) {
  if (name.empty() || name.size() > 150 || name.front() == '.') return false;
  return std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
  });
}

class ChildRendering final : public Rendering {
 public:
  ChildRendering(const asio::any_io_executor& executor, const process::Program& program)
      : child_(executor, program), log_(program.log) {}

  Task<RenderEvent> next(std::chrono::milliseconds max_wait) override {
    auto line = co_await child_.line(max_wait);
    if (!line && child_.ended()) co_return co_await conclude();
    if (!line) co_return Nothing{};
    auto event = event_of(*line);
    if (!event) throw RendererDied("the renderer said something that is not of its protocol");
    if (std::holds_alternative<Drawn>(*event) || std::holds_alternative<CannotDraw>(*event)) {
      end_ = std::move(event);  // believed once it has ended accordingly
      co_return Nothing{};
    }
    const auto* segment = std::get_if<SegmentDone>(&*event);
    if (segment != nullptr && !is_plain_name(segment->name))
      throw RendererDied("the renderer named a strange segment");
    co_return *std::move(event);
  }

  Task<> kill() override {
    child_.kill();
    static_cast<void>(co_await child_.wait(grace));
  }

 private:
  Task<RenderEvent> conclude() {
    const int code = co_await child_.wait(grace);
    if (code == 0 && end_ && std::holds_alternative<Drawn>(*end_)) co_return *std::move(end_);
    if (code == refused && end_ && std::holds_alternative<CannotDraw>(*end_)) co_return *std::move(end_);
    const auto words = last_words(log_);
    log::warn("the renderer ended without an answer", {{"code", code}, {"words", words}});
    if (is_full(log_.parent_path())) throw NoRoom("the renderer had no room");
    throw RendererDied("the renderer ended with " + std::to_string(code));
  }

  Child child_;
  fs::path log_;
  std::optional<RenderEvent> end_;
};

// share/fonts in a folder above the program, as its own search finds it (canvas/font_folder.hpp); in the
// sandbox it cannot know where it lies.
std::optional<fs::path> fonts_of(const fs::path& program) {
  for (auto folder = program.parent_path(); folder != folder.root_path(); folder = folder.parent_path())
    if (std::error_code error; fs::is_directory(folder / "share" / "fonts", error))
      return folder / "share" / "fonts";
  return std::nullopt;
}

sandbox::Sandbox world_of(const RenderOptions& options, const fs::path& program, const fs::path& folder) {
  sandbox::Sandbox world{.readable = options.readable,
                         .workplace = folder,
                         .environment = {{"LANG", "C.UTF-8"},
                                         {"LC_ALL", "C.UTF-8"},
                                         {"TZ", "UTC"},
                                         {"HOME", folder.string()},
                                         {"TMPDIR", folder.string()}}};
  world.readable.emplace_back("/usr/share/zoneinfo");
  if (const auto fonts = fonts_of(program)) {
    world.readable.push_back(*fonts);
    world.environment.emplace_back("MRBILL_FONTS", fonts->string());
  }
  return world;
}

// The uploaded file's sound into another; why there is none in it.
std::optional<std::string> decode_into(const fs::path& sound, const fs::path& uploaded,
                                       const std::string& program) {
  try {
    const auto samples = tracks::decode_track(uploaded, {.program = program});
    if (!samples) return std::string(tracks::reason_of(samples.error()));
    std::ofstream out(sound, std::ios::binary);
    out.write(reinterpret_cast<const char*>(samples->data()),
              static_cast<std::streamsize>(samples->size() * sizeof(float)));
    out.close();
    if (!out) throw NoRoom("there is no room for a track's sound");
    return std::nullopt;
  } catch (const sandbox::SandboxUnavailable& problem) {
    throw RendererDied(problem.what());
  }
}

class FolderWorkplace final : public Workplace {
 public:
  FolderWorkplace(asio::io_context& io, const RenderOptions& options, WorkPool& files, WorkPool& decoding,
                  fs::path folder)
      : io_(io), options_(options), files_(files), decoding_(decoding), folder_(std::move(folder)) {}
  ~FolderWorkplace() override { Scratch::remove(folder_); }
  FolderWorkplace(const FolderWorkplace&) = delete;
  FolderWorkplace& operator=(const FolderWorkplace&) = delete;

  Task<> write_order(std::string text) override {
    auto path = folder_ / "order.jsonl";
    co_await append_to_file(files_, std::move(path), std::move(text));
  }
  Task<> put(Place place, std::string name, Pieces pieces) override {
    auto path = path_of(place, name);
    co_await write_file(files_, std::move(path), std::move(pieces));
  }
  Task<Result<void, CannotDraw>> put_track(std::string name, Pieces pieces) override {
    const auto uploaded = path_of(Place::beside, name + ".uploaded");
    co_await write_file(files_, uploaded, std::move(pieces));
    auto decode = [sound = path_of(Place::beside, name), uploaded, program = options_.decode_program] {
      return decode_into(sound, uploaded, program);
    };
    auto unusable = co_await decoding_.run(std::move(decode));
    if (unusable) co_return fail(CannotDraw{"track_unusable", *std::move(unusable)});
    co_return Result<void, CannotDraw>{};
  }
  Task<std::optional<Content>> open(Place place, std::string name) override {
    auto path = path_of(place, name);
    co_return co_await open_file(files_, std::move(path));
  }

  std::unique_ptr<Rendering> start(Drawing what) override {
    const auto& path = program_of(what);
    const process::Program program{
        .command = sandbox::command_in(
            world_of(options_, path, folder_), path,
            {std::string(word_of(what)), "--order", (folder_ / "order.jsonl").string(), "--out",
             (folder_ / "out").string(), "--segments", (folder_ / "segments").string(), "--threads",
             std::to_string(options_.threads)}),
        .environment = {"PATH=/usr/bin:/bin"},
        .folder = folder_.string(),
        .log = (folder_ / "stderr.log").string(),
        .limits = {.data_bytes = options_.data_bytes,
                   .file_bytes = options_.file_bytes,
                   .cpu_seconds = static_cast<std::uint64_t>(options_.cpu.count())},
        .nice = niceness};
    return std::make_unique<ChildRendering>(io_.get_executor(), program);
  }

 private:
  [[nodiscard]] const std::string& program_of(Drawing what) const {
    return what == Drawing::report ? options_.report_program : options_.video_program;
  }
  [[nodiscard]] fs::path path_of(Place place, const std::string& name) const {
    if (!is_plain_name(name)) throw std::invalid_argument("not the name of a file: " + name);
    if (place == Place::beside) return folder_ / name;
    return folder_ / (place == Place::segments ? "segments" : "out") / name;
  }

  asio::io_context& io_;
  const RenderOptions& options_;
  WorkPool& files_;
  WorkPool& decoding_;
  fs::path folder_;
};

}  // namespace

ChildRenderer::ChildRenderer(asio::io_context& io, RenderOptions options, WorkPool& files)
    : io_(io), options_(std::move(options)), files_(files), scratch_(options_.scratch) {}

std::unique_ptr<Workplace> ChildRenderer::prepare() {
  return std::make_unique<FolderWorkplace>(io_, options_, files_, decoding_, scratch_.make());
}

}  // namespace mrbill::content
