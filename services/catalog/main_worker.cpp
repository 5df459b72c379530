// mrbill-catalog-worker: publishes the outbox, takes in imports, follows people, clears what has outlived
// its time.
#include <host/process.hpp>

#include "worker_shard.hpp"

int main() {
  return mrbill::host::run_worker<mrbill::catalog::WorkerShard>(mrbill::catalog::read_worker_config);
}
