// What a person's imports are doing, as events: each state once, the oldest import first. Whoever asks again
// tells the id of the last event they have, and is told what has ended since.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <http/phrasebook.hpp>

#include "domain/import.hpp"

namespace mrbill::catalog {

class ImportEvents {
 public:
  // Since when: of a new listener now, of a former one as the id of their last event says.
  ImportEvents(http::Reader reader, Timestamp since) : reader_(std::move(reader)), since_(since) {}

  // The events of what was found at a moment (newest first, as a list has it), and once `ready`.
  [[nodiscard]] std::string tell(const std::vector<Import>& found, Timestamp moment);

 private:
  [[nodiscard]] bool is_news(const Import& import, const std::string& data) const;

  http::Reader reader_;
  Timestamp since_;
  std::map<ImportId, std::string> told_;  // what was found last, as it was told
  bool ready_ = false;
};

}  // namespace mrbill::catalog
