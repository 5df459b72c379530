#include "usecases/make_content.hpp"

#include <algorithm>

#include <async/deadline.hpp>
#include <base/unavailable.hpp>

#include "domain/object_keys.hpp"
#include "usecases/render_result.hpp"
#include "usecases/whole_render.hpp"

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;

constexpr int taken = 1;                                     // percent: the job is in hand
constexpr int ordered = 5;                                   // the order is written
constexpr int drawn = 95;                                    // the program is done
constexpr auto report_least = 1s;                            // so that the end of this process is noticed
constexpr std::uint64_t max_bytes = std::uint64_t{4} << 30;  // of one file

// Pages of the web client (apps/web/src/app/routes.tsx).
constexpr std::string_view video_pages = "/videos/";
constexpr std::string_view report_pages = "/reports/";

int of_the_whole(int percent) {
  return ordered + std::clamp(percent, 0, 100) * (drawn - ordered) / 100;
}

}  // namespace

Task<MakeContent::Outcome> MakeContent::operator()() {
  if (job_.checkpoint().finished) co_return Outcome{};  // killed between the last write and the job's end
  co_await job_.report(progress_ = taken);
  auto request = co_await job_.request();
  if (!request || job_.cancelled()) co_return co_await cancelled();
  const auto place = renderer_.prepare();
  co_return co_await make(*std::move(request), *place);
}

Task<MakeContent::Outcome> MakeContent::make(Request request, Workplace& place) {
  const auto id = request.id;
  auto music = co_await bring_music(request.spec, place);
  if (!music) co_return fail(music.error());
  auto person = co_await people_.find(job_.caller(), clock_.now());
  OrderFacts facts{.caller = job_.caller(),
                   .spec = request.spec,
                   .person = std::move(person),
                   .asked_at = request.created_at,
                   .music = *std::move(music)};
  std::function<bool()> is_cancelled = [this] { return job_.cancelled(); };
  auto order = co_await write_order(place, pocs_, std::move(facts), std::move(is_cancelled));
  if (!order && order.error() == OrderError::cancelled) co_return co_await cancelled();
  if (!order) co_return fail(MakeFailure{"too_many_pocs"});
  co_await job_.report(progress_ = ordered);
  const auto hold = co_await job_.hold(order->identity);
  if (!hold) throw ServiceUnavailable("the same thing is being made at this moment");
  auto known = co_await job_.find_render(order->identity);
  bool usable = false;
  if (known) usable = co_await is_whole(files_, job_.caller().user, *known);
  if (usable) {
    auto page = page_of(request);
    co_await adopt(*std::move(known), std::move(page));
    co_return Outcome{};
  }
  co_await bring_segments(id, place);
  auto result = co_await draw(request.spec.type(), id, place);
  if (!result && result.error().code == "cancelled") co_return co_await cancelled();
  if (!result) co_return fail(result.error());
  // What lost its files comes back under its own name: every request that was answered by it has it again.
  const auto render = known ? known->id : id;
  co_return co_await keep(std::move(request), render, place, *std::move(order), *std::move(result));
}

// What it leaves under temp/ goes at once.
Task<MakeContent::Outcome> MakeContent::cancelled() {
  co_await job_.forget_temp();
  co_return fail(MakeFailure{"cancelled"});
}

Task<Result<std::optional<std::string>, MakeFailure>> MakeContent::bring_music(const Spec& spec,
                                                                               Workplace& place) {
  using Music = Result<std::optional<std::string>, MakeFailure>;
  const auto* options = std::get_if<VideoOptions>(&spec.options);
  const auto id =
      options != nullptr && options->music_track ? TrackId::parse(*options->music_track) : std::nullopt;
  if (!id) co_return Music{std::nullopt};
  const auto track = co_await job_.find_track(*id);
  if (!track) co_return fail(MakeFailure{"track_missing"});
  auto file = co_await files_.get(track->object_key, std::nullopt);
  if (!file) co_return fail(MakeFailure{"track_missing"});
  const auto name = track->object_key.substr(track->object_key.rfind('/') + 1);
  auto brought = co_await place.put_track(name, std::move(file->chunks));
  if (!brought) co_return fail(MakeFailure{brought.error().code, brought.error().message});
  co_return Music{std::optional(name)};
}

Task<> MakeContent::adopt(Render known, std::string page) {
  const bool adopted = co_await job_.adopt(std::move(known), std::move(page));
  if (!adopted) throw ServiceUnavailable("what was there before was deleted at this moment");
}

Task<> MakeContent::bring_segments(RequestId id, Workplace& place) {
  for (const auto& name : job_.checkpoint().segments) {
    auto stored = co_await files_.get(temp_key(id.uuid, name), std::nullopt);
    if (stored) co_await place.put(Place::segments, name, std::move(stored->chunks));
  }
}

Task<Result<std::string, MakeFailure>> MakeContent::draw(Type type, RequestId id, Workplace& place) {
  const auto drawing = place.start(type == Type::video ? Drawing::video : Drawing::report);
  const auto deadline = Deadline::in(limits_.time);
  auto reported = std::chrono::steady_clock::now();
  for (;;) {
    const auto event = co_await drawing->next(limits_.cancel_poll);
    if (job_.cancelled() || deadline.passed()) {
      co_await drawing->kill();
      co_return fail(MakeFailure{job_.cancelled() ? "cancelled" : "time_limit"});
    }
    if (const auto* done = std::get_if<Drawn>(&event)) co_return done->result;
    if (const auto* refused = std::get_if<CannotDraw>(&event))
      co_return fail(MakeFailure{refused->code, refused->message});
    const auto* segment = std::get_if<SegmentDone>(&event);
    if (segment != nullptr) co_await keep_segment(id, place, segment->name);
    const auto* progress = std::get_if<Progress>(&event);
    if (progress != nullptr) progress_ = std::max(progress_, of_the_whole(progress->percent));
    const auto now = std::chrono::steady_clock::now();
    if (progress == nullptr && now - reported < report_least) continue;
    co_await job_.report(progress_);
    reported = now;
  }
}

Task<> MakeContent::keep_segment(RequestId id, Workplace& place, std::string name) {
  co_await put(place, name, temp_key(id.uuid, name), id, Lifecycle::temp);
  co_await job_.report_segment(progress_, std::move(name));
}

Task<> MakeContent::put(Workplace& place, std::string name, std::string key, RequestId owner,
                        Lifecycle lifecycle) {
  const auto where = lifecycle == Lifecycle::temp ? Place::segments : Place::out;
  auto content = co_await place.open(where, name);
  if (!content) throw RendererDied("the renderer did not leave " + name);
  NotedObject noted{.key = key, .owner = owner.uuid, .lifecycle = lifecycle, .bytes = content->size};
  co_await job_.note_object(std::move(noted));
  const auto dot = key.rfind('.');
  objects::Upload upload{
      .key = key, .content_type = std::string(media_type_of(key.substr(dot + 1))), .max_bytes = max_bytes};
  auto stored = co_await files_.put(std::move(upload), std::move(content->pieces));
  if (!stored) throw std::runtime_error("the object store refused " + key);
}

Task<> MakeContent::put_film(Workplace& place, Render render) {
  const auto user = job_.caller().user;
  co_await put(place, "poster.jpg", poster_key(user, render), render.id, Lifecycle::video);
  co_await put(place, "card.jpg", card_key(user, render), render.id, Lifecycle::video);
  co_await put(place, "story.jpg", story_key(user, render), render.id, Lifecycle::video);
  for (const auto locale : {Locale::pt_br, Locale::en}) {
    auto name = "captions." + std::string(to_string(locale)) + ".vtt";
    co_await put(place, std::move(name), captions_key(user, render, locale), render.id, Lifecycle::video);
  }
}

Task<MakeContent::Outcome> MakeContent::keep(Request request, RequestId render, Workplace& place,
                                             WrittenOrder order, std::string result) {
  auto made = read_drawn(request, order, result, clock_.now());
  if (!made) throw RendererDied("the renderer's result is not what its contract says");
  made->render.id = render;
  const auto kept = made->render.type == Type::video ? Lifecycle::video : Lifecycle::report;
  if (kept == Lifecycle::video) co_await put_film(place, made->render);
  co_await put(place, made->file, main_key(job_.caller().user, made->render), render, kept);
  if (job_.cancelled()) co_return co_await cancelled();
  auto page = page_of(request);
  const bool finished =
      co_await job_.finish(std::move(made->render), order.identity, std::move(made->pocs), std::move(page));
  if (!finished) co_return co_await cancelled();
  co_return Outcome{};
}

// Not the render's: what was drawn once answers many requests.
std::string MakeContent::page_of(const Request& request) const {
  const auto pages = request.spec.type() == Type::video ? video_pages : report_pages;
  return public_url_ + std::string(pages) + request.id.to_string();
}

}  // namespace mrbill::content
