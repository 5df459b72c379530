#include <algorithm>
#include <utility>

#include <base/number.hpp>
#include <json/stream.hpp>
#include <jwt/flat_object.hpp>

namespace mrbill::jwt {
namespace {

constexpr std::size_t max_members = 32;
constexpr std::int64_t end_of_year_9999 = 253'402'300'799;  // seconds since 1970

}  // namespace

// Builds flat objects: one alone, or those of the list under the only member of an object.
class FlatListener final : public json::Listener {
 public:
  FlatListener() = default;
  FlatListener(std::string_view list, std::size_t max) : list_(list), flat_(3), max_(max) {}

  std::vector<FlatObject> objects;

  bool begin_object() override {
    if (level_ + 1 != flat_) return ++level_ == 1;
    ++level_;
    objects.emplace_back();
    return objects.size() <= max_;
  }
  bool end_object() override { return leave(); }
  bool begin_array() override { return list_.has_value() && ++level_ == 2; }
  bool end_array() override { return leave(); }
  bool key(std::string_view name) override {
    if (level_ != flat_) return !std::exchange(named_, true) && name == list_;
    auto& members = objects.back().members_;
    if (objects.back().find(name) || members.size() == max_members) return false;
    members.push_back({std::string(name), FlatObject::Kind::string, {}});
    return true;
  }
  bool string(std::string_view text) override { return put(FlatObject::Kind::string, text); }
  bool integer(std::int64_t number) override { return put(FlatObject::Kind::number, std::to_string(number)); }
  // An exponent has no place in a token.
  bool number(double, std::string_view as_written) override {
    return as_written.find_first_of("eE") == std::string_view::npos &&
           put(FlatObject::Kind::number, as_written);
  }
  bool boolean(bool truth) override { return put(FlatObject::Kind::boolean, truth ? "true" : "false"); }
  bool null() override { return false; }

 private:
  bool leave() {
    --level_;
    return level_ > 0 || named_ || !list_;
  }
  bool put(FlatObject::Kind kind, std::string_view value) {
    if (level_ != flat_) return false;
    auto& member = objects.back().members_.back();
    member.kind = kind;
    member.value = value;
    return true;
  }

  std::optional<std::string_view> list_;
  std::size_t level_ = 0;
  std::size_t flat_ = 1;  // the level of the objects' members
  std::size_t max_ = 1;
  bool named_ = false;
};

namespace {

bool hears(FlatListener& listener, std::string_view text) {
  json::StreamReader reader(listener);
  return reader.feed(text) && reader.finish();
}

}  // namespace

std::optional<FlatObject> FlatObject::parse(std::string_view json) {
  FlatListener listener;
  return hears(listener, json) ? std::optional(std::move(listener.objects.front())) : std::nullopt;
}

std::optional<std::vector<FlatObject>> FlatObject::parse_list(std::string_view json, std::string_view name,
                                                              std::size_t max) {
  FlatListener listener(name, max);
  return hears(listener, json) ? std::optional(std::move(listener.objects)) : std::nullopt;
}

const FlatObject::Member* FlatObject::find(std::string_view name) const {
  auto found = std::ranges::find(members_, name, &Member::name);
  return found == members_.end() ? nullptr : &*found;
}

std::optional<std::string> FlatObject::string(std::string_view name) const {
  auto* member = find(name);
  return member && member->kind == Kind::string ? std::optional(member->value) : std::nullopt;
}

std::optional<Timestamp> FlatObject::time(std::string_view name) const {
  auto* member = find(name);
  if (!member || member->kind != Kind::number) return std::nullopt;
  std::string_view text = member->value;
  auto point = std::min(text.find('.'), text.size());
  auto decimals = std::string(text.substr(std::min(point + 1, text.size())));
  if (text.starts_with('-') || decimals.size() > 6) return std::nullopt;
  decimals.resize(6, '0');
  const auto seconds = number_in<std::int64_t>(text.substr(0, point));
  const auto microseconds = number_in<std::int64_t>(decimals);
  if (!seconds || *seconds > end_of_year_9999 || !microseconds) return std::nullopt;
  return Timestamp{std::chrono::seconds(*seconds) + std::chrono::microseconds(*microseconds)};
}

}  // namespace mrbill::jwt
