// Briefs in the window: filled in, looked at, saved as a page, and answers read from files.
#include "core/exchange/questions.h"
#include "tests/ui/record_fixture.h"
#include "ui/records/choice_editor.h"
#include "ui/records/question_actions.h"
#include "ui/records/questions_dialog.h"
#include "ui/shell/prompts.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace crm;
using namespace crm::test;

namespace {
QString S(const char *text) { return QString::fromUtf8(text); }

class QuestionsWindow : public RecordTest
{
protected:
    Document brief()
    {
        auto repository = database->asSystem();
        Document d{Record(repository->catalog()->at(S("briefs")), newId())};
        d.set(S("name"), S("Site"));
        const QList<QVariantMap> lines{
            {{S("question"), S("Company")}, {S("meaning"), S("company")}, {S("required"), true}},
            {{S("question"), S("Shop?")}, {S("kind"), S("bool")}},
            {{S("question"), S("Goods")},
             {S("kind"), S("decimal")},
             {S("required"), true},
             {S("only_if"), S("Shop?")}}};
        for (const QVariantMap &values : lines) {
            Record line(repository->catalog()->at(S("brief_questions")), newId());
            for (auto it = values.cbegin(); it != values.cend(); ++it)
                line.set(it.key(), it.value());
            d.lines(S("brief_questions")).append(line);
        }
        const Id id = repository->save(d).document.id();
        return repository->load(S("briefs"), id);
    }
    qint64 requests() { return database->asSystem()->totals(Query(S("requests")), {}).count; }
    static void answer(QuestionsDialog &dialog, int question, const QVariant &value)
    {
        dialog.field(question)->editor()->setValue(value);
        Q_EMIT dialog.field(question)->editor()->edited();
    }
    QString write(const char *name, const QByteArray &content)
    {
        const QString path = QDir(settingsFolder()).filePath(S(name));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path;
    }
};

TEST_F(QuestionsWindow, AFilledInBriefBecomesARequestThatIsOpened)
{
    const Document asker = brief();
    open();
    QuestionsDialog dialog(*window, asker, QuestionsDialog::Fill, window.get());
    dialog.show();
    EXPECT_FALSE(dialog.field(2)->isVisible());
    dialog.accept();
    EXPECT_FALSE(dialog.field(0)->fault().isEmpty());
    EXPECT_TRUE(dialog.isVisible());
    answer(dialog, 0, S("Vector"));
    answer(dialog, 1, true);
    EXPECT_TRUE(dialog.field(2)->isVisible());
    dialog.accept();
    EXPECT_FALSE(dialog.field(2)->fault().isEmpty());
    answer(dialog, 2, qint64(12'00));
    dialog.accept();
    ASSERT_TRUE(waitUntil([&] { return !dialog.isVisible(); }));
    ASSERT_TRUE(waitUntil([&] { return window->tabs().currentPage() != nullptr; }));
    ASSERT_TRUE(settle());
    EXPECT_TRUE(current().key().startsWith(S("record/requests/")));
    EXPECT_EQ(line(current(), "company").text(), S("Vector"));
    EXPECT_EQ(requests(), 1);
}

TEST_F(QuestionsWindow, APreviewChecksAndKeepsNothing)
{
    const Document asker = brief();
    open();
    QuestionsDialog dialog(*window, asker, QuestionsDialog::Preview, window.get());
    dialog.show();
    answer(dialog, 0, S("Vector"));
    dialog.accept();
    EXPECT_TRUE(dialog.isVisible()) << "it says that nothing is missing, and stays";
    dialog.reject();
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_EQ(requests(), 0);
}

TEST_F(QuestionsWindow, WhatIsFilledInIsNotDroppedWithoutAQuestion)
{
    const Document asker = brief();
    open();
    QuestionsDialog dialog(*window, asker, QuestionsDialog::Fill, window.get());
    dialog.show();
    answer(dialog, 0, S("Vector"));
    Prompts::setNextAnswer(Prompts::Cancel);
    dialog.reject();
    EXPECT_TRUE(dialog.isVisible());
    Prompts::setNextAnswer(Prompts::Yes);
    dialog.reject();
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(QuestionsWindow, ThePageOfABriefSavesItAsAPage)
{
    const Document asker = brief();
    open();
    RecordPage &page = record(S("briefs"), asker.id());
    QStringList texts;
    QPushButton *save = nullptr;
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        texts << button->text();
        if (button->text() == S("Save as a page..."))
            save = button;
    }
    EXPECT_TRUE(texts.contains(S("Fill in"))) << texts.join(S(", ")).toStdString();
    EXPECT_TRUE(texts.contains(S("Preview")));
    ASSERT_TRUE(save);
    const QString path = QDir(settingsFolder()).filePath(S("site.html"));
    Prompts::setNextFile(path);
    save->click();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("Company"));
}

TEST_F(QuestionsWindow, AnswersAreReadFromAFileAndWhatIsNoneIsSaid)
{
    const Document asker = brief();
    open();
    const QJsonObject content{{S("format"), S("mycrm-answers")},
                              {S("version"), 1},
                              {S("asks"), S("briefs")},
                              {S("id"), QString::number(asker.id())},
                              {S("submission"), S("one")},
                              {S("answers"), QJsonArray{QJsonObject{{S("key"), questionsOf(asker).first().key},
                                                                    {S("value"), S("Vector")},
                                                                    {S("text"), S("Vector")}}}}};
    Prompts::setNextFile(write("answers.json", QJsonDocument(content).toJson()));
    readAnswers(*window);
    ASSERT_TRUE(waitUntil([&] {
        const auto *page = window->tabs().currentPage();
        return page && page->key().startsWith(S("record/requests/"));
    }));
    EXPECT_EQ(requests(), 1);
    Prompts::takeAsked();
    Prompts::setNextFile(write("letter.txt", "hello"));
    Prompts::setNextAnswer(Prompts::Yes);
    readAnswers(*window);
    ASSERT_TRUE(waitUntil([&] { return Prompts::takeAsked().contains(S("Not taken")); }));
    EXPECT_EQ(requests(), 1);
}
} // namespace
