// Settings that hold for everybody: name, colour, which lists are used; and who changed them, each change to be taken
// back.
#pragma once
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/shell/page.h"
#include <QMap>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace crm {

class Banner;
class FieldEditor;

class CRM_UI OfficeSettingsPage : public TabPage
{
    Q_OBJECT
public:
    explicit OfficeSettingsPage(Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override { return tr("Settings of the office"); }
    QString iconName() const override { return QStringLiteral("settings"); }
    QString key() const override { return QStringLiteral("office"); }
    bool hasUnsavedChanges() const override;
    bool mayClose() override;
    bool canSave() const override { return hasUnsavedChanges(); }
    void save() override;
    void activated() override;
    bool isSettled() const override { return m_settled; }
    bool isIdle() const { return m_settled && !m_request.isRunning() && !m_writing.isRunning(); }

    FieldEditor *editor(const QString &field) const { return m_editors.value(field); }
    QCheckBox *listBox(const QString &entity) const { return m_lists.value(entity); }
    QTableWidget *history() const { return m_history; }
    void revertCurrent(); ///< takes the change of the history's current row back

private:
    QWidget *addEditor(const QString &field); ///< with its label
    QWidget *buildSettings();
    QWidget *buildOthers();
    QWidget *buildLists();
    QWidget *buildHistory();
    void load();
    void show(const Document &settings);
    void showHistory(const QList<Change> &changes);
    void showState();
    QString changeText(const Change &change) const;
    void fail(const Error &error);

    Document m_document;
    QMap<QString, FieldEditor *> m_editors;
    QMap<QString, QCheckBox *> m_lists;
    QTableWidget *m_history;
    QLabel *m_nothing;
    QPushButton *m_save, *m_revert;
    Banner *m_banner;
    Request m_request, m_writing;
    bool m_settled = false;
};

} // namespace crm
