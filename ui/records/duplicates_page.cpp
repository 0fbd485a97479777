#include "ui/records/duplicates_page.h"
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/records/merge_records.h"
#include "ui/records/pages.h"
#include "ui/records/record_preview.h"
#include "ui/shell/navigator.h"
#include "ui/style/begins_at.h"
#include "ui/style/widgets.h"
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPointer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int idsRole = Qt::UserRole, idRole = Qt::UserRole + 1;
constexpr int groupsAtOnce = 50, mostColumns = 8;

QVariant packed(const IdList &ids) { return QVariant::fromValue(ids); }
} // namespace

TabPage *makeDuplicatesPage(Navigator &navigator, const QString &entity)
{
    const Entity *known = navigator.session().catalog()->find(entity);
    return known && DuplicatesView::isOffered(*known, navigator.session().actor())
               ? new DuplicatesView(navigator, entity)
               : nullptr;
}

bool DuplicatesView::isOffered(const Entity &entity, const Actor &actor)
{
    return !entity.duplicateRules().isEmpty() && mayMerge(actor, entity);
}

DuplicatesView::DuplicatesView(Navigator &navigator, const QString &entity, QWidget *parent)
    : TabPage(navigator, parent)
    , m_catalog(navigator.session().catalog())
    , m_entity(&m_catalog->at(entity))
{
    const Policy policy = navigator.session().actor().policy;
    if (const Field *title = m_entity->field(m_entity->titleField()))
        m_columns << title;
    QStringList wanted;
    for (const DuplicateRule &rule : m_entity->duplicateRules())
        wanted += rule.fields;
    for (const bool compared : {true, false}) { // what is compared comes first
        for (const Field &f : m_entity->fieldList()) {
            const bool fits = compared ? wanted.contains(f.key()) : f.isInList();
            if (fits && policy.sees(f) && !m_columns.contains(&f) && m_columns.size() < mostColumns)
                m_columns << &f;
        }
    }
    build();
    updateState();
}

QString DuplicatesView::title() const { return tr("Duplicates: %1").arg(m_entity->many().text()); }

void DuplicatesView::build()
{
    connect(&navigator().session(), &Session::changed, this, &DuplicatesView::follow);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::l, space::m, space::l, space::l);
    box->setSpacing(space::s);
    QStringList rules;
    for (const DuplicateRule &rule : m_entity->duplicateRules()) {
        const QString name = rule.label.text();
        rules << name.left(1).toLower() + name.mid(1); // in the middle of a sentence
    }
    m_about = makeLabel(tr("Records that may be the same: %1. Choose a group, or some records of it.")
                            .arg(rules.join(QStringLiteral(", "))),
                        TextRole::Body, this, true);
    m_about->setWordWrap(true);
    box->addWidget(m_about);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::s);
    m_merge = makeButton(tr("Merge..."), QStringLiteral("merge"), ButtonRole::Primary, this);
    m_apart = makeButton(tr("Not duplicates"), {}, ButtonRole::Normal, this);
    m_apart->setToolTip(tr("They are different, and are not shown together again"));
    m_open = makeButton(tr("Open"), QStringLiteral("external"), ButtonRole::Normal, this);
    m_state = makeLabel({}, TextRole::Body, this, true);
    m_stop = makeButton(tr("Cancel"), {}, ButtonRole::Quiet, this);
    m_stop->setAccessibleName(tr("Stop looking for duplicates"));
    for (QPushButton *button : {m_merge, m_apart, m_open})
        bar->addWidget(button);
    bar->addStretch(1);
    bar->addWidget(m_state);
    bar->addWidget(m_stop);
    box->addLayout(bar);
    m_banner = new Banner(this);
    box->addWidget(m_banner);
    m_tree = new QTreeWidget(this);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(title());
    QStringList heads;
    for (const Field *f : std::as_const(m_columns))
        heads << f->label().text();
    m_tree->setHeaderLabels(heads);
    m_tree->header()->setDefaultSectionSize(150);
    m_tree->header()->resizeSection(0, 280);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    box->addWidget(m_tree, 1);
    m_empty = new EmptyState(QStringLiteral("check"), tr("No duplicates"),
                             tr("No two records agree in what is compared."), this);
    box->addWidget(m_empty, 1);
    m_more = makeButton(tr("Show more"), {}, ButtonRole::Normal, this);
    box->addWidget(m_more, 0, Qt::AlignHCenter);
    new BeginsAt(this, [this] { return m_tree; });

    connect(m_merge, &QPushButton::clicked, this, &DuplicatesView::mergeChosen);
    connect(m_apart, &QPushButton::clicked, this, &DuplicatesView::tellApartChosen);
    connect(m_stop, &QPushButton::clicked, this, &DuplicatesView::stop);
    connect(m_more, &QPushButton::clicked, this, [this] { ask(m_next); });
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &DuplicatesView::updateState);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &DuplicatesView::updateState);
    const auto openItem = [this](const QTreeWidgetItem *item) {
        if (item && item->parent())
            navigator().openRecord(m_entity->key(), item->data(0, idRole).toLongLong());
    };
    connect(m_tree, &QTreeWidget::itemActivated, this, openItem);
    connect(m_open, &QPushButton::clicked, this, [this, openItem] { openItem(m_tree->currentItem()); });
}

// Looking -------------------------------------------------------------------------------------------------------

void DuplicatesView::activated()
{
    if (!std::exchange(m_started, true) || std::exchange(m_stale, false))
        lookAnew();
}

/// What comes back, by undo or from the trash, may be somebody's double again.
void DuplicatesView::follow(const QList<Change> &changes)
{
    const bool comes = std::any_of(changes.begin(), changes.end(), [this](const Change &c) {
        return c.entity == m_entity->key() && (c.op == ChangeOp::Restore || c.op == ChangeOp::Create);
    });
    if (!comes || !m_started || m_request.isRunning())
        return;
    m_stale = !isVisible();
    if (!m_stale)
        lookAnew();
}

void DuplicatesView::lookAnew()
{
    m_tree->clear();
    m_banner->hide();
    m_atEnd = false;
    ask({{}, {}, groupsAtOnce});
}

void DuplicatesView::ask(const DuplicatesAt &at)
{
    m_stopped = false;
    m_next = at;
    const auto job = [entity = m_entity->key(), at](Repository &r) {
        Found found{r.duplicates(entity, at), {}};
        IdList ids;
        for (const DuplicateGroup &group : std::as_const(found.page.groups))
            ids += group.ids;
        found.records = livingWithTitles(r, entity, ids);
        return found;
    };
    m_request.ask(
        this, navigator().session().read(job), [this](const Found &found) { take(found); },
        [this](const Error &e) {
            m_banner->show(Banner::Danger, e.sentence());
            m_banner->setAction(tr("Try again"), [this] { ask(m_next); });
            updateState();
            settle();
        });
    updateState();
}

void DuplicatesView::stop()
{
    m_request.cancel(); // the query is interrupted in the database
    m_stopped = true;
    updateState();
    settle();
}

void DuplicatesView::take(const Found &found)
{
    QHash<Id, Document> records;
    for (const Document &d : found.records)
        records.insert(d.id(), d);
    for (const DuplicateGroup &group : found.page.groups)
        addGroup(group, records);
    m_atEnd = found.page.atEnd;
    m_next = found.page.next;
    if (!m_tree->currentItem() && m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    updateState();
    settle();
}

QTreeWidgetItem *DuplicatesView::addGroup(const DuplicateGroup &group, const QHash<Id, Document> &records)
{
    QString label = group.rule;
    for (const DuplicateRule &rule : m_entity->duplicateRules()) {
        if (rule.key == group.rule)
            label = rule.label.text();
    }
    auto *item = new QTreeWidgetItem(m_tree);
    item->setText(0, tr("%1 (%2)").arg(label, navigator().format().locale.toString(group.count)));
    item->setData(0, idsRole, packed(group.ids));
    QFont font = m_tree->font();
    font.setWeight(QFont::DemiBold);
    item->setFont(0, font);
    item->setFirstColumnSpanned(true);
    for (const Id id : group.ids) {
        if (records.contains(id))
            fillRecord(new QTreeWidgetItem(item), records[id]);
    }
    item->setExpanded(true);
    return item;
}

void DuplicatesView::fillRecord(QTreeWidgetItem *item, const Document &record) const
{
    const FormatContext format = navigator().format();
    const QString key = record.entity().currencyField();
    const QString own = key.isEmpty() ? QString() : record.head().text(key);
    const QString currency = own.isEmpty() ? format.currency : own;
    item->setData(0, idRole, record.id());
    for (int column = 0; column < m_columns.size(); ++column) {
        const Field &field = *m_columns[column];
        const QVariant value = record.value(field.key());
        const QString title = field.target().isEmpty() ? QString() : titlesOf(field, value, record);
        item->setText(column, cellText(field, value, title, currency, format.locale));
        item->setToolTip(column, fullText(field, value, title, currency, format.locale).left(1000).toHtmlEscaped());
        item->setTextAlignment(column, cellAlignment(field) | Qt::AlignVCenter);
    }
}

// Doing ---------------------------------------------------------------------------------------------------------

QTreeWidgetItem *DuplicatesView::chosenGroup() const
{
    QTreeWidgetItem *item = m_tree->currentItem();
    QTreeWidgetItem *group = item && item->parent() ? item->parent() : item;
    return group && !group->isHidden() ? group : nullptr;
}

IdList DuplicatesView::chosenRecords() const
{
    const QTreeWidgetItem *group = chosenGroup();
    IdList some, all;
    for (int i = 0; group && i < group->childCount(); ++i) {
        const Id id = group->child(i)->data(0, idRole).toLongLong();
        all << id;
        if (group->child(i)->isSelected())
            some << id;
    }
    return some.size() > 1 ? some : all;
}

void DuplicatesView::mergeChosen()
{
    const IdList ids = chosenRecords();
    if (ids.size() < 2)
        return;
    QTreeWidgetItem *group = chosenGroup();
    mergeRecords(navigator(), this, m_entity->key(), ids, [this, group] { lookAgainAt(group); });
}

/// After a merge, and after its undo: who of the group is still there. Nobody looks through all records for that.
void DuplicatesView::lookAgainAt(QTreeWidgetItem *group)
{
    if (m_tree->indexOfTopLevelItem(group) < 0) // looked anew meanwhile
        return;
    const IdList ids = group->data(0, idsRole).value<IdList>();
    await(
        this, navigator().session().read([entity = m_entity->key(), ids](Repository &r) {
            return livingWithTitles(r, entity, ids);
        }),
        [this, group](const QList<Document> &records) {
            if (m_tree->indexOfTopLevelItem(group) < 0)
                return;
            qDeleteAll(group->takeChildren());
            for (const Document &d : records)
                fillRecord(new QTreeWidgetItem(group), d);
            group->setHidden(records.size() < 2);
            if (group->isHidden() && m_tree->itemBelow(group))
                m_tree->setCurrentItem(m_tree->itemBelow(group));
            updateState();
        },
        [this](const Error &e) { navigator().showError(e); });
}

void DuplicatesView::tellApartChosen()
{
    QTreeWidgetItem *group = chosenGroup();
    const IdList ids = chosenRecords();
    if (!group || ids.size() < 2)
        return;
    const bool whole = ids.size() == group->childCount();
    const auto tell = [entity = m_entity->key(), ids](bool apart) {
        return [entity, ids, apart](Repository &r) { r.tellApart(entity, ids, apart); };
    };
    await(
        this, navigator().session().write(tell(true)),
        [this, group, whole, tell, count = int(ids.size())] {
            if (m_tree->indexOfTopLevelItem(group) >= 0 && whole) {
                group->setHidden(true);
                updateState();
            }
            navigator().toast(tr("%n record(s) told apart", nullptr, count),
                              [window = &navigator(), tell, group, page = QPointer<DuplicatesView>(this)] {
                                  Session *session = &window->session();
                                  await(
                                      session, session->write(tell(false)),
                                      [page, group] {
                                          if (page && page->m_tree->indexOfTopLevelItem(group) >= 0) {
                                              group->setHidden(false);
                                              page->updateState();
                                          }
                                      },
                                      [window](const Error &e) { window->showError(e); });
                              });
        },
        [this](const Error &e) { navigator().showError(e); });
}

void DuplicatesView::updateState()
{
    const bool focused = isAncestorOf(window()->focusWidget());
    int groups = 0;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        groups += m_tree->topLevelItem(i)->isHidden() ? 0 : 1;
    const bool looking = m_request.isRunning();
    const bool any = chosenRecords().size() > 1;
    m_merge->setEnabled(any);
    m_apart->setEnabled(any);
    m_open->setEnabled(m_tree->currentItem() && m_tree->currentItem()->parent());
    m_stop->setVisible(looking);
    m_state->setText(looking     ? tr("Looking through all records...")
                     : m_stopped ? tr("Stopped.")
                                 : tr("%n group(s)", nullptr, groups) + (m_atEnd ? QString() : QStringLiteral("+")));
    m_more->setVisible(!looking && m_started && !m_atEnd && m_settled);
    m_more->setText(m_stopped ? tr("Look on") : tr("Show more"));
    const bool none = groups == 0 && !looking && m_atEnd;
    QWidget *const shown = none ? static_cast<QWidget *>(m_empty) : m_tree;
    QWidget *const other = none ? static_cast<QWidget *>(m_tree) : m_empty;
    shown->show();
    if (none ? focused : m_empty->hasFocus()) // what goes would give it to the bar above
        shown->setFocus(Qt::OtherFocusReason);
    other->hide();
    setStatusText(m_state->text());
}

void DuplicatesView::settle()
{
    if (!std::exchange(m_settled, true)) {
        Q_EMIT settled();
        updateState();
    }
}

} // namespace crm
