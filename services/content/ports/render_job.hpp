// One attempt at making what was asked for, as far as the database is concerned: a port over the job in hand
// and the tables of this service. It may be killed at any moment and run again.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/encoding.hpp>

#include "domain/content.hpp"
#include "ports/object_ledger.hpp"

namespace mrbill::content {

// What an attempt leaves for the next one.
struct Checkpoint {
  std::vector<std::string> segments = {};  // stored under temp/{request}/
  bool finished = false;
};

// Nobody else makes the same thing while it lives.
class Hold {
 public:
  virtual ~Hold() = default;
};

class RenderJob {
 public:
  virtual ~RenderJob() = default;
  [[nodiscard]] virtual Caller caller() const = 0;
  [[nodiscard]] virtual const Checkpoint& checkpoint() const = 0;
  [[nodiscard]] virtual bool cancelled() const = 0;
  // Nothing: it was deleted meanwhile.
  [[nodiscard]] virtual Task<std::optional<Request>> request() = 0;
  [[nodiscard]] virtual Task<> report(int progress) = 0;
  [[nodiscard]] virtual Task<> report_segment(int progress, std::string name) = 0;
  // Nothing: another attempt makes the same thing at this moment.
  [[nodiscard]] virtual Task<std::unique_ptr<Hold>> hold(Sha256 order) = 0;
  // What was made of the same order before.
  [[nodiscard]] virtual Task<std::optional<Render>> find_render(Sha256 order) = 0;
  [[nodiscard]] virtual Task<std::optional<Track>> find_track(TrackId id) = 0;
  // Before it is put, so that whatever happens it is removed one day.
  [[nodiscard]] virtual Task<> note_object(NotedObject object) = 0;
  // The render (in the place of one of the same id), what was used, and the events of it, in one transaction.
  // The link is the mail's. False: the request was deleted.
  [[nodiscard]] virtual Task<bool> finish(Render render, Sha256 order, std::vector<UsedPoc> pocs,
                                          std::string link) = 0;
  // What an earlier request was made of, for this one as well. False: deleted, this or that.
  [[nodiscard]] virtual Task<bool> adopt(Render render, std::string link) = 0;
  // What lies under temp/ for this request is not needed any more.
  [[nodiscard]] virtual Task<> forget_temp() = 0;
};

}  // namespace mrbill::content
