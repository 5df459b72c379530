// What a program gives up before it reads what a stranger wrote (seccomp, Linux 3.5).
#pragma once

namespace mrbill::media {

// From here on this process computes, takes and returns memory, reads and writes what is open, and ends. Every other system call
// fails with EPERM: no file, socket, process, thread or executable page can be had. Throws MediaUnavailable.
void confine_to_open_files();

}  // namespace mrbill::media
