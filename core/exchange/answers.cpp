#include "core/exchange/answers.h"
#include "core/exchange/stored_file.h"
#include "core/model/data_size.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Answers)
};

// A file comes from anybody: none of it may be larger than a person would fill in.
constexpr qsizetype largestFile = 100 * 1024 * 1024; ///< bytes
constexpr int mostAnswers = 1000, mostFiles = 20, longestAnswer = 20'000, longestQuestion = 500, longestName = 255;
constexpr int knownVersion = 1;

QString cut(const QString &text, int most)
{
    QString shorter = text.left(most);
    if (!shorter.isEmpty() && shorter.back().isHighSurrogate())
        shorter.chop(1);
    return shorter.remove(QChar(0));
}

[[noreturn]] void refuse(const QString &sentence) { throw Error(ErrorKind::Validation, sentence); }

/// What the answer says now; where the record no longer knows it, the text that the page has written beside it.
QString textOf(const Question &question, const QJsonObject &answer, const QLocale &locale)
{
    QString fault;
    const QVariant value = fromJson(question.field, answer.value(QStringLiteral("value")), {}, &fault);
    const bool known = fault.isEmpty() && !isChoiceKind(question.field.kind());
    const QString text = answer.value(QStringLiteral("text")).toString();
    return known ? displayText(question.field, value, {locale, {}, {}}) : text;
}

QList<AnsweredFile> filesIn(const QJsonObject &content)
{
    QList<AnsweredFile> files;
    const QJsonArray all = content.value(QStringLiteral("attached")).toArray();
    if (all.size() > mostFiles)
        refuse(Tr::tr("There are %1 files in these answers; at most %2 are taken.").arg(all.size()).arg(mostFiles));
    for (const QJsonValue &one : all) {
        const QString name =
            cut(one[QStringLiteral("name")].toString().section(u'/', -1).section(u'\\', -1), longestName);
        const auto decoded = QByteArray::fromBase64Encoding(one[QStringLiteral("content")].toString().toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            refuse(Tr::tr("The file “%1” in these answers is damaged. Ask for it again.").arg(name));
        files.append({name.trimmed().isEmpty() ? QStringLiteral("file") : name, *decoded});
    }
    return files;
}

/// What a record is called that was made of the same answers; empty: there is none that can be seen.
QString takenBefore(Repository &repository, const QString &into, const QString &submission)
{
    Query query(into);
    query.filter = Filter::where(QStringLiteral("submission"), Op::Equal, submission);
    query.columns = QStringList{QStringLiteral("id")};
    const Page page = repository.page(query, {PageAt::First, {}, 0, 1});
    return page.rows.isEmpty() ? QString() : repository.load(into, page.rows.first().id).head().title();
}

void addLines(const Catalog &catalog, const Questionnaire &how, const Answers &answers, Document &into)
{
    for (const Answer &a : answers.list) {
        Record line(catalog.at(how.answers), newId());
        line.set(QStringLiteral("question"), cut(a.question, longestQuestion));
        line.set(QStringLiteral("answer"), cut(a.answer, longestAnswer));
        line.set(QStringLiteral("meaning"), a.meaning.isEmpty() ? QVariant() : a.meaning);
        into.lines(how.answers).append(line);
    }
}

void attach(Repository &repository, const Document &to, const QList<AnsweredFile> &files)
{
    const Entity *kind = filesOf(*repository.catalog(), to.entity());
    for (const AnsweredFile &file : files) {
        if (!kind)
            return;
        QBuffer content;
        content.setData(file.content);
        content.open(QIODevice::ReadOnly);
        storeFile(repository, *kind, file.name, content,
                  {{QStringLiteral("parent_entity"), to.entity().key()}, {QStringLiteral("parent_id"), to.id()}});
    }
}
} // namespace

QList<Answer> answersOf(const Questions &questions, const AnswerValues &values, const QLocale &locale)
{
    QList<Answer> list;
    for (int i = 0; i < questions.size(); ++i) {
        const Field &f = questions[i].field;
        if (!isEmptyValue(values.value(i)) && isAsked(questions, values, i))
            list.append({f.label().text(), displayText(f, values[i], {locale, {}, {}}), questions[i].meaning});
    }
    return list;
}

AnswerFile readAnswerFile(const QByteArray &bytes)
{
    if (bytes.size() > largestFile)
        refuse(Tr::tr("The file is too large to be answers: more than %1.").arg(dataSize(largestFile, QLocale(), 0)));
    const QJsonObject content = QJsonDocument::fromJson(bytes).object();
    if (content.value(QStringLiteral("format")).toString() != QLatin1String("mycrm-answers"))
        refuse(Tr::tr("This is no file of answers. Choose the file that the page has saved."));
    if (content.value(QStringLiteral("version")).toInt() > knownVersion)
        refuse(Tr::tr("These answers come from a later version of the program. Update the program first."));
    return {content.value(QStringLiteral("asks")).toString(),
            content.value(QStringLiteral("id")).toString().toLongLong(), content};
}

Answers answersIn(const AnswerFile &file, const Document &asker, const QLocale &locale)
{
    const Questions questions = questionsOf(asker);
    const QJsonArray all = file.content.value(QStringLiteral("answers")).toArray();
    if (all.size() > mostAnswers)
        refuse(Tr::tr("There are %1 answers in this file; at most %2 are taken.").arg(all.size()).arg(mostAnswers));
    Answers answers;
    for (const QJsonValue &one : all) {
        const QJsonObject answer = one.toObject();
        const QString key = answer.value(QStringLiteral("key")).toString();
        const auto known =
            std::find_if(questions.begin(), questions.end(), [&](const Question &q) { return q.key == key; });
        Answer a = known != questions.end()
                       ? Answer{known->field.label().text(), textOf(*known, answer, locale), known->meaning}
                       : Answer{answer.value(QStringLiteral("question")).toString(),
                                answer.value(QStringLiteral("text")).toString()};
        if (!a.answer.trimmed().isEmpty() && !a.question.trimmed().isEmpty())
            answers.list.append(a);
    }
    answers.submission = cut(file.content.value(QStringLiteral("submission")).toString(), 100);
    answers.captchaToken = cut(file.content.value(QStringLiteral("captcha_token")).toString(), 4000);
    answers.filledAt =
        QDateTime::fromString(file.content.value(QStringLiteral("filled_at")).toString(), Qt::ISODateWithMs);
    answers.files = filesIn(file.content);
    return answers;
}

Saved takeAnswers(Repository &repository, const Document &asker, const Answers &answers, const QVariantMap &values)
{
    const Questionnaire how = questionnaireOf(asker.entity().key());
    if (!how.open.isEmpty() && !asker.head().flag(how.open))
        refuse(Tr::tr("“%1” takes no answers now. Open it again first.").arg(asker.head().title()));
    if (answers.list.isEmpty())
        refuse(Tr::tr("Nothing has been answered."));
    const auto catalog = repository.catalog();
    Document into{Record(catalog->at(how.into), newId())};
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        into.set(it.key(), it.value());
    into.set(how.trail, asker.id());
    into.set(QStringLiteral("submission"),
             answers.submission.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : answers.submission);
    into.set(QStringLiteral("captcha_token"), answers.captchaToken.isEmpty() ? QVariant() : answers.captchaToken);
    into.set(QStringLiteral("filled_at"),
             answers.filledAt.isValid() ? answers.filledAt.toUTC() : QDateTime::currentDateTimeUtc());
    addLines(*catalog, how, answers, into);
    Saved saved;
    repository.atomically([&] {
        if (const QString before = takenBefore(repository, how.into, into.head().text("submission")); !before.isEmpty())
            refuse(Tr::tr("These answers have been taken already: %1.").arg(before));
        saved = repository.save(into);
        attach(repository, saved.document, answers.files);
    });
    return saved;
}

Saved takeAnswerFile(Repository &repository, const QString &path, const QLocale &locale)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(ErrorKind::NotFound, Tr::tr("“%1” cannot be read: %2").arg(path, file.errorString()));
    return takeAnswers(repository, file.read(largestFile + 1), locale); // of a larger one no more than says that it is
}

Saved takeAnswers(Repository &repository, const QByteArray &bytes, const QLocale &locale)
{
    const AnswerFile file = readAnswerFile(bytes);
    if (!questionnaireOf(file.entity).isSet())
        refuse(Tr::tr("These answers belong to nothing that this program asks."));
    const QList<Document> found = repository.loadMany(file.entity, {file.asker});
    if (found.isEmpty())
        throw Error(ErrorKind::NotFound, Tr::tr("What these answers belong to is not in this database, or you may not "
                                                "see it. Ask an administrator."));
    return takeAnswers(repository, found.first(), answersIn(file, found.first(), locale));
}

} // namespace crm
