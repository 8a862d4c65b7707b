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
        return ProblemWords::tr("The file cannot be read: %1").arg(problem.detail);
    case Kind::NotAFile:
        return ProblemWords::tr("This is not a file but a folder, a device or the like.");
    case Kind::TooLarge:
        return ProblemWords::tr("The file is larger than any view is.");
    case Kind::NotJson:
        return ProblemWords::tr("The file is not JSON: %1.").arg(problem.detail);
    case Kind::NotAView:
        return ProblemWords::tr("The file is no view of Quoin’s.");
    case Kind::UnknownVersion:
        return ProblemWords::tr("The view is of version %1, which this Quoin does not know.")
            .arg(problem.detail);
    }
    return {};
}

QString fieldSentence(const workspace::JsonProblem &problem)
{
    using Kind = workspace::JsonProblem::Kind;
    switch (problem.kind) {
    case Kind::MissingField:
        return ProblemWords::tr("‘%1’ is missing.").arg(problem.field);
    case Kind::UnknownField:
        return ProblemWords::tr("‘%1’ is nothing that a view has.").arg(problem.field);
    case Kind::WrongType:
        return ProblemWords::tr("‘%1’ has a wrong type.").arg(problem.field);
    case Kind::BadValue:
        return ProblemWords::tr("‘%1’ cannot be ‘%2’.").arg(problem.field, problem.detail);
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
        return ProblemWords::tr("Quo takes at most 100 lines at once; these are %1.")
            .arg(problem.value);
    case quo::QueryProblem::Kind::Malformed:
        if (problem.field == QueryField::UserId)
            return ProblemWords::tr("‘%1’ is no user: its ID begins with US.").arg(problem.value);
        return ProblemWords::tr(
                   "‘%1’ is no line: neither an ID that begins with PN nor a phone number.")
            .arg(problem.value);
    case quo::QueryProblem::Kind::EmptyRange:
        return ProblemWords::tr("The range is empty: its end is not after its beginning.");
    case quo::QueryProblem::Kind::OutOfRange:
        return ProblemWords::tr("%1 is out of range.").arg(problem.value);
    }
    return {};
}

QString problemSentence(quo::BaseUrlProblem problem, const QString &typed)
{
    switch (problem) {
    case quo::BaseUrlProblem::NotAUrl:
        return ProblemWords::tr("‘%1’ is no base URL; one looks like https://api.quo.com")
            .arg(typed);
    case quo::BaseUrlProblem::Insecure:
        return ProblemWords::tr("‘%1’ is no base URL: it must use https, or http to this machine")
            .arg(typed);
    case quo::BaseUrlProblem::HasUser:
        // The text may contain a password.
        return ProblemWords::tr(
            "the base URL takes no user name and no password: the API key is enough");
    case quo::BaseUrlProblem::HasQuery:
        return ProblemWords::tr("‘%1’ is no base URL: it must end before ‘?’ and ‘#’").arg(typed);
    }
    return {};
}

QString problemSentence(inbox::NumberProblem problem, const QString &typed)
{
    switch (problem) {
    case inbox::NumberProblem::NotANumber:
        return ProblemWords::tr("‘%1’ is neither a phone number nor an ID that begins with PN.")
            .arg(typed);
    case inbox::NumberProblem::NoCountry:
        return ProblemWords::tr("‘%1’ needs its country code: begin with + and the code.")
            .arg(typed);
    case inbox::NumberProblem::TooShort:
        return ProblemWords::tr("‘%1’ is too short for a phone number.").arg(typed);
    case inbox::NumberProblem::TooLong:
        return ProblemWords::tr("‘%1’ is too long for a phone number.").arg(typed);
    case inbox::NumberProblem::Impossible:
        return ProblemWords::tr("‘%1’ cannot be a phone number of its country.").arg(typed);
    }
    return {};
}

QString problemSentence(const inbox::SearchProblem &problem)
{
    switch (problem.kind) {
    case inbox::SearchProblem::Kind::Unfinished:
        return ProblemWords::tr("‘%1’ is not finished.").arg(problem.word);
    case inbox::SearchProblem::Kind::UnknownState: {
        QStringList words;
        for (const inbox::Facet facet : inbox::allFacets)
            words.append(inbox::facetWord(facet));
        return ProblemWords::tr("‘%1’ is no state; there are %2.")
            .arg(problem.word, words.join(QStringLiteral(", ")));
    }
    case inbox::SearchProblem::Kind::BadTime:
        return ProblemWords::tr("‘%1’ is no date; write 2026-01-31, 2026-01, today or yesterday.")
            .arg(problem.word);
    case inbox::SearchProblem::Kind::UnknownMe:
        return ProblemWords::tr("Quoin does not know yet which teammate you are.");
    }
    return {};
}

QString keyProblemSentence(const workspace::KeyProblem &problem)
{
    switch (problem.kind) {
    case workspace::KeyProblem::Kind::NotFound:
        return ProblemWords::tr("The keychain has no key of this workspace.");
    case workspace::KeyProblem::Kind::Denied:
        return ProblemWords::tr("The keychain did not let Quoin in: %1").arg(problem.detail);
    case workspace::KeyProblem::Kind::NoKeychain:
        return ProblemWords::tr("No keychain runs on this computer: %1").arg(problem.detail);
    }
    return {};
}

QString writeProblemText(const workspace::WriteProblem &problem)
{
    switch (problem.kind) {
    case workspace::WriteProblem::Kind::LinkToNothing:
        return ProblemWords::tr("is a link to a file that is not there");
    case workspace::WriteProblem::Kind::NotAFile:
        return ProblemWords::tr("is no file");
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
    return ProblemWords::tr("‘%1’ is no time zone: it takes a name such as Europe/Berlin.")
        .arg(typed);
}

} // namespace words
