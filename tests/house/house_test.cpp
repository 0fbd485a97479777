// Keeps the rules of the house, and tries each of them on a tree where it is broken on purpose.
#include "core/model/registry.h"
#include "core/modules/modules.h"
#include "tests/house/rules.h"
#include "tests/house/source_text.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
QSet<QString> entityKeys()
{
    Registry registry;
    modules::declareAll(registry);
    QSet<QString> keys;
    for (const auto &entity : registry.entities())
        keys.insert(entity->key());
    return keys;
}

HouseRules house() { return HouseRules(QStringLiteral(CRM_SOURCE_DIR), QStringLiteral(CRM_QT_HEADERS)); }

/// A small tree with one file.
class PlantedTree
{
public:
    void put(const QString &file, const QString &text)
    {
        const QString path = m_folder.filePath(file);
        QDir().mkpath(QFileInfo(path).path());
        QFile out(path);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(text.toUtf8());
    }
    HouseRules rules() const { return HouseRules(m_folder.path(), QStringLiteral(CRM_QT_HEADERS)); }

private:
    QTemporaryDir m_folder;
};

#define EXPECT_KEPT(faults)                                                                                            \
    do {                                                                                                               \
        const QStringList list = (faults);                                                                             \
        EXPECT_TRUE(list.isEmpty()) << list.join(u'\n').toStdString();                                                 \
    } while (false)
} // namespace

TEST(House, IncludesGoDownwards) { EXPECT_KEPT(house().includesGoDownwards()); }
TEST(House, CoreHasNoWindow) { EXPECT_KEPT(house().coreHasNoWindow()); }
TEST(House, PluginsSeeOnlyTheInterfaces) { EXPECT_KEPT(house().pluginsSeeOnlyTheInterfaces()); }
TEST(House, SqlStaysInTheStore) { EXPECT_KEPT(house().sqlStaysInTheStore()); }
TEST(House, EnginesNameNoEntity) { EXPECT_KEPT(house().enginesNameNoEntity(entityKeys())); }
TEST(House, SourcesAreLatin) { EXPECT_KEPT(house().sourcesAreLatin()); }
TEST(House, NothingIsPutOff) { EXPECT_KEPT(house().nothingIsPutOff()); }
TEST(House, FilesStaySmall) { EXPECT_KEPT(house().filesStaySmall()); }
TEST(House, ClassesAreNamedForWhatTheyAre) { EXPECT_KEPT(house().classesAreNamedForWhatTheyAre()); }
TEST(House, TranslationsAreFinished) { EXPECT_KEPT(house().translationsAreFinished()); }

TEST(HouseRulesTest, FindAnIncludeUpwards)
{
    for (const auto &[file, include] :
         QList<QPair<QString, QString>>{{QStringLiteral("core/model/a.h"), QStringLiteral("core/store/database.h")},
                                        {QStringLiteral("core/store/a.cpp"), QStringLiteral("core/modules/modules.h")},
                                        {QStringLiteral("core/exchange/a.cpp"), QStringLiteral("core/work/jobs.h")},
                                        {QStringLiteral("core/modules/sales/a.cpp"), QStringLiteral("ui/shell/page.h")},
                                        {QStringLiteral("ui/shell/a.cpp"), QStringLiteral("app/cli/verb.h")},
                                        {QStringLiteral("ui/shell/a.cpp"), QStringLiteral("page.h")}}) {
        PlantedTree tree;
        tree.put(file, QStringLiteral("#include \"core/core_export.h\"\n#include \"%1\"\n").arg(include));
        const QStringList faults = tree.rules().includesGoDownwards();
        ASSERT_EQ(faults.size(), 1) << include.toStdString();
        EXPECT_TRUE(faults[0].startsWith(file + QStringLiteral(":2:"))) << faults[0].toStdString();
    }
    PlantedTree good;
    good.put(QStringLiteral("ui/shell/a.cpp"), QStringLiteral("#include \"core/model/id.h\"\n#include <QWidget>\n"));
    good.put(QStringLiteral("core/store/a.cpp"),
             QStringLiteral("#include \"core/store/b.h\"\n#include \"core/model/id.h\"\n"));
    EXPECT_KEPT(good.rules().includesGoDownwards());
    EXPECT_KEPT(good.rules().coreHasNoWindow());
}

TEST(HouseRulesTest, FindAWindowInCore)
{
    for (const char *header : {"QWidget", "QColor", "QtGui/QIcon"}) {
        PlantedTree tree;
        tree.put(QStringLiteral("core/model/a.cpp"),
                 QStringLiteral("#include <QString>\n#include <%1>\n").arg(QLatin1String(header)));
        EXPECT_EQ(tree.rules().coreHasNoWindow().size(), 1) << header;
    }
    PlantedTree tree;
    tree.put(QStringLiteral("app/cli/a.cpp"), QStringLiteral("#include \"ui/shell/page.h\"\n"));
    EXPECT_EQ(tree.rules().coreHasNoWindow().size(), 1);
}

TEST(HouseRulesTest, FindAPluginThatReachesInside)
{
    PlantedTree tree;
    tree.put(QStringLiteral("core/extend/extension.h"), QStringLiteral("#include \"core/model/registry.h\"\n"));
    tree.put(QStringLiteral("core/model/registry.h"), QStringLiteral("#include \"core/model/id.h\"\n"));
    tree.put(QStringLiteral("core/model/id.h"), {});
    tree.put(QStringLiteral("core/store/database.h"), {});
    tree.put(QStringLiteral("plugins/x/x.h"), {});
    tree.put(QStringLiteral("plugins/x/x.cpp"),
             QStringLiteral("#include \"x.h\"\n#include \"core/extend/extension.h\"\n#include "
                            "\"core/model/id.h\"\n#include \"core/store/database.h\"\n"));
    const QStringList faults = tree.rules().pluginsSeeOnlyTheInterfaces();
    ASSERT_EQ(faults.size(), 1);
    EXPECT_TRUE(faults[0].contains(u"core/store/database.h"));
}

TEST(HouseRulesTest, FindSqlOutsideTheStore)
{
    PlantedTree tree;
    tree.put(QStringLiteral("ui/shell/a.cpp"), QStringLiteral("auto s = u\"SELECT id FROM clients\";\n"));
    tree.put(QStringLiteral("core/model/a.cpp"), QStringLiteral("#include <QSqlQuery>\n"));
    tree.put(QStringLiteral("core/exchange/a.cpp"),
             QStringLiteral("// SELECT in a comment FROM nothing\nauto t = tr(\"Select from a list\");\n"));
    tree.put(QStringLiteral("core/store/a.cpp"), QStringLiteral("auto s = \"DELETE FROM clients\";\n"));
    EXPECT_EQ(tree.rules().sqlStaysInTheStore().size(), 2);
}

TEST(HouseRulesTest, FindAnEngineThatNamesAnEntity)
{
    PlantedTree tree;
    tree.put(QStringLiteral("ui/records/a.cpp"),
             QStringLiteral("if (key == u\"clients\")\n    open(\"my clients\"); // \"clients\"\n"));
    tree.put(QStringLiteral("core/modules/sales/clients.cpp"), QStringLiteral("Entity(\"clients\")\n"));
    const QStringList faults = tree.rules().enginesNameNoEntity({QStringLiteral("clients")});
    ASSERT_EQ(faults.size(), 1);
    EXPECT_TRUE(faults[0].startsWith(u"ui/records/a.cpp:1:"));
}

TEST(HouseRulesTest, FindWhatDoesNotBelongInSources)
{
    PlantedTree tree;
    const QString letter(QChar(0x0416));
    tree.put(QStringLiteral("core/model/a.cpp"), QStringLiteral("// ") + letter + QStringLiteral("\n"));
    tree.put(QStringLiteral("core/model/b.cpp"), QStringLiteral("// TO"
                                                                "DO later\n"));
    tree.put(QStringLiteral("core/model/c.cpp"), QString(700, u'\n'));
    tree.put(QStringLiteral("core/model/d.h"), QStringLiteral("class CRM_CORE RecordManager\n{\n};\n"));
    EXPECT_EQ(tree.rules().sourcesAreLatin().size(), 1);
    EXPECT_EQ(tree.rules().nothingIsPutOff().size(), 1);
    EXPECT_EQ(tree.rules().filesStaySmall().size(), 1);
    EXPECT_EQ(tree.rules().classesAreNamedForWhatTheyAre().size(), 1);
}

TEST(HouseRulesTest, FindAnUnfinishedTranslation)
{
    PlantedTree tree;
    tree.put(QStringLiteral("translations/mycrm_ru.ts"),
             QStringLiteral("<TS version=\"2.1\" language=\"ru_RU\">\n<source>A</source>\n<translation "
                            "type=\"unfinished\">x</translation>\n"));
    tree.put(
        QStringLiteral("translations/mycrm_en.ts"),
        QStringLiteral("<TS version=\"2.1\" language=\"en_US\">\n<translation type=\"unfinished\"></translation>\n"));
    tree.put(
        QStringLiteral("plugins/x/x_ru.ts"),
        QStringLiteral(
            "<TS version=\"2.1\" language=\"ru_RU\">\n<translation></translation>\n<translation>ok</translation>\n"));
    EXPECT_EQ(tree.rules().translationsAreFinished().size(), 2);
}

TEST(SourceTextTest, TellsLiteralsFromCode)
{
    const SourceText text =
        SourceText::parse(QStringLiteral("auto a = u\"one\\\"two\"; // \"three\"\nint b = 1'000; char c = '\"';\n"
                                         "/* \"four\" */ auto d = R\"x(fi\"ve)x\";\n#include \"six.h\"\n"));
    QStringList found;
    for (const Literal &literal : text.literals)
        found << literal.text;
    EXPECT_EQ(found, (QStringList{QStringLiteral("one\\\"two"), QStringLiteral("fi\"ve")}));
    ASSERT_EQ(text.includes.size(), 1);
    EXPECT_EQ(text.includes[0].text, u"six.h");
    EXPECT_EQ(text.includes[0].line, 4);
}
