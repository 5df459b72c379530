// mrbill-content-preview FOLDER: fifteen seconds of each piece of our music, as FOLDER/<track>.m4a. Run once,
// by the build.
#include <cstdio>
#include <exception>
#include <filesystem>

#include <media/aac.hpp>
#include <media/mp4_file.hpp>
#include <music/arrangements.hpp>

namespace mrbill::content {
namespace {

void write_preview(const music::Track& track, const std::filesystem::path& folder) {
  const auto samples = music::preview(track);
  const auto sound = media::encode_aac(samples, static_cast<std::int64_t>(samples.size() / 2));
  media::Mp4File file(folder / (std::string(track.id) + ".m4a"), {});
  const int number = file.add_sound(sound, "und");
  file.begin();
  for (const auto& packet : sound.packets)
    file.write(number, {.bytes = packet.bytes, .pts = packet.pts, .duration = packet.duration});
  file.end();
}

}  // namespace
}  // namespace mrbill::content

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: mrbill-content-preview FOLDER\n", stderr);
    return 64;
  }
  try {
    std::filesystem::create_directories(argv[1]);
    for (const auto& track : mrbill::music::tracks()) mrbill::content::write_preview(track, argv[1]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "mrbill-content-preview: %s\n", error.what());
    return 1;
  }
}
