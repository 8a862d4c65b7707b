# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the rows of an exported file as JSON, as readers that are not ours see them:
readback.py FILE [SEPARATOR]"""

import csv
import datetime
import json
import sys

file_name = sys.argv[1]
kind = file_name.rsplit(".", 1)[1]


def unescape(cell):
    from openpyxl.utils.escape import unescape

    return unescape(cell)


def plain(cell):
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(timespec="milliseconds")
    if isinstance(cell, str):
        return unescape(cell)  # Excel's way to write control characters
    return "" if cell is None else cell


if kind == "xlsx":
    import openpyxl

    book = openpyxl.load_workbook(file_name)
    rows = {sheet.title: [[plain(cell.value) for cell in row] for row in sheet.iter_rows()] for sheet in book}
    rows = {
        "sheets": rows,
        "frozen": book.worksheets[0].freeze_panes,
        "filter": book.worksheets[0].auto_filter.ref,
        "types": [cell.data_type for cell in list(book.worksheets[0].iter_rows())[-1]],
    }
elif kind == "json":
    with open(file_name, encoding="utf-8") as file:
        rows = json.load(file)
elif kind == "ndjson":
    with open(file_name, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
else:
    with open(file_name, encoding="utf-8-sig", newline="") as file:
        separator = "\t" if kind == "tsv" else (sys.argv[2] if len(sys.argv) > 2 else ",")
        rows = list(csv.reader(file, delimiter=separator, strict=True))
json.dump(rows, sys.stdout)
