// Second step of an import: which column goes to which field, and how a row finds the record that it means.
#pragma once
#include "ui/exchange/import_step.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace crm {

class Banner;
class FormField;
class MappingModel;

class CRM_UI ImportColumnsStep : public ImportStep
{
    Q_OBJECT
public:
    ImportColumnsStep(Navigator &navigator, ImportDraft &draft, QWidget *parent);

    QString name() const override { return tr("Columns"); }
    QString nextText() const override { return tr("Check"); }
    bool isReady() const override;
    void enter() override;
    void leave() override;
    QWidget *firstField() const override;

    MappingModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    QComboBox *match() const { return m_match; }
    QComboBox *secondMatch() const { return m_second; }
    QComboBox *onMatch() const { return m_onMatch; }
    Banner *banner() const { return m_banner; }
    Banner *recalled() const { return m_recalled; } ///< shown: everything is as it was the last time

private:
    QWidget *buildTable();
    QWidget *buildMatching();
    void guess();
    void showMap();
    void startAgain();
    void fillMatches(const QStringList &wanted);
    void refresh();
    void updateButtons();

    MappingModel *m_model;
    QTableView *m_table;
    Banner *m_recalled, *m_banner;
    QPushButton *m_constant, *m_again, *m_remove;
    QComboBox *m_match, *m_second, *m_onMatch, *m_dates;
    FormField *m_secondField, *m_onMatchField;
    QCheckBox *m_keep;
};

} // namespace crm
