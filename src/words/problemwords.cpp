// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/problemwords.h"

#include "inbox/facet.h"

#include <QCoreApplication>

namespace words {

namespace {

using quo::QueryField;

struct ProblemWords
{
    Q_DECLARE_TR_FUNCTIONS(words::ProblemWords)
};

QString noViewSentence(const workspace::ViewProblem &problem)
{
    using Kind = workspace::ViewProblem::Kind;
    switch (problem.kind) {
    case Kind::Unreadable:
        return ProblemWords::tr("Can’t read the file: %1").arg(problem.detail);
    case Kind::NotAFile:
        return ProblemWords::tr("Not a file");
    case Kind::TooLarge:
        return ProblemWords::tr("Too large to be a view");
    case Kind::NotJson:
        return ProblemWords::tr("Not a Quoin view: %1").arg(problem.detail);
    case Kind::NotAView:
        return ProblemWords::tr("Not a Quoin view");
    case Kind::UnknownVersion:
        return ProblemWords::tr("This view needs a newer version of Quoin (view format %1)")
            .arg(problem.detail);
    }
    return {};
}

QString fieldSentence(const workspace::JsonProblem &problem)
{
    using Kind = workspace::JsonProblem::Kind;
    switch (problem.kind) {
    case Kind::MissingField:
        return ProblemWords::tr("“%1” is missing").arg(problem.field);
    case Kind::UnknownField:
        return ProblemWords::tr("Unknown entry “%1”").arg(problem.field);
    case Kind::WrongType:
        return ProblemWords::tr("“%1” has the wrong type").arg(problem.field);
    case Kind::BadValue:
        return ProblemWords::tr("“%1” can’t be “%2”").arg(problem.field, problem.detail);
    }
    return {};
}

} // namespace

QString filterName(QueryField field)
{
    switch (field) {
    case QueryField::PhoneNumbers:
        return ProblemWords::tr("Line");
    case QueryField::UserId:
        return ProblemWords::tr("Quo user");
    case QueryField::CreatedAfter:
        return ProblemWords::tr("Created from");
    case QueryField::CreatedBefore:
        return ProblemWords::tr("Created to");
    case QueryField::UpdatedAfter:
        return ProblemWords::tr("Changed from");
    case QueryField::UpdatedBefore:
        return ProblemWords::tr("Changed to");
    case QueryField::ExcludeInactive:
        return ProblemWords::tr("Active only");
    case QueryField::MaxResults:
        return ProblemWords::tr("Page size");
    case QueryField::PageToken:
        return ProblemWords::tr("Page");
    }
    return {};
}

QString problemSentence(const quo::QueryProblem &problem)
{
    switch (problem.kind) {
    case quo::QueryProblem::Kind::TooMany:
        return ProblemWords::tr("Choose at most 100 lines; these are %1").arg(problem.value);
    case quo::QueryProblem::Kind::Malformed:
        if (problem.field == QueryField::UserId)
            return ProblemWords::tr("“%1” isn’t a user ID (US…)").arg(problem.value);
        return ProblemWords::tr("“%1” isn’t a line or number. Try +14155550100 or PN…")
            .arg(problem.value);
    case quo::QueryProblem::Kind::EmptyRange:
        return ProblemWords::tr("The end must be after the start");
    case quo::QueryProblem::Kind::OutOfRange:
        return ProblemWords::tr("%1 is out of range").arg(problem.value);
    }
    return {};
}

QString problemSentence(quo::BaseUrlProblem problem, const QString &typed)
{
    switch (problem) {
    case quo::BaseUrlProblem::NotAUrl:
        return ProblemWords::tr("“%1” isn’t a base URL. Try https://api.quo.com").arg(typed);
    case quo::BaseUrlProblem::Insecure:
        return ProblemWords::tr("“%1” isn’t a secure base URL. Use https, or http to this computer")
            .arg(typed);
    case quo::BaseUrlProblem::HasUser:
        // The text may contain a password.
        return ProblemWords::tr(
            "The base URL must not contain a user name or password. The API key is enough");
    case quo::BaseUrlProblem::HasQuery:
        return ProblemWords::tr("“%1” isn’t a base URL. Leave out “?”, “#” and what follows")
            .arg(typed);
    }
    return {};
}

QString problemSentence(inbox::NumberProblem problem, const QString &typed)
{
    switch (problem) {
    case inbox::NumberProblem::NotANumber:
        return ProblemWords::tr("“%1” isn’t a line or number. Try +14155550100 or PN…").arg(typed);
    case inbox::NumberProblem::NoCountry:
        return ProblemWords::tr("“%1” needs a country code, such as +1").arg(typed);
    case inbox::NumberProblem::TooShort:
        return ProblemWords::tr("“%1” is too short for a phone number").arg(typed);
    case inbox::NumberProblem::TooLong:
        return ProblemWords::tr("“%1” is too long for a phone number").arg(typed);
    case inbox::NumberProblem::Impossible:
        return ProblemWords::tr("“%1” isn’t a valid number in its country").arg(typed);
    }
    return {};
}

QString problemSentence(const inbox::SearchProblem &problem)
{
    switch (problem.kind) {
    case inbox::SearchProblem::Kind::Unfinished:
        return ProblemWords::tr("“%1” isn’t finished").arg(problem.word);
    case inbox::SearchProblem::Kind::UnknownState: {
        QStringList words;
        for (const inbox::Facet facet : inbox::allFacets)
            words.append(inbox::facetWord(facet));
        return ProblemWords::tr("“%1” isn’t a state. Try %2")
            .arg(problem.word, words.join(QStringLiteral(", ")));
    }
    case inbox::SearchProblem::Kind::BadTime:
        return ProblemWords::tr("“%1” isn’t a date. Try 2026-01-31, today or 3d").arg(problem.word);
    case inbox::SearchProblem::Kind::UnknownMe:
        return ProblemWords::tr("Quoin doesn’t know yet which teammate you are");
    }
    return {};
}

QString keyProblemSentence(const workspace::KeyProblem &problem)
{
    switch (problem.kind) {
    case workspace::KeyProblem::Kind::NotFound:
        return ProblemWords::tr("No key for this workspace in the keychain.");
    case workspace::KeyProblem::Kind::Denied:
        return ProblemWords::tr("The keychain denied access (%1).").arg(problem.detail);
    case workspace::KeyProblem::Kind::NoKeychain:
        return ProblemWords::tr("No keychain found (%1).").arg(problem.detail);
    }
    return {};
}

QString writeProblemText(const workspace::WriteProblem &problem)
{
    switch (problem.kind) {
    case workspace::WriteProblem::Kind::LinkToNothing:
        return ProblemWords::tr("links to a missing file");
    case workspace::WriteProblem::Kind::NotAFile:
        return ProblemWords::tr("isn’t a file");
    case workspace::WriteProblem::Kind::WriteProtected:
        return ProblemWords::tr("is write-protected");
    case workspace::WriteProblem::Kind::Failed:
        return problem.detail;
    }
    return {};
}

QString viewProblemSentence(const workspace::ViewFileProblem &problem)
{
    if (const auto *field = std::get_if<workspace::JsonProblem>(&problem))
        return fieldSentence(*field);
    return noViewSentence(std::get<workspace::ViewProblem>(problem));
}

QString noZoneSentence(const QString &typed)
{
    return ProblemWords::tr("Unknown time zone “%1”. Try Europe/Berlin").arg(typed);
}

} // namespace words
