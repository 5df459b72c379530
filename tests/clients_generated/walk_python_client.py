"""The same walk with the client of openapi-python-client."""

import json
import os
from http import HTTPStatus
from io import BytesIO

from catalog.api.pocs import create_poc, list_pocs, update_poc
from catalog.api.transfer import create_import, export_pocs, get_import
from catalog.client import AuthenticatedClient as CatalogClient
from catalog.client import Client as CatalogStranger
from catalog.models import ErrorCode, ImportRow, PocContent, PocPatch, Problem
from catalog.types import File
from content.api.choices import upload_track
from content.api.reports import create_report, watch_report
from content.client import AuthenticatedClient as ContentClient
from content.models import ContentProgress, ContentStatus, ReportFormat, ReportSpec
from content.types import File as Sound
from people.api.sessions import log_in
from people.api.users import get_me
from people.client import AuthenticatedClient as PeopleClient
from people.client import Client as Stranger
from people.models import LogInRequest

URL = os.environ["MRBILL_URL"]

# -- who is calling

refused = list_pocs.sync(client=CatalogStranger(URL))
assert isinstance(refused, Problem) and refused.code is ErrorCode.TOKEN_MISSING
tokens = log_in.sync(client=Stranger(URL), body=LogInRequest(email=os.environ["MRBILL_EMAIL"], password=os.environ["MRBILL_PASSWORD"]))
people, catalog, content = (kind(URL, token=tokens.access_token) for kind in (PeopleClient, CatalogClient, ContentClient))
assert get_me.sync(client=people).email == os.environ["MRBILL_EMAIL"]

# -- one POC

poc = create_poc.sync(client=catalog, body=PocContent(name="python client", language="C++", tags=["client", "python"]))
changed = update_poc.sync(poc.poc_id, client=catalog, if_match=f'"{poc.version}"', body=PocPatch(description="changed"))
assert changed.description == "changed"
found = list_pocs.sync(client=catalog, language="C++", tags=["client", "python"], after=poc.created_at)
assert [item.poc_id for item in found.items] == [poc.poc_id]

# -- files

row = ImportRow(name="from a file", repository_url="https://example.org/python-client")
job = create_import.sync(client=catalog, body=File(BytesIO(json.dumps(row.to_dict()).encode())))
while job.status in ("PENDING", "PROCESSING"):
    job = get_import.sync(job.import_id, client=catalog)
assert job.created_rows == 1, job
file = export_pocs.sync(client=catalog, tags=["client"])
assert b"python client" in file.payload.read()

# -- a report, live

report = create_report.sync(client=content, body=ReportSpec(title="Generated", format_=ReportFormat.CSV))
told = watch_report.sync(report.report_id, client=content)
last = ContentProgress.from_dict(json.loads([line for line in told.splitlines() if line.startswith("data:")][-1][5:]))
assert last.status is ContentStatus.COMPLETED
answer = upload_track.sync_detailed(client=content, name="A song", body=Sound(BytesIO(b"\x01\x02\x03\x04")))
assert answer.status_code == HTTPStatus.CREATED

print("walked")
