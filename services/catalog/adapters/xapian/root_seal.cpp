#include "adapters/xapian/root_seal.hpp"

#include <chrono>
#include <cstring>
#include <thread>

#include "adapters/xapian/whole_file.hpp"
#include "ports/poc_index.hpp"

namespace mrbill::catalog {

namespace {

constexpr auto moment = std::chrono::milliseconds(1);
constexpr auto max_gap = std::chrono::milliseconds(1'500);  // of a writer that has to wait for a processor

constexpr std::string_view announced = "another is being committed";

std::string sealed(std::string_view root) {
  const auto hash = hash_of(root);
  return {reinterpret_cast<const char*>(&hash), sizeof hash};
}

}  // namespace

RootSeal::RootSeal(const std::filesystem::path& index) : root_(index / "iamglass"), seal_(index / "seal") {}

void RootSeal::announce() const {
  const auto seal = read_whole(seal_);
  if (seal && !seal->ends_with(announced)) write_whole(seal_, *seal + std::string(announced));
}

bool RootSeal::is_announced() const {
  const auto seal = read_whole(seal_);
  return seal && seal->ends_with(announced) && read_whole(root_);
}

void RootSeal::put() const {
  const auto root = read_whole(root_);
  if (!root) throw IndexDamaged("the root is gone");
  write_whole(seal_, sealed(*root));
}

RootSeal::State RootSeal::state() const {
  const auto before = read_whole(seal_);
  const auto root = read_whole(root_);
  const auto after = read_whole(seal_);
  if (!root) return State::broken;
  const auto is_of_root = [hash = sealed(*root)](const auto& seal) {
    return seal && seal->starts_with(hash);
  };
  if (is_of_root(before) || is_of_root(after)) return State::holds;
  // No root is committed unannounced, so one that was read between two looks at the same quiet seal is none
  // of the writer's.
  const bool is_quiet = before && before == after && !before->ends_with(announced);
  return is_quiet ? State::broken : State::pending;
}

bool RootSeal::comes_to_hold() const {
  std::error_code error;
  auto found = state();
  for (; found == State::pending; found = state()) {
    const auto written = std::filesystem::last_write_time(root_, error);
    const auto age = std::filesystem::file_time_type::clock::now() - written;
    if (error || age < age.zero() || age > max_gap) return false;
    std::this_thread::sleep_for(moment);
  }
  return found == State::holds;
}

}  // namespace mrbill::catalog
