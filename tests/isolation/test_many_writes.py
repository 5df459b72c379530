"""A company whose writes all wait for each other stands in nobody else's way."""

import collections
import concurrent.futures

WRITERS = 60


def test_the_writes_of_one_company_that_wait_leave_room_for_others(own_platform):
    busy, other = own_platform.sign_up(), own_platform.sign_up()
    busy.post("/api/v1/pocs", {"name": "the first"}).expect(201)
    held = ("BEGIN; SELECT 1 FROM tenant_counters WHERE tenant_id = '{}' FOR UPDATE; SELECT pg_sleep(2); ROLLBACK"
            .format(busy.tenant_id))
    told = collections.Counter()

    def write(number: int) -> int:
        return busy.post("/api/v1/pocs", {"name": f"one of many {number}"}).status

    with concurrent.futures.ThreadPoolExecutor(WRITERS + 1) as threads:
        lock = threads.submit(own_platform.sql, "catalog", held)
        writes = [threads.submit(write, number) for number in range(WRITERS)]
        while not lock.done():
            answer = other.get("/api/v1/pocs")
            told[answer.status, answer.code if answer.status != 200 else ""] += 1
        assert {write.result() for write in writes} == {201}
    assert set(told) == {(200, "")}, told
    assert busy.get("/api/v1/pocs").json["pagination"]["totalItems"] == WRITERS + 1
