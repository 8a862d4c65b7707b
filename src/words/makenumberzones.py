#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints libphonenumber's table of time zones as C++, since its C++ library leaves it out. Needs
python3-phonenumbers; tests/packaging/numberzones compares the result with numberzones.inc."""
import phonenumbers
from phonenumbers.tzdata import TIMEZONE_DATA

print(f"// Made by makenumberzones.py from python3-phonenumbers {phonenumbers.__version__}.")
for prefix, zones in sorted(TIMEZONE_DATA.items()):
    print('{"%s", "%s"},' % (prefix, "&".join(zones)))
