// Answers to the questions of a record (core/exchange/questions.h): given in the program, or read from the file that a
// page in a browser has written (core/exchange/question_page.h). They become a record with a line for each answer.
//
//     const Saved request = takeAnswers(repository, brief, {answersOf(questions, values, locale)});
//     const Saved other = takeAnswerFile(repository, "Web site.json", locale);
//
// Thread: the repository's.
#pragma once
#include "core/exchange/questions.h"
#include "core/store/repository.h"
#include <QJsonObject>
#include <QLocale>

namespace crm {

struct Answer
{
    QString question; ///< as it was read
    QString answer;   ///< as people read it
    QString meaning = {};
};

struct AnsweredFile
{
    QString name;
    QByteArray content;
};

struct Answers
{
    QList<Answer> list;
    QString submission = {};   ///< unlike every other; empty: a fresh one
    QDateTime filledAt = {};   ///< UTC; invalid: now
    QString captchaToken = {}; ///< what a page of the web got from reCAPTCHA, to be verified by whoever has the secret
    QList<AnsweredFile> files = {};
};

/// What has been answered to what has been asked, in order.
CRM_CORE QList<Answer> answersOf(const Questions &questions, const AnswerValues &values, const QLocale &locale);

/// A file of answers as it was read. What the record no longer asks, or no longer offers, is kept as its text.
struct AnswerFile
{
    QString entity; ///< whose record asked: "briefs"
    Id asker = 0;
    QJsonObject content;
};
/// Throws Validation for what is no file of answers, of a later version, or too large.
CRM_CORE AnswerFile readAnswerFile(const QByteArray &bytes);
CRM_CORE Answers answersIn(const AnswerFile &file, const Document &asker, const QLocale &locale);

/// Makes the record, files attached, in one transaction. Throws Validation when the record takes no answers (now), or
/// these have been taken before; what the repository throws. @param values of the new record, e.g. its client
CRM_CORE Saved takeAnswers(Repository &repository, const Document &asker, const Answers &answers,
                           const QVariantMap &values = {});
/// All of the above for one file. Throws also NotFound when the record that asked is not in this database.
CRM_CORE Saved takeAnswers(Repository &repository, const QByteArray &bytes, const QLocale &locale);
CRM_CORE Saved takeAnswerFile(Repository &repository, const QString &path, const QLocale &locale);

} // namespace crm
