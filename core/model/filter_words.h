// The words and signs of filter expressions, for the one who reads them and the one who writes them.
#pragma once
#include "core/model/field.h"
#include "core/model/query.h"

namespace crm {

/// "=", "!=" ...
QString operatorText(Op op);
/// Whether a text value may stand without quotes and is still read as this text for a field of that kind.
bool isPlainWord(const QString &text, const Field *field);
/// "and", "or", "not", "in", "is": never values unless quoted.
bool isKeyword(const QString &word);
/// True for characters that go on with an unquoted word.
bool isWordChar(QChar c);

} // namespace crm
