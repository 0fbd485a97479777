// Export from a list of the real window: what, which columns, which format; cancelled, refused, without the right.
#include "core/exchange/import_sample.h"
#include "tests/ui/record_fixture.h"
#include "ui/exchange/export_dialog.h"
#include "ui/exchange/export_run.h"
#include "ui/exchange/list_exchange.h"
#include "ui/records/list_page.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/work_strip.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QMenu>
#include <QRadioButton>

using namespace crm;
using namespace crm::test;

namespace {

class ExportWindow : public RecordTest
{
protected:
    ListPanel &list(const QString &entity)
    {
        window->openKey(QStringLiteral("list/") + entity);
        EXPECT_TRUE(settle());
        return *qobject_cast<ListPage *>(window->tabs().currentPage())->panel();
    }
    QString path(const QString &name) const { return m_files.filePath(name); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool ended()
    {
        return waitUntil([this] { return !window->statusBar().findChild<WorkStrip *>(); }, 60000);
    }

private:
    QTemporaryDir m_files;
};

} // namespace

TEST_F(ExportWindow, writesWhatTheListShows)
{
    make("clients", "Roses");
    make("clients", "Tulips");
    open();
    ListPanel &panel = list("clients");
    Query query("clients");
    query.filter = Filter::where("name", Op::Equal, "Roses");
    panel.showQuery(query);
    ASSERT_TRUE(waitUntil([&] { return panel.model()->rowCount() == 1; }));
    QSettings().setValue("export/format", "csv");
    Prompts::setNextAnswer(Prompts::Yes);
    Prompts::setNextFile(path("out.csv"));
    panel.exchange()->exportRows();
    ASSERT_TRUE(ended());
    const QByteArray csv = read(path("out.csv"));
    EXPECT_TRUE(csv.contains("Roses"));
    EXPECT_FALSE(csv.contains("Tulips"));
    EXPECT_TRUE(csv.startsWith("\xEF\xBB\xBFid")) << csv.constData();
}

TEST_F(ExportWindow, writesTheSelectionAsAWorkbook)
{
    for (int i = 0; i < 5; ++i)
        make("clients", QStringLiteral("Client %1").arg(i));
    open();
    ListPanel &panel = list("clients");
    ASSERT_TRUE(waitUntil([&] { return panel.model()->rowCount() == 5; }));
    panel.table()->selectionModel()->select(QItemSelection(panel.model()->index(1, 0), panel.model()->index(2, 0)),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QSettings().setValue("export/format", "xlsx");
    Prompts::setNextAnswer(Prompts::Yes);
    Prompts::setNextFile(path("out")); // the ending is added
    panel.exchange()->exportRows();
    ASSERT_TRUE(waitUntil([&] { return QFile::exists(path("out.xlsx")); }));
    ASSERT_TRUE(ended());
    QFile file(path("out.xlsx"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const ImportSample sample = sampleOf(file, {});
    ASSERT_EQ(sample.rows.size(), 2);
    EXPECT_TRUE(sample.rows[0].cells.contains("Client 1"));
    EXPECT_TRUE(sample.rows[1].cells.contains("Client 2"));
}

TEST_F(ExportWindow, offersWhatFits)
{
    open();
    ExportScope scope;
    scope.query = Query("contacts");
    scope.query.columns = {"name"};
    ExportDialog dialog(*window, scope, window.get());
    EXPECT_FALSE(dialog.what(ExportRequest::Selection)->isEnabled());
    EXPECT_TRUE(dialog.what(ExportRequest::Shown)->isChecked());
    EXPECT_EQ(dialog.format()->count(), 4);
    dialog.format()->setCurrentIndex(dialog.format()->findData(int(ExportOptions::VCard)));
    EXPECT_TRUE(dialog.columns()->isHidden() || dialog.columns()->parentWidget()->isHidden());
    EXPECT_TRUE(dialog.request().query.columns.isEmpty());
    dialog.format()->setCurrentIndex(dialog.format()->findData(int(ExportOptions::Xlsx)));
    EXPECT_EQ(dialog.request().query.columns, QStringList({"id", "name"}));
    dialog.forPeople()->setChecked(true);
    EXPECT_EQ(dialog.request().query.columns, QStringList{"name"});
    dialog.what(ExportRequest::Everything)->setChecked(true);
    EXPECT_TRUE(dialog.request().query.filter.isNone());
}

TEST_F(ExportWindow, leavesTheOldFileWhenItIsCancelled)
{
    auto repository = database->asSystem();
    QList<Document> many;
    for (int i = 0; i < 4000; ++i) {
        Document document{Record(repository->catalog()->at("clients"), newId())};
        document.set("name", QStringLiteral("Client %1").arg(i));
        many << document;
    }
    repository->saveMany(many);
    open();
    QFile old(path("old.csv"));
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    ExportRequest request;
    request.query = Query("clients");
    Prompts::setNextFile(path("old.csv"));
    startExport(*window, window.get(), request);
    auto *strip = window->statusBar().findChild<WorkStrip *>();
    ASSERT_NE(strip, nullptr);
    strip->cancelButton()->click();
    ASSERT_TRUE(ended());
    EXPECT_EQ(read(path("old.csv")), "old");
    EXPECT_TRUE(waitUntil([&] { return QDir(QFileInfo(old).path()).entryList(QDir::Files).size() == 1; }))
        << "a half file is left behind";
}

TEST_F(ExportWindow, saysWhereItCannotWrite)
{
    make("clients", "Roses");
    open();
    ExportRequest request;
    request.query = Query("clients");
    Prompts::setNextFile("/no/such/folder/out.csv");
    startExport(*window, window.get(), request);
    ASSERT_TRUE(ended());
    EXPECT_TRUE(waitUntil([&] { return !window->banner().isHidden(); }));
    EXPECT_TRUE(window->banner().text().contains("out.csv"));
}

TEST_F(ExportWindow, isClosedToWhoMayNotExport)
{
    database->addUser("rita", "Staff (own records)");
    open({"rita", "secret-1"});
    ListPanel &panel = list("clients");
    QMenu menu;
    panel.exchange()->addExport(&menu);
    ASSERT_EQ(menu.actions().size(), 2) << "a file, and statements as PDF";
    for (const QAction *way : menu.actions()) {
        EXPECT_FALSE(way->isEnabled());
        EXPECT_EQ(way->toolTip(), panel.exchange()->whyNotExport());
    }
    EXPECT_FALSE(window->commands().find("record.export")->enabled());
}
