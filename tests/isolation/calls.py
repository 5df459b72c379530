"""One call of each operation upon the scene's things: who makes it, and what each kind of person must get.

The table is complete or the suite fails: a new operation needs a row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from local.client import Answer, Client
from platform_fixtures import PASSWORD

from scene import POC, Scene, etag_of

Attempt = Callable[[Client], Answer]


@dataclass(frozen=True)
class Case:
    name: str
    prepare: Callable[[Scene], Attempt]   # makes a fresh thing of the owner's and returns how to reach for it
    member: int                           # what a colleague of role USER gets
    admin: int
    stranger: int                         # the owner of another tenant
    homeless: int = 403                   # who belongs to no company at present


def _reach(method: str, path: str, body: object = None, **more: object) -> Attempt:
    return lambda client: client.request(method, path, body, **more)


def _poc(method: str, suffix: str = "", body: object = None, *, public: bool, conditional: bool = False):
    def prepare(scene: Scene) -> Attempt:
        path = f"/api/v1/pocs/{scene.poc(public=public)['pocId']}"
        headers = {"If-Match": etag_of(scene.owner, path)} if conditional else {}
        return _reach(method, path + suffix, body, headers=headers)
    return prepare


def _bulk(scene: Scene) -> Attempt:
    seen = [{"pocId": poc["pocId"], "version": poc["version"]} for poc in (scene.poc(public=True), scene.poc(public=False))]
    return _reach("POST", "/api/v1/pocs/bulk", {"action": "delete", "pocs": seen})


def _saved_search(method: str, body: object = None, *, conditional: bool = False):
    headers = {"If-Match": "*"} if conditional else {}
    return lambda scene: _reach(method, f"/api/v1/pocs/searches/{scene.saved_search()}", body, headers=headers)


def _fixed(method: str, path: str, body: object = None, **more: object):
    return lambda scene: _reach(method, path, body, **more)


def _job(method: str, path: str = ""):
    return lambda scene: _reach(method, f"/api/v1/pocs/imports/{scene.job()}{path}")


def _member(method: str, body: object = None, *, conditional: bool = False):
    def prepare(scene: Scene) -> Attempt:
        path = f"/api/v1/tenants/current/members/{scene.owner.user_id}"
        headers = {"If-Match": etag_of(scene.owner, path)} if conditional else {}
        return _reach(method, path, body, headers=headers)
    return prepare


def _own(path: str, method: str, body: object):
    """A thing that everybody has one of: each changes their own, with their own entity tag."""
    def attempt(client: Client) -> Answer:
        tag = client.get(path).headers.get("etag", '"0"')
        return client.request(method, path, body, headers={"If-Match": tag})
    return lambda scene: attempt


def _switch(scene: Scene) -> Attempt:
    """In a session of its own, for who has one: a switch ends the access tokens that the session had."""
    def attempt(client: Client) -> Answer:
        if client.get("/api/v1/users/me").status == 200:
            tokens = client.post("/api/v1/auth/login", {"email": client.email, "password": PASSWORD}).expect(200).json
            client = replace(client, token=tokens["accessToken"])
        return client.post("/api/v1/auth/switch", {"tenantId": scene.owner.tenant_id})
    return attempt


def _everything(path: str, **query: str):
    return lambda scene: _reach("GET", path, query={"scope": "tenant"} | query)


def _content(kind: str, method: str, suffix: str = ""):
    """One of the owner's films or reports: nobody else's business, whatever their role."""
    return lambda scene: _reach(method, f"/api/v1/content/{kind}/{getattr(scene, kind.rstrip('s'))()}{suffix}")


def _company_share(scene: Scene) -> Attempt:
    film = scene.video()
    scene.owner.post(f"/api/v1/content/videos/{film}/share").expect(200)
    return _reach("DELETE", f"/api/v1/content/shares/{film}")


def _track(scene: Scene) -> Attempt:
    return _reach("DELETE", f"/api/v1/content/tracks/{scene.track()}")


JSON_LINES = {"Content-Type": "application/x-ndjson"}
INVITATION = {"email": "somebody.new@example.net", "role": "USER"}

CASES: dict[str, list[Case]] = {
    "createPoc": [Case("own", _fixed("POST", "/api/v1/pocs", POC), 201, 201, 201)],
    "listPocs": [Case("all", _everything("/api/v1/pocs", pageSize="100"), 200, 200, 200),
                 Case("search", lambda scene: _everything("/api/v1/pocs", search=scene.marker)(scene), 200, 200, 200)],
    "getPocStats": [Case("all", _everything("/api/v1/pocs/stats"), 200, 200, 200)],
    "getPocFacets": [Case("all", _everything("/api/v1/pocs/facets"), 200, 200, 200)],
    "exportPocs": [Case("all", _everything("/api/v1/pocs/export", format="jsonl"), 200, 200, 200)],
    "createImport": [Case("own", _fixed("POST", "/api/v1/pocs/imports", '{"name": "mine"}\n', headers=JSON_LINES), 202, 202, 202)],
    "listImports": [Case("all", _fixed("GET", "/api/v1/pocs/imports"), 200, 200, 200)],
    "getImport": [Case("foreign", _job("GET"), 404, 404, 404)],
    "watchImports": [Case("own", _fixed("GET", "/api/v1/pocs/imports/events?seconds=0", headers={"Last-Event-ID": "0"}), 200, 200, 200)],
    "cancelImport": [Case("foreign", _job("DELETE"), 404, 404, 404)],
    "listImportChanges": [Case("foreign", _job("GET", "/changes"), 404, 404, 404)],
    "undoImport": [Case("foreign", _job("POST", "/undo"), 404, 404, 404)],
    "getPoc": [Case("private", _poc("GET", public=False), 404, 404, 404),
               Case("public", _poc("GET", public=True), 200, 200, 404)],
    "replacePoc": [Case("private", _poc("PUT", body=POC, public=False, conditional=True), 404, 404, 404),
                   Case("public", _poc("PUT", body=POC, public=True, conditional=True), 403, 403, 404)],
    "updatePoc": [Case("private", _poc("PATCH", body={"name": "taken"}, public=False, conditional=True), 404, 404, 404),
                  Case("public", _poc("PATCH", body={"name": "taken"}, public=True, conditional=True), 403, 403, 404)],
    "deletePoc": [Case("private", _poc("DELETE", public=False, conditional=True), 404, 404, 404),
                  Case("public", _poc("DELETE", public=True, conditional=True), 403, 403, 404)],
    "restorePoc": [Case("private", _poc("POST", "/restore", public=False), 404, 404, 404),
                   Case("public", _poc("POST", "/restore", public=True), 403, 403, 404)],
    "changePocs": [Case("foreign", _bulk, 200, 200, 200)],
    "listSavedSearches": [Case("all", _fixed("GET", "/api/v1/pocs/searches"), 200, 200, 200)],
    "createSavedSearch": [Case("own", _fixed("POST", "/api/v1/pocs/searches", {"name": "mine", "query": {}}), 201, 201, 201)],
    "getSavedSearch": [Case("foreign", _saved_search("GET"), 404, 404, 404)],
    "replaceSavedSearch": [Case("foreign", _saved_search("PUT", {"name": "taken", "query": {}}, conditional=True), 404, 404, 404)],
    "deleteSavedSearch": [Case("foreign", _saved_search("DELETE", conditional=True), 404, 404, 404)],
    "addFavorite": [Case("private", _poc("PUT", "/favorite", public=False), 404, 404, 404),
                    Case("public", _poc("PUT", "/favorite", public=True), 204, 204, 404)],
    "removeFavorite": [Case("private", _poc("DELETE", "/favorite", public=False), 404, 404, 404),
                       Case("public", _poc("DELETE", "/favorite", public=True), 204, 204, 404)],
    "getMe": [Case("own", _fixed("GET", "/api/v1/users/me"), 200, 200, 200, 200)],
    "updateMe": [Case("own", _own("/api/v1/users/me", "PATCH", {"fullName": "New Name"}), 200, 200, 200, 200)],
    "switchTenant": [Case("foreign", _switch, 200, 200, 404, 404)],
    "createTenant": [Case("own", _fixed("POST", "/api/v1/tenants", {"companyName": "Another"}), 409, 409, 409, 201)],
    "getTenant": [Case("own", _fixed("GET", "/api/v1/tenants/current"), 200, 200, 200)],
    "updateTenant": [Case("own", _own("/api/v1/tenants/current", "PATCH", {"companyName": "Renamed"}), 403, 403, 200)],
    "listMembers": [Case("all", _fixed("GET", "/api/v1/tenants/current/members"), 200, 200, 200)],
    "getMember": [Case("owner", _member("GET"), 200, 200, 404)],
    "updateMember": [Case("owner", _member("PATCH", {"role": "USER"}, conditional=True), 403, 403, 404)],
    "removeMember": [Case("owner", _member("DELETE", conditional=True), 403, 403, 404)],
    "listInvitations": [Case("all", _fixed("GET", "/api/v1/tenants/current/invitations"), 403, 200, 200)],
    "createInvitation": [Case("own", _fixed("POST", "/api/v1/tenants/current/invitations", INVITATION), 403, 201, 201)],
    "withdrawInvitation": [Case("foreign", lambda scene: _reach(
        "DELETE", f"/api/v1/tenants/current/invitations/{scene.invitation()}"), 403, 403, 404)],
    "createVideo": [Case("own", _fixed("POST", "/api/v1/content/videos", {"title": "mine"}), 202, 202, 202)],
    "listVideos": [Case("all", _fixed("GET", "/api/v1/content/videos"), 200, 200, 200)],
    "createStoryboard": [Case("own", _fixed("POST", "/api/v1/content/videos/storyboard", {"title": "mine"}), 200, 200, 200)],
    "getVideo": [Case("foreign", _content("videos", "GET"), 404, 404, 404)],
    "deleteVideo": [Case("foreign", _content("videos", "DELETE"), 404, 404, 404)],
    "cancelVideo": [Case("foreign", _content("videos", "POST", "/cancel"), 404, 404, 404)],
    "retryVideo": [Case("foreign", _content("videos", "POST", "/retry"), 404, 404, 404)],
    "watchVideo": [Case("foreign", _content("videos", "GET", "/events"), 404, 404, 404)],
    "getShare": [Case("foreign", _content("videos", "GET", "/share"), 404, 404, 404)],
    "shareVideo": [Case("foreign", _content("videos", "POST", "/share"), 404, 404, 404)],
    "unshareVideo": [Case("foreign", _content("videos", "DELETE", "/share"), 404, 404, 404)],
    "listCompanyShares": [Case("all", _fixed("GET", "/api/v1/content/shares"), 403, 403, 200)],
    "endCompanyShare": [Case("foreign", _company_share, 403, 403, 404)],
    "createReport": [Case("own", _fixed("POST", "/api/v1/content/reports", {"title": "mine"}), 202, 202, 202)],
    "listReports": [Case("all", _fixed("GET", "/api/v1/content/reports"), 200, 200, 200)],
    "getReport": [Case("foreign", _content("reports", "GET"), 404, 404, 404)],
    "deleteReport": [Case("foreign", _content("reports", "DELETE"), 404, 404, 404)],
    "cancelReport": [Case("foreign", _content("reports", "POST", "/cancel"), 404, 404, 404)],
    "retryReport": [Case("foreign", _content("reports", "POST", "/retry"), 404, 404, 404)],
    "watchReport": [Case("foreign", _content("reports", "GET", "/events"), 404, 404, 404)],
    "watchContent": [Case("own", _fixed("GET", "/api/v1/content/events?seconds=0", headers={"Last-Event-ID": "0"}), 200, 200, 200)],
    "listStyles": [Case("all", _fixed("GET", "/api/v1/content/styles"), 200, 200, 200)],
    "listTracks": [Case("all", _fixed("GET", "/api/v1/content/tracks"), 200, 200, 200)],
    "uploadTrack": [Case("own", _fixed("POST", "/api/v1/content/tracks", b"sound", query={"name": "mine"},
                                       headers={"Content-Type": "audio/mpeg"}), 201, 201, 201)],
    "deleteTrack": [Case("foreign", _track, 404, 404, 404)],
    "getSchedules": [Case("own", _fixed("GET", "/api/v1/content/schedules"), 200, 200, 200)],
    "replaceSchedules": [Case("own", _own("/api/v1/content/schedules", "PUT",
                                          {"monthlyReport": False, "yearVideo": False}), 200, 200, 200)],
}
