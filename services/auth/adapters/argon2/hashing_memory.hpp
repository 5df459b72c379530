// The 19 MiB that a password hash fills, kept by each hashing thread from one hash to the next.
//
// libsodium maps them anew for every hash and gives them back: the kernel then spends more time on five
// thousand fresh pages than Argon2id on its work, and readers on the other processors feel it. So this
// program links libsodium statically and the linker leads its mmap and munmap here (--wrap,
// services/CMakeLists.txt); without an Use on the thread they are the system's.
//
//   const HashingMemory::Use use;   // while a hash is computed on this thread
//
// What a hash leaves in it is overwritten by the next one. It helps nobody to guess faster: after the second
// pass every block depends on the whole memory.
#pragma once

#include <cstddef>

namespace mrbill::auth {

class HashingMemory {
 public:
  class Use {
   public:
    Use();
    ~Use();
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
  };

  HashingMemory() = default;
  ~HashingMemory();
  HashingMemory(const HashingMemory&) = delete;
  HashingMemory& operator=(const HashingMemory&) = delete;

  // Nothing when it is not for this: then the system is asked.
  [[nodiscard]] void* lend(std::size_t size);
  [[nodiscard]] bool take_back(const void* memory);

 private:
  [[nodiscard]] bool reserve();

  void* mapped_ = nullptr;
  char* memory_ = nullptr;  // within mapped_, on the border of a huge page
  bool lent_ = false;
};

}  // namespace mrbill::auth
