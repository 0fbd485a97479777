// Records of an entity that may be the same, in groups, by the rules of its declaration: merge them, or say that they
// are different. Looks for them in the background, a part at a time; can be stopped.
#pragma once
#include "core/store/await.h"
#include "core/store/repository.h"
#include "ui/shell/page.h"

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace crm {

class Banner;
class EmptyState;

class CRM_UI DuplicatesView : public TabPage
{
    Q_OBJECT
public:
    DuplicatesView(Navigator &navigator, const QString &entity, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("merge"); }
    QString key() const override { return QStringLiteral("duplicates/") + m_entity->key(); }
    void activated() override;
    bool isSettled() const override { return m_settled; }

    QTreeWidget *tree() const { return m_tree; }
    void lookAnew();
    void stop();
    void mergeChosen();
    void tellApartChosen();

    /// For the palette and the lists' menus: whether there is anything to look for and the person may do something.
    static bool isOffered(const Entity &entity, const Actor &actor);

private:
    struct Found
    {
        DuplicatesPage page;
        QList<Document> records;
    };
    void build();
    void follow(const QList<Change> &changes);
    void ask(const DuplicatesAt &at);
    void take(const Found &found);
    QTreeWidgetItem *addGroup(const DuplicateGroup &group, const QHash<Id, Document> &records);
    void fillRecord(QTreeWidgetItem *item, const Document &record) const;
    QTreeWidgetItem *chosenGroup() const;
    IdList chosenRecords() const; ///< the selected ones of the group, or all of it
    void lookAgainAt(QTreeWidgetItem *group);
    void updateState();
    void settle();

    std::shared_ptr<const Catalog> m_catalog;
    const Entity *m_entity;
    QList<const Field *> m_columns;
    QTreeWidget *m_tree;
    QLabel *m_about, *m_state;
    QPushButton *m_merge, *m_apart, *m_open, *m_stop, *m_more;
    Banner *m_banner;
    EmptyState *m_empty;
    DuplicatesAt m_next;
    bool m_atEnd = false, m_started = false, m_settled = false, m_stopped = false, m_stale = false;
    Request m_request;
};

} // namespace crm
