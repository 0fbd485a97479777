// How the bytes of a text file become text: recognised from the bytes, without ICU and without the system's locale.
//
//     TextInput input(file);
//     QString chunk;
//     while (input.read(chunk)) ...            // a piece of text each time, never the whole file
//     encodingName(input.encoding());          // "windows-1251"
//
// As long as a file is pure ASCII its encoding stays open, so a Cyrillic name a gigabyte further down still decides.
#pragma once
#include "core/core_export.h"
#include <QByteArray>
#include <QString>
#include <optional>

class QIODevice;

namespace crm {

enum class TextEncoding { Utf8, Utf16LE, Utf16BE, Windows1251, Windows1252, Ibm866 };

CRM_CORE QString encodingName(TextEncoding encoding);                     ///< "UTF-8", "windows-1251"
CRM_CORE std::optional<TextEncoding> encodingByName(const QString &name); ///< any case, with or without - and _
CRM_CORE QStringList encodingNames();

/// The encoding of a piece of an 8-bit text that holds at least one byte above 127.
CRM_CORE TextEncoding guessEightBit(QByteArrayView bytes);

/// The length of the longest part from the start that is whole, valid UTF-8. `cut` tells that only the end of the piece
/// is missing, not that something is wrong.
CRM_CORE qsizetype validUtf8(QByteArrayView bytes, bool *cut);

/// Reads a device as text, piece by piece.
class CRM_CORE TextInput
{
public:
    /// Throws Error(Unsupported) for what is no text: workbooks, databases, pictures.
    explicit TextInput(QIODevice &device, std::optional<TextEncoding> encoding = {});

    /// Replaces `text` by the next piece; false at the end. Wrong bytes end the text: then fault() says so.
    bool read(QString &text);
    /// Not empty: the bytes that follow are no text in this encoding.
    const QString &fault() const { return m_fault; }
    /// UTF-8 while only ASCII has been seen.
    TextEncoding encoding() const { return m_encoding.value_or(TextEncoding::Utf8); }
    bool hasBom() const { return m_bom; }
    qint64 bytesRead() const { return m_bytes; }

private:
    void start();
    void refuseBinary() const;
    bool takeBom();
    void guessUtf16();
    bool fill();
    void decode(QString &text);
    void decodeUtf8(QString &text);
    void decodeUtf16(QString &text, bool bigEndian);
    void decodeEightBit(QString &text, const char16_t *upper);

    QIODevice &m_device;
    std::optional<TextEncoding> m_encoding;
    QByteArray m_raw; ///< read, not yet decoded
    QString m_fault;
    qint64 m_bytes = 0;
    bool m_bom = false, m_ended = false;
};

} // namespace crm
