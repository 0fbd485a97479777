// The sample plugin at work: its rules in a database, its verb, its page and panel in a window.
#include "core/extend/extensions.h"
#include "tests/support/temp_database.h"
#include "ui/extend/ui_extension.h"
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QListWidget>
#include <QSignalSpy>
#include <QTextStream>
#include <QTreeView>
#include <gtest/gtest.h>

using namespace crm;

namespace {
/// The process's own extensions, with the plugin among them.
Extensions &program()
{
    if (!extensions().isStarted()) {
        ExtensionOptions options;
        options.folders = {QStringLiteral(CRM_BINARY_DIR "/plugins")};
        options.interfaces << QStringLiteral(CrmUiExtension_iid);
        extensions().start(options);
    }
    return extensions();
}

class FakeWindow : public Navigator
{
public:
    explicit FakeWindow(std::shared_ptr<Session> session)
        : m_session(std::move(session))
    {}
    void openList(const QString &, const Query &) override {}
    void openRecord(const QString &entity, Id id) override { opened.append({entity, id}); }
    void newRecord(const QString &entity, const QVariantMap &) override { created.append(entity); }
    void openKey(const QString &) override {}
    void toast(const QString &, std::function<void()>) override {}
    void showError(const Error &error) override { errors.append(error.sentence()); }
    Session &session() override { return *m_session; }
    FormatContext format() const override { return {QLocale(QLocale::English), QStringLiteral("RUB"), {}}; }
    QWidget *window() override { return nullptr; }

    QList<QPair<QString, Id>> opened;
    QStringList created, errors;

private:
    std::shared_ptr<Session> m_session;
};

class EquipmentPlugin : public ::testing::Test
{
protected:
    EquipmentPlugin()
        : m_db(program().registry())
        , m_repository(m_db.asSystem())
    {}

    Document piece(const QString &name, const QDate &warranty = {}, Id holder = 0)
    {
        Document d(Record(program().registry().at(QStringLiteral("equipment"))));
        d.set(QStringLiteral("name"), name);
        if (warranty.isValid())
            d.set(QStringLiteral("warranty_until"), warranty);
        if (holder)
            d.set(QStringLiteral("holder_id"), holder);
        return m_repository->save(d).document;
    }
    std::shared_ptr<Session> session()
    {
        auto opening = Session::open({Target::LocalFile, m_db.path()}, {}, program().registry());
        while (!opening.isFinished())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        return opening.result();
    }
    static bool waitFor(const std::function<bool()> &done)
    {
        for (int i = 0; i < 500 && !done(); ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            QThread::msleep(5);
        }
        return done();
    }

    test::TempDatabase m_db;
    std::unique_ptr<Repository> m_repository;
};
} // namespace

TEST_F(EquipmentPlugin, Runs)
{
    for (const ExtensionStatus &one : program().list())
        EXPECT_EQ(int(one.state), int(ExtensionState::Running))
            << one.info.id.toStdString() << one.reason.toStdString();
}

TEST_F(EquipmentPlugin, HandsOverAndTakesBack)
{
    const Id anna = m_db.addUser(QStringLiteral("anna"), QStringLiteral("Manager (all records)"));
    Document laptop = piece(QStringLiteral("Laptop"));
    EXPECT_EQ(laptop.value(QStringLiteral("state")).toString(), u"in_stock");
    EXPECT_TRUE(laptop.value(QStringLiteral("number")).toString().startsWith(u"EQ-"));

    laptop.set(QStringLiteral("holder_id"), anna);
    laptop = m_repository->save(laptop).document;
    EXPECT_EQ(laptop.value(QStringLiteral("state")).toString(), u"given_out");
    EXPECT_TRUE(laptop.value(QStringLiteral("given_on")).toDate().isValid());

    laptop.set(QStringLiteral("state"), QStringLiteral("written_off"));
    EXPECT_THROW(m_repository->save(laptop), Error);

    m_repository->runAction(QStringLiteral("equipment"), laptop.id(), QStringLiteral("take_back"), {});
    laptop = m_repository->load(QStringLiteral("equipment"), laptop.id());
    EXPECT_EQ(laptop.value(QStringLiteral("state")).toString(), u"in_stock");
    EXPECT_TRUE(laptop.value(QStringLiteral("given_on")).isNull());
}

TEST_F(EquipmentPlugin, VerbListsWhatIsDue)
{
    const QDate today = QDate::currentDate();
    piece(QStringLiteral("Soon"), today.addDays(10));
    piece(QStringLiteral("Later"), today.addDays(60));
    piece(QStringLiteral("Past"), today.addDays(-1));
    const QList<VerbSpec> verbs = program().verbs();
    ASSERT_EQ(verbs.size(), 1);

    const auto names = [&](const QStringList &arguments) {
        QString text;
        QTextStream out(&text);
        VerbCall call{*m_repository, arguments, true, out};
        EXPECT_EQ(verbs[0].run(call), 0);
        QStringList all;
        for (const QJsonValue &one : QJsonDocument::fromJson(text.toUtf8()).array())
            all << one[u"name"].toString();
        return all;
    };
    EXPECT_EQ(names({}), QStringList{QStringLiteral("Soon")});
    EXPECT_EQ(names({QStringLiteral("--days"), QStringLiteral("90")}),
              (QStringList{QStringLiteral("Soon"), QStringLiteral("Later")}));
    EXPECT_THROW(names({QStringLiteral("--days"), QStringLiteral("many")}), Error);
}

TEST_F(EquipmentPlugin, PageAndPanelShowAndFollow)
{
    FakeWindow window(session()); // while the admin is alone, nobody has to sign in
    const Id anna = m_db.addUser(QStringLiteral("anna"), QStringLiteral("Manager (all records)"));
    piece(QStringLiteral("Laptop"), QDate::currentDate().addDays(5), anna);
    piece(QStringLiteral("Chair"));
    const UiRegistry ui = UiRegistry::collect(program());
    ASSERT_TRUE(ui.page(QStringLiteral("equipment.holders")));
    ASSERT_TRUE(ui.panel(QStringLiteral("equipment.warranty")));
    EXPECT_TRUE(ui.page(QStringLiteral("equipment.holders"))->offered(window.session().actor()));

    const std::unique_ptr<TabPage> page(
        UiRegistry::build(*ui.page(QStringLiteral("equipment.holders")), window, nullptr));
    page->activated();
    ASSERT_TRUE(waitFor([&] { return page->isSettled(); }));
    EXPECT_TRUE(window.errors.isEmpty()) << window.errors.join(u' ').toStdString();
    const QAbstractItemModel *tree = page->findChild<QTreeView *>()->model();
    EXPECT_EQ(tree->rowCount(), 2) << "nobody, and Anna";

    const std::unique_ptr<QWidget> made(
        UiRegistry::build(*ui.panel(QStringLiteral("equipment.warranty")), window, nullptr));
    auto *panel = qobject_cast<QListWidget *>(made.get());
    ASSERT_TRUE(panel);
    ASSERT_TRUE(waitFor([&] { return panel->count() == 1 && panel->item(0)->text().contains(u"Laptop"); }));
    Q_EMIT panel->itemActivated(panel->item(0));
    EXPECT_EQ(window.opened.size(), 1);

    piece(QStringLiteral("Phone"), QDate::currentDate().addDays(3)); // another program writes: both follow
    EXPECT_TRUE(waitFor([&] { return panel->count() == 2; }));
    EXPECT_TRUE(waitFor([&] { return page->statusText().startsWith(u'3'); })) << page->statusText().toStdString();

    UiRegistry::run(*ui.command(QStringLiteral("equipment.add")), window);
    EXPECT_EQ(window.created, QStringList{QStringLiteral("equipment")});
}

TEST_F(EquipmentPlugin, SpeaksRussian)
{
    const Entity &entity = program().registry().at(QStringLiteral("equipment"));
    EXPECT_EQ(entity.many().text(), u"Equipment");
    program().setLanguage(QStringLiteral("ru"));
    EXPECT_NE(entity.many().text(), u"Equipment");
    EXPECT_EQ(entity.many().text().front().script(), QChar::Script_Cyrillic);
    program().setLanguage(QStringLiteral("en"));
    EXPECT_EQ(entity.many().text(), u"Equipment");
}
