#include "ui/records/file_editor.h"
#include "core/store/await.h"
#include "ui/records/attach_file.h"
#include "ui/records/file_preview.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QLayout>

namespace crm {

FileEditor::FileEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_button(new QToolButton(this))
    , m_look(makeIconButton(QStringLiteral("eye"), tr("Look into it"), this))
    , m_save(makeIconButton(QStringLiteral("export"), tr("Save as..."), this))
    , m_clear(makeIconButton(QStringLiteral("close"), tr("Remove"), this))
{
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIcon(icon(QStringLiteral("attachment")));
    m_button->setFocusPolicy(Qt::StrongFocus);
    arrange(m_button, {m_look, m_save, m_clear});
    layout()->setAlignment(m_button, Qt::AlignLeft);
    connect(m_button, &QToolButton::clicked, this, &FileEditor::choose);
    connect(m_look, &QToolButton::clicked, this, [this] {
        previewFiles(navigator(), {{m_id, m_titles.value(m_id)}}, 0);
    });
    connect(m_save, &QToolButton::clicked, this, &FileEditor::saveAs);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        setValue({});
        Q_EMIT edited();
    });
    show();
}

QWidget *FileEditor::control() const { return m_button; }

void FileEditor::setValue(const QVariant &value)
{
    m_id = value.toLongLong();
    show();
}

void FileEditor::setTitle(Id id, const QString &title)
{
    if (id != 0 && !title.isEmpty())
        m_titles.insert(id, title);
    show();
}

void FileEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_button->setEnabled(!on);
    show();
}

void FileEditor::show()
{
    m_button->setText(m_id ? m_titles.value(m_id, tr("File")) : tr("Choose a file..."));
    m_look->setVisible(m_id != 0 && !context().inCell);
    m_save->setVisible(m_id != 0 && !context().inCell);
    m_clear->setVisible(m_id != 0 && !isReadOnly() && !context().inCell);
}

void FileEditor::choose()
{
    // Where files hang on records, this one does: else it would be its owner's alone.
    const Entity *entity = navigator().session().catalog()->find(context().entity);
    const bool hangs = entity && entity->attachments().contains(field().target());
    const Id record = hangs ? storedId() : 0;
    if (hangs && record == 0 && entity->isDictionary()) // whose records are everybody's
        return navigator().toast(tr("Save the record first, then choose the file."));
    QVariantMap values;
    if (record != 0)
        values = {{QStringLiteral("parent_entity"), entity->key()}, {QStringLiteral("parent_id"), record}};
    const QString path = Prompts::openFile(this, tr("Choose a file"), {});
    if (path.isEmpty())
        return;
    m_button->setEnabled(false);
    await(
        this, attachFile(navigator(), field().target(), path, values),
        [this](const Document &saved) {
            m_button->setEnabled(true);
            m_titles.insert(saved.id(), saved.head().title());
            setValue(saved.id());
            Q_EMIT edited();
        },
        [this](const Error &e) {
            m_button->setEnabled(true);
            navigator().showError(e);
        });
}

void FileEditor::saveAs() { saveFileAsked(navigator(), this, {m_id, m_titles.value(m_id)}); }

} // namespace crm
