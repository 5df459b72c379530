#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include <base/encoding.hpp>
#include <film/film.hpp>
#include <film/frame.hpp>
#include <media/pending_file.hpp>
#include <media/segment_file.hpp>

namespace mrbill::film {
namespace {

// Changes whenever the same pictures would give other pixels or other packets.
constexpr int engine_version = 1;

// What the threads share; the mutex guards the events and the first error.
struct Work {
  const std::vector<Shot>& shots;
  const RenderPlan& plan;
  const canvas::Fonts& fonts;
  const RenderEvents& events;
  std::vector<Segment> segments;
  std::vector<std::filesystem::path> files;
  long all = 0;
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  std::mutex mutex;
  long done = 0;
  std::exception_ptr error;
};

void drawn(Work& work, long frames) {
  std::scoped_lock lock(work.mutex);
  work.done += frames;
  if (work.events.frames) work.events.frames(work.done, work.all);
}

class Worker {
 public:
  explicit Worker(Work& work)
      : work_(work),
        setter_(work.fonts),
        picture_(
            {static_cast<double>(work.plan.format.width), static_cast<double>(work.plan.format.height)}) {}

  void run() {
    for (auto i = work_.next++; i < work_.segments.size() && !work_.failed; i = work_.next++) {
      const auto& segment = work_.segments[i];
      std::string name = name_of(segment);
      auto file = work_.plan.folder / name;
      if (media::is_whole_segment(file, work_.plan.format))
        drawn(work_, segment.frames);
      else
        encode(segment, file);
      work_.files[i] = file;
      std::scoped_lock lock(work_.mutex);
      if (work_.events.segment) work_.events.segment(name);
    }
  }

 private:
  const canvas::Picture& at(const Segment& segment, int frame) {
    picture_.clear();
    work_.shots[segment.shot].draw(picture_, setter_, segment.first + frame);
    return picture_;
  }

  // Pictures are values, so a segment is named without being drawn.
  std::string name_of(const Segment& segment) {
    media::StreamDigest digest;
    auto add = [&](std::uint64_t value) {
      digest.add({reinterpret_cast<const std::uint8_t*>(&value), sizeof value});
    };
    const auto& format = work_.plan.format;
    for (int fact :
         {engine_version, format.width, format.height, format.frames_per_second,
          static_cast<int>(work_.plan.encoder.effort), static_cast<int>(work_.plan.encoder.quality * 10)})
      add(static_cast<std::uint64_t>(fact));
    for (int frame = 0; frame < segment.frames; ++frame) add(at(segment, frame).hash());
    auto sum = digest.finish();
    std::string name;
    constexpr char digits[] = "0123456789abcdef";
    for (std::size_t i = 0; i < 16; ++i) name += {digits[sum[i] >> 4], digits[sum[i] & 15]};
    return name + ".seg";
  }

  void encode(const Segment& segment, const std::filesystem::path& file) {
    media::SegmentWriter writer(work_.plan.format, file, work_.plan.encoder);
    Frame frame(work_.plan.format.width, work_.plan.format.height);
    int still = 0, unreported = 0;
    for (int i = 0; i < segment.frames && !work_.failed; ++i) {
      const auto changed = frame.show(at(segment, i));
      if (changed.empty() && i > 0) {
        ++still;
      } else {
        if (still > 0) writer.repeat(std::exchange(still, 0));
        writer.add(frame.view(), changed);
      }
      if (++unreported == 10) drawn(work_, std::exchange(unreported, 0));
    }
    if (work_.failed) return;
    if (still > 0) writer.repeat(still);
    writer.close();
    drawn(work_, unreported);
  }

  Work& work_;
  canvas::Typesetter setter_;
  canvas::Picture picture_;
};

void run_worker(Work& work) {
  try {
    Worker(work).run();
  } catch (...) {
    work.failed = true;
    std::scoped_lock lock(work.mutex);
    if (!work.error) work.error = std::current_exception();
  }
}

}  // namespace

std::vector<Segment> segments_of(const std::vector<Shot>& shots, int longest) {
  std::vector<Segment> segments;
  for (std::size_t shot = 0; shot < shots.size(); ++shot) {
    int all = shots[shot].frames, pieces = (all + longest - 1) / longest;
    for (int i = 0; i < pieces; ++i)
      segments.push_back({shot, all * i / pieces, all * (i + 1) / pieces - all * i / pieces});
  }
  return segments;
}

std::vector<std::filesystem::path> render(const std::vector<Shot>& shots, const RenderPlan& plan,
                                          const canvas::Fonts& fonts, const RenderEvents& events) {
  Work work{shots, plan, fonts, events, segments_of(shots), {}, 0, {}, {}, {}, 0, {}};
  work.files.resize(work.segments.size());
  for (const auto& segment : work.segments) work.all += segment.frames;
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < std::max(1u, plan.threads); ++i)
      threads.emplace_back([&work] { run_worker(work); });
    run_worker(work);
  }
  if (work.error) std::rethrow_exception(work.error);
  return work.files;
}

}  // namespace mrbill::film
