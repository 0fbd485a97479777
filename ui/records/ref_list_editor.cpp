#include "ui/records/ref_list_editor.h"
#include "core/store/session.h"
#include "ui/records/flow_layout.h"
#include "ui/records/lookup.h"
#include "ui/records/quick_create.h"
#include "ui/shell/navigator.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace crm {

RefListEditor::RefListEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_well(new QWidget(this))
    , m_flow(new FlowLayout(m_well, space::xs))
    , m_edit(new QLineEdit(m_well))
    , m_lookup(new Lookup(context.navigator, field.target(), m_edit))
{
    m_flow->setContentsMargins(space::xs + 1, 4, space::xs, 4);
    m_edit->setFrame(false);
    m_edit->setMinimumWidth(90);
    m_edit->setFixedHeight(controlHeight() - 8);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setPlaceholderText(tr("Add..."));
    m_edit->installEventFilter(this);
    QPalette clear = m_edit->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(clear);
    m_flow->addWidget(m_edit);
    m_well->setMinimumHeight(controlHeight());
    m_lookup->setCreates(QuickCreate::isOffered(navigator(), field.target()));
    arrange(m_well);
    setFocusProxy(m_edit);
    m_edit->setAccessibleName(field.label().text());
    connect(m_lookup, &Lookup::picked, this, &RefListEditor::add);
    connect(m_lookup, &Lookup::createRequested, this, &RefListEditor::createFrom);
    connect(&navigator().session(), &Session::dictionaryChanged, this, [this](const QString &entity) {
        if (entity == this->field().target())
            rebuild();
    });
}

QWidget *RefListEditor::control() const { return m_edit; }

void RefListEditor::finish()
{
    if (!isReadOnly() && !m_edit->text().trimmed().isEmpty())
        m_lookup->takeExact();
}

QVariant RefListEditor::value() const { return m_ids.isEmpty() ? QVariant() : QVariant::fromValue(m_ids); }

void RefListEditor::setValue(const QVariant &value)
{
    m_ids = value.value<IdList>();
    rebuild();
    resolveTitles();
}

void RefListEditor::setTitle(Id id, const QString &title)
{
    if (id == 0 || title.isEmpty() || m_known.contains(id))
        return;
    m_known.insert(id, {id, title, {}, {}});
    if (m_ids.contains(id))
        rebuild();
}

void RefListEditor::resolveTitles()
{
    IdList missing;
    for (const Id id : std::as_const(m_ids)) {
        if (!m_known.contains(id))
            missing.append(id);
    }
    if (missing.isEmpty())
        return;
    m_titlesRequest.ask(
        this, navigator().session().read([target = field().target(), missing](Repository &r) {
            return r.options(target, missing);
        }),
        [this](const QHash<Id, Option> &options) {
            m_known.insert(options);
            rebuild();
        },
        [this](const Error &e) { navigator().showError(e); });
}

void RefListEditor::rebuild()
{
    for (const Option &o : navigator().session().dictionary(field().target()))
        m_known.insert(o.id, o);
    qDeleteAll(m_chips);
    m_chips.clear();
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        const Option option = m_known.value(m_ids.at(i));
        auto *chip = new Chip(option.title.isEmpty() ? QStringLiteral("...") : option.title, m_well);
        chip->setTone(option.color);
        chip->setRemovable(!isReadOnly());
        chip->setAccessibleName(option.title);
        chip->setFocusPolicy(context().inCell ? Qt::NoFocus : Qt::ClickFocus); // a cell closes when it loses it
        connect(chip, &Chip::removeRequested, this, [this, i] { removeAt(i); });
        connect(chip, &Chip::clicked, this, [this, id = option.id] {
            if (id != 0 && isReadOnly())
                navigator().openRecord(field().target(), id);
        });
        m_flow->insertWidget(int(i), chip);
        chip->show();
        m_chips.append(chip);
    }
    m_edit->setPlaceholderText(m_ids.isEmpty() && !isReadOnly() ? tr("Add...") : QString());
    m_lookup->setWithout(m_ids);
    m_well->updateGeometry();
}

void RefListEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_edit->setReadOnly(on);
    m_edit->setVisible(!on || m_ids.isEmpty());
    rebuild();
}

void RefListEditor::add(const Option &option)
{
    m_edit->clear();
    if (m_ids.contains(option.id))
        return;
    m_known.insert(option.id, option);
    m_ids.append(option.id);
    rebuild();
    Q_EMIT edited();
}

void RefListEditor::removeAt(qsizetype index)
{
    if (index < 0 || index >= m_ids.size() || isReadOnly())
        return;
    m_ids.removeAt(index);
    // Not from within the chip's own signal: it would delete itself while it handles the click.
    QMetaObject::invokeMethod(
        this, [this] { rebuild(); }, Qt::QueuedConnection);
    m_edit->setFocus();
    Q_EMIT edited();
}

void RefListEditor::createFrom(const QString &text)
{
    QuickCreate dialog(navigator(), field().target(), text, this);
    if (const std::optional<Option> made = dialog.create())
        add(*made);
}

bool RefListEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            update();
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Backspace &&
            m_edit->text().isEmpty() && !m_ids.isEmpty()) {
            removeAt(m_ids.size() - 1);
            return true;
        }
        if (event->type() == QEvent::FocusOut && !m_lookup->isOpen())
            m_edit->clear();
    }
    return FieldEditor::eventFilter(watched, event);
}

void RefListEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = colors();
    const bool fault = hasFieldFault(m_edit), focus = m_edit->hasFocus(); // as the style draws every other field
    const QColor border = fault ? c.danger : focus ? c.accentText : isReadOnly() ? c.border : c.fieldBorder;
    paint::roundRect(&painter, rect(), isReadOnly() ? c.sunken : c.surface, border, radius::medium,
                     focus   ? 2
                     : fault ? 1.5
                             : 1);
}

} // namespace crm
