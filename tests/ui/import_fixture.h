// A file of rows, and the import wizard that reads it, in the real window.
#pragma once
#include "tests/ui/record_fixture.h"
#include "ui/exchange/import_page.h"
#include <QAbstractItemView>
#include <QFile>
#include <QTemporaryDir>

namespace crm::test {

class ImportWizard : public RecordTest
{
protected:
    QString file(const QString &name, const QByteArray &content)
    {
        QFile f(m_files.filePath(name));
        EXPECT_TRUE(f.open(QIODevice::WriteOnly));
        f.write(content);
        return f.fileName();
    }
    ImportPage &page()
    {
        auto *page = qobject_cast<ImportPage *>(window->tabs().currentPage());
        if (!page)
            throw std::runtime_error("no import page is open");
        return *page;
    }
    /// The wizard with a file that has been read, or refused.
    ImportPage &begin(const QString &entity, const QString &path)
    {
        window->openKey(QStringLiteral("import/") + entity);
        page().open(path);
        EXPECT_TRUE(settle());
        return page();
    }
    void goOn()
    {
        ASSERT_TRUE(page().nextButton()->isEnabled());
        page().nextButton()->click();
        ASSERT_TRUE(settle());
    }
    /// From the file to the check.
    ImportPage &tried(const QString &entity, const QString &path)
    {
        begin(entity, path);
        goOn();
        goOn();
        return page();
    }
    QByteArray clients(int rows)
    {
        QByteArray csv = "Name,Phone\n";
        for (int i = 0; i < rows; ++i)
            csv += QStringLiteral("Client %1,%2\n").arg(i).arg(1000 + i).toUtf8();
        return csv;
    }
    QString text(QAbstractItemView *view, int row, int column)
    {
        return view->model()->index(row, column).data().toString();
    }

private:
    QTemporaryDir m_files;
};

} // namespace crm::test
