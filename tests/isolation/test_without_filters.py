"""The first wall taken away: the services' own tenant conditions switched off, and still nothing leaks."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

import pytest

import scene as scenes
from calls import CASES
from unfiltering_proxy import UnfilteringProxy, without_tenant

READS = ("getPoc", "listPocs", "getPocStats", "getPocFacets", "exportPocs", "listImports", "getImport", "watchImports", "getVideo",
         "listVideos", "watchVideo", "watchContent", "getReport", "listReports", "listTracks", "getSchedules", "listCompanyShares")
CHANGES = ("replacePoc", "updatePoc", "deletePoc", "restorePoc", "addFavorite", "cancelImport", "cancelVideo", "retryVideo", "shareVideo",
           "unshareVideo", "deleteVideo", "cancelReport", "deleteReport", "deleteTrack", "replaceSchedules", "endCompanyShare")


def through(url: str, proxy: UnfilteringProxy) -> str:
    parts = urlsplit(url)
    address = f"{parts.username}:{parts.password}@127.0.0.1:{proxy.port}"
    return urlunsplit(parts._replace(netloc=address))


@pytest.fixture(scope="module")
def open_platform(platform, platform_with):
    """A platform whose catalogue and content speak to their databases through the proxy."""
    first = platform_with({})
    proxy = UnfilteringProxy(first.ports["postgres"])
    for service in ("catalog", "content"):
        name = f"MRBILL_{service.upper()}_DATABASE_URL"
        first.change_environment(service, {name: through(first.environment(service)[name], proxy)})
    yield first, proxy
    proxy.close()


@pytest.fixture(scope="module")
def scene(open_platform):
    return scenes.build(open_platform[0])


def test_the_proxy_takes_the_tenant_out_of_conditions():
    assert without_tenant(b"SELECT x FROM pocs p WHERE p.tenant_id = $1 AND p.poc_id = $2") == (
        b"SELECT x FROM pocs p WHERE ($1::uuid IS NOT NULL) AND p.poc_id = $2")


@pytest.mark.parametrize("operation", READS + CHANGES)
def test_a_stranger_still_gets_nothing(open_platform, scene, operation):
    for case in CASES[operation]:
        answer = case.prepare(scene)(scene.actors["stranger"])
        assert answer.status == case.stranger, answer.body[:400]
        assert not scenes.leaks(answer, scene.marker)


def test_the_filters_are_really_off(open_platform, scene):
    """Runs last: by now every statement behind these operations has passed the proxy."""
    CASES["getPoc"][0].prepare(scene)(scene.owner).expect(200)
    assert len(open_platform[1].rewritten) >= 5
