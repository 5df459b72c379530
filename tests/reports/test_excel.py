"""report.xlsx as openpyxl reads it: rows, real dates, a table, formulas that count what they say, charts, nothing that runs."""

import datetime
import html
import re
import warnings
import xml.etree.ElementTree
import zipfile

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from ordering import HOSTILE_NAMES, SHOWN_NAMES, hostile, order, pocs, rendered


def opened(document, folder):
    path = rendered(document | {"format": "EXCEL"}, folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # data bars of Excel 2010 are unknown to openpyxl
        return openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)


def test_has_every_poc_once_in_a_real_table(tmp_path):
    formulas, values = opened(order(pocs(500)), tmp_path)
    sheet = values["POCs"]
    assert sheet.max_row == 501 and formulas["POCs"].tables["POCs"].ref == "A1:L501"
    assert [cell.value for cell in sheet[1]][:4] == ["Nome", "Descrição", "Linguagem", "Tags"]
    assert sorted(sheet.cell(row, 1).value for row in range(2, 502)) == sorted(one["name"] for one in pocs(500))
    assert sheet["F2"].value == datetime.datetime(2025, 1, 1, 9, 0)
    assert formulas["POCs"].freeze_panes == "B2"
    assert formulas["POCs"]["J2"].value == '=HYPERLINK("https://example.org/pocs/0")' and sheet["J2"].value == "https://example.org/pocs/0"


def test_has_a_sheet_for_each_grouping_and_pair_in_the_language(tmp_path):
    formulas, _ = opened(order(pocs(100)), tmp_path)
    assert formulas.sheetnames == ["Resumo", "Por mês", "Por linguagem", "Por tag", "Mês por linguagem", "Mês por tag", "Linguagem por tag",
                                   "POCs"]
    english, _ = opened(order(pocs(100), person={"locale": "en"}, groupBy=["tag"]), tmp_path / "en")
    assert english.sheetnames == ["Summary", "By tag", "POCs"]
    assert all(len(formulas[name]._charts) == 1 for name in formulas.sheetnames[1:-1]) and len(formulas["Resumo"]._charts) == 3



def test_its_formulas_count_what_their_numbers_say(tmp_path):
    formulas, values = opened(order(pocs(300)), tmp_path)
    of = pocs(300)
    shown, told = formulas["Por linguagem"], values["Por linguagem"]
    for row in range(5, shown.max_row + 1):
        name, count, formula = told.cell(row, 1).value, told.cell(row, 2).value, shown.cell(row, 2).value
        assert formula == (f'=COUNTIFS(POCs[Linguagem],"="&$A{row})' if name != "Sem linguagem" else '=COUNTIFS(POCs[Linguagem],"")')
        assert count == sum((one["language"] or "Sem linguagem") == name for one in of)
    for row in range(5, formulas["Por tag"].max_row + 1):
        name, formula = values["Por tag"].cell(row, 1).value, formulas["Por tag"].cell(row, 2).value
        assert formula == f'=COUNTIFS(POCs[TagKey],"*|"&$A{row}&"|*")'
        keys = [values["POCs"].cell(at, 12).value for at in range(2, 302)]
        assert values["Por tag"].cell(row, 2).value == sum(f"|{name}|" in key for key in keys) == sum(name in one["tags"] for one in of)
    months = [values["Por mês"].cell(row, 2).value for row in range(5, 17)]
    assert sum(months) == 300 and re.fullmatch(r"=COUNTIFS\(POCs\[Criada em \(America/Sao_Paulo\)\],\">=\"&\$A5,.*EDATE\(\$A5,1\)\)",
                                               formulas["Por mês"]["B5"].value)
    assert formulas["Resumo"]["A5"].value == "=COUNTA(POCs[Id])" and values["Resumo"]["A5"].value == 300


def test_holds_hostile_text_as_text(tmp_path):
    person = {"displayName": "A\u0001\uffff<&>", "tenantName": "\u001f" * 100}
    formulas, values = opened(order(hostile(), title="T\u0000\u001c", person=person), tmp_path)
    for part in zipfile.ZipFile(tmp_path / "report.xlsx").namelist():
        xml.etree.ElementTree.fromstring(zipfile.ZipFile(tmp_path / "report.xlsx").read(part))
    sheet = formulas["POCs"]
    assert sheet.max_row == len(HOSTILE_NAMES) + 1
    names = [sheet.cell(row, 1) for row in range(2, sheet.max_row + 1)]
    assert all(cell.data_type != "f" for cell in names)
    clean = {re.sub(r"[\x00-\x1f\ufffe\uffff]", "", name).strip() for name in SHOWN_NAMES}
    seen = {re.sub(r"[\x00-\x1f\ufffd]", "", unescape(str(cell.value or ""))).strip() for cell in names}    # openpyxl leaves that to others
    assert clean == seen
    assert max(len(str(values["POCs"].cell(row, 2).value or "")) for row in range(2, sheet.max_row + 1)) == 10_000


@pytest.mark.parametrize("count", [0, 1])
def test_is_whole_with_hardly_a_poc(tmp_path, count):
    formulas, values = opened(order(pocs(count)), tmp_path)
    assert values["Resumo"]["A5"].value == count and formulas["POCs"].tables["POCs"].ref == "A1:L2"


def test_shows_the_lines_and_the_letters_that_were_written(tmp_path):
    of = [pocs(1)[0] | {"name": "_x0041_ and _xABcd_", "description": "line one\r\nline two\r\n\r\nline three\rfour", "tags": ["_x000D_"],
                        "repositoryUrl": "https://example.org/_x0041_"}]
    rendered(order(of, format="EXCEL"), tmp_path)
    book = zipfile.ZipFile(tmp_path / "report.xlsx")
    texts = [html.unescape(text) for name in book.namelist() if name.endswith((".xml"))
             for text in re.findall(r"<t[^>]*>([^<]*)</t>", book.read(name).decode())]
    assert "_x005F_x0041_ and _x005F_xABcd_" in texts and "line one\nline two\n\nline three\nfour" in texts and "_x005F_x000D_" in texts
    assert "https://example.org/_x005F_x0041_" in texts and "\ufffd" not in "".join(texts)
    formulas, values = opened(order(of), tmp_path / "again")
    assert unescape(values["POCs"]["A2"].value) == "_x0041_ and _xABcd_" and formulas["POCs"]["J2"].data_type != "f"


@pytest.mark.parametrize(("locale", "words"), [("pt-BR", ["POC", "linguagem", "tag", "dia ativo"]),
                                               ("en", ["POC", "language", "tag", "active day"])])
def test_counts_one_in_the_singular(tmp_path, locale, words):
    one = pocs(1)[0] | {"language": "Go", "tags": ["solo"]}
    _, values = opened(order([one], person={"locale": locale}), tmp_path)
    assert [values[values.sheetnames[0]].cell(6, column).value for column in range(1, 5)] == words
