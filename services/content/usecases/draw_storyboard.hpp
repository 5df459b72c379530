// A person looks at stills of a film before it is made. Nothing is registered; the pictures are kept for
// a day.
#pragma once

#include <cstdint>

#include <async/semaphore.hpp>
#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>
#include <objects/object_store.hpp>

#include "ports/object_ledger.hpp"
#include "ports/people.hpp"
#include "ports/poc_source.hpp"
#include "ports/renderer.hpp"

namespace mrbill::content {

struct KeptStill {
  std::string key;  // of the object
  std::string kind;
  double at_second = 0;
};
struct KeptStoryboard {
  double seconds = 0;
  std::vector<KeptStill> stills = {};
};

struct CannotRender {
  std::string detail;  // a failure's sentence
};

struct StoryboardPorts {
  PocSource& pocs;
  Renderer& renderer;
  objects::ObjectStore& files;
  ObjectLedger& ledger;
  People& people;
};

class DrawStoryboard {
 public:
  DrawStoryboard(const StoryboardPorts& ports, const Clock& clock, Random& random)
      : ports_(ports), clock_(clock), random_(random) {}
  // Few at once; the others wait a little, or are told to come again (ServiceUnavailable).
  [[nodiscard]] Task<Result<KeptStoryboard, CannotRender>> operator()(Caller caller, Spec spec);

 private:
  [[nodiscard]] Task<Result<std::string, CannotRender>> draw(Workplace& place);
  [[nodiscard]] Task<KeptStoryboard> keep(Caller caller, Workplace& place, std::string result);
  StoryboardPorts ports_;
  const Clock& clock_;
  Random& random_;
  Semaphore places_{1, 8};
};

}  // namespace mrbill::content
