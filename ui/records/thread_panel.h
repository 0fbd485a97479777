// The conversation about a record: entries of an entity that is presented as a thread, the newest at the end, and a
// box to write the next one. Where its texts call people (core/model/mentions.h), an @ proposes who sees the record.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "core/store/who_sees.h"
#include "ui/records/long_text_edit.h"
#include "ui/records/remove_records.h"
#include "ui/ui_export.h"
#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace crm {

class Banner;
class MentionBox;
class Navigator;

/// The field that says whose words an entry is.
CRM_UI QString authorField(const Entity &thread);

class CRM_UI ThreadPanel : public QWidget
{
    Q_OBJECT
public:
    /// @param thread the entity of the entries; its title field holds the text
    ThreadPanel(Navigator &navigator, const QString &thread, const QString &parentEntity, Id parentId, QWidget *parent);

    void load();
    int count() const { return m_count; }
    bool isLoading() const { return m_request.isRunning(); }
    LongTextEdit *input() const { return m_input; }
    Banner &banner() const { return *m_banner; }
    MentionBox *mentions() const { return m_mentions; } ///< null: its texts call nobody
    void send();

Q_SIGNALS:
    void loaded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entries
    {
        QList<Document> documents;
        QHash<Id, QString> people; ///< who wrote them, and who is called in them
    };
    void addMentions();
    void tellUnseen(const Document &saved);
    void settleUnseen(const IdList &called, const QList<Audience> &audience);
    void fill(const Entries &entries);
    QWidget *makeEntry(const Document &document, const QHash<Id, QString> &people);
    void remove(const SeenRecord &record);
    Filter parentFilter() const;

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    QString m_thread, m_parentEntity;
    Id m_parentId;
    int m_count = 0;
    QScrollArea *m_area;
    LongTextEdit *m_input;
    Banner *m_banner; ///< why the text in the box was not taken
    QPushButton *m_send;
    MentionBox *m_mentions = nullptr;
    Request m_request;
};

} // namespace crm
