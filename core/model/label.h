// A text shown to people: English in the source, translated when shown.
//
//     Field name = text("name", label("Name"), 160);
//     QString shown = name.label.text();       // "Nazvaniye", in its own letters, under Russian
//
// lupdate finds the calls by name (see cmake/Translations.cmake). Custom fields carry a literal text that a person
// typed; it is shown as it is.
#pragma once
#include "core/core_export.h"
#include <QCoreApplication>
#include <QString>
#include <QTranslator>

namespace crm {

class Label
{
public:
    constexpr Label() = default;
    constexpr Label(const char *source, const char *comment, const char *context)
        : m_source(source)
        , m_comment(comment)
        , m_context(context)
    {}
    /// A text that a person wrote; never translated.
    static Label literal(const QString &text)
    {
        Label l;
        l.m_literal = text;
        return l;
    }
    QString text() const { return m_source ? QCoreApplication::translate(m_context, m_source, m_comment) : m_literal; }
    /// In the translator's language, whatever the program's is; empty if it has none.
    QString text(const QTranslator &translator) const
    {
        return m_source ? translator.translate(m_context, m_source, m_comment) : m_literal;
    }
    /// The English source text, for files and machines.
    QString source() const { return m_source ? QString::fromUtf8(m_source) : m_literal; }
    bool isEmpty() const { return !m_source && m_literal.isEmpty(); }
    bool isLiteral() const { return !m_source && !m_literal.isEmpty(); } ///< needs no translation

private:
    const char *m_source = nullptr;
    const char *m_comment = nullptr;
    const char *m_context = nullptr;
    QString m_literal;
};

namespace modules {
/// A translatable text of a built-in declaration. The second argument tells equal English words apart.
inline Label label(const char *source, const char *comment = nullptr) { return Label(source, comment, "crm::modules"); }
} // namespace modules
} // namespace crm
