#include <algorithm>
#include <optional>

#include <base/check.hpp>
#include <http/percent.hpp>
#include <http/router.hpp>
#include <text/text.hpp>

namespace mrbill::http {

namespace {

struct Target {
  Method method;
  std::size_t id;
  std::vector<std::string_view> parameters;  // their names, in order
};

constexpr std::size_t max_segments = 32;

std::optional<std::vector<std::string_view>> split(std::string_view path) {
  if (path.empty() || path.front() != '/') return std::nullopt;
  std::vector<std::string_view> segments;
  if (path == "/") return segments;
  segments.reserve(8);
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    if (end == 0 || segments.size() == max_segments) return std::nullopt;
    segments.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool is_plain(std::string_view segment) {
  return segment.find('%') == std::string_view::npos;
}

// A parameter's value, or nothing where it could be taken for something else.
std::optional<std::string> value_of(std::string_view segment) {
  auto value = is_plain(segment) ? std::string(segment) : percent_decoded(segment).value_or("");
  if (value.empty() || value == "." || value == ".." || value.find('/') != std::string::npos)
    return std::nullopt;
  if (!text::is_valid_utf8(value) || text::has_control(value)) return std::nullopt;
  return value;
}

// "a/b%20c" -> "a/b c", each segment checked on its own.
std::optional<std::string> value_of_rest(std::string_view path) {
  const auto rooted = std::string("/").append(path);
  const auto segments = split(rooted);
  if (!segments) return std::nullopt;
  std::string value;
  for (auto segment : *segments) {
    auto part = value_of(segment);
    if (!part) return std::nullopt;
    (value += value.empty() ? "" : "/") += *part;
  }
  return value;
}

}  // namespace

struct Router::Node {
  std::vector<std::pair<std::string_view, std::unique_ptr<Node>>> literals;  // sorted
  std::unique_ptr<Node> parameter;
  std::unique_ptr<Node> rest;
  std::vector<Target> targets;
  std::string allow;

  Node& literal(std::string_view word) {
    auto at = std::ranges::lower_bound(literals, word, {}, [](const auto& entry) { return entry.first; });
    if (at == literals.end() || at->first != word) at = literals.emplace(at, word, std::make_unique<Node>());
    return *at->second;
  }
  [[nodiscard]] const Node* find_literal(std::string_view word) const {
    auto at = std::ranges::lower_bound(literals, word, {}, [](const auto& entry) { return entry.first; });
    return at != literals.end() && at->first == word ? at->second.get() : nullptr;
  }
  [[nodiscard]] const Target* target(Method method) const {
    auto at = std::ranges::find(targets, method, &Target::method);
    return at == targets.end() ? nullptr : &*at;
  }

  void allow_again() {
    std::vector<std::string_view> names;
    for (const auto& each : targets) names.push_back(to_string(each.method));
    if (target(Method::get) != nullptr && target(Method::head) == nullptr) names.push_back("HEAD");
    if (target(Method::options) == nullptr) names.push_back("OPTIONS");
    allow.clear();
    for (auto name : names) (allow += allow.empty() ? "" : ", ") += name;
  }

  // The node where the segments end; captured holds the raw values of the parameters on the way.
  [[nodiscard]] const Node* walk(const std::vector<std::string_view>& segments, std::size_t depth,
                                 std::vector<std::string_view>& captured) const {
    if (depth == segments.size()) return targets.empty() ? nullptr : this;
    if (const auto* next = find_literal(segments[depth])) {
      if (const auto* found = next->walk(segments, depth + 1, captured)) return found;
    }
    const auto mark = captured.size();
    if (parameter) {
      captured.push_back(segments[depth]);
      if (const auto* found = parameter->walk(segments, depth + 1, captured)) return found;
      captured.resize(mark);
    }
    if (!rest) return nullptr;
    const auto* first = segments[depth].data();
    captured.emplace_back(first,
                          static_cast<std::size_t>(segments.back().data() + segments.back().size() - first));
    return rest.get();
  }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Method method, std::string_view pattern, std::size_t id) {
  auto segments = split(pattern);
  CHECK(segments.has_value(), "a route's pattern is a path");
  auto* node = root_.get();
  Target target{method, id, {}};
  for (auto segment : *segments) {
    if (segment.front() != '{') {
      node = &node->literal(segment);
      continue;
    }
    auto name = segment.substr(1, segment.size() - 2);
    const bool rest = name.ends_with("...");
    if (rest) name.remove_suffix(3);
    target.parameters.push_back(name);
    auto& next = rest ? node->rest : node->parameter;
    if (!next) next = std::make_unique<Node>();
    node = next.get();
  }
  CHECK(node->target(method) == nullptr, "each method and path is mounted once");
  node->targets.push_back(std::move(target));
  node->allow_again();
}

Router::Outcome Router::find(Method method, std::string_view path) const {
  const auto segments = split(path);
  if (!segments) return NotFound{};
  std::vector<std::string_view> captured;
  const auto* node = root_->walk(*segments, 0, captured);
  if (node == nullptr) return NotFound{};
  const auto* target = node->target(method);
  if (target == nullptr && method == Method::head) target = node->target(Method::get);
  if (target == nullptr) return WrongMethod{node->allow};
  Found found{target->id, {}};
  for (std::size_t i = 0; i < captured.size(); ++i) {
    const bool rest = captured[i].find('/') != std::string_view::npos;
    auto value = rest ? value_of_rest(captured[i]) : value_of(captured[i]);
    if (!value) return NotFound{};
    found.parameters.emplace_back(target->parameters[i], std::move(*value));
  }
  return found;
}

}  // namespace mrbill::http
