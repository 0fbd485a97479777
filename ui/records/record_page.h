// One record: title line, form with lines, related lists as tabs, comments, files and history beside it. Everything
// follows from the declaration. Saving merges with what others saved meanwhile; what cannot be merged is asked.
#pragma once
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/records/draft_store.h"
#include "ui/records/open_document.h"
#include "ui/shell/page.h"
#include <QSet>
#include <QTimer>
#include <QVariantMap>

class QPushButton;
class QSplitter;
class QTabWidget;
class QVBoxLayout;

namespace crm {

class Banner;
class ButtonRow;
class ElidedLabel;
class HistoryPanel;
class PresencePill;
class RecordForm;
class RecordHead;
class RelatedTabs;
class RemindersPanel;
class SideTabs;
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
    /// Neither a save nor what follows it is under way.
    bool isIdle() const { return m_settled && !m_request.isRunning() && !m_saving.isRunning(); }
    QString entityKey() const override { return m_entity; }
    RecordForm *form() const { return m_form; }
    OpenDocument &document() { return m_document; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QVBoxLayout *box);
    void load();
    void show(const Opened &opened);
    void showSurvivor(const Opened &survivor); ///< this record was merged into that one
    void showNew();
    void buildBody();
    void finishShowing(const crm::Opened &opened); ///< what stands around the fields
    void completeBody(const QList<RelatedCount> &related);
    void putAside(QWidget *side); ///< beside the fields
    Qt::Orientation wantedOrientation() const;
    void shareBody();
    void offerBack();
    void takeBack(const QList<crm::FieldChange> &changes);
    RelatedTabs *buildRelated();
    void countRelated(const QList<RelatedCount> &related);
    QWidget *buildSide();
    void addReminders(SideTabs *side, RemindersPanel *panel);
    void buildActions();
    void focusActions();
    void showHead();
    void addActions();
    bool isOffered(const Action &action) const;
    void askToSaveFirst();
    std::optional<Document> storedDocument();
    void runAction(const Action &action);
    void offerSaveBefore(const QString &action);
    void goOnAfterSave();
    void saveDocument();
    void takeSaved(const Saved &saved, const Document &sent);
    void takeError(const Error &error);
    void takeTrashed(const TrashedError &error);
    void askAboutTrashed(const Document &trashed, const QString &who);
    void takeFault(const Error &error);
    void settle();
    // What was typed and not saved (record_page_drafts.cpp).
    static QSet<Id> &openedNew();
    void writeDraft();
    void dropDraft(Id id);
    void offerDraft();
    std::optional<Draft> waitingDraft() const;
    void restoreDraft(Draft draft);
    void throwDraftAway(Id id);
    // Others at work on the same record (record_page_live.cpp).
    void followOthers();
    void announce();
    void hear(const QList<Change> &changes);
    void askForTheirs();
    void takeTheirs(const Opened &theirs);
    void showTrashed(const Opened &theirs);
    void offerComparison(const Opened &theirs, const QList<FieldConflict> &conflicts);

    QString m_entity;
    Id m_id;
    QVariantMap m_preset;
    std::shared_ptr<const Catalog> m_catalog;
    OpenDocument m_document;
    DraftStore m_drafts;
    std::optional<Draft> m_waiting; ///< a draft of this record that is offered and not answered yet
    QTimer m_draftTimer, m_liveTimer;
    QString m_changedBy; ///< who saved the record last, as the feed says
    Opened m_opened;
    bool m_started = false, m_settled = false, m_closing = false;
    QString m_actionAfterSave; ///< its key
    QByteArray m_saveKey;      ///< the same for every try of one save, so that a repeated one writes nothing
    ElidedLabel *m_title;
    StatusPill *m_pill;
    PresencePill *m_presence;
    QPushButton *m_save;
    ButtonRow *m_actions = nullptr;
    RecordHead *m_head;
    Banner *m_banner;
    QSplitter *m_body = nullptr;
    QVBoxLayout *m_box, *m_content = nullptr;
    RelatedTabs *m_related = nullptr;
    HistoryPanel *m_history = nullptr;
    RecordForm *m_form = nullptr;
    Request m_request, m_saving, m_live;
};

} // namespace crm
