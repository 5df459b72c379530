// Cuts a line into runs of one font, script and direction, in the order they are seen (UAX 9, 24, 29), and
// shapes a run.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include <pdf/face.hpp>
#include <pdf/typesetter.hpp>

namespace mrbill::pdf {

struct Item {
  std::size_t begin = 0;  // bytes of the line
  std::size_t size = 0;
  Face* face = nullptr;
  std::uint32_t script = 0;
  int level = 0;  // odd: from right to left
};

[[nodiscard]] std::vector<Item> itemize(std::string_view line,
                                        const std::function<Face*(std::string_view cluster)>& face_for);
[[nodiscard]] GlyphRun shape(std::string_view line, const Item& item);

// Bytes of the first grapheme cluster: what a person takes for one letter.
[[nodiscard]] std::size_t cluster_size(std::string_view text);
[[nodiscard]] bool wants_emoji(std::string_view cluster);
[[nodiscard]] bool is_ideograph(char32_t character);  // a line may be broken behind it
[[nodiscard]] bool has_all(const Face& face, std::string_view cluster);

}  // namespace mrbill::pdf
