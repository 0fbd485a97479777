// Amounts and whole numbers in words, as invoices, acts and cheques write them, in Russian and English.
//
//     amountInWords(Money(123456, "RUB"), QLocale(QLocale::Russian));
//         // "Odna tysyacha dvesti tridtsat chetyre rublya 56 kopeek", in Cyrillic
//     amountInWords(Money(123456, "USD"), QLocale(QLocale::English));
//         // "One thousand two hundred thirty-four dollars and 56 cents"
//
// The words stand in resources/model/amount_words.json. Russian ones follow the grammar of numerals (D. E. Rozental,
// Handbook of spelling and style, on numerals): every word of a compound numeral is declined; 1 and 2 agree in gender;
// in the nominative and accusative 2 to 4 govern the genitive singular and more the genitive plural; after 0 and after
// a whole number of thousands, millions and so on the noun stays in the genitive plural in every case. Pure; any
// thread.
#pragma once
#include "core/core_export.h"
#include "core/model/money.h"
#include <QLocale>

namespace crm {

/// The six cases of Russian. English has one form and ignores it.
enum class GrammaticalCase { Nominative, Genitive, Dative, Accusative, Instrumental, Prepositional };
/// Of the noun that is counted. English ignores it.
enum class Gender { Masculine, Feminine, Neuter };

struct AmountWordsOptions
{
    GrammaticalCase grammaticalCase = GrammaticalCase::Nominative;
    bool minorInWords = false; ///< the minor units too; otherwise in digits, all of them ("05")
    bool capital = true;       ///< the first letter
};

/// Any amount in words, in Russian for a Russian locale, else in English; "minus" before one below zero. All of
/// Money::knownCurrencies() have names; another currency stands as its code and its minor units as "50/100".
CRM_CORE QString amountInWords(const Money &amount, const QLocale &locale, const AmountWordsOptions &options = {});

/// Any whole number in words, without a capital: "three hundred five".
CRM_CORE QString numberInWords(qint64 number, const QLocale &locale, Gender gender = Gender::Masculine,
                               GrammaticalCase grammaticalCase = GrammaticalCase::Nominative);

} // namespace crm
