#include <algorithm>

#include <json/value.hpp>

namespace mrbill::json {

Value* find(Object object, std::string_view name) {
  auto* at = std::ranges::find(object, name, &Member::name);
  return at == object.end() ? nullptr : &at->value;
}

}  // namespace mrbill::json
