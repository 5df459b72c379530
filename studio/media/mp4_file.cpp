#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <base/check.hpp>
#include <media/libav.hpp>
#include <media/mp4_file.hpp>
#include <media/text_tracks.hpp>

namespace mrbill::media {
namespace {

constexpr AVRational milliseconds{1, 1000};

// ISO/IEC 14496-15, AVCDecoderConfigurationRecord of High profile, 8 bits, 4:2:0.
std::vector<std::uint8_t> to_avcc(const ParameterSets& sets) {
  CHECK(sets.sps.size() > 3 && !sets.pps.empty(), "a segment has parameter sets");
  std::vector<std::uint8_t> out{1, sets.sps[1], sets.sps[2], sets.sps[3], 0xFF};
  const auto add = [&out](std::uint8_t count, const std::vector<std::uint8_t>& set) {
    out.insert(out.end(),
               {count, static_cast<std::uint8_t>(set.size() >> 8), static_cast<std::uint8_t>(set.size())});
    out.insert(out.end(), set.begin(), set.end());
  };
  add(0xE1, sets.sps);
  add(1, sets.pps);
  out.insert(out.end(), {0xFD, 0xF8, 0xF8, 0});
  return out;
}

// 3GPP TS 26.245, the sample entry after its common head: centred below, white, a sans-serif font.
constexpr std::array<std::uint8_t, 47> text_entry{
    0, 0,    0, 0,                                               // display flags
    1, 0xFF,                                                     // horizontally centred, at the bottom
    0, 0,    0, 0,                                               // background: transparent
    0, 0,    0, 0,  0,   0,   0,   0,                            // box: the whole track
    0, 0,    0, 0,  0,   1,   0,   18,  0xFF, 0xFF, 0xFF, 0xFF,  // style: font 1, size 18, white
    0, 0,    0, 17, 'f', 't', 'a', 'b', 0,    1,    0,    1,    4, 'S', 'a', 'n', 's'};

void set_configuration(AVCodecParameters& out, std::span<const std::uint8_t> bytes) {
  out.extradata = static_cast<std::uint8_t*>(av_mallocz(bytes.size() + AV_INPUT_BUFFER_PADDING_SIZE));
  CHECK(out.extradata, "there is memory for a few bytes");
  std::memcpy(out.extradata, bytes.data(), bytes.size());
  out.extradata_size = static_cast<int>(bytes.size());
}

void set_text(AVDictionary*& out, const char* key, const std::string& value) {
  require_libav(av_dict_set(&out, key, value.c_str(), 0), "describe a track");
}

}  // namespace

struct Mp4File::Muxer {
  explicit Muxer(const std::filesystem::path& file) : pending(file) {
    hush_libav();
    require_libav(avformat_alloc_output_context2(&context, nullptr, "mp4", pending.part().c_str()),
                  "make an MP4");
    context->flags |= AVFMT_FLAG_BITEXACT;
    require_libav(avio_open(&context->pb, pending.part().c_str(), AVIO_FLAG_WRITE), "write an MP4");
  }
  ~Muxer() {
    avio_closep(&context->pb);
    avformat_free_context(context);
  }
  Muxer(const Muxer&) = delete;
  Muxer& operator=(const Muxer&) = delete;

  AVStream& add_stream(AVMediaType type, AVCodecID codec, AVRational time_base) {
    auto* out = avformat_new_stream(context, nullptr);
    CHECK(out, "there is memory for a track");
    out->codecpar->codec_type = type;
    out->codecpar->codec_id = codec;
    out->time_base = time_base;
    units.push_back(time_base);
    return *out;
  }

  PendingFile pending;
  AVFormatContext* context = nullptr;
  std::vector<AVRational> units;  // what a track's packets are told in
  Packet packet{av_packet_alloc()};
};

namespace {

void add_chapters(AVFormatContext& context, const Movie& movie) {
  const auto count = movie.chapters.size();
  if (count == 0) return;
  context.chapters = static_cast<AVChapter**>(av_calloc(count, sizeof(AVChapter*)));
  CHECK(context.chapters, "there is memory for chapters");
  for (std::size_t i = 0; i < count; ++i) {
    auto* chapter = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
    CHECK(chapter, "there is memory for a chapter");
    const auto to = i + 1 < count ? movie.chapters[i + 1].from_second : movie.chapters[i].from_second + 1;
    chapter->id = static_cast<std::int64_t>(i);
    chapter->time_base = milliseconds;
    chapter->start = std::llround(movie.chapters[i].from_second * 1000);
    chapter->end = std::llround(to * 1000);
    set_text(chapter->metadata, "title", movie.chapters[i].title);
    context.chapters[i] = chapter;
    context.nb_chapters = static_cast<unsigned>(i + 1);
  }
}

}  // namespace

Mp4File::Mp4File(const std::filesystem::path& file, const Movie& movie)
    : muxer_(std::make_unique<Muxer>(file)) {
  if (!movie.title.empty()) set_text(muxer_->context->metadata, "title", movie.title);
  add_chapters(*muxer_->context, movie);
}

Mp4File::~Mp4File() = default;

int Mp4File::add_pictures(VideoFormat format, const ParameterSets& parameter_sets) {
  auto& stream = muxer_->add_stream(AVMEDIA_TYPE_VIDEO, AV_CODEC_ID_H264, {1, format.frames_per_second});
  auto& out = *stream.codecpar;
  out.width = format.width;
  out.height = format.height;
  out.format = AV_PIX_FMT_YUV420P;
  out.color_primaries = AVCOL_PRI_BT709;
  out.color_trc = AVCOL_TRC_BT709;
  out.color_space = AVCOL_SPC_BT709;
  out.color_range = AVCOL_RANGE_MPEG;
  out.chroma_location = AVCHROMA_LOC_LEFT;
  set_configuration(out, to_avcc(parameter_sets));
  stream.avg_frame_rate = stream.r_frame_rate = {format.frames_per_second, 1};
  return stream.index;
}

int Mp4File::add_sound(const AacStream& sound, const std::string& language) {
  auto& stream = muxer_->add_stream(AVMEDIA_TYPE_AUDIO, AV_CODEC_ID_AAC, {1, sample_rate});
  auto& out = *stream.codecpar;
  out.sample_rate = sample_rate;
  out.format = AV_SAMPLE_FMT_FLTP;
  out.frame_size = 1024;
  out.bit_rate = sound.bits_per_second;
  out.profile = FF_PROFILE_AAC_LOW;
  out.initial_padding = sound.priming;
  av_channel_layout_default(&out.ch_layout, 2);
  set_configuration(out, sound.configuration);
  set_text(stream.metadata, "language", to_iso639_2(language));
  return stream.index;
}

// Never the default: whoever wants captions switches them on.
int Mp4File::add_text(VideoFormat format, const std::string& language) {
  auto& stream = muxer_->add_stream(AVMEDIA_TYPE_SUBTITLE, AV_CODEC_ID_MOV_TEXT, milliseconds);
  stream.codecpar->width = format.width;
  stream.codecpar->height = format.height;
  set_configuration(*stream.codecpar, text_entry);
  set_text(stream.metadata, "language", to_iso639_2(language));
  set_text(stream.metadata, "handler_name", language);
  return stream.index;
}

void Mp4File::begin() {
  AVDictionary* options = nullptr;
  set_text(options, "movflags", "+faststart");
  set_text(options, "movie_timescale",
           std::to_string(sample_rate));  // lengths are exact, not in milliseconds
  const auto result = avformat_write_header(muxer_->context, &options);
  av_dict_free(&options);
  require_libav(result, "begin an MP4");
}

void Mp4File::write(int track, const TrackPacket& packet) {
  auto& out = *muxer_->packet;
  require_libav(av_new_packet(&out, static_cast<int>(packet.bytes.size())), "allocate a packet");
  std::ranges::copy(packet.bytes, out.data);
  out.stream_index = track;
  out.pts = out.dts = packet.pts;
  out.duration = packet.duration;
  out.flags = packet.is_key ? AV_PKT_FLAG_KEY : 0;
  const auto at = static_cast<std::size_t>(track);
  av_packet_rescale_ts(&out, muxer_->units[at], muxer_->context->streams[track]->time_base);
  const auto result = av_write_frame(muxer_->context, &out);
  av_packet_unref(&out);
  require_libav(result, "write an MP4");
}

void Mp4File::end() {
  require_libav(av_write_trailer(muxer_->context), "end an MP4");
  require_libav(avio_closep(&muxer_->context->pb), "end an MP4");
  switch_off_text_tracks(muxer_->pending.part());
  muxer_->pending.commit();
}

}  // namespace mrbill::media
