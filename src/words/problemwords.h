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

// Why what was typed, kept or chosen cannot be used.
namespace words {

QString filterName(quo::QueryField field);
QString problemSentence(const quo::QueryProblem &problem);
// What of a search is not understood.
QString problemSentence(const inbox::SearchProblem &problem);
QString problemSentence(inbox::NumberProblem problem, const QString &typed);
// Why this is no address of the API.
QString problemSentence(quo::BaseUrlProblem problem, const QString &typed);
// Why a key could not be read from the keychain, or is not kept there.
QString keyProblemSentence(const workspace::KeyProblem &problem);
// Why a file was not written, to follow its name and a colon: 'is write-protected'.
QString writeProblemText(const workspace::WriteProblem &problem);
// Why a view's file was not taken.
QString viewProblemSentence(const workspace::ViewFileProblem &problem);
// That this is not the name of a time zone.
QString noZoneSentence(const QString &typed);

} // namespace words
