// Stand-ins for tests of use cases: people, a catalogue and a renderer that do as they are told.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <base/unavailable.hpp>

#include "ports/people.hpp"
#include "ports/poc_source.hpp"
#include "ports/renderer.hpp"

namespace mrbill::content {

class FakePeople final : public People {
 public:
  Task<Person> find(Caller, Timestamp) override { co_return person; }
  Person person{
      .full_name = "Ana", .company_name = "Labs", .locale = "pt-BR", .time_zone = "America/Sao_Paulo"};
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

}  // namespace mrbill::content
