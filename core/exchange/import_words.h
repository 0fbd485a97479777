// The words that files use for things, in English and Russian: resources/exchange/words.json and the labels of the
// declarations in both languages, whatever language the program runs in.
#pragma once
#include "core/model/registry.h"
#include <QSet>

namespace crm {

class ImportWords
{
public:
    static const ImportWords &instance();

    /// Letters and digits alone, folded: "E-Mail address" and "email_address" are one.
    static QString plain(const QString &header);

    bool mean(const QString &plainHeader, const Field &field) const;    ///< by key, label or a word of the same group
    bool isLabel(const QString &plainHeader, const Field &field) const; ///< by key or label alone
    /// What one record of the entity is called in heads of columns, plain.
    QStringList entityWords(const Entity &entity) const;
    bool isIdWord(const QString &plain) const { return m_id.contains(plain); }
    bool isTitleWord(const QString &plain) const { return m_title.contains(plain); }
    bool isIgnored(const QString &plain) const { return m_ignored.contains(plain); }
    /// First and last name, as the fields are called that a full name is taken apart into.
    const QStringList &fullNameParts() const { return m_fullName; }
    std::optional<bool> yesNo(const QString &text) const;
    /// The label in both languages and in the program's.
    QStringList labelTexts(const Label &label) const;

private:
    ImportWords();
    QHash<QString, QSet<int>> m_groups; ///< plain word -> numbers of the groups it stands in
    QHash<QString, QStringList> m_entities;
    QSet<QString> m_id, m_title, m_ignored, m_yes, m_no;
    QStringList m_fullName;
    QTranslator m_russian;
};

} // namespace crm
