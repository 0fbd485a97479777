// A document as it will be printed (core/exchange/paper.h): look at it, print it, save it as PDF or HTML.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QDialog>

class QComboBox;
class QPushButton;
class QTextBrowser;
class QTextDocument;

namespace crm {

class Banner;
class Navigator;

class CRM_UI PaperDialog : public QDialog
{
    Q_OBJECT

public:
    PaperDialog(Navigator &navigator, const QString &entity, Id id, const QString &title, QWidget *parent);
    bool isReady() const { return m_ready; }
    QComboBox *kinds() const { return m_kinds; } ///< null: there is one paper only
    /// Asks where and writes; the format follows the name that is chosen.
    void save();
    void print();

private:
    struct Shown
    {
        QString html;
        QStringList gaps;
    };
    void load();
    void show(const Shown &shown);
    void addKinds(const QString &entity);
    void addButtons();
    QString fileName() const;
    bool isLandscape() const;

    Navigator &m_navigator;
    const QString m_entity;
    const Id m_id;
    QString m_title, m_html;
    QComboBox *m_kinds = nullptr;
    QTextBrowser *m_view;
    Banner *m_banner;
    QPushButton *m_save = nullptr, *m_print = nullptr;
    bool m_ready = false;
    Request m_request;
};

/// A4 with margins of 35 mm, or of 22 mm where the layout wants that, as PDF. Throws Error when the file cannot be
/// written.
CRM_UI void writePdf(const QString &html, const QString &title, const QString &path, bool landscape = false);
CRM_UI void showPaper(Navigator &navigator, const QString &entity, Id id, const QString &title);

} // namespace crm
