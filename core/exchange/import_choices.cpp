// Cells of choice fields: keys and labels in both languages, what a person says that other words mean, and the words
// that are to become choices.
#include "core/exchange/import_values.h"
#include "core/exchange/import_words.h"
#include "core/model/error.h"
#include "core/model/text.h"
#include <QRegularExpression>
#include <algorithm>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

constexpr qsizetype mostNew = 100, wordsOfALabel = 20;
} // namespace

void ValueReader::learnChoices()
{
    m_choices.clear();
    const ImportWords &words = ImportWords::instance();
    for (const Choice &choice : m_target.field->choices()) {
        const QStringList texts = words.labelTexts(choice.label);
        for (const QString &text : texts)
            m_choices.insert(fold(text), choice.key);
    }
    for (const Choice &choice : m_target.field->choices()) // a key means itself, whatever another choice is called
        m_choices.insert(fold(choice.key), choice.key);
}

void ValueReader::rebind(const BoundTarget &target)
{
    m_target = target;
    learnChoices();
}

void ValueReader::setAnswers(const QList<ValueAnswer> &answers, bool addsAll)
{
    m_answers.clear();
    m_addsAll = addsAll;
    m_addsSome = false;
    for (const ValueAnswer &answer : answers) {
        m_answers.insert(fold(answer.text), answer);
        m_addsSome = m_addsSome || answer.what == ValueAnswer::Add;
    }
}

const ValueAnswer *ValueReader::answer(const QString &name) const
{
    if (m_answers.isEmpty())
        return nullptr;
    const auto found = m_answers.constFind(fold(name));
    return found == m_answers.cend() ? nullptr : &*found;
}

std::optional<QString> ValueReader::keyOf(const QString &name) const
{
    const ValueAnswer *said = answer(name);
    if (said && said->what == ValueAnswer::Refuse)
        return std::nullopt;
    const QString &wanted = said && said->what == ValueAnswer::Use ? said->use : name;
    if (m_target.field->choice(wanted)) // two keys may differ in case alone
        return wanted;
    const auto found = m_choices.constFind(fold(wanted));
    return found == m_choices.cend() ? std::nullopt : std::optional(*found);
}

bool ValueReader::mayMean(const QString &name) const { return answer(name) || keyOf(name); }

/// Of several choices: between semicolons or line breaks, then between commas; a label may hold commas.
QStringList ValueReader::names(const QString &text) const
{
    if (m_target.field->kind() == Kind::Choice)
        return text.trimmed().isEmpty() ? QStringList() : QStringList{text.trimmed()};
    static const QRegularExpression separators(QStringLiteral("[;\\r\\n]+"));
    QStringList names;
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (mayMean(part.trimmed())) {
            names << part.trimmed();
            continue;
        }
        const QStringList words = part.split(u',');
        for (qsizetype from = 0; from < words.size();) {
            qsizetype behind = std::min(words.size(), from + wordsOfALabel);
            while (behind > from + 1 && !mayMean(words.mid(from, behind - from).join(u',').trimmed()))
                --behind;
            const QString name = words.mid(from, behind - from).join(u',').trimmed();
            if (!name.isEmpty())
                names << name;
            from = behind;
        }
    }
    return names;
}

bool ValueReader::isNew(const QString &name) const
{
    return !m_seenChoices.isEmpty() && m_seenChoices.contains(fold(name));
}

void ValueReader::surveyChoices(const QString &text)
{
    const QStringList all = names(text);
    for (const QString &name : all) {
        const ValueAnswer *said = answer(name);
        const bool adds = said ? said->what == ValueAnswer::Add : m_addsAll;
        if (!adds || keyOf(name) || m_seenChoices.contains(fold(name)))
            continue;
        m_seenChoices.insert(fold(name));
        m_newChoices << name;
        if (m_newChoices.size() > mostNew) {
            throw Error(ErrorKind::Validation,
                        Tr::tr("“%1” has more than %2 different values that are no choices of “%3” yet. So many are no "
                               "list to choose from: let the column go to a text.")
                            .arg(m_target.target.header)
                            .arg(mostNew)
                            .arg(m_target.field->label().text()));
        }
    }
}

QVariant ValueReader::readChoices(const QString &text, QString *fault) const
{
    QStringList keys;
    const QStringList all = names(text);
    for (const QString &name : all) {
        const std::optional<QString> key = keyOf(name);
        if (key) {
            keys << *key;
            continue;
        }
        readPlain(name, {}, fault);
        if (fault->isEmpty()) // it is a choice, and yet somebody does not want it
            *fault = Tr::tr("“%1” is refused, as was decided.").arg(name);
        return {};
    }
    if (keys.isEmpty())
        return readPlain(text, {}, fault);
    return m_target.field->kind() == Kind::Choice ? QVariant(keys.first()) : choicesValue(keys);
}

} // namespace crm
