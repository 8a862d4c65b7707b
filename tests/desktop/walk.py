# SPDX-License-Identifier: GPL-3.0-or-later
"""A task done with what AT-SPI tells alone: filter by line, select, hear the state, export.
walk.py PROGRAM FOLDER"""
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyatspi

PROGRAM, FOLDER = sys.argv[1], Path(sys.argv[2])
PATIENCE = 20  # seconds
heard = []  # what a screen reader would say by itself, in order
focus = []  # what had the focus, in order
typed = []  # what the bus said was typed or taken away


def wait_for(what, look):
    """The first result of look() that is one; events come in meanwhile."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
        except Exception:  # what is asked may just have gone
            found = None
        if found:
            return found
        time.sleep(0.05)
    print("heard:", *heard, sep="\n  ")
    for window in application():
        for node in walk(window):
            if shows(node) and node.name:
                print(node.getRoleName(), repr(node.name), repr(node.description))
    sys.exit(f"there is no {what}")


def walk(node):
    yield node
    for child in node:
        if child is not None:
            yield from walk(child)


def shows(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def application():
    for node in pyatspi.Registry.getDesktop(0):
        if node is not None and node.name == "quoin":
            return node
    return None


def find(role, name, begins=False):
    for window in reversed(list(application())):  # the one that opened last
        for node in walk(window):
            if node.getRole() == role and shows(node) and (
                    node.name.startswith(name) if begins else node.name == name):
                return node
    return None


def is_chosen(text):
    """Whether a combo box has this: as its name before Qt 6.5, since then as its selected entry."""
    return any(combo.name == text or
               any(entry.name == text and entry.getState().contains(pyatspi.STATE_SELECTED)
                   for entry in walk(combo))
               for window in application() for combo in walk(window)
               if combo.getRole() == pyatspi.ROLE_COMBO_BOX and shows(combo))


def press(*keys):
    subprocess.run(["xdotool", "key", *keys], check=True)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


def focused(role, name=None):
    """What the last event said has the focus. Popups are in no list of windows, as menus are not."""
    def look():
        at = focus[-1] if focus else None
        if at and at.getRole() == role and name in (None, at.name):
            return at
        return None
    return look


def has_heard(text):
    return lambda: any(text in sentence for sentence in heard)


def on_shown(event):
    if event.detail1 and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
        heard.append(event.source.name)


def on_focus(event):
    if event.detail1:
        focus.append(event.source)


def check_names():
    """Whatever can be pressed, chosen or typed into says what it is."""
    roles = {pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX,
             pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT,
             pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_LIST,
             pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_SPIN_BUTTON,
             pyatspi.ROLE_PROGRESS_BAR, pyatspi.ROLE_PUSH_BUTTON_MENU}
    seen, nameless = 0, []
    for window in application():
        for node in walk(window):
            if node.getRole() not in roles or not shows(node):
                continue
            seen += 1
            if not node.name.strip() or "<qt>" in node.description:
                path, above = [], node
                while above and above.getRole() != pyatspi.ROLE_APPLICATION:
                    path.append(f"{above.getRoleName()} '{above.name}'")
                    above = above.parent
                nameless.append(" in ".join(path))
    return seen, nameless


pyatspi.Registry.registerEventListener(on_shown, "object:state-changed:showing")
pyatspi.Registry.registerEventListener(on_focus, "object:state-changed:focused")
pyatspi.Registry.registerEventListener(lambda event: typed.append(str(event.any_data)),
                                       "object:text-changed")
# Names are kept on this side, and only who listens is told that they have changed.
pyatspi.Registry.registerEventListener(lambda event: None, "object:property-change")
threading.Thread(target=pyatspi.Registry.start, daemon=True).start()
program = subprocess.Popen([PROGRAM, "--demo", "--demo-conversations", "300"])
try:
    # The window tells that it is there, and how whole its list is.
    wait_for("window", lambda: application() and find(pyatspi.ROLE_TABLE, "Conversations"))
    wait_for("word on the list", has_heard("All 300"))
    seen, nameless = check_names()
    assert seen > 15, seen
    assert not nameless, nameless

    # By line.
    press("ctrl+l")
    wait_for("field for lines", focused(pyatspi.ROLE_TEXT, "Line"))
    heard.clear()
    write("paris")
    press("Return", "Escape")
    wait_for("filter that says its line",
             lambda: find(pyatspi.ROLE_PUSH_BUTTON, "Filter Line: Paris", begins=True))
    wait_for("word on the filtered list", has_heard("All "))

    # Select, and hear who has it and whether it is muted or snoozed.
    press("ctrl+f")
    wait_for("field of the search", focused(pyatspi.ROLE_TEXT, "Search"))
    press("Down", "Down")
    cell = wait_for("row with the focus", focused(pyatspi.ROLE_TABLE_CELL))
    row = cell.parent.queryTable()
    index = row.getRowAtIndex(cell.getIndexInParent())
    texts = [row.getAccessibleAt(index, column).name for column in range(row.nColumns)]
    assert "Paris" in texts, texts
    for about in ("Assigned to", "Mute", "Snooze"):
        state = wait_for(f"state of {about}",
                         lambda: find(pyatspi.ROLE_LABEL, about) and
                         [node.description for window in application() for node in walk(window)
                          if node.name == about and shows(node) and node.description])
        print(f"{about}: {state[0]}")

    # Export, and hear what became of it.
    press("ctrl+e")
    name = wait_for("field for the file", lambda: find(pyatspi.ROLE_TEXT, "File"))
    _, nameless = check_names()
    assert not nameless, nameless
    press("Escape")
    wait_for("end of the dialog", lambda: not find(pyatspi.ROLE_TEXT, "File"))
    press("ctrl+comma")
    wait_for("settings", lambda: find(pyatspi.ROLE_LABEL, "Language"))
    _, nameless = check_names()
    assert not nameless, nameless
    press("Escape")
    wait_for("end of the settings", lambda: not find(pyatspi.ROLE_LABEL, "Language"))
    press("ctrl+e")
    name = wait_for("field for the file", lambda: find(pyatspi.ROLE_TEXT, "File"))
    press("Down", "Down")  # the format has the focus at first
    wait_for("format", lambda: is_chosen("CSV"))
    target = FOLDER / "paris.csv"
    name.queryEditableText().setTextContents(str(target))
    heard.clear()
    button = find(pyatspi.ROLE_PUSH_BUTTON, "Export")
    button.queryAction().doAction(0)
    wait_for("word on the export", has_heard("Exported "))
    lines = target.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 2 and all("Paris" in line for line in lines[1:]), lines[:3]

    # A mistake is heard as well.
    heard.clear()
    wait_for("end of the dialog", lambda: not find(pyatspi.ROLE_TEXT, "File"))
    press("ctrl+e")
    name = wait_for("field for the file", lambda: find(pyatspi.ROLE_TEXT, "File"))
    name.queryEditableText().setTextContents(str(target))
    wait_for("button", lambda: find(pyatspi.ROLE_PUSH_BUTTON, "Export")).queryAction().doAction(0)
    wait_for("warning", has_heard("already exists"))
    print("The task was done by ear.")
finally:
    program.terminate()
    program.wait()

# Whoever listens on the bus does not get the key.
typed.clear()
program = subprocess.Popen([PROGRAM])
try:
    wait_for("field for the key", lambda: application() and
             find(pyatspi.ROLE_PASSWORD_TEXT, "API key"))
    wait_for("focus in it", focused(pyatspi.ROLE_PASSWORD_TEXT, "API key"))
    field = find(pyatspi.ROLE_PASSWORD_TEXT, "API key")
    write("zqzqzqzq")
    wait_for("key", lambda: field.queryText().characterCount == 8)
    assert "z" not in field.queryText().getText(0, -1), field.queryText().getText(0, -1)
    press("alt+n")
    wait_for("field for the name", focused(pyatspi.ROLE_TEXT, "Name of the workspace"))
    write("xkxk")
    wait_for("word on what is no secret", lambda: "k" in typed)
    assert not any(letter in text for text in typed for letter in "zq"), typed
    print("The key was not heard.")
finally:
    program.terminate()
    program.wait()
