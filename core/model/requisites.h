// Requisites of Russian companies: whether INN, KPP, OGRN, BIC, accounts and OKPO are well formed.
//
//     innFault("7707083893");                       // empty: it is fine
//     accountFault("40602810700000000025", "049805746");
//
// Each check returns a sentence what is wrong, without the field's name, or an empty text. An empty text is no fault:
// whether something must be filled in is the field's matter. Spaces, dashes and points, as people group digits, are
// ignored; any other sign is a fault. A check that finds nothing does not say that the number exists.
//
// Sources, and what each promises about a single wrong digit:
//
//  INN    10 digits of an organisation, 12 of a person. Structure: order of the Federal Tax Service MMV-7-6/435@ of
//         29.06.2012; the check digits are published, not part of the order: the sum of digits times
//         2 4 10 3 5 9 4 6 8 (10 digits), 7 2 4 10 3 5 9 4 6 8 and 3 7 2 4 10 3 5 9 4 6 8 (12 digits),
//         modulo 11, its last digit. With 10 digits the remainders 0 and 10 both give 0, so a wrong digit that leads
//         from one to the other stays unseen; with 12 every wrong digit is found, for no position moves both sums so.
//  KPP    9 signs NNNNPPXXX: tax office, reason (digits or capital Latin letters), number. The same order. It has no
//         check digit.
//  OGRN   13 digits; the first 1 or 5. OGRNIP: 15 digits; the first 3. The last is the last digit of the number before
//         it modulo 11 (13). Order of the Ministry of Finance 165n of 30.10.2017. Unseen: a wrong digit that leads
//         between the remainders 0 and 10 (OGRNIP also 1 and 11, 2 and 12).
//  BIC    9 digits. Bank of Russia, regulation 732-P of 24.09.2020 on its payment system (before: 595-P). Participants
//         begin with 04, bodies of the treasury with 00 or 01; 02 and 03 are let through, others are refused. No check
//         digit.
//  account         20 digits; the ninth is the key. Bank of Russia, procedure 515 of 08.09.1997: the last digits of the
//         products of 7 1 3 7 1 3 ... with the code of the bank (last three digits of the BIC; for accounts with the
//         Bank of Russia 0 and the fifth and sixth digit) and the account add up to a multiple of 10. Account
//         numbers: Bank of Russia 809-P of 24.11.2022 (before: 579-P). Every single wrong digit is found.
//  correspondent   the bank's own account with the Bank of Russia: 301..., ending with the last three digits of the BIC
//         (Bank of Russia, telegram 86-97 of 06.10.1997); for bodies of the treasury the single account 40102....
//  OKPO   8 digits of an organisation, 10 of a person. Rules PR 50.1.024-2005, appendix on check numbers: the sum of
//         digits times 1 2 3 ..., modulo 11; if that is 10, again with 3 4 5 ...; if that is 10 too, 0. What follows
//         10 in the second row is read as 1 (the row repeats) and as 11; both are accepted. Unseen: some wrong digits
//         where one of the two numbers needs the second row.
//
// Pure functions; any thread. Sentences are in the program's language.
#pragma once
#include "core/core_export.h"
#include <QString>

namespace crm {

/// Whose number it is, where their lengths differ.
enum class PartyKind { Any, Company, Person };

/// The text without the spaces, dashes and points that people group digits with: what is checked and should be stored.
CRM_CORE QString compactRequisite(const QString &text);

/// 9 or 10 digits with the check digits of an INN behind them; empty for any other text.
CRM_CORE QString withInnCheckDigits(const QString &digits);
CRM_CORE QString innFault(const QString &text, PartyKind whose = PartyKind::Any);
CRM_CORE QString kppFault(const QString &text);
/// OGRN of a company, OGRNIP of a person.
CRM_CORE QString ogrnFault(const QString &text, PartyKind whose = PartyKind::Any);
CRM_CORE QString bicFault(const QString &text);
/// The account of a client. Without a BIC, or with one that has a fault of its own, only the form is checked.
/// Treasury accounts (0...) have a key of another kind, which is not checked.
CRM_CORE QString accountFault(const QString &text, const QString &bic);
/// The bank's correspondent account. Likewise.
CRM_CORE QString correspondentAccountFault(const QString &text, const QString &bic);
CRM_CORE QString okpoFault(const QString &text, PartyKind whose = PartyKind::Any);

} // namespace crm
