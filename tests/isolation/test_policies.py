"""The second wall alone: what the database shows and takes when the application asks for another tenant's rows."""

from __future__ import annotations

import pytest

import policies
import scene as scenes
from local.description import NAMES


@pytest.fixture(scope="module")
def scene(own_platform):
    scene = scenes.build(own_platform)
    scene.poc(public=False)
    scene.poc(public=True)
    scene.job()
    scene.invitation()
    scene.report()
    scene.owner.post(f"/api/v1/content/videos/{scene.video()}/share").expect(200)
    scene.track()
    scene.owner.put("/api/v1/content/schedules", {"monthlyReport": True, "yearVideo": True}, headers={"If-Match": '"0"'}).expect(200)
    return scene


def seen_by_the_stranger(platform, scene, database: str) -> list[str]:
    stranger = scene.actors["stranger"]
    return policies.violations(platform, database, tenant=scene.owner.tenant_id, by_tenant=stranger.tenant_id,
                               by_user=stranger.user_id)


@pytest.mark.parametrize("database", NAMES)
def test_there_are_tables_to_look_at(own_platform, scene, database):
    assert len(policies.tables(own_platform, database)) >= 5


@pytest.mark.parametrize("database", NAMES)
def test_no_table_shows_another_tenants_rows(own_platform, scene, database):
    assert seen_by_the_stranger(own_platform, scene, database) == []


@pytest.mark.parametrize("database", NAMES)
def test_without_a_scope_nothing_is_seen(own_platform, scene, database):
    assert policies.violations(own_platform, database, tenant=scene.owner.tenant_id, by_tenant="", by_user="") == []


@pytest.mark.parametrize("database", NAMES)
def test_no_role_may_bypass(own_platform, scene, database):
    roles = own_platform.sql(database, f"""
        SELECT rolname FROM pg_roles WHERE rolname LIKE '{database}%' AND (rolbypassrls OR rolsuper)""")
    assert roles.split() == []


@pytest.mark.parametrize("hole", [
    "CREATE POLICY hole ON pocs FOR SELECT TO catalog_app USING (true)",
    "ALTER TABLE pocs NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE poc_tags DISABLE ROW LEVEL SECURITY",
])
def test_a_planted_hole_turns_it_red(own_platform, scene, hole):
    undo = {"CREATE": "DROP POLICY hole ON pocs", "ALTER TABLE pocs": "ALTER TABLE pocs FORCE ROW LEVEL SECURITY",
            "ALTER TABLE poc_tags": "ALTER TABLE poc_tags ENABLE ROW LEVEL SECURITY"}
    # One restrictive policy beside the hole keeps private rows private; the public one is what must be seen.
    own_platform.sql("catalog", hole)
    try:
        assert seen_by_the_stranger(own_platform, scene, "catalog") != []
    finally:
        own_platform.sql("catalog", next(cure for start, cure in undo.items() if hole.startswith(start)))
    assert seen_by_the_stranger(own_platform, scene, "catalog") == []
