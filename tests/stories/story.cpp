#include "tests/stories/story.h"
#include "tests/support/make_record.h"
#include <QFile>
#include <QMenu>

namespace crm::test {

namespace {
constexpr int patience = 40'000; // ms that a question may stand there unanswered
}

void Story::SetUp()
{
    SettingsTest::SetUp();
    qputenv("XDG_DATA_HOME", settingsFolder().toUtf8()); // drafts
    database = std::make_unique<TempDatabase>();
    m_eye = database->asSystem();
    m_watch = std::make_unique<QObject>();
    watch();
}

void Story::TearDown()
{
    m_watch.reset();
    EXPECT_TRUE(m_steps.isEmpty()) << "a dialog or menu that was waited for never opened";
    m_people.clear();
    m_eye.reset();
    database.reset();
    SettingsTest::TearDown();
    qunsetenv("XDG_DATA_HOME");
}

// People --------------------------------------------------------------------------------------------------------

Person &Story::comes(const QString &name, const QString &role)
{
    const bool isAdmin = name == QLatin1String("admin");
    if (!isAdmin && userId(name) == 0)
        database->addUser(name, role);
    const Credentials who = database->credentials({name, isAdmin ? QString() : QStringLiteral("secret-1")});
    auto &one = m_people[name];
    one = std::make_unique<Person>(*database, who);
    one->comes();
    return *one;
}

Person &Story::person(const QString &name) { return *m_people.at(name); }

void Story::leaves(const QString &name) { m_people.erase(name); }

Id Story::userId(const QString &name)
{
    Query query(QStringLiteral("users"));
    query.filter = Filter::where(QStringLiteral("name"), Op::Equal, name);
    return m_eye->page(query, {}).rows.value(0).id;
}

// Steps ---------------------------------------------------------------------------------------------------------

void Story::inDialog(std::function<void(QDialog &)> step)
{
    m_steps.append({false, [step](QWidget &shown) { step(*qobject_cast<QDialog *>(&shown)); }});
}

void Story::inDialog(const QString &button)
{
    inDialog([button](QDialog &dialog) {
        for (auto *one : dialog.findChildren<QAbstractButton *>()) {
            if (one->isVisible() && one->text().remove(u'&') == button) {
                QTest::mouseClick(one, Qt::LeftButton);
                return;
            }
        }
        ADD_FAILURE() << "the dialog has no button " << qPrintable(button);
        dialog.reject();
    });
}

void Story::inMenu(const QStringList &path)
{
    m_steps.append({true, [path](QWidget &shown) {
                        auto *top = qobject_cast<QMenu *>(&shown), *menu = top;
                        for (qsizetype i = 0; i < path.size(); ++i) {
                            QAction *found = nullptr;
                            for (QAction *action : menu->actions())
                                if (!found && action->isVisible() && action->text().remove(u'&').startsWith(path[i]))
                                    found = action;
                            if (!found || !found->isEnabled()) {
                                ADD_FAILURE() << "the menu does not offer " << qPrintable(path[i]);
                                break;
                            }
                            menu->setActiveAction(found);
                            if (i + 1 == path.size()) {
                                QTest::keyClick(menu, Qt::Key_Return);
                                return;
                            }
                            QTest::keyClick(menu, Qt::Key_Right);
                            menu = found->menu();
                        }
                        top->close();
                    }});
}

/// Looks for what has opened; from within the loops of dialogs and menus too, so each look arms the next one first.
void Story::watch()
{
    QTimer::singleShot(5, m_watch.get(), [this] {
        watch();
        QWidget *shown = QApplication::activePopupWidget();
        const bool menu = qobject_cast<QMenu *>(shown);
        if (!menu)
            shown = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        m_seen.removeIf([](const QPointer<QWidget> &one) { return !one || !one->isVisible(); }); // menus open again
        if (!shown || !shown->isVisible()) {
            m_unanswered.invalidate();
            return;
        }
        if (!m_steps.isEmpty() && m_steps.first().menu == menu && !m_seen.contains(shown)) {
            m_seen.append(shown);
            m_steps.takeFirst().run(*shown);
            return;
        }
        if (!m_unanswered.isValid())
            m_unanswered.start();
        if (m_unanswered.elapsed() > patience) {
            ADD_FAILURE() << "nobody answers " << shown->metaObject()->className() << ' '
                          << qPrintable(shown->windowTitle());
            shown->close();
        }
    });
}

// What the database holds ---------------------------------------------------------------------------------------

void Story::looksAnew() { m_eye = database->asSystem(); }

Document Story::stored(const QString &entity, Id id) { return m_eye->load(entity, id); }

QVariant Story::value(const QString &entity, Id id, const char *field)
{
    return m_eye->load(entity, id).value(QString::fromLatin1(field));
}

bool Story::isTrashed(const QString &entity, Id id)
{
    return m_eye->loadMany(entity, {id}).value(0).head().deletedAt().isValid();
}

qint64 Story::count(const QString &entity, const QString &where)
{
    Query query(entity);
    if (!where.isEmpty())
        query.filter = Filter::parse(where, *m_eye->catalog(), entity);
    return m_eye->totals(query, {}).count;
}

Id Story::idOf(const QString &entity, const QString &where)
{
    Query query(entity);
    query.filter = Filter::parse(where, *m_eye->catalog(), entity);
    const Page page = m_eye->page(query, {});
    return page.rows.size() == 1 ? page.rows.first().id : 0;
}

// What others do ------------------------------------------------------------------------------------------------

Id Story::made(const QString &entity, const QVariantMap &values) { return makeRecord(*m_eye, entity, values); }

IdList Story::madeMany(const QString &entity, int count, const std::function<QVariantMap(int)> &values)
{
    QList<Document> documents;
    IdList ids;
    for (int i = 0; i < count; ++i) {
        Document document(Record(m_eye->catalog()->at(entity), newId()));
        const QVariantMap given = values(i);
        for (auto it = given.begin(); it != given.end(); ++it)
            document.set(it.key(), it.value());
        ids << document.id();
        documents << document;
    }
    m_eye->saveMany(documents);
    return ids;
}

void Story::changed(const QString &entity, Id id, const QVariantMap &values)
{
    Document document = m_eye->load(entity, id);
    for (auto it = values.begin(); it != values.end(); ++it)
        document.set(it.key(), it.value());
    m_eye->save(document);
}

void Story::removed(const QString &entity, Id id) { m_eye->remove(entity, {id}); }

QString Story::file(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

} // namespace crm::test
