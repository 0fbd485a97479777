// One record: title line, form with lines, related lists as tabs, comments, files and history beside it. Everything
// follows from the declaration. Saving merges with what others saved meanwhile; what cannot be merged is asked.
#pragma once
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/records/draft_store.h"
#include "ui/records/open_document.h"
#include "ui/shell/page.h"
#include <QTimer>
#include <QVariantMap>

class QHBoxLayout;
class QPushButton;
class QScrollArea;
class QTabWidget;
class QVBoxLayout;

namespace crm {

class Banner;
class ElidedLabel;
class HistoryPanel;
class RecordForm;
class StatusPill;

class CRM_UI RecordPage : public TabPage
{
    Q_OBJECT
public:
    /// @param id 0: a new record with the preset values
    RecordPage(Navigator &navigator, const QString &entity, Id id, const QVariantMap &preset,
               QWidget *parent = nullptr);
    ~RecordPage() override;

    QString title() const override;
    QString iconName() const override;
    QString key() const override;
    bool hasUnsavedChanges() const override { return m_document.isDirty(); }
    bool mayClose() override;
    bool canSave() const override;
    void save() override;
    void activated() override;
    bool isSettled() const override { return m_settled; }
    QString entityKey() const override { return m_entity; }
    RecordForm *form() const { return m_form; }
    OpenDocument &document() { return m_document; }

private:
    void buildHead(QVBoxLayout *box);
    void load();
    void show(const Opened &opened);
    void showNew();
    void buildBody(const QList<RelatedCount> &related);
    void keepBody();
    void buildActions();
    void buildRelated(QVBoxLayout *box, const QList<RelatedCount> &related);
    QWidget *buildSide();
    void showHead();
    void addActions(QHBoxLayout *bar);
    void runAction(const Action &action);
    void saveDocument(const Document &document, bool close);
    void takeSaved(const Saved &saved, bool close);
    void takeFault(const Error &error);
    void writeDraft();
    void offerDraft();
    void settle();

    QString m_entity;
    Id m_id;
    QVariantMap m_preset;
    std::shared_ptr<const Catalog> m_catalog;
    OpenDocument m_document;
    DraftStore m_drafts;
    QTimer m_draftTimer;
    Opened m_opened;
    bool m_started = false, m_settled = false, m_closing = false;
    QByteArray m_saveKey; ///< the same for every try of one save, so that a repeated one writes nothing
    ElidedLabel *m_title;
    StatusPill *m_pill;
    QPushButton *m_save;
    QWidget *m_actions = nullptr;
    QHBoxLayout *m_headBar;
    Banner *m_banner;
    HistoryPanel *m_history = nullptr;
    QWidget *m_body = nullptr;
    Id m_builtFor = -1; ///< the record whose page stands; 0: a new one
    QVBoxLayout *m_box;
    RecordForm *m_form = nullptr;
    Request m_request, m_saving;
};

} // namespace crm
