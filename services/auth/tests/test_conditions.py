"""Conditional requests and languages of errors: read alike for the person, the company and its members."""

import pytest


def paths(person):
    return ["/api/v1/users/me", "/api/v1/tenants/current", f"/api/v1/tenants/current/members/{person.user_id}"]


def test_who_has_the_answer_is_told_so(platform):
    person = platform.sign_up()
    for path in paths(person):
        tag = person.get(path).expect(200).headers["etag"]
        for known in (tag, f'W/{tag}, "other"', f'"other" , {tag}', "*"):
            answer = person.get(path, headers={"If-None-Match": known}).expect(304)
            assert answer.headers["etag"] == tag and not answer.body
        assert person.get(path, headers={"If-None-Match": '"other"'}).expect(200).headers["etag"] == tag


def test_what_changed_without_a_version_has_another_tag(platform):
    owner = platform.sign_up()
    tags = {path: owner.get(path).headers["etag"] for path in paths(owner)}
    platform.invite(owner)
    changed = owner.get("/api/v1/tenants/current", headers={"If-None-Match": tags["/api/v1/tenants/current"]}).expect(200)
    assert changed.json["memberCount"] == 2
    again = platform.log_in(owner.email)
    assert again.get("/api/v1/users/me", headers={"If-None-Match": tags["/api/v1/users/me"]}).expect(200).json["lastLoginAt"]


def test_malformed_conditions_are_refused_with_their_field(platform):
    person = platform.sign_up()
    for path in paths(person):
        refused = person.get(path, headers={"If-None-Match": "7"}).expect(400)
        assert refused.json["errors"][0]["pointer"] == "header:If-None-Match"
    for path, change in (("/api/v1/users/me", {"fullName": "Other"}), ("/api/v1/tenants/current", {"companyName": "Other"})):
        refused = person.patch(path, change, headers={"If-Match": "7"}).expect(400)
        assert refused.json["errors"][0]["pointer"] == "header:If-Match"


def test_any_version_of_a_list_is_good(platform):
    person = platform.sign_up()
    for path, change in (("/api/v1/users/me", {"fullName": "Ana Lima"}), ("/api/v1/tenants/current", {"companyName": "Lima Labs"})):
        version = person.get(path).json["version"]
        assert person.patch(path, change, headers={"If-Match": '"999", "998"'}).expect(412).code == "stale"
        person.patch(path, change, headers={"If-Match": f'"999", W/"{version}"'}).expect(200)


@pytest.mark.parametrize(("asked", "language"), [("pt;q=0.9, en;q=0.8", "pt-BR"), ("EN, pt;q=0.5", "en"), ("de", "pt-BR"),
                                                  (None, "pt-BR")])
def test_errors_are_told_in_the_language_that_is_asked_for_or_else_that_of_the_profile(platform, asked, language):
    person = platform.sign_up()
    person.patch("/api/v1/users/me", {"locale": "pt-BR"}, headers={"If-Match": "*"}).expect(200)
    person = platform.log_in(person.email)      # its token tells the profile's language
    answer = person.patch("/api/v1/users/me", {"fullName": "x" * 101},
                          headers={"If-Match": "*"} | ({"Accept-Language": asked} if asked else {}))
    said = {"pt-BR": "deve ter no máximo 100 caracteres", "en": "must be at most 100 characters long"}[language]
    assert answer.expect(400).headers["content-language"] == language
    assert answer.json["errors"] == [{"pointer": "/fullName", "code": "too_long", "detail": said, "limit": 100}]


def test_nobody_is_shown_a_regular_expression(platform):
    person = platform.sign_up()
    answer = person.patch("/api/v1/users/me", {"fullName": "a\nb"}, headers={"If-Match": "*"}).expect(400)
    assert "^" not in answer.json["errors"][0]["detail"]
