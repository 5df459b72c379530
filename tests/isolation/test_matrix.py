"""Every operation x every kind of person. Zero deviations: neither in what they may do nor in what they get to see."""

from __future__ import annotations

import pytest

import scene as scenes
from calls import CASES, Case
from operations import Operation, signed_in_operations

OPERATIONS = {operation.id: operation for operation in signed_in_operations()}
ROWS = [pytest.param(OPERATIONS[name], case, id=f"{name}-{case.name}")
        for name, cases in CASES.items() if name in OPERATIONS for case in cases]
# Colleagues see the name of their company and its people.
TENANTS_OWN = {"getMe", "updateMe", "getTenant", "updateTenant", "listMembers", "getMember", "listInvitations"}


@pytest.fixture(scope="module")
def scene(platform):
    return scenes.build(platform)


def expected(case: Case, actor: str) -> int:
    return {"anonymous": 401, "ex_member": 401, "member": case.member, "admin": case.admin, "stranger": case.stranger,
            "homeless": case.homeless}[actor]


def test_the_table_has_every_operation_of_the_contracts_and_no_other():
    assert set(CASES) == set(OPERATIONS)


@pytest.mark.parametrize("actor", ["anonymous", "ex_member", "homeless", "stranger", "member", "admin"])
@pytest.mark.parametrize(("operation", "case"), ROWS)
def test_everybody_gets_what_is_theirs(scene, operation: Operation, case: Case, actor: str):
    attempt = case.prepare(scene)
    answer = attempt(scene.actors[actor])
    assert answer.status == expected(case, actor), answer.body[:400]
    assert str(answer.status) in operation.statuses or "default" in operation.statuses
    sees_colleagues = actor in ("member", "admin") and operation.id in TENANTS_OWN
    assert sees_colleagues or not scenes.leaks(answer, scene.marker)


@pytest.mark.parametrize("operation_id", ["getPoc", "getImport", "getMember", "withdrawInvitation", "getVideo", "getReport",
                                          "deleteVideo", "deleteReport", "deleteTrack"])
def test_a_foreign_id_answers_exactly_like_an_unknown_one(scene, operation_id: str):
    operation = OPERATIONS[operation_id]
    stranger = scene.actors["stranger"]
    foreign = CASES[operation_id][0].prepare(scene)(stranger)
    unknown_path = operation.path.split("{")[0] + "018f0000-0000-7000-8000-000000000000"
    unknown = stranger.request(operation.method, unknown_path)
    assert (foreign.status, _without_ids(foreign.json)) == (unknown.status, _without_ids(unknown.json))


def _without_ids(problem: dict) -> dict:
    return {name: value for name, value in problem.items() if name not in ("requestId", "instance")}


def test_the_owners_own_attempts_succeed_so_that_the_refusals_mean_something(scene):
    for operation_id in ("getPoc", "updatePoc", "deletePoc", "addFavorite", "getImport", "getMember", "withdrawInvitation",
                         "getVideo", "getReport", "watchVideo", "watchReport", "shareVideo", "unshareVideo", "endCompanyShare",
                         "deleteTrack", "deleteVideo",
                         "deleteReport"):
        for case in CASES[operation_id]:
            answer = case.prepare(scene)(scene.owner)
            assert answer.status in (200, 204), (operation_id, case.name, answer.body[:400])
