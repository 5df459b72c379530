"""A walk with the Python client of openapi-generator."""

import datetime
import json
import os

import catalog
import content
import people
from catalog.models.error_code import ErrorCode


def configured(package):
    made = package.Configuration(host=os.environ["MRBILL_URL"])
    return package.ApiClient(made), made


# -- who is calling

catalog_client, catalog_settings = configured(catalog)
pocs = catalog.PocsApi(catalog_client)
try:
    pocs.list_pocs()
    raise SystemExit("without a token")
except catalog.exceptions.UnauthorizedException as refused:
    assert ErrorCode(json.loads(refused.body)["code"]) is ErrorCode.TOKEN_MISSING

auth_client, auth_settings = configured(people)
tokens = people.SessionsApi(auth_client).log_in(people.LogInRequest(email=os.environ["MRBILL_EMAIL"],
                                                                    password=os.environ["MRBILL_PASSWORD"]))
content_client, content_settings = configured(content)
for settings in (catalog_settings, auth_settings, content_settings):
    settings.access_token = tokens.access_token
assert people.UsersApi(auth_client).get_me().email == os.environ["MRBILL_EMAIL"]

# -- one POC

poc = pocs.create_poc(catalog.PocContent(name="generated", language="C++", tags=["generated"]))
assert isinstance(poc.created_at, datetime.datetime)
changed = pocs.update_poc(poc_id=poc.poc_id, if_match=f'"{poc.version}"', poc_patch=catalog.PocPatch(description="changed"))
assert changed.description == "changed"
found = pocs.list_pocs(language="C++", tags=["generated"], after=poc.created_at)
assert [item.poc_id for item in found.items] == [poc.poc_id]

# -- files

transfer = catalog.TransferApi(catalog_client)
row = catalog.ImportRow(name="from a file", repositoryUrl="https://example.org/generated")
job = transfer.create_import(row.to_json().encode())
while job.status in ("PENDING", "PROCESSING"):
    job = transfer.get_import(job.import_id)
assert job.created_rows == 1, job
file = transfer.export_pocs(tags=["generated"])
assert isinstance(file, (bytes, bytearray)) and b'"generated"' in file

# -- a report, live

report = content.ReportsApi(content_client).create_report(content.ReportSpec(title="Generated", format="CSV"))
told = content.ReportsApi(content_client).watch_report(report.report_id)
last = content.ContentProgress.from_json([line for line in told.splitlines() if line.startswith("data:")][-1][5:])
assert last.status == "COMPLETED", told
track = content.ChoicesApi(content_client).upload_track("A song", b"\x01\x02\x03\x04")
assert track.is_own

print("walked")
