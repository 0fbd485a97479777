// The tour's pictures of import and export: each step of the wizard with a small file, and the dialog.
#include "core/exchange/import_targets.h"
#include "ui/exchange/import_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/prompts.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/tour.h"
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>

namespace crm {
namespace {

/// One that names what is not there.
const Field *namesDictionary(const Entity &entity, const Catalog &catalog)
{
    for (const Field &field : entity.fieldList()) {
        const Entity *target = field.kind() == Kind::Ref ? catalog.find(field.target()) : nullptr;
        if (target && target->isDictionary() && !field.isReadOnly() && !field.isHidden())
            return &field;
    }
    return nullptr;
}

/// Made of what the declaration calls its fields; the last row is one that is refused, and some before it name what is
/// not there.
QByteArray sampleFile(const Entity &entity, const Catalog &catalog)
{
    QList<const Field *> fields;
    for (const Field &field : entity.fieldList()) {
        if (!field.isReadOnly() && !field.isHidden() && field.kind() == Kind::Text && fields.size() < 4)
            fields << &field;
    }
    const Field *title = entity.field(entity.titleField()), *named = namesDictionary(entity, catalog);
    QString text;
    for (const Field *field : std::as_const(fields))
        text += field->label().text() + u';';
    if (named)
        text += named->label().text() + u';';
    text += QStringLiteral("Fax\n");
    for (int row = 1; row <= 12; ++row) {
        for (const Field *field : std::as_const(fields))
            text += (field == title && row == 12 ? QString()
                                                 : QStringLiteral("%1 %2").arg(field->label().text()).arg(row)) +
                    u';';
        if (named)
            text += row > 9 ? QString(u';') : QStringLiteral("%1 %2;").arg(named->label().text()).arg(row % 3 + 1);
        text += QStringLiteral("555-%1\n").arg(row);
    }
    return text.toUtf8();
}

} // namespace

void Tour::walkExchange(MainWindow &window)
{
    const auto catalog = m_session->catalog();
    const Entity *entity = nullptr;
    for (const Entity *e : Sidebar::menuEntities(*catalog, m_session->actor())) {
        const Field *title = e->field(e->titleField());
        const bool fits =
            title && title->isRequired() && whyNotImport(*catalog, *e, m_session->actor().policy).isEmpty();
        entity = entity || !fits ? entity : e;
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sample.csv")));
    if (!entity || !wanted(QStringLiteral("import")) || !file.open(QIODevice::WriteOnly))
        return;
    file.write(sampleFile(*entity, *catalog));
    file.close();
    window.openKey(QStringLiteral("import/") + entity->key());
    auto *page = qobject_cast<ImportPage *>(window.tabs().currentPage());
    if (!page)
        return;
    take(window, QStringLiteral("import-file"));
    page->open(file.fileName());
    for (const QString &name : {QStringLiteral("import-sample"), QStringLiteral("import-columns"),
                                QStringLiteral("import-check"), QStringLiteral("import-result")}) {
        waitFor([&] { return page->isSettled(); }, name);
        take(window, name);
        if (page->nextButton()->isEnabled() && name != u"import-result")
            page->nextButton()->click();
    }
    waitFor([&] { return page->isSettled(); }, QStringLiteral("import-undo"));
    Prompts::setNextAnswer(Prompts::Yes);
    window.commands().run(QStringLiteral("record.undo")); // the tour leaves the data as it was
    window.tabs().closeCurrent();
    window.openKey(QStringLiteral("list/") + entity->key());
    waitFor([&] { return window.tabs().currentPage()->isSettled(); }, QStringLiteral("export"));
    takeDialog(QStringLiteral("export"), [&] { window.commands().run(QStringLiteral("record.export")); });
}

} // namespace crm
