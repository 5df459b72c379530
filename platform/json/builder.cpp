#include <algorithm>
#include <array>

#include <json/builder.hpp>

namespace mrbill::json {

namespace {

std::vector<std::string_view> sorted_names(std::span<const Member> members) {
  std::vector<std::string_view> names;
  names.reserve(members.size());
  for (const auto& member : members) names.push_back(member.name);
  std::ranges::sort(names);
  return names;
}

// Quicker than sorting, and mostly true: objects are small, and their names differ in length or at an end.
bool surely_differ(std::span<const Member> members) {
  constexpr std::size_t few = 16;
  if (members.size() > few) return false;
  std::array<std::size_t, few> marks;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto name = members[i].name;
    marks[i] = name.empty() ? 0
                            : name.size() << 16U | static_cast<unsigned char>(name.front()) << 8U |
                                  static_cast<unsigned char>(name.back());
    if (std::find(marks.begin(), marks.begin() + i, marks[i]) != marks.begin() + i) return false;
  }
  return true;
}

}  // namespace

void Builder::end_object() {
  const auto members = std::span<const Member>(waiting_).subspan(open_.back().first);
  if (!surely_differ(members)) report_duplicates(members);
  close(Value(memory_.keep(members)));
}

void Builder::end_array() {
  const auto waiting = std::span<const Member>(waiting_).subspan(open_.back().first);
  items_.clear();
  for (const auto& item : waiting) items_.push_back(item.value);
  close(Value(memory_.keep(std::span<const Value>(items_))));
}

void Builder::close(Value container) {
  waiting_.resize(open_.back().first);
  open_.pop_back();
  put(container);
}

void Builder::report_duplicates(std::span<const Member> members) {
  if (errors_.full()) return;
  const auto names = sorted_names(members);
  for (auto at = std::ranges::adjacent_find(names); at != names.end();) {
    report_duplicate(*at);
    at = std::find_if(at, names.end(), [name = *at](auto other) { return other != name; });
    at = std::adjacent_find(at, names.end());
  }
}

void Builder::report_duplicate(std::string_view name) {
  std::vector<Path> chain{Path{}};
  chain.reserve(open_.size() + 1);  // paths point at their parents: no reallocation
  for (std::size_t depth = 0; depth < open_.size(); ++depth) {
    const bool last = depth + 1 == open_.size();
    if (open_[depth].is_array) {
      const auto next = last ? waiting_.size() : open_[depth + 1].first;
      chain.emplace_back(chain.back(), next - open_[depth].first);
    } else {
      chain.emplace_back(chain.back(), last ? name : open_[depth].name);
    }
  }
  errors_.add(chain.back(), "duplicate_key", "must be there only once");
}

}  // namespace mrbill::json
