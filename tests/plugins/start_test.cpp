// Starting extensions: order, phases, and everything that can be wrong with a plugin.
#include "core/extend/extensions.h"
#include "core/extend/resolve.h"
#include "ui/extend/ui_extension.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <gtest/gtest.h>

using namespace crm;

namespace {
class Plugins : public ::testing::Test
{
protected:
    void SetUp() override { qApp->setProperty("calls", QStringList()); }

    /// Starts a program of its own with these fixtures.
    Extensions &start(const QStringList &fixtures)
    {
        for (const QString &name : fixtures)
            put(name);
        ExtensionOptions options;
        options.folders = {m_folder.path()};
        options.stateFolder = m_state.path();
        options.interfaces << QStringLiteral(CrmUiExtension_iid);
        m_program = std::make_unique<Extensions>();
        m_program->start(options);
        return *m_program;
    }

    void put(const QString &name)
    {
        const QString file = name + QStringLiteral(".so");
        QFile::remove(m_folder.filePath(file));
        ASSERT_TRUE(QFile::copy(QStringLiteral(CRM_BINARY_DIR "/fixtures/") + file, m_folder.filePath(file)))
            << file.toStdString();
    }

    ExtensionStatus status(const QString &id) const
    {
        for (const ExtensionStatus &one : m_program->list()) {
            if (one.info.id == id)
                return one;
        }
        ADD_FAILURE() << "not listed: " << id.toStdString();
        return {};
    }

    /// The plugin is out, with a reason that says this, and the program runs with its own entities.
    void expectOut(const QString &id, ExtensionState state, const QString &reason)
    {
        EXPECT_EQ(int(status(id).state), int(state)) << id.toStdString();
        EXPECT_TRUE(status(id).reason.contains(reason)) << id.toStdString() << ": " << status(id).reason.toStdString();
        EXPECT_EQ(int(status(QStringLiteral("mycrm")).state), int(ExtensionState::Running));
        EXPECT_TRUE(m_program->registry().isSealed());
        EXPECT_NE(m_program->registry().find(QStringLiteral("users")), nullptr);
    }

    static QStringList calls() { return qApp->property("calls").toStringList(); }

    QTemporaryDir m_folder, m_state;
    std::unique_ptr<Extensions> m_program;
};

ExtensionInfo info(const QString &id, const QStringList &needs = {})
{
    ExtensionInfo one;
    one.id = id;
    one.version = QVersionNumber(1, 2);
    one.compatVersion = QVersionNumber(1, 0);
    for (const QString &other : needs)
        one.requirements.append({other.section(u' ', 0, 0), QVersionNumber::fromString(other.section(u' ', 1))});
    return one;
}
} // namespace

TEST(StartOrder, PutsRequiredOnesFirst)
{
    const StartOrder found = resolveOrder({info(u"c"_qs, {u"b 1.0"_qs}), info(u"a"_qs), info(u"b"_qs, {u"a 1.1"_qs})});
    EXPECT_EQ(found.order, (QList<int>{1, 2, 0}));
    EXPECT_TRUE(found.refused.isEmpty());
}

TEST(StartOrder, RefusesWhatTheVersionsDoNotAllow)
{
    const StartOrder found = resolveOrder({info(u"a"_qs), info(u"old"_qs, {u"a 0.9"_qs}),
                                           info(u"new"_qs, {u"a 1.3"_qs}), info(u"same"_qs, {u"a 1.2.0"_qs})});
    EXPECT_EQ(found.order, (QList<int>{0, 3}));
    EXPECT_EQ(found.refused.keys(), (QList<int>{1, 2}));
}

TEST(StartOrder, RefusesCirclesAndWhoStandsOnThem)
{
    const StartOrder found =
        resolveOrder({info(u"x"_qs, {u"y 1.0"_qs}), info(u"y"_qs, {u"z 1.0"_qs}), info(u"z"_qs, {u"x 1.0"_qs}),
                      info(u"top"_qs, {u"x 1.0"_qs}), info(u"free"_qs)});
    EXPECT_EQ(found.order, QList<int>{4});
    EXPECT_EQ(found.refused.size(), 4);
}

TEST(Metadata, SayWhatIsWrong)
{
    const QJsonObject good{
        {u"id"_qs, u"a.b"_qs}, {u"name"_qs, u"A"_qs}, {u"version"_qs, u"1.2.3"_qs}, {u"name[ru]"_qs, u"R"_qs}};
    const ExtensionInfo read = ExtensionInfo::read(good);
    EXPECT_EQ(read.id, u"a.b");
    EXPECT_EQ(read.compatVersion, read.version);
    EXPECT_EQ(read.name.text(u"ru"_qs), u"R");
    EXPECT_EQ(read.name.text(u"de"_qs), u"A");
    for (const auto &[key, value] : QList<QPair<QString, QJsonValue>>{{u"id"_qs, u"Ware house"_qs},
                                                                      {u"id"_qs, QJsonValue()},
                                                                      {u"name"_qs, QJsonValue()},
                                                                      {u"version"_qs, u"1.x"_qs},
                                                                      {u"compatVersion"_qs, u"new"_qs}}) {
        QJsonObject bad = good;
        bad.insert(key, value);
        EXPECT_THROW(ExtensionInfo::read(bad), Error) << key.toStdString();
    }
}

TEST_F(Plugins, StartInThreePhasesAndStopBackwards)
{
    Extensions &program = start({u"above"_qs, u"base"_qs});
    const QStringList expected{u"base.initialize"_qs, u"above.initialize"_qs};
    EXPECT_EQ(calls().mid(0, 2), expected);
    EXPECT_EQ(calls().mid(calls().size() - 2),
              (QStringList{u"above.extensionsInitialized"_qs, u"base.extensionsInitialized"_qs}));
    EXPECT_NE(program.registry().find(u"fixture_above"_qs), nullptr);
    EXPECT_NE(program.registry().at(u"fixture_base"_qs).field(u"more"_qs), nullptr) << "extended by another plugin";
    EXPECT_EQ(program.verbs().size(), 2);

    EXPECT_TRUE(program.shutdown().isEmpty());
    EXPECT_EQ(calls().mid(calls().size() - 2), (QStringList{u"above.aboutToShutdown"_qs, u"base.aboutToShutdown"_qs}));
    EXPECT_EQ(int(status(u"base"_qs).state), int(ExtensionState::Stopped));
}

TEST_F(Plugins, WithoutAnyTheProgramRuns)
{
    Extensions &program = start({});
    EXPECT_EQ(program.list().size(), 1);
    EXPECT_NE(program.registry().find(u"clients"_qs), nullptr);
}

TEST_F(Plugins, InCirclesAreRefused)
{
    start({u"circle_a"_qs, u"circle_b"_qs});
    expectOut(u"circle_a"_qs, ExtensionState::Refused, u"requires"_qs);
    expectOut(u"circle_b"_qs, ExtensionState::Refused, u"require each other"_qs);
    EXPECT_TRUE(calls().isEmpty()) << "no code of a refused plugin may run";
}

TEST_F(Plugins, OfAnotherInterfaceVersionAreRefused)
{
    start({u"other_interface"_qs, u"other_program"_qs, u"base"_qs});
    expectOut(u"other_interface"_qs, ExtensionState::Refused, u"version 9.0"_qs);
    expectOut(u"other_program"_qs, ExtensionState::Unused, u"org.example.Thing"_qs);
    EXPECT_EQ(int(status(u"base"_qs).state), int(ExtensionState::Running));
}

TEST_F(Plugins, WhoseRequirementsAreNotMetAreRefused)
{
    start({u"missing"_qs, u"too_new"_qs});
    expectOut(u"missing"_qs, ExtensionState::Refused, u"not_there"_qs);
    expectOut(u"too_new"_qs, ExtensionState::Refused, u"99.0.0"_qs);
    EXPECT_TRUE(calls().isEmpty());
}

TEST_F(Plugins, ThatThrowAreListedAndTheOthersGoOn)
{
    Extensions &program =
        start({u"throws_initialize"_qs, u"needs_throws"_qs, u"throws_declare"_qs, u"throws_at_end"_qs, u"base"_qs});
    expectOut(u"throws_initialize"_qs, ExtensionState::Failed, u"the fixture threw"_qs);
    expectOut(u"needs_throws"_qs, ExtensionState::Refused, u"throws_initialize"_qs);
    expectOut(u"throws_declare"_qs, ExtensionState::Failed, u"declares nothing today"_qs);
    expectOut(u"throws_at_end"_qs, ExtensionState::Failed, u"unknown kind"_qs);
    EXPECT_EQ(int(status(u"base"_qs).state), int(ExtensionState::Running));
    EXPECT_NE(program.registry().find(u"fixture_base"_qs), nullptr);
    EXPECT_EQ(program.registry().find(u"fixture_needs_throws"_qs), nullptr);
    EXPECT_TRUE(program.shutdown().isEmpty());
}

TEST_F(Plugins, WithBadDeclarationsLeaveNothingBehind)
{
    Extensions &program = start({u"bad_declaration"_qs, u"base"_qs, u"takes_key"_qs, u"unnamed_right"_qs});
    expectOut(u"bad_declaration"_qs, ExtensionState::Failed, u"nowhere"_qs);
    expectOut(u"takes_key"_qs, ExtensionState::Failed, u"fixture_base"_qs);
    expectOut(u"unnamed_right"_qs, ExtensionState::Failed, u"some_right"_qs);
    EXPECT_EQ(program.registry().find(u"fixture_half"_qs), nullptr) << "half of a refused plugin";
    EXPECT_NE(program.registry().find(u"fixture_base"_qs), nullptr);
}

TEST_F(Plugins, ThatAreNoPluginsAreListed)
{
    QFile junk(m_folder.filePath(u"junk.so"_qs));
    ASSERT_TRUE(junk.open(QIODevice::WriteOnly));
    junk.write(QByteArray(5000, 'x'));
    junk.close();
    QStringList reasons;
    for (const ExtensionStatus &one : start({u"bad_version"_qs}).list()) {
        if (one.state == ExtensionState::Refused)
            reasons << one.info.name.text() + QStringLiteral(": ") + one.reason;
    }
    ASSERT_EQ(reasons.size(), 2);
    EXPECT_TRUE(reasons[0].startsWith(u"bad_version.so") && reasons[0].contains(u"one.two"))
        << reasons[0].toStdString();
    EXPECT_TRUE(reasons[1].startsWith(u"junk.so") && reasons[1].contains(u"no plugin")) << reasons[1].toStdString();
}

TEST_F(Plugins, ThatAreTurnedOffRunNothing)
{
    start({u"base"_qs, u"above"_qs}).setTurnedOn(u"base"_qs, false);
    SetUp();
    start({u"base"_qs, u"above"_qs});
    expectOut(u"base"_qs, ExtensionState::TurnedOff, u"turned off"_qs);
    expectOut(u"above"_qs, ExtensionState::Refused, u"base"_qs);
    EXPECT_TRUE(calls().isEmpty());
    m_program->setTurnedOn(u"base"_qs, true);
    start({});
    EXPECT_EQ(int(status(u"above"_qs).state), int(ExtensionState::Running));
}

TEST_F(Plugins, ThatDieAreSkippedAtTheNextStart)
{
    put(u"dies"_qs);
    put(u"base"_qs);
    const auto host = [this] {
        QProcess process;
        process.start(QStringLiteral(CRM_BINARY_DIR "/bin/plugin_host"), {m_folder.path(), m_state.path()});
        process.waitForFinished(30000);
        return QPair(process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()));
    };
    EXPECT_EQ(host().first, 66) << "it has to die for this test";
    const auto [code, said] = host();
    EXPECT_EQ(code, 0);
    EXPECT_TRUE(said.contains(u"dies\trefused")) << said.toStdString();
    EXPECT_TRUE(said.contains(u"base\trunning")) << said.toStdString();
    EXPECT_EQ(host().first, 0) << "and it stays skipped";

    Extensions().start({});                  // another program's start changes nothing about it
    start({}).setTurnedOn(u"dies"_qs, true); // a person wants to try again
    EXPECT_EQ(host().first, 66);
    EXPECT_EQ(host().first, 0);
    QFile file(m_folder.filePath(u"dies.so"_qs)); // a new version of the file is tried again
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write("\n");
    file.close();
    EXPECT_EQ(host().first, 66);
}

TEST_F(Plugins, MayFinishLateButNotNever)
{
    Extensions &program = start({u"late"_qs, u"never"_qs});
    QElapsedTimer clock;
    clock.start();
    EXPECT_EQ(program.shutdown(std::chrono::milliseconds(400)), QStringList{u"never"_qs});
    EXPECT_GE(clock.elapsed(), 350);
    EXPECT_LT(clock.elapsed(), 5000);
}

TEST_F(Plugins, ContributeToTheWindowOrAreListed)
{
    Extensions &program = start({u"window"_qs, u"base"_qs, u"window_throws"_qs, u"window_takes_key"_qs});
    const UiRegistry ui = UiRegistry::collect(program);
    QStringList keys;
    for (const PanelSpec &panel : ui.panels())
        keys << panel.key;
    EXPECT_EQ(keys, (QStringList{u"window.panel"_qs, u"window.broken"_qs}));
    expectOut(u"window_throws"_qs, ExtensionState::Failed, u"contributes nothing today"_qs);
    expectOut(u"window_takes_key"_qs, ExtensionState::Failed, u"window.broken"_qs);
    EXPECT_TRUE(calls().contains(u"window.initialize"_qs)) << "a window half may have a life of its own too";
}
