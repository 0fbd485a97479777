// F1: the shortcuts as a cheat sheet, and a short guide (resources/help) beside it.
#pragma once
#include "ui/shell/commands.h"
#include "ui/shell/page.h"

namespace crm {

class CRM_UI HelpPage : public TabPage
{
    Q_OBJECT
public:
    HelpPage(Navigator &navigator, const Commands &commands, QWidget *parent = nullptr);
    QString title() const override { return tr("Help"); }
    QString iconName() const override { return QStringLiteral("help"); }
    QString key() const override { return QStringLiteral("help"); }
};

} // namespace crm
