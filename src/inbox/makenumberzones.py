#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes libphonenumber's table of time zones as C++, since its C++ library leaves it out."""
import sys

from phonenumbers.tzdata import TIMEZONE_DATA

with open(sys.argv[1], "w", encoding="ascii") as out:
    for prefix, zones in sorted(TIMEZONE_DATA.items()):
        out.write('{"%s", "%s"},\n' % (prefix, "&".join(zones)))
