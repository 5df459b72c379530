#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <sandbox/run.hpp>
#include <span>
#include <sys/stat.h>
#include <tracks/decode_track.hpp>
#include <unistd.h>

namespace mrbill::tracks {
namespace {

constexpr std::array all_errors{MediaError::absent,         MediaError::too_large, MediaError::too_long,
                                MediaError::unknown_format, MediaError::damaged,   MediaError::too_demanding};

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& file)
      : fd_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

Result<void, MediaError> check_file(int file, const TrackLimits& limits) {
  struct stat status{};
  if (file < 0 || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return fail(MediaError::absent);
  if (static_cast<std::uintmax_t>(status.st_size) > limits.file_bytes) return fail(MediaError::too_large);
  if (status.st_size == 0) return fail(MediaError::damaged);
  return {};
}

constexpr int samples_a_second = 48'000;
constexpr int first_error_status = 10;  // beside those of a shell and a signal

// What ended the decoder other than by its own word: a limit of the kernel, or hostile bytes.
MediaError error_of(const sandbox::RunResult& child) {
  if (child.hit_a_limit) return MediaError::too_demanding;
  for (const auto error : all_errors)
    if (child.status == to_exit_status(error)) return error;
  constexpr int killed_by_kernel = 128 + 9;
  constexpr int out_of_time = 128 + 24;
  return child.status == killed_by_kernel || child.status == out_of_time ? MediaError::too_demanding
                                                                         : MediaError::damaged;
}

bool has_started(const sandbox::RunResult& child) {
  return child.output.size() >= pcm_greeting.size() &&
         std::memcmp(child.output.data(), pcm_greeting.data(), pcm_greeting.size()) == 0;
}

std::vector<float> to_samples(std::span<const std::uint8_t> bytes) {
  std::vector<float> out(bytes.size() / (2 * sizeof(float)) * 2);
  std::memcpy(out.data(), bytes.data(), out.size() * sizeof(float));
  for (auto& sample : out)
    sample = sample > -8 && sample < 8 ? sample : 0;  // the child's word is not trusted either
  return out;
}

}  // namespace

int to_exit_status(MediaError error) {
  return first_error_status + static_cast<int>(error);
}

std::string_view reason_of(MediaError error) {
  switch (error) {
    case MediaError::absent:
      return "The track is not there.";
    case MediaError::too_large:
      return "The track's file is too large.";
    case MediaError::too_long:
      return "The track is too long.";
    case MediaError::unknown_format:
      return "The track is none of MP3, AAC, Ogg, FLAC or WAV.";
    case MediaError::damaged:
      return "The track is damaged or incomplete.";
    case MediaError::too_demanding:
      return "The track took too long to decode.";
  }
  return "";
}

Result<std::vector<float>, MediaError> decode_track(const std::filesystem::path& track,
                                                    const Decoder& decoder, const TrackLimits& limits) {
  if (::geteuid() == 0)
    throw sandbox::SandboxUnavailable(
        "an uploaded track is not decoded by root: bubblewrap must not be started as root");
  const Descriptor file(track);
  TRY_VOID(check_file(file.get(), limits));
  const auto kept_bytes =
      static_cast<std::uintmax_t>(limits.kept_seconds) * samples_a_second * 2 * sizeof(float);
  const auto child =
      sandbox::run({.bubblewrap = decoder.bubblewrap}, decoder.program,
                   {std::to_string(limits.seconds), std::to_string(limits.kept_seconds)}, file.get(),
                   {.output_bytes = pcm_greeting.size() + kept_bytes,
                    .memory_bytes = limits.memory_bytes,
                    .processor_seconds = limits.processor_seconds,
                    .wall = std::chrono::seconds(limits.wall_seconds)});
  if (!has_started(child)) {
    if (child.hit_a_limit)
      throw sandbox::SandboxUnavailable("the sandbox for an uploaded track did not start in time");
    throw sandbox::SandboxUnavailable(
        "the sandbox for an uploaded track does not start: " + decoder.bubblewrap.string() + ", " +
        decoder.program.string() + ", status " + std::to_string(child.status));
  }
  if (child.status != 0 || child.hit_a_limit) return fail(error_of(child));
  auto samples = to_samples(std::span(child.output).subspan(pcm_greeting.size()));
  if (samples.empty()) return fail(MediaError::damaged);
  return samples;
}

}  // namespace mrbill::tracks
