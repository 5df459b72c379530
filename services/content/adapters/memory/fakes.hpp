// Stand-ins for tests of use cases: a making without a database, a catalogue and a renderer that do as they
// are told.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <base/unavailable.hpp>

#include "ports/people.hpp"
#include "ports/poc_source.hpp"
#include "ports/render_job.hpp"
#include "ports/renderer.hpp"
#include "ports/tracks.hpp"

namespace mrbill::content {

class FakePeople final : public People {
 public:
  Task<Person> find(Caller, Timestamp) override { co_return person; }
  Person person{
      .full_name = "Ana", .company_name = "Labs", .locale = "pt-BR", .time_zone = "America/Sao_Paulo"};
};

class FakeTracks final : public Tracks {
 public:
  Task<std::vector<Track>> list(Caller) override { co_return tracks; }
  Task<bool> exists(Caller, TrackId id) override {
    co_return std::ranges::any_of(tracks, [&](const Track& track) { return track.id == id; });
  }
  Task<Result<Created, TrackError>> add(Caller, Track track, std::optional<IdempotencyKey>) override {
    tracks.push_back(track);
    co_return Created{track.id.uuid, track.created_at};
  }
  Task<bool> remove(Caller, TrackId id) override {
    co_return std::erase_if(tracks, [&](const Track& track) { return track.id == id; }) > 0;
  }
  std::vector<Track> tracks;
};

class FakePocSource final : public PocSource {
 public:
  Task<PocBatch> fetch(Caller, Spec spec, std::optional<std::string> from) override {
    asked = std::move(spec);
    if (away) throw ServiceUnavailable("the catalogue is away");
    const auto start = from ? static_cast<std::size_t>(std::stoul(*from)) : 0;
    PocBatch batch;
    for (auto i = start; i < pocs.size() && i < start + batch_size; ++i) batch.pocs.push_back(pocs[i]);
    if (start + batch_size < pocs.size()) batch.next = std::to_string(start + batch_size);
    co_return batch;
  }
  std::vector<Poc> pocs;
  Spec asked;
  std::size_t batch_size = 2;
  bool away = false;
};

// Gives the events it was told to, one after the other, then Nothing.
class FakeRenderer final : public Renderer {
 public:
  std::unique_ptr<Workplace> prepare() override { return std::make_unique<Folder>(*this); }

  std::vector<RenderEvent> script;
  bool dies = false;
  std::map<std::string, std::string> out;       // what it leaves
  std::map<std::string, std::string> segments;  // what was brought, and what it makes
  std::string order;
  int started = 0;
  int killed = 0;
  int folders = 0;  // alive

 private:
  static Pieces pieces_of(std::string text) {
    return [rest = std::make_shared<std::string>(std::move(text))]() -> Task<std::string> {
      co_return std::exchange(*rest, {});
    };
  }

  class Drawer final : public Rendering {
   public:
    explicit Drawer(FakeRenderer& home) : home_(home) {}
    Task<RenderEvent> next(std::chrono::milliseconds) override {
      if (at_ < home_.script.size()) co_return home_.script[at_++];
      if (home_.dies) throw RendererDied("shot");
      co_return Nothing{};
    }
    Task<> kill() override {
      ++home_.killed;
      co_return;
    }

   private:
    FakeRenderer& home_;
    std::size_t at_ = 0;
  };

  class Folder final : public Workplace {
   public:
    explicit Folder(FakeRenderer& home) : home_(home) { ++home_.folders; }
    ~Folder() override { --home_.folders; }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Task<> write_order(std::string text) override {
      home_.order += text;
      co_return;
    }
    Task<> put(Place place, std::string name, Pieces pieces) override {
      auto& where = place == Place::segments ? home_.segments : home_.out;
      where[name] = co_await pieces();
    }
    Task<Result<void, CannotDraw>> put_track(std::string name, Pieces pieces) override {
      home_.out[name] = co_await pieces();
      co_return Result<void, CannotDraw>{};
    }
    Task<std::optional<Content>> open(Place place, std::string name) override {
      const auto& where = place == Place::segments ? home_.segments : home_.out;
      const auto found = where.find(name);
      if (found == where.end()) co_return std::nullopt;
      Content content{.size = found->second.size()};
      content.pieces = pieces_of(found->second);
      co_return content;
    }
    std::unique_ptr<Rendering> start(Drawing) override {
      ++home_.started;
      return std::make_unique<Drawer>(home_);
    }

   private:
    FakeRenderer& home_;
  };
};

class FakeRenderJob final : public RenderJob {
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
    kept.segments.push_back(std::move(name));
    progress.push_back(percent);
    co_return;
  }
  Task<std::unique_ptr<Hold>> hold(Sha256) override {
    if (held_by_another) co_return nullptr;
    co_return std::make_unique<Hold>();
  }
  Task<std::optional<Render>> find_render(Sha256 order) override {
    const auto found = renders.find(order);
    co_return found == renders.end() ? std::nullopt : std::optional(found->second);
  }
  Task<std::optional<Track>> find_track(TrackId) override { co_return track; }
  Task<> note_object(NotedObject object) override {
    noted.insert(std::move(object.key));
    co_return;
  }
  Task<bool> finish(Render render, Sha256 order, std::vector<UsedPoc> pocs, std::string) override {
    if (!wanted) co_return false;
    renders.insert_or_assign(order, render);
    used = std::move(pocs);
    kept.finished = true;
    co_return true;
  }
  Task<bool> adopt(Render render, std::string) override {
    adopted = std::move(render);
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
  std::set<std::string> noted;
  int forgotten = 0;
};

}  // namespace mrbill::content
