// A large document by its events, piece by piece and never held as a whole: what parse.hpp would need the
// memory of many times the text for. As strict as parse(), but it does not look for duplicate keys (that is
// the listener's), sets no limit on values and passes over no byte order mark.
//
//   struct Names : Listener { bool string(std::string_view text) override { ... } };
//   Names names;  StreamReader reader(names);
//   while (more) if (!reader.feed(piece)) return reader.defect();
//   if (!reader.finish()) return reader.defect();
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace mrbill::json {

// False stops the reading. Views live until the call returns.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual bool begin_object() { return true; }
  virtual bool end_object() { return true; }
  virtual bool begin_array() { return true; }
  virtual bool end_array() { return true; }
  virtual bool key(std::string_view) { return true; }
  virtual bool string(std::string_view) { return true; }
  virtual bool integer(std::int64_t) { return true; }
  // One that no integer holds: its value, and how it was written.
  virtual bool number(double, std::string_view) { return true; }
  virtual bool boolean(bool) { return true; }
  virtual bool null() { return true; }
};

class StreamReader {
 public:
  explicit StreamReader(Listener& listener);  // borrowed, outlives the reader
  ~StreamReader();
  [[nodiscard]] bool feed(std::string_view piece);
  [[nodiscard]] bool finish();
  // What was wrong with the document; empty when the listener stopped the reading.
  [[nodiscard]] const std::string& defect() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mrbill::json
