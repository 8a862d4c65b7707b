// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/phonenumber.h"
#include "inbox/searchquery.h"
#include "quo/baseurl.h"
#include "quo/conversationquery.h"
#include "workspace/atomicfile.h"
#include "workspace/keystore.h"
#include "workspace/viewfile.h"

#include <QString>

// Problems with what was typed, chosen or stored.
namespace words {

QString filterName(quo::QueryField field);
QString problemSentence(const quo::QueryProblem &problem);
// The part of a search that cannot be understood.
QString problemSentence(const inbox::SearchProblem &problem);
QString problemSentence(inbox::NumberProblem problem, const QString &typed);
// Why a text is not the address of an API.
QString problemSentence(quo::BaseUrlProblem problem, const QString &typed);
// Why a key cannot be read from the keychain, or stored there.
QString keyProblemSentence(const workspace::KeyProblem &problem);
// Why a file was not written, to be put after its name and a colon: 'is write-protected'.
QString writeProblemText(const workspace::WriteProblem &problem);
// Why the file of a view was refused.
QString viewProblemSentence(const workspace::ViewFileProblem &problem);
// Says that a text is not the name of a time zone.
QString noZoneSentence(const QString &typed);

} // namespace words
