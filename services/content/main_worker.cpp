// mrbill-content-worker: makes films and reports, publishes the outbox, follows people, runs schedules,
// clears what has outlived its time.
#include <host/process.hpp>

#include "worker_shard.hpp"

int main() {
  return mrbill::host::run_worker<mrbill::content::WorkerShard>(mrbill::content::read_worker_config);
}
