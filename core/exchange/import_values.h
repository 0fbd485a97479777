// Reads the cells of one column as values of one field, after having looked at all of them: day or month first, comma
// or point, percent or fraction are questions that a single cell does not answer.
//
//     ValueReader reader(target, locale, {});
//     for (...) reader.survey(cell);
//     reader.settle();                        // then remarks() and doubt()
//     QVariant v = reader.read(cell, "EUR", &fault);
#pragma once
#include "core/exchange/import_answers.h"
#include "core/exchange/import_mapping.h"
#include <QLocale>
#include <QSet>

namespace crm {

enum class DateOrder { Unknown, YearFirst, DayFirst, MonthFirst };
/// "dmy", "d.M.yyyy", "MM/dd/yy" -> the order; none for anything else.
CRM_CORE std::optional<DateOrder> dateOrderByName(const QString &text);

class CRM_CORE ValueReader
{
public:
    /// @param dateOrder Unknown: found out
    /// @param exact the file says what it means (JSON): nothing has to be guessed
    ValueReader(const BoundTarget &target, const QLocale &locale, DateOrder dateOrder, bool exact = false);

    /// True if settle() can learn something from the cells.
    bool wantsSurvey() const;
    /// @param exactCell the cell can be read in one way only (SourceRow::exact)
    void survey(const QString &text, bool exactCell = false);
    void settle();
    /// What was found out and a person should know, in sentences.
    const QStringList &remarks() const { return m_remarks; }
    /// Not empty: a question that only a person can answer, with how to answer it. Importing would be a gamble.
    const QString &doubt() const { return m_doubt; }

    /// The canonical value; null for an empty cell. On failure invalid, and the fault says why.
    QVariant read(const QString &text, const QString &currency, QString *fault, bool exactCell = false) const;
    const BoundTarget &target() const { return m_target; }

    // Of a column of choices, and of references: what texts mean that nothing is called.
    /// @param addsAll unknown choices are added unless an answer says otherwise
    void setAnswers(const QList<ValueAnswer> &answers, bool addsAll);
    const ValueAnswer *answer(const QString &name) const; ///< null: none
    bool isAnswered() const { return m_addsAll || !m_answers.isEmpty(); }
    /// What a cell of a choice field names: one of them, or several.
    QStringList names(const QString &text) const;
    /// The key that a name means; none: unknown, or refused by an answer.
    std::optional<QString> keyOf(const QString &name) const;
    /// Choices that are to be added, as survey() has found them. It throws Error(Validation) where they are no list of
    /// choices any more.
    const QStringList &newChoices() const { return m_newChoices; }
    bool isNew(const QString &name) const; ///< one of those
    /// The same field with other choices.
    void rebind(const BoundTarget &target);

private:
    void surveyDate(const QString &text);
    void surveyNumber(const QString &text);
    void surveyPercent(const QString &text);
    void surveyChoices(const QString &text);
    void learnChoices();
    bool mayMean(const QString &name) const;
    void settleDates();
    void settlePercents();
    QVariant readDate(const QString &text, QString *fault) const;
    QVariant readMoment(const QString &text, QString *fault) const;
    QVariant readNumber(const QString &text, const QString &currency, bool exactCell, QString *fault) const;
    QVariant readChoices(const QString &text, QString *fault) const;
    QVariant readYesNo(const QString &text, QString *fault) const;
    QVariant readWords(const QString &text) const;
    QVariant readPlain(const QString &text, const QString &currency, QString *fault) const;
    QString plainNumber(const QString &text, bool exactCell) const;

    BoundTarget m_target;
    QLocale m_locale;
    DateOrder m_order;
    bool m_orderGiven, m_exact;
    QHash<QString, QString> m_choices;     ///< folded key or label -> key
    QHash<QString, ValueAnswer> m_answers; ///< by folded text
    bool m_addsAll = false, m_addsSome = false;
    QStringList m_remarks;
    QString m_doubt;

    // What the survey has seen.
    QSet<QString> m_seenChoices; ///< folded
    QStringList m_newChoices;
    int m_greatestFirst = 0, m_greatestSecond = 0;
    QString m_dateExample;
    bool m_slashed = false, m_hasTime = false;
    QChar m_point; ///< the decimal sign, where a value gave it away; null: not yet
    qint64 m_percents = 0, m_aboveOne = 0, m_belowOne = 0;
    bool m_percentSign = false;
    QString m_leastPercent, m_mostPercent;
    qint64 m_leastUnits = 0, m_mostUnits = 0;
};

} // namespace crm
