// The file itself: objects, most of them packed in compressed object streams, and the cross-reference
// stream (ISO 32000-1, 7.5). What is written leaves the memory at once: a document of any size needs 10
// bytes an object.
//
//   Output out("report.pdf");
//   const Ref page = out.reserve();
//   out.put(page, "<</Type/Page...>>");
//   out.finish(catalog, info);
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <pdf/syntax.hpp>

namespace mrbill::pdf {

class Output {
 public:
  explicit Output(const std::filesystem::path& file);  // throws std::system_error, as do the others
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] Ref reserve();
  void put(Ref ref, std::string_view object);
  // entries: of the stream's dictionary, without its length and filter.
  void put_stream(Ref ref, std::string_view entries, std::string_view data);
  // The same for data that must be readable without inflating (XMP).
  void put_plain_stream(Ref ref, std::string_view entries, std::string_view data);
  void finish(Ref catalog, Ref info);

 private:
  struct Entry {
    std::uint8_t kind = 0;    // 0: free, 1: at a place in the file, 2: in an object stream
    std::uint8_t index = 0;   // in the object stream
    std::uint64_t place = 0;  // offset, or the object stream
  };
  void begin_object(Ref ref);
  void write_stream(Ref ref, std::string_view entries, std::string_view data);
  void flush_pack();
  void write(std::string_view bytes);
  void flush();
  [[nodiscard]] std::string cross_references() const;

  std::string name_;
  int descriptor_;
  std::string buffer_;
  std::uint64_t written_ = 0;
  std::vector<Entry> entries_{1};
  std::string pack_;        // bodies of the object stream under construction
  std::string pack_index_;  // its numbers and offsets
  std::uint8_t pack_count_ = 0;
  Ref pack_ref_ = 0;
  std::string scratch_;
  std::uint32_t checksum_ = 0;
};

[[nodiscard]] std::string deflated(std::string_view data);

}  // namespace mrbill::pdf
