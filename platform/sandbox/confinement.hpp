// What a program gives up before it reads what a stranger wrote (seccomp, Linux 3.5). Whatever is not
// named fails with EPERM: no socket, process, namespace or executable page can be had any more. Both
// throw SandboxUnavailable.
#pragma once

namespace mrbill::sandbox {

// From here on this process computes, takes and returns memory, reads and writes what is open, and ends.
void confine_to_open_files();

// The same, and files that it can see, and threads of its own: for programs that draw, within a sandbox that
// shows them only theirs.
void confine_to_visible_files();

// Sanitizers make system calls of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool confines = false;
#else
inline constexpr bool confines = true;
#endif

}  // namespace mrbill::sandbox
