// True while a loop runs, so that whoever stopped it can wait for its end.
#pragma once

namespace mrbill {

class Presence {
 public:
  explicit Presence(bool& running) : running_(running) { running_ = true; }
  ~Presence() { running_ = false; }
  Presence(const Presence&) = delete;
  Presence& operator=(const Presence&) = delete;

 private:
  bool& running_;
};

}  // namespace mrbill
