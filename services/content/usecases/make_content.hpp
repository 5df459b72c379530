// The worker makes what was asked for. It may be killed at any moment and run again: what was finished of it
// is not made again.
#pragma once

#include <chrono>
#include <string>

#include <async/task.hpp>
#include <base/result.hpp>
#include <objects/object_store.hpp>

#include "ports/people.hpp"
#include "ports/poc_source.hpp"
#include "ports/render_job.hpp"
#include "ports/renderer.hpp"
#include "usecases/write_order.hpp"

namespace mrbill::content {

struct MakeFailure {
  std::string code;
  std::string message = {};  // empty: domain/failure_text has the words
};

struct RenderLimits {
  std::chrono::milliseconds time{600'000};    // of the drawing; beyond it the request has failed
  std::chrono::milliseconds cancel_poll{10};  // how often a request to cancel is looked for
};

class MakeContent {
 public:
  MakeContent(RenderJob& job, PocSource& pocs, Renderer& renderer, objects::ObjectStore& files,
              People& people, const Clock& clock, std::string public_url, RenderLimits limits)
      : job_(job),
        pocs_(pocs),
        renderer_(renderer),
        files_(files),
        people_(people),
        clock_(clock),
        public_url_(std::move(public_url)),
        limits_(limits) {}

  // ServiceUnavailable: something it needs is away, nothing is lost by waiting. StoreUnavailable, NoRoom,
  // RendererDied: this attempt has failed, another may succeed.
  [[nodiscard]] Task<Result<void, MakeFailure>> operator()();

 private:
  using Outcome = Result<void, MakeFailure>;
  [[nodiscard]] Task<Outcome> make(Request request, Workplace& place);
  [[nodiscard]] Task<Result<std::optional<std::string>, MakeFailure>> bring_music(const Spec& spec,
                                                                                  Workplace& place);
  [[nodiscard]] Task<> adopt(Render known, std::string page);
  [[nodiscard]] Task<> bring_segments(RequestId id, Workplace& place);
  [[nodiscard]] Task<Result<std::string, MakeFailure>> draw(Type type, RequestId id, Workplace& place);
  [[nodiscard]] Task<> keep_segment(RequestId id, Workplace& place, std::string name);
  [[nodiscard]] Task<Outcome> keep(Request request, RequestId render, Workplace& place, WrittenOrder order,
                                   std::string result);
  [[nodiscard]] Task<> put(Workplace& place, std::string name, std::string key, RequestId owner,
                           Lifecycle lifecycle);
  [[nodiscard]] Task<> put_film(Workplace& place, Render render);
  [[nodiscard]] std::string page_of(const Request& request) const;
  [[nodiscard]] Task<Outcome> cancelled();

  RenderJob& job_;
  PocSource& pocs_;
  Renderer& renderer_;
  objects::ObjectStore& files_;
  People& people_;
  const Clock& clock_;
  std::string public_url_;
  RenderLimits limits_;
  int progress_ = 0;
};

}  // namespace mrbill::content
