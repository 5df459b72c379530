#include <algorithm>
#include <functional>

#include <base/check.hpp>
#include <media/mp4_file.hpp>

namespace mrbill::media {
namespace {

Segment read_whole(const std::filesystem::path& file, VideoFormat format) {
  auto out = read_segment(file);
  if (!out || out->format != format)
    throw MediaUnavailable("not a whole segment of this film: " + file.string());
  return *std::move(out);
}

// Tracks of a file that is being written, each by itself in the order of time.
class Track {
 public:
  virtual ~Track() = default;
  [[nodiscard]] virtual bool done() const = 0;
  [[nodiscard]] virtual double second() const = 0;  // of the next packet; not when done
  virtual void write_next(Mp4File& out) = 0;
};

// One segment at a time is in memory.
class Pictures final : public Track {
 public:
  Pictures(Mp4File& out, const Movie& movie)
      : movie_(movie),
        segment_(read_whole(movie.segments.at(0), movie.format)),
        number_(out.add_pictures(movie.format, segment_.parameter_sets)) {}

  [[nodiscard]] bool done() const override { return next_unit_ == segment_.units.size(); }
  [[nodiscard]] double second() const override {
    return static_cast<double>(frame_) / movie_.format.frames_per_second;
  }
  void write_next(Mp4File& out) override {
    const auto& unit = segment_.units[next_unit_];
    out.write(number_, {unit.bytes, frame_, 1, unit.is_key});
    ++frame_;
    if (++next_unit_ == segment_.units.size() && ++next_segment_ < movie_.segments.size()) enter_segment();
  }

 private:
  void enter_segment() {
    const auto sets = segment_.parameter_sets;
    segment_ = read_whole(movie_.segments[next_segment_], movie_.format);
    next_unit_ = 0;
    if (segment_.parameter_sets != sets)
      throw MediaUnavailable("encoded with other settings: " + movie_.segments[next_segment_].string());
  }

  const Movie& movie_;
  Segment segment_;
  int number_;
  std::size_t next_segment_ = 0;
  std::size_t next_unit_ = 0;
  std::int64_t frame_ = 0;
};

class Sound final : public Track {
 public:
  Sound(Mp4File& out, const Movie& movie, std::int64_t frames)
      : stream_(encode_aac(movie.samples, frames)), number_(out.add_sound(stream_, movie.language)) {}

  [[nodiscard]] bool done() const override { return next_ == stream_.packets.size(); }
  [[nodiscard]] double second() const override {
    return static_cast<double>(stream_.packets[next_].pts) / sample_rate;
  }
  void write_next(Mp4File& out) override {
    const auto& packet = stream_.packets[next_++];
    out.write(number_, {packet.bytes, packet.pts, packet.duration});
  }

 private:
  AacStream stream_;
  int number_;
  std::size_t next_ = 0;
};

class Text final : public Track {
 public:
  Text(Mp4File& out, const Movie& movie, const CaptionTrack& track, std::int64_t milliseconds)
      : samples_(to_text_samples(track, milliseconds)), number_(out.add_text(movie.format, track.language)) {}

  [[nodiscard]] bool done() const override { return next_ == samples_.size(); }
  [[nodiscard]] double second() const override { return static_cast<double>(samples_[next_].from) / 1000; }
  void write_next(Mp4File& out) override {
    const auto& sample = samples_[next_++];
    out.write(number_, {sample.bytes, sample.from, sample.duration});
  }

 private:
  std::vector<TextSample> samples_;
  int number_;
  std::size_t next_ = 0;
};

std::int64_t frames_of(const Movie& movie) {
  std::int64_t out = 0;
  for (const auto& file : movie.segments)
    out += static_cast<std::int64_t>(read_whole(file, movie.format).units.size());
  return out;
}

using Tracks = std::vector<std::unique_ptr<Track>>;

void write_interleaved(Mp4File& out, const Tracks& tracks) {
  for (;;) {
    Track* next = nullptr;
    for (const auto& track : tracks)
      if (!track->done() && (!next || track->second() < next->second())) next = track.get();
    if (!next) return;
    next->write_next(out);
  }
}

}  // namespace

void write_movie(const Movie& movie, const std::filesystem::path& file) {
  CHECK(!movie.segments.empty(), "a film has a segment");
  const auto frames = frames_of(movie);
  const auto rate = movie.format.frames_per_second;
  Mp4File out(file, movie);
  Tracks tracks;
  tracks.push_back(std::make_unique<Pictures>(out, movie));
  if (!movie.samples.empty())
    tracks.push_back(std::make_unique<Sound>(out, movie, frames * sample_rate / rate));
  for (const auto& track : movie.captions)
    tracks.push_back(std::make_unique<Text>(out, movie, track, frames * 1000 / rate));
  out.begin();
  write_interleaved(out, tracks);
  out.end();
}

}  // namespace mrbill::media
