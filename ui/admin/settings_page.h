// What a person sets for themselves (look, language), where the data is, and about the program.
#pragma once
#include "ui/shell/page.h"
#include "ui/style/style.h"

class QVBoxLayout;

namespace crm {

class CRM_UI SettingsPage : public TabPage
{
    Q_OBJECT
public:
    explicit SettingsPage(Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override { return tr("Preferences"); }
    QString iconName() const override { return QStringLiteral("settings"); }
    QString key() const override { return QStringLiteral("settings"); }

Q_SIGNALS:
    void languageChosen(const QString &code);
    /// Density or size of type: the window has to be made anew.
    void appearanceChosen(const crm::Appearance &appearance);
    void passwordRequested();

private:
    void addLook(QVBoxLayout *column);
    void addReminders(QVBoxLayout *column);
    void addAccount(QVBoxLayout *column);
    void addData(QVBoxLayout *column);
    void addAbout(QVBoxLayout *column);
    void apply(const Appearance &changed);
};

/// "MyCRM 0.1.0" and what it is built on, one fact a line.
CRM_UI QStringList aboutLines();

} // namespace crm
