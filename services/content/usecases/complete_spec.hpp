// What a person left open is filled in, and what they chose is checked: the one place that makes a Spec out
// of a SpecDraft.
#pragma once

#include <async/task.hpp>
#include <base/field_error.hpp>
#include <base/result.hpp>

#include "ports/people.hpp"
#include "ports/tracks.hpp"

namespace mrbill::content {

struct SpecDraft {
  std::string title = {};
  std::optional<std::string> description = {};
  std::optional<Timestamp> from = {};
  std::optional<Timestamp> to = {};
  std::vector<std::string> include_tags = {};
  std::vector<std::string> exclude_tags = {};
  bool include_private = true;
  std::optional<std::string> locale = {};
};
struct VideoDraft {
  SpecDraft common = {};
  std::optional<std::string> style = {};
  std::optional<std::string> music_track = {};
  Shape shape = Shape::landscape;
  std::optional<int> seconds = {};
  bool calm = false;
};
struct ReportDraft {
  SpecDraft common = {};
  std::optional<std::vector<Grouping>> group_by = {};
  Format format = Format::pdf;
};

class CompleteSpec {
 public:
  CompleteSpec(People& people, Tracks& tracks, const Clock& clock)
      : people_(people), tracks_(tracks), clock_(clock) {}
  [[nodiscard]] Task<Result<Spec, FieldErrors>> operator()(Caller caller, VideoDraft draft);
  [[nodiscard]] Task<Result<Spec, FieldErrors>> operator()(Caller caller, ReportDraft draft);

 private:
  [[nodiscard]] Task<Spec> complete(Caller caller, SpecDraft draft);
  [[nodiscard]] Task<bool> knows_track(Caller caller, std::string track);
  People& people_;
  Tracks& tracks_;
  const Clock& clock_;
};

// One calendar year earlier; the last day of February for the 29th.
[[nodiscard]] Timestamp one_year_before(Timestamp time);

}  // namespace mrbill::content
