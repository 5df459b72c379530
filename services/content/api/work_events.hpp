// What a person's films and reports are doing, as events: told once each, in the order of their changes.
// Whoever asks again tells the id of the last event they have, and is told what happened since.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <http/phrasebook.hpp>

#include "ports/request_store.hpp"

namespace mrbill::content {

class WorkEvents {
 public:
  // Since when: of a new listener now, of a former one as the id of their last event says.
  WorkEvents(http::Reader reader, Timestamp since) : reader_(std::move(reader)), cursor_(since) {}

  // From when on changes are to be looked for: somewhat before the last one, because transactions do not end
  // in the order of their times.
  [[nodiscard]] Timestamp since() const;
  // What was open when it was last told and is not among the found: over in another transaction, or deleted.
  struct Missing {
    Type type;
    RequestId id;
  };
  [[nodiscard]] std::vector<Missing> missing_in(const std::vector<ChangedRequest>& found) const;
  // The events of what was found (in the order of changes), of what is gone, and once `ready`.
  [[nodiscard]] std::string tell(const std::vector<ChangedRequest>& found);

 private:
  struct Told {
    Type type;
    bool open;
    std::string data;
  };
  [[nodiscard]] std::string event(std::string_view name, std::string_view data) const;

  http::Reader reader_;
  Timestamp cursor_;
  std::map<RequestId, Told> told_;  // what was found last
  bool ready_ = false;
};

}  // namespace mrbill::content
