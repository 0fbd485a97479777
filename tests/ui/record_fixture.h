// Record pages and lists of a real window, and a second person at work on the same file.
#pragma once
#include "tests/ui/shell_fixture.h"
#include "ui/records/field_editor.h"
#include "ui/records/line_grid.h"
#include "ui/records/record_field.h"
#include "ui/records/record_form.h"
#include "ui/records/record_page.h"
#include "ui/style/widgets.h"
#include <QLineEdit>
#include <QPushButton>

namespace crm::test {

class RecordTest : public WindowTest
{
protected:
    void SetUp() override
    {
        WindowTest::SetUp();
        qputenv("XDG_DATA_HOME", settingsFolder().toUtf8()); // drafts
    }
    void TearDown() override
    {
        m_reader.reset();
        WindowTest::TearDown();
        qunsetenv("XDG_DATA_HOME");
    }

    RecordPage &record(const QString &entity, Id id)
    {
        window->openRecord(entity, id);
        EXPECT_TRUE(settle());
        return current();
    }
    RecordPage &fresh(const QString &entity, const QVariantMap &preset = {})
    {
        window->newRecord(entity, preset);
        EXPECT_TRUE(settle());
        return current();
    }
    RecordPage &current()
    {
        auto *page = qobject_cast<RecordPage *>(window->tabs().currentPage());
        if (!page)
            throw std::runtime_error("no record page is open");
        return *page;
    }
    static RecordField &field(RecordPage &page, const char *key)
    {
        RecordField *found = page.form()->fieldFor(QString::fromLatin1(key));
        if (!found)
            throw std::runtime_error(std::string("no such field on the form: ") + key);
        return *found;
    }
    static QLineEdit &line(RecordPage &page, const char *key)
    {
        auto *edit = qobject_cast<QLineEdit *>(field(page, key).editor()->control());
        if (!edit)
            throw std::runtime_error(std::string("not edited in a line: ") + key);
        return *edit;
    }
    /// Types over what stands there, as a person who has clicked into the field and selected all.
    static void type(RecordPage &page, const char *key, const QString &text)
    {
        QLineEdit &edit = line(page, key);
        edit.setFocus();
        edit.selectAll();
        if (text.isEmpty())
            QTest::keyClick(&edit, Qt::Key_Delete);
        else
            for (const QChar c : text) // keyClicks() knows ASCII alone
                QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void pressSave() { press(Qt::Key_S, Qt::ControlModifier); }
    /// Ctrl+S, and everything it brings about.
    bool saveAll(RecordPage &page)
    {
        pressSave();
        return waitUntil([&] { return !page.hasUnsavedChanges() && page.isIdle(); });
    }
    static Banner &banner(RecordPage &page) { return *page.findChild<Banner *>(QString(), Qt::FindDirectChildrenOnly); }

    Document stored(const QString &entity, Id id)
    {
        if (!m_reader)
            m_reader = database->asSystem(); // kept: documents stand on its catalog
        return m_reader->load(entity, id);
    }
    /// What somebody else does meanwhile.
    void storeElsewhere(const QString &entity, Id id, const char *key, const QVariant &value)
    {
        auto repository = database->asSystem();
        Document document = repository->load(entity, id);
        document.set(QString::fromLatin1(key), value);
        repository->save(document);
    }
    qint64 count(const QString &entity) { return database->asSystem()->totals(Query(entity), {}).count; }

private:
    std::unique_ptr<Repository> m_reader;
};

} // namespace crm::test
