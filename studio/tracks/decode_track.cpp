#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <span>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <base/unreachable.hpp>
#include <process/run.hpp>
#include <sandbox/sandbox.hpp>
#include <sandbox/unavailable.hpp>
#include <tracks/decode_track.hpp>

namespace mrbill::tracks {
namespace {

constexpr std::array all_errors{MediaError::absent,         MediaError::too_large, MediaError::too_long,
                                MediaError::unknown_format, MediaError::damaged,   MediaError::too_demanding};

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
MediaError error_of(const process::Outcome& child) {
  if (child.hit_a_limit) return MediaError::too_demanding;
  for (const auto error : all_errors)
    if (child.code == to_exit_status(error)) return error;
  constexpr int killed_by_kernel = 128 + 9;
  constexpr int out_of_time = 128 + 24;
  return child.code == killed_by_kernel || child.code == out_of_time ? MediaError::too_demanding
                                                                     : MediaError::damaged;
}

bool has_started(const process::Outcome& child) {
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

process::Outcome outcome_of(const Decoder& decoder, int file, const TrackLimits& limits) {
  const auto kept_bytes =
      static_cast<std::uintmax_t>(limits.kept_seconds) * samples_a_second * 2 * sizeof(float);
  const process::Program program{
      .command = sandbox::command_in({.bubblewrap = decoder.bubblewrap}, decoder.program,
                                     {std::to_string(limits.seconds), std::to_string(limits.kept_seconds)}),
      .file = file,
      .limits = {.data_bytes = limits.memory_bytes,
                 .file_bytes = 0,
                 .cpu_seconds = static_cast<std::uint64_t>(limits.processor_seconds)}};
  try {
    return process::run(program, pcm_greeting.size() + kept_bytes, std::chrono::seconds(limits.wall_seconds));
  } catch (const std::system_error& problem) {
    throw sandbox::SandboxUnavailable(std::string("no process: ") + problem.what());
  }
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
  unreachable();
}

Result<std::vector<float>, MediaError> decode_track(const std::filesystem::path& track,
                                                    const Decoder& decoder, const TrackLimits& limits) {
  if (::geteuid() == 0)
    throw sandbox::SandboxUnavailable(
        "an uploaded track is not decoded by root: bubblewrap must not be started as root");
  const process::Descriptor file(::open(track.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  TRY_VOID(check_file(file.get(), limits));
  const auto child = outcome_of(decoder, file.get(), limits);
  if (!has_started(child)) {
    if (child.hit_a_limit)
      throw sandbox::SandboxUnavailable("the sandbox for an uploaded track did not start in time");
    throw sandbox::SandboxUnavailable(
        "the sandbox for an uploaded track does not start: " + decoder.bubblewrap.string() + ", " +
        decoder.program.string() + ", status " + std::to_string(child.code));
  }
  if (child.code != 0 || child.hit_a_limit) return fail(error_of(child));
  auto samples = to_samples(std::span(child.output).subspan(pcm_greeting.size()));
  if (samples.empty()) return fail(MediaError::damaged);
  return samples;
}

}  // namespace mrbill::tracks
