// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/phonenumber.h"
#include "inbox/searchquery.h"
#include "quo/apierror.h"
#include "quo/baseurl.h"
#include "quo/conversationquery.h"
#include "workspace/atomicfile.h"
#include "workspace/keystore.h"
#include "workspace/settingsfile.h"
#include "workspace/viewfile.h"

#include <QString>

// What went wrong, in sentences for people who want to go on.
namespace words {

// 'rate limited': what stopped the list, for the middle of a sentence.
QString errorName(const quo::ApiError &error);
// What went wrong, and what the user can do about it.
QString errorSentence(const quo::ApiError &error);
// Message, code and trace as the API gave them, for those who ask Quo's support; without the
// message where errorSentence() has it.
QString errorDetail(const quo::ApiError &error);

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
// What became of a settings file that was not understood.
QString setAsideSentence(const workspace::SettingsFile::SetAside &aside);
// Which settings could not be read, by their keys in the file.
QString unreadableSentence(const QStringList &settings);
// That settings do not survive the end of the program.
QString unwritableSentence(const QString &fileName);
// That the program did not end by itself the last time; what was shown is shown again, or is not
// since that has crashed too.
QString crashSentence(bool isRestored);
// That this is not the name of a time zone.
QString noZoneSentence(const QString &typed);

} // namespace words
