// One attempt at making what was asked for, without a database.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "ports/render_job.hpp"

namespace mrbill::content {

class MemoryRenderJob final : public RenderJob {
 public:
  Caller caller() const override { return owner; }
  const Checkpoint& checkpoint() const override { return kept; }
  bool cancelled() const override {
    return cancel_after >= 0 && static_cast<int>(progress.size()) > cancel_after;
  }
  Task<std::optional<Request>> request() override { co_return wanted; }
  Task<> report(int percent) override {
    progress.push_back(percent);
    co_return;
  }
  Task<> report_segment(int percent, std::string name) override {
    if (std::ranges::count(kept.segments, name) == 0) kept.segments.push_back(std::move(name));
    progress.push_back(percent);
    co_return;
  }
  Task<std::unique_ptr<Hold>> hold(Sha256 order) override {
    if (held_by_another || !held_->insert(order).second) co_return nullptr;
    co_return std::make_unique<Held>(held_, order);
  }
  Task<std::optional<Render>> find_render(Sha256 order) override {
    const auto found = renders.find(order);
    co_return found == renders.end() ? std::nullopt : std::optional(found->second);
  }
  Task<std::optional<Track>> find_track(TrackId id) override {
    co_return track && track->id == id ? track : std::nullopt;
  }
  Task<> note_object(NotedObject object) override {
    noted.insert(std::move(object.key));
    co_return;
  }
  Task<bool> finish(Render render, Sha256 order, std::vector<UsedPoc> pocs, std::string link) override {
    if (!wanted) co_return false;
    std::erase_if(renders, [&](const auto& known) { return known.second.id == render.id; });
    renders.insert_or_assign(order, render);
    used = std::move(pocs);
    mailed = std::move(link);
    kept.finished = true;
    co_return true;
  }
  Task<bool> adopt(Render render, std::string link) override {
    const auto is_there =
        std::ranges::any_of(renders, [&](const auto& known) { return known.second.id == render.id; });
    if (!wanted || !is_there) co_return false;
    adopted = std::move(render);
    mailed = std::move(link);
    kept.finished = true;
    co_return true;
  }
  Task<> forget_temp() override {
    ++forgotten;
    co_return;
  }

  Caller owner;
  std::optional<Request> wanted;
  Checkpoint kept;
  std::vector<int> progress;
  int cancel_after = -1;  // reports
  bool held_by_another = false;
  std::optional<Track> track;
  std::map<Sha256, Render> renders;
  std::optional<Render> adopted;
  std::vector<UsedPoc> used;
  std::string mailed;
  std::set<std::string> noted;
  int forgotten = 0;

 private:
  using Orders = std::set<Sha256>;
  class Held final : public Hold {
   public:
    Held(std::shared_ptr<Orders> all, const Sha256& order) : all_(std::move(all)), order_(order) {}
    ~Held() override { all_->erase(order_); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

   private:
    std::shared_ptr<Orders> all_;  // the job's, which may be gone before
    Sha256 order_;
  };
  std::shared_ptr<Orders> held_ = std::make_shared<Orders>();
};

}  // namespace mrbill::content
