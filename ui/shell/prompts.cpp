#include "ui/shell/prompts.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace crm {
namespace {

struct Script
{
    QList<Prompts::Answer> answers;
    QStringList texts, files, asked;
};

Script &script()
{
    static Script s;
    return s;
}

template<class T> std::optional<T> take(QList<T> &list)
{
    return list.isEmpty() ? std::nullopt : std::optional<T>(list.takeFirst());
}

QLabel *wrapped(const QString &text, TextRole role, QWidget *parent)
{
    auto *label = makeLabel(text, role, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

Prompts::Answer Prompts::ask(QWidget *parent, const Question &question)
{
    script().asked.append(question.title);
    if (const auto laid = take(script().answers))
        return *laid;

    QDialog dialog(parent);
    dialog.setWindowTitle(question.title);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(wrapped(question.title, TextRole::Heading, &dialog));
    if (!question.text.isEmpty())
        layout->addWidget(wrapped(question.text, TextRole::Body, &dialog));
    layout->addSpacing(12);

    auto *box = new QDialogButtonBox(&dialog);
    auto *yes = box->addButton(question.yes, QDialogButtonBox::AcceptRole);
    QPushButton *no = question.no.isEmpty() ? nullptr : box->addButton(question.no, QDialogButtonBox::DestructiveRole);
    auto *cancel = box->addButton(QDialogButtonBox::Cancel);
    cancel->setText(question.leave.isEmpty() ? QCoreApplication::translate("crm::Prompts", "Cancel") : question.leave);
    setButtonRole(yes, question.destructive ? ButtonRole::Danger : ButtonRole::Primary);
    (question.destructive ? cancel : yes)->setDefault(true);
    layout->addWidget(box);
    dialog.setMinimumWidth(scaledOnScreen(420));

    Answer answer = Cancel;
    QObject::connect(yes, &QPushButton::clicked, &dialog, [&] {
        answer = Yes;
        dialog.accept();
    });
    if (no)
        QObject::connect(no, &QPushButton::clicked, &dialog, [&] {
            answer = No;
            dialog.accept();
        });
    QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
    dialog.exec();
    return answer;
}

void Prompts::tell(QWidget *parent, const QString &title, const QString &text)
{
    script().asked.append(title);
    if (take(script().answers))
        return;
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(wrapped(title, TextRole::Heading, &dialog));
    layout->addWidget(wrapped(text, TextRole::Body, &dialog));
    layout->addSpacing(12);
    auto *box = new QDialogButtonBox(&dialog);
    auto *ok = box->addButton(QDialogButtonBox::Ok);
    setButtonRole(ok, ButtonRole::Primary);
    QObject::connect(box, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    layout->addWidget(box);
    dialog.setMinimumWidth(scaledOnScreen(420));
    dialog.exec();
}

std::optional<QString> Prompts::text(QWidget *parent, const QString &title, const QString &label, const QString &value)
{
    script().asked.append(title);
    if (const auto laid = take(script().texts))
        return laid;
    bool ok = false;
    const QString typed = QInputDialog::getText(parent, title, label, QLineEdit::Normal, value, &ok);
    return ok ? std::optional<QString>(typed) : std::nullopt;
}

QString Prompts::openFile(QWidget *parent, const QString &title, const QString &filter)
{
    script().asked.append(title);
    if (const auto laid = take(script().files))
        return *laid;
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QStringList Prompts::openFiles(QWidget *parent, const QString &title, const QString &filter)
{
    script().asked.append(title);
    if (const auto laid = take(script().files))
        return {*laid};
    return QFileDialog::getOpenFileNames(parent, title, {}, filter);
}

QString Prompts::saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter)
{
    script().asked.append(title);
    if (const auto laid = take(script().files))
        return *laid;
    return QFileDialog::getSaveFileName(parent, title, suggestion, filter);
}

QString Prompts::folder(QWidget *parent, const QString &title)
{
    script().asked.append(title);
    if (const auto laid = take(script().files))
        return *laid;
    return QFileDialog::getExistingDirectory(parent, title);
}

int Prompts::run(QDialog &dialog)
{
    script().asked.append(dialog.windowTitle());
    if (const auto laid = take(script().answers))
        return *laid == Yes ? QDialog::Accepted : QDialog::Rejected;
    return dialog.exec();
}

void Prompts::setNextAnswer(Answer answer) { script().answers.append(answer); }

void Prompts::setNextText(const QString &text) { script().texts.append(text); }

void Prompts::setNextFile(const QString &path) { script().files.append(path); }

QStringList Prompts::takeAsked() { return std::exchange(script().asked, {}); }

bool Prompts::allTaken() { return script().answers.isEmpty() && script().texts.isEmpty() && script().files.isEmpty(); }

} // namespace crm
