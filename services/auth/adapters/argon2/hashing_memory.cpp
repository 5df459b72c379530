#include "adapters/argon2/hashing_memory.hpp"

#include <memory>
#include <sys/mman.h>

extern "C" {
// The system's own, by the names that the linker's --wrap gives them.
void* __real_mmap(void* at, std::size_t size, int protection, int flags, int file, off_t offset);
int __real_munmap(void* memory, std::size_t size);
void* __wrap_mmap(void* at, std::size_t size, int protection, int flags, int file, off_t offset);
int __wrap_munmap(void* memory, std::size_t size);
}

namespace mrbill::auth {
namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20;
constexpr std::size_t capacity = 10 * huge_page;  // 19 MiB and what aligns them

thread_local HashingMemory of_this_thread;
thread_local bool hashing = false;

}  // namespace

HashingMemory::Use::Use() {
  hashing = true;
}
HashingMemory::Use::~Use() {
  hashing = false;
}

HashingMemory::~HashingMemory() {
  if (mapped_ != nullptr) __real_munmap(mapped_, capacity + huge_page);
}

bool HashingMemory::reserve() {
  if (memory_ != nullptr) return true;
  void* mapped =
      __real_mmap(nullptr, capacity + huge_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) return false;
  mapped_ = mapped;
  std::size_t space = capacity + huge_page;
  memory_ = static_cast<char*>(std::align(huge_page, capacity, mapped, space));
  static_cast<void>(
      ::madvise(memory_, capacity, MADV_HUGEPAGE));  // ten entries of the page tables, not 4,864
  return true;
}

void* HashingMemory::lend(std::size_t size) {
  if (lent_ || size < capacity / 2 || size > capacity || !reserve()) return nullptr;
  lent_ = true;
  return memory_;
}

bool HashingMemory::take_back(const void* memory) {
  if (!lent_ || memory != memory_) return false;
  lent_ = false;
  return true;
}

}  // namespace mrbill::auth

void* __wrap_mmap(void* at, std::size_t size, int protection, int flags, int file, off_t offset) {
  using namespace mrbill::auth;
  const bool for_a_hash = hashing && at == nullptr && file == -1 && (flags & MAP_ANONYMOUS) != 0;
  void* lent = for_a_hash ? of_this_thread.lend(size) : nullptr;
  return lent != nullptr ? lent : __real_mmap(at, size, protection, flags, file, offset);
}

int __wrap_munmap(void* memory, std::size_t size) {
  using namespace mrbill::auth;
  if (hashing && of_this_thread.take_back(memory)) return 0;
  return __real_munmap(memory, size);
}
