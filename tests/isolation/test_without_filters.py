"""The first wall taken away: the services' own tenant conditions switched off, and still nothing leaks."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

import pytest

import scene as scenes
from calls import CASES
from unfiltering_proxy import UnfilteringProxy, without_tenant

READS = ("getPoc", "listPocs", "getPocStats", "getPocFacets", "exportPocs", "listImports", "getImport")
CHANGES = ("replacePoc", "updatePoc", "deletePoc", "restorePoc", "addFavorite", "cancelImport")


def through(url: str, proxy: UnfilteringProxy) -> str:
    parts = urlsplit(url)
    address = f"{parts.username}:{parts.password}@127.0.0.1:{proxy.port}"
    return urlunsplit(parts._replace(netloc=address))


@pytest.fixture(scope="module")
def open_platform(platform, platform_with):
    """A platform whose catalogue speaks to its database through the proxy."""
    first = platform_with({})
    url = first.environment("catalog")["MRBILL_CATALOG_DATABASE_URL"]
    proxy = UnfilteringProxy(urlsplit(url).port)
    first.change_environment("catalog", {"MRBILL_CATALOG_DATABASE_URL": through(url, proxy)})
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
