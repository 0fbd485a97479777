#include "core/exchange/question_page.h"
#include "core/exchange/file_name.h"
#include "core/exchange/paper_template.h"
#include "core/model/format.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::QuestionPage)
};

QJsonObject words()
{
    return {{"yes", Tr::tr("Yes")},
            {"save", Tr::tr("Save the answers")},
            {"attach", Tr::tr("Files, if there are any")},
            {"missing", Tr::tr("Please fill this in.")},
            {"email", Tr::tr("Write an e-mail address like name@example.com.")},
            {"number", Tr::tr("Write a number like 1500 or 1500.50.")},
            {"date", Tr::tr("Choose a date.")},
            {"time", Tr::tr("Write a time like 09:30.")},
            {"url", Tr::tr("Write an address like https://example.com.")},
            {"large", Tr::tr("These files are too large: 20 files of 20 MB together are the most.")},
            {"saved", Tr::tr("Your answers are in the file “%1” among your downloads.")},
            {"send", Tr::tr("Send this file to")}};
}

QJsonObject asked(const Question &question)
{
    QJsonArray choices;
    for (const Choice &c : question.field.choices())
        choices.append(QJsonObject{{"key", c.key}, {"label", c.label.text()}});
    return {{"key", question.key},
            {"kind", kindName(question.field.kind())},
            {"label", question.field.label().text()},
            {"hint", question.field.helpText().text()},
            {"group", question.field.groupLabel().text()},
            {"required", question.field.isRequired()},
            {"choices", choices},
            {"onlyIf", question.onlyIf}};
}

QJsonArray questionsAsJson(const Questions &questions)
{
    QJsonArray all;
    for (const Question &q : questions) {
        QJsonObject one = asked(q);
        QJsonArray answers;
        for (const QVariant &wanted : q.answers) {
            const Field &other = questions[q.onlyIf].field;
            answers.append(other.kind() == Kind::Choices ? QJsonValue(wanted.toString()) : toJson(other, wanted, {}));
        }
        one.insert(QStringLiteral("answers"), answers);
        all.append(one);
    }
    return all;
}

/// JSON inside of HTML: nothing in it ends the element that it stands in.
QString embedded(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))
        .replace(u'<', QStringLiteral("\\u003c"))
        .replace(QChar(0x2028), QStringLiteral("\\u2028"))
        .replace(QChar(0x2029), QStringLiteral("\\u2029"));
}

QString textOf(const Document &asker, const QString &field)
{
    return field.isEmpty() ? QString() : asker.head().text(field);
}
} // namespace

QString questionFileName(const Document &asker) { return fittingName(asker.head().title()); }

QString questionPage(const Document &asker, const QLocale &locale)
{
    const Questionnaire how = questionnaireOf(asker.entity().key());
    const Questions questions = questionsOf(asker);
    if (questions.isEmpty())
        throw Error(ErrorKind::Validation,
                    Tr::tr("“%1” asks nothing yet. Write down a question.").arg(asker.head().title()));
    QJsonObject data{{"asks", asker.entity().key()},
                     {"id", QString::number(asker.id())},
                     {"title", asker.head().title()},
                     {"fileName", questionFileName(asker)},
                     {"thanks", textOf(asker, how.thanks)},
                     {"sendTo", textOf(asker, how.sendTo)},
                     {"takesFiles", !how.files.isEmpty() && asker.head().flag(how.files)},
                     {"words", words()},
                     {"questions", questionsAsJson(questions)}};
    PaperData page{PaperData::type::object};
    page.set("lang", locale.name().section(u'_', 0, 0).toStdString());
    page.set("dir", std::string(locale.textDirection() == Qt::RightToLeft ? "rtl" : "ltr"));
    page.set("title", asker.head().title().toStdString());
    page.set("intro", paperText(textOf(asker, how.intro)));
    page.set("noscript",
             Tr::tr("Please allow scripts on this page: it asks its questions with them and sends nothing anywhere.")
                 .toStdString());
    page.set("data", embedded(data).toStdString());
    return renderPaper({.locale = locale, .layout = {}}, QStringLiteral("questions"), page);
}

} // namespace crm
